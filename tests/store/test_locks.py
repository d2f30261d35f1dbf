"""What the database itself refuses, to anyone who holds the key and writes SQL."""

import itertools
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.errors import DatabaseDamaged
from gplan_desktop.store.store import Store

KEPT = Path(__file__).parents[1] / "data" / "unit-0002.db"
COLUMNS = (
    "rid", "id", "person_id", "assignment_id", "previous_id", "name", "version", "changed_at",
    "step", "field", "next_follow_up", "followed_up_on", "established_at", "established_by",
    "method_version", "checksum",
)  # fmt: skip
OURS = (
    "is established|keeps its id|is in force|draft of its own|append-only|keeps its words"
    "|never deleted|plan stands on|stays as it is"
)
NOW_IN_FORCE = (
    "UPDATE OR REPLACE plan SET status = 'established', established_at = 'x',"
    " established_by = 'x', method_version = 'x', checksum = 'x' WHERE id = 'plan-3'"
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory, key: bytes) -> Iterator[Any]:
    """A superseded plan (1), the one in force (2), and a draft that follows it (3).

    All three stand on assignment 1; assignment 2 has been corrected once.
    Task 1 is done and task 2 is open; one method is kept.
    """
    copy = tmp_path_factory.mktemp("locks") / KEPT.name
    copy.write_bytes(KEPT.read_bytes())
    connection = sqlcipher.connect(str(copy))
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    yield connection
    connection.close()


@pytest.fixture
def database(file: Any) -> Iterator[Any]:
    yield file
    file.rollback()


def refuse(database: Any, *statements: str) -> None:
    """Fail unless every statement is refused for a reason of ours; each leaves all as it was."""
    assert [sql for sql in statements if not _is_refused(database, sql)] == []


def _is_refused(database: Any, sql: str) -> bool:
    try:
        database.execute(sql)
    except sqlcipher.IntegrityError as error:
        return re.search(OURS, str(error)) is not None
    return False


def new_value(column: str) -> str:
    return "77" if column in ("rid", "version") else "'changed'"


def test_no_column_of_an_established_plan_changes(database: Any) -> None:
    for column, plan_id in itertools.product(COLUMNS, ("plan-1", "plan-2")):
        refuse(database, f"UPDATE plan SET {column} = {new_value(column)} WHERE id = '{plan_id}'")  # noqa: S608


def test_no_other_column_changes_with_the_status(database: Any) -> None:
    others = [column for column in COLUMNS if column != "followed_up_on"]
    for column, status in itertools.product(others, ("superseded", "annulled")):
        change = f"status = '{status}', {column} = {new_value(column)}"
        refuse(database, f"UPDATE plan SET {change} WHERE id = 'plan-2'")  # noqa: S608


CHANGES_OF_PLANS = (
    "UPDATE plan SET status = 'draft' WHERE id = 'plan-2'",
    "UPDATE plan SET status = 'removed' WHERE id = 'plan-2'",
    "UPDATE plan SET status = 'established' WHERE id = 'plan-1'",
    "UPDATE plan SET status = 'annulled' WHERE id = 'plan-1'",
    "UPDATE plan SET status = 'annulled', followed_up_on = '2027-01-01' WHERE id = 'plan-2'",
    "DELETE FROM plan WHERE id = 'plan-1'",
    "DELETE FROM plan WHERE id = 'plan-2'",
    "REPLACE INTO plan SELECT * FROM plan WHERE id = 'plan-2'",
    "INSERT OR REPLACE INTO plan SELECT * FROM plan WHERE id = 'plan-1'",
    "UPDATE OR REPLACE plan SET rid = 1 WHERE rid = 3",
    "UPDATE OR REPLACE plan SET id = 'plan-2' WHERE id = 'plan-3'",
    NOW_IN_FORCE,
)


def test_an_established_plan_stays_what_it_is(database: Any) -> None:
    refuse(database, *CHANGES_OF_PLANS)


CHANGES_OF_TEXTS = (
    "UPDATE {table} SET {column} = {value} WHERE rid = {rid}",
    "UPDATE {table} SET rid = 3 WHERE rid = {rid}",
    "DELETE FROM {table} WHERE rid = {rid}",
    "REPLACE INTO {table} (rid, {column}) VALUES ({rid}, {value})",
    "UPDATE OR REPLACE {table} SET rid = {rid} WHERE rid <> {rid}",
)


def test_text_and_paper_of_an_established_plan_stay(database: Any) -> None:
    tables = (("plan_doc", "document", "'{}'"), ("plan_pdf", "bytes", "x'00'"))
    for (table, column, value), rid in itertools.product(tables, (1, 2)):
        changes = (
            sql.format(table=table, column=column, rid=rid, value=value) for sql in CHANGES_OF_TEXTS
        )
        refuse(database, *changes)


def test_the_plan_in_force_may_be_annulled(database: Any) -> None:
    assert database.execute("UPDATE plan SET status = 'annulled' WHERE rid = 2").rowcount == 1


def test_two_plans_with_one_name_are_never_in_force(database: Any) -> None:
    database.execute("BEGIN")
    for trigger in ("plan_one_current", "plan_locked_update"):
        database.execute(f"DROP TRIGGER {trigger}")
    with pytest.raises(sqlcipher.IntegrityError, match="UNIQUE"):
        database.execute("UPDATE plan SET status = 'established' WHERE id = 'plan-1'")


CHANGES_OF_THE_LOG = (
    "UPDATE audit SET actor = 'Eva' WHERE rid = 2",
    "DELETE FROM audit WHERE rid = 2",
    "REPLACE INTO audit SELECT * FROM audit WHERE rid = 2",
    "INSERT INTO audit SELECT 1000, at, actor, action, subject, detail, digest FROM audit",
)


def test_the_log_only_grows(database: Any) -> None:
    refuse(database, *CHANGES_OF_THE_LOG)


CHANGES_OF_TASKS = (
    "UPDATE task SET document = replace(document, 'Ring', 'Skriv') WHERE id = '{task}'",
    "UPDATE task SET rid = 77 WHERE id = '{task}'",
    "UPDATE task SET id = 'changed' WHERE id = '{task}'",
    "UPDATE task SET person_id = 'changed' WHERE id = '{task}'",
    "UPDATE task SET created_at = 'changed' WHERE id = '{task}'",
    "UPDATE OR REPLACE task SET id = '{task}' WHERE id <> '{task}'",
    "REPLACE INTO task SELECT * FROM task WHERE id = '{task}'",
    "REPLACE INTO task (id, person_id, created_at, document) VALUES ('{task}', 'x', 'x', 'x')",
    "DELETE FROM task WHERE id = '{task}'",
)


def test_a_task_keeps_its_words_and_is_never_deleted(database: Any) -> None:
    for task in ("task-1", "task-2"):
        refuse(database, *(sql.format(task=task) for sql in CHANGES_OF_TASKS))


def test_a_task_is_ticked_with_time_and_name_or_not_at_all(database: Any) -> None:
    ticked = "UPDATE task SET done_at = 'x'{} WHERE id = 'task-2'"
    with pytest.raises(sqlcipher.IntegrityError, match="CHECK"):
        database.execute(ticked.format(""))
    assert database.execute(ticked.format(", done_by = 'Anna Ek'")).rowcount == 1


CHANGES_OF_A_DECISION = (
    "UPDATE assignment SET document = replace(document, 'Bo', 'Eva') WHERE rid = 1",
    "UPDATE assignment SET day = '2027-01-01' WHERE rid = 1",
    "UPDATE assignment SET day = '2027-01-01'",
    "DELETE FROM assignment WHERE rid = 1",
)


def test_an_assignment_that_an_established_plan_stands_on_stays(database: Any) -> None:
    refuse(database, *CHANGES_OF_A_DECISION)


CHANGES_OF_ITS_ID = (
    "UPDATE assignment SET rid = 77 WHERE rid = {rid}",
    "UPDATE assignment SET id = 'changed' WHERE rid = {rid}",
    "UPDATE assignment SET person_id = 'changed' WHERE rid = {rid}",
    "UPDATE OR REPLACE assignment SET rid = {rid} WHERE rid <> {rid}",
    "REPLACE INTO assignment SELECT * FROM assignment WHERE rid = {rid}",
    "REPLACE INTO assignment (id, person_id, day, document) SELECT id, 1, 2, 3 FROM assignment",
)


def test_an_assignment_keeps_its_id_and_person(database: Any) -> None:
    for rid in (1, 2):
        refuse(database, *(sql.format(rid=rid) for sql in CHANGES_OF_ITS_ID))


@pytest.mark.parametrize("status", ["established", "superseded", "annulled"])
def test_one_plan_that_was_established_is_enough_to_lock_an_assignment(
    database: Any, status: str
) -> None:
    moved = "UPDATE plan SET assignment_id = 'assignment-2', name = 'Service' WHERE id = 'plan-3'"
    database.execute(moved)
    change = "UPDATE assignment SET day = '2027-01-01' WHERE rid = 2"
    assert database.execute(change).rowcount == 1
    locked = "established_at = 'x', established_by = 'x', method_version = 'x', checksum = 'x'"
    database.execute(f"UPDATE plan SET status = '{status}', {locked} WHERE id = 'plan-3'")  # noqa: S608
    refuse(database, change)


@pytest.mark.parametrize("status", ["draft", "removed"])
def test_an_assignment_that_any_plan_stands_on_is_not_deleted(database: Any, status: str) -> None:
    moved = f"assignment_id = 'assignment-2', status = '{status}'"
    database.execute(f"UPDATE plan SET {moved} WHERE id = 'plan-3'")  # noqa: S608
    refuse(database, "DELETE FROM assignment WHERE rid = 2")


CHANGES_OF_WHAT_IS_KEPT = (
    "UPDATE {table} SET document = '{{}}'",
    "UPDATE {table} SET {column} = 'changed'",
    "UPDATE OR REPLACE {table} SET rid = 77",
    "REPLACE INTO {table} SELECT * FROM {table}",
    "DELETE FROM {table}",
)


def test_what_an_assignment_was_and_a_kept_method_stay(database: Any) -> None:
    for table, column in (("assignment_before", "changed_by"), ("method", "version")):
        refuse(
            database, *(sql.format(table=table, column=column) for sql in CHANGES_OF_WHAT_IS_KEPT)
        )


def test_a_version_of_the_method_is_kept_once(database: Any) -> None:
    for how in ("", "OR REPLACE", "OR IGNORE"):
        refuse(database, f"INSERT {how} INTO method (version, document) SELECT '2026-1', '{{}}'")


def test_an_established_text_altered_without_its_locks_is_not_shown(
    established: Store, reopen: Callable[..., Store]
) -> None:
    again = reopen(
        established,
        "DROP TRIGGER plan_doc_locked_update",
        "UPDATE plan_doc SET document = replace(document, 'Hemvård', 'Service')",
    )
    with pytest.raises(DatabaseDamaged):
        again.plan("plan-1")
    assert again.plan("draft").status is PlanStatus.DRAFT
