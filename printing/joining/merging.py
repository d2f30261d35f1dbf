"""Many finished papers as one PDF, tagged and archival when all of them are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from gplan_desktop.version import VERSION
from printing.joining.copying import Copies, Copy, named, reference
from printing.joining.source_pdf import Bookmark, Claims, SourcePdf
from printing.pdf import metadata
from printing.pdf.object_file import ObjectFile


def merged(pdfs: Iterable[bytes], title: str = "Genomförandeplaner") -> bytes:
    """Return *pdfs* as one PDF called *title*, in order, each below a bookmark of its own.

    They are taken one at a time, so a generator keeps the memory low. The file is PDF/A and
    PDF/UA when every part is, and says so only then. The same input gives the same bytes.
    What our papers do not hold is left out: forms, attachments, page labels, scripts.

    Raises:
        ValueError: when there is nothing to put together.
    """
    whole = _Merging()
    for pdf in pdfs:
        whole.add(SourcePdf(pdf))
    return whole.finish(title)


@dataclass(frozen=True)
class _Line:
    """A line of the new outline, its target already in the new file's numbers."""

    title: str
    target: PdfObject
    below: tuple["_Line", ...]


class _Merging:
    """The file that grows, and what of each document is needed at the end."""

    def __init__(self) -> None:
        self._file = ObjectFile()
        self._copies = Copies(self._file)
        self._pages, self._root, self._document = (self._file.number() for _ in range(3))
        self._page_references = ArrayObject()
        self._elements, self._owners = ArrayObject(), ArrayObject()
        self._roles = DictionaryObject()
        self._lines: list[_Line] = []
        self._next_key = 0
        self._claims: Claims | None = None
        self._shared = DictionaryObject()

    def add(self, source: SourcePdf) -> None:
        """Copy one document: its pages, its structure and all that they need."""
        copy = Copy(self._copies, self._next_key)
        if source.structure_reference is not None:
            copy.put_in_place_of(source.structure_reference, self._document)
        first = len(self._page_references)
        for place, page in source.pages():
            page[NameObject("/Parent")] = reference(self._pages)
            self._page_references.append(reference(copy.take(place, page)))
        start = ArrayObject([self._page_references[first], NameObject("/Fit")])
        lines = tuple(_line(bookmark, copy) for bookmark in source.outline())
        self._lines.append(_Line(source.title, start, lines))
        self._add_structure(source, copy)
        self._add_claims(source, copy)
        copy.write()

    def finish(self, title: str) -> bytes:
        """Write what holds the documents together, and return the file."""
        if self._claims is None:
            raise ValueError("There is nothing to put together.")
        count = NumberObject(len(self._page_references))
        self._put(
            self._pages,
            {"Type": NameObject("/Pages"), "Kids": self._page_references, "Count": count},
        )
        told = metadata.About(title, "", "", f"Gplan {VERSION}")
        says = metadata.Claims(self._claims.archive, self._claims.is_accessible)
        about = metadata.packet(self._file, told, says)
        info, catalog = metadata.information(self._file, told), self._file.number()
        self._copies.put(catalog, self._catalog(about))
        return self._file.finish(catalog, info)

    def _add_structure(self, source: SourcePdf, copy: Copy) -> None:
        for top in source.top_elements():
            element = top.get_object()
            if isinstance(element, DictionaryObject):
                # What was a document of its own is now a part of one.
                element[NameObject("/S")] = NameObject("/Part")
                element[NameObject("/T")] = TextStringObject(source.title)
            self._elements.append(copy.renumbered(top))
        self._roles.update(source.roles)
        highest = -1
        for key, owners in source.parent_tree():
            self._owners += [NumberObject(self._next_key + key), self._put_owners(owners, copy)]
            highest = max(highest, key)
        self._next_key += highest + 1

    def _put_owners(self, owners: PdfObject, copy: Copy) -> PdfObject:
        """Return where the elements of a page are listed; the list is not kept in memory."""
        copied = copy.renumbered(owners)
        if not isinstance(copied, ArrayObject):
            return copied
        number = self._file.number()
        self._copies.put(number, copied)
        return reference(number)

    def _add_claims(self, source: SourcePdf, copy: Copy) -> None:
        claims = source.claims
        self._claims = claims.shared_with(self._claims) if self._claims else claims
        for key in ("/Lang", "/OutputIntents"):
            if key in source.catalog and key not in self._shared:
                self._shared[NameObject(key)] = copy.renumbered(source.catalog.raw_get(key))

    def _catalog(self, about: int) -> DictionaryObject:
        catalog = named(
            {
                "Type": NameObject("/Catalog"),
                "Pages": reference(self._pages),
                "Metadata": reference(about),
                "Outlines": reference(self._outline()),
                "PageMode": NameObject("/UseOutlines"),
                "ViewerPreferences": named({"DisplayDocTitle": BooleanObject(True)}),
            }
        )
        catalog.update(self._shared)
        if self._elements:
            self._put_structure()
            catalog[NameObject("/StructTreeRoot")] = reference(self._root)
        if self._claims and self._claims.is_tagged:
            catalog[NameObject("/MarkInfo")] = named({"Marked": BooleanObject(True)})
        return catalog

    def _put_structure(self) -> None:
        tree = self._file.number()
        self._put(tree, {"Nums": self._owners})
        root: dict[str, PdfObject] = {
            "Type": NameObject("/StructTreeRoot"),
            "K": reference(self._document),
            "ParentTree": reference(tree),
            "ParentTreeNextKey": NumberObject(self._next_key),
        }
        if self._roles:
            root["RoleMap"] = self._roles
        self._put(self._root, root)
        self._put(
            self._document,
            {
                "Type": NameObject("/StructElem"),
                "S": NameObject("/Document"),
                "P": reference(self._root),
                "K": self._elements,
            },
        )

    def _outline(self) -> int:
        number = self._file.number()
        first, last = self._put_lines(self._lines, number)
        count = NumberObject(len(self._lines))
        ends = {"First": reference(first), "Last": reference(last), "Count": count}
        self._put(number, {"Type": NameObject("/Outlines"), **ends})
        return number

    def _put_lines(self, lines: Sequence[_Line], above: int) -> tuple[int, int]:
        """Write the lines below *above*; return the numbers of the first and the last."""
        numbers = [self._file.number() for _ in lines]
        for at, (number, line) in enumerate(zip(numbers, lines, strict=True)):
            entries: dict[str, PdfObject] = {
                "Title": TextStringObject(line.title),
                "Parent": reference(above),
                "Dest": line.target,
            }
            if at > 0:
                entries["Prev"] = reference(numbers[at - 1])
            if at < len(numbers) - 1:
                entries["Next"] = reference(numbers[at + 1])
            if line.below:
                first, last = self._put_lines(line.below, number)
                # Closed, or the outline of two hundred plans would be a thousand lines.
                count = NumberObject(-len(line.below))
                entries |= {"First": reference(first), "Last": reference(last), "Count": count}
            self._put(number, entries)
        return numbers[0], numbers[-1]

    def _put(self, number: int, entries: dict[str, PdfObject]) -> None:
        self._copies.put(number, named(entries))


def _line(bookmark: Bookmark, copy: Copy) -> _Line:
    below = tuple(_line(lower, copy) for lower in bookmark.below)
    return _Line(bookmark.title, copy.renumbered(bookmark.target), below)
