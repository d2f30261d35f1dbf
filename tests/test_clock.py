"""The clock, and the one that practice moves to another day."""

from datetime import UTC, date, datetime, timedelta

import pytest

from gplan_desktop.clock import moved_to, wall_clock
from gplan_desktop.domain.dates import in_sweden

WINTER, SUMMER = date(2026, 1, 15), date(2026, 7, 15)


def at(text):
    return lambda: datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_the_wall_clock_goes_in_utc():
    before = datetime.now(UTC)
    assert before <= wall_clock() <= datetime.now(UTC)
    assert wall_clock().tzinfo is UTC


@pytest.mark.parametrize("day", [date(2020, 2, 29), WINTER, SUMMER, date(2031, 12, 31)])
def test_a_moved_clock_begins_on_its_day(day):
    assert in_sweden(moved_to(day)()).date() == day


@pytest.mark.parametrize("now", ["2026-11-23T22:30", "2026-11-23T23:30", "2026-11-23T12:00"])
@pytest.mark.parametrize("day", [WINTER, SUMMER])
def test_also_late_on_a_winters_evening(now, day):
    assert in_sweden(moved_to(day, at(now))()).date() == day


@pytest.mark.parametrize("now", ["2026-06-30T22:30", "2026-06-30T21:30", "2026-06-30T12:00"])
@pytest.mark.parametrize("day", [WINTER, SUMMER])
def test_also_in_a_summer_night(now, day):
    assert in_sweden(moved_to(day, at(now))()).date() == day


def test_a_moved_clock_keeps_the_hour_in_sweden():
    told = in_sweden(moved_to(SUMMER, at("2026-11-23T13:32"))())
    assert f"{told:%H.%M}" == "14.32"


def test_a_moved_clock_goes_as_usual():
    moments = [datetime(2026, 11, 23, 12, tzinfo=UTC) + timedelta(hours=n) for n in (0, 0, 5)]
    moved = moved_to(WINTER, lambda: moments.pop(0))
    assert moved().tzinfo is UTC
    assert in_sweden(moved()) == datetime(2026, 1, 15, 17, tzinfo=UTC)
