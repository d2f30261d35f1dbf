"""A plan in which every field holds something."""

from datetime import date

import pytest

from gplan_desktop.domain.plan import (
    AcceptedWarning,
    Activity,
    AreaPlan,
    Closing,
    Contributor,
    DayPart,
    FollowUp,
    GoalAttainment,
    Participation,
    Plan,
    Voice,
)


def _area(code: str, day: date) -> AreaPlan:
    shower = Activity("Dusch", "Sittande", "Personalen", (DayPart.MORNING,), "Torsdag", "Rygg")
    walk = Activity("Promenad", "Med rullator", "Karin", (DayPart.NOON,), "Fredag", "Parken")
    return AreaPlan(
        code=code,
        copied=True,
        needs=f"Behov {code}",
        goal=f"Mål {code}",
        activities=(shower, walk),
        attainment=GoalAttainment.PARTLY_MET,
        attainment_reason="Karin berättar det",
        result="Det går bättre",
        next_follow_up=day,
    )


@pytest.fixture(scope="session")
def full_plan() -> Plan:
    return Plan(
        id="plan-1",
        person_id="karin",
        assignment_id="uppdrag-1",
        name="Genomförandeplan Hemvård",
        previous_id="plan-0",
        closing=Closing(date(2026, 5, 4), participated=True),
        participation=Participation(True, "Vid köksbordet", Voice.FIRST_PERSON, "Kaffe", "Nej"),
        contributors=(
            Contributor("Karin Öberg", "Individen", confirmed=True),
            Contributor("Eva Öberg", "Närstående", confirmed=True),
        ),
        areas=(_area("d5", date(2026, 10, 5)), _area("d6", date(2026, 9, 1))),
        follow_up=FollowUp(date(2026, 9, 1), "Hemma", "Dagverksamheten"),
        accepted=(AcceptedWarning("established-late", "review", "Sjukhus"),),
    )
