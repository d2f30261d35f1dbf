"""What stands on every page: identity, status, page number, and what the paper is not."""

import math
from dataclasses import dataclass

from printing.faces.cut import Cut
from printing.layout.lines import one_line
from printing.layout.style import HAIRLINE, INK, MM, MUTED, WHITE, Look, Style
from printing.pdf.colour import Colour
from printing.pdf.document import Artifact, TaggedPdf

PRACTICE = "ÖVNING – påhittade uppgifter, ingen riktig plan"
WATERMARK = Colour.of("#e9eded")

_HEAD = 16 * MM
_FOOT = 12 * MM
_BAND = 11 * MM
_SPACE = 8
_MARK = 68
_TURN = 52


@dataclass(frozen=True)
class Dressing:
    """Head and foot of a paper's pages.

    name and number are those of the individual; a name without end gives way to the number.
    mark stands across every page of a paper that is not in force; "" on one that is.
    """

    name: str
    number: str
    title: str
    foot: str
    mark: str = ""
    practice: bool = False

    def draw(self, pdf: TaggedPdf, look: Look, page: tuple[int, int]) -> None:
        """Draw them on the open page, which is number page[0] of page[1], before its text."""
        if self.mark:
            self._draw_mark(pdf, look)
        if self.practice:
            _draw_practice(pdf, look)
        self._draw_head(pdf, look)
        self._draw_foot(pdf, look, page)

    def _draw_mark(self, pdf: TaggedPdf, look: Look) -> None:
        line = one_line(self.mark, Style(Cut.SEMIBOLD, _MARK, _MARK), 4 * look.width)
        pdf.open_artifact(Artifact.WATERMARK)
        along, across = line.width * _MARK / 2, _MARK / 3
        cosine, sine = math.cos(math.radians(_TURN)), math.sin(math.radians(_TURN))
        x = look.width / 2 - cosine * along + sine * across
        y = look.height / 2 - sine * along - cosine * across
        pdf.turned_text(x, y, _TURN, line.runs, _MARK, WATERMARK)
        pdf.close()

    def _draw_head(self, pdf: TaggedPdf, look: Look) -> None:
        plain = Style(Cut.TABULAR, look.running, 12)
        strong = Style(Cut.SEMIBOLD, look.running, 12)
        y, right = look.height - _HEAD, look.width - look.right
        title = one_line(self.title, plain, look.measure * 0.45)
        number = one_line(self.number, plain, look.measure * 0.27)
        taken = (title.width + number.width) * look.running + 3 * _SPACE
        name = one_line(self.name, strong, look.measure - taken)
        pdf.open_artifact(Artifact.HEADER)
        pdf.text(look.left, y, name.runs, look.running, INK)
        after = look.left + name.width * look.running + (_SPACE if name.runs else 0)
        pdf.text(after, y, number.runs, look.running, INK)
        pdf.text(right - title.width * look.running, y, title.runs, look.running, INK)
        pdf.rule(look.left, y - 6, right, y - 6, 0.5, HAIRLINE)
        pdf.close()

    def _draw_foot(self, pdf: TaggedPdf, look: Look, page: tuple[int, int]) -> None:
        plain = Style(Cut.TABULAR, look.running, 12)
        right = look.width - look.right
        number = one_line(f"Sida {page[0]} av {page[1]}", plain, look.measure)
        room = look.measure - number.width * look.running - 3 * _SPACE
        status = one_line(self.foot, plain, room)
        pdf.open_artifact(Artifact.FOOTER)
        pdf.rule(look.left, _FOOT + 13, right, _FOOT + 13, 0.5, HAIRLINE)
        pdf.text(look.left, _FOOT, status.runs, look.running, MUTED)
        pdf.text(right - number.width * look.running, _FOOT, number.runs, look.running, MUTED)
        pdf.close()


def _draw_practice(pdf: TaggedPdf, look: Look) -> None:
    line = one_line(PRACTICE, Style(Cut.SEMIBOLD, 12, 12), look.width)
    pdf.open_artifact(Artifact.HEADER)
    pdf.rectangle(0, look.height - _BAND, look.width, _BAND, INK)
    pdf.text((look.width - line.width * 12) / 2, look.height - 8 * MM, line.runs, 12, WHITE)
    pdf.close()
