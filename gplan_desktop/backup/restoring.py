"""Puts a backup in the place of a unit's file; what was there is put aside for a year.

Erasing persons erases it sooner (store/leftovers).
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from gplan_desktop.backup.faults import RestoreFailed, told_of_copy, told_of_restore
from gplan_desktop.backup.kept import PARTIAL, Backup
from gplan_desktop.backup.making import Tell, move, say_nothing
from gplan_desktop.errors import WorldError
from gplan_desktop.store import moments
from gplan_desktop.store.copies import read_back
from gplan_desktop.store.files import flush_folder, flush_to_disk
from gplan_desktop.store.keys import KEY_FILE
from gplan_desktop.store.store import open_store
from gplan_desktop.vault.vault_file import NAME as VAULT_FILE

_READY = ".restored"
_FAILED = "restore.failed"
_UNIT_FILES = "unit-g*.db*"
_STEPS = 3


@dataclass(frozen=True)
class Target:
    """The unit's folder, which nobody has open, and what is noted in the log: when, and by whom."""

    folder: Path
    now: moments.Clock
    by: str


def restore(backup: Backup, key: bytes, target: Target, tell: Tell = say_nothing) -> Path:
    """Let *backup* take the place of the unit in *target*; return the unit's file.

    The copy is read, opened, and noted as restored in its own log before anything else is
    touched. If the program is killed then, `complete` goes on at the next start.

    Raises:
        BackupUnusable: the backup is damaged or has another key.
        RestoreFailed: the disk refused. In both cases the unit is as it was.
    """
    with _failure_remembered(backup, target):
        return _put_back(backup, key, target, tell)


def take_failed(folder: Path) -> tuple[str, ...]:
    """Return the names of the backups that could not be put back, each once: for the log.

    While it failed, the unit was closed and its log out of reach.
    """
    kept = folder / _FAILED
    names = tuple(kept.read_text("utf-8").split()) if kept.exists() else ()
    kept.unlink(missing_ok=True)
    return names


@contextmanager
def _failure_remembered(backup: Backup, target: Target) -> Iterator[None]:
    try:
        yield
    except WorldError:
        if not any(target.folder.glob(_UNIT_FILES)):
            # No unit, and no log to tell it in.
            raise
        # The disk that refuses the backup may refuse this as well.
        with suppress(OSError), (target.folder / _FAILED).open("a", encoding="utf-8") as kept:
            kept.write(f"{backup.path.stem}\n")
        raise


def _put_back(backup: Backup, key: bytes, target: Target, tell: Tell) -> Path:
    folder = target.folder
    partial = folder / f"unit-g{backup.generation:04}.db{PARTIAL}"
    with _cleaned(folder), told_of_restore():
        folder.mkdir(parents=True, exist_ok=True)
        _clear(folder)
        tell("Kopierar säkerhetskopian…", 0, _STEPS)
        shutil.copyfile(backup.path, partial)
        if backup.vault.exists():
            shutil.copyfile(backup.vault, folder / f"{VAULT_FILE}{PARTIAL}")
            flush_to_disk(folder / f"{VAULT_FILE}{PARTIAL}")
        tell("Kontrollerar kopian…", 1, _STEPS)
        with told_of_copy(backup.path.name):
            read_back(partial, key)
            _note_in_log(partial, key, backup.path.stem, target)
        tell("Byter ut filen…", 2, _STEPS)
        _make_ready(partial)
        restored = complete(folder)
    if restored is None:
        raise RestoreFailed
    return restored


def complete(folder: Path) -> Path | None:
    """Put a restored file that is ready in *folder* in its place; None when there is none.

    Call it before a unit is opened: it may be killed anywhere, and goes on the next time.
    """
    ready = next(iter(sorted(folder.glob(f"unit-g*.db{_READY}"))), None)
    if ready is None:
        return None
    moment = datetime.fromtimestamp(ready.stat().st_mtime, UTC)
    aside = folder / f"aside-{moment:%Y%m%dT%H%M%SZ}"
    aside.mkdir(exist_ok=True)
    for file in folder.glob(_UNIT_FILES):
        if file != ready:
            move(file, aside / file.name)
    _change_vault(folder, aside)
    path = ready.with_suffix("")
    move(ready, path)
    flush_folder(aside)
    flush_folder(folder)
    return path


def _change_vault(folder: Path, aside: Path) -> None:
    """Let the backup's vault follow its file: it alone has the key."""
    ready = folder / f"{VAULT_FILE}{_READY}"
    if ready.exists():
        # A key in clear beside it would be taken for the key of a unit without log-in.
        for file in (*folder.glob(f"{VAULT_FILE}*"), *folder.glob(KEY_FILE)):
            if file != ready:
                move(file, aside / file.name)
        move(ready, folder / VAULT_FILE)


def _note_in_log(partial: Path, key: bytes, backup: str, target: Target) -> None:
    """Open the copy as the program will, which also brings it to the newest schema."""
    store = open_store(partial, key, practice=False, now=target.now)
    try:
        store.copies.note_restored(backup, target.by)
    finally:
        store.close()
    for left in partial.parent.glob(f"{partial.name}.*"):
        left.unlink()


def _make_ready(partial: Path) -> None:
    """Give vault and file the names that let complete() go on, the file last."""
    flush_to_disk(partial)
    vault = partial.with_name(f"{VAULT_FILE}{PARTIAL}")
    if vault.exists():
        move(vault, vault.with_suffix(_READY))
    move(partial, partial.with_suffix(_READY))
    flush_folder(partial.parent)


@contextmanager
def _cleaned(folder: Path) -> Iterator[None]:
    """Take away what is left of a restoring that failed."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            _clear(folder)
        raise


def _clear(folder: Path) -> None:
    """Take away what an earlier restoring left before it was ready."""
    if not any(folder.glob(f"unit-g*.db{_READY}")):
        for pattern in (f"unit-g*.db{PARTIAL}*", f"{VAULT_FILE}{PARTIAL}", f"{VAULT_FILE}{_READY}"):
            for left in folder.glob(pattern):
                left.unlink()
