from dataclasses import replace
from datetime import timedelta
from typing import Any

from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.plan import Establishment, Plan
from gplan_desktop.store import documents
from gplan_desktop.store.restore_points import MOST_KEPT
from gplan_desktop.store.store import Store


def save(store: Store, plan: Plan, text: str, version: int) -> int:
    told = replace(plan.participation, wishes=text)
    return store.save_draft(replace(plan, participation=told), version, Place())


def texts(store: Store, plan: Plan) -> list[str]:
    return [point.plan.participation.wishes for point in store.restore_points(plan.id)]


def test_a_new_draft_has_no_earlier_state(store: Store, plan: Plan) -> None:
    store.save_draft(plan, 0, Place())
    assert store.restore_points(plan.id) == []


def test_states_are_kept_some_minutes_apart(store: Store, plan: Plan, clock: Any) -> None:
    version = 0
    for minute in range(8):
        version = save(store, plan, f"minut {minute}", version)
        clock.move(minutes=1)
    assert texts(store, plan) == ["minut 6", "minut 3", "minut 0"]
    latest, *_, first = store.restore_points(plan.id)
    assert latest.saved_at - first.saved_at == timedelta(minutes=6)


def test_the_state_at_opening_is_kept_even_when_it_is_recent(store: Store, plan: Plan) -> None:
    version = save(store, plan, "b", save(store, plan, "a", 0))
    store.plan(plan.id)
    save(store, plan, "d", save(store, plan, "c", version))
    assert texts(store, plan) == ["b", "a"]


def test_the_state_at_opening_outlives_the_twenty_latest(
    store: Store, plan: Plan, clock: Any
) -> None:
    version = save(store, plan, "före", 0)
    store.plan(plan.id)
    for number in range(MOST_KEPT + 10):
        clock.move(minutes=5)
        version = save(store, plan, f"{number}", version)
    kept = texts(store, plan)
    assert len(kept) == MOST_KEPT + 1
    assert (kept[0], kept[-2], kept[-1]) == ("28", "9", "före")


def test_an_older_opening_gives_way_to_a_newer(store: Store, plan: Plan, clock: Any) -> None:
    version = 0
    for number in range(2 * MOST_KEPT):
        clock.move(minutes=5)
        version = save(store, plan, f"{number}", version)
        store.plan(plan.id)
    assert len(texts(store, plan)) <= MOST_KEPT + 1


def test_a_clock_set_back_does_not_stop_the_keeping(store: Store, plan: Plan, clock: Any) -> None:
    version = save(store, plan, "b", save(store, plan, "a", 0))
    clock.move(days=-300)
    save(store, plan, "d", save(store, plan, "c", version))
    assert texts(store, plan) == ["c", "a"]


def test_an_established_plan_keeps_no_working_states(store: Store, plan: Plan, clock: Any) -> None:
    version = save(store, plan, "b", save(store, plan, "a", 0))
    assert texts(store, plan) == ["a"]
    moment = Establishment(clock(), "Anna Ek", "2026-1", documents.checksum(plan))
    store.establish(plan, version, moment, b"%PDF")
    assert store.restore_points(plan.id) == []


def test_the_present_state_is_kept_when_asked_for_and_once(store: Store, plan: Plan) -> None:
    save(store, plan, "b", save(store, plan, "a", 0))
    for _ in range(2):
        store.keep_point(plan.id)
    assert texts(store, plan) == ["b", "a"]
    store.keep_point("?")


def test_a_point_tells_whether_the_draft_was_opened_so(store: Store, plan: Plan) -> None:
    version = save(store, plan, "b", save(store, plan, "a", 0))
    store.plan(plan.id)
    save(store, plan, "c", version)
    assert [point.at_opening for point in store.restore_points(plan.id)] == [True, False]
