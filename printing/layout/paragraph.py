"""A text on the page: a paragraph, a heading, a label."""

from __future__ import annotations

from collections.abc import Sequence

from printing.layout.block import Block
from printing.layout.lines import Line, lines
from printing.layout.style import ACCENT, MUTED, STEP, Style
from printing.pdf.document import Artifact, TaggedPdf
from printing.pdf.tags import Tag

# Fewer lines are not left alone at the foot or the head of a page.
_TOGETHER = 2


class Paragraph(Block):
    """Lines of one style, drawn as the content of *tag*."""

    def __init__(
        self, text: str, style: Style, width: float, tag: Tag, *, indent: float = 0
    ) -> None:
        self._begin(lines(text, style, width - indent), style, tag)
        self.indent, self.width = indent, width
        self.before, self.after = style.before, style.after

    @property
    def least(self) -> float:
        """Two lines, or all when leaving two would leave one."""
        if len(self.lines) < 2 * _TOGETHER:
            return self.height
        return _TOGETHER * self.style.leading

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Return the lines that fit and the rest, at least two of each."""
        fitting = min(int(room // self.style.leading), len(self.lines) - _TOGETHER)
        if fitting < _TOGETHER:
            return None
        return self._part(self.lines[:fitting]), self._part(self.lines[fitting:])

    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw the lines."""
        pdf.open(self.tag)
        draw_lines(self, pdf, left + self.indent, top)
        pdf.close()

    def _begin(self, its: Sequence[Line], style: Style, tag: Tag) -> None:
        self.lines, self.style, self.tag = tuple(its), style, tag
        self.height = len(self.lines) * style.leading

    def _part(self, its: Sequence[Line]) -> Paragraph:
        part = object.__new__(type(self))
        part.__dict__.update(self.__dict__)
        part._begin(its, self.style, self.tag)
        return part


class Heading(Paragraph):
    """A heading that is also a bookmark, and never the last on a page; level 0 is the title.

    A section has a line above it; a life area has its code at the end of the line.
    """

    keeps = True

    def __init__(self, text: str, style: Style, width: float, tag: Tag, *, level: int) -> None:
        super().__init__(text, style, width, tag)
        self.text, self.level = text, level
        self.ruled = width if level == 1 else 0

    def split(self, room: float) -> tuple[Block, Block] | None:  # noqa: ARG002
        """Headings are not divided."""
        return None

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw it and set its bookmark."""
        if self.level:
            pdf.bookmark(self.text, self.level - 1, top + 2 * STEP)
        if self.ruled:
            pdf.open_artifact(Artifact.LAYOUT)
            pdf.rule(left, top + STEP, left + self.ruled, top + STEP, 0.8, ACCENT)
            pdf.close()
        super().draw(pdf, left, top)


class Coded(Block):
    """A heading with a short sign in small type at the end of its first line."""

    keeps = True

    def __init__(self, heading: Heading, code: Paragraph, width: float) -> None:
        self._heading, self._code, self._width = heading, code, width
        heading.ruled = width if heading.ruled else 0
        self.height, self.before, self.after = heading.height, heading.before, heading.after

    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw the heading and its sign on one baseline."""
        self._heading.draw(pdf, left, top)
        code = self._code
        pdf.open(code.tag)
        at = left + self._width - code.lines[0].width * code.style.size
        pdf.text(
            at, top - baseline(self._heading.style), code.lines[0].runs, code.style.size, MUTED
        )
        pdf.close()


def baseline(style: Style) -> float:
    """Return how far below the top of a line its letters stand: a whole number of steps."""
    return STEP * int(0.75 * style.leading / STEP + 0.5)


def draw_lines(paragraph: Paragraph, pdf: TaggedPdf, left: float, top: float) -> None:
    """Draw the lines of *paragraph*; those that read from the right end at its right edge."""
    style = paragraph.style
    y = top - baseline(style)
    for line in paragraph.lines:
        if line.runs:
            free = paragraph.width - paragraph.indent - line.width * style.size
            x = left + free if line.from_right else left
            pdf.text(x, y, line.runs, style.size, style.colour)
        y -= style.leading
