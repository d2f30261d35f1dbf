"""What the database itself refuses, to anyone who holds the key and writes SQL."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.errors import DatabaseDamaged
from gplan_desktop.store.store import Store

KEPT = Path(__file__).parents[1] / "data" / "unit-0001.db"
COLUMNS = (
    "rid", "id", "person_id", "assignment_id", "previous_id", "name", "version", "changed_at",
    "step", "field", "next_follow_up", "followed_up_on", "established_at", "established_by",
    "method_version", "checksum",
)  # fmt: skip
NOW_IN_FORCE = (
    "UPDATE OR REPLACE plan SET status = 'established', established_at = 'x',"
    " established_by = 'x', method_version = 'x', checksum = 'x' WHERE id = 'plan-3'"
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory, key: bytes) -> Iterator[Any]:
    """A superseded plan (1), the one in force (2), and a draft that follows it (3)."""
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


def refuse(database: Any, sql: str) -> None:
    ours = "is established|keeps its id|is in force|draft of its own|append-only"
    with pytest.raises(sqlcipher.IntegrityError, match=ours):
        database.execute(sql)


def new_value(column: str) -> str:
    return "77" if column in ("rid", "version") else "'changed'"


@pytest.mark.parametrize("column", COLUMNS)
def test_no_column_of_an_established_plan_changes(database: Any, column: str) -> None:
    for plan_id in ("plan-1", "plan-2"):
        refuse(database, f"UPDATE plan SET {column} = {new_value(column)} WHERE id = '{plan_id}'")  # noqa: S608


@pytest.mark.parametrize("column", [c for c in COLUMNS if c != "followed_up_on"])
def test_no_other_column_changes_with_the_status(database: Any, column: str) -> None:
    for status in ("superseded", "annulled"):
        change = f"status = '{status}', {column} = {new_value(column)}"
        refuse(database, f"UPDATE plan SET {change} WHERE id = 'plan-2'")  # noqa: S608


@pytest.mark.parametrize(
    "sql",
    [
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
    ],
)
def test_an_established_plan_stays_what_it_is(database: Any, sql: str) -> None:
    refuse(database, sql)


@pytest.mark.parametrize(("table", "column"), [("plan_doc", "document"), ("plan_pdf", "bytes")])
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE {table} SET {column} = {value} WHERE rid = {rid}",
        "UPDATE {table} SET rid = 3 WHERE rid = {rid}",
        "DELETE FROM {table} WHERE rid = {rid}",
        "REPLACE INTO {table} (rid, {column}) VALUES ({rid}, {value})",
        "UPDATE OR REPLACE {table} SET rid = {rid} WHERE rid <> {rid}",
    ],
)
def test_text_and_paper_of_an_established_plan_stay(
    database: Any, table: str, column: str, sql: str
) -> None:
    value = "'{}'" if column == "document" else "x'00'"
    for rid in (1, 2):
        refuse(database, sql.format(table=table, column=column, rid=rid, value=value))


def test_the_plan_in_force_may_be_annulled(database: Any) -> None:
    assert database.execute("UPDATE plan SET status = 'annulled' WHERE rid = 2").rowcount == 1


def test_two_plans_with_one_name_are_never_in_force(database: Any) -> None:
    database.execute("BEGIN")
    for trigger in ("plan_one_current", "plan_locked_update"):
        database.execute(f"DROP TRIGGER {trigger}")
    with pytest.raises(sqlcipher.IntegrityError, match="UNIQUE"):
        database.execute("UPDATE plan SET status = 'established' WHERE id = 'plan-1'")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit SET actor = 'Eva' WHERE rid = 2",
        "DELETE FROM audit WHERE rid = 2",
        "REPLACE INTO audit SELECT * FROM audit WHERE rid = 2",
        "INSERT INTO audit SELECT 1000, at, actor, action, subject, detail, digest FROM audit",
    ],
)
def test_the_log_only_grows(database: Any, sql: str) -> None:
    refuse(database, sql)


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
