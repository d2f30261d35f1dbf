from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from gplan_desktop.domain.person import Person
from gplan_desktop.domain.task import Task
from gplan_desktop.errors import DatabaseDamaged, RecordMissing
from gplan_desktop.store.store import Store

MakeTask = Callable[..., Task]


def logged(store: Store) -> list[tuple[str, str, str]]:
    told = [(entry.action, entry.subject, entry.detail) for entry in store.audit()]
    return [entry for entry in told if entry[0].startswith("task")]


def test_a_task_is_there_after_closing_and_opening(
    store: Store, person: Person, make_task: MakeTask, reopen: Callable[..., Store]
) -> None:
    task = make_task(
        "one", plan_id="plan-1", text="Karin sa: ”Jag vill laga mat.”\nRing på måndag."
    )
    store.tasks.add(task)
    assert reopen(store).tasks.of_person(person.id) == [task]


def test_open_tasks_come_first_and_each_kind_newest_first(
    store: Store, person: Person, make_task: MakeTask, clock: Any
) -> None:
    for task_id in ("a", "b", "c", "d"):
        store.tasks.add(make_task(task_id))
        clock.move(hours=1)
    for task_id in ("c", "a"):
        store.tasks.tick(task_id, clock())
        clock.move(hours=1)
    assert [task.id for task in store.tasks.of_person(person.id)] == ["d", "b", "a", "c"]


def test_tasks_are_in_order_of_when_they_were_created_not_added(
    store: Store, person: Person, make_task: MakeTask, clock: Any
) -> None:
    for task_id, days in (("middle", 2), ("first", 1), ("last", 3)):
        store.tasks.add(make_task(task_id, created_at=clock() + timedelta(days=days)))
    assert [task.id for task in store.tasks.of_person(person.id)] == ["last", "middle", "first"]
    assert [task.id for _, task in store.tasks.still_open()] == ["first", "middle", "last"]


def test_open_tasks_of_the_unit_come_with_their_person_oldest_first(
    store: Store, make_task: MakeTask, make_person: Callable[..., Person], clock: Any
) -> None:
    other = make_person("Bo Ek")
    store.add_person(other)
    for task_id, changes in (("a", {}), ("b", {"person_id": other.id}), ("c", {}), ("d", {})):
        store.tasks.add(make_task(task_id, **changes))
        clock.move(hours=1)
    store.tasks.tick("c", clock())
    told = [(person.name, task.id) for person, task in store.tasks.still_open()]
    assert told == [("Karin Öberg", "a"), ("Bo Ek", "b"), ("Karin Öberg", "d")]
    assert [task.id for task in store.tasks.of_person(other.id)] == ["b"]


def test_a_tick_tells_who_and_when_and_can_be_taken_back(
    store: Store, person: Person, make_task: MakeTask, clock: Any
) -> None:
    task = make_task("one")
    store.tasks.add(task)
    ticked = store.tasks.tick("one", clock())
    assert (ticked.is_open, ticked.done_at, ticked.done_by) == (False, clock(), "Anna Ek")
    assert store.tasks.of_person(person.id) == [ticked]
    assert store.tasks.still_open() == []
    assert store.tasks.untick("one") == task
    assert store.tasks.of_person(person.id) == [task]


def test_ticking_twice_keeps_the_first_tick(store: Store, make_task: MakeTask, clock: Any) -> None:
    store.tasks.add(make_task("one"))
    ticked = store.tasks.tick("one", clock())
    assert store.tasks.tick("one", clock() + timedelta(days=1)) == ticked
    for _ in range(2):
        assert store.tasks.untick("one").is_open
    told = [action for action, _, _ in logged(store)]
    assert told == ["task.added", "task.ticked", "task.unticked"]


def test_a_task_may_be_added_done(
    store: Store, person: Person, make_task: MakeTask, clock: Any
) -> None:
    done = make_task("one", done_at=clock(), done_by="Eva Ström")
    store.tasks.add(done)
    assert store.tasks.of_person(person.id) == [done]
    assert store.tasks.still_open() == []


def test_nothing_that_was_written_is_in_the_log(
    store: Store, make_task: MakeTask, clock: Any
) -> None:
    store.tasks.add(make_task("one"))
    store.tasks.tick("one", clock())
    assert logged(store) == [("task.added", "one", ""), ("task.ticked", "one", "")]


def test_a_task_that_is_not_there_cannot_be_ticked_and_is_not_logged(
    store: Store, clock: Any
) -> None:
    with pytest.raises(RecordMissing, match="Uppgiften"):
        store.tasks.tick("?", clock())
    with pytest.raises(RecordMissing, match="Uppgiften"):
        store.tasks.untick("?")
    assert logged(store) == []


@pytest.mark.parametrize("changes", [{"person_id": "nobody"}, {"id": "one"}])
def test_a_task_has_a_person_and_an_id_of_its_own(
    store: Store, make_task: MakeTask, changes: dict[str, str]
) -> None:
    store.tasks.add(make_task("one"))
    with pytest.raises(sqlcipher.IntegrityError):
        store.tasks.add(make_task("two", **changes))
    assert [entry[:2] for entry in logged(store)] == [("task.added", "one")]


def test_a_damaged_task_is_reported_not_shown(
    store: Store, person: Person, make_task: MakeTask, clock: Any, reopen: Callable[..., Store]
) -> None:
    store.tasks.add(make_task("one"))
    again = reopen(store, "DROP TRIGGER task_only_ticked", "UPDATE task SET document = '{}'")
    for ask in (
        lambda: again.tasks.of_person(person.id),
        again.tasks.still_open,
        lambda: again.tasks.tick("one", clock()),
    ):
        with pytest.raises(DatabaseDamaged, match="skadad"):
            ask()
