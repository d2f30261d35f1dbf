"""A box for a short text on one line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class LineBox(QLineEdit):
    """One line of text.

    Signals:
        edited: the whole text, after every change by the writer.
        left: the writer went to another field or pressed Enter.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textEdited.connect(self._on_edited)
        self.returnPressed.connect(self.left)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Tell that the field was left, also when nothing was written in it.

        Qt's own editingFinished is silent then; a menu over the field is no leaving.
        """
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _on_edited(self, text: str) -> None:
        self.edited.emit(text)

    def set_value(self, value: object) -> None:
        """Show the text *value* with the caret where the writer is: cleaning drops before it."""
        if value != self.text():
            after_caret = self._length() - self.cursorPosition()
            self.setText(str(value))
            self.setCursorPosition(self._length() - after_caret)

    def _length(self) -> int:
        """Return how many signs there are as Qt counts its caret, an emoji as two."""
        return len(self.text().encode("utf-16-le", "surrogatepass")) // 2

    def set_read_only(self, read_only: bool) -> None:
        """Let the text be read and copied, but not changed."""
        self.setReadOnly(read_only)
