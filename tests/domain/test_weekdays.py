"""Weekdays as the law has them, with Saturdays and the eves as the municipality counts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gplan_desktop.domain.weekdays import is_weekday, weekdays_after, weekdays_between

DAYS = st.dates(date(2005, 1, 1), date(2099, 12, 1))
SETTINGS = st.fixed_dictionaries({"saturday": st.booleans(), "eves": st.booleans()})
EASTER_DAYS = [
    date(2025, 4, 20),
    date(2026, 4, 5),
    date(2027, 3, 28),
    date(2028, 4, 16),
    date(2029, 4, 1),
    date(2030, 4, 21),
]


def is_free(day: date) -> bool:
    return not is_weekday(day, saturday=True, eves=True)


@pytest.mark.parametrize("easter", EASTER_DAYS, ids=str)
def test_the_holidays_that_move_follow_easter(easter):
    named = {"långfredagen": -2, "påskdagen": 0, "annandag påsk": 1, "Kristi himmelsfärd": 39}
    assert {name for name, days in named.items() if is_free(easter + timedelta(days))} == set(named)
    ordinary = {"skärtorsdag": -3, "påskafton": -1, "tisdag efter påsk": 2, "annandag pingst": 50}
    assert not {n for n, days in ordinary.items() if is_free(easter + timedelta(days))}


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 1),
        date(2026, 1, 6),
        date(2026, 5, 1),
        date(2026, 5, 14),
        date(2026, 6, 6),
        date(2026, 6, 20),
        date(2027, 6, 26),
        date(2028, 6, 24),
        date(2026, 10, 31),
        date(2027, 11, 6),
        date(2028, 11, 4),
        date(2026, 12, 25),
        date(2026, 12, 26),
        date(2026, 11, 22),
    ],
    ids=str,
)
def test_a_public_holiday_or_sunday_is_no_weekday_whatever_counts(day):
    assert is_free(day)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 6, 19), "midsommarafton"),
        (date(2027, 6, 25), "midsommarafton"),
        (date(2026, 12, 24), "julafton"),
        (date(2026, 12, 31), "nyårsafton"),
    ],
    ids=str,
)
def test_an_eve_is_a_weekday_when_eves_count(day, name):
    assert is_weekday(day, saturday=False, eves=True)
    assert not is_weekday(day, saturday=True, eves=False)


@pytest.mark.parametrize(
    ("saturday", "eves", "weekday"),
    [(False, False, False), (True, False, False), (False, True, False), (True, True, True)],
)
def test_an_eve_on_a_saturday_counts_only_when_both_count(saturday, eves, weekday):
    new_years_eve = date(2022, 12, 31)
    assert is_weekday(new_years_eve, saturday=saturday, eves=eves) is weekday


@pytest.mark.parametrize(
    ("day", "saturday", "eves", "fifth"),
    [
        (date(2026, 4, 1), False, False, date(2026, 4, 10)),
        (date(2026, 4, 1), True, False, date(2026, 4, 9)),
        (date(2026, 6, 17), False, False, date(2026, 6, 25)),
        (date(2026, 6, 17), False, True, date(2026, 6, 24)),
        (date(2026, 12, 22), False, False, date(2027, 1, 4)),
        (date(2026, 12, 22), False, True, date(2026, 12, 30)),
        (date(2026, 3, 6), False, False, date(2026, 3, 13)),
        (date(2026, 3, 6), True, False, date(2026, 3, 12)),
        (date(2028, 2, 24), False, False, date(2028, 3, 2)),
        (date(2027, 2, 24), False, False, date(2027, 3, 3)),
        (date(2026, 8, 31), False, False, date(2026, 9, 7)),
        (date(2026, 11, 21), False, False, date(2026, 11, 27)),
    ],
)
def test_the_fifth_weekday_after_a_day(day, saturday, eves, fifth):
    assert weekdays_after(day, 5, saturday=saturday, eves=eves) == fifth


def test_no_weekday_after_is_the_day_itself():
    assert weekdays_after(date(2026, 6, 20), 0, saturday=False, eves=False) == date(2026, 6, 20)


@pytest.mark.parametrize(
    ("end", "count"),
    [
        (date(2026, 12, 21), 0),
        (date(2026, 12, 22), 0),
        (date(2026, 12, 23), 1),
        (date(2026, 12, 27), 1),
        (date(2027, 1, 4), 5),
    ],
)
def test_the_weekdays_passed_are_counted_from_the_day_after(end, count):
    assert weekdays_between(date(2026, 12, 22), end, saturday=False, eves=False) == count


@given(DAYS, st.integers(1, 30), SETTINGS)
def test_a_weekday_that_many_after_is_that_many_away(day, count, settings):
    reached = weekdays_after(day, count, **settings)
    assert is_weekday(reached, **settings)
    assert weekdays_between(day, reached, **settings) == count


@given(st.integers(2005, 2099))
def test_a_year_has_eleven_holidays_and_three_eves(year):
    first = date(year, 1, 1)
    days = [first + timedelta(days) for days in range((date(year + 1, 1, 1) - first).days)]
    work = [day for day in days if day.weekday() < 6]
    free = [day for day in work if is_free(day)]
    eves = [d for d in work if not is_free(d) and not is_weekday(d, saturday=True, eves=False)]
    on_sundays = sum(
        date(year, m, d).weekday() == 6
        for m, d in ((1, 1), (1, 6), (5, 1), (6, 6), (12, 25), (12, 26))
    )
    # Kristi himmelsfärdsdag fell on första maj in 2008.
    assert len(free) + on_sundays == 11 - (year == 2008)
    assert len(eves) == 3 - sum(date(year, 12, d).weekday() == 6 for d in (24, 31))
