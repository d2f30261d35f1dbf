"""Tables: a heading row that comes back on every page, and rows that are rather moved than cut."""

from __future__ import annotations

from collections.abc import Sequence

from printing.layout.block import KEPT_WHOLE, Block
from printing.layout.groups import Stack
from printing.layout.paragraph import Paragraph, draw_lines
from printing.layout.style import ACCENT, HAIRLINE, STEP
from printing.pdf.document import Artifact, TaggedPdf

GUTTER = 8.0
_ABOVE, _BELOW = STEP, STEP


class Row(Block):
    """Cells side by side, each a stack; the row is as high as the highest, or *least_height*."""

    def __init__(
        self, cells: Sequence[Stack], widths: Sequence[float], least_height: float = 0
    ) -> None:
        self.cells, self.widths = cells, widths
        content = max((cell.height for cell in cells), default=0)
        self.height = max(content + _ABOVE + _BELOW, least_height)

    @property
    def least(self) -> float:
        """All of it, as long as that is not too much."""
        if self.height <= KEPT_WHOLE:
            return self.height
        return max(cell.least for cell in self.cells) + _ABOVE + _BELOW

    def split(self, room: float) -> tuple[Row, Row] | None:
        """Return two rows when it is very high: of each cell what fits, and what is left."""
        if self.height <= KEPT_WHOLE or self.least > room:
            return None
        parts = [self._divided(cell, room - _ABOVE - _BELOW) for cell in self.cells]
        if not any(rest.blocks for _, rest in parts):
            return None
        return (
            Row([first for first, _ in parts], self.widths),
            Row([rest for _, rest in parts], self.widths),
        )

    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw the cells and the line below."""
        for cell, width in zip(self.cells, self.widths, strict=True):
            cell.draw(pdf, left, top - _ABOVE)
            left += width
        right, low = left, top - self.height
        pdf.open_artifact(Artifact.LAYOUT)
        pdf.rule(right - sum(self.widths), low, right, low, 0.5, HAIRLINE)
        pdf.close()

    @staticmethod
    def _divided(cell: Stack, room: float) -> tuple[Stack, Stack]:
        if cell.height <= room:
            return cell, Stack(())
        parts = cell.split(room)
        if parts is None:
            return Stack(()), cell
        first, rest = parts
        return Stack(_blocks(first)), Stack(_blocks(rest))


class Table(Block):
    """Rows under a heading row."""

    before, after = 8.0, 12.0

    def __init__(
        self, head: Sequence[Paragraph], rows: Sequence[Row], *, goes_on: bool = False
    ) -> None:
        self._head, self._rows, self._goes_on = head, rows, goes_on
        self._top = max((cell.height for cell in head), default=0) + STEP
        self.height = self._top + sum(row.height for row in rows)

    @property
    def least(self) -> float:
        """The heading row with the first row, or as much as that must have."""
        return self._top + (self._rows[0].least if self._rows else 0)

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Return the rows that fit and the rest under the same heading row."""
        left, number = room - self._top, 0
        while number < len(self._rows) and self._rows[number].height <= left:
            left -= self._rows[number].height
            number += 1
        parts = self._rows[number].split(left) if number < len(self._rows) else None
        if not number and parts is None:
            return None
        first, rest = (parts[:1], parts[1:]) if parts else ((), self._rows[number : number + 1])
        return (
            Table(self._head, [*self._rows[:number], *first], goes_on=self._goes_on),
            Table(self._head, [*rest, *self._rows[number + 1 :]], goes_on=True),
        )

    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw the heading row, which is told once only, and the rows."""
        at = left
        widths = self._rows[0].widths if self._rows else ()
        for cell, width in zip(self._head, widths, strict=True):
            pdf.open_artifact(Artifact.LAYOUT) if self._goes_on else pdf.open(cell.tag)
            draw_lines(cell, pdf, at, top)
            pdf.close()
            at += width
        down = top - self._top
        pdf.open_artifact(Artifact.LAYOUT)
        pdf.rule(left, down, at, down, 0.8, ACCENT)
        pdf.close()
        for row in self._rows:
            row.draw(pdf, left, down)
            down -= row.height


def _blocks(part: Block) -> list[Block]:
    return part.blocks if isinstance(part, Stack) else [part]
