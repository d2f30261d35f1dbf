"""When something is due, computed and told in words (F38-F41)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gplan_desktop.domain import dates
from gplan_desktop.domain.overview import PersonSummary, PlanSummary
from gplan_desktop.domain.plan import Plan
from gplan_desktop.domain.weekdays import weekdays_after, weekdays_between
from gplan_desktop.method.model import Limits
from gplan_desktop.rules.situation import Situation


class Urgency(StrEnum):
    """How near a deadline is."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    NONE = "none"


@dataclass(frozen=True)
class Deadline:
    """The next thing due for a person: the day, how near it is, and the words."""

    day: date | None
    urgency: Urgency
    text: str


def deadline(person: PersonSummary, limits: Limits, today: date) -> Deadline:
    """Return what is due next for *person*: the earliest follow-up, or the first plan.

    When the support has ended nothing is.
    """
    if person.support_end:
        return Deadline(None, Urgency.NONE, f"Stödet avslutades {person.support_end.isoformat()}")
    if person.current:
        due = min(person.current, key=lambda plan: plan.next_follow_up or date.max)
        return follow_up_deadline(due, limits, today)
    if not person.needs_plan:
        return Deadline(None, Urgency.NONE, "Ingen plan ska upprättas")
    latest = dates.add_days(person.support_start, limits.establish_days)
    return _first_plan_deadline(latest, limits, today)


def follow_up_deadline(plan: PlanSummary, limits: Limits, today: date) -> Deadline:
    """Return when *plan* is due; the due day itself is not overdue (decision 2)."""
    day = plan.next_follow_up
    if day is None:
        return Deadline(None, Urgency.NONE, "")
    return Deadline(day, _urgency(day, limits, today), days_in_words(day, today))


def days_in_words(day: date, today: date) -> str:
    """Return "Försenad 12 dagar", "I dag", "I morgon" or "Om 23 dagar"."""
    days = (day - today).days
    if days < 0:
        return f"Försenad {counted(-days)}"
    return {0: "I dag", 1: "I morgon"}.get(days, f"Om {days} dagar")


def counted(days: int) -> str:
    """Return "1 dag" or "12 dagar"."""
    return "1 dag" if days == 1 else f"{days} dagar"


def _first_plan_deadline(latest: date, limits: Limits, today: date) -> Deadline:
    if latest < today:
        late = counted((today - latest).days)
        return Deadline(latest, Urgency.OVERDUE, f"Ingen plan – försenad {late}")
    text = f"Ingen plan – senast {dates.short(latest, today)}"
    return Deadline(latest, _urgency(latest, limits, today), text)


def _urgency(day: date, limits: Limits, today: date) -> Urgency:
    if day < today:
        return Urgency.OVERDUE
    near = (day - today).days <= limits.due_soon_days
    return Urgency.SOON if near else Urgency.LATER


def visit_plan_ends(day: date, limits: Limits) -> date:
    """Return when the text of a temporary visit plan dated *day* has been moved (S97-S99)."""
    return weekdays_after(
        day,
        limits.visit_plan_weekdays,
        saturday=limits.saturday_is_weekday,
        eves=limits.eves_are_weekdays,
    )


def visit_plan_days_left(day: date, limits: Limits, today: date) -> int:
    """Return how many weekdays are left of a temporary visit plan dated *day*; 0 when none is."""
    return weekdays_between(
        today,
        visit_plan_ends(day, limits),
        saturday=limits.saturday_is_weekday,
        eves=limits.eves_are_weekdays,
    )


@dataclass(frozen=True)
class Proposal:
    """The follow-up date that the system can hold, and the sum behind it (S72-S73)."""

    day: date
    reason: str


def propose_follow_up(plan: Plan, situation: Situation) -> Proposal:
    """Return the earliest of the areas' dates, or the last day allowed (S71-S72)."""
    latest = situation.latest_follow_up
    earliest = plan.earliest_area_follow_up
    if earliest and earliest.next_follow_up and earliest.next_follow_up <= latest:
        return Proposal(earliest.next_follow_up, f"Först av datumen: {earliest.label}.")
    months = situation.method.limits.follow_up_months
    reason = f"Senaste vardagen inom {months} månader från i dag."
    return Proposal(dates.weekday_before(latest), reason)
