"""What the disk and the driver complain about, told as the program's own errors."""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from gplan_desktop.errors import (
    DatabaseDamaged,
    DatabaseInUse,
    FolderReadOnly,
    StorageFailed,
    StorageFull,
    WorldError,
)
from gplan_desktop.store import holder

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
# What the driver's backup() complains about has no name, only these words.
_NAMES = {
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "unable to open database file": "SQLITE_CANTOPEN",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "database is locked": "SQLITE_BUSY",
}
_PLAIN_HEADER = b"SQLite format 3\0"


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what goes wrong with the database at *path* into a WorldError.

    A broken constraint or a misused driver is a bug of ours and passes through.
    """
    try:
        yield
    except (sqlcipher.IntegrityError, sqlcipher.ProgrammingError):
        raise
    except sqlcipher.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "") or _NAMES.get(str(error), "")
        found = _from_driver(name, path)
        if found is None:
            raise
        raise found from error
    except OSError as error:
        raise from_system(error, path.parent) from error


def from_system(error: OSError, folder: Path) -> WorldError:
    """Return what *error* means for the one who wants to save in *folder*."""
    if error.errno in _NO_ROOM:
        return StorageFull()
    if error.errno in _NOT_ALLOWED:
        return FolderReadOnly(folder)
    return StorageFailed()


def _from_driver(name: str, path: Path) -> WorldError | None:
    """Return the meaning of SQLite's error *name*; None when it is a bug of ours."""
    meanings = (meaning for start, meaning in _MEANINGS.items() if name.startswith(start))
    meaning = next(meanings, None)
    return meaning(path) if meaning else None


def _in_use(path: Path) -> WorldError:
    return DatabaseInUse(path, holder.told(path))


def _unreadable(path: Path) -> WorldError:
    return DatabaseDamaged(path, _why_unreadable(path))


def _why_unreadable(path: Path) -> str:
    """Tell a file without encryption from one with another key.

    Only called when nobody holds the file: closing any handle to it would
    drop the locks that this process has on it (POSIX).
    """
    with path.open("rb") as file:
        is_plain = file.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER
    return "filen är inte krypterad" if is_plain else "nyckeln passar inte eller filen är skadad"


_MEANINGS: dict[str, Callable[[Path], WorldError]] = {
    "SQLITE_NOTADB": _unreadable,
    "SQLITE_CORRUPT": lambda path: DatabaseDamaged(path, "en del av filen är skadad"),
    "SQLITE_BUSY": _in_use,
    "SQLITE_LOCKED": _in_use,
    "SQLITE_FULL": lambda _: StorageFull(),
    "SQLITE_READONLY": lambda path: FolderReadOnly(path.parent),
    "SQLITE_PERM": lambda path: FolderReadOnly(path.parent),
    # That the file is there has been seen to before it is opened.
    "SQLITE_CANTOPEN": lambda path: FolderReadOnly(path.parent),
    "SQLITE_IOERR": lambda _: StorageFailed(),
}
