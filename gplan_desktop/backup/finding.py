"""Finds the backups at a place, and tells what one holds and what it would change."""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from gplan_desktop.backup import kept
from gplan_desktop.backup.faults import BackupUnusable, refuse_absent, told_of_backup, told_of_copy
from gplan_desktop.backup.kept import ENDING, Backup, Reason
from gplan_desktop.errors import DatabaseDamaged
from gplan_desktop.store.copies import Contents, Holdings, holdings_of, read_back

PlanCounts = tuple[tuple[str, int], ...]
"""Names of persons, each with how many plans; "" stands for all who may not be seen."""


@dataclass(frozen=True)
class Inspected:
    """What a backup was found to hold when it was read, whole."""

    backup: Backup
    contents: Contents
    holdings: Holdings


@dataclass(frozen=True)
class Changes:
    """What it would mean to put a backup back.

    Lost persons and plans are not in the backup, older plans are there as they were before, and
    those that return are only there. A name is "" when the user may not see the person.
    """

    lost_persons: tuple[str, ...] = ()
    lost_plans: PlanCounts = ()
    older_plans: PlanCounts = ()
    returning_persons: int = 0
    returning_plans: int = 0

    @property
    def loses(self) -> bool:
        """Whether anything that is written now would be put aside."""
        return bool(self.lost_persons or self.lost_plans or self.older_plans)


def list_backups(place: Path) -> list[Backup]:
    """Return all backups at *place*, of any unit, newest first; BackupFailed without the place."""
    refuse_absent(place)
    with told_of_backup():
        found = (kept.read(path) for path in place.glob(f"Gplan-*{ENDING}"))
        backups = [backup for backup in found if backup]
    return sorted(backups, key=lambda backup: backup.made_at, reverse=True)


def backups_of(place: Path, identity: str) -> list[Backup]:
    """Return the backups at *place* of the unit with *identity*, newest first."""
    return [backup for backup in list_backups(place) if backup.identity == identity]


def inspect(backup: Backup, key: bytes) -> Inspected:
    """Read *backup*, whole, and return what it holds; BackupUnusable."""
    with told_of_copy(backup.path.name):
        contents = read_back(backup.path, key)
        if backup.contents and backup.contents.head != contents.head:
            raise DatabaseDamaged(backup.path, "den är inte den fil som sparades då")
        return Inspected(backup, contents, holdings_of(backup.path, key))


def verified_again(backup: Backup, key: bytes, now: datetime) -> Backup:
    """Read *backup* again, and note beside it how it is.

    Raises:
        BackupUnusable: it is not as it was written, which has been noted.
    """
    try:
        contents = inspect(backup, key).contents
    except BackupUnusable:
        _note(replace(backup, is_damaged=True))
        raise
    checked = replace(backup, contents=contents, verified_at=now, is_damaged=False)
    return _note(replace(checked, reason=backup.reason or Reason.ASKED))


def _note(backup: Backup) -> Backup:
    """Write what is known beside *backup*; at a place that may only be read it is not kept."""
    if backup.contents and backup.verified_at:
        with suppress(OSError):
            kept.write_head(backup)
    return backup


def changes(now: Holdings, then: Holdings) -> Changes:
    """Return what changes when what is *now* becomes what was *then*."""
    lost = [key for key in now.plans if key not in then.plans]
    older = [key for key, plan in now.plans.items() if then.plans.get(key, plan) != plan]
    return Changes(
        tuple(sorted(name for key, name in now.persons.items() if key not in then.persons)),
        _counted(lost, now),
        _counted(older, now),
        len(then.persons.keys() - now.persons.keys()),
        len(then.plans.keys() - now.plans.keys()),
    )


def _counted(plans: list[str], now: Holdings) -> PlanCounts:
    names = Counter(now.persons[now.plans[key][0]] for key in plans)
    return tuple(sorted(names.items()))
