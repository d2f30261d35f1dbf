"""What the user's role may not do: shown, but not to be pressed, with the reason (F64)."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from gplan_desktop.domain.user import Permission
from ui.office import Office


class _Closed(QObject):
    """Keeps a widget disabled, whatever else would let it be used."""

    def __init__(self, widget: QWidget, why_not: str) -> None:
        super().__init__(widget)
        self._widget, self._why_not = widget, why_not
        widget.setEnabled(False)
        self._tell()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Disable the widget again when the view lets it be used, and keep the reason there."""
        if event.type() is QEvent.Type.EnabledChange and self._widget.isEnabled():
            self._widget.setEnabled(False)
        elif event.type() is QEvent.Type.ToolTipChange and self._widget.toolTip() != self._why_not:
            self._tell()
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        self._widget.setToolTip(self._why_not)
        self._widget.setAccessibleDescription(self._why_not)


def permit(widget: QWidget, office: Office, permission: Permission) -> None:
    """Let *widget* be used only by who may do it; the others are told why not (F64)."""
    if (why_not := office.may(permission)) and widget.findChild(_Closed) is None:
        _Closed(widget, why_not)


def permit_all(widgets: Iterable[QWidget], office: Office, permission: Permission) -> None:
    """Do as permit() with several widgets."""
    for widget in widgets:
        permit(widget, office, permission)
