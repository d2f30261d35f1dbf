"""The arrow that tells that a box opens into a list."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QComboBox


def draw_drop_arrow(box: QComboBox) -> None:
    """Draw the arrow in the colour of the text; a style sheet leaves Qt's own out."""
    size = box.fontMetrics().height() / 4
    right, middle = box.width() - 3.5 * size, box.height() / 2
    painter = QPainter(box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    group = QPalette.ColorGroup.Normal if box.isEnabled() else QPalette.ColorGroup.Disabled
    pen = QPen(box.palette().color(group, QPalette.ColorRole.Text), max(1.5, size / 3))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(
        [
            QPointF(right - size, middle - size / 2),
            QPointF(right, middle + size / 2),
            QPointF(right + size, middle - size / 2),
        ]
    )
    painter.end()
