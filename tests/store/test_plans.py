from collections.abc import Callable
from dataclasses import replace

import pytest

from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.plan import Plan, PlanRecord
from gplan_desktop.errors import DatabaseDamaged
from gplan_desktop.store.plans import MOST_FORMER
from gplan_desktop.store.store import Store

FollowUp = Callable[[str, Plan], Plan]


def former_ids(store: Store, plan_id: str) -> list[str]:
    return [record.plan.id for record in store.former_plans(plan_id)]


def test_the_plans_that_led_to_a_plan_come_nearest_first(
    store: Store, plan: Plan, establish: Callable[[Plan], PlanRecord], follow_up: FollowUp
) -> None:
    second = follow_up("plan-2", plan)
    third = follow_up("plan-3", second)
    establish(plan)
    establish(second)
    store.save_draft(third, 0, Place())
    store.save_draft(replace(plan, id="beside", name="Hemvård natt"), 0, Place())
    assert store.former_plans("plan-3") == [store.plan("plan-2"), store.plan("plan-1")]
    assert store.former_plans("plan-2") == [store.plan("plan-1")]
    assert (
        former_ids(store, "plan-1") == former_ids(store, "beside") == former_ids(store, "?") == []
    )


def test_no_more_than_twelve_are_read(store: Store, plan: Plan, follow_up: FollowUp) -> None:
    store.save_draft(plan, 0, Place())
    for number in range(2, MOST_FORMER + 4):
        plan = follow_up(f"plan-{number}", plan)
        store.save_draft(plan, 0, Place())
    assert former_ids(store, plan.id) == [f"plan-{number}" for number in range(14, 2, -1)]


def test_plans_that_follow_each_other_round_are_still_read_to_an_end(
    store: Store, plan: Plan
) -> None:
    for saved in (plan, replace(plan, id="plan-2", previous_id="plan-1")):
        store.save_draft(saved, 0, Place())
    store.save_draft(replace(plan, previous_id="plan-2"), 1, Place())
    assert former_ids(store, "plan-2") == ["plan-1", "plan-2"] * (MOST_FORMER // 2)


def test_reading_former_plans_keeps_no_restore_point(
    store: Store, plan: Plan, follow_up: FollowUp
) -> None:
    store.save_draft(plan, 0, Place())
    store.save_draft(follow_up("plan-2", plan), 0, Place())
    version = store.save_draft(replace(plan, name="Service"), 1, Place())
    store.former_plans("plan-2")
    store.save_draft(plan, version, Place())
    assert len(store.restore_points("plan-1")) == 1


def test_a_former_text_altered_without_its_locks_is_not_shown(
    established: Store, reopen: Callable[..., Store]
) -> None:
    again = reopen(
        established,
        "DROP TRIGGER plan_doc_locked_update",
        "UPDATE plan_doc SET document = replace(document, 'Hemvård', 'Service') WHERE rid = 1",
    )
    with pytest.raises(DatabaseDamaged):
        again.former_plans("draft")
