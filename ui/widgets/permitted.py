"""What the user's role may not do: shown as closed, and told why when it is pressed (F64)."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolTip, QWidget

from gplan_desktop.domain.user import Permission
from ui.office import Office
from ui.widgets.buttons import Button, ToolButton
from ui.widgets.spoken import say

_TOLD = "Inte tillgänglig. {}"
_MOUSE = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})
_TYPED = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select})


class _Closed(QObject):
    """Keeps a widget from being used, whatever else would let it be, and says why not.

    A button can still be reached with Tab, and tells the reason when it is pressed; whatever
    presses it, nothing is done. Of other widgets only the tooltip tells.
    """

    def __init__(self, widget: QWidget, why_not: str) -> None:
        super().__init__(widget)
        self._widget, self._why_not = widget, why_not
        self._is_button = isinstance(widget, Button | ToolButton)
        if isinstance(widget, Button | ToolButton):
            widget.is_closed = True
            # A shortcut or a line that presses it does nothing either.
            widget.blockSignals(True)
        self._settle()
        self._describe()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Undo what the view does to let the widget be used, and tell why it is not."""
        kind = event.type()
        if kind is QEvent.Type.EnabledChange:
            self._settle()
        elif kind is QEvent.Type.ToolTipChange and self._widget.toolTip() != self._why_not:
            self._describe()
        elif self._is_button and self._is_told(event):
            tell_why(self._widget, self._why_not)
            return True
        elif self._is_button and (kind in _MOUSE or _is_pressing_key(event)):
            return True
        return super().eventFilter(watched, event)

    def _is_told(self, event: QEvent) -> bool:
        """Tell whether the press is complete: by a key, the mouse or a letter with Alt."""
        kind = event.type()
        is_pressed = kind is QEvent.Type.KeyPress and _is_pressing_key(event)
        return is_pressed or kind in (QEvent.Type.MouseButtonRelease, QEvent.Type.Shortcut)

    def _settle(self) -> None:
        """Let a button be reached, and nothing else."""
        if self._widget.isEnabled() is not self._is_button:
            self._widget.setEnabled(self._is_button)

    def _describe(self) -> None:
        self._widget.setToolTip(self._why_not)
        told = _TOLD.format(self._why_not) if self._is_button else self._why_not
        self._widget.setAccessibleDescription(told)


def permit(widget: QWidget, office: Office, permission: Permission) -> None:
    """Let *widget* be used only by who may do it; the others are told why not (F64)."""
    if (why_not := office.may(permission)) and widget.findChild(_Closed) is None:
        _Closed(widget, why_not)


def permit_all(widgets: Iterable[QWidget], office: Office, permission: Permission) -> None:
    """Do as permit() with several widgets."""
    for widget in widgets:
        permit(widget, office, permission)


def is_closed(widget: QWidget) -> bool:
    """Tell whether the user's role may not use *widget*."""
    return widget.findChild(_Closed) is not None


def tell_why(widget: QWidget, why_not: str) -> None:
    """Show below *widget* why it cannot be used, and let a screen reader say it."""
    place = widget.mapToGlobal(QPoint(0, widget.height() // 2))
    # As rich text it is broken into lines.
    QToolTip.showText(place, f"<p>{escape(why_not)}</p>", widget)
    say(widget, why_not)


def _is_pressing_key(event: QEvent) -> bool:
    return event.type() in _TYPED and isinstance(event, QKeyEvent) and event.key() in _KEYS
