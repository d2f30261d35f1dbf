"""How far the goal of a life area had come at each follow-up before (F32)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gplan_desktop.domain import dates
from gplan_desktop.domain.plan import GoalAttainment, PlanRecord


@dataclass(frozen=True)
class PastAttainment:
    """What was decided of a goal, in which plan, and the day in Sweden when that was made."""

    day: date
    attainment: GoalAttainment
    plan_name: str


def attainments(code: str, formers: Sequence[PlanRecord]) -> tuple[PastAttainment, ...]:
    """Return what was decided of the life area *code*, oldest first.

    *formers* are the established plans before, the nearest first. One in which
    nothing was decided of the area, as in every first plan, is left out.
    """
    return tuple(
        PastAttainment(
            dates.in_sweden(record.establishment.at).date(), area.attainment, record.plan.name
        )
        for record in reversed(formers)
        for area in record.plan.areas
        if area.code == code and area.attainment and record.establishment
    )
