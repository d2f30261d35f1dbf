"""Blocks together: a label beside its text, a pale box, a grid of facts, what stays whole."""

from __future__ import annotations

from collections.abc import Sequence

from printing.layout.block import KEPT_WHOLE, Block, beginning, draw_all, fill, height_of
from printing.layout.paragraph import Paragraph
from printing.layout.style import HAIRLINE, PALE, STEP
from printing.pdf.colour import Colour
from printing.pdf.document import Artifact, TaggedPdf


class Stack(Block):
    """Blocks below each other that may be divided where one of them may."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = list(blocks)
        self.height = height_of(self.blocks)

    @property
    def least(self) -> float:
        """What its first block needs."""
        return beginning(self.blocks)

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Return the blocks that fit and the rest."""
        if not self.blocks or self.least > room:
            return None
        placed, rest = fill(self.blocks, room)
        if not rest:
            return None
        return self._part([each.block for each in placed]), self._part(rest)

    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw them."""
        draw_all(fill(self.blocks, float("inf"))[0], pdf, left, top)

    def _part(self, blocks: Sequence[Block]) -> Stack:
        part = object.__new__(type(self))
        part.__dict__.update(self.__dict__)
        Stack.__init__(part, blocks)
        return part


class Kept(Stack):
    """Blocks that stay on one page unless they are very high."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        super().__init__(blocks)
        self.before = self.blocks[0].before if self.blocks else 0
        self.after = self.blocks[-1].after if self.blocks else 0

    @property
    def least(self) -> float:
        """All of it, as long as that is not too much."""
        return self.height if self.height <= KEPT_WHOLE else super().least

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Return two parts only when it is very high."""
        return None if self.height <= KEPT_WHOLE else super().split(room)


class Field(Block):
    """A text with its label in the rail beside it, on one baseline."""

    def __init__(self, label: Paragraph | None, text: Paragraph, rail: float) -> None:
        self.label, self.text, self.rail = label, text, rail
        self.height = max(text.height, label.height if label else 0)
        self.before, self.after = text.before, text.after

    @property
    def least(self) -> float:
        """What the text needs, or the label when that is higher."""
        return max(self.text.least, self.label.height if self.label else 0)

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Return two parts; the label stands by the first."""
        parts = self.text.split(room) if self.least <= room else None
        if parts is None:
            return None
        first, rest = parts
        if not isinstance(first, Paragraph) or not isinstance(rest, Paragraph):
            return None
        return Field(self.label, first, self.rail), Field(None, rest, self.rail)

    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw label and text."""
        if self.label:
            self.label.draw(pdf, left, top)
        self.text.draw(pdf, left + self.rail, top)


class Box(Stack):
    """What somebody else decided: set apart by a line at the side and, if told, pale ground."""

    before, after = 4.0, 8.0
    _ABOVE, _BELOW = STEP, 2 * STEP

    def __init__(self, blocks: Sequence[Block], width: float, pad: float, *, pale: bool) -> None:
        super().__init__(blocks)
        self._width, self._pad, self._pale = width, pad, pale
        self.height += self._ABOVE + self._BELOW

    @property
    def least(self) -> float:
        """All of it, as long as that is not too much."""
        if self.height <= KEPT_WHOLE:
            return self.height
        return super().least + self._ABOVE + self._BELOW

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Return two boxes when it is very high."""
        return None if self.least > room else super().split(room - self._ABOVE - self._BELOW)

    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw ground, line and blocks."""
        pdf.open_artifact(Artifact.LAYOUT)
        low, wide = top - self.height, self._width + 2 * self._pad
        if self._pale:
            pdf.rectangle(left - self._pad, low, wide, self.height, PALE)
        pdf.rectangle(left - self._pad, low, 2, self.height, HAIRLINE)
        pdf.close()
        super().draw(pdf, left, top - self._ABOVE)

    def _part(self, blocks: Sequence[Block]) -> Stack:
        part = super()._part(blocks)
        part.height += self._ABOVE + self._BELOW
        return part


class FactLine(Block):
    """Blocks side by side in columns, with a hairline below; never divided."""

    def __init__(
        self, columns: Sequence[Block], width: float, *, above: Colour | None = None
    ) -> None:
        self._columns, self._width, self._above = columns, width, above
        self.height = max((column.height for column in columns), default=0) + 2 * STEP
        self.before = 2 * STEP if above else 0

    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw the blocks and the lines around them."""
        pdf.open_artifact(Artifact.LAYOUT)
        if self._above:
            pdf.rule(left, top, left + self._width, top, 0.8, self._above)
        low = top - self.height
        pdf.rule(left, low, left + self._width, low, 0.5, HAIRLINE)
        pdf.close()
        share = self._width / len(self._columns)
        for number, column in enumerate(self._columns):
            column.draw(pdf, left + number * share, top - STEP)
