"""What differs between a visit plan and what it was, field by field, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from gplan_desktop.domain import dates
from gplan_desktop.domain.difference import Piece, PieceKind, compare, same_words
from gplan_desktop.domain.tabs import MASK
from gplan_desktop.domain.visit_plan import VisitPlan
from gplan_desktop.method.model import Method

_CODE = "visit_plan.home.medicine_cabinet_code"


@dataclass(frozen=True)
class FieldDifference:
    """A field that differs: its id, what it is called on the screen, and how its text became."""

    field: str
    label: str
    pieces: tuple[Piece, ...]


def visit_plan_changes(
    plan: VisitPlan, previous: VisitPlan, method: Method
) -> tuple[FieldDifference, ...]:
    """Return what differs between *plan* and *previous*, in the order of the form.

    Of a code only that it came, went or was changed: nobody asked to see it.
    """
    before, after = dict(_texts(previous)), dict(_texts(plan))
    found = [
        FieldDifference(field, method.field(field).label, compare(before[field], text))
        for field, text in after.items()
        if not same_words(before[field], text)
    ]
    if code := _code(plan, previous):
        found.append(FieldDifference(_CODE, method.field(_CODE).label, code))
    return tuple(found)


def _code(plan: VisitPlan, previous: VisitPlan) -> tuple[Piece, ...]:
    new, old = plan.home.medicine_cabinet_code, previous.home.medicine_cabinet_code
    if new == old or (new.is_blank and old.is_blank):
        return ()
    gone = () if old.is_blank else (Piece(PieceKind.REMOVED, MASK),)
    come = () if new.is_blank else (Piece(PieceKind.ADDED, MASK),)
    between = (Piece(PieceKind.SAME, " "),) if gone and come else ()
    return (*gone, *between, *come)


def _texts(plan: VisitPlan) -> Iterator[tuple[str, str]]:
    """Return what each field says, but for the code."""
    yield "visit_plan.name", plan.name
    yield "visit_plan.temporary", _yes(plan.temporary)
    yield "visit_plan.written_on", plan.written_on.isoformat() if plan.written_on else ""
    yield from _arrival(plan)
    yield from _home(plan)
    yield "visit_plan.wish.staff", plan.wish.staff.label if plan.wish else ""
    yield "visit_plan.wish.situations", plan.wish.situations if plan.wish else ""
    yield from _health_care(plan)
    visits = (
        f"{dates.long(visit.day) if visit.day else '…'}: {visit.text}"
        for visit in plan.single_visits
    )
    yield "visit_plan.single_visits", "\n".join(visits)
    yield "visit_plan.other", plan.other


def _arrival(plan: VisitPlan) -> Iterator[tuple[str, str]]:
    arrival = plan.arrival
    windows = ", ".join(window.text for window in arrival.time_windows)
    yield "visit_plan.arrival.coverage", arrival.coverage_text or arrival.coverage.label
    yield "visit_plan.arrival.time_windows", windows
    for part in ("bring_key", "opens_door", "door_alarm"):
        yield f"visit_plan.arrival.{part}", _yes(getattr(arrival, part))
    yield "visit_plan.arrival.name_on_door", arrival.name_on_door


def _home(plan: VisitPlan) -> Iterator[tuple[str, str]]:
    home = plan.home
    answers = {None: "", True: "Ja", False: "Nej"}
    yield "visit_plan.home.others_live_here", answers[home.others_live_here]
    for part in ("others", "animals", "sensitive_to"):
        yield f"visit_plan.home.{part}", getattr(home, part)


def _health_care(plan: VisitPlan) -> Iterator[tuple[str, str]]:
    care = plan.health_care
    yield "visit_plan.health_care.care_plans", "\n".join(care.care_plans)
    for part in ("fitting_protocol", "signing_system", "advanced_home_care"):
        yield f"visit_plan.health_care.{part}", _yes(getattr(care, part))


def _yes(ticked: object) -> str:
    return "Ja" if ticked else ""
