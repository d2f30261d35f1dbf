"""The life areas: what was decided, what is needed and wanted, and what is done."""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from gplan_desktop.domain import dates
from gplan_desktop.domain.assignment import AssignedArea
from gplan_desktop.domain.life_areas import SubArea, life_area
from gplan_desktop.domain.plan import Activity, AreaPlan, DayPart
from gplan_desktop.domain.text import is_blank
from printing import styles, words
from printing.document import PlanDocument
from printing.fields import field
from printing.headings import AREA_HEIGHT, SOME_LINES, area_heading, section
from printing.keeping import KEPT_WHOLE, height, kept_together
from printing.tables import Cell, box, cell, rows
from printing.text import safe_in_column

_DAY = tuple(DayPart)
_COLUMNS = ("Vad", "Hur", "Vem", "När")
_WIDTHS = (39 * mm, styles.TEXT_WIDTH - 113 * mm, 41 * mm, 33 * mm)


def areas(document: PlanDocument) -> list[Flowable]:
    """Return every life area of the plan under one heading."""
    parts: list[Flowable] = []
    for area in document.plan.areas:
        decided = _decided(document, area.code)
        below = max(SOME_LINES, min(height(decided), KEPT_WHOLE))
        if not parts:
            parts += section("Livsområden", AREA_HEIGHT + below)
        parts += [*area_heading(area.label, area.code, below), *decided, *_written(document, area)]
    return parts


def in_order_of_the_day(activities: Sequence[Activity]) -> list[Activity]:
    """Return *activities* as they come during the day (S22); those without a time last."""
    return sorted(activities, key=_first_time)


def _decided(document: PlanDocument, code: str) -> list[Flowable]:
    assigned = document.assignment.area(code)
    if assigned is None:
        return []
    return box(_assigned(assigned), pale=document.record.is_current)


def _written(document: PlanDocument, area: AreaPlan) -> list[Flowable]:
    gaps = document.shows_gaps
    return [
        *field("Behov", area.needs, shows_gap=gaps),
        *field("Mål", area.goal, shows_gap=gaps),
        *_activities(area.activities, shows_gap=gaps),
        *_outcome(area, awaited=gaps and document.plan.is_follow_up),
    ]


def _assigned(assigned: AssignedArea) -> list[tuple[str, str]]:
    return [
        ("Från uppdraget", assigned.need),
        ("Delområden", _sub_areas(assigned)),
        ("Funktionstillstånd", words.functioning(assigned.assessed, assigned.intended)),
        ("Uppdragets mål", assigned.goal),
        ("Beviljat stöd", assigned.support),
    ]


def _sub_areas(assigned: AssignedArea) -> str:
    known = {sub.code: sub for sub in life_area(assigned.code).sub_areas}
    named = (known.get(code, SubArea(code, "")) for code in assigned.sub_areas)
    return " · ".join(f"{sub.label} ({sub.code})" if sub.label else sub.code for sub in named)


def _activities(activities: Sequence[Activity], *, shows_gap: bool) -> list[Flowable]:
    if not activities:
        return field("Insatser", "", shows_gap=shows_gap)
    content = [_row(activity, shows_gap=shows_gap) for activity in in_order_of_the_day(activities)]
    return [rows(_COLUMNS, _WIDTHS, content)]


def _row(activity: Activity, *, shows_gap: bool) -> list[Cell]:
    when = cell(_day_parts(activity), styles.CELL_STRONG) + cell(activity.when, styles.CELL)
    return [
        cell(activity.what, styles.CELL_STRONG, shows_gap=shows_gap) + _sub_goal(activity),
        cell(activity.how, styles.CELL, shows_gap=shows_gap),
        cell(activity.who, styles.CELL, shows_gap=shows_gap),
        when or cell("", styles.CELL, shows_gap=shows_gap),
    ]


def _sub_goal(activity: Activity) -> Cell:
    if is_blank(activity.sub_goal):
        return []
    return [Paragraph(f"Delmål: {safe_in_column(activity.sub_goal)}", styles.CELL_NOTE)]


def _day_parts(activity: Activity) -> str:
    return ", ".join(part.label for part in sorted(activity.day_parts, key=_DAY.index))


def _first_time(activity: Activity) -> int:
    return min(map(_DAY.index, activity.day_parts), default=len(_DAY))


def _outcome(area: AreaPlan, *, awaited: bool) -> list[Flowable]:
    """Return what the follow-up came to; *awaited* shows what is still to be written."""
    attainment = area.attainment
    reason_awaited = awaited and attainment is not None and attainment.needs_reason
    day = dates.long(area.next_follow_up) if area.next_follow_up else ""
    end = [
        *field("Resultat", area.result, shows_gap=awaited),
        *field("Nästa uppföljning", day, shows_gap=False),
    ]
    return [
        *field("Måluppfyllelse", attainment.label if attainment else "", shows_gap=awaited),
        *field("Så bedömdes det", area.attainment_reason, shows_gap=reason_awaited),
        *kept_together(end),
    ]
