"""What is due when in a unit: initials and dates only, as a list over persons may be (7 a §)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from gplan_desktop.domain import dates
from gplan_desktop.domain.overview import PersonSummary, Unit
from gplan_desktop.domain.text import initials
from gplan_desktop.method.model import Limits
from gplan_desktop.rules.deadlines import Deadline, Urgency, days_in_words, deadline
from gplan_desktop.version import VERSION
from printing.faces.cut import Cut
from printing.layout.dressing import Dressing
from printing.layout.paper import Paper
from printing.layout.shown import one_line
from printing.layout.story import Cell, Columns, Said, Story
from printing.layout.style import NORMAL, Look
from printing.pdf.document import About

TITLE = "Enhetslista"
NOTHING = "Ingen individ i listan ska ha någon plan"
ONLY_INITIALS = (
    "Listan visar bara initialer och datum, eftersom den gäller flera individer. "
    "Skriv inget mer om individerna på den."
)
TOLD_APART = "Samma initialer skiljs åt med en siffra, i den ordning individernas stöd började."
NO_DATE = "Datum saknas"

# A box to tick by hand.
_TICK = "☐"
_TICK_SIZE, _TICK_LEADING = 18.0, 20.0
_WIDTHS = (40.0, 80.0, 80.0, 172.0)
_ROW_HEIGHT = 28.0


@dataclass(frozen=True)
class UnitList:
    """The persons of a unit on a day, and who makes a list of them when."""

    people: tuple[PersonSummary, ...]
    unit: Unit
    at: datetime
    by: str

    @property
    def day(self) -> date:
        """The day that the list is of."""
        return dates.in_sweden(self.at).date()


@dataclass(frozen=True)
class _Due:
    """A person's row: the sign that stands for them, and what is due."""

    sign: str
    person: PersonSummary
    deadline: Deadline


def tell_unit_list(document: UnitList, limits: Limits) -> Paper:
    """Return the paper of what is due in a unit, the first date first."""
    story = Story(NORMAL)
    due = _due(document, limits)
    story.title(TITLE)
    story.text(document.unit.name, story.look.name)
    story.text(f"Läget {dates.long(document.day)}", story.look.status)
    story.text(ONLY_INITIALS, story.look.note)
    if any(each.sign.endswith(")") for each in due):
        story.text(TOLD_APART, story.look.note)
    story.facts(_counts(due, limits), 4)
    _table(story, due, document.day)
    return Paper(story, _about(document), _dressing(document))


def file_stem(document: UnitList) -> str:
    """Return what the file is called."""
    return f"{TITLE} – {document.unit.name} – {document.day.isoformat()}"


def signs(people: Iterable[PersonSummary]) -> Mapping[str, str]:
    """Return by person id the initials; with a number, "A.Ö. (2)", when others have the same.

    Counted in the order in which the support began, a person keeps the number when somebody
    comes after, and whoever knows them can tell which is which.
    """
    in_order = sorted(people, key=lambda person: (person.support_start, person.id))
    shared = Counter(initials(person.name) for person in in_order)
    seen: Counter[str] = Counter()
    told = {}
    for person in in_order:
        sign = initials(person.name)
        seen[sign] += 1
        told[person.id] = f"{sign} ({seen[sign]})" if shared[sign] > 1 else sign
    return told


def _due(document: UnitList, limits: Limits) -> list[_Due]:
    """Return who has something due, by date; those without a date last."""
    told = signs(document.people)
    due = [
        _Due(told[person.id], person, deadline(person, limits, document.day))
        for person in document.people
        if person.current or person.needs_plan
    ]
    return sorted(due, key=lambda each: (each.deadline.day or date.max, each.sign))


def _counts(due: Iterable[_Due], limits: Limits) -> list[tuple[str, str]]:
    count = Counter(each.deadline.urgency for each in due)
    return [
        ("Försenade", str(count[Urgency.OVERDUE])),
        (f"Inom {limits.due_soon_days} dagar", str(count[Urgency.SOON])),
        ("Senare", str(count[Urgency.LATER])),
        ("Utan datum", str(count[Urgency.NONE])),
    ]


def _table(story: Story, due: list[_Due], today: date) -> None:
    look = story.look
    if not due:
        story.text(NOTHING, look.gap)
        return
    names = ("Klart", "Senast", "Individ", "Vad", "Läge")
    widths = (*_WIDTHS, look.measure - sum(_WIDTHS))
    rows = [_row(each, look, today) for each in due]
    story.table(Columns(names, widths), rows, least=_ROW_HEIGHT)


def _row(due: _Due, look: Look, today: date) -> list[Cell]:
    figures = replace(look.cell, cut=Cut.TABULAR)
    tick = replace(look.cell, size=_TICK_SIZE, leading=_TICK_LEADING)
    day, person = due.deadline.day, due.person
    late = due.deadline.urgency is Urgency.OVERDUE
    left = days_in_words(day, today) if day else ""
    what = "Uppföljning" if person.current else "Första planen"
    return [
        [Said(_TICK, tick)],
        [Said(day.isoformat(), figures) if day else Said(NO_DATE, look.cell_gap)],
        [Said(due.sign, look.strong)],
        [Said(what, look.cell), Said(_status(person, today), look.cell_note)],
        [Said(left, look.strong if late else look.cell)],
    ]


def _status(person: PersonSummary, today: date) -> str:
    """Return in the screen's words how far the work has come."""
    if not person.drafts:
        return "Upprättad" if person.current else "Ingen plan"
    changed = max(dates.in_sweden(draft.changed_at).date() for draft in person.drafts)
    begun = "Uppföljning påbörjad" if person.current else "Påbörjad"
    return f"{begun}, ändrad {dates.short(changed, today)}"


def _about(document: UnitList) -> About:
    return About(
        title=one_line(f"{TITLE} – {document.unit.name}"),
        author=one_line(document.unit.name),
        subject=f"Läget {document.day.isoformat()}",
        creator=f"Gplan {VERSION}",
        made=document.at,
    )


def _dressing(document: UnitList) -> Dressing:
    return Dressing(
        name=document.unit.name,
        number="",
        title=TITLE,
        foot=f"Utskriven {dates.stamp(document.at)} av {document.by}",
        practice=document.unit.practice,
    )
