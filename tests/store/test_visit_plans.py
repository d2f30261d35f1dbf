"""Visit plans in the store: written, kept as they were, and cleared once their time is over."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from gplan_desktop.domain.person import Person
from gplan_desktop.domain.tabs import Secret
from gplan_desktop.domain.visit_plan import (
    Arrival,
    Coverage,
    HealthCare,
    Home,
    SingleVisit,
    StaffWish,
    TimeWindow,
    VisitPlan,
    Wish,
)
from gplan_desktop.errors import RecordChangedElsewhere, RecordMissing, VisitPlanCleared
from gplan_desktop.store.store import Store


@pytest.fixture
def visit_plan(person: Person) -> VisitPlan:
    return VisitPlan(
        "visit-1",
        person.id,
        "Morgon",
        temporary=True,
        written_on=date(2026, 11, 2),
        arrival=Arrival(Coverage.PARTLY, "hallen", (TimeWindow(time(7), time(8, 30)),)),
        home=Home(others_live_here=True, medicine_cabinet_code=Secret("4711")),
        wish=Wish(StaffWish.FEMALE, "dusch"),
        health_care=HealthCare(("Trycksår",), advanced_home_care=True),
        single_visits=(SingleVisit("Sjukresa", date(2026, 11, 3)),),
    )


def test_a_visit_plan_is_there_after_closing_and_opening(
    store: Store, visit_plan: VisitPlan, reopen: Callable[..., Store]
) -> None:
    assert store.visit_plans.save(visit_plan, 0, "one") == 1
    [found] = reopen(store).visit_plans.of_person(visit_plan.person_id)
    assert (found.plan, found.version, found.is_open) == (visit_plan, 1, True)
    assert found.plan.home.medicine_cabinet_code.reveal() == "4711"


def test_what_it_was_is_kept_once_a_session(store: Store, visit_plan: VisitPlan) -> None:
    other = replace(visit_plan, other="Katten heter Sixten.")
    store.visit_plans.save(visit_plan, 0, "one")
    store.visit_plans.save(other, 1, "two")
    store.visit_plans.save(replace(other, name="Kväll"), 2, "two")
    assert [kept.plan for kept in store.visit_plans.history("visit-1")] == [visit_plan]


def test_one_that_was_saved_elsewhere_is_left_as_it_is(store: Store, visit_plan: VisitPlan) -> None:
    store.visit_plans.save(visit_plan, 0, "one")
    with pytest.raises(RecordChangedElsewhere):
        store.visit_plans.save(replace(visit_plan, name="Kväll"), 0, "two")
    assert store.visit_plans.get("visit-1").plan == visit_plan


def test_a_cleared_one_tells_who_and_when_and_is_written_in_no_more(
    store: Store, visit_plan: VisitPlan, clock: Any
) -> None:
    store.visit_plans.save(visit_plan, 0, "one")
    assert [visit.id for _, visit in store.visit_plans.temporary()] == [visit_plan.id]
    store.visit_plans.clear("visit-1", clock())
    found = store.visit_plans.get("visit-1")
    assert (found.is_open, found.cleared_at, found.cleared_by) == (False, clock(), "Anna Ek")
    assert store.visit_plans.temporary() == []
    with pytest.raises(VisitPlanCleared):
        store.visit_plans.save(replace(visit_plan, name="Kväll"), 1, "one")
    store.visit_plans.reopen("visit-1")
    assert store.visit_plans.get("visit-1").is_open


def test_clearing_twice_keeps_the_first_time(
    store: Store, visit_plan: VisitPlan, clock: Any
) -> None:
    store.visit_plans.save(visit_plan, 0, "one")
    first = clock()
    store.visit_plans.clear("visit-1", first)
    clock.move(hours=1)
    store.visit_plans.clear("visit-1", clock())
    actions = [entry.action for entry in store.audit() if "visit_plan" in entry.action]
    assert actions == ["visit_plan.begun", "visit_plan.cleared"]
    assert store.visit_plans.get("visit-1").cleared_at == first


def test_an_ordinary_one_is_no_task_of_the_unit(store: Store, visit_plan: VisitPlan) -> None:
    store.visit_plans.save(replace(visit_plan, temporary=False), 0, "one")
    assert store.visit_plans.temporary() == []


def test_those_in_use_come_first(store: Store, visit_plan: VisitPlan, clock: Any) -> None:
    for number in (1, 2, 3):
        store.visit_plans.save(replace(visit_plan, id=f"v{number}"), 0, "one")
    store.visit_plans.clear("v3", clock())
    found = store.visit_plans.of_person(visit_plan.person_id)
    assert [record.plan.id for record in found] == ["v2", "v1", "v3"]


@pytest.mark.parametrize("act", ["clear", "reopen", "get"])
def test_one_that_is_not_there_is_told(store: Store, clock: Any, act: str) -> None:
    acts = {
        "clear": lambda: store.visit_plans.clear("?", clock()),
        "reopen": lambda: store.visit_plans.reopen("?"),
        "get": lambda: store.visit_plans.get("?"),
    }
    with pytest.raises(RecordMissing, match="Besöksplanen"):
        acts[act]()


def test_none_is_ever_deleted(store: Store, visit_plan: VisitPlan, reopen: Any) -> None:
    store.visit_plans.save(visit_plan, 0, "one")
    with pytest.raises(sqlcipher.IntegrityError, match="cleared, not deleted"):
        reopen(store, "DELETE FROM visit_plan")
