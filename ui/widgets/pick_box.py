"""A drop-down list of which one choice is taken."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from ui.widgets.drop_arrow import draw_drop_arrow

_NONE = "Välj …"


class PickBox(QComboBox):
    """One of a few choices, none at first.

    Signals:
        edited: the value that the writer took.
        left: the writer went to another field.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, choices: Iterable[tuple[object, str]]) -> None:
        super().__init__()
        self._values: list[object] = []
        for value, text in choices:
            self._values.append(value)
            self.addItem(text)
        self.setPlaceholderText(_NONE)
        self.setCurrentIndex(-1)
        self.activated.connect(self._on_activated)

    def set_value(self, value: object) -> None:
        """Show *value* as taken; none when it is not among the choices."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def set_read_only(self, read_only: bool) -> None:
        """Show the choice, but let nobody change it."""
        self.setEnabled(not read_only)

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
        """Scroll the page, never the choice: a choice changed unseen is a wrong record."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def _on_activated(self, place: int) -> None:
        self.edited.emit(self._values[place])
