"""Which backups are kept: a table of days back from now."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gplan_desktop.backup.kept import Backup
from gplan_desktop.backup.ladder import MONTHLY_FOR, to_remove
from gplan_desktop.domain import dates

NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)


def made(days: float, *, verified: bool = True) -> Backup:
    at = NOW - timedelta(days=days)
    return Backup(Path(f"{days:g}"), at, verified_at=at if verified else None)


def removed(*backups: Backup) -> list[float]:
    return [float(str(backup.path)) for backup in to_remove(backups, NOW)]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((), []),
        ((0,), []),
        ((400,), []),
        ((900, 400), [900]),
        # All of the last seven days, however many.
        ((0, 0.1, 0.2, 1, 1.1, 6, 6.9), []),
        # 25 November is a Wednesday: 8 and 9 days back are Tuesday and Monday, 10 is Sunday.
        ((0, 8, 9, 10), [9]),
        # In weeks of their own, of which the last eight count.
        ((0, 10, 17, 24, 31, 38, 45, 52), []),
        # 60 days back is 26 September, 66 is 20, 80 is 6: only the newest of the month stays.
        ((0, 60, 66, 80), [80, 66]),
        # Thirteen months ago.
        ((0, 300, 330, 400), [400]),
        # A clock that went ahead: what is made in the future is kept, and is the newest.
        ((-3, 0, 400), [400]),
    ],
)
def test_the_ladder_keeps_many_new_and_few_old(
    days: tuple[float, ...], expected: list[float]
) -> None:
    assert removed(*map(made, days)) == expected


def test_after_two_years_of_days_about_thirty_are_left() -> None:
    kept: list[Backup] = []
    start = NOW - timedelta(days=730)
    for day in range(731):
        now = start + timedelta(days=day)
        kept.append(Backup(Path(str(day)), now, verified_at=now))
        gone = to_remove(kept, now)
        kept = [backup for backup in kept if backup not in gone]
    assert 24 <= len(kept) <= 30
    assert NOW - min(backup.made_at for backup in kept) > timedelta(days=320)


def test_the_last_verified_one_is_never_removed() -> None:
    assert removed(made(400), made(500), made(20, verified=False), made(0, verified=False)) == [
        500,
        20,
    ]


def test_nothing_is_removed_when_nothing_is_verified() -> None:
    assert removed(*(made(days, verified=False) for days in (0, 20, 400))) == []


def test_an_unverified_one_is_not_the_one_that_a_week_keeps() -> None:
    assert removed(made(0), made(8, verified=False), made(9)) == [8]


@pytest.mark.parametrize("minutes", [0, 1, 600])
def test_what_is_erased_is_in_no_backup_after_the_day_that_is_told(minutes: int) -> None:
    """One a day, at times that differ by up to ten hours, as people come to work."""
    erased, kept = NOW, list[Backup]()
    last = dates.add_days(NOW.date(), MONTHLY_FOR.days + 1)
    for day in range(-40, MONTHLY_FOR.days + 2):
        at = NOW - timedelta(hours=1) + timedelta(days=day, minutes=minutes * (day % 3) / 2)
        kept.append(Backup(Path(f"{day}"), at, verified_at=at))
        gone = {backup.path for backup in to_remove(kept, at)}
        kept = [backup for backup in kept if backup.path not in gone]
    assert at.date() == last
    assert kept
    assert all(backup.made_at > erased for backup in kept)
