"""The line in which one types what to search for."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from ui.theme import Theme

# Or the buttons inside of the line would be as large as those of the window.
_BUTTONS = "QToolButton { border: 0; padding: 0; min-height: 0; background: transparent; }"


class SearchLine(QLineEdit):
    """A line with a magnifying glass, whose text is chosen when one comes back to it.

    Signals:
        entered: the keyboard came here.
    """

    entered = Signal()

    def __init__(self, name: str, key: str, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setToolTip(f"{name} ({key})")
        self.setStyleSheet(_BUTTONS)
        self.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._empty = self.addAction(theme.icon("close"), QLineEdit.ActionPosition.TrailingPosition)
        self._empty.setToolTip("Töm sökningen (Esc)")
        self._empty.triggered.connect(self.clear)
        self._empty.setVisible(False)
        self.textChanged.connect(lambda text: self._empty.setVisible(bool(text)))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Choose the whole text, to be typed over."""
        super().focusInEvent(event)
        self.selectAll()
        self.entered.emit()
