"""A finished PDF that is read to become a part of another."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

_PART_A = re.compile(rb"pdfaid:part(?:>|=[\"'])(\d)")
_LEVEL_A = re.compile(rb"pdfaid:conformance(?:>|=[\"'])([ABU])")
_PART_UA = re.compile(rb"pdfuaid:part(?:>|=[\"'])(\d)")


@dataclass(frozen=True)
class Claims:
    """What a file says that it keeps to: an archive part and level such as "2A", and tagging."""

    archive: str
    is_accessible: bool
    is_tagged: bool

    def shared_with(self, other: "Claims") -> "Claims":
        """Return what may be said of both together."""
        return Claims(
            self.archive if self.archive == other.archive else "",
            self.is_accessible and other.is_accessible,
            self.is_tagged and other.is_tagged,
        )


@dataclass(frozen=True)
class Bookmark:
    """A line of the outline, with where it leads to and what stands below it."""

    title: str
    target: PdfObject
    below: tuple["Bookmark", ...]


class SourcePdf:
    """The parts of one file that matter when files become one."""

    def __init__(self, data: bytes) -> None:
        self._reader = PdfReader(io.BytesIO(data))
        self.catalog: DictionaryObject = self._reader.root_object
        tree = self.catalog.get("/StructTreeRoot")
        self._structure: DictionaryObject | None = tree.get_object() if tree is not None else None

    @property
    def structure_reference(self) -> IndirectObject | None:
        """Where the root of the structure lies."""
        return self._structure.indirect_reference if self._structure is not None else None

    @property
    def roles(self) -> DictionaryObject:
        """What own names of elements stand for."""
        found = self._structure.get("/RoleMap") if self._structure is not None else None
        return found.get_object() if found is not None else DictionaryObject()

    def pages(self) -> Iterator[tuple[IndirectObject, PageObject]]:
        """Yield each page, with all that it inherits, and where it lies."""
        for page in self._reader.pages:
            if page.indirect_reference is not None:
                yield page.indirect_reference, page

    @property
    def title(self) -> str:
        """What the document is called."""
        about = self._reader.metadata
        return (about.title if about else None) or ""

    @property
    def claims(self) -> Claims:
        """What the file says of itself."""
        packet = self.catalog.get("/Metadata")
        xmp = packet.get_object().get_data() if packet is not None else b""
        part, level = _PART_A.search(xmp), _LEVEL_A.search(xmp)
        archive = (part[1] + level[1]).decode() if part and level else ""
        return Claims(archive, bool(_PART_UA.search(xmp)), self._structure is not None)

    def top_elements(self) -> list[PdfObject]:
        """Return what lies directly below the root of the structure."""
        if self._structure is None or "/K" not in self._structure:
            return []
        below = self._structure["/K"]
        return (
            list(list.__iter__(below))
            if isinstance(below, ArrayObject)
            else [self._structure.raw_get("/K")]
        )

    def parent_tree(self) -> list[tuple[int, PdfObject]]:
        """Return which elements own what is drawn, by the key of each page."""
        tree = self._structure.get("/ParentTree") if self._structure is not None else None
        return list(_numbers(tree.get_object())) if tree is not None else []

    def outline(self) -> tuple[Bookmark, ...]:
        """Return the bookmarks, leading to pages and not to names."""
        outlines = self.catalog.get("/Outlines")
        return tuple(self._bookmarks(outlines.get_object())) if outlines is not None else ()

    def _bookmarks(self, above: DictionaryObject) -> Iterator[Bookmark]:
        item = above.get("/First")
        while item is not None:
            here = item.get_object()
            target = here.get("/Dest")
            if target is None and "/A" in here:
                target = here["/A"].get("/D")
            if target is not None:
                below = tuple(self._bookmarks(here))
                yield Bookmark(str(here["/Title"]), self._place(target.get_object()), below)
            item = here.get("/Next")

    def _place(self, target: PdfObject) -> PdfObject:
        """Return the place that *target* is, or is the name of."""
        if isinstance(target, ArrayObject):
            return target
        return self._reader.named_destinations[str(target)].dest_array


def _numbers(node: DictionaryObject) -> Iterator[tuple[int, PdfObject]]:
    for kid in node.get("/Kids", ()):
        yield from _numbers(kid.get_object())
    leaves = node.get("/Nums", ArrayObject()).get_object()
    for at in range(0, len(leaves), 2):
        yield int(leaves[at]), leaves[at + 1]
