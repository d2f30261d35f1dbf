"""Covers the window until the one who left it comes back (F68)."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid


class Cover(QWidget):
    """Lies over all of *under*, which is not to be used or read meanwhile.

    What is under it is disabled, so that no key reaches it, and blank to a screen reader.
    """

    def __init__(self, under: QWidget, shown: QWidget) -> None:
        super().__init__(under.window())
        self.setObjectName("surface")
        self._under, self._focused = under, under.window().focusWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(shown)
        under.setEnabled(False)
        under.hide()
        under.window().installEventFilter(self)
        self._fill()
        self.show()
        self.raise_()

    def take_away(self) -> None:
        """Show again what was covered, as it was."""
        self._under.window().removeEventFilter(self)
        self._under.setEnabled(True)
        self._under.show()
        self.hide()
        # Or the next key would press whatever button comes first there.
        if self._focused is not None and isValid(self._focused):
            self._focused.setFocus()
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
