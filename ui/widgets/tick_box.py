"""A box to tick, large enough to hit and with a tick that shows in any theme."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QWidget

_TICK = ((0.22, 0.52), (0.43, 0.72), (0.80, 0.30))


class TickBox(QCheckBox):
    """A statement that is ticked or not.

    Signals:
        edited: True or False, after the writer ticked or unticked.
        left: the writer went to another field.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self, checked: bool) -> None:
        self.edited.emit(checked)

    def set_value(self, value: object) -> None:
        """Show whether *value* is true."""
        self.setChecked(bool(value))

    def set_read_only(self, read_only: bool) -> None:
        """Show the tick, but let nobody change it."""
        self.setEnabled(not read_only)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the tick on top: a style sheet can only take it from a file."""
        super().paintEvent(event)
        if self.isChecked():
            self._draw_tick()

    def _draw_tick(self) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxIndicator
        box = self.style().subElementRect(part, option, self)
        points = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in _TICK]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.palette().color(QPalette.ColorRole.HighlightedText)
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(QPolygonF(points))
        painter.end()
