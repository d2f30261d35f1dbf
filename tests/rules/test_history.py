"""The strip of what was decided before, from the chain of former plans."""

from dataclasses import replace
from datetime import UTC, date, datetime

from gplan_desktop.domain.plan import (
    AreaPlan,
    Establishment,
    GoalAttainment,
    Plan,
    PlanRecord,
    PlanStatus,
)
from gplan_desktop.rules.history import PastAttainment, attainments

NAME = "Genomförandeplan Hemvård"


def record(at: datetime, *areas: AreaPlan, name: str = NAME) -> PlanRecord:
    plan = Plan("p", "karin", "u", name, areas=areas)
    moment = Establishment(at, "Maria Nyström", "1", "00")
    return PlanRecord(plan, PlanStatus.SUPERSEDED, 1, moment)


def decided(attainment: GoalAttainment | None) -> AreaPlan:
    return AreaPlan("d5", attainment=attainment)


def test_a_first_plan_has_no_history():
    assert attainments("d5", ()) == ()


def test_the_chain_is_told_oldest_first_in_swedish_time():
    nearest = record(datetime(2026, 6, 30, 22, 30, tzinfo=UTC), decided(GoalAttainment.PARTLY_MET))
    before = record(
        datetime(2026, 1, 15, 9, tzinfo=UTC), decided(GoalAttainment.REMAINS), name="Natt"
    )
    assert attainments("d5", [nearest, before]) == (
        PastAttainment(date(2026, 1, 15), GoalAttainment.REMAINS, "Natt"),
        PastAttainment(date(2026, 7, 1), GoalAttainment.PARTLY_MET, NAME),
    )


def test_a_plan_without_the_area_or_a_decision_is_left_out():
    at = datetime(2026, 6, 30, 9, tzinfo=UTC)
    other = AreaPlan("d6", attainment=GoalAttainment.FULLY_MET)
    assert attainments("d5", [record(at, other), record(at, decided(None))]) == ()


def test_what_was_never_established_was_never_decided():
    draft = record(datetime(2026, 6, 30, 9, tzinfo=UTC), decided(GoalAttainment.REMAINS))
    assert attainments("d5", [replace(draft, establishment=None)]) == ()


def test_the_first_plan_of_a_chain_decided_nothing(karin, former):
    assert karin.established[0].plan.area("d5").attainment is None
    assert [one.plan_name for one in attainments("d5", [former])] == [former.plan.name]
