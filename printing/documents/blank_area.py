"""The sheet of a life area to write by hand: one page, as many rows as it has room for."""

import re

from gplan_desktop.domain.assignment import AssignedArea
from gplan_desktop.domain.life_areas import life_area
from gplan_desktop.domain.plan import DayPart, GoalAttainment
from gplan_desktop.method.model import Method
from gplan_desktop.rules.steps import Step
from printing import words
from printing.documents.writing_room import (
    LINE,
    LabelledLine,
    Ruled,
    Ticks,
    WritingTable,
    asked,
    line_after,
    room_left,
    tick_texts,
    ticks,
)
from printing.layout.block import NewPage
from printing.layout.groups import Stack
from printing.layout.paragraph import Paragraph
from printing.layout.story import Columns, Story
from printing.layout.table import GUTTER
from printing.pdf.tags import Kind, Tag

_NAMES = ("Vad", "Hur", "Vem", "När")
_WIDTHS = (112.0, 148.0, 70.0)
_ROW = 3 * LINE + 8
# The heading row of the table with its gaps, and what stands below the table.
_HEAD = 20.0
_NEXT_DAY = LINE + 32
_LEAST_ROWS = 2
_QUESTION = re.compile(r"”[^”]+\?”")


def tell_area(
    story: Story, method: Method, step: Step, assigned: AssignedArea | None, *, follows_up: bool
) -> None:
    """Tell the sheet of the life area of *step*, or of one that is still to be named."""
    story.new_page()
    with story.section(step.title, step.area):
        if step.area:
            _tell_known(story, step.area, assigned)
        else:
            line_after(story, "Vilket livsområde")
        if follows_up:
            _outcome(story, method)
        _written(story, method, "needs", 4)
        _written(story, method, "goal", 2)
        _activities(story, method, 0 if follows_up else _NEXT_DAY)
        if not follows_up:
            _next_day(story, method)


def tell_more_activities(story: Story, method: Method) -> None:
    """Tell a last sheet for the activities that had no room."""
    story.new_page()
    with story.section("Extra blad – fler aktiviteter"):
        line_after(story, "Livsområde")
        _activities(story, method, 0)


def _tell_known(story: Story, code: str, assigned: AssignedArea | None) -> None:
    parts = " · ".join(sub.label for sub in life_area(code).sub_areas)
    if parts:
        story.text(f"Tänk på: {parts}", story.look.note)
    if assigned is None:
        return
    with story.box(pale=True):
        story.field("Från uppdraget", assigned.need)
        degrees = words.functioning(assigned.assessed, assigned.intended)
        story.field("Funktionstillstånd", degrees)
        story.field("Uppdragets mål", assigned.goal)
        story.field("Beviljat stöd", assigned.support)


def _outcome(story: Story, method: Method) -> None:
    """Tell how it has gone, which comes first at a follow-up (S60-S66)."""
    _ask(story, method, "attainment")
    ticks(story, [attainment.label for attainment in GoalAttainment], columns=3)
    _written(story, method, "attainment_reason", 2)
    _written(story, method, "result", 4)
    _next_day(story, method)


def _written(story: Story, method: Method, part: str, lines: int) -> None:
    _ask(story, method, part)
    story.block(Ruled(lines, story.look.measure))


def _next_day(story: Story, method: Method) -> None:
    label = method.field("area.*.next_follow_up").label
    asked(story, label)
    line_after(story, "År, månad, dag", story.look.measure / 2)


def _ask(story: Story, method: Method, part: str) -> None:
    """Tell the label of a field, its hint and what the help says that one may ask."""
    text = method.field(f"area.*.{part}")
    questions = _QUESTION.findall(text.help.how)
    asked(story, starred(text.label, required=text.required), " ".join([text.hint, *questions]))


def starred(label: str, *, required: bool) -> str:
    """Return a label with the sign of what must be written."""
    return f"{label} *" if required else label


def _activities(story: Story, method: Method, below: float) -> None:
    """Tell a table with as many empty rows as the page has room for."""
    before = len(story.blocks)
    _ask(story, method, "activities")
    if room_left(story) - below < _HEAD + _LEAST_ROWS * _ROW:
        story.blocks.insert(before, NewPage())
    rows = int((room_left(story) - below - _HEAD) // _ROW)
    look = story.look
    table = WritingTable(story, Columns(_NAMES, (*_WIDTHS, look.measure - sum(_WIDTHS))))
    for _ in range(rows):
        what, _how, _who, when = table.cells()
        free = [Stack([Ruled(3, width - GUTTER, is_closed=False)]) for width in _WIDTHS[1:]]
        table.add([_what(story, method, what), *free, _when(story, when)], _ROW)
    table.tell()


def _what(story: Story, method: Method, cell: Tag) -> Stack:
    width = _WIDTHS[0] - GUTTER
    label = method.field("area.*.activities.*.sub_goal").label
    said = Paragraph(label, story.look.cell_note, width, cell)
    lines = Ruled(2, width)
    lines.after = 0
    return Stack([lines, LabelledLine(said, width, width, is_closed=False)])


def _when(story: Story, cell: Tag) -> Stack:
    """Return the parts of the day to tick (S22), and room for days and times."""
    look = story.look
    width = look.measure - sum(_WIDTHS) - GUTTER
    parts = [part.label for part in DayPart]
    items = tick_texts(parts, look.cell_note, width / 2, cell.add(Kind.LIST))
    label = Paragraph("Dagar, tid", look.cell_note, width, cell.add(Kind.PARAGRAPH))
    day = Ticks(items, 2, width)
    day.after = 0
    return Stack([day, LabelledLine(label, width, width, is_closed=False)])
