"""A text of the metodstöd, written in Markdown, as blocks of a paper."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from gplan_desktop.domain.text import is_blank
from gplan_desktop.method.entries import without_links
from printing.layout.block import Block
from printing.layout.groups import Field
from printing.layout.paragraph import Heading, Paragraph
from printing.layout.story import Cell, Columns, Said, Story
from printing.layout.style import STEP, Look
from printing.pdf.document import TaggedPdf
from printing.pdf.tags import Kind, Tag

_EMPHASIS = re.compile(r"\*\*|(?<!\\)\*(?=\w)|(?<=[\w.!?])(?<!\\)\*(?!\*)")
_ESCAPE = re.compile(r"\\([*_#\\-])")
_ITEM = re.compile(r"(-|\d+\.)\s+(.*)")
_HEADING = re.compile(r"#+\s+(.*)")
_TABLE_RULE = re.compile(r"[|\s:-]+")
_DOT, _NUMBER = 12.0, 20.0


class Part(Enum):
    """What a piece of a text in Markdown is."""

    HEADING = auto()
    TEXT = auto()
    ITEM = auto()
    TABLE = auto()


@dataclass(frozen=True)
class Piece:
    """A heading, a paragraph, an item with its sign, or a table's rows with the heading first."""

    part: Part
    text: str = ""
    sign: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


class Subheading(Heading):
    """A heading within a page of the metodstöd; too small for a bookmark."""

    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw it."""
        Paragraph.draw(self, pdf, left, top)


class Shifted(Block):
    """A block that stands some points to the right."""

    def __init__(self, block: Block, by: float) -> None:
        self._block, self._by = block, by
        self.before, self.after, self.height = block.before, block.after, block.height
        self.keeps = block.keeps

    @property
    def least(self) -> float:
        """As much as the block must have."""
        return self._block.least

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Return the parts of the block, both as far to the right."""
        parts = self._block.split(room)
        return (Shifted(parts[0], self._by), Shifted(parts[1], self._by)) if parts else None

    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw it."""
        self._block.draw(pdf, left + self._by, top)


class Labelled(Block):
    """A block beside its label in the rail; on the next page it goes on without."""

    def __init__(self, label: Paragraph, block: Block, rail: float) -> None:
        self._label, self._block = label, Shifted(block, rail)
        self.before, self.after = block.before, block.after
        self.height = max(label.height, block.height)

    @property
    def least(self) -> float:
        """As much as the block must have, and the label."""
        return max(self._label.height, self._block.least)

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Return the parts of the block; the label stands by the first."""
        parts = self._block.split(room) if self.least <= room else None
        if parts is None:
            return None
        first, rest = parts
        return Labelled(self._label, first, 0), rest

    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw label and block."""
        self._label.draw(pdf, left, top)
        self._block.draw(pdf, left, top)


def pieces(markdown: str) -> Iterator[Piece]:
    """Yield the pieces of a text; of Markdown only what the metodstöd is written in."""
    for group in re.split(r"\n\s*\n", without_links(markdown)):
        lines = [line.strip() for line in group.splitlines() if line.strip()]
        while lines:
            taken, piece = _first(lines)
            yield piece
            lines = lines[taken:]


def plain(text: str) -> str:
    """Return a text without the signs of Markdown that stand within lines."""
    return _ESCAPE.sub(r"\1", _EMPHASIS.sub("", text))


def tell_page(story: Story, markdown: str) -> None:
    """Tell a page's text over the whole width."""
    for block in _Setting(story, story.look.measure).blocks(markdown):
        story.block(block)


def tell_help(story: Story, label: str, markdown: str) -> None:
    """Tell one part of a help with its heading in the rail beside it; nothing for nothing."""
    look = story.look
    if is_blank(markdown):
        return
    said = Paragraph(label, look.label, look.rail - _DOT, story.tag(Kind.PARAGRAPH))
    first, *rest = _Setting(story, look.measure - look.rail).blocks(markdown)
    story.block(Labelled(said, first, look.rail))
    for block in rest:
        story.block(Shifted(block, look.rail))


def subheading(story: Story, title: str) -> None:
    """Tell a heading that begins no section."""
    tag = story.tag(Kind.SUBHEADING)
    style = replace(story.look.strong, before=12)
    story.block(Subheading(title, style, story.look.measure, tag, level=3))


class _Setting:
    """Sets a text in a width."""

    def __init__(self, story: Story, width: float) -> None:
        self._story, self._width = story, width
        self._look: Look = story.look
        self._list: Tag | None = None

    def blocks(self, markdown: str) -> Iterator[Block]:
        """Yield the blocks, their tags in order."""
        for piece in pieces(markdown):
            block = self._block(piece)
            if piece.part is not Part.ITEM and self._list is not None:
                # Items stand close; what comes after them does not.
                block.before, self._list = max(block.before, 2 * STEP), None
            yield block

    def _block(self, piece: Piece) -> Block:
        if piece.part is Part.ITEM:
            return self._item(piece)
        if piece.part is Part.TABLE:
            return self._table(piece)
        if piece.part is Part.HEADING:
            style = replace(self._look.strong, before=8)
            tag = self._story.tag(Kind.SUBHEADING)
            return Subheading(piece.text, style, self._width, tag, level=3)
        return Paragraph(piece.text, self._look.body, self._width, self._story.tag(Kind.PARAGRAPH))

    def _item(self, piece: Piece) -> Block:
        if self._list is None:
            self._list = self._story.tag(Kind.LIST)
        item = self._list.add(Kind.ITEM)
        indent = _DOT if piece.sign == "•" else _NUMBER
        style = replace(self._look.body, after=0)
        sign = Paragraph(piece.sign, style, indent, item.add(Kind.LABEL))
        body = Paragraph(piece.text, style, self._width - indent, item.add(Kind.ITEM_BODY))
        return Field(sign, body, indent)

    def _table(self, piece: Piece) -> Block:
        head, *rows = piece.rows
        shares = _shares(piece.rows)
        columns = Columns(head, [share * self._width for share in shares])
        told = [[_cell(text, self._look) for text in row] for row in rows]
        self._story.table(columns, told)
        return self._story.blocks.pop()


def _cell(text: str, look: Look) -> Cell:
    is_strong = text.startswith("**") and text.endswith("**") and text.count("**") == 2
    return [Said(plain(text), look.strong if is_strong else look.cell)]


def _shares(rows: Sequence[Sequence[str]]) -> list[float]:
    """Return how the columns share the width: by their longest texts, none under a fifth."""
    longest = [min(80, max(12, *map(len, column))) for column in zip(*rows, strict=True)]
    least = sum(longest) * 0.2
    wide = [max(least, length) for length in longest]
    return [length / sum(wide) for length in wide]


def _first(lines: Sequence[str]) -> tuple[int, Piece]:
    """Return the first piece of a group of lines, and how many of them it takes."""
    if heading := _HEADING.fullmatch(lines[0]):
        return 1, Piece(Part.HEADING, plain(heading[1]))
    if lines[0].startswith("|"):
        count = _while(lines, lambda line: line.startswith("|"))
        return count, _table(lines[:count])
    count = 1 + _while(lines[1:], lambda line: not _ITEM.fullmatch(line) and line[0] not in "#|")
    text = " ".join(lines[:count])
    if item := _ITEM.fullmatch(text):
        return count, Piece(Part.ITEM, plain(item[2]), "•" if item[1] == "-" else item[1])
    return count, Piece(Part.TEXT, plain(text))


def _while(lines: Sequence[str], goes_on: Callable[[str], bool]) -> int:
    return next((at for at, line in enumerate(lines) if not goes_on(line)), len(lines))


def _table(lines: Sequence[str]) -> Piece:
    """Return the rows of a table, all as long as the longest; a single row is a text."""
    told = [line for line in lines if not _TABLE_RULE.fullmatch(line)]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in told]
    if len(rows) < 2:
        return Piece(Part.TEXT, plain(" – ".join(cell for row in rows for cell in row)))
    count = max(map(len, rows))
    return Piece(Part.TABLE, rows=tuple((*row, *[""] * (count - len(row))) for row in rows))
