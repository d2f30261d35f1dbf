"""The files of a unit's database, one for every key it has had; only one of them is in use."""

import re
from pathlib import Path

from gplan_desktop.store.files import flush_folder
from gplan_desktop.vault.faults import VaultOlder

_NAME = re.compile(r"unit-g(\d{4})\.db")
# A copy that a new key is being put on. It gets its own name only when the vault has the key.
_ARRIVING = ".new"
_NOT_OURS = 0


def database_file(folder: Path, generation: int) -> Path:
    """Return where the database of this *generation* of the key lies."""
    return folder / f"unit-g{generation:04}.db"


def arriving_file(folder: Path, generation: int) -> Path:
    """Return where the database is written while it gets the key of this *generation*."""
    path = database_file(folder, generation)
    return path.with_name(path.name + _ARRIVING)


def next_generation(folder: Path, generation: int) -> int:
    """Return a generation after this one whose name is free, also of what a backup left here."""
    taken = (_generation_of(path) for path in folder.glob("unit-g*.db*"))
    return max([generation, *taken]) + 1


def remove_arriving(folder: Path) -> None:
    """Delete every database that was on its way to a new key, and what SQLite put beside it."""
    for path in folder.glob(f"unit-g*.db{_ARRIVING}*"):
        path.unlink()


def require_current(folder: Path, generation: int) -> None:
    """Refuse a vault that is older than the database beside it.

    Raises:
        VaultOlder.
    """
    present = (database_file(folder, generation), arriving_file(folder, generation))
    newer = any(_generation_of(path) > generation for path in folder.glob("unit-g*.db"))
    if newer and not any(path.exists() for path in present):
        raise VaultOlder(folder)


def arrive(folder: Path, generation: int) -> None:
    """Give the database its own name, when the vault already has its key."""
    current, arriving = database_file(folder, generation), arriving_file(folder, generation)
    if arriving.exists() and not current.exists():
        arriving.rename(current)
        flush_folder(folder)


def sweep(folder: Path, generation: int) -> bool:
    """Delete what changes of key have left; tell whether there was a database with an old key.

    Only what this *generation*, which an unlocked vault has proved to be the
    present one, makes needless is deleted, and only when its database is there.
    A newer database is never touched: then the vault was taken from a backup.
    """
    had_old = False
    if database_file(folder, generation).exists():
        remove_arriving(folder)
        for path in folder.glob("unit-g*.db*"):
            if _NOT_OURS < _generation_of(path) < generation:
                path.unlink()
                had_old = True
    return had_old


def _generation_of(path: Path) -> int:
    """Return the generation that a file's name tells; nothing is done with other names."""
    match = _NAME.match(path.name)
    return int(match[1]) if match else _NOT_OURS
