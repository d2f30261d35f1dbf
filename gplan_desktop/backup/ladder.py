"""Which backups are kept: many of the last days, fewer the older they are."""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta
from pathlib import Path

from gplan_desktop.backup.kept import Backup
from gplan_desktop.domain import dates

# About thirty in all when one is made a day: 7 + 8 + 12, and what the steps share.
ALL_FOR = timedelta(days=7)
WEEKLY_FOR = timedelta(weeks=8)
MONTHLY_FOR = timedelta(days=366)


def to_remove(backups: Iterable[Backup], now: datetime) -> list[Backup]:
    """Return the backups of one unit that are not kept any longer, oldest first.

    Kept are all of the last seven days, the newest of each week for eight weeks and of each month
    for twelve, and always the newest one. Only verified ones count as the newest of a week or a
    month, and the last verified one is never removed, nor anything when there is none.
    """
    found = sorted(backups, key=lambda backup: backup.made_at)
    verified = [backup for backup in found if backup.is_verified]
    if not verified:
        return []
    kept = {found[-1].path, verified[-1].path}
    kept |= {backup.path for backup in found if now - backup.made_at < ALL_FOR}
    kept |= _newest_of_each(_week, verified, now - WEEKLY_FOR)
    kept |= _newest_of_each(_month, verified, now - MONTHLY_FOR)
    return [backup for backup in found if backup.path not in kept]


def _newest_of_each(
    period: Callable[[datetime], Hashable], backups: list[Backup], since: datetime
) -> set[Path]:
    """Return the paths of the newest in each period; *backups* are oldest first."""
    newest = {period(b.made_at): b.path for b in backups if b.made_at >= since}
    return set(newest.values())


def _week(at: datetime) -> Hashable:
    return dates.in_sweden(at).isocalendar()[:2]


def _month(at: datetime) -> Hashable:
    local = dates.in_sweden(at)
    return local.year, local.month
