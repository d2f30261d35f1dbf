"""The vault's file and its older copies on the disk: always one whole file, never a half."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from gplan_desktop.store.faults import from_system
from gplan_desktop.store.files import flush_folder
from gplan_desktop.vault import glance
from gplan_desktop.vault.faults import VaultDamaged, VaultMissing

_log = logging.getLogger(__name__)

NAME = glance.NAME
_COPIES = 3
# What a copy took the place of: damaged, but perhaps in one sign only.
_ASIDE = f"{NAME}.aside"
_LARGEST = 8 * 1024 * 1024
# Without O_BINARY, Windows would write other line breaks.
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def copies(folder: Path) -> tuple[Path, ...]:
    """Return the older copies that exist, the newest first."""
    return tuple(path for path in _all_copies(folder) if path.is_file())


def read(path: Path) -> bytes:
    """Return what stands in the vault's file, or in a copy of it.

    Raises:
        VaultMissing, VaultDamaged: naming the copies that may take its place.
        FolderReadOnly, StorageFailed.
    """
    others = tuple(copy for copy in copies(path.parent) if copy != path)
    with told(path.parent):
        try:
            if path.stat().st_size > _LARGEST:
                raise VaultDamaged(path, others)
            return path.read_bytes()
        except FileNotFoundError as error:
            raise VaultMissing(path, others) from error


def replace(folder: Path, data: bytes) -> None:
    """Write the vault's file anew in one move; the one before it becomes the newest copy."""
    path, older = folder / NAME, _all_copies(folder)
    with told(folder):
        if path.exists():
            for newer, copy in reversed(tuple(pairwise(older))):
                if newer.exists():
                    newer.replace(copy)
            write_whole(older[0], path.read_bytes())
        write_whole(path, data)


def replace_for_good(folder: Path, data: bytes) -> None:
    """Write the file anew without keeping the one before it; the older copies stay for now."""
    with told(folder):
        write_whole(folder / NAME, data)


def forget_copies(folder: Path, data: bytes) -> None:
    """Let *data*, which is the vault's file now, be the only copy of it.

    A disk that refuses is left for the next time: what matters has been written.
    """
    newest, *others = _all_copies(folder)
    try:
        for copy in (*others, folder / _ASIDE):
            copy.unlink(missing_ok=True)
        write_whole(newest, data)
    except OSError:
        _log.info("older copies of the vault could not be deleted")


def put_back(folder: Path, data: bytes) -> None:
    """Let a copy be the vault's file; what stood there is put aside."""
    path = folder / NAME
    with told(folder):
        if path.exists():
            path.replace(folder / _ASIDE)
        write_whole(path, data)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that only the user of this computer may read, whole or not at all."""
    unfinished = path.with_name(f"{path.name}.partial")
    unfinished.unlink(missing_ok=True)
    descriptor = os.open(unfinished, _NEW_FILE, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    flush_folder(path.parent)


def delete(path: Path) -> None:
    """Delete a file and what was left of writing it, for good."""
    path.unlink(missing_ok=True)
    path.with_name(f"{path.name}.partial").unlink(missing_ok=True)
    flush_folder(path.parent)


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Turn what the disk complains about into a WorldError."""
    try:
        yield
    except OSError as error:
        raise from_system(error, folder) from error


def _all_copies(folder: Path) -> tuple[Path, ...]:
    return tuple(folder / f"{NAME}.{age}" for age in range(1, _COPIES + 1))
