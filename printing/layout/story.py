"""The content of a paper, told from top to bottom; tags and blocks come with it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from gplan_desktop.domain.text import is_blank
from printing.layout.block import Block, NewPage
from printing.layout.groups import Box, FactLine, Field, Kept, Stack
from printing.layout.paragraph import Coded, Heading, Paragraph
from printing.layout.style import ACCENT, Look, Style
from printing.layout.table import GUTTER, Row, Table
from printing.pdf.tags import Kind, Scope, Tag

EMPTY = "Ej ifyllt"


@dataclass(frozen=True)
class Said:
    """A text in a table's cell and how it looks."""

    text: str
    style: Style


@dataclass(frozen=True)
class Columns:
    """The heading row of a table and how wide each column is, in points."""

    names: Sequence[str]
    widths: Sequence[float]


Cell = Sequence[Said]


class Story:
    """Takes what a paper says, in order; every method adds to the end."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.root = Tag(Kind.DOCUMENT)
        self.blocks: list[Block] = []
        self._parent = self.root
        self._level = 0
        self._list: Tag | None = None
        self._width = look.measure

    def title(self, text: str) -> None:
        """Tell the name of the paper."""
        self._add(Heading(text, self.look.title, self._width, self._tag(Kind.TITLE), level=0))

    def text(self, text: str, style: Style | None = None) -> None:
        """Tell a paragraph."""
        if not is_blank(text):
            tag = self._tag(Kind.PARAGRAPH)
            self._add(Paragraph(text, style or self.look.body, self._width, tag))

    @contextmanager
    def section(self, title: str, code: str = "") -> Iterator[None]:
        """Tell what is told inside as a section under a heading; a section in one is a part."""
        above, self._parent = self._parent, self._tag(Kind.SECTION)
        self._level += 1
        style, kind = (
            (self.look.section, Kind.HEADING)
            if self._level == 1
            else (self.look.area, Kind.SUBHEADING)
        )
        room = self._width - (48 if code else 0)
        heading = Heading(title, style, room, self._parent.add(kind), level=self._level)
        self._add(self._coded(heading, code) if code else heading)
        yield
        self._parent, self._list = above, None
        self._level -= 1

    def field(self, label: str, text: str, *, shows_gap: bool = False) -> None:
        """Tell *text* with its label beside it; if empty, a marked gap or nothing."""
        if is_blank(text) and not shows_gap:
            return
        look, item = self.look, self._item()
        style, text = (look.gap, EMPTY) if is_blank(text) else (look.body, text)
        room = look.rail - look.rail_gap if look.rail else self._width
        tag = Paragraph(label, look.label, room, item.add(Kind.LABEL))
        body = Paragraph(text, style, self._width - look.rail, item.add(Kind.ITEM_BODY))
        if look.rail:
            self.blocks.append(Field(tag, body, look.rail))
        else:
            tag.keeps = True
            self.blocks += [tag, body]

    def facts(self, entries: Sequence[tuple[str, str]], columns: int) -> None:
        """Tell short facts, each with its label above it, *columns* side by side."""
        filled = [entry for entry in entries if not is_blank(entry[1])]
        share = self._width / columns
        stacks = [self._fact(label, text, share - GUTTER) for label, text in filled]
        rows = [stacks[at : at + columns] for at in range(0, len(stacks), columns)]
        for number, row in enumerate(rows):
            padded = [*row, *(Stack(()) for _ in range(columns - len(row)))]
            self.blocks.append(FactLine(padded, self._width, above=None if number else ACCENT))

    def bullets(self, texts: Sequence[str]) -> None:
        """Tell a list."""
        for text in texts:
            if not is_blank(text):
                item = self._item()
                dot = Paragraph("•", self.look.body, 12, item.add(Kind.LABEL))
                body = item.add(Kind.ITEM_BODY)
                said = Paragraph(text, self.look.body, self._width - 12, body)
                self.blocks.append(Field(dot, said, 12))
        self._list = None

    def table(self, columns: Columns, rows: Sequence[Sequence[Cell]], least: float = 0) -> None:
        """Tell a table; each row is at least *least* points high."""
        tag = self._tag(Kind.TABLE)
        line = tag.add(Kind.ROW)
        head = [
            Paragraph(
                name,
                self.look.column,
                width - GUTTER,
                line.add(Kind.HEADER_CELL, scope=Scope.COLUMN),
            )
            for name, width in zip(columns.names, columns.widths, strict=True)
        ]
        told = [self._row(tag.add(Kind.ROW), cells, columns.widths, least) for cells in rows]
        self._add(Table(head, told))

    @contextmanager
    def box(self, *, pale: bool) -> Iterator[None]:
        """Tell what is told inside as decided by somebody else, set apart."""
        outer, self.blocks = self.blocks, []
        self._list = None
        yield
        inner, self.blocks = self.blocks, outer
        if inner:
            self._add(Box(inner, self._width, self.look.pad, pale=pale))

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep what is told inside on one page, unless it is very high."""
        outer, self.blocks = self.blocks, []
        yield
        inner, self.blocks = self.blocks, outer
        if inner:
            self.blocks.append(Kept(inner))

    def new_page(self) -> None:
        """Tell what follows on a new page."""
        self._add(NewPage())

    def block(self, block: Block) -> None:
        """Add a drawing or another block of the paper's own; see tag() for what it belongs to."""
        self._add(block)

    def tag(self, kind: Kind, alternative: str = "") -> Tag:
        """Return a new element of the structure, where the story now is."""
        self._list = None
        return self._parent.add(kind, alternative=alternative)

    def _tag(self, kind: Kind) -> Tag:
        return self.tag(kind)

    def _add(self, block: Block) -> None:
        self._list = None
        self.blocks.append(block)

    def _item(self) -> Tag:
        """Return an item of the list that is being told, or of a new one."""
        if self._list is None:
            self._list = self._parent.add(Kind.LIST)
        return self._list.add(Kind.ITEM)

    def _coded(self, heading: Heading, code: str) -> Coded:
        tag = self._parent.add(Kind.PARAGRAPH)
        return Coded(heading, Paragraph(code, self.look.note, self._width, tag), self._width)

    def _fact(self, label: str, text: str, width: float) -> Stack:
        item = self._item()
        return Stack(
            [
                Paragraph(label, self.look.column, width, item.add(Kind.LABEL)),
                Paragraph(text, self.look.cell, width, item.add(Kind.ITEM_BODY)),
            ]
        )

    def _row(self, line: Tag, cells: Sequence[Cell], widths: Sequence[float], least: float) -> Row:
        stacks = []
        for cell, width in zip(cells, widths, strict=True):
            tag = line.add(Kind.CELL)
            said = [each for each in cell if not is_blank(each.text)]
            parts = [tag.add(Kind.PARAGRAPH) for _ in said] if len(said) > 1 else [tag] * len(said)
            stacks.append(
                Stack(
                    [
                        Paragraph(each.text, each.style, width - GUTTER, part)
                        for each, part in zip(said, parts, strict=True)
                    ]
                )
            )
        return Row(stacks, widths, least)
