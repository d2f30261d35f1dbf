"""The contents of a booklet: its headings with the pages they stand on."""

from printing.layout.block import Block
from printing.layout.lines import one_line
from printing.layout.paper import pages_of
from printing.layout.paragraph import Heading, Paragraph, baseline
from printing.layout.story import Story
from printing.layout.style import HAIRLINE, MUTED, STEP, Look, Style
from printing.pdf.document import Artifact, TaggedPdf
from printing.pdf.tags import Kind, Tag

_INDENT = 16.0
_NUMBER = 32.0
_GAP = 6.0
_DEEPEST = 2


class ContentsLine(Block):
    """A heading and its page; the page is told when the pages are known, before it is drawn."""

    def __init__(self, heading: Heading, look: Look, tag: Tag) -> None:
        is_chapter = heading.level == 1
        self.heading, self.page = heading, 0
        self._indent = 0 if is_chapter else _INDENT
        self._width = look.measure
        self._style: Style = look.strong if is_chapter else look.cell
        self.before = 2 * STEP if is_chapter else 0
        room = look.measure - self._indent - _NUMBER
        self._title = Paragraph(heading.text, self._style, room, tag.add(Kind.PARAGRAPH))
        self._tag = tag.add(Kind.PARAGRAPH)
        self.height = self._title.height
        # A chapter stands with the first of its pages.
        self.keeps = is_chapter

    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw the title, the page at the right edge, and a line that leads the eye there."""
        self._title.draw(pdf, left + self._indent, top)
        size, last = self._style.size, self._title.lines[-1]
        number = one_line(str(self.page), self._style, _NUMBER)
        y = top - self.height + self._style.leading - baseline(self._style)
        right = left + self._width - number.width * size
        pdf.open_artifact(Artifact.LAYOUT)
        pdf.rule(left + self._indent + last.width * size + _GAP, y, right - _GAP, y, 0.5, HAIRLINE)
        pdf.close()
        pdf.open(self._tag)
        pdf.text(right, y, number.runs, size, MUTED)
        pdf.close()


class Contents:
    """The place of the contents in a story, filled in when the story has been told."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._tag = story.tag(Kind.CONTENTS)
        self._at = len(story.blocks)

    def fill_in(self) -> None:
        """Put in a line for each chapter and page told after this place."""
        story = self._story
        headings = [
            block
            for block in story.blocks[self._at :]
            if isinstance(block, Heading) and block.level <= _DEEPEST
        ]
        its = [ContentsLine(h, story.look, self._tag.add(Kind.CONTENTS_ITEM)) for h in headings]
        story.blocks[self._at : self._at] = its
        pages = {
            each.block: number
            for number, placed in enumerate(pages_of(story), 1)
            for each in placed
        }
        for line in its:
            line.page = pages[line.heading]
