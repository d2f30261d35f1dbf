"""What the list of things to do is computed from, in a real file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from gplan_desktop.domain.overview import Aftercare
from gplan_desktop.domain.person import Person, SupportKind
from gplan_desktop.domain.plan import Plan, PlanRecord, PlanStatus
from gplan_desktop.domain.print_out import Occasion, Paper, PrintOut, Way, print_of_plan
from gplan_desktop.domain.visit_plan import TemporaryVisit, VisitPlan
from gplan_desktop.rules.to_do import Facts, ToDoKind
from gplan_desktop.store.store import Store
from gplan_desktop.store.to_do import DONE_DAYS

KIND = ToDoKind
SOON = date(2026, 12, 23)


@pytest.fixture
def print_plan(store: Store, clock: Any) -> Callable[..., None]:
    """Note in the register that a plan was printed."""

    def print_plan(print_id: str, plan_id: str, way: Way = Way.PRINTER) -> None:
        occasion = Occasion(clock(), "Eva Ström", way)
        store.prints.add([print_of_plan(print_id, store.plan(plan_id), Paper.PLAN, occasion)])

    return print_plan


@pytest.fixture
def ask(store: Store, person: Person) -> Callable[[], Facts]:
    """Ask for one person and for the unit, which has only her: they tell the same."""

    def ask() -> Facts:
        facts, unit = store.to_do.facts_of(person.id), store.to_do.unit(SOON)
        assert replace(unit, people=facts.people) == facts
        assert unit.people.items() <= facts.people.items()
        assert store.to_do.done_of(person.id) == store.to_do.done()
        return facts

    return ask


@pytest.fixture
def visit_plan(person: Person) -> VisitPlan:
    return VisitPlan("visit", person.id, "Kväll", temporary=True, written_on=date(2026, 10, 30))


def done(store: Store) -> list[tuple[ToDoKind, str, str, str]]:
    return [(one.kind, one.subject, one.name, one.done_by) for one in store.to_do.done()]


def test_a_person_comes_with_the_plans_in_force(
    store: Store, person: Person, plan: Plan, establish: Any, ask: Callable[[], Facts]
) -> None:
    assert [one.current for one in ask().people.values()] == [()]
    establish(plan)
    (found,) = ask().people.values()
    assert [one.id for one in found.current] == [plan.id]


def test_an_established_plan_tells_what_has_been_done_with_it(
    store: Store,
    plan: Plan,
    establish: Any,
    clock: Any,
    print_plan: Callable[..., None],
    ask: Callable[[], Facts],
) -> None:
    establish(plan)
    assert ask().aftercares == {plan.id: Aftercare()}
    print_plan("saved", plan.id, Way.FILE)
    assert ask().aftercares == {plan.id: Aftercare()}
    print_plan("printed", plan.id)
    assert ask().aftercares == {plan.id: Aftercare(printed_at=clock())}
    store.aftercares.note(plan.id, Aftercare(noted_at=clock()))
    assert ask().aftercares == {plan.id: Aftercare(clock(), clock())}
    store.aftercares.note(plan.id, Aftercare(noted_at=clock(), filed_at=clock()))
    assert ask().aftercares == {}


def test_only_temporary_visit_plans_in_use_are_asked_for(
    store: Store, clock: Any, visit_plan: VisitPlan, ask: Callable[[], Facts]
) -> None:
    store.visit_plans.save(visit_plan, 0, "one")
    store.visit_plans.save(replace(visit_plan, id="other", temporary=False), 0, "one")
    assert ask().visit_plans == (
        TemporaryVisit("visit", visit_plan.person_id, "Kväll", visit_plan.written_on, clock()),
    )
    store.visit_plans.clear("visit", clock())
    assert ask().visit_plans == ()
    assert done(store) == [(KIND.CLEAR_VISIT_PLAN, "visit", "Kväll", "Anna Ek")]


def test_old_papers_come_with_where_their_plans_stand(
    store: Store,
    person: Person,
    plan: Plan,
    establish: Callable[[Plan], PlanRecord],
    follow_up: Callable[..., Plan],
    clock: Any,
    print_plan: Callable[..., None],
    ask: Callable[[], Facts],
) -> None:
    establish(plan)
    print_plan("old", plan.id)
    assert ask().papers == ()
    establish(follow_up("plan-2", plan))
    occasion = Occasion(clock(), "Eva Ström", Way.PRINTER)
    store.prints.add([PrintOut("tabs", Paper.TABS, occasion, person.id, checksum="a" * 64)])
    papers = {paper.print_out.id: paper.plan_status for paper in ask().papers}
    assert papers == {"old": PlanStatus.SUPERSEDED, "tabs": PlanStatus.REMOVED}
    store.prints.note_collected("old", clock(), "Eva Ström")
    assert [paper.print_out.id for paper in ask().papers] == ["tabs"]
    told = (KIND.COLLECT_PAPER, "old", "Genomförandeplan", "Eva Ström")
    assert told in done(store)


def test_tasks_are_open_or_done(
    store: Store, make_task: Any, clock: Any, ask: Callable[[], Facts]
) -> None:
    for task_id in ("one", "two"):
        store.tasks.add(make_task(task_id))
    store.tasks.tick("one", clock())
    assert [task.id for task in ask().tasks] == ["two"]
    (ticked,) = store.to_do.done()
    assert (ticked.subject, ticked.done_at, ticked.done_by) == ("one", clock(), "Anna Ek")
    assert (ticked.quote, ticked.tick) == (make_task("one").text, "Klart")


def test_what_was_done_with_plans_is_told_the_latest_first(
    store: Store,
    plan: Plan,
    establish: Callable[[Plan], PlanRecord],
    follow_up: Callable[..., Plan],
    clock: Any,
    print_plan: Callable[..., None],
    ask: Callable[[], Facts],
) -> None:
    establish(plan)
    clock.move(days=1)
    print_plan("printed", plan.id)
    print_plan("again", plan.id)
    clock.move(days=1)
    store.aftercares.note(plan.id, Aftercare(noted_at=clock()))
    clock.move(days=1)
    establish(follow_up("plan-2", plan))
    ask()
    assert done(store) == [
        (KIND.FOLLOW_UP, plan.id, "Hemvård", "Anna Ek"),
        (KIND.NOTE, plan.id, "Hemvård", ""),
        (KIND.PRINT, plan.id, "Hemvård", "Eva Ström"),
        (KIND.ESTABLISH, plan.id, "Hemvård", "Anna Ek"),
    ]


def test_what_was_done_long_ago_is_not_told(
    store: Store, plan: Plan, establish: Any, clock: Any, print_plan: Callable[..., None]
) -> None:
    establish(plan)
    print_plan("printed", plan.id)
    clock.move(days=DONE_DAYS)
    assert len(store.to_do.done()) == 2
    # Printing it again is not the first time.
    print_plan("again", plan.id)
    clock.move(seconds=1)
    assert store.to_do.done() == ()


def test_others_are_not_told_of(
    store: Store, make_person: Callable[..., Person], make_task: Any, clock: Any
) -> None:
    other = make_person("Bo Ek")
    store.add_person(other)
    store.tasks.add(make_task("one"))
    store.tasks.add(make_task("two"))
    store.tasks.tick("two", clock())
    assert store.to_do.facts_of(other.id).tasks == ()
    assert store.to_do.done_of(other.id) == ()
    assert [person.name for person in store.to_do.people_of(store.to_do.done()).values()] == [
        "Karin Öberg"
    ]


def test_of_the_unit_those_are_told_for_whom_something_is_left(
    store: Store,
    person: Person,
    plan: Plan,
    establish: Callable[[Plan], PlanRecord],
    make_person: Callable[..., Person],
    make_task: Any,
    clock: Any,
) -> None:
    def told(until: date = SOON) -> set[str]:
        return set(store.to_do.unit(until).people)

    alarm_only = make_person("Bo Ek", support_kinds=(SupportKind.ALARM,))
    store.add_person(alarm_only)
    assert told() == {person.id}
    due = replace(plan, follow_up=replace(plan.follow_up, day=SOON))
    establish(due)
    store.aftercares.note(plan.id, Aftercare(noted_at=clock()))
    assert told(date(2026, 11, 30)) == {person.id}
    store.aftercares.note(plan.id, Aftercare(noted_at=clock(), filed_at=clock()))
    assert told(date(2026, 11, 30)) == set()
    assert told() == {person.id}
    store.tasks.add(make_task("one", person_id=alarm_only.id))
    assert told() == {person.id, alarm_only.id}
