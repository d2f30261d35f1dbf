from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from gplan_desktop.domain.overview import Aftercare
from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.domain.print_out import Occasion, Paper, Way
from gplan_desktop.domain.task import Task
from gplan_desktop.errors import DatabaseDamaged, DatabaseNewer
from gplan_desktop.store import driver, migrations, schema
from gplan_desktop.store.store import Store, open_store

KEPT = Path(__file__).parents[1] / "data"
FROM_BEFORE = "CREATE TABLE from_before (text TEXT);\n"
SCHEMA = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"


def schema_of(database: Any) -> str:
    return ";\n".join(row[0] for row in database.execute(SCHEMA)) + ";\n"


def released(version: int) -> str:
    return (KEPT / f"schema-{version:04}.sql").read_text(encoding="utf-8")


def kept_file(version: int, folder: Path) -> Path:
    """Copy the file of a unit that the program wrote when it was at *version*."""
    path = folder / f"unit-{version:04}.db"
    path.write_bytes((KEPT / path.name).read_bytes())
    return path


@pytest.mark.parametrize("version", range(1, schema.NEWEST + 1))
def test_each_schema_is_the_one_that_was_released(tmp_path: Path, key: bytes, version: int) -> None:
    database = driver.create_file(tmp_path / "new.db", key)
    later = schema.MIGRATIONS[version:]
    migrations.MIGRATIONS.apply(migrations.as_database(database), stop_before=later)
    assert schema_of(database) == released(version)
    assert schema.version_of(database) == version
    database.close()


def test_a_new_unit_has_the_newest_schema(
    empty_store: Store, path: Path, raw: Callable[[Path], Any]
) -> None:
    empty_store.close()
    assert schema_of(raw(path)) == released(schema.NEWEST)


@pytest.mark.parametrize("version", range(1, schema.NEWEST + 1))
def test_a_kept_file_of_every_version_comes_to_the_newest_schema(
    tmp_path: Path, key: bytes, raw: Callable[[Path], Any], version: int
) -> None:
    path = kept_file(version, tmp_path)
    before = raw(path)
    assert schema_of(before) == released(version)
    before.close()
    open_store(path, key, practice=False).close()
    assert schema_of(raw(path)) == released(schema.NEWEST)


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


@pytest.mark.parametrize(("version", "entries"), [(1, 9), (2, 17), (3, 24)])
def test_a_kept_file_has_its_plans_and_its_log(
    tmp_path: Path, key: bytes, version: int, entries: int
) -> None:
    store = open_store(kept_file(version, tmp_path), key, practice=False)
    [person] = store.people("öberg")
    assert [plan.status for plan in store.plans(person.id)] == [
        PlanStatus.DRAFT,
        PlanStatus.ESTABLISHED,
        PlanStatus.SUPERSEDED,
    ]
    assert store.pdf("plan-2") == b"%PDF-1.7 plan-2"
    assert store.plan("plan-2").plan.previous_id == "plan-1"
    assert [record.plan.id for record in store.former_plans("plan-3")] == ["plan-2", "plan-1"]
    assert len(store.restore_points("plan-3")) == 1
    assert not store.assignments.is_open("assignment-1")
    assert len([e for e in store.audit() if not e.action.endswith(".read")]) == entries
    assert store.verify_audit().number > entries
    store.close()


def test_a_file_of_the_first_version_is_copied_and_takes_what_is_new(
    tmp_path: Path, key: bytes, raw: Callable[[Path], Any], make_task: Callable[..., Task]
) -> None:
    path = kept_file(1, tmp_path)
    store = open_store(path, key, practice=False)
    copy = raw(path.with_name("unit-0001.db.before-0002"))
    assert schema_of(copy) == released(1)
    assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert copy.execute("SELECT count(*) FROM audit").fetchone() == (9,)
    assert (store.words.all(), store.tasks.still_open()) == ([], [])
    store.tasks.add(make_task("task-1"))
    store.words.add("Tes")
    store.methods.keep("2026-1", "{}")
    assert [task.id for task in store.tasks.of_person("person-1")] == ["task-1"]
    assert (store.words.all(), store.methods.document("2026-1")) == (["Tes"], "{}")
    # What was added, and that tasks were listed and the person's read.
    assert store.verify_audit().number == 13
    store.close()


def test_a_file_of_the_second_version_has_its_tasks_words_and_methods(
    tmp_path: Path, key: bytes, clock: Any
) -> None:
    store = open_store(kept_file(2, tmp_path), key, practice=False)
    done, still_open = "Ring om balkongen.", "Ring om matlagningen."
    assert [task.text for task in store.tasks.of_person("person-1")] == [still_open, done]
    # A task of an older version must be possible to tick in every later one.
    assert store.tasks.tick("task-2", clock()).text == still_open
    assert store.tasks.untick("task-1").text == done
    assert store.words.all() == ["tes", "Åsagården", "Örtagården"]
    assert store.methods.document("2026-1") == '{"version":"2026-1"}'
    assert store.assignments.get("assignment-2").day == date(2027, 5, 20)
    assert store.assignments.is_open("assignment-2")
    store.close()


@pytest.mark.parametrize("version", [1, 2])
def test_when_a_plan_was_first_printed_moves_to_the_register(
    tmp_path: Path, key: bytes, version: int
) -> None:
    store = open_store(kept_file(version, tmp_path), key, practice=False)
    printed_at = store.aftercares.of_plan("plan-2").printed_at
    assert printed_at == datetime(2027, 5, 21, 9, tzinfo=UTC)
    [first] = store.prints.of_plan("plan-2")
    assert first.occasion == Occasion(printed_at, "", Way.PRINTER)
    assert (first.paper, first.status) == (Paper.PLAN, PlanStatus.ESTABLISHED)
    assert first.checksum == store.plan("plan-2").establishment.checksum
    assert store.prints.of_person("person-1") == [first]
    store.close()


def test_a_draft_that_was_printed_before_there_was_a_register_is_a_draft_in_it(
    tmp_path: Path, key: bytes, raw: Callable[[Path], Any]
) -> None:
    path = kept_file(2, tmp_path)
    early, late = (f"{day}T09:00:00.000000+00:00" for day in ("2026-11-01", "2027-05-25"))
    with raw(path) as older:
        older.execute("INSERT INTO aftercare VALUES (1, ?, NULL, NULL)", (early,))
        older.execute("INSERT INTO aftercare VALUES (3, ?, NULL, ?)", (late, late))
    older.close()
    store = open_store(path, key, practice=False)
    for plan_id in ("plan-1", "plan-3"):
        [draft] = store.prints.of_plan(plan_id)
        assert (draft.status, draft.version, draft.checksum) == (PlanStatus.DRAFT, 0, "")
    filed_at = datetime(2027, 5, 25, 9, tzinfo=UTC)
    assert store.aftercares.of_plan("plan-3") == Aftercare(filed_at=filed_at)
    store.close()


def test_a_file_of_the_third_version_has_its_prints(tmp_path: Path, key: bytes) -> None:
    store = open_store(kept_file(3, tmp_path), key, practice=False)
    assert [printed.id for printed in store.prints.of_person("person-1")] == [
        "print-3",
        "print-2",
        "print-1",
        "first-of-plan-2",
    ]
    [old] = store.prints.of_plan("plan-1")
    assert (old.collected_by, old.occasion.copies) == ("Anna Ek", 2)
    assert store.aftercares.of_plan("plan-1").printed_at == old.occasion.at
    # A paper of an older version must be possible to collect in every later one.
    store.prints.note_collected("print-1", None, "Anna Ek")
    assert [printed.id for _, printed in store.prints.to_collect()] == ["print-1"]
    store.close()


def test_a_migration_that_fails_leaves_the_file_in_its_old_version(
    tmp_path: Path, key: bytes, raw: Callable[[Path], Any]
) -> None:
    path = kept_file(1, tmp_path)
    with raw(path) as older:
        older.execute("CREATE TABLE method (in_the_way TEXT)")
        before = schema_of(older)
    older.close()
    with pytest.raises(sqlcipher.OperationalError, match="method already exists"):
        open_store(path, key, practice=False)
    after = raw(path)
    assert schema_of(after) == before
    assert after.execute("PRAGMA user_version").fetchone() == (1,)


@pytest.mark.parametrize(
    "sql",
    [
        f"PRAGMA user_version = {schema.NEWEST + 1}",
        "INSERT INTO _sqlite_migrations VALUES (9, 'gplan', 'm999_later', 'x')",
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
        older.execute(FROM_BEFORE.removesuffix(";\n"))
        older.execute("INSERT INTO from_before VALUES ('kept')")
    older.close()
    for _ in range(2):
        with pytest.raises(DatabaseDamaged, match="uppgifterna om enheten saknas"):
            open_store(path, key, practice=False)
    copy = raw(path.with_name("unit.db.before-0001"))
    assert copy.execute("SELECT text FROM from_before").fetchall() == [("kept",)]
    assert copy.execute("PRAGMA user_version").fetchone() == (0,)
    assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert schema_of(raw(path)).replace(FROM_BEFORE, "") == released(schema.NEWEST)
