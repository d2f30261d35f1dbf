"""What stands on a page: things of a height, drawn from a corner, that may be divided."""

from __future__ import annotations

import itertools
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from printing.pdf.document import TaggedPdf

# Higher parts may be divided rather than leave much of a page empty.
KEPT_WHOLE = 260.0


class Block(ABC):
    """Something drawn from its upper left corner, with gaps before and after, in points.

    keeps: it is never the last on a page.
    """

    before: float = 0
    after: float = 0
    height: float = 0
    keeps: bool = False

    @property
    def least(self) -> float:
        """The height that must be free for the block to begin on a page."""
        return self.height

    def split(self, room: float) -> tuple[Block, Block] | None:  # noqa: ARG002
        """Return the part that fits in *room* points and the rest; None when it is not divided."""
        return None

    @abstractmethod
    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw it with its upper left corner at *left*, *top* from the page's lower left one."""


class NewPage(Block):
    """What comes after stands on a new page."""

    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True)
class Placed:
    """A block and how far below the top of its column it stands."""

    block: Block
    down: float


def height_of(blocks: Sequence[Block]) -> float:
    """Return how high *blocks* are below each other, without the outer gaps."""
    total = sum(block.height for block in blocks)
    return total + sum(_gap(above, below) for above, below in itertools.pairwise(blocks))


def fill(blocks: Sequence[Block], room: float) -> tuple[list[Placed], list[Block]]:
    """Return *blocks* as they stand in *room* points of height, and what did not fit.

    The first is placed whatever its height when it is not divided, so that there is an end.
    """
    placed: list[Placed] = []
    down = 0.0
    for number, block in enumerate(blocks):
        if isinstance(block, NewPage):
            if placed:
                return placed, list(blocks[number + 1 :])
            continue
        if placed:
            down += _gap(placed[-1].block, block)
        if down + _beginning(blocks, number) > room and placed:
            return placed, list(blocks[number:])
        if down + block.height <= room:
            placed.append(Placed(block, down))
            down += block.height
            continue
        parts = block.split(room - down)
        if parts is None and placed:
            return placed, list(blocks[number:])
        first, *rest = parts or (block,)
        return [*placed, Placed(first, down)], [*rest, *blocks[number + 1 :]]
    return placed, []


def draw_all(placed: Sequence[Placed], pdf: TaggedPdf, left: float, top: float) -> None:
    """Draw blocks that have been placed in a column with that corner."""
    for each in placed:
        each.block.draw(pdf, left, top - each.down)


def beginning(blocks: Sequence[Block]) -> float:
    """Return the height that must be free for *blocks* to begin on a page."""
    return _beginning(blocks, 0) if blocks else 0.0


def _beginning(blocks: Sequence[Block], number: int) -> float:
    """Return the height of a block with what it must not be parted from."""
    total = 0.0
    while blocks[number].keeps and number + 1 < len(blocks):
        total += blocks[number].height + _gap(blocks[number], blocks[number + 1])
        number += 1
    return total + blocks[number].least


def _gap(above: Block, below: Block) -> float:
    return max(above.after, below.before)
