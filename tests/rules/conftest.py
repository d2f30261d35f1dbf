"""Karin's plans, complete by every rule, to be broken one place at a time."""

from dataclasses import dataclass
from datetime import date, time, timedelta

import pytest

from gplan_desktop.domain import dates
from gplan_desktop.domain.fields import with_value
from gplan_desktop.domain.plan import (
    Establishment,
    GoalAttainment,
    Plan,
    PlanRecord,
    PlanStatus,
    Voice,
    copy_for_follow_up,
    first_plan,
)
from gplan_desktop.examples import Example, examples
from gplan_desktop.method.model import Method
from gplan_desktop.rules.situation import Situation

TODAY = date(2026, 11, 23)
LATEST = date(2027, 5, 23)


@dataclass(frozen=True)
class Case:
    """A plan and what it is judged by."""

    plan: Plan
    situation: Situation

    def but(self, **values: object) -> Plan:
        """Return the plan with other values; two underscores stand for the dots of a field."""
        plan = self.plan
        for field, value in values.items():
            plan = with_value(plan, field.replace("__", "."), value)
        return plan


@pytest.fixture(scope="session")
def karin() -> Example:
    return next(one for one in examples(TODAY) if one.person.id == "karin")


@pytest.fixture(scope="session")
def former(karin: Example, method: Method) -> PlanRecord:
    """Karin's plan in force, established 192 days ago."""
    made = karin.established[-1]
    moment = Establishment(dates.at_in_sweden(made.day, time(12)), made.by, method.version, "00")
    return PlanRecord(made.plan, PlanStatus.ESTABLISHED, 1, moment)


@pytest.fixture
def first(karin: Example, method: Method) -> Case:
    """Karin's first plan, complete, on the day when it was established."""
    made = karin.established[0]
    situation = Situation(karin.person, karin.assignments[0], None, method, made.day)
    return Case(made.plan, situation)


@pytest.fixture
def empty_first(karin: Example, method: Method) -> Case:
    assignment = karin.assignments[0]
    day = karin.person.support_start + timedelta(days=1)
    situation = Situation(karin.person, assignment, None, method, day)
    return Case(first_plan("ny", assignment, method.plan_names[0]), situation)


@pytest.fixture
def copied(karin: Example, former: PlanRecord, method: Method) -> Case:
    """A follow-up as it is when it is begun."""
    assignment = karin.assignments[0]
    situation = Situation(karin.person, assignment, former, method, TODAY)
    return Case(copy_for_follow_up("ny", former.plan, assignment), situation)


@pytest.fixture
def follow_up(copied: Case) -> Case:
    """A follow-up in which everything has been written."""
    plan = copied.but(
        closing__followed_up_on=TODAY,
        closing__participated=True,
        participation__voice=Voice.FIRST_PERSON,
        participation__how="Vid köksbordet.",
        participation__ticked=True,
        follow_up__day=LATEST,
    )
    for number in range(len(plan.contributors)):
        plan = with_value(plan, f"contributors.{number}.confirmed", True)
    for area in plan.areas:
        plan = with_value(plan, f"area.{area.code}.attainment", GoalAttainment.REMAINS)
        plan = with_value(plan, f"area.{area.code}.result", "Stödet fungerar.")
        plan = with_value(plan, f"area.{area.code}.next_follow_up", LATEST)
    return Case(plan, copied.situation)
