"""When the support has ended nothing is due any more, and the years to gallring are counted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from gplan_desktop.domain.person import EndReason, Person, SupportEnd
from gplan_desktop.domain.plan import Plan, PlanRecord
from gplan_desktop.method.load import built_in
from gplan_desktop.rules.retention import due
from gplan_desktop.store import agreement
from gplan_desktop.store.store import Store

RULES = built_in().retention
LATER = date(2026, 12, 24)


@pytest.fixture
def in_force(store: Store, plan: Plan, establish: Callable[[Plan], PlanRecord]) -> Plan:
    """A plan in force that is to be followed up."""
    establish(replace(plan, follow_up=replace(plan.follow_up, day=date(2026, 11, 1))))
    return plan


def test_an_end_is_kept_logged_and_can_be_taken_back(
    store: Store, person: Person, clock: Any
) -> None:
    end = SupportEnd(clock().date(), EndReason.MOVED)
    ended = store.support.end(person.id, end)
    assert store.person(person.id) == ended == replace(person, support_end=end)
    assert store.people()[0].support_end == end.day
    assert "person.support_ended" in {entry.action for entry in store.audit()}
    # Who corrects what stands about the person neither ends nor resumes the support.
    store.change_person(replace(person, phone="070-1"))
    assert store.person(person.id).support_end == end
    assert store.support.resume(person.id) == replace(person, phone="070-1")
    assert store.people()[0].support_end is None
    assert [one.person.support_end for one in store.person_history(person.id)] == [end, end, None]
    agreement.require(store._connection)


@pytest.mark.parametrize("days", [1, -100 * 365])
def test_support_ends_after_it_began_and_not_in_the_future(
    store: Store, person: Person, clock: Any, days: int
) -> None:
    with pytest.raises(ValueError, match="support ends"):
        store.support.end(person.id, SupportEnd(clock().date() + timedelta(days)))


def test_a_plan_in_force_is_followed_up_no_more(
    store: Store, person: Person, in_force: Plan, clock: Any
) -> None:
    left = store.to_do.unit(LATER)
    assert (left.people.keys(), left.aftercares.keys()) == ({person.id}, {in_force.id})
    store.support.end(person.id, SupportEnd(clock().date()))
    assert store.to_do.unit(LATER).people[person.id].support_end == clock().date()


def test_it_is_due_to_be_erased_though_a_plan_is_in_force(
    store: Store, person: Person, in_force: Plan, clock: Any
) -> None:
    store.support.end(person.id, SupportEnd(clock().date()))
    ended = clock().date()
    clock.move(days=5 * 366)
    [one] = due(store.retention.facts(), RULES, clock().date())
    assert (one.person_id, one.last_note) == (person.id, ended)
    store.retention.erase([person.id], "Fem år.", replace(RULES, exempt_days=()))
    assert store.people() == []
