"""The tags as objects of the file, and the tables that lead from what is drawn to them."""

from collections.abc import Mapping, Sequence

from printing.pdf.content import Box
from printing.pdf.object_file import ObjectFile
from printing.pdf.tags import Kind, Tag
from printing.pdf.values import numbers, reference, string

# Left out, they would move the cells after them into other columns.
_KEPT_EMPTY = frozenset({Kind.CELL, Kind.HEADER_CELL})
_NAMES = {kind: kind.value for kind in Kind}  # asking each time would take longer

_Mark = tuple[int, int]  # the page, and the place among what is marked on it
_NEVER: _Mark = (1 << 60, 0)


class Structure:
    """The tree of tags for pages that are drawn.

    pages are the numbers of the pages' objects, drawn the tags of what is marked on each of
    them, boxes the room that figures take.
    """

    def __init__(
        self, pages: Sequence[int], drawn: Sequence[Sequence[Tag]], boxes: Mapping[Tag, Box]
    ) -> None:
        self._pages = [reference(page) for page in pages]
        self._drawn = drawn
        self._boxes = boxes
        self._numbers: dict[Tag, int] = {}
        self._marks: dict[Tag, list[_Mark]] = {}
        for page, tags in enumerate(drawn):
            for place, tag in enumerate(tags):
                self._marks.setdefault(tag, []).append((page, place))

    def write(self, file: ObjectFile, root: Tag) -> int:
        """Return the number of the structure's root."""
        top, table = file.number(), file.number()
        written = self._element(file, root, top)
        file.put(table, self._parent_tree())
        kids = f"/K {reference(written)}" if written else ""
        body = (
            f"<</Type/StructTreeRoot{kids}/ParentTree {reference(table)}"
            f"/ParentTreeNextKey {len(self._pages)}>>"
        )
        file.put(top, body.encode())
        return top

    def _element(self, file: ObjectFile, tag: Tag, parent: int) -> int:
        """Write *tag* and what is below it; return its number, 0 if nothing of it is drawn."""
        number = file.number()
        below = [
            (child, written)
            for child in tag.children
            if (written := self._element(file, child, number))
        ]
        marks = self._marks.get(tag)
        kids = self._kids(marks, below) if marks else [f"{written} 0 R" for _, written in below]
        if not kids and tag.kind not in _KEPT_EMPTY:
            return 0
        self._numbers[tag] = number
        page = f"/Pg {self._pages[marks[0][0]]}" if marks else ""
        content = f"/K[{' '.join(kids)}]" if len(kids) > 1 else f"/K {kids[0]}" if kids else ""
        body = f"<</S/{_NAMES[tag.kind]}/P {parent} 0 R{page}{content}{self._attributes(tag)}>>"
        file.put(number, body.encode("latin-1"))
        return number

    def _kids(self, marks: Sequence[_Mark], below: Sequence[tuple[Tag, int]]) -> list[str]:
        """Return content and elements of one element, in the order in which they are drawn."""
        if len(marks) == 1 and not below:
            return [str(marks[0][1])]
        first = marks[0][0]
        kids = [(mark, self._content(mark, first)) for mark in marks]
        kids += [(self._first_mark(child), reference(written)) for child, written in below]
        return [kid for _, kid in sorted(kids, key=lambda kid: kid[0])]

    def _content(self, mark: _Mark, first: int) -> str:
        page, place = mark
        if page == first:
            return str(place)
        return f"<</Type/MCR/Pg {self._pages[page]}/MCID {place}>>"

    def _first_mark(self, tag: Tag) -> _Mark:
        own = self._marks.get(tag, ())
        return min((*own, *map(self._first_mark, tag.children)), default=_NEVER)

    def _attributes(self, tag: Tag) -> str:
        said = f"/Alt{string(tag.alternative)}" if tag.alternative else ""
        if tag.scope:
            said += f"/A<</O/Table/Scope/{tag.scope.value}>>"
        elif box := self._boxes.get(tag):
            said += f"/A<</O/Layout/BBox[{numbers(*box)}]>>"
        return said

    def _parent_tree(self) -> bytes:
        """Return which element each piece of content belongs to, page by page."""
        if orphans := self._marks.keys() - self._numbers.keys():
            kinds = sorted(tag.kind.value for tag in orphans)
            raise ValueError(f"Drawn for tags that are not in the document's tree: {kinds}")
        rows = (" ".join(f"{self._numbers[tag]} 0 R" for tag in tags) for tags in self._drawn)
        return f"<</Nums[{' '.join(f'{page}[{row}]' for page, row in enumerate(rows))}]>>".encode()
