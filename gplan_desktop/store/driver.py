"""The only place that opens a database file, with the encrypting driver."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from gplan_desktop.errors import DatabaseDamaged, DatabaseMissing, FolderReadOnly
from gplan_desktop.store.faults import explained

# The driver has no types of its own.
Driver = Any
Tell = Callable[[int, int], None]
"""Is told how much is done, and of how much; what it raises ends the work."""

KEY_BYTES = 32
# Earlier versions can destroy a database in WAL mode when two connections
# write and checkpoint at the same instant.
_OLDEST_SOUND_SQLITE = (3, 51, 3)
# Only another start of the program holds the file, and it does so for hours.
_SECONDS_TO_WAIT = 0.2
# Two megabytes between two reports.
_PAGES_AT_A_TIME = 512
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


def copy_file(database: Driver, target: Path, key: bytes, tell: Tell | None = None) -> None:
    """Write a whole, equally encrypted copy of the open database to *target*.

    The caller waits for the disk, and takes an unfinished copy away.
    """

    def report(_status: int, left: int, whole: int) -> None:
        if tell:
            tell(whole - left, whole)

    copy = create_file(target, key)
    try:
        with explained(target):
            # A copy that fails is thrown away, so nothing in it need be undone.
            for setting in ("journal_mode=off", "synchronous=off"):
                copy.execute(f"PRAGMA {setting}").fetchall()
            database.backup(copy, pages=_PAGES_AT_A_TIME, progress=report)
    finally:
        copy.close()


def open_copy(path: Path, key: bytes) -> Driver:
    """Open a finished copy only to read it; nothing is written, not even beside it.

    Raises:
        DatabaseMissing, DatabaseDamaged.
    """
    _refuse_missing(path)
    return _connect(path, key, "ro&immutable=1")


def refuse_damaged(database: Driver, path: Path) -> None:
    """Read the whole of the opened copy at *path*; DatabaseDamaged when a part is not as written.

    The first question finds what was altered, the second also what was cut off.
    """
    with explained(path):
        altered = database.execute("PRAGMA cipher_integrity_check").fetchall()
        if altered or database.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
            raise DatabaseDamaged(path, "en del av filen är skadad")


def _refuse_missing(path: Path) -> None:
    # SQLite takes an empty file for a new database, with any key.
    if not path.is_file():
        raise DatabaseMissing(path)
    if path.stat().st_size == 0:
        raise DatabaseDamaged(path, "filen är tom")


def _refuse_hopeless(path: Path) -> None:
    _refuse_missing(path)
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
