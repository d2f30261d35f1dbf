"""The metodstöd as a booklet for those who teach with it: all it says, with contents."""

from dataclasses import dataclass, replace
from datetime import date

from gplan_desktop.domain import dates
from gplan_desktop.method.help_texts import HELP_SECTIONS
from gplan_desktop.method.model import FieldText, Method
from gplan_desktop.version import VERSION
from printing.documents.booklet_areas import tell_areas
from printing.documents.booklet_contents import Contents
from printing.documents.booklet_lists import tell_guard, tell_language, tell_limits, tell_rules
from printing.documents.booklet_order import Page, chapters
from printing.documents.help_text import tell_help, tell_page
from printing.layout.block import Block
from printing.layout.dressing import Dressing
from printing.layout.paper import Paper
from printing.layout.paragraph import Heading
from printing.layout.shown import one_line
from printing.layout.story import Story
from printing.layout.style import MM, NORMAL
from printing.pdf.document import About, TaggedPdf
from printing.pdf.tags import Kind

_ABOVE_TITLE = 60 * MM
_NAME = "Metodstöd"
_WHAT = (
    "Häftet är för dig som utbildar eller vill läsa i lugn och ro. Det innehåller samma texter som "
    "hjälpen i Gplan: sidorna i manualens ordning, hjälpen till varje fält, reglerna, exemplen och "
    "orden som textvakten söker efter."
)
_DIALOGS = {"person": "Ny person", "assignment": "Uppdrag"}


@dataclass(frozen=True)
class MethodBooklet:
    """For which unit or municipality the booklet is made, and the day that stands on it."""

    unit: str
    day: date


class _Space(Block):
    """Nothing, of a height."""

    def __init__(self, height: float) -> None:
        self.height = height

    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw nothing."""


def tell_method_booklet(booklet: MethodBooklet, method: Method) -> Paper:
    """Return the paper of the whole metodstöd."""
    story = Story(NORMAL)
    _tell_title(story, booklet, method)
    story.new_page()
    with story.section("Innehåll"):
        contents = Contents(story)
    _tell_pages(story, method)
    _tell_dialogs(story, method)
    tell_areas(story, method)
    tell_rules(story, method)
    tell_guard(story, method)
    tell_language(story, method)
    tell_limits(story, method)
    contents.fill_in()
    return Paper(story, _about(booklet, method), _dressing(method))


def method_booklet_stem(method: Method) -> str:
    """Return the name of the file, without its ending."""
    return f"Metodstöd – version {one_line(method.version)}"


def _about(booklet: MethodBooklet, method: Method) -> About:
    return About(
        title=_running_title(method),
        author=one_line(booklet.unit),
        subject=f"Version {one_line(method.version)}",
        creator=f"Gplan {VERSION}",
        made=None,
    )


def _dressing(method: Method) -> Dressing:
    # The title is long: as the name it may take the whole line.
    return Dressing(_running_title(method), "", "", f"Version {method.version}")


def _running_title(method: Method) -> str:
    title = one_line(method.title)
    return title if title.startswith(_NAME) else f"{_NAME} – {title}"


def _tell_title(story: Story, booklet: MethodBooklet, method: Method) -> None:
    look = story.look
    story.block(_Space(_ABOVE_TITLE))
    story.title(method.title)
    story.text(f"Version {method.version}", look.status)
    story.text(booklet.unit, look.name)
    story.text(dates.long(booklet.day).partition(" ")[2], look.body)
    story.block(_Space(20 * MM))
    story.text(_WHAT)


def _tell_pages(story: Story, method: Method) -> None:
    """Tell every page of the manual in order, each with the fields that stand on it."""
    for chapter in chapters(method):
        story.new_page()
        with story.section(chapter.title):
            for page in chapter.pages:
                with story.section(page.title):
                    _tell_page(story, method, page)


def _tell_page(story: Story, method: Method, page: Page) -> None:
    step = method.steps[page.step]
    story.text(step.purpose, replace(story.look.status, after=0))
    story.text(f"{step.source}.", story.look.note)
    tell_page(story, step.body)
    for field in method.fields.values():
        if field.step == page.step:
            _tell_field(story, field)


def _tell_dialogs(story: Story, method: Method) -> None:
    """Tell the fields that stand on none of the manual's pages."""
    story.new_page()
    with story.section("Personen och uppdraget"):
        for prefix, title in _DIALOGS.items():
            with story.section(title):
                for name, field in method.fields.items():
                    if not field.step and name.startswith(f"{prefix}."):
                        _tell_field(story, field)


def _tell_field(story: Story, field: FieldText) -> None:
    """Tell a field: its label, what to write, whether one must, and all of its help."""
    look = story.look
    tag = story.tag(Kind.SUBHEADING)
    style = replace(look.strong, size=12, before=16)
    label = f"{field.label} *" if field.required else field.label
    story.block(Heading(label, style, look.measure, tag, level=3))
    story.text(field.hint, replace(look.note, after=4))
    story.blocks[-1].keeps = True
    for part, heading in HELP_SECTIONS.items():
        tell_help(story, heading, getattr(field.help, part))
