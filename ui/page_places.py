"""Which character of a page lies at a point, told from the boxes around stretches of text."""

from bisect import bisect_left
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF

from ui.page_text import Stretch
from ui.pdf_document import PdfPages

# Higher than any line of text: the watermark, which lies under all of a page and is not read.
_HIGHEST_LINE = 60
_KEPT_BOXES = 4096


def is_line(box: QRectF) -> bool:
    """Tell whether *box* is that of words on a line; a joint has none, and the watermark a page."""
    return 0 < box.height() < _HIGHEST_LINE and box.width() > 0


class PagePlaces:
    """Finds characters on the pages of one document.

    QtPdf's own search at a point finds the watermark before the words over it, and nothing
    between the lines; so here the boxes of the text up to some character are compared.
    """

    def __init__(self, pages: PdfPages) -> None:
        self._pages = pages
        # Every look is a millisecond, and a drag looks at the same places over and over.
        self._boxes_until = lru_cache(_KEPT_BOXES)(self._boxes_until_now)

    def character_at(self, page: int, point: QPointF) -> int | None:
        """Return the character at or nearest to *point*, in points; None on an empty page."""
        found = self._found(page, point)
        return found[0] if found else None

    def gap_at(self, page: int, point: QPointF) -> int | None:
        """Return the character that follows where a caret at *point* would stand."""
        found = self._found(page, point)
        if found is None:
            return None
        character, is_beyond_middle = found
        return character + is_beyond_middle

    def _found(self, page: int, point: QPointF) -> tuple[int, bool] | None:
        length = len(self._pages.characters(page))
        boxes = self._boxes_until(page, length)
        number = _nearest(boxes, point)
        if number is None:
            return None
        lengths = range(length + 1)
        first = bisect_left(lengths, number + 1, key=lambda n: len(self._boxes_until(page, n))) - 1
        x = min(max(point.x(), boxes[number].left()), boxes[number].right())
        character = (
            bisect_left(lengths, x, lo=first + 1, key=lambda n: self._right(page, n, number)) - 1
        )
        left = self._right(page, character, number) if character > first else boxes[number].left()
        middle = (left + self._right(page, character + 1, number)) / 2
        return character, x > middle

    def _right(self, page: int, length: int, number: int) -> float:
        """Return how far a box reaches when the page's text ends after *length* characters."""
        return self._boxes_until(page, length)[number].right()

    def _boxes_until_now(self, page: int, length: int) -> list[QRectF]:
        return self._pages.boxes(Stretch(page, 0, length)) if length else []


def _nearest(boxes: list[QRectF], point: QPointF) -> int | None:
    """Return the number of the box at *point*, or else the nearest on the nearest line."""

    def distance(number: int) -> tuple[float, float]:
        box = boxes[number]
        down = max(box.top() - point.y(), point.y() - box.bottom(), 0)
        across = max(box.left() - point.x(), point.x() - box.right(), 0)
        return (down, across)

    lines = [number for number, box in enumerate(boxes) if is_line(box)]
    return min(lines, key=distance, default=None)
