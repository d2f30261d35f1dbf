"""The work description: the plan ordered by the day and night, for those who do the work (S20)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from gplan_desktop.domain.clock_times import told_times
from gplan_desktop.domain.plan import Activity, AreaPlan, DayPart
from gplan_desktop.domain.text import is_blank
from gplan_desktop.method.model import Hours, Method
from printing import words
from printing.document import PlanDocument
from printing.documents.front import about, dressing
from printing.documents.plan import PROTECTED
from printing.layout.paper import Paper
from printing.layout.story import EMPTY, Cell, Columns, Said, Story
from printing.layout.style import MM, NORMAL, Look

TITLE = "Arbetsbeskrivning"
OTHER_TIME = "Vid behov eller annan tid"

_SAME_TEXT = "Texten är genomförandeplanens, ordnad efter dygnet. Följ planen om något skiljer sig."
_SEVERAL = "Texten är genomförandeplanernas, ordnad efter dygnet. Följ planen om något skiljer sig."
# "Kl. 21–22" in evening and night comes first in the night, which begins at ten.
_JUST_BEFORE = 2
_PLAN_NAME = "genomförandeplan "
_WISHES, _REVISED, _GOAL = "Önskemål", "Under uppdatering", "Mål"
# The plan of each row needs a fifth column, and that a wider page.
_WIDE = replace(NORMAL, width=NORMAL.height, height=NORMAL.width)


@dataclass(frozen=True)
class _Row:
    """One activity, the plan and life area it comes from, and the parts of the day it is in."""

    document: PlanDocument
    area: AreaPlan
    activity: Activity
    parts: tuple[DayPart, ...]


def tell_work_description(
    document: PlanDocument, method: Method, others: Sequence[PlanDocument] = ()
) -> Paper:
    """Return the paper of a plan; *others* are the person's other plans in force.

    With several plans each row tells whose it is, so that day and night read
    as one (S20-S22).
    """
    documents = (document, *others)
    story = Story(_WIDE if others else NORMAL)
    _opening(story, documents)
    if others:
        _to_know_of_each(story, documents)
    else:
        _to_know(story, document)
    _day_and_night(story, documents, method)
    return Paper(story, about(document, TITLE), dressing(document, TITLE))


def _opening(story: Story, documents: Sequence[PlanDocument]) -> None:
    look, person, several = story.look, documents[0].person, len(documents) > 1
    story.title(TITLE)
    story.text(person.name, look.name)
    for document in documents:
        story.text(f"{document.title}: {_standing(document)}", look.status)
    if person.protected_identity:
        story.text(PROTECTED, look.note)
    story.text(_SEVERAL if several else _SAME_TEXT, look.note)
    story.facts(list(_facts(documents[0])), 4)


def _standing(document: PlanDocument) -> str:
    told = words.standing(document.record)
    return told[:1].lower() + told[1:]


def _facts(document: PlanDocument) -> Iterator[tuple[str, str]]:
    person = document.person
    yield person.personal_id.kind.value.capitalize(), str(person.personal_id)
    if not person.protected_identity:
        yield "Adress", person.address
        yield "Telefon", person.phone
    yield "Enhet", person.unit or document.unit.name


def _to_know(story: Story, document: PlanDocument) -> None:
    """Tell how the individual wants to be met, and the goals to work towards."""
    told, areas = document.plan.participation, document.plan.areas
    if not (is_blank(told.wishes) and is_blank(told.under_revision)):
        with story.section("Att veta"):
            story.field(_WISHES, told.wishes)
            story.field(_REVISED, told.under_revision)
    if any(not is_blank(area.goal) for area in areas):
        with story.section(_GOAL):
            for area in areas:
                story.field(area.label, area.goal)


def _to_know_of_each(story: Story, documents: Sequence[PlanDocument]) -> None:
    """Tell the same of several plans, side by side."""
    look = story.look
    about_what = 45 * MM
    share = (look.measure - about_what) / len(documents)
    told = [
        (label, texts)
        for label, texts in _side_by_side(documents)
        if not all(is_blank(text) for text in texts)
    ]
    if not told:
        return
    rows = [
        [[Said(label, look.strong)], *([Said(text, look.cell)] for text in texts)]
        for label, texts in told
    ]
    names = ["Gäller", *map(_short_name, documents)]
    with story.section("Att veta"):
        story.table(Columns(names, [about_what, *[share] * len(documents)]), rows)


def _side_by_side(documents: Sequence[PlanDocument]) -> Iterator[tuple[str, list[str]]]:
    told = [document.plan.participation for document in documents]
    yield _WISHES, [each.wishes for each in told]
    yield _REVISED, [each.under_revision for each in told]
    goals = [{area.code: area.goal for area in document.plan.areas} for document in documents]
    labels = {area.code: area.label for document in documents for area in document.plan.areas}
    for code, label in labels.items():
        yield f"{_GOAL}: {label}", [goal.get(code, "") for goal in goals]


def _day_and_night(story: Story, documents: Sequence[PlanDocument], method: Method) -> None:
    """Tell what is done in each part of the day, and last what has no time (S22)."""
    rows = list(_rows(documents, method))
    for part in DayPart:
        hours = method.day_parts[part]
        here = [row for row in rows if part in row.parts]
        _section(story, part.label, sorted(here, key=_clock(hours)), part)
    _section(story, OTHER_TIME, [row for row in rows if not row.parts], None)


def _rows(documents: Sequence[PlanDocument], method: Method) -> Iterator[_Row]:
    for document in documents:
        for area in document.plan.areas:
            for activity in area.activities:
                if activity != Activity():
                    parts = activity.day_parts or _parts_told(activity, method)
                    yield _Row(document, area, activity, parts)


def _parts_told(activity: Activity, method: Method) -> tuple[DayPart, ...]:
    """Return the parts of the day that the times in the text fall in, if none was chosen."""
    starts = [time.start for time in told_times(activity.when)]
    return tuple(
        part
        for part, hours in method.day_parts.items()
        if any(0 <= _after(start, hours) < _length(hours) for start in starts)
    )


def _clock(hours: Hours) -> Callable[[_Row], float]:
    """Return the order of rows in a part of the day: by the clock, those without a time last."""

    def hours_in(row: _Row) -> float:
        times = [_after(start, hours) for start in _starts(row.activity)]
        near = [time for time in times if -_JUST_BEFORE <= time < _length(hours)]
        # A time far from all the chosen parts can only be meant for the one there is.
        return min(near or (times if len(row.parts) == 1 else ()), default=float("inf"))

    return hours_in


def _starts(activity: Activity) -> Iterator[int]:
    """Yield the hours told in the text; "kl. 9" may be twenty-one."""
    for time in told_times(activity.when):
        yield time.start
        if time.may_be_evening:
            yield time.start + 12


def _after(hour: int, hours: Hours) -> int:
    """Return how long after the beginning of a part *hour* comes; before it, less than nothing."""
    return (hour - hours.start + 6) % 24 - 6


def _length(hours: Hours) -> int:
    return (hours.end - hours.start) % 24 or 24


def _section(story: Story, title: str, rows: Sequence[_Row], part: DayPart | None) -> None:
    if not rows:
        return
    several = story.look is _WIDE
    names, widths = _columns(story.look, several=several)
    with story.section(title):
        cells = [_cells(row, story.look, part) for row in rows]
        told = cells if several else [line[:-1] for line in cells]
        story.table(Columns(names, widths), told)


def _columns(look: Look, *, several: bool) -> tuple[list[str], list[float]]:
    names = ["När", "Vad", "Hur", "Vem"]
    when, what, who = (45 * MM, 55 * MM, 45 * MM) if several else (34 * MM, 40 * MM, 38 * MM)
    plan = [30 * MM] if several else []
    how = look.measure - when - what - who - sum(plan)
    return [*names, *(["Plan"] if several else [])], [when, what, how, who, *plan]


def _cells(row: _Row, look: Look, part: DayPart | None) -> list[Cell]:
    activity = row.activity
    gap = [Said(EMPTY, look.cell_gap)] if row.document.shows_gaps else []

    def said(text: str) -> Cell:
        return gap if is_blank(text) else [Said(text, look.cell)]

    what = gap if is_blank(activity.what) else [Said(activity.what, look.strong)]
    # The heading tells the time of those that only have a part of the day.
    when = said(activity.when) if not part else [Said(activity.when, look.cell)]
    notes = [row.area.label, f"Delmål: {activity.sub_goal}" if activity.sub_goal.strip() else ""]
    return [
        [*when, Said(_elsewhere(row, part), look.cell_note)],
        [*what, *(Said(note, look.cell_note) for note in notes)],
        said(activity.how),
        said(activity.who),
        [Said(_short_name(row.document), look.cell)],
    ]


def _elsewhere(row: _Row, part: DayPart | None) -> str:
    """Return in which other parts the activity also stands, so that it is not done twice."""
    others = [other.label.lower() for other in DayPart if other in row.parts and other is not part]
    return f"Står även under {_joined(others)}" if others else ""


def _joined(parts: Sequence[str]) -> str:
    """Return "morgon, middag och kväll"."""
    return " och ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def _short_name(document: PlanDocument) -> str:
    """Return "Hemvård natt" of "Genomförandeplan Hemvård natt": a column is narrow."""
    name = document.title
    short = name[len(_PLAN_NAME) :] if name.lower().startswith(_PLAN_NAME) else name
    return short.strip() or name
