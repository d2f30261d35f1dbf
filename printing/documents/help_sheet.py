"""The help sheet: the plan in plain Swedish and large print for the individual (F52)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from gplan_desktop.domain import dates
from gplan_desktop.domain.plan import Activity, DayPart, PlanRecord, PlanStatus
from gplan_desktop.domain.print_out import Paper as PaperKind
from gplan_desktop.domain.text import is_blank
from gplan_desktop.method.model import Method
from gplan_desktop.rules.day_strip import day_strip
from printing import words
from printing.document import PlanDocument
from printing.documents.front import about, dressing
from printing.documents.help_sheet_news import tell_news
from printing.documents.help_sheet_strip import StripFigure, strip_in_words
from printing.documents.help_sheet_words import plain_area, who_to_talk_to
from printing.layout.block import KEPT_WHOLE
from printing.layout.paper import Paper
from printing.layout.shown import one_line
from printing.layout.story import EMPTY, Story
from printing.layout.style import LARGE, enlarged
from printing.pdf.tags import Kind

TITLE = PaperKind.HELP.label
OTHER_TIMES = "Andra tider"

# The letters of large print, but set as close as a book, and labels beside their texts:
# most people's help then has room on the two sides of one sheet.
_LEADING = 20.0
_PROSE = replace(LARGE.body, leading=_LEADING)
_LOOK = replace(
    LARGE,
    rail=52.0,
    body=replace(_PROSE, after=4),
    label=replace(LARGE.label, leading=_LEADING),
    name=replace(LARGE.name, before=4),
    section=replace(enlarged(LARGE.section, 22, 28), before=20),
    area=replace(enlarged(LARGE.area, 18, 24), before=12, after=0),
    strong=replace(LARGE.strong, leading=_LEADING, before=8),
    cell=replace(LARGE.cell, leading=_LEADING),
    gap=replace(LARGE.gap, leading=_LEADING, before=8, after=0),
)
_FROM_THE_PLAN = "Allt här är hämtat ur din genomförandeplan."
_STANDINGS = {
    PlanStatus.DRAFT: "Det här är ett utkast. Planen gäller inte än.",
    PlanStatus.ESTABLISHED: "Planen gäller från {day}.",
}
_NOT_IN_FORCE = "Den här planen gäller inte."
_READ_ALOUD = "Vill du höra hela planen? Be personalen läsa den för dig."
_STRIP_EXPLAINED = "Det mörka visar när på dygnet du kan få hjälp."
_NO_HELP = "Det står ingen hjälp i planen."
_NO_DAY = "Datum för nästa uppföljning är inte bestämt."
_FOLLOWED_UP = "Vi följer upp planen tillsammans med dig {day}."


def tell_help_sheet(
    document: PlanDocument, method: Method, former: PlanRecord | None = None
) -> Paper:
    """Return the help sheet; *former* is the plan that this one follows up, if any."""
    story = Story(_LOOK)
    _opening(story, document)
    _strip(story, document, method)
    if former is not None:
        tell_news(story, document.plan, former.plan)
    _day(story, document)
    _goals(story, document)
    _follow_up(story, document)
    with story.section("Vill du ändra något?"):
        for sentence in (*who_to_talk_to(document), _READ_ALOUD):
            story.text(sentence, _PROSE)
    return Paper(story, about(document, TITLE), dressing(document, TITLE))


def _opening(story: Story, document: PlanDocument) -> None:
    """Tell for whom the sheet is, where it comes from and whether the plan is in force."""
    story.title(TITLE)
    story.text(f"Till {one_line(document.person.name)}", _LOOK.name)
    record = document.record
    standing = _STANDINGS.get(record.status, _NOT_IN_FORCE)
    if record.establishment:
        # In Sweden, as everywhere on paper.
        day = date.fromisoformat(words.moment(record.establishment.at)[:10])
        standing = standing.format(day=dates.long(day))
    story.text(f"{_FROM_THE_PLAN} {standing}", _PROSE)


def _strip(story: Story, document: PlanDocument, method: Method) -> None:
    """Show the day and night at a glance, when the plan tells anything of them."""
    strip = day_strip(document.plan.areas, method.day_parts)
    if any(slot.described for slot in strip.slots):
        story.text(_STRIP_EXPLAINED)
        story.blocks[-1].keeps = True
        tag = story.tag(Kind.FIGURE, strip_in_words(strip))
        story.block(StripFigure(strip, method.day_parts, tag, _LOOK))


def _day(story: Story, document: PlanDocument) -> None:
    """Tell the help by part of the day (S22); what has none comes last."""
    activities = [a for area in document.plan.areas for a in area.activities if _says(a)]
    with story.section("Din hjälp under dygnet"):
        if not activities:
            story.text(_NO_HELP)
        for part in DayPart:
            _part(story, part.label, [a for a in activities if part in a.day_parts], part)
        _part(story, OTHER_TIMES, [a for a in activities if not a.day_parts])


def _part(
    story: Story, title: str, activities: Sequence[Activity], part: DayPart | None = None
) -> None:
    if not activities:
        return
    with story.section(title):
        for activity in activities:
            with story.together():
                _activity(story, activity, _first_part(activity, part))


def _first_part(activity: Activity, part: DayPart | None) -> DayPart | None:
    """Return the earlier part of the day where *activity* is told in full; None when it is here."""
    first = next((each for each in DayPart if each in activity.day_parts), None)
    return None if first is part else first


def _activity(story: Story, activity: Activity, told_in: DayPart | None) -> None:
    nameless = is_blank(activity.what)
    style = _LOOK.gap if nameless else _LOOK.strong
    story.text(EMPTY if nameless else activity.what, style)
    name = story.blocks[-1]
    # One that is not divided must have room on a page together with what it is kept to.
    name.keeps = name.height <= KEPT_WHOLE
    for label, text in _fields(activity, told_in):
        story.field(label, text)


def _fields(activity: Activity, told_in: DayPart | None = None) -> Iterator[tuple[str, str]]:
    yield "När", activity.when
    if told_in:
        yield "Hur", f"Läs om det under {told_in.label}."
        return
    yield "Vem", activity.who
    yield "Hur", activity.how
    yield "Mål", activity.sub_goal


def _says(activity: Activity) -> bool:
    return any(not is_blank(text) for text in (activity.what, *(t for _, t in _fields(activity))))


def _goals(story: Story, document: PlanDocument) -> None:
    """Tell the goal of each life area, under a plain name without code."""
    goals = [(area.code, area.goal) for area in document.plan.areas if not is_blank(area.goal)]
    if not goals:
        return
    with story.section("Dina mål"):
        for code, goal in goals:
            with story.section(plain_area(code)):
                story.text(goal)


def _follow_up(story: Story, document: PlanDocument) -> None:
    """Tell in words when the plan is followed up next, and parts of it on their own (S70-S72)."""
    told = document.plan.follow_up
    with story.section("När vi följer upp planen"):
        said = _FOLLOWED_UP.format(day=dates.long(told.day)) if told.day else _NO_DAY
        story.text(said, _PROSE)
        story.field("Hur", told.how)
        for area in document.plan.areas:
            if area.next_follow_up and area.next_follow_up != told.day:
                name, its = plain_area(area.code), dates.long(area.next_follow_up)
                story.text(f"”{name}” följer vi upp {its}.")
