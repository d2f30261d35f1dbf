"""Copies beside a unit's file, which hold who has been erased from it: they go with the erased.

A copy is put beside before the schema changes, and what a backup took the place of is put aside.
"""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from gplan_desktop.store import moments
from gplan_desktop.store.driver import Driver

# As long as a backup is kept at the most.
KEPT_FOR = timedelta(days=366)
_PATTERNS = ("*.db.before-*", "aside-*")
# What a restoring that was killed left half-way.
_UNFINISHED = ("unit-g*.db.partial*", "vault.json.partial")
_ASIDE_AT = "aside-%Y%m%dT%H%M%SZ"


def copies_beside(path: Path) -> Iterator[Path]:
    """Find the files and folders beside the unit's file at *path* that are copies of it."""
    # While one is being put back it is opened under such a name, and is none of itself.
    unfinished = () if ".partial" in path.name else _UNFINISHED
    for pattern in (*_PATTERNS, *unfinished):
        yield from sorted(path.parent.glob(pattern))


def erase_copies(path: Path) -> None:
    """Erase every copy beside *path*; one that is held is tried again when the unit is opened."""
    for copy in copies_beside(path):
        _erase(copy)


def erase_outdated(path: Path, database: Driver, now: datetime) -> None:
    """Erase the copies that are older than KEPT_FOR, or than the last erasure in *database*."""
    (last,) = database.execute("SELECT max(erased_at) FROM erasure").fetchone()
    oldest = now - KEPT_FOR
    if last:
        oldest = max(oldest, moments.from_text(last))
    for copy in copies_beside(path):
        with suppress(OSError):
            if _made_at(copy) < oldest:
                _erase(copy)


def _made_at(copy: Path) -> datetime:
    with suppress(ValueError):
        return datetime.strptime(copy.name, _ASIDE_AT).replace(tzinfo=UTC)
    return datetime.fromtimestamp(copy.stat().st_mtime, UTC)


def _erase(copy: Path) -> None:
    with suppress(OSError):
        if copy.is_dir():
            shutil.rmtree(copy)
        else:
            copy.unlink()
