from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.errors import DatabaseDamaged, DatabaseNewer
from gplan_desktop.store import driver, migrations, schema
from gplan_desktop.store.store import Store, open_store

KEPT = Path(__file__).parents[1] / "data"
SCHEMA = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"


def test_the_schema_is_the_one_that_was_released(
    empty_store: Store, path: Path, raw: Callable[[Path], Any]
) -> None:
    empty_store.close()
    found = ";\n".join(row[0] for row in raw(path).execute(SCHEMA)) + ";\n"
    assert found == (KEPT / "schema-0001.sql").read_text(encoding="utf-8")


def test_every_table_has_a_row_id_of_its_own_that_compacting_keeps(
    empty_store: Store, path: Path, raw: Callable[[Path], Any]
) -> None:
    empty_store.close()
    database = raw(path)
    ours = "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE '%sqlite%'"
    for (table,) in database.execute(ours).fetchall():
        columns = database.execute(f"PRAGMA table_info({table})").fetchall()
        assert [column[1] for column in columns if column[5]] == ["rid"], table


def test_the_names_are_those_of_the_migrations(tmp_path: Path, key: bytes) -> None:
    database = driver.create_file(tmp_path / "empty.db", key)
    pending = [
        migration.name
        for migration in migrations.MIGRATIONS.pending(migrations.as_database(database))
    ]
    assert pending == list(schema.MIGRATIONS)
    migrations.migrate(database)
    assert schema.version_of(database) == schema.NEWEST
    database.close()


def test_a_file_of_the_first_version_opens(tmp_path: Path, key: bytes) -> None:
    path = tmp_path / "unit-0001.db"
    path.write_bytes((KEPT / path.name).read_bytes())
    store = open_store(path, key, practice=False)
    [person] = store.people("öberg")
    assert [plan.status for plan in store.plans(person.id)] == [
        PlanStatus.DRAFT,
        PlanStatus.ESTABLISHED,
        PlanStatus.SUPERSEDED,
    ]
    assert store.pdf("plan-2") == b"%PDF-1.7 plan-2"
    assert store.plan("plan-2").plan.previous_id == "plan-1"
    assert len(store.restore_points("plan-3")) == 1
    assert store.verify_audit().number == 9
    store.close()


@pytest.mark.parametrize(
    "sql",
    [
        "PRAGMA user_version = 2",
        "INSERT INTO _sqlite_migrations VALUES (9, 'gplan', 'm002_later', 'x')",
        "INSERT INTO _sqlite_migrations VALUES (9, 'other', 'm001', 'x')",
    ],
)
def test_a_newer_file_is_refused_and_left_alone(
    empty_store: Store, path: Path, key: bytes, raw: Callable[[Path], Any], sql: str
) -> None:
    empty_store.close()
    with raw(path) as database:
        database.execute(sql)
    database.close()
    before = path.read_bytes()
    with pytest.raises(DatabaseNewer):
        open_store(path, key, practice=False)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_an_older_file_is_copied_before_it_is_migrated(
    path: Path, key: bytes, raw: Callable[[Path], Any]
) -> None:
    with raw(path) as older:
        older.execute(f"PRAGMA application_id = {int.from_bytes(b'GPln', 'big')}")
        older.execute("CREATE TABLE from_before (text TEXT)")
        older.execute("INSERT INTO from_before VALUES ('kept')")
    older.close()
    for _ in range(2):
        with pytest.raises(DatabaseDamaged, match="uppgifterna om enheten saknas"):
            open_store(path, key, practice=False)
    copy = raw(path.with_name("unit.db.before-0001"))
    assert copy.execute("SELECT text FROM from_before").fetchall() == [("kept",)]
    assert copy.execute("PRAGMA user_version").fetchone() == (0,)
    assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert raw(path).execute("PRAGMA user_version").fetchone() == (1,)
