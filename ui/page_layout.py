"""Where the pages of a document lie when they are shown under each other."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF

SMALLEST, LARGEST = 25, 400
MARGIN = 16
_PIXELS_PER_POINT = 96 / 72


class Fit(Enum):
    """What decides how large the pages are shown."""

    WIDTH = auto()
    PAGE = auto()
    FREE = auto()


@dataclass(frozen=True)
class Room:
    """The window the pages are seen through, in pixels, and the dots of the screen in each."""

    width: float
    height: float
    dots: float = 1.0


@dataclass(frozen=True)
class Place:
    """A place in the pages that means the same in another size or a newer document."""

    page: int = 0
    down: float = -1.0
    across: float = 0.5


def percent(scale: float) -> int:
    """Return pixels for each point as per cent of the paper's own size."""
    return round(scale / _PIXELS_PER_POINT * 100)


def scale_of(percentage: float) -> float:
    """Return pixels for each point, between 25 and 400 per cent of the paper's own size."""
    return max(SMALLEST, min(LARGEST, percentage)) / 100 * _PIXELS_PER_POINT


def fitting_scale(sizes: Sequence[QSizeF], fit: Fit, room: Room) -> float:
    """Return the pixels for each point that make pages of *sizes* (points) fit into *room*."""
    scale = (room.width - 2 * MARGIN) / max(size.width() for size in sizes)
    if fit is Fit.PAGE:
        highest = max(size.height() for size in sizes)
        scale = min(scale, (room.height - 2 * MARGIN) / highest)
    return scale_of(scale / _PIXELS_PER_POINT * 100)


def beyond(length: float, window: float) -> int:
    """Return how far *length* goes beyond *window*; less than a pixel is only rounding.

    At 150 % a page that fits the width is rounded to whole dots of the screen,
    and would else be followed by a scroll bar for a third of a pixel.
    """
    return ceil(length - window) if length - window >= 1 else 0


class PageLayout:
    """The pages under each other, centred in a room; made anew when size or document changes."""

    def __init__(self, sizes: Sequence[QSizeF], scale: float, room: Room) -> None:
        dots = room.dots
        # Whole dots of the screen, or the pictures would be smeared over two of them.
        whole = [QSizeF((size * (scale * dots)).toSize()) / dots for size in sizes]
        self._room = room
        self.width = max(room.width, max((size.width() for size in whole), default=0) + 2 * MARGIN)
        self.pages: list[QRectF] = []
        self.height = float(MARGIN)
        for size in whole:
            left = round((self.width - size.width()) / 2 * dots) / dots
            top = round(self.height * dots) / dots
            self.pages.append(QRectF(QPointF(left, top), size))
            self.height = top + size.height() + MARGIN

    def place(self, x: float, y: float) -> Place:
        """Return the place that lies at the top of the window when it is scrolled to *x*, *y*."""
        if not self.pages or y <= 0:
            return Place(across=self._across(x))
        index = max(0, bisect_right([page.top() for page in self.pages], y) - 1)
        page = self.pages[index]
        return Place(index, (y - page.top()) / page.height(), self._across(x))

    def position(self, place: Place) -> QPointF:
        """Return where to scroll to for *place*, or for the end when it is gone."""
        x = place.across * (self.width - self._room.width)
        if place.down < 0 or not self.pages:
            return QPointF(x, 0)
        if place.page >= len(self.pages):
            return QPointF(x, self.height)
        page = self.pages[place.page]
        return QPointF(x, page.top() + place.down * page.height())

    def page_in_view(self, y: float) -> int:
        """Return the page one looks at, counted from 1; 0 when there is none.

        It is the one in the middle of the window, but at either end the first or the last.
        """
        last_y = self.height - self._room.height
        if not self.pages or y <= 0:
            return min(1, len(self.pages))
        if y >= int(last_y):
            return len(self.pages)
        middle = y + self._room.height / 2
        return max(1, bisect_right([page.top() for page in self.pages], middle))

    def _across(self, x: float) -> float:
        spare = self.width - self._room.width
        return x / spare if spare > 0 else 0.5
