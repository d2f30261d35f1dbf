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

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
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
        found = _from_driver(getattr(error, "sqlite_errorname", ""), path)
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
    "SQLITE_BUSY": DatabaseInUse,
    "SQLITE_LOCKED": DatabaseInUse,
    "SQLITE_FULL": lambda _: StorageFull(),
    "SQLITE_READONLY": lambda path: FolderReadOnly(path.parent),
    "SQLITE_PERM": lambda path: FolderReadOnly(path.parent),
    # That the file is there has been seen to before it is opened.
    "SQLITE_CANTOPEN": lambda path: FolderReadOnly(path.parent),
    "SQLITE_IOERR": lambda _: StorageFailed(),
}
