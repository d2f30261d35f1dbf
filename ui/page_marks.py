"""Marks over the text of the pages: what was searched for, and what is selected."""

from collections.abc import Sequence
from time import perf_counter

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.page_places import is_line
from ui.page_text import Stretch
from ui.pdf_document import PdfPages

_FOUND, _CURRENT, _SELECTED = QColor("#ffe68a"), QColor("#ffb454"), QColor("#b5d7f5")
_FRAME = QColor("#7a3e00")
_AT_A_TIME_SECONDS = 0.006
_AIR = 1.0


class PageMarks:
    """Paints marks on the pages of one document; where they lie is looked up bit by bit."""

    def __init__(self, pages: PdfPages) -> None:
        self._pages = pages
        self._hits: dict[int, list[Stretch]] = {}
        self._current: Stretch | None = None
        self._boxes: dict[Stretch, list[QRectF]] = {}
        self._selected: dict[int, tuple[Stretch, list[QRectF]]] = {}

    def show_hits(self, hits: Sequence[Stretch], current: Stretch | None) -> None:
        """Mark *hits*, and *current* more strongly than the others."""
        self._hits, self._current = {}, current
        for hit in hits:
            self._hits.setdefault(hit.page, []).append(hit)

    def boxes(self, hit: Stretch) -> list[QRectF]:
        """Return where *hit* stands, in points."""
        if hit not in self._boxes:
            self._boxes[hit] = self._lines(hit)
        return self._boxes[hit]

    def paint(self, painter: QPainter, index: int, rect: QRectF, selected: Stretch | None) -> bool:
        """Paint the marks of the page that lies at *rect*; False when some wait to be looked up."""
        scale = rect.width() / self._pages.page_size(index).width()
        painter.save()
        painter.translate(rect.topLeft())
        # Like a marking pen: the paper takes the colour, the print stays dark.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        is_whole = self._paint_hits(painter, index, scale)
        if selected is not None:
            _paint_boxes(painter, self._selection_boxes(index, selected), scale, _SELECTED)
        painter.restore()
        return is_whole

    def _paint_hits(self, painter: QPainter, index: int, scale: float) -> bool:
        until = perf_counter() + _AT_A_TIME_SECONDS
        is_whole = True
        for hit in self._hits.get(index, ()):
            if hit not in self._boxes and perf_counter() > until:
                is_whole = False
                continue
            is_current = hit == self._current
            _paint_boxes(painter, self.boxes(hit), scale, _CURRENT if is_current else _FOUND)
            if is_current:
                _frame_boxes(painter, self.boxes(hit), scale)
        return is_whole

    def _selection_boxes(self, index: int, selected: Stretch) -> list[QRectF]:
        if index not in self._selected or self._selected[index][0] != selected:
            self._selected[index] = (selected, self._lines(selected))
        return self._selected[index][1]

    def _lines(self, stretch: Stretch) -> list[QRectF]:
        return [box for box in self._pages.boxes(stretch) if is_line(box)]


def _paint_boxes(painter: QPainter, boxes: list[QRectF], scale: float, colour: QColor) -> None:
    for box in boxes:
        painter.fillRect(_scaled(box, scale), colour)


def _frame_boxes(painter: QPainter, boxes: list[QRectF], scale: float) -> None:
    painter.setPen(QPen(_FRAME, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for box in boxes:
        painter.drawRect(_scaled(box, scale))


def _scaled(box: QRectF, scale: float) -> QRectF:
    with_air = box.adjusted(-_AIR, -_AIR, _AIR, _AIR)
    return QRectF(with_air.topLeft() * scale, with_air.size() * scale)
