"""The only place that opens a database file, with the encrypting driver."""

import os
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from gplan_desktop.errors import DatabaseDamaged, DatabaseMissing, FolderReadOnly
from gplan_desktop.store.faults import explained

# The driver has no types of its own.
Driver = Any

KEY_BYTES = 32
# Earlier versions can destroy a database in WAL mode when two connections
# write and checkpoint at the same instant.
_OLDEST_SOUND_SQLITE = (3, 51, 3)
# Only another start of the program holds the file, and it does so for hours.
_SECONDS_TO_WAIT = 0.2
_SETTINGS = (
    "journal_mode=wal",
    "synchronous=full",
    "foreign_keys=on",
    "secure_delete=on",
    "trusted_schema=off",
    # At most 32 MB. With the usual 2 MB, search among 200,000 persons takes six times as long.
    "cache_size=-32768",
)


def open_file(path: Path, key: bytes) -> Driver:
    """Open the database that lies at *path* for this process alone; nothing is written.

    Raises:
        DatabaseMissing, DatabaseDamaged, DatabaseInUse, FolderReadOnly.
    """
    _refuse_hopeless(path)
    return _connect(path, key, "rw")


def create_file(path: Path, key: bytes) -> Driver:
    """Make a new, empty database at *path*, where no file may be."""
    if path.exists():
        raise FileExistsError(path)
    return _connect(path, key, "rwc")


def prepare_for_writing(database: Driver, path: Path) -> None:
    """Set how the open file is written: durable at every commit, no stray clear text.

    Raises:
        FolderReadOnly: when nothing can be written.
    """
    with explained(path):
        for setting in _SETTINGS:
            database.execute(f"PRAGMA {setting}").fetchall()
        database.execute("BEGIN IMMEDIATE")
        database.execute("ROLLBACK")


def copy_file(database: Driver, target: Path, key: bytes) -> None:
    """Write a whole, equally encrypted copy of the open database to *target*."""
    copy = create_file(target, key)
    try:
        with explained(target):
            database.backup(copy)
    finally:
        copy.close()


def _refuse_hopeless(path: Path) -> None:
    # SQLite takes an empty file for a new database, with any key.
    if not path.is_file():
        raise DatabaseMissing(path)
    if path.stat().st_size == 0:
        raise DatabaseDamaged(path, "filen är tom")
    # access, not open: closing a second handle drops this process's locks.
    effective = os.access in os.supports_effective_ids
    if not os.access(path, os.W_OK, effective_ids=effective):
        raise FolderReadOnly(path.parent)


def _connect(path: Path, key: bytes, mode: str) -> Driver:
    if sqlcipher.sqlite_version_info < _OLDEST_SOUND_SQLITE:
        raise RuntimeError(f"SQLite {sqlcipher.sqlite_version} may damage databases")
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes")
    with explained(path):
        connection = sqlcipher.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=_SECONDS_TO_WAIT
        )
        try:
            _unlock(connection, key)
        except BaseException:
            connection.close()
            raise
    return connection


def _unlock(connection: Any, key: bytes) -> None:
    """Give the key; the first read tells whether it fits."""
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA locking_mode=exclusive")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
