"""The tags as objects of the file, and the tables that lead from what is drawn to them."""

from collections.abc import Mapping, Sequence

from printing.pdf.content import Box, Mark
from printing.pdf.object_file import ObjectFile
from printing.pdf.tags import Kind, Tag
from printing.pdf.values import numbers, reference, string

# Left out, they would move the cells after them into other columns.
_KEPT_EMPTY = frozenset({Kind.CELL, Kind.HEADER_CELL})
_NAMES = {kind: kind.value for kind in Kind}  # asking each time would take longer
_NEVER = (1 << 60, 0)


class Structure:
    """The tree below one root, for pages that are drawn.

    pages are the numbers of the pages' objects; marks tell what of each tag is drawn where,
    boxes what room the figures take.
    """

    def __init__(
        self, pages: Sequence[int], marks: Mapping[Tag, list[Mark]], boxes: Mapping[Tag, Box]
    ) -> None:
        self._pages = [reference(page) for page in pages]
        self._marks = marks
        self._boxes = boxes
        self._owners: dict[Mark, int] = {}

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
        kids = self._kids(tag, below)
        if not kids and tag.kind not in _KEPT_EMPTY:
            return 0
        page = self._owned(tag, number)
        content = f"/K[{' '.join(kids)}]" if len(kids) > 1 else f"/K {kids[0]}" if kids else ""
        body = f"<</S/{_NAMES[tag.kind]}/P {parent} 0 R{page}{content}{self._attributes(tag)}>>"
        file.put(number, body.encode("latin-1"))
        return number

    def _owned(self, tag: Tag, number: int) -> str:
        """Remember what is drawn of *tag*; return the entry for the page where that begins."""
        marks = self._marks.get(tag)
        if not marks:
            return ""
        for mark in marks:
            self._owners[mark] = number
        return f"/Pg {self._pages[marks[0][0]]}"

    def _kids(self, tag: Tag, below: Sequence[tuple[Tag, int]]) -> list[str]:
        """Return what lies in *tag*, in the order in which it is drawn."""
        marks = self._marks.get(tag)
        if not marks:
            return [reference(written) for _, written in below]
        if len(marks) == 1 and not below:
            return [str(marks[0][1])]
        first = marks[0][0]
        kids = [(mark, self._content(mark, first)) for mark in marks]
        kids += [(self._first_mark(child), reference(written)) for child, written in below]
        return [kid for _, kid in sorted(kids, key=lambda kid: kid[0])]

    def _content(self, mark: Mark, first: int) -> str:
        page, place = mark
        if page == first:
            return str(place)
        return f"<</Type/MCR/Pg {self._pages[page]}/MCID {place}>>"

    def _first_mark(self, tag: Tag) -> Mark:
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
        rows: list[list[str]] = [[] for _ in self._pages]
        drawn = sorted(mark for marks in self._marks.values() for mark in marks)
        for mark in drawn:
            owner = self._owners.get(mark)
            if owner is None:
                raise ValueError("Something is drawn for a tag that is not in the document's tree")
            rows[mark[0]].append(reference(owner))
        lists = " ".join(f"{page}[{' '.join(row)}]" for page, row in enumerate(rows))
        return f"<</Nums[{lists}]>>".encode()
