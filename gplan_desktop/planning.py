"""The acts of planning: open a plan, begin one, follow one up, establish it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import (
    Establishment,
    Plan,
    PlanRecord,
    PlanStatus,
    new_form,
)
from gplan_desktop.errors import WorldError
from gplan_desktop.method.model import Method
from gplan_desktop.rules.situation import Situation

if TYPE_CHECKING:
    # The window is shown before the database's libraries are loaded.
    from gplan_desktop.store.store import Store

_START = Place()


class NothingAssigned(WorldError):
    """A plan starts from an assignment, and the person has none."""

    def __init__(self, person: Person) -> None:
        super().__init__(
            f"Det finns inget uppdrag för {person.name}.",
            "Inget har ändrats.",
            "En genomförandeplan utgår från biståndshandläggarens uppdrag. "
            "Lägg in det med Nytt uppdrag på personens sida.",
        )


class NoPlanNeeded(WorldError):
    """No plan shall be made for only trygghetslarm or only HSL-åtgärder (S24-S25)."""

    def __init__(self, person: Person) -> None:
        super().__init__(
            f"{person.name} har bara {person.supports.lower()}.",
            "Då ska ingen genomförandeplan upprättas (manualen s. 3).",
            "Får individen mer stöd, ändra stödet hos personen först.",
        )


@dataclass(frozen=True)
class Opened:
    """A plan that is open: the record, what it is judged by, and where its writer was."""

    record: PlanRecord
    situation: Situation
    place: Place = _START


@dataclass(frozen=True)
class Desk:
    """What planning is done with: the store, the method in force, and the day."""

    store: "Store"
    method: Method
    today: date


def open_plan(plan_id: str, desk: Desk) -> Opened:
    """Open a draft where it was left, or an established plan to read."""
    record = desk.store.plan(plan_id)
    return Opened(record, situation_of(record.plan, desk), desk.store.place(plan_id))


def situation_of(plan: Plan, desk: Desk) -> Situation:
    """Return what *plan* is judged by: its person, its assignment and the earlier plan."""
    assignment = desk.store.assignment(plan.assignment_id)
    previous = desk.store.plan(plan.previous_id) if plan.previous_id else None
    return _situation(desk, assignment, previous)


def follow_up(plan_id: str, desk: Desk) -> Opened:
    """Begin the follow-up of an established plan: a new form copied from it (S34-S47).

    A follow-up that was begun before is opened where it was left.
    """
    previous = desk.store.plan(plan_id)
    for plan in desk.store.plans(previous.plan.person_id):
        if plan.status is PlanStatus.DRAFT and plan.previous_id == plan_id:
            return open_plan(plan.id, desk)
    return _begin(_assignment_for(previous.plan, desk), previous, desk)


def begin_first(person_id: str, desk: Desk) -> Opened:
    """Begin a plan for a person who has none to follow up.

    Raises:
        NoPlanNeeded: when the manual says that no plan shall be made.
        NothingAssigned: when there is no assignment to start from.
    """
    person = desk.store.person(person_id)
    if not person.needs_plan:
        raise NoPlanNeeded(person)
    assignments = desk.store.assignments(person_id)
    if not assignments:
        raise NothingAssigned(person)
    taken = _taken_assignments(person_id, "", desk)
    free = [assignment for assignment in assignments if assignment.id not in taken]
    return _begin((free or assignments)[0], None, desk)


def establish(
    opened: Opened, desk: Desk, now: datetime, render: Callable[[PlanRecord], bytes]
) -> PlanRecord:
    """Write-protect the plan with its paper, in one move (S11, S78-S82)."""
    plan, store = opened.record.plan, desk.store
    moment = Establishment(now, store.unit.coordinator, desk.method.version, store.checksum(plan))
    paper = render(PlanRecord(plan, PlanStatus.ESTABLISHED, opened.record.version, moment))
    return store.establish(plan, opened.record.version, moment, paper)


def _begin(assignment: Assignment, previous: PlanRecord | None, desk: Desk) -> Opened:
    name = previous.plan.name if previous else _free_name(assignment.person_id, desk)
    plan: Plan = new_form(str(uuid4()), assignment, name, previous.plan if previous else None)
    return Opened(PlanRecord(plan), _situation(desk, assignment, previous))


def _free_name(person_id: str, desk: Desk) -> str:
    """Return the first approved name that no plan in force has (S48, S82)."""
    used = {plan.name for plan in desk.store.plans(person_id) if plan.is_current}
    names = desk.method.plan_names
    return next((name for name in names if name not in used), names[0])


def _assignment_for(previous: Plan, desk: Desk) -> Assignment:
    """Return the newest assignment that is not the ground of a plan with another name.

    A day plan and a night plan may be in force side by side, each on its own
    assignment (design §8.5).
    """
    taken = _taken_assignments(previous.person_id, previous.name, desk)
    assignments = desk.store.assignments(previous.person_id)
    free = (assignment for assignment in assignments if assignment.id not in taken)
    return next(free, None) or desk.store.assignment(previous.assignment_id)


def _taken_assignments(person_id: str, own_name: str, desk: Desk) -> set[str]:
    """Return the assignments that the person's plans in force with other names stand on."""
    others = [p for p in desk.store.plans(person_id) if p.is_current and p.name != own_name]
    return {desk.store.plan(other.id).plan.assignment_id for other in others}


def _situation(desk: Desk, assignment: Assignment, previous: PlanRecord | None) -> Situation:
    person = desk.store.person(assignment.person_id)
    followed = previous.plan.id if previous else ""
    others = [p for p in desk.store.plans(person.id) if p.is_current and p.id != followed]
    names = frozenset(plan.name for plan in others)
    return Situation(person, assignment, previous, desk.method, desk.today, names)
