"""A whole paper: what it tells, what stands on every page, and the file that comes of it."""

from dataclasses import dataclass

from printing.layout.block import Placed, draw_all, fill
from printing.layout.dressing import Dressing
from printing.layout.story import Story
from printing.pdf.document import About, TaggedPdf


@dataclass(frozen=True)
class Paper:
    """A story with what the file says about itself and what stands on every page."""

    story: Story
    about: About
    dressing: Dressing


def written(paper: Paper) -> bytes:
    """Return *paper* as a PDF/A-2a and PDF/UA-1 file; the same paper gives the same bytes."""
    look = paper.story.look
    pdf = TaggedPdf(paper.about, (look.width, look.height))
    pdf.root = paper.story.root
    pages = pages_of(paper.story)
    for number, placed in enumerate(pages, 1):
        pdf.begin_page()
        paper.dressing.draw(pdf, look, (number, len(pages)))
        draw_all(placed, pdf, look.left, look.height - look.top)
        pdf.end_page()
    return pdf.finish()


def pages_of(story: Story) -> list[list[Placed]]:
    """Return what stands on each page."""
    pages: list[list[Placed]] = []
    rest = list(story.blocks)
    while rest or not pages:
        placed, rest = fill(rest, story.look.depth)
        pages.append(placed)
    return pages
