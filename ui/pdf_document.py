"""The pages of a finished PDF as pictures and text."""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QModelIndex, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument, QPdfDocumentRenderOptions

from ui.page_text import Stretch, plain


@dataclass(frozen=True)
class Heading:
    """A heading that the PDF's bookmarks name, on a page counted from 0; level 1 is the highest."""

    title: str
    page: int
    level: int


class PdfPages:
    """A PDF that has been read, in the thread that reads it.

    Raises ValueError when *data* is no PDF that can be shown.
    """

    def __init__(self, data: bytes) -> None:
        # The document first, so that it also goes first when nobody calls close().
        self._document = QPdfDocument()
        # No parent: a buffer that is a child of its document is never freed.
        self._buffer = QBuffer()
        self._buffer.setData(data)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._characters: dict[int, str] = {}
        if self._document.error() != QPdfDocument.Error.None_ or not self.page_count:
            self.close()
            raise ValueError("The bytes are no PDF with pages.")

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    def page_size(self, index: int) -> QSizeF:
        """Return the size of a page in points, 72 to the inch."""
        return self._document.pagePointSize(index)

    def image(self, index: int, width_px: int, dpr: float = 1.0) -> QImage:
        """Return a whole page, *width_px* wide on the screen, with *dpr* dots for each of them."""
        size = self.page_size(index)
        width = round(width_px * dpr)
        whole = QSize(width, round(width * size.height() / size.width()))
        image = self.part(index, whole, QRect(0, 0, whole.width(), whole.height()))
        image.setDevicePixelRatio(dpr)
        return image

    def part(self, index: int, whole: QSize, part: QRect) -> QImage:
        """Return *part* of a page drawn *whole* pixels large, on white paper."""
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(whole)
        # WORKAROUND: Qt takes the last row and column for the end of the part, so that each part
        # would come out one dot too small, and a page printed in strips 1 mm too high.
        options.setScaledClipRect(part.adjusted(0, 0, 1, 1))
        drawn = self._document.render(index, part.size(), options)
        paper = QImage(part.size(), QImage.Format.Format_RGB32)
        paper.fill("white")
        # The pages come transparent; printed so they would become a picture with a soft mask.
        painter = QPainter(paper)
        painter.drawImage(0, 0, drawn)
        painter.end()
        return paper

    def text(self, index: int) -> str:
        """Return the words of a page in reading order, hyphenated words joined."""
        return plain(self.characters(index))

    def characters(self, index: int) -> str:
        """Return the characters of a page as the PDF has them, which a Stretch counts."""
        if index not in self._characters:
            self._characters[index] = self._document.getAllText(index).text()
        return self._characters[index]

    def boxes(self, stretch: Stretch) -> list[QRectF]:
        """Return where on its page, in points, *stretch* stands: a box for each part of a line."""
        found = self._document.getSelectionAtIndex(stretch.page, stretch.start, stretch.length)
        return [polygon.boundingRect() for polygon in found.bounds()]

    def headings(self) -> list[Heading]:
        """Return the bookmarks in their order."""
        model = QPdfBookmarkModel()
        model.setDocument(self._document)
        return _headings_below(model, QModelIndex(), 1)

    def close(self) -> None:
        """Let go of the PDF: first the document, then what it reads from."""
        self._document.close()
        self._buffer.close()


def _headings_below(model: QPdfBookmarkModel, above: QModelIndex, level: int) -> list[Heading]:
    found = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        title = model.data(index, QPdfBookmarkModel.Role.Title.value)
        page = model.data(index, QPdfBookmarkModel.Role.Page.value)
        found.append(Heading(title, page, level))
        found += _headings_below(model, index, level + 1)
    return found
