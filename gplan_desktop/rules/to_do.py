"""What is left to do for a person or the whole unit, computed where it can be (F16, F36).

The plan is established and followed up in time, printed, filed and noted in the
journal (S15, S135-S142); a temporary visit plan is cleared (S96-S99); old papers
are collected, and the case officer is told (S69).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from gplan_desktop.domain import dates
from gplan_desktop.domain.labelled import Labelled
from gplan_desktop.domain.life_areas import life_area
from gplan_desktop.domain.overview import Aftercare, PersonSummary, PlanSummary
from gplan_desktop.domain.task import Task
from gplan_desktop.domain.visit_plan import TemporaryVisit
from gplan_desktop.method.model import Limits
from gplan_desktop.rules.deadlines import (
    Deadline,
    Urgency,
    days_in_words,
    deadline,
    follow_up_deadline,
    visit_plan_ends,
)
from gplan_desktop.rules.old_papers import OldPaper, collected_name, paper_name, print_facts

UNNAMED = "Besöksplan utan namn"
_UNDATED = Deadline(None, Urgency.NONE, "")
_NO_DATE = Deadline(None, Urgency.SOON, "Saknar datum")
DONE = "Klart"
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_ORDER = {Urgency.OVERDUE: 0, Urgency.SOON: 1, Urgency.NONE: 2, Urgency.LATER: 3}


class ToDoKind(Labelled):
    """What is to be done; of what has no day, the first is the most urgent."""

    ESTABLISH = "establish", "Upprätta planen"
    FOLLOW_UP = "follow_up", "Följ upp planen"
    CLEAR_VISIT_PLAN = "clear_visit_plan", "Ta bort den tillfälliga besöksplanen"
    COLLECT_PAPER = "collect_paper", "Samla in gammalt papper"
    CONTACT_CASE_OFFICER = "contact_case_officer", "Kontakta biståndshandläggaren"
    PRINT = "print", "Skriv ut planen"
    NOTE = "note", "Skriv i journalen"
    FILE = "file", "Förvara planen"


AFTER_THE_PLAN = frozenset({ToDoKind.PRINT, ToDoKind.NOTE, ToDoKind.FILE})
TICKED = frozenset({ToDoKind.COLLECT_PAPER, ToDoKind.CONTACT_CASE_OFFICER, ToDoKind.FILE})
_PLACES = {kind: place for place, kind in enumerate(ToDoKind)}


@dataclass(frozen=True)
class ToDo:
    """One thing to do for a person, or one that was done.

    *subject* is the id of what it is about: a plan, visit plan, print or task.
    *name* and *text* tell it in words; *quote* is a text to read and copy.
    *tick* is what its tick says, "" where something else than a tick does it.
    """

    kind: ToDoKind
    person_id: str
    subject: str
    name: str = ""
    text: str = ""
    quote: str = ""
    tick: str = ""
    deadline: Deadline = _UNDATED
    begun: bool = False
    since: datetime | None = None
    done_at: datetime | None = None
    done_by: str = ""

    @property
    def due(self) -> date | None:
        """The last day for it, where there is one."""
        return self.deadline.day

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_at is None

    @property
    def facts(self) -> str:
        """What is to be known of it: when it was done and by whom, or else what it is about."""
        if self.done_at is None:
            return self.text
        by = f", {self.done_by}" if self.done_by else ""
        return f"{self.tick or DONE} {dates.stamp(self.done_at)}{by}"

    def ticked(self, at: datetime | None, by: str) -> "ToDo":
        """Return it as done *at* a moment, or as open again."""
        return replace(self, done_at=at, done_by=by if at else "")


@dataclass(frozen=True)
class Facts:
    """What the list is computed from, for one person or for many.

    *people* are at least those whom something is left to do for, with their
    plans in force and drafts; *aftercares* are those, by
    plan in force, where something is left; *visit_plans* are the temporary
    ones in use, and *tasks* the open ones.
    """

    people: Mapping[str, PersonSummary]
    aftercares: Mapping[str, Aftercare]
    visit_plans: tuple[TemporaryVisit, ...] = ()
    papers: tuple[OldPaper, ...] = ()
    tasks: tuple[Task, ...] = ()


def to_do(facts: Facts, limits: Limits, today: date) -> tuple[ToDo, ...]:
    """Return what is left to do, the most urgent first; a follow-up when it is soon due."""
    found: list[ToDo] = []
    for person in facts.people.values():
        found += _of_plans(person, limits, today)
        found += _after_plans(person, facts.aftercares)
    found += (_of_visit_plan(visit, limits, today) for visit in facts.visit_plans)
    found += (_of_paper(paper) for paper in facts.papers)
    found += (of_task(task) for task in facts.tasks)
    return tuple(sorted(found, key=_urgent_first))


def of_task(task: Task) -> ToDo:
    """Return a task that was noted by hand (S69)."""
    day = dates.in_sweden(task.created_at).date().isoformat()
    area = f"{life_area(task.area).label}, " if task.area else ""
    noted = f"{area}antecknat {day} av {task.created_by}"
    return ToDo(
        ToDoKind(task.kind.value),
        task.person_id,
        task.id,
        text=noted[0].upper() + noted[1:],
        quote=task.text,
        tick=DONE,
        since=task.created_at,
        done_at=task.done_at,
        done_by=task.done_by,
    )


def _urgent_first(one: ToDo) -> tuple[int, date, int, datetime]:
    since = one.since or _LONG_AGO
    return _ORDER[one.deadline.urgency], one.due or date.max, _PLACES[one.kind], since


def _of_plans(person: PersonSummary, limits: Limits, today: date) -> Iterator[ToDo]:
    """Return the follow-ups that are near, or the first plan that is missing (S73, S80).

    When the support has ended nothing is followed up.
    """
    if person.support_end:
        return
    begun = {draft.previous_id for draft in person.drafts}
    for plan in person.current:
        near = follow_up_deadline(plan, limits, today)
        if near.day and near.urgency is not Urgency.LATER:
            text = f"Uppföljning senast {near.day.isoformat()}."
            yield _of_plan(ToDoKind.FOLLOW_UP, plan, text, near, begun=plan.id in begun)
    if person.needs_plan and not person.current:
        draft = next(iter(person.drafts), None)
        yield ToDo(
            ToDoKind.ESTABLISH,
            person.id,
            draft.id if draft else "",
            name=draft.name if draft else "",
            text=f"Stödet började {person.support_start.isoformat()}.",
            deadline=deadline(person, limits, today),
            begun=draft is not None,
        )


def _of_plan(
    kind: ToDoKind, plan: PlanSummary, text: str, near: Deadline = _UNDATED, *, begun: bool = False
) -> ToDo:
    return ToDo(
        kind,
        plan.person_id,
        plan.id,
        plan.name,
        text,
        tick=DONE if kind in TICKED else "",
        deadline=near,
        begun=begun,
        since=plan.established_at,
    )


def _after_plans(person: PersonSummary, aftercares: Mapping[str, Aftercare]) -> Iterator[ToDo]:
    """Return what is left when a plan has been established (S15, S135-S142)."""
    for plan in person.current:
        if (done := aftercares.get(plan.id)) is None:
            continue
        if not done.printed_at and not done.filed_at:
            yield _of_plan(ToDoKind.PRINT, plan, _established(plan))
        if not done.noted_at:
            yield _of_plan(ToDoKind.NOTE, plan, _established(plan))
        if not done.filed_at:
            yield _of_plan(ToDoKind.FILE, plan, _printed(done))


def _established(plan: PlanSummary) -> str:
    if plan.established_at is None:
        return ""
    day = dates.in_sweden(plan.established_at).date().isoformat()
    return f"Upprättad {day} av {plan.established_by}."


def _printed(done: Aftercare) -> str:
    if done.printed_at is None:
        return "Inte utskriven härifrån än."
    return f"Utskriven {dates.stamp(done.printed_at)}."


def _of_visit_plan(visit: TemporaryVisit, limits: Limits, today: date) -> ToDo:
    """Return the clearing of a temporary visit plan, due after so many weekdays (S96-S99)."""
    text = "Skriv in informationen i genomförandeplanen, och ta sedan bort texten i Tes."
    near = _NO_DATE
    if visit.written_on:
        day = visit_plan_ends(visit.written_on, limits)
        urgency = Urgency.OVERDUE if day < today else Urgency.SOON
        near = Deadline(day, urgency, days_in_words(day, today))
        text = f"Daterad {visit.written_on.isoformat()}. {text}"
    kind, name = ToDoKind.CLEAR_VISIT_PLAN, visit.name.strip() or UNNAMED
    return ToDo(kind, visit.person_id, visit.id, name, text, deadline=near, since=visit.changed_at)


def _of_paper(paper: OldPaper) -> ToDo:
    """Return a paper to collect (F54)."""
    made = paper.print_out
    return ToDo(
        ToDoKind.COLLECT_PAPER,
        made.person_id,
        made.id,
        paper_name(made),
        f"{print_facts(made)} {paper.reason}",
        tick=collected_name(made.occasion.way),
        since=made.occasion.at,
    )
