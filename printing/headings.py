"""Headings: bookmarks of the document, and never alone at the foot of a page."""

from reportlab.platypus import CondPageBreak, Flowable, Paragraph

from printing import fonts, styles
from printing.text import one_line, safe

# Height of a heading with the gaps around it, and what a short text needs below it.
SECTION_HEIGHT = 55
AREA_HEIGHT = 40
SOME_LINES = 50


class Heading(Paragraph):
    """A heading that is also a bookmark, with a line above it if it opens a section."""

    def __init__(self, text: str, level: int, code: str = "") -> None:
        super().__init__(safe(text), styles.AREA if level else styles.SECTION)
        self._title = one_line(text)
        self._level = level
        self._code = code

    def draw(self) -> None:
        """Draw the heading and set its bookmark."""
        canvas = self.canv
        key = f"{self._level}:{self._title}"
        canvas.bookmarkHorizontal(key, 0, self.height)
        canvas.addOutlineEntry(self._title, key, self._level)
        if self._code:
            canvas.setFont(fonts.REGULAR, 10)
            canvas.setFillColor(styles.MUTED)
            baseline = self.height - self.style.fontSize
            canvas.drawRightString(styles.FRAME_WIDTH - styles.PAD, baseline, self._code)
        else:
            canvas.setStrokeColor(styles.ACCENT)
            canvas.setLineWidth(0.8)
            above = self.height + 5
            canvas.line(styles.PAD, above, styles.FRAME_WIDTH - styles.PAD, above)
        super().draw()


def section(text: str, below: float = SOME_LINES) -> list[Flowable]:
    """Return the heading of a section, on a page that has *below* points left under it.

    Room is asked for instead of KeepTogether, which would leave half a page
    empty in front of a long table.
    """
    return [CondPageBreak(SECTION_HEIGHT + below), Heading(text, level=0)]


def area_heading(label: str, code: str, below: float) -> list[Flowable]:
    """Return the heading of a life area with its ICF code at the end of the line."""
    return [
        CondPageBreak(AREA_HEIGHT + below),
        Heading(label, level=1, code=code),
    ]
