"""Journal entries: which of them happened in a period."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from gplan_desktop.domain.journal_entry import JournalEntry, Period, Strike, entries_in

AT = datetime(2026, 11, 20, 13, tzinfo=UTC)
ENTRY = JournalEntry("e1", "karin", AT, AT, "Åsa Berg", "Uppföljning", "Uppföljning", "Text")
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


@pytest.mark.parametrize(
    ("moment", "holds"),
    [
        (datetime(2026, 10, 31, 22, 59, tzinfo=UTC), False),
        (datetime(2026, 10, 31, 23, tzinfo=UTC), True),
        (datetime(2026, 11, 30, 22, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 30, 23, tzinfo=UTC), False),
    ],
)
def test_a_period_goes_by_the_clock_in_sweden(moment, holds):
    assert NOVEMBER.holds(moment) is holds


def test_a_period_that_ends_before_it_begins_holds_nothing():
    assert not Period(NOVEMBER.last, NOVEMBER.first).holds(AT)


def test_entries_come_in_the_order_in_which_things_happened():
    later = replace(ENTRY, id="e0", at=AT + timedelta(hours=1))
    afterwards = replace(ENTRY, id="e00", written_at=AT + timedelta(days=1))
    outside = replace(ENTRY, id="e9", at=AT + timedelta(days=30))

    told = entries_in([later, outside, afterwards, ENTRY], NOVEMBER)

    assert [entry.id for entry in told] == ["e1", "e00", "e0"]


def test_struck_entries_are_not_left_out():
    struck = replace(ENTRY, strike=Strike(AT, "Maria Lind", "fel klockslag"))

    assert entries_in([struck], NOVEMBER) == [struck]


@pytest.mark.parametrize(("hours", "is_late"), [(0, False), (9, False), (10, True), (48, True)])
def test_an_entry_is_late_when_it_was_written_on_another_day(hours, is_late):
    assert replace(ENTRY, written_at=AT + timedelta(hours=hours)).is_late is is_late
