from pathlib import Path

import pytest
import sqlite_utils.db
import sqlite_utils.utils
from sqlcipher3 import dbapi2 as sqlcipher

from gplan_desktop.store import driver, migrations
from gplan_desktop.store.connection import Connection
from gplan_desktop.store.store import Store

MARKER = "Tuvkullebacken"


def test_the_helper_library_knows_the_errors_of_the_encrypting_driver() -> None:
    for module in (sqlite_utils.db, sqlite_utils.utils):
        assert module.sqlite3 is sqlcipher
        assert module.OperationalError is sqlcipher.OperationalError


def test_a_question_may_write_and_answer(tmp_path: Path, key: bytes) -> None:
    database = migrations.as_database(driver.create_file(tmp_path / "new.db", key))
    database.execute("CREATE TABLE note (rid INTEGER PRIMARY KEY, text TEXT)")
    told = "INSERT INTO note (text) VALUES ('a') RETURNING rid, text"
    assert list(database.query(told)) == [{"rid": 1, "text": "a"}]
    database.close()


def test_the_file_is_written_durably_and_by_us_alone(empty_store: Store) -> None:
    asked = {
        name: next(iter(empty_store._connection.rows(f"PRAGMA {name}")[0].values()))
        for name in ("journal_mode", "synchronous", "locking_mode", "foreign_keys")
    }
    assert asked == {
        "journal_mode": "wal",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "foreign_keys": 1,
    }


@pytest.mark.parametrize("setting", ["secure_delete", "trusted_schema"])
def test_deleted_text_is_wiped_and_foreign_schema_is_not_trusted(
    empty_store: Store, setting: str
) -> None:
    [row] = empty_store._connection.rows(f"PRAGMA {setting}")
    assert row == {setting: int(setting == "secure_delete")}


def test_no_clear_text_reaches_the_disk(
    empty_store: Store, make_person: object, tmp_path: Path
) -> None:
    empty_store.add_person(make_person(f"Karin {MARKER}"))  # type: ignore[operator]
    assert empty_store.people(MARKER)
    written = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert len(written) > 100_000
    for clear in (MARKER, MARKER.lower(), "19410331", "CREATE TABLE"):
        assert clear.encode() not in written


def test_a_copy_is_whole_and_has_the_same_key(tmp_path: Path, key: bytes) -> None:
    database = driver.create_file(tmp_path / "one.db", key)
    database.execute("CREATE TABLE note (text TEXT)")
    database.execute("INSERT INTO note VALUES ('kept')")
    database.commit()
    driver.copy_file(database, tmp_path / "two.db", key)
    database.close()
    copy = driver.open_file(tmp_path / "two.db", key)
    assert copy.execute("SELECT text FROM note").fetchall() == [("kept",)]
    copy.close()


def test_nothing_is_written_outside_a_transaction(empty_store: Store) -> None:
    connection: Connection = empty_store._connection
    with pytest.raises(RuntimeError, match="outside"):
        connection.write("DELETE FROM unit")


def test_a_transaction_is_kept_whole_or_not_at_all(empty_store: Store) -> None:
    connection: Connection = empty_store._connection
    with pytest.raises(sqlcipher.IntegrityError), connection.writing():  # noqa: PT012 both or none
        connection.write("UPDATE unit SET name = 'changed'")
        connection.write("UPDATE unit SET rid = 2")
    assert connection.row("SELECT name FROM unit") == {"name": empty_store.unit.name}
    with connection.writing():
        connection.write("UPDATE unit SET name = 'changed'")
    assert connection.row("SELECT name FROM unit") == {"name": "changed"}
