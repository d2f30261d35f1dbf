"""A tagged document: pages are drawn, each piece under its tag, and bytes come out."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field

from printing.faces.embedding import FontsInUse
from printing.faces.run import Run
from printing.pdf import catalogue, fonts, metadata
from printing.pdf.colour import Colour
from printing.pdf.content import Box, Content, Point, TypeNames, turned, upright
from printing.pdf.metadata import About
from printing.pdf.object_file import ObjectFile, packed
from printing.pdf.outline import Bookmark, outline
from printing.pdf.structure import Structure
from printing.pdf.tags import Artifact, Kind, Tag

__all__ = ["About", "Artifact", "TaggedPdf"]


@dataclass
class _Page:
    """A page being drawn: its object's number, its content, and the tags of what is marked."""

    number: int
    content: Content
    marked: list[Tag] = field(default_factory=list)


class TaggedPdf:
    """A document that is PDF/A-2a and PDF/UA-1 when its tags are right.

    Points are measured from the lower left corner of the page. What is drawn lies under a tag
    or is an artifact; only one of them is open at a time. A tag may be opened again, on another
    page too. Shapes are artifacts, except in a figure.
    """

    def __init__(self, about: About, size: tuple[float, float]) -> None:
        self.root = Tag(Kind.DOCUMENT)
        self._about = about
        self._size = size
        self._file = ObjectFile()
        self._fonts = FontsInUse()
        self._names = TypeNames(self._fonts)
        self._pages: list[_Page] = []
        self._page: _Page | None = None
        self._open: Tag | Artifact | None = None
        self._boxes: dict[Tag, Box] = {}
        self._bookmarks: list[Bookmark] = []

    def begin_page(self) -> None:
        """Begin a new page, the last one so far."""
        if self._page:
            raise ValueError("The page before is still open")
        self._page = _Page(self._file.number(), Content(self._names))
        self._pages.append(self._page)

    def end_page(self) -> None:
        """End the page."""
        self._drawn_on()
        if self._open:
            raise ValueError(f"{self._open} is still open at the end of the page")
        self._page = None

    def open(self, tag: Tag) -> None:
        """Let what is drawn from here belong to *tag*."""
        page = self._opened(tag)
        if tag.kind is Kind.FIGURE and not tag.alternative:
            raise ValueError("A figure must have a text for those who do not see it")
        page.content.begin(f"/{tag.kind.value}<</MCID {len(page.marked)}>>")
        page.marked.append(tag)

    def open_artifact(self, what: Artifact) -> None:
        """Let what is drawn from here be no part of the document."""
        self._opened(what).content.begin(f"/Artifact<<{what.value}>>")

    def close(self) -> None:
        """End what was opened last."""
        if not self._open:
            raise ValueError("Nothing is open")
        self._open = None
        self._drawn_on().content.end()

    def text(self, x: float, y: float, runs: Sequence[Run], size: float, colour: Colour) -> None:
        """Draw *runs* from *x* to the right, on the baseline *y*."""
        if not self._open:
            raise ValueError("Text must lie under a tag or be an artifact")
        self._drawn_on().content.text(upright(x, y, size), runs, colour)
        if self._in_figure:
            self._take_room((x, y, x + size * sum(run.width for run in runs), y + size))

    def turned_text(  # noqa: PLR0913, PLR0917 - a place, a turn, and what text has
        self, x: float, y: float, degrees: float, runs: Sequence[Run], size: float, colour: Colour
    ) -> None:
        """Draw *runs* turned anticlockwise about *x*, *y*; outside an artifact, as a watermark."""
        with self._artifact(Artifact.WATERMARK) as content:
            content.text(turned(x, y, size, degrees), runs, colour)

    def rectangle(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """Fill a rectangle."""
        self.squares([(x, y, width, height)], colour)

    def squares(self, squares: Iterable[Box], colour: Colour) -> None:
        """Fill rectangles (left, bottom, width, height) at once."""
        boxes = list(squares)
        if not boxes:
            return
        self._take_room(*((x, y, x + width, y + height) for x, y, width, height in boxes))
        with self._shape() as content:
            content.rectangles(boxes, colour)

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        """Fill the surface between *points*."""
        self._take_room(*((x, y, x, y) for x, y in points))
        with self._shape() as content:
            content.polygon(points, colour)

    def rule(  # noqa: PLR0913, PLR0917 - two places and a pen
        self, x1: float, y1: float, x2: float, y2: float, width: float, colour: Colour
    ) -> None:
        """Draw a line from one point to another."""
        self._take_room((min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))
        with self._shape() as content:
            content.line((x1, y1, x2, y2), width, colour)

    def frame(  # noqa: PLR0913, PLR0917 - a place, a size and a pen
        self, x: float, y: float, width: float, height: float, line: float, colour: Colour
    ) -> None:
        """Draw the lines around a rectangle, their middle on its edge."""
        self._take_room((x, y, x + width, y + height))
        with self._shape() as content:
            content.frame((x, y, width, height), line, colour)

    def bookmark(self, title: str, level: int, y: float) -> None:
        """Let the list of bookmarks lead to the height *y* on this page; level 0 is the highest."""
        self._bookmarks.append(Bookmark(title, level, self._drawn_on().number, y))

    def finish(self) -> bytes:
        """Return the file."""
        if self._page or not self._pages:
            raise ValueError("The last page is still open, or there is none")
        file = self._file
        resources = fonts.resources(file, self._fonts.objects())
        numbers = [page.number for page in self._pages]
        tree = catalogue.pages(file, numbers, self._size)
        for index, page in enumerate(self._pages):
            contents = file.add_stream(packed(b"", page.content.data()))
            catalogue.page(file, page.number, index, (tree, resources, contents))
        drawn = [page.marked for page in self._pages]
        structure = Structure(numbers, drawn, self._boxes).write(file, self.root)
        bookmarks = outline(file, self._bookmarks) if self._bookmarks else 0
        packet = metadata.packet(file, self._about)
        root = catalogue.catalogue(file, (tree, structure, packet, bookmarks))
        return file.finish(root, metadata.information(file, self._about))

    def _drawn_on(self) -> _Page:
        if self._page is None:
            raise ValueError("No page is open")
        return self._page

    def _opened(self, what: Tag | Artifact) -> _Page:
        """Return the page on which *what* is open from now on."""
        if self._open:
            raise ValueError(f"{what} is opened inside {self._open}")
        page = self._drawn_on()
        self._open = what
        return page

    @property
    def _in_figure(self) -> bool:
        return isinstance(self._open, Tag) and self._open.kind is Kind.FIGURE

    def _shape(self) -> AbstractContextManager[Content]:
        """Let a shape be drawn: a part of the figure that is open, else no part of anything."""
        if self._in_figure:
            return nullcontext(self._drawn_on().content)
        return self._artifact(Artifact.LAYOUT)

    @contextmanager
    def _artifact(self, what: Artifact) -> Iterator[Content]:
        """Let an artifact be drawn; a tag that is open is interrupted, since none may lie in it."""
        content = self._drawn_on().content
        interrupted = self._open
        if isinstance(interrupted, Artifact):
            yield content
            return
        if interrupted:
            self.close()
        self.open_artifact(what)
        yield content
        self.close()
        if interrupted:
            self.open(interrupted)

    def _take_room(self, *boxes: Box) -> None:
        """Let the figure that is open reach around *boxes* as well."""
        if not (self._in_figure and isinstance(self._open, Tag)):
            return
        before = self._boxes.get(self._open)
        lefts, bottoms, rights, tops = zip(*boxes, *([before] if before else ()), strict=True)
        self._boxes[self._open] = (min(lefts), min(bottoms), max(rights), max(tops))
