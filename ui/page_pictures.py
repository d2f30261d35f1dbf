"""Pictures of the pages that are seen, drawn when first needed and kept while there is room."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from ui.pdf_document import PdfPages

# Pages are drawn in bands, so that 400 % costs no more memory than what is seen of them, and
# low ones: QtPdf lets nobody else work while it draws, not even from another thread.
_BAND = 640
_KEPT_BYTES = 48_000_000


@dataclass(frozen=True)
class Band:
    """A strip across a page of some size, in dots of the screen."""

    page: int
    width: int
    height: int
    top: int

    @property
    def rect(self) -> QRect:
        """The strip within its page."""
        return QRect(0, self.top, self.width, min(_BAND, self.height - self.top))


def draw(data: bytes, bands: Iterable[Band]) -> dict[Band, QImage]:
    """Return the pictures that *bands* of a PDF make, of those pages that it has.

    For a worker: the window then has only to paint them. Raises ValueError when it is no PDF.
    """
    pages = PdfPages(data)
    pictures = {
        band: pages.part(band.page, QSize(band.width, band.height), band.rect)
        for band in bands
        if band.page < pages.page_count
    }
    pages.close()
    return pictures


class PagePictures:
    """Paints the pages of one document into a window, from pictures it keeps.

    *drawn* are pictures that a worker has made already.
    """

    def __init__(self, pages: PdfPages, drawn: Mapping[Band, QImage] | None = None) -> None:
        self._pages = pages
        self._kept = dict(drawn or {})
        self._painted: set[Band] = set()
        self.seen: frozenset[Band] = frozenset()

    @property
    def kept_bytes(self) -> int:
        """How much memory the pictures take."""
        return sum(picture.sizeInBytes() for picture in self._kept.values())

    def clear(self) -> None:
        """Forget all pictures, as when the size changes."""
        self._kept.clear()

    def paint(self, painter: QPainter, index: int, rect: QRectF) -> None:
        """Paint what the painter's window shows of a page that lies at *rect*, in pixels."""
        dots, window = painter.device().devicePixelRatioF(), QRectF(painter.window())
        width, height = round(rect.width() * dots), round(rect.height() * dots)
        for top in range(0, height, _BAND):
            band = Band(index, width, height, top)
            strip = QRectF(band.rect)
            where = QRectF(strip.topLeft() / dots, strip.size() / dots)
            target = where.translated(rect.topLeft())
            if target.intersects(window):
                painter.drawImage(target, self._picture(band))

    def end_painting(self) -> None:
        """Keep what was painted since last time, and the rest only while there is little of it."""
        if self.kept_bytes > _KEPT_BYTES:
            self._kept = {band: self._kept[band] for band in self._painted}
        self.seen = frozenset(self._painted)
        self._painted.clear()

    def _picture(self, band: Band) -> QImage:
        self._painted.add(band)
        if band not in self._kept:
            whole = QSize(band.width, band.height)
            self._kept[band] = self._pages.part(band.page, whole, band.rect)
        return self._kept[band]
