"""Makes a backup: copied, read back and compared, and only then given its name."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from gplan_desktop.backup import kept
from gplan_desktop.backup.faults import BackupFailed, refuse_absent, told_of_backup
from gplan_desktop.backup.finding import backups_of, list_backups
from gplan_desktop.backup.kept import ENDING, HEAD, PARTIAL, VAULT, Backup, Reason
from gplan_desktop.backup.ladder import ALL_FOR, to_remove
from gplan_desktop.store.copies import Contents, Copies
from gplan_desktop.store.files import flush_folder, flush_to_disk
from gplan_desktop.vault.vault_file import NAME as VAULT_FILE

Tell = Callable[[str, int, int], None]

_BEFORE_MIGRATION = "unit-g*.db.before-*"
_COPYING = "Kopierar…"
_READING = "Läser tillbaka kopian och kontrollerar den…"
_DIFFERS = "kopian är inte likadan som databasen", "Försök igen."
_TRIES, _PAUSE_SECONDS = 5, 0.2


@dataclass(frozen=True)
class Order:
    """Where a backup is to be made, why, and when it is now."""

    place: Path
    reason: Reason
    at: datetime


def say_nothing(_text: str, _done: int, _whole: int) -> None:
    """Be told of the progress, and do nothing."""


class BackupRun:
    """One backup on its way: `copy` in the store's thread, then `finish` in any.

    Whatever either raises, nothing is left of the backup, and older ones are as they were.
    """

    def __init__(self, copies: Copies, order: Order, tell: Tell = say_nothing) -> None:
        self._copies, self._order, self._tell = copies, order, tell
        self._copied: Contents | None = None
        self._path = order.place

    def copy(self) -> None:
        """Copy the unit as it is now; BackupFailed, and what *tell* raises to stop it."""
        refuse_absent(self._order.place)
        contents = self._held()
        self._path = self._free_path(contents)
        with self._whole_or_nothing():
            self._clear_unfinished(contents.identity)
            self._copied = self._write()
            vault = self._copies.path.with_name(VAULT_FILE)
            if vault.exists():
                shutil.copyfile(vault, self._partial_of(VAULT))

    def finish(self) -> Backup:
        """Read the copy back, let it count, and take away those that are not kept any longer."""
        with self._whole_or_nothing():
            self._tell(_READING, 0, 0)
            self._flush()
            found = self._copies.verified(self._partial)
            if found != self._copied:
                raise BackupFailed(*_DIFFERS)
            backup = self._name(found)
        self._thin_out(backup)
        return backup

    def abandon(self) -> None:
        """Take away what is copied, when it will not be finished."""
        with suppress(OSError):
            self._clear()

    def _held(self) -> Contents:
        return self._copies.contents()

    def _write(self) -> Contents:
        """Write the copy; return what was copied."""
        return self._copies.write(
            self._partial, lambda done, whole: self._tell(_COPYING, done, whole)
        )

    def _free_path(self, contents: Contents) -> Path:
        """Return a path that no backup has; two may be made in the same second."""
        generation, at = generation_of(self._copies.path), self._order.at
        while True:
            path = self._order.place / (kept.name_of(contents, generation, at) + ENDING)
            if not path.exists():
                return path
            at += timedelta(seconds=1)

    @property
    def _partial(self) -> Path:
        return self._partial_of(ENDING)

    def _partial_of(self, ending: str) -> Path:
        return self._path.with_name(f"{self._path.stem}{ending}{PARTIAL}")

    @contextmanager
    def _whole_or_nothing(self) -> Iterator[None]:
        try:
            with told_of_backup():
                yield
        except BaseException:
            # What cannot be taken away has no final name, and goes with the next run.
            self.abandon()
            raise

    def _clear(self) -> None:
        for ending in (ENDING, VAULT, HEAD):
            self._partial_of(ending).unlink(missing_ok=True)
        if not self._path.exists():
            for ending in (VAULT, HEAD):
                self._path.with_suffix(ending).unlink(missing_ok=True)

    def _clear_unfinished(self, identity: str) -> None:
        """Take away what a run of this unit left when the program was killed."""
        for left in self._order.place.glob(f"Gplan-*-{identity}-*{PARTIAL}"):
            left.unlink()

    def _flush(self) -> None:
        flush_to_disk(self._partial)
        if self._partial_of(VAULT).exists():
            flush_to_disk(self._partial_of(VAULT))

    def _name(self, contents: Contents) -> Backup:
        """Give the files their names, the backup itself last: before that it does not count."""
        generation = generation_of(self._copies.path)
        order = self._order
        backup = Backup(
            self._path, order.at, contents.identity, generation, contents, order.reason, order.at
        )
        kept.write_head(backup)
        if self._partial_of(VAULT).exists():
            move(self._partial_of(VAULT), backup.vault)
        move(self._partial, self._path)
        flush_folder(self._path.parent)
        return replace(backup, size=self._path.stat().st_size)

    def _thin_out(self, backup: Backup) -> None:
        # One that cannot be taken away today is tried again tomorrow.
        with suppress(OSError):
            for old in to_remove(backups_of(self._order.place, backup.identity), self._order.at):
                remove(old)


class _FileRun(BackupRun):
    """A backup of a copy that lies beside the unit; touches no store, and may run in any thread."""

    def __init__(self, copies: Copies, order: Order, source: Path) -> None:
        super().__init__(copies, order)
        self._source = source
        self._contents = copies.verified(source)

    def _held(self) -> Contents:
        return self._contents

    def _write(self) -> Contents:
        shutil.copyfile(self._source, self._partial)
        return self._contents


def keep_before_migration(copies: Copies, place: Path, now: datetime) -> list[Backup]:
    """Make backups of the copies that the last week's migrations put beside the unit.

    A migration happens while the unit is being opened, when the place may be out of reach. In any
    thread; those that are kept already are passed by; BackupFailed.
    """
    made = []
    for source in sorted(copies.path.parent.glob(_BEFORE_MIGRATION)):
        at = datetime.fromtimestamp(int(source.stat().st_mtime), UTC)
        if not timedelta() <= now - at < ALL_FOR:
            continue
        refuse_absent(place)
        order = Order(place, Reason.MIGRATION, at)
        if not any(backup.made_at == at for backup in list_backups(place)):
            run = _FileRun(copies, order, source)
            run.copy()
            made.append(run.finish())
    return made


def back_up(copies: Copies, order: Order, tell: Tell = say_nothing) -> Backup:
    """Make a backup at once, in the store's thread, as before a migration; BackupFailed."""
    run = BackupRun(copies, order, tell)
    run.copy()
    return run.finish()


def remove(backup: Backup) -> None:
    """Take a backup away, itself first: what lies beside it is nothing without it."""
    for file in backup.files:
        file.unlink(missing_ok=True)


def move(source: Path, target: Path) -> None:
    """Give *source* its name; Windows refuses while a virus scanner reads the file."""
    for attempt in range(_TRIES):
        try:
            os.replace(source, target)  # noqa: PTH105 - the one call that is atomic on Windows too
        except PermissionError:
            if attempt == _TRIES - 1:
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return


def generation_of(database: Path) -> int:
    """Return which generation of the unit's key the file's name says, "unit-g0001.db"."""
    _, _, number = database.stem.rpartition("-g")
    return int(number) if number.isdigit() else 1
