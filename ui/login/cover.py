"""Covers the window until the one who left it comes back (F68)."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from shiboken6 import isValid


class Cover(QWidget):
    """Lies over all of *under*, which is not to be used or read meanwhile.

    What is under it is disabled, so that no key reaches it, and blank to a screen reader.
    Dialogs and menus stand above any cover, so they are hidden until it is taken away.
    """

    def __init__(self, under: QWidget, shown: QWidget) -> None:
        super().__init__(under.window())
        self.setObjectName("surface")
        self._under, self._focused = under, under.window().focusWidget()
        self._dialogs = _hide_others(under.window())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(shown)
        under.setEnabled(False)
        under.hide()
        under.window().installEventFilter(self)
        self._fill()
        self.show()
        self.raise_()

    def take_away(self, *, gives_back: bool = True) -> None:
        """Show again what was covered, as it was; to another user without its dialogs."""
        self._under.window().removeEventFilter(self)
        self._under.setEnabled(True)
        self._under.show()
        self.hide()
        # Or the next key would press whatever button comes first there.
        if self._focused is not None and isValid(self._focused):
            self._focused.setFocus()
        for dialog in filter(isValid, self._dialogs):
            if gives_back:
                dialog.show()
            else:
                dialog.reject()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the window when it gets another size."""
        if event.type() is QEvent.Type.Resize:
            self._fill()
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Stay: only coming back takes it away."""
        event.ignore()

    def _fill(self) -> None:
        self.setGeometry(self._under.window().rect())


def _hide_others(window: QWidget) -> list[QDialog]:
    """Hide every other window of the program, and return the dialogs among them."""
    others = [
        one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window
    ]
    for one in others:
        one.hide()
    return [one for one in others if isinstance(one, QDialog)]
