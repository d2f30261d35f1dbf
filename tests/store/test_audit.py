from collections.abc import Callable
from typing import Any

import pytest

from gplan_desktop.errors import DatabaseDamaged
from gplan_desktop.store.audit import Audit
from gplan_desktop.store.connection import Connection
from gplan_desktop.store.store import Store


@pytest.mark.parametrize(
    ("trigger", "sql"),
    [
        ("audit_no_update", "UPDATE audit SET actor = 'Eva' WHERE rid = 3"),
        ("audit_no_update", "UPDATE audit SET action = 'plan', subject = '.begun' WHERE rid = 3"),
        ("audit_no_delete", "DELETE FROM audit WHERE rid = 3"),
    ],
)
def test_a_log_altered_without_its_locks_gives_itself_away(
    established: Store, reopen: Callable[..., Store], trigger: str, sql: str
) -> None:
    again = reopen(established, f"DROP TRIGGER {trigger}", sql)
    with pytest.raises(DatabaseDamaged, match="händelse 3"):
        again.verify_audit()


def test_a_cut_log_differs_from_the_head_that_was_kept(
    established: Store, reopen: Callable[..., Store]
) -> None:
    head = established.verify_audit()
    assert head.number == len(established.audit())
    again = reopen(established, "DROP TRIGGER audit_no_delete", "DELETE FROM audit WHERE rid > 4")
    assert again.verify_audit() != head


def test_the_end_of_an_empty_log_is_the_beginning(empty_store: Store) -> None:
    assert empty_store.verify_audit().number == 0
    assert empty_store.audit() == []


def test_a_clock_set_back_does_not_break_the_log(established: Store, clock: Any) -> None:
    clock.move(days=-400)
    established.remove_draft("draft")
    assert established.audit()[-1].at < established.audit()[0].at
    assert established.verify_audit().number == len(established.audit())


def test_a_long_log_is_verified_to_its_end(empty_store: Store, clock: Any) -> None:
    connection: Connection = empty_store._connection
    audit = Audit(connection, clock)
    with connection.writing():
        for number in range(10_050):
            audit.add("Anna Ek", "plan.read", f"plan-{number}")
    assert empty_store.verify_audit().number == 10_050


def test_neither_name_nor_number_of_a_person_is_in_the_log(established: Store) -> None:
    told = " ".join(f"{entry.subject} {entry.detail}" for entry in established.audit())
    assert "Karin" not in told
    assert "19410331" not in told
