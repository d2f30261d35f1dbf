"""How it is with the backups, by what the settings remember."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from gplan_desktop.backup.status import State, Status, is_due, status
from gplan_desktop.settings import Settings

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
SET = Settings(backup_place="/share")


def ago(**how_long: float) -> str:
    return (NOW - timedelta(**how_long)).isoformat()


@pytest.mark.parametrize(
    ("settings", "state", "days", "due"),
    [
        (Settings(), State.UNSET, 0, False),
        (Settings(backup_last=ago(days=9)), State.UNSET, 0, False),
        (SET, State.NEVER, 0, True),
        (replace(SET, backup_last=ago(minutes=5)), State.FRESH, 0, False),
        # By Swedish days: 11.30 hours ago it was the evening before there.
        (replace(SET, backup_last=ago(hours=11.5)), State.FRESH, 1, True),
        (replace(SET, backup_last=ago(hours=30)), State.FRESH, 1, True),
        (replace(SET, backup_last=ago(days=3)), State.OLD, 3, True),
        # A clock that went ahead.
        (replace(SET, backup_last=ago(days=-3)), State.FRESH, 0, True),
        (replace(SET, backup_last="i går"), State.NEVER, 0, True),
        (replace(SET, backup_last="2026-11-23T10:00:00"), State.NEVER, 0, True),
    ],
)
def test_a_backup_is_made_once_a_day(
    settings: Settings, state: State, days: int, due: bool
) -> None:
    found = status(settings, NOW)
    assert (found.state, found.days) == (state, days)
    assert is_due(settings, NOW) is due


@pytest.mark.parametrize(
    ("hours", "due"), [(0.1, False), (0.9, False), (1.1, True), (30, True), (-2, True)]
)
def test_a_failed_one_is_tried_again_in_an_hour(hours: float, due: bool) -> None:
    settings = replace(
        SET, backup_last=ago(days=3), backup_failed=ago(hours=hours), backup_why="disken är full"
    )
    assert is_due(settings, NOW) is due
    assert status(settings, NOW).why == "disken är full"


def test_a_failure_before_the_last_good_one_is_forgotten() -> None:
    settings = replace(
        SET, backup_last=ago(hours=1), backup_failed=ago(hours=2), backup_why="disken är full"
    )
    found = status(settings, NOW)
    assert (found.why, found.is_well) == ("", True)


def test_nothing_is_well_without_a_place() -> None:
    assert not Status(State.UNSET).is_well
