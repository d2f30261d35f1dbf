"""The QR code of a check code, with what it is for beside it."""

from printing.layout.block import Block
from printing.layout.paragraph import Paragraph
from printing.layout.style import INK, MM, STEP, Look
from printing.pdf.document import TaggedPdf
from printing.pdf.qr import modules
from printing.pdf.tags import Tag

_SIDE = 24 * MM // STEP * STEP
_BESIDE = 3 * STEP


class CodeFigure(Block):
    """A QR code of *content* in the rail, told by its tag's alternative text."""

    before = 4.0

    def __init__(self, content: str, tag: Tag, explained: tuple[str, Tag], look: Look) -> None:
        self._content, self._tag = content, tag
        text, its_tag = explained
        self._indent = max(look.rail, _SIDE + _BESIDE)
        self._text = Paragraph(text, look.note, look.measure - self._indent, its_tag)
        self.height = max(_SIDE, self._text.height)

    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw the code and its explanation."""
        pdf.open(self._tag)
        low = top - _SIDE
        squares = modules(self._content)
        pdf.squares(
            ((left + x * _SIDE, low + y * _SIDE, w * _SIDE, h * _SIDE) for x, y, w, h in squares),
            INK,
        )
        pdf.close()
        self._text.draw(pdf, left + self._indent, top)
