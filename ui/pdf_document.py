"""The pages of a finished PDF as pictures and text."""

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions


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
        options.setScaledClipRect(part)
        drawn = self._document.render(index, part.size(), options)
        paper = QImage(part.size(), QImage.Format.Format_RGB32)
        paper.fill("white")
        # The pages come transparent; printed so they would become a picture with a soft mask.
        painter = QPainter(paper)
        painter.drawImage(0, 0, drawn)
        painter.end()
        return paper

    def text(self, index: int) -> str:
        """Return the words of a page in reading order."""
        return self._document.getAllText(index).text()

    def close(self) -> None:
        """Let go of the PDF: first the document, then what it reads from."""
        self._document.close()
        self._buffer.close()
