"""Dates as people write them, and the clock of Sweden whatever the PC says."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gplan_desktop.domain import dates

# Forty at every run: a hundred of each take seconds together.
some = settings(max_examples=40)

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-10-05", date(2026, 10, 5)),
        ("2026-1-5", date(2026, 1, 5)),
        ("2026/10/05", date(2026, 10, 5)),
        ("2026 10 05", date(2026, 10, 5)),
        ("20261005", date(2026, 10, 5)),
        ("261005", date(2026, 10, 5)),
        ("5/10 2026", date(2026, 10, 5)),
        ("5/10-26", date(2026, 10, 5)),
        ("5.10.2026", date(2026, 10, 5)),
        ("5 okt 2026", date(2026, 10, 5)),
        ("5 okt. 2026", date(2026, 10, 5)),
        ("den 5 oktober 2026", date(2026, 10, 5)),
        ("  5  OKTOBER   2026 ", date(2026, 10, 5)),
        ("1 maj 27", date(2027, 5, 1)),
        ("1900-01-01", date(1900, 1, 1)),
        ("2199-12-31", date(2199, 12, 31)),
        ("29 februari 2028", date(2028, 2, 29)),
    ],
)
def test_a_whole_date_is_read_in_every_common_form(written, day):
    assert dates.parse(written, TODAY) == day


@pytest.mark.parametrize(
    ("written", "today", "day"),
    [
        ("5/12", TODAY, date(2026, 12, 5)),
        ("5 dec", TODAY, date(2026, 12, 5)),
        ("23/11", TODAY, date(2026, 11, 23)),
        ("22/11", TODAY, date(2027, 11, 22)),
        ("den 5 oktober", TODAY, date(2027, 10, 5)),
        ("1/1", date(2026, 12, 31), date(2027, 1, 1)),
        ("29/2", date(2027, 11, 23), date(2028, 2, 29)),
        ("29 feb", date(2028, 2, 29), date(2028, 2, 29)),
        ("29 feb", date(2028, 3, 1), date(2032, 2, 29)),
    ],
)
def test_a_date_without_a_year_is_the_next_such_day(written, today, day):
    assert dates.parse(written, today) == day


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "i dag",
        "2026",
        "2026-10",
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "0000-01-01",
        "0206-10-05",
        "1899-12-31",
        "2200-01-01",
        "9999-12-31",
        "20261305",
        "12345",
        "31/11",
        "30/2",
        "32/1",
        "0/0",
        "5/",
        "-5/10",
        "5 foo",
        "5 ma",
        "5 okt 20266",
        "2026-10-05 kl. 14",
    ],
)
def test_what_is_no_date_is_not_guessed(written):
    assert dates.parse(written, TODAY) is None


@some
@given(DAYS)
def test_what_the_program_writes_it_also_reads(day):
    written = [day.isoformat(), f"{day:%Y%m%d}", dates.long(day).partition(" ")[2]]
    if day.year != TODAY.year:
        written.append(dates.short(day, TODAY))
    assert {dates.parse(text, TODAY) for text in written} == {day}


@given(DAYS)
def test_a_date_without_a_year_never_lies_in_the_past(day):
    read = dates.parse(f"{day.day}/{day.month}", TODAY)
    assert read
    assert (read.month, read.day) == (day.month, day.day)
    assert read >= TODAY


@some
@given(st.text(max_size=20) | st.from_regex(r"\d{1,4}[-/. ]\d{1,4}[-/. ]?\d{0,4}"))
def test_nothing_that_is_typed_stops_the_program(written):
    read = dates.parse(written, TODAY)
    assert read is None or isinstance(read, date)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 3, 31), 6, date(2026, 9, 30)),
        (date(2026, 2, 28), 6, date(2026, 8, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 1, 30), 1, date(2026, 2, 28)),
        (date(2026, 11, 23), 6, date(2027, 5, 23)),
    ],
)
def test_months_are_clipped_to_the_last_day(day, months, later):
    assert dates.add_months(day, months) == later


def test_thirty_days_are_not_a_month():
    assert dates.add_days(date(2026, 1, 30), 30) == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("day", "weekday"),
    [
        (date(2026, 11, 23), date(2026, 11, 23)),
        (date(2026, 11, 27), date(2026, 11, 27)),
        (date(2026, 11, 28), date(2026, 11, 27)),
        (date(2026, 11, 29), date(2026, 11, 27)),
        (date(2027, 1, 2), date(2027, 1, 1)),
    ],
)
def test_a_weekend_gives_the_friday_before(day, weekday):
    assert dates.weekday_before(day) == weekday


def test_dates_in_words():
    assert dates.long(date(2026, 12, 14)) == "måndag 14 december 2026"
    assert dates.short(date(2026, 12, 14), TODAY) == "14 dec"
    assert dates.short(date(2027, 6, 1), TODAY) == "1 juni 2027"
    assert dates.short(date(2026, 3, 1), TODAY) == "1 mars"
    assert dates.short(date(2026, 4, 30), TODAY) == "30 apr"


@pytest.mark.parametrize(
    ("utc", "swedish"),
    [
        ("2026-11-23T13:32", "2026-11-23 kl. 14.32"),
        ("2026-06-30T21:59", "2026-06-30 kl. 23.59"),
        ("2026-06-30T22:00", "2026-07-01 kl. 00.00"),
        ("2026-12-31T23:00", "2027-01-01 kl. 00.00"),
        # The clock goes forward on 29 March and back on 25 October 2026.
        ("2026-03-29T00:59", "2026-03-29 kl. 01.59"),
        ("2026-03-29T01:00", "2026-03-29 kl. 03.00"),
        ("2026-10-25T00:59", "2026-10-25 kl. 02.59"),
        ("2026-10-25T01:00", "2026-10-25 kl. 02.00"),
    ],
)
def test_moments_are_told_in_swedish_time(utc, swedish):
    assert dates.stamp(datetime.fromisoformat(utc).replace(tzinfo=UTC)) == swedish


def test_every_hour_of_a_year_keeps_its_order_and_its_moment():
    hours = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=n) for n in range(0, 8760, 5)]
    told = [dates.in_sweden(hour) for hour in hours]
    assert [moment.astimezone(UTC) for moment in told] == hours
    assert {moment.utcoffset() for moment in told} == {timedelta(hours=1), timedelta(hours=2)}


@pytest.mark.parametrize(
    ("day", "utc"),
    [
        (date(2026, 11, 23), datetime(2026, 11, 23, 13, 30, tzinfo=UTC)),
        (date(2026, 6, 30), datetime(2026, 6, 30, 12, 30, tzinfo=UTC)),
    ],
)
def test_a_swedish_hour_is_a_moment_in_utc(day, utc):
    assert dates.at_in_sweden(day, time(14, 30)) == utc
