"""The bookmarks beside the pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from printing.pdf.object_file import ObjectFile
from printing.pdf.values import dictionary, number, reference, string


@dataclass(frozen=True)
class Bookmark:
    """A place in the document: the number of its page's object, and how high up on it."""

    title: str
    level: int
    page: int
    y: float


@dataclass
class _Entry:
    """What is written of a bookmark, and those below it; the root has none above."""

    number: int
    level: int
    written: dict[str, str | float]
    children: list[_Entry] = field(default_factory=list)


def outline(file: ObjectFile, bookmarks: Sequence[Bookmark]) -> int:
    """Return the number of the outline; its first level stands open, the others closed."""
    root = _Entry(file.number(), -1, {"Type": "/Outlines"})
    above = [root]
    for bookmark in bookmarks:
        # Below the nearest one before it that has a higher place.
        while above[-1].level >= bookmark.level:
            above.pop()
        entry = _entry(file, bookmark)
        above[-1].children.append(entry)
        above.append(entry)
    for entry in root.children:
        if entry.children:
            entry.written["Count"] = len(entry.children)
    root.written["Count"] = sum(1 + len(entry.children) for entry in root.children)
    _put(file, root)
    return root.number


def _entry(file: ObjectFile, bookmark: Bookmark) -> _Entry:
    # Qt reads all three numbers whether they are there or not; a zoom of 0 leaves it as it is.
    place = f"[{reference(bookmark.page)}/XYZ 0 {number(bookmark.y)} 0]"
    return _Entry(file.number(), bookmark.level, {"Title": string(bookmark.title), "Dest": place})


def _put(file: ObjectFile, entry: _Entry) -> None:
    """Put *entry* and all below it, each with its neighbours."""
    children = entry.children
    if children:
        entry.written["First"] = reference(children[0].number)
        entry.written["Last"] = reference(children[-1].number)
        # A negative count means closed (PDF 1.7, 12.3.3).
        entry.written.setdefault("Count", -len(children))
    for before, after in pairwise(children):
        before.written["Next"] = reference(after.number)
        after.written["Prev"] = reference(before.number)
    for child in children:
        child.written["Parent"] = reference(entry.number)
        _put(file, child)
    file.put(entry.number, dictionary(entry.written))
