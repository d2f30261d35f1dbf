"""The keys of the databases; accounts and a vault take the place of this module later."""

import hashlib
import os
import secrets
from pathlib import Path

from gplan_desktop.errors import KeyFailed
from gplan_desktop.store.driver import KEY_BYTES
from gplan_desktop.store.faults import from_system
from gplan_desktop.store.files import flush_folder

KEY_FILE = "unit.key"


def practice_key() -> bytes:
    """Return the key of every practice database, which holds nothing secret."""
    return hashlib.sha256(b"Gplan: practice, invented persons only").digest()


def unit_key(folder: Path) -> bytes:
    """Return the 32 bytes that encrypt the unit in *folder*.

    Raises:
        KeyFailed: the key is missing or damaged.
        FolderReadOnly, StorageFailed.
    """
    path = folder / KEY_FILE
    try:
        if not path.exists():
            raise KeyFailed(path)
        return _read(path)
    except OSError as error:
        raise from_system(error, folder) from error


def new_unit_key(folder: Path) -> bytes:
    """Return the key of the unit that is made in *folder*; an earlier try may have left one.

    Raises:
        KeyFailed: there is a database, whose key is missing or damaged.
        FolderReadOnly, StorageFull, StorageFailed.
    """
    path = folder / KEY_FILE
    if path.exists() or any(folder.glob("*.db")):
        return unit_key(folder)
    try:
        return _make(path)
    except OSError as error:
        raise from_system(error, folder) from error


def _read(path: Path) -> bytes:
    key = path.read_bytes()
    if len(key) != KEY_BYTES:
        raise KeyFailed(path)
    return key


def _make(path: Path) -> bytes:
    """Put a new key on the disk, whole or not at all, before any database needs it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    key = secrets.token_bytes(KEY_BYTES)
    unfinished = path.with_name(f"{path.name}.partial")
    unfinished.unlink(missing_ok=True)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    flush_folder(path.parent)
    return key
