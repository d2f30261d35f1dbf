"""What must be right in a visit plan before it is used (S85-S110)."""

from collections.abc import Iterator
from datetime import date

from gplan_desktop.domain.text import is_blank, words
from gplan_desktop.domain.visit_plan import Coverage, VisitPlan
from gplan_desktop.method.guard_terms import Place
from gplan_desktop.method.model import Method
from gplan_desktop.rules.deadlines import visit_plan_ends
from gplan_desktop.rules.finding import Finding, finding
from gplan_desktop.rules.record_texts import CABINET_CODE, check_guarded, hits_of, in_force
from gplan_desktop.rules.text_checks import guarded

Findings = Iterator[Finding]

_CARE_PLANS = "visit_plan.health_care.care_plans"
# Words that tell that there are animals, and nothing of which kind.
_ANY_ANIMAL = frozenset(
    ("ja", "djur", "djuret", "husdjur", "sällskapsdjur", "finns", "har", "ett", "flera")
)


def check_visit_plan(plan: VisitPlan, method: Method, today: date) -> tuple[Finding, ...]:
    """Return everything that the method finds in *plan*, the same whether let stand or not.

    A rule that is not valid yet finds nothing.
    """
    found = (
        *_day(plan, method, today),
        *_arrival(plan, method),
        *_home(plan, method),
        *_wish(plan, method),
        *_health_care(plan, method),
        *_single_visits(plan, method, today),
        *check_guarded(visit_plan_texts(plan), Place.VISIT_PLAN, "visit-plan-guarded", method),
        *_open_codes(plan, method),
    )
    return in_force(found, method, today)


def visit_plan_texts(plan: VisitPlan) -> Iterator[tuple[str, str]]:
    """Return every free text of *plan* with its field, in the order of the form; no code.

    The names of vårdplaner stand in the sentences that let them stand (S103).
    """
    yield "visit_plan.name", plan.name
    yield "visit_plan.arrival.place", plan.arrival.place
    yield "visit_plan.arrival.name_on_door", plan.arrival.name_on_door
    for part in ("others", "animals", "sensitive_to"):
        yield f"visit_plan.home.{part}", getattr(plan.home, part)
    if plan.wish:
        yield "visit_plan.wish.situations", plan.wish.situations
    yield _CARE_PLANS, "\n".join(plan.health_care.sentences)
    for number, visit in enumerate(plan.single_visits):
        yield f"visit_plan.single_visits.{number}.text", visit.text
    yield "visit_plan.other", plan.other


def _day(plan: VisitPlan, method: Method, today: date) -> Findings:
    """S97-S99: a temporary one is dated, and its text is taken away after five weekdays."""
    if not plan.temporary:
        return
    field = "visit_plan.written_on"
    if plan.written_on is None:
        yield finding(method, "visit-plan-day", field)
        return
    limit = visit_plan_ends(plan.written_on, method.limits)
    if today > limit:
        yield finding(method, "visit-plan-overdue", field, limit=limit.isoformat())


def _arrival(plan: VisitPlan, method: Method) -> Findings:
    """S85: where coverage is better."""
    if plan.arrival.coverage is Coverage.PARTLY and is_blank(plan.arrival.place):
        yield finding(method, "visit-plan-place", "visit_plan.arrival.place")


def _home(plan: VisitPlan, method: Method) -> Findings:
    """S93, S100: whether more persons live there, and which kind of animals."""
    if plan.home.others_live_here is None:
        yield finding(method, "visit-plan-others", "visit_plan.home.others_live_here")
    told = words(plan.home.animals)
    if told and _ANY_ANIMAL.issuperset(told):
        yield finding(method, "visit-plan-animals", "visit_plan.home.animals")


def _wish(plan: VisitPlan, method: Method) -> Findings:
    """S92: in which situations."""
    if plan.wish and is_blank(plan.wish.situations):
        staff = plan.wish.staff.label.lower()
        yield finding(method, "visit-plan-situations", "visit_plan.wish.situations", staff=staff)


def _health_care(plan: VisitPlan, method: Method) -> Findings:
    """S103: every vårdplan by its name."""
    if any(map(is_blank, plan.health_care.care_plans)):
        yield finding(method, "visit-plan-care-plan", _CARE_PLANS)


def _single_visits(plan: VisitPlan, method: Method, today: date) -> Findings:
    """S95: what applies, on which day, and gone again when it has been."""
    for number, visit in enumerate(plan.single_visits):
        place = f"visit_plan.single_visits.{number}"
        if is_blank(visit.text):
            yield finding(method, "visit-plan-visit-text", f"{place}.text")
        if visit.day is None:
            yield finding(method, "visit-plan-visit-day", f"{place}.day")
        elif visit.day < today:
            day = visit.day.isoformat()
            yield finding(method, "visit-plan-visit-past", f"{place}.day", day=day)


def _open_codes(plan: VisitPlan, method: Method) -> Findings:
    """S90: the code of the cabinet is written where it is shown as dots."""
    for field, text in visit_plan_texts(plan):
        if hits := hits_of(text, {CABINET_CODE}, method):
            yield guarded("visit-plan-code-open", field, hits, method)
