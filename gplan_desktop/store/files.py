"""The file of a unit: made in one move, recognised, and brought to the newest schema."""

import os
from pathlib import Path

from gplan_desktop.domain.overview import Unit
from gplan_desktop.errors import (
    DatabaseDamaged,
    DatabaseNewer,
    DatabaseReadOnly,
    FolderReadOnly,
    WrongUnit,
)
from gplan_desktop.store import driver, holder, leftovers, moments, schema
from gplan_desktop.store.driver import Driver
from gplan_desktop.store.faults import explained

# Four letters in the file's header: "GPln" and "GPov" (övning).
_REAL = int.from_bytes(b"GPln", "big")
_PRACTICE = int.from_bytes(b"GPov", "big")


def create(path: Path, key: bytes, unit: Unit) -> None:
    """Make the file of a new unit, whole or not at all.

    Raises:
        FileExistsError: when a file is there already.
        StorageFull, FolderReadOnly, StorageFailed.
    """
    if path.exists():
        raise FileExistsError(path)
    unfinished = path.with_name(f"{path.name}.partial")
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            _clear(unfinished)
            _fill(unfinished, key, unit)
            flush_to_disk(unfinished)
            unfinished.rename(path)
        except BaseException:
            _clear(unfinished)
            raise
        flush_folder(path.parent)


def open_unit(path: Path, key: bytes, *, practice: bool) -> Driver:
    """Open a unit's file for this process alone; one that is refused is left as it was.

    Raises:
        DatabaseMissing, DatabaseDamaged, DatabaseNewer, DatabaseInUse,
        DatabaseReadOnly, StorageFull, WrongUnit.
    """
    try:
        return _open(path, key, practice=practice)
    except FolderReadOnly as error:
        raise DatabaseReadOnly(path.parent) from error


def _open(path: Path, key: bytes, *, practice: bool) -> Driver:
    database = driver.open_file(path, key)
    try:
        _refuse_strange(database, path, practice=practice)
        driver.prepare_for_writing(database, path)
        _migrate(database, path, key)
        now = moments.utc_now()
        leftovers.erase_outdated(path, database, now)
        holder.note(path, now)
    except BaseException:
        database.close()
        raise
    return database


def flush_to_disk(path: Path) -> None:
    """Return when what was written to *path* has reached the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Return when the names in *folder* have reached the disk (Windows does so itself)."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _fill(path: Path, key: bytes, unit: Unit) -> None:
    database = driver.create_file(path, key)
    try:
        database.execute(f"PRAGMA application_id = {_PRACTICE if unit.practice else _REAL}")
        _bring_up_to_date(database)
        database.execute(
            "INSERT INTO unit (rid, name, coordinator, practice) VALUES (1, ?, ?, ?)",
            (unit.name, unit.coordinator, unit.practice),
        )
        database.commit()
    finally:
        database.close()


def _clear(unfinished: Path) -> None:
    for leftover in (unfinished, unfinished.with_name(f"{unfinished.name}-journal")):
        leftover.unlink(missing_ok=True)


def _refuse_strange(database: Driver, path: Path, *, practice: bool) -> None:
    with explained(path):
        kind = database.execute("PRAGMA application_id").fetchone()[0]
        is_newer = schema.is_newer_than_program(database)
    if kind not in (_REAL, _PRACTICE):
        raise DatabaseDamaged(path, "filen hör inte till Gplan")
    if is_newer:
        raise DatabaseNewer(path)
    if (kind == _PRACTICE) is not practice:
        raise WrongUnit(path, is_practice=kind == _PRACTICE)


def _migrate(database: Driver, path: Path, key: bytes) -> None:
    """Bring an older file up to date, after a copy of it has been put beside it."""
    with explained(path):
        version = schema.version_of(database)
        if version == schema.NEWEST:
            return
        copy = path.with_name(f"{path.name}.before-{version + 1:04}")
        copy.unlink(missing_ok=True)
        driver.copy_file(database, copy, key)
        flush_to_disk(copy)
        _read_back(copy, key)
        _bring_up_to_date(database)


def _read_back(copy: Path, key: bytes) -> None:
    """Refuse to go on with a copy that is no copy."""
    database = driver.open_copy(copy, key)
    try:
        driver.refuse_damaged(database, copy)
    finally:
        database.close()


def _bring_up_to_date(database: Driver) -> None:
    """Change the schema. The library for it takes longer to load than a file to open."""
    from gplan_desktop.store import migrations  # noqa: PLC0415 - only when it is needed

    migrations.migrate(database)
