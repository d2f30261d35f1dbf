"""What must be right on the page of one life area."""

from collections.abc import Iterator

from gplan_desktop.domain.plan import Activity, AreaPlan, GoalAttainment
from gplan_desktop.domain.text import is_blank
from gplan_desktop.rules.finding import Finding, finding
from gplan_desktop.rules.situation import Situation

Findings = Iterator[Finding]


def check_area(area: AreaPlan, situation: Situation) -> Findings:
    """Find what is missing or wrong in one life area (S56-S68)."""
    method, place = situation.method, f"area.{area.code}"
    if situation.assignment.area(area.code) is None:
        yield finding(method, "area-not-assigned", f"{place}.needs")
    if area.copied:
        yield from _attainment(area, situation)
    if is_blank(area.needs):
        yield finding(method, "area-needs", f"{place}.needs")
    if is_blank(area.goal):
        yield finding(method, "area-goal", f"{place}.goal")
    yield from _activities(area, situation)
    yield from _next_follow_up(area, situation)


def _attainment(area: AreaPlan, situation: Situation) -> Findings:
    """S59-S68: decided anew, with the reason for delvis and helt, and the result."""
    method, place = situation.method, f"area.{area.code}"
    if area.attainment is None:
        yield finding(method, "area-attainment", f"{place}.attainment")
    elif area.attainment.needs_reason and is_blank(area.attainment_reason):
        yield finding(
            method,
            "area-attainment-reason",
            f"{place}.attainment_reason",
            attainment=area.attainment.label.lower(),
        )
    if is_blank(area.result):
        yield finding(method, "area-result", f"{place}.result")


def _activities(area: AreaPlan, situation: Situation) -> Findings:
    """S10: what, how, who and when; a goal that is met may need no more activity."""
    place = f"area.{area.code}.activities"
    if not area.activities and area.attainment is not GoalAttainment.FULLY_MET:
        yield finding(situation.method, "area-activities", place)
    for number, activity in enumerate(area.activities):
        yield from _activity(activity, f"{place}.{number}", number + 1, situation)


def _activity(activity: Activity, place: str, number: int, situation: Situation) -> Findings:
    method = situation.method
    if is_blank(activity.what):
        yield finding(method, "activity-what", f"{place}.what", number=number)
        return
    for part, rule in (("how", "activity-how"), ("who", "activity-who")):
        if is_blank(getattr(activity, part)):
            yield finding(method, rule, f"{place}.{part}", activity=activity.what.strip())
    if not activity.day_parts:
        yield finding(
            method, "activity-day-parts", f"{place}.day_parts", activity=activity.what.strip()
        )


def _next_follow_up(area: AreaPlan, situation: Situation) -> Findings:
    """S68, S71: told at every follow-up; not past and within the limit."""
    method, field = situation.method, f"area.{area.code}.next_follow_up"
    day = area.next_follow_up
    if day is None:
        if area.copied:
            yield finding(method, "area-next-missing", field)
    elif day <= situation.today:
        yield finding(method, "area-next-past", field, today=situation.today.isoformat())
    elif day > situation.latest_follow_up:
        latest = situation.latest_follow_up.isoformat()
        yield finding(method, "area-next-late", field, latest=latest)
