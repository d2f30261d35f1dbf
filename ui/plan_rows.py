"""A person's plans as rows of a table (S82-S83)."""

from datetime import date

from gplan_desktop.domain import dates
from gplan_desktop.domain.overview import PlanSummary
from gplan_desktop.domain.plan import PlanRecord, PlanStatus
from gplan_desktop.method.model import Limits
from gplan_desktop.rules.deadlines import Urgency, follow_up_deadline
from ui.widgets.record_table import Cell, Row

HEADINGS = ("Plan", "Status", "Upprättad", "Nästa uppföljning")
_ROLES = {Urgency.OVERDUE: "problem", Urgency.SOON: "warning"}
_ICONS = {Urgency.OVERDUE: "error-fill", Urgency.SOON: "event"}


def plan_row(plan: PlanSummary, limits: Limits, today: date) -> Row:
    """Return *plan* as a row: name, status with "tv", establishing, next follow-up."""
    return Row(
        plan.id, (Cell(plan.name), _status(plan), _established(plan), _due(plan, limits, today))
    )


def history_of(plan: PlanSummary | PlanRecord) -> str:
    """Return who annulled or corrected *plan*, when and why, in whole sentences, or "" (F26)."""
    told = [plan.corrects.told_of_new] if plan.corrects else []
    if plan.ended:
        told.append(plan.ended.told_of_wrong)
    return " ".join(told)


def deadline_cell(text: str, urgency: Urgency) -> Cell:
    """Return a deadline as a cell: words, colour and icon say the same."""
    return Cell(text, _ROLES.get(urgency, "ink"), _ICONS.get(urgency, ""))


def _status(plan: PlanSummary) -> Cell:
    if plan.is_current:
        made = "Rättad" if plan.corrects else "Upprättad"
        return Cell(f"{made} – tv (tillsvidare)", "done", "check_circle-fill")
    if plan.status is PlanStatus.DRAFT:
        return Cell("Utkast till rättelse" if plan.corrects else plan.status.label, "ink", "edit")
    return Cell(plan.ended.short if plan.ended else plan.status.label, "muted", "lock")


def _established(plan: PlanSummary) -> Cell:
    at = plan.established_at
    return Cell(dates.in_sweden(at).date().isoformat() if at else "–", "muted")


def _due(plan: PlanSummary, limits: Limits, today: date) -> Cell:
    if plan.followed_up_on:
        return Cell(f"Uppföljd {plan.followed_up_on.isoformat()}", "muted")
    if not plan.is_current or plan.next_follow_up is None:
        return Cell("–", "muted")
    due = follow_up_deadline(plan, limits, today)
    return deadline_cell(f"{plan.next_follow_up.isoformat()}  {due.text}", due.urgency)
