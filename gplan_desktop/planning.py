"""The acts of planning: open a plan, begin one, follow one up, establish, correct, annul it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import takewhile
from typing import TYPE_CHECKING
from uuid import uuid4

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.correction import made_by
from gplan_desktop.domain.overview import Place, PlanSummary
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import (
    Establishment,
    Plan,
    PlanRecord,
    PlanStatus,
    copy_to_correct,
    fitted_to,
    new_form,
)
from gplan_desktop.domain.user import Whose
from gplan_desktop.errors import WorldError
from gplan_desktop.method.frozen import completed, from_text, to_text
from gplan_desktop.method.model import Method
from gplan_desktop.rules.changing import Around, Change, around, refusal
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


class ChangeRefused(WorldError):
    """What is wanted with an established plan cannot be done now (F26)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, "Inget har ändrats.", "")


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
    """Open a draft where it was left, or an established plan to read.

    An established plan is shown by the metodstöd that it was made under. A
    draft has the life areas of its assignment as that stands now.
    """
    record = desk.store.plan(plan_id)
    if record.establishment:
        desk = replace(desk, method=_method_of(record.establishment, desk))
    situation = situation_of(record.plan, desk)
    if not record.is_locked:
        record = replace(record, plan=fitted_to(record.plan, situation.assignment))
    return Opened(record, situation, desk.store.place(plan_id))


def situation_of(plan: Plan, desk: Desk) -> Situation:
    """Return what *plan* is judged by: its person, its assignment and the plans around it.

    An external provider is shown no plan that is in force no more (S131).
    """
    whose = desk.store.access.actor.whose
    former = None if whose is Whose.PROVIDER else plan.previous_id
    previous = desk.store.plan(former) if former else None
    return _situation(desk, plan, previous)


@dataclass(frozen=True)
class Choices:
    """The assignments that a new plan may stand on, the proposed one first.

    *names* are the person's plans in force, by the assignment they stand on.
    """

    assignments: tuple[Assignment, ...]
    names: Mapping[str, str]

    @property
    def must_ask(self) -> bool:
        """Whether more than one could be meant."""
        return len(self.assignments) > 1


def choices_for_follow_up(plan_id: str, desk: Desk) -> Choices:
    """Return what the follow-up of *plan_id* may stand on; one when it is clear.

    It is clear when the follow-up has been begun, and when nothing has been
    decided since: those are its own assignment and newer ones that no other
    plan in force stands on (design §8.5).
    """
    previous = desk.store.plan(plan_id).plan
    in_force = _in_force(previous.person_id, desk)
    own = desk.store.assignments.get(previous.assignment_id)
    if _begun(previous, desk):
        return Choices((own,), _names(in_force))
    others = {plan.assignment_id for plan in in_force if plan.name != previous.name}
    newer = _newer(own, desk.store.assignments.of_person(previous.person_id))
    free = [one for one in newer if one.id not in others]
    return Choices((*free, own), _names(in_force))


def choices_for_first(person_id: str, desk: Desk) -> Choices:
    """Return what a further plan may stand on: what no plan in force stands on, or else all.

    Raises:
        NoPlanNeeded, NothingAssigned: as begin_first().
    """
    assignments = _assigned(person_id, desk)
    names = _names(_in_force(person_id, desk))
    free = tuple(one for one in assignments if one.id not in names)
    return Choices(free or tuple(assignments), names)


def follow_up(plan_id: str, desk: Desk, assignment_id: str = "") -> Opened:
    """Begin the follow-up of an established plan: a new form copied from it (S34-S47).

    It stands on *assignment_id*, or else on the one that is proposed. A
    follow-up that was begun before is opened where it was left.

    Raises:
        ChangeRefused: when a correction of the plan has been begun (F26).
    """
    previous = desk.store.plan(plan_id)
    found = changes(plan_id, desk)
    if found.correction:
        raise ChangeRefused(refusal(Change.NEW_VERSION, found))
    if begun := _begun(previous.plan, desk):
        return open_plan(begun, desk)
    proposed = choices_for_follow_up(plan_id, desk).assignments[0]
    chosen = desk.store.assignments.get(assignment_id) if assignment_id else proposed
    return _begin(chosen, previous, desk)


def begin_first(person_id: str, desk: Desk, assignment_id: str = "") -> Opened:
    """Begin a plan for a person who has none to follow up, on *assignment_id* or the proposed one.

    Raises:
        NoPlanNeeded: when the manual says that no plan shall be made.
        NothingAssigned: when there is no assignment to start from.
    """
    proposed = choices_for_first(person_id, desk).assignments[0]
    chosen = desk.store.assignments.get(assignment_id) if assignment_id else proposed
    return _begin(chosen, None, desk)


def establish(
    opened: Opened, desk: Desk, now: datetime, render: Callable[[PlanRecord], bytes]
) -> PlanRecord:
    """Write-protect the plan with its paper, in one move (S11, S78-S82)."""
    plan, store = opened.record.plan, desk.store
    store.methods.keep(desk.method.version, to_text(desk.method))
    moment = Establishment(now, store.unit.coordinator, desk.method.version, store.checksum(plan))
    paper = render(_as_established(opened.record, moment))
    return store.establish(plan, opened.record.version, moment, paper)


def changes(plan_id: str, desk: Desk) -> Around:
    """Return what decides how an established plan may be changed now (F26)."""
    person_id = desk.store.plan(plan_id).plan.person_id
    plans = desk.store.plans(person_id)
    return around(next(plan for plan in plans if plan.id == plan_id), plans, desk.today)


def begin_correction(plan_id: str, reason: str, desk: Desk) -> Opened:
    """Begin to correct a slip in the plan in force: a draft of all that stands in it (F26).

    A correction that was begun before is opened where it was left, and keeps its reason.

    Raises:
        ChangeRefused: when the plan cannot be corrected now.
        ValueError: without a reason.
    """
    if begun := _require(Change.CORRECT, plan_id, desk).correction:
        return open_plan(begun.id, desk)
    draft = copy_to_correct(str(uuid4()), desk.store.plan(plan_id).plan)
    desk.store.corrections.begin(draft, plan_id, reason)
    return open_plan(draft.id, desk)


def annul(plan_id: str, reason: str, desk: Desk) -> PlanRecord:
    """Annul the plan in force and return it; no other plan comes into force by that (F26).

    Raises:
        ChangeRefused: when the plan cannot be annulled now.
        ValueError: without a reason.
    """
    _require(Change.ANNUL, plan_id, desk)
    desk.store.corrections.annul(plan_id, reason)
    return desk.store.plan(plan_id)


def _require(change: Change, plan_id: str, desk: Desk) -> Around:
    found = changes(plan_id, desk)
    if reason := refusal(change, found):
        raise ChangeRefused(reason)
    return found


def _as_established(record: PlanRecord, moment: Establishment) -> PlanRecord:
    """Return *record* as it will be when it has been established at *moment*."""
    corrects = record.corrects
    if corrects:
        corrects = replace(corrects, at=moment.at, by=moment.by, is_done=True)
    return replace(record, status=PlanStatus.ESTABLISHED, establishment=moment, corrects=corrects)


def _begin(assignment: Assignment, previous: PlanRecord | None, desk: Desk) -> Opened:
    name = previous.plan.name if previous else _free_name(assignment.person_id, desk)
    plan: Plan = new_form(str(uuid4()), assignment, name, previous.plan if previous else None)
    return Opened(PlanRecord(plan), _situation(desk, plan, previous))


def _method_of(establishment: Establishment, desk: Desk) -> Method:
    """Return the metodstöd that a plan was established under, or else the one in use."""
    if establishment.method_version == desk.method.version:
        return desk.method
    kept = desk.store.methods.document(establishment.method_version)
    method = from_text(kept) if kept else None
    return completed(method, desk.method) if method else desk.method


def _free_name(person_id: str, desk: Desk) -> str:
    """Return the first approved name that no plan in force has (S48, S82)."""
    used = {plan.name for plan in _in_force(person_id, desk)}
    names = desk.method.plan_names
    return next((name for name in names if name not in used), names[0])


def _assigned(person_id: str, desk: Desk) -> list[Assignment]:
    """Return the assignments of a person who is to have a plan, newest first."""
    person = desk.store.person(person_id)
    if not person.needs_plan:
        raise NoPlanNeeded(person)
    if not (assignments := desk.store.assignments.of_person(person_id)):
        raise NothingAssigned(person)
    return assignments


def _newer(own: Assignment, assignments: list[Assignment]) -> list[Assignment]:
    """Return those that were decided after *own*; *assignments* are newest first."""
    return list(takewhile(lambda one: one.id != own.id, assignments))


def _begun(previous: Plan, desk: Desk) -> str:
    """Return the id of the draft that follows *previous* up, or ""."""
    for plan in desk.store.plans(previous.person_id):
        is_draft = plan.status is PlanStatus.DRAFT and not plan.corrects
        if is_draft and plan.previous_id == previous.id:
            return plan.id
    return ""


def _in_force(person_id: str, desk: Desk) -> list[PlanSummary]:
    return [plan for plan in desk.store.plans(person_id) if plan.is_current]


def _names(plans: list[PlanSummary]) -> dict[str, str]:
    """Return the names of *plans* by the assignments that they stand on."""
    found: dict[str, str] = {}
    for plan in plans:
        before = found.get(plan.assignment_id)
        found[plan.assignment_id] = f"{before}, {plan.name}" if before else plan.name
    return found


def _situation(desk: Desk, plan: Plan, previous: PlanRecord | None) -> Situation:
    store = desk.store
    correction = made_by(plan.id, store.corrections.of_plan(plan.id))
    corrected = store.plan(correction.plan_id) if correction else None
    own = (plan.id, plan.previous_id, corrected.plan.id if corrected else None)
    others = [p for p in store.plans(plan.person_id) if p.is_current and p.id not in own]
    return Situation(
        store.person(plan.person_id),
        store.assignments.get(plan.assignment_id),
        previous,
        desk.method,
        desk.today,
        formers=(previous, *store.former_plans(previous.plan.id)) if previous else (),
        others=tuple(store.plan(other.id) for other in others),
        corrected=corrected,
    )
