"""A person's visit plans as rows of a table, with the days that a temporary one has left."""

from datetime import date

from gplan_desktop.domain import dates
from gplan_desktop.domain.visit_plan import VisitPlan, VisitPlanRecord
from gplan_desktop.method.model import Limits
from gplan_desktop.rules.deadlines import visit_plan_days_left, visit_plan_ends
from ui.widgets.record_table import Cell, Row

HEADINGS = ("Besöksplan", "Daterad", "Tid kvar")
CLEARED_HEADINGS = ("Besöksplan", "Daterad", "Borttagen i Tes")
NAMELESS = "Utan namn"
_NONE = "–"
_ORDINARY, _UNDATED = "Ordinarie", "Tillfällig, utan datum"


def visit_plan_row(record: VisitPlanRecord, limits: Limits, today: date) -> Row:
    """Return *record* as a row; the last cell tells the days left, or when it was cleared."""
    plan = record.plan
    day = plan.written_on
    return Row(
        plan.id,
        (
            Cell(plan.name.strip() or NAMELESS),
            Cell(day.isoformat() if day else _NONE, "muted"),
            _left(plan, limits, today) if record.is_open else _cleared(record),
        ),
    )


def time_left(plan: VisitPlan, limits: Limits, today: date) -> str:
    """Return "2 vardagar kvar, sista dag torsdag 26 november"; "" without an end (S97-S98)."""
    if not plan.temporary or plan.written_on is None:
        return ""
    last = visit_plan_ends(plan.written_on, limits)
    day = _day(last, today)
    if today > last:
        return f"Tiden är ute, sista dag var {day}"
    if today == last:
        return f"I dag är sista dagen, {day}"
    days = visit_plan_days_left(plan.written_on, limits, today)
    left = "1 vardag" if days == 1 else f"{days} vardagar"
    return f"{left} kvar, sista dag {day}"


def is_due(plan: VisitPlan, limits: Limits, today: date) -> bool:
    """Tell whether its text is to be written into the plan now: from its last day on (S98)."""
    return plan.temporary and bool(
        plan.written_on and today >= visit_plan_ends(plan.written_on, limits)
    )


def is_late(plan: VisitPlan, limits: Limits, today: date) -> bool:
    """Tell whether the last day has passed."""
    return plan.temporary and bool(
        plan.written_on and today > visit_plan_ends(plan.written_on, limits)
    )


def _left(plan: VisitPlan, limits: Limits, today: date) -> Cell:
    if not plan.temporary:
        return Cell(_ORDINARY, "muted")
    text = time_left(plan, limits, today) or _UNDATED
    if is_late(plan, limits, today):
        return Cell(text, "problem", "error-fill")
    if is_due(plan, limits, today):
        return Cell(text, "warning", "event")
    return Cell(text)


def _cleared(record: VisitPlanRecord) -> Cell:
    at = dates.in_sweden(record.cleared_at).date().isoformat() if record.cleared_at else _NONE
    return Cell(f"{at}, {record.cleared_by}".rstrip(", "), "muted")


def _day(day: date, today: date) -> str:
    """Return "torsdag 26 november", with the year when it is not this one."""
    return dates.long(day).removesuffix(f" {today.year}")
