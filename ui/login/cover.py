"""Covers the window until the one who left it comes back (F68)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.kept_dialog import KeptDialog

# What tells of the part of the cover that the mouse is over.
_HARMLESS = Qt.WindowType.ToolTip


class Cover(QWidget):
    """Lies over all of *under*, which is not to be used or read meanwhile.

    What is under it is disabled, so that no key reaches it, and blank to a screen reader.
    Dialogs and menus stand above any cover, so they are hidden until it is taken away, also
    those that are opened meanwhile, such as an answer that comes late.
    """

    def __init__(self, under: QWidget, shown: QWidget) -> None:
        super().__init__(under.window())
        self.setObjectName("surface")
        self._under, self._focused = under, under.window().focusWidget()
        self._dialogs, self._is_given_up = _hide_others(under.window()), False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(shown)
        under.setEnabled(False)
        under.hide()
        self._watch = _Watch(under.window(), self._fill, self._keep_away)
        self._fill()
        self.show()
        self.raise_()

    def give_up(self) -> None:
        """Close the dialogs of who has gone, as with Esc, but without asking what is to be kept."""
        self._is_given_up = True
        # Dialogs are disabled with what they belong to, and some cannot be closed then.
        self._under.setEnabled(True)
        for dialog in filter(isValid, self._dialogs):
            _close(dialog)
        self._dialogs.clear()

    def take_away(self) -> None:
        """Show again what was covered, as it was."""
        self._watch.end()
        self._under.setEnabled(True)
        self._under.show()
        self.hide()
        # Or the next key would press whatever button comes first there.
        if self._focused is not None and isValid(self._focused):
            self._focused.setFocus()
        for dialog in filter(isValid, self._dialogs):
            dialog.show()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Stay: only coming back takes it away."""
        event.ignore()

    def _fill(self) -> None:
        self.setGeometry(self._under.window().rect())

    def _keep_away(self, opened: QWidget) -> None:
        """Hide a window that is opened while the cover is there, unless it is the cover's own."""
        # The window itself is shown anew when it has been minimised.
        if opened is self._under.window() or not opened.isWindow():
            return
        if opened.windowType() is _HARMLESS or self._owns(opened):
            return
        # Qt is still showing it: until it can be hidden, there is nothing to read.
        opened.setWindowOpacity(0)
        QTimer.singleShot(0, opened, lambda: self._hide_late(opened))

    def _owns(self, opened: QWidget) -> bool:
        """Tell whether it was opened from the cover itself, as the menu of a line."""
        above = opened.parentWidget()
        while above is not None and above is not self:
            above = above.parentWidget()
        return above is self

    def _hide_late(self, opened: QWidget) -> None:
        opened.hide()
        opened.setWindowOpacity(1)
        if self._is_given_up and isinstance(opened, QDialog):
            _close(opened)
        elif isinstance(opened, QDialog) and opened not in self._dialogs:
            self._dialogs.append(opened)


class _Watch(QObject):
    """Tells of the window's new size, and of every widget in the program that is shown."""

    def __init__(
        self, window: QWidget, resized: Callable[[], None], shown: Callable[[QWidget], None]
    ) -> None:
        super().__init__()
        self._window, self._resized, self._shown = window, resized, shown
        # A window that goes with its cover is looked at no more: it is half gone by then.
        window.destroyed.connect(self.end)
        if application := QApplication.instance():
            application.installEventFilter(self)

    def end(self) -> None:
        """Watch no more."""
        if application := QApplication.instance():
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Tell of it, while the window is there."""
        kind = event.type()
        if kind is QEvent.Type.Resize and isValid(self._window) and watched is self._window:
            self._resized()
        elif kind is QEvent.Type.Show and isinstance(watched, QWidget) and isValid(self._window):
            self._shown(watched)
        return False


def _close(dialog: QDialog) -> None:
    if isinstance(dialog, KeptDialog):
        dialog.give_up()
    else:
        dialog.reject()


def _hide_others(window: QWidget) -> list[QDialog]:
    """Hide every other window of the program, and return the dialogs among them."""
    others = [
        one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window
    ]
    for one in others:
        one.hide()
    return [one for one in others if isinstance(one, QDialog)]
