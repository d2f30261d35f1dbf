"""The logical structure of a document: what is a heading, a list, a table cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Kind(Enum):
    """A standard structure type of PDF 1.7 that the papers use."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    TITLE = "H1"
    HEADING = "H2"
    SUBHEADING = "H3"
    PARAGRAPH = "P"
    SPAN = "Span"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    ITEM_BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEADER_CELL = "TH"
    CELL = "TD"
    CONTENTS = "TOC"
    CONTENTS_ITEM = "TOCI"
    FIGURE = "Figure"


class Scope(Enum):
    """What a header cell is the header of."""

    COLUMN = "Column"
    ROW = "Row"


@dataclass(eq=False)
class Tag:
    """One element of the structure; what is drawn while it is open belongs to it.

    alternative is the text for a figure. children stand in reading order. An element that
    has nothing drawn in it or below it is left out of the file, except empty table cells.
    """

    kind: Kind
    alternative: str = ""
    scope: Scope | None = None
    children: list[Tag] = field(default_factory=list)

    def add(self, kind: Kind, *, alternative: str = "", scope: Scope | None = None) -> Tag:
        """Return a new element, the last within this one."""
        child = Tag(kind, alternative, scope)
        self.children.append(child)
        return child


class Artifact(Enum):
    """What is on the page but not in the document: nobody reads it aloud."""

    HEADER = "/Type/Pagination/Subtype/Header"
    FOOTER = "/Type/Pagination/Subtype/Footer"
    WATERMARK = "/Type/Pagination/Subtype/Watermark"
    LAYOUT = "/Type/Layout"
