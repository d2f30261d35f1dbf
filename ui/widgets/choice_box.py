"""A list to choose from that also takes an own text, such as a role."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from ui.widgets.drop_arrow import draw_drop_arrow
from ui.widgets.line_box import LineBox


class ChoiceBox(QComboBox):
    """A drop-down list; what is not in it may be written.

    Signals:
        edited: the text, after the writer chose or wrote.
        left: the writer went to another field.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, choices: Iterable[str]) -> None:
        super().__init__()
        self._line = LineBox()
        self.setLineEdit(self._line)
        # Qt would fill in "God man" to "God man eller förvaltare" and Tab would take it.
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt's own way to have none
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(list(choices))
        self.setCurrentIndex(-1)
        self.setMaxVisibleItems(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.textActivated.connect(self._on_activated)
        self._line.edited.connect(self.edited)
        self._line.left.connect(self.left)

    def _on_activated(self, text: str) -> None:
        self.edited.emit(text)

    def set_value(self, value: object) -> None:
        """Show the text *value*."""
        if value != self.currentText():
            index = self.findText(str(value))
            if index != self.currentIndex():
                self.setCurrentIndex(index)
            self._line.set_value(value)
            if not self._line.hasFocus():
                # The beginning of a long text tells more than its end.
                self._line.home(False)

    def set_read_only(self, read_only: bool) -> None:
        """Show the text, but let nobody change it."""
        self.setEnabled(not read_only)

    def set_name(self, name: str) -> None:
        """Let a screen reader say *name*, also at the inner line of text."""
        self.setAccessibleName(name)
        self._line.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the box with its arrow."""
        super().paintEvent(event)
        draw_drop_arrow(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave the page keys to the page, as the wheel; the arrows change the choice."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll the page, never the choice: a choice changed unseen is a wrong plan."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()
