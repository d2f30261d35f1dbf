"""What is selected of the text of the pages, by mouse or all of it."""

from collections.abc import Callable, Iterator
from enum import Enum, auto

from PySide6.QtCore import QPointF

from ui.page_places import PagePlaces
from ui.page_text import Stretch, line_around, plain, word_around
from ui.pdf_document import PdfPages

_End = tuple[int, int]


class Grain(Enum):
    """How much is selected at a time: one click, two or three."""

    CHARACTER = auto()
    WORD = auto()
    LINE = auto()


_AROUND: dict[Grain, Callable[[str, int], tuple[int, int]]] = {
    Grain.WORD: word_around,
    Grain.LINE: line_around,
}


class PageSelection:
    """The selected text of one document, from a page and character to another."""

    def __init__(self, pages: PdfPages) -> None:
        self._pages = pages
        self._places = PagePlaces(pages)
        self._grain = Grain.CHARACTER
        self._anchor: tuple[_End, _End] | None = None
        self._begin: _End = (0, 0)
        self._end: _End = (0, 0)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is selected."""
        return self._begin >= self._end

    def begin(self, page: int, point: QPointF, grain: Grain) -> None:
        """Begin where the mouse was pressed, with the word or line that lies there."""
        self._grain = grain
        self._anchor = self._span(page, point)
        if self._anchor:
            self._begin, self._end = self._anchor

    def extend(self, page: int, point: QPointF) -> None:
        """Select from where it began to where the mouse is now."""
        here = self._span(page, point)
        if here and self._anchor:
            self._begin = min(self._anchor[0], here[0])
            self._end = max(self._anchor[1], here[1])

    def select_all(self) -> None:
        """Select the text of every page."""
        last = self._pages.page_count - 1
        self._begin, self._end = (0, 0), (last, len(self._pages.characters(last)))

    def carried_to(self, pages: PdfPages) -> "PageSelection":
        """Return the same selection in *pages*, empty where another text stands there now."""
        carried = PageSelection(pages)
        if not self.is_empty and self._end[0] < pages.page_count:
            carried._grain, carried._anchor = self._grain, self._anchor
            carried._begin, carried._end = self._begin, self._end
            if carried.text() != self.text():
                carried.clear()
        return carried

    def clear(self) -> None:
        """Select nothing."""
        self._begin = self._end = (0, 0)

    def on_page(self, page: int) -> Stretch | None:
        """Return what is selected of a page."""
        if not self._begin[0] <= page <= self._end[0] or self.is_empty:
            return None
        start = self._begin[1] if page == self._begin[0] else 0
        end = self._end[1] if page == self._end[0] else len(self._pages.characters(page))
        return Stretch(page, start, end - start) if end > start else None

    def text(self) -> str:
        """Return the selected text in reading order, hyphenated words joined."""
        return "\n".join(self._texts())

    def _texts(self) -> Iterator[str]:
        for page in range(self._begin[0], self._end[0] + 1):
            if found := self.on_page(page):
                characters = self._pages.characters(page)
                yield plain(characters[found.start : found.start + found.length])

    def _span(self, page: int, point: QPointF) -> tuple[_End, _End] | None:
        """Return the ends of what lies at *point*, as large as the grain."""
        if self._grain is Grain.CHARACTER:
            place = self._places.gap_at(page, point)
            return None if place is None else ((page, place), (page, place))
        place = self._places.character_at(page, point)
        if place is None:
            return None
        start, end = _AROUND[self._grain](self._pages.characters(page), place)
        return (page, start), (page, end)
