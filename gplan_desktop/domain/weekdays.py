"""Weekdays (vardagar): Monday to Friday, less the public holidays of lag 1989:253 (S98)."""

from datetime import date
from functools import lru_cache

from dateutil.easter import easter

from gplan_desktop.domain.dates import add_days

_FRIDAY, _SATURDAY = 4, 5
# Nyårsdagen, trettondedag jul, första maj, nationaldagen, juldagen, annandag jul.
_FIXED = ((1, 1), (1, 6), (5, 1), (6, 6), (12, 25), (12, 26))
# Långfredagen, annandag påsk, Kristi himmelsfärdsdag; påsk- and pingstdagen are Sundays.
_FROM_EASTER = (-2, 1, 39)


def is_weekday(day: date, *, saturday: bool, eves: bool) -> bool:
    """Tell whether *day* is a weekday; *saturday* and *eves* let those count (design §8.1).

    The eves are midsommarafton, julafton and nyårsafton: no holidays by law,
    but free days in practice. One on a Saturday counts only when both count.
    """
    last = _SATURDAY if saturday else _FRIDAY
    if day.weekday() > last or day in _holidays(day.year):
        return False
    return eves or day not in _eves(day.year)


def weekdays_after(day: date, count: int, *, saturday: bool, eves: bool) -> date:
    """Return the weekday number *count* after *day*; day one is the day after."""
    for _ in range(count):
        day = add_days(day, 1)
        while not is_weekday(day, saturday=saturday, eves=eves):
            day = add_days(day, 1)
    return day


def weekdays_between(day: date, end: date, *, saturday: bool, eves: bool) -> int:
    """Count the weekdays after *day* up to and with *end*; none when *end* is not later."""
    days = (add_days(day, number) for number in range(1, (end - day).days + 1))
    return sum(is_weekday(one, saturday=saturday, eves=eves) for one in days)


@lru_cache
def _holidays(year: int) -> frozenset[date]:
    """Return the holidays of *year* as the law has been since 2005, Sundays left out."""
    movable = (add_days(easter(year), distance) for distance in _FROM_EASTER)
    fixed = (date(year, month, day) for month, day in _FIXED)
    return frozenset((*fixed, *movable, _midsummer(year), _first_saturday(date(year, 10, 31))))


@lru_cache
def _eves(year: int) -> frozenset[date]:
    return frozenset((add_days(_midsummer(year), -1), date(year, 12, 24), date(year, 12, 31)))


def _midsummer(year: int) -> date:
    return _first_saturday(date(year, 6, 20))


def _first_saturday(day: date) -> date:
    return add_days(day, (_SATURDAY - day.weekday()) % 7)
