"""Finds a text in all pages of a document, a few pages at a time."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from ui.page_text import Folded, Stretch, find, folded
from ui.pdf_document import PdfPages

_AT_A_TIME_SECONDS = 0.008


class PageSearch(QObject):
    """What was found, and which of it one stands at; goes on when other pages are shown.

    Signals:
        changed: there are other hits, or another of them is the current one.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._texts: list[Folded] = []
        self._query = ""
        self._from_page = 0
        self._wanted = 0
        self._next_page = 0
        self.hits: list[Stretch] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_done(self) -> bool:
        """Whether all pages have been searched."""
        return not self._timer.isActive()

    @property
    def number(self) -> int:
        """The hit one stands at, counted from 1; 0 when there is none."""
        return min(self._wanted, len(self.hits))

    @property
    def current(self) -> Stretch | None:
        """The hit one stands at."""
        return self.hits[self.number - 1] if self.number else None

    def set_pages(self, pages: PdfPages | None) -> None:
        """Search in *pages* from now on, for the same and at the same hit as in those before."""
        self._pages, self._texts = pages, []
        self._restart()

    def look_for(self, query: str, page: int) -> None:
        """Find *query*, and stand at the first hit on *page*, counted from 0, or after it."""
        self._query, self._from_page, self._wanted = query, page, 0
        self._restart()

    def step(self, hits: int) -> None:
        """Go to the hit that lies so many away, round the ends of the document."""
        if self.hits:
            self._wanted = (self.number - 1 + hits) % len(self.hits) + 1
            self.changed.emit()

    def _restart(self) -> None:
        self.hits, self._next_page = [], 0
        self._timer.start()
        # What is quickly found is marked at once, or the marks would blink at every change.
        self._go_on()

    def _go_on(self) -> None:
        """Search for a moment and leave the rest for later."""
        until = perf_counter() + _AT_A_TIME_SECONDS
        count = self._pages.page_count if self._pages and self._query.strip() else 0
        while self._next_page < count and perf_counter() < until:
            self.hits += find(self._query, self._next_page, self._text(self._next_page))
            self._next_page += 1
        if self._next_page >= count:
            self._timer.stop()
        self._choose()
        self.changed.emit()

    def _text(self, page: int) -> Folded:
        if page == len(self._texts) and self._pages is not None:
            self._texts.append(folded(self._pages.characters(page)))
        return self._texts[page]

    def _choose(self) -> None:
        """Stand at the first hit from where one looked, or at the first of all."""
        if self._wanted == 0:
            later = (n for n, hit in enumerate(self.hits, 1) if hit.page >= self._from_page)
            self._wanted = next(later, 1 if self.hits and self.is_done else 0)
