"""One page of a PDF on the printer's paper, in its right size."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from ui.pdf_document import PdfPages

# A page in 300 dots an inch can take 35 MB in the spooler, in 600 it is 139, in 1200 557.
_COARSE, _FINE = 300, 600
_BAND = 256
# A driver rounds the paper to its own steps; so little is not worth a word.
_ROUNDING = 0.99


@dataclass(frozen=True)
class Placed:
    """How a page came to lie on its paper: made smaller, or with ink where no ink can go."""

    is_smaller: bool
    is_clipped: bool


@dataclass(frozen=True)
class Paper:
    """The paper in a chosen printer, and whether to use as many dots as anybody can see."""

    printer: QPrinter
    is_fine: bool = True

    @property
    def dots(self) -> int:
        """How many dots the printer has to the inch."""
        return self.printer.resolution()

    @property
    def step(self) -> int:
        """How many of them one of our dots takes, so that ours are 300 to 600 to the inch.

        A whole number, so that no seams show. A printer that has fewer is taken as it is.
        """
        return max(1, ceil(self.dots / _FINE) if self.is_fine else self.dots // _COARSE)

    @property
    def reached(self) -> QRectF:
        """The part of the paper where the printer can put ink, in its dots."""
        layout = self.printer.pageLayout()
        layout.setUnits(QPageLayout.Unit.Point)
        margins = layout.minimumMargins() * (self.dots / 72)
        return self.printer.paperRect(QPrinter.Unit.DevicePixel).marginsRemoved(margins)


@dataclass(frozen=True)
class Place:
    """Where a page lies on the paper: its corner in the printer's dots, its size in ours."""

    corner: QPointF
    whole: QSize
    step: int
    is_smaller: bool

    def strips(self) -> list[QRect]:
        """Return the page in strips, for memory's sake."""
        wide, high = self.whole.width(), self.whole.height()
        return [QRect(0, top, wide, min(_BAND, high - top)) for top in range(0, high, _BAND)]

    def on_paper(self, strip: QRect) -> QRectF:
        """Return where a part of the page lies on the paper."""
        size = QRectF(0, 0, strip.width() * self.step, strip.height() * self.step)
        return size.translated(self.corner + QPointF(strip.topLeft()) * self.step)


def print_page(pages: PdfPages, index: int, paper: Paper, painter: QPainter) -> Placed:
    """Paint one page of *pages* on the paper that the printer has in."""
    place, reached = place_of(pages, index, paper), paper.reached
    is_clipped = False
    for strip in place.strips():
        picture, where = pages.part(index, place.whole, strip), place.on_paper(strip)
        # Most of a page is white, which need not be sent.
        if _is_white(picture):
            continue
        is_clipped |= _has_ink_outside(picture, where, reached)
        painter.drawImage(where, picture)
    return Placed(place.is_smaller, is_clipped)


def place_of(pages: PdfPages, index: int, paper: Paper) -> Place:
    """Return where a page lies: corner in corner, or made smaller and in the paper's middle."""
    sheet, page = paper.printer.paperRect(QPrinter.Unit.Point), pages.page_size(index)
    fitting = min(sheet.width() / page.width(), sheet.height() / page.height())
    shrink = fitting if fitting < _ROUNDING else 1.0
    whole = (page * (shrink * paper.dots / paper.step / 72)).toSize()
    corner = QPointF()
    if shrink < 1:
        room = (sheet.size() * (paper.dots / 72) - whole.toSizeF() * paper.step) / 2
        corner = QPointF(max(0, round(room.width())), max(0, round(room.height())))
    return Place(corner, whole, paper.step, shrink < 1)


def _has_ink_outside(picture: QImage, where: QRectF, reached: QRectF) -> bool:
    """Tell whether a strip has more than a plain ground where the printer cannot reach.

    A ground, such as the band over a practice plan, runs out over the edge on purpose.
    """
    scale = picture.width() / where.width()
    inner = reached.intersected(where).translated(-where.topLeft())
    inside = QRectF(inner.topLeft() * scale, inner.size() * scale).toRect()
    whole = picture.rect()
    beside = [
        QRect(0, 0, inside.left(), whole.height()),
        QRect(inside.right() + 1, 0, whole.width() - inside.right() - 1, whole.height()),
        QRect(0, 0, whole.width(), inside.top()),
        QRect(0, inside.bottom() + 1, whole.width(), whole.height() - inside.bottom() - 1),
    ]
    return any(not part.isEmpty() and not _is_plain(picture.copy(part)) for part in beside)


def _is_plain(picture: QImage) -> bool:
    """Tell whether every line of a picture has one colour from left to right."""
    first = picture.copy(0, 0, 1, picture.height())
    return first.scaled(picture.size()) == picture


def _is_white(picture: QImage) -> bool:
    return picture.pixelColor(0, 0).lightness() == 255 and (
        picture.copy(0, 0, 1, 1).scaled(picture.size()) == picture
    )
