"""Room to write by hand: ruled lines, squares to tick, and tables with empty rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from printing.layout.block import Block
from printing.layout.groups import Stack
from printing.layout.paper import pages_of
from printing.layout.paragraph import Paragraph, baseline
from printing.layout.story import Columns, Story
from printing.layout.style import MUTED, STEP, Style
from printing.layout.table import GUTTER, Row, Table
from printing.pdf.colour import Colour
from printing.pdf.document import Artifact, TaggedPdf
from printing.pdf.tags import Kind, Scope, Tag

# Light enough to write across, dark enough for a copier.
RULE = Colour.of("#a9b6bc")
# Lines 8.5 mm apart.
LINE = 24.0
_THIN, _SQUARE = 0.6, 10.0
_LIFT = 2.0
_BELOW_BASELINE = 1.5
AFTER_SQUARE = 16.0


class Ruled(Block):
    """Empty lines to write on, not divided; the last is left out where another line stands."""

    after = 2 * STEP

    def __init__(self, count: int, width: float, *, is_closed: bool = True) -> None:
        self._count, self._width, self._is_closed = count, width, is_closed
        self.height = count * LINE

    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw the lines, which say nothing."""
        pdf.open_artifact(Artifact.LAYOUT)
        for number in range(1, self._count + self._is_closed):
            y = top - number * LINE + _LIFT
            pdf.rule(left, y, left + self._width, y, _THIN, RULE)
        pdf.close()


class LabelledLine(Block):
    """A line to write on after its label, on one baseline."""

    def __init__(
        self, label: Paragraph, rail: float, width: float, *, is_closed: bool = True
    ) -> None:
        self._label, self._rail, self._width = label, rail, width
        self._is_closed = is_closed
        self.height = LINE

    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw label and line."""
        self._label.draw(pdf, left, top - LINE + self._label.height)
        if self._is_closed:
            y = top - LINE + _LIFT
            pdf.open_artifact(Artifact.LAYOUT)
            pdf.rule(left + self._rail, y, left + self._width, y, _THIN, RULE)
            pdf.close()


class Ticks(Block):
    """Squares to tick, each with its text, in rows of so many columns, *apart* points apart."""

    after = 2 * STEP

    def __init__(
        self, texts: Sequence[Paragraph], columns: int, width: float, *, apart: float = STEP
    ) -> None:
        self._share, self._apart = width / columns, apart
        self._rows = [texts[at : at + columns] for at in range(0, len(texts), columns)]
        self.height = sum(map(self._depth, self._rows))

    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw squares and texts."""
        for row in self._rows:
            for number, text in enumerate(row):
                self._draw_one(text, pdf, left + number * self._share, top)
            top -= self._depth(row)

    @staticmethod
    def _draw_one(text: Paragraph, pdf: TaggedPdf, left: float, top: float) -> None:
        pdf.open_artifact(Artifact.LAYOUT)
        low = top - baseline(text.style) - _BELOW_BASELINE
        pdf.frame(left, low, _SQUARE, _SQUARE, 0.8, MUTED)
        pdf.close()
        text.draw(pdf, left + AFTER_SQUARE, top)

    def _depth(self, row: Sequence[Paragraph]) -> float:
        return max(text.height for text in row) + self._apart


class WritingRow(Row):
    """A row of an empty table, with lines between its cells."""

    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw the cells and the lines around them."""
        super().draw(pdf, left, top)
        pdf.open_artifact(Artifact.LAYOUT)
        for width in self.widths[:-1]:
            left += width
            at = left - GUTTER / 2
            pdf.rule(at, top, at, top - self.height, _THIN, RULE)
        pdf.close()


def ticks(story: Story, texts: Sequence[str], columns: int = 1) -> None:
    """Tell a list in which one ticks what is true."""
    width = story.look.measure
    items = tick_texts(texts, story.look.cell, width / columns, story.tag(Kind.LIST))
    story.block(Ticks(items, columns, width))


def tick_texts(texts: Sequence[str], style: Style, share: float, tag: Tag) -> list[Paragraph]:
    """Return the items of the list *tag*, each for a column *share* points wide."""
    room = share - AFTER_SQUARE
    return [Paragraph(text, style, room, tag.add(Kind.ITEM).add(Kind.ITEM_BODY)) for text in texts]


def line_after(story: Story, label: str, width: float | None = None) -> None:
    """Tell a label with a line to write on beside it."""
    look = story.look
    said = Paragraph(label, look.label, look.rail, story.tag(Kind.PARAGRAPH))
    story.block(LabelledLine(said, look.rail, width or look.measure))


def asked(story: Story, label: str, hint: str = "") -> None:
    """Tell what is to be written below, and how."""
    story.text(label, replace(story.look.strong, before=8))
    story.blocks[-1].keeps = True
    if hint:
        story.text(hint, replace(story.look.note, after=0))
        story.blocks[-1].keeps = True


class WritingTable:
    """An empty table in the making: a heading row and rows with lines between the cells."""

    def __init__(self, story: Story, columns: Columns) -> None:
        self._story, self._columns = story, columns
        self._tag = story.tag(Kind.TABLE)
        line = self._tag.add(Kind.ROW)
        self._head = [
            Paragraph(name, story.look.column, width - GUTTER, _header_cell(line))
            for name, width in zip(columns.names, columns.widths, strict=True)
        ]
        self._rows: list[Row] = []

    def cells(self) -> list[Tag]:
        """Return the cells of a new row."""
        line = self._tag.add(Kind.ROW)
        return [line.add(Kind.CELL) for _ in self._columns.names]

    def add(self, stacks: Sequence[Stack], height: float) -> None:
        """Add a row with what stands in its cells."""
        self._rows.append(WritingRow(stacks, self._columns.widths, height))

    def tell(self) -> None:
        """Add the table to the story."""
        self._story.block(Table(self._head, self._rows))


def _header_cell(line: Tag) -> Tag:
    return line.add(Kind.HEADER_CELL, scope=Scope.COLUMN)


def room_left(story: Story) -> float:
    """Return how many points are free below what has been told so far."""
    placed = pages_of(story)[-1]
    used = placed[-1].down + placed[-1].block.height if placed else 0
    return story.look.depth - used
