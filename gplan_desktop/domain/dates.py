"""Dates as home care counts and writes them."""

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
_SHORT_MONTHS = tuple(name if len(name) <= 4 else name[:3] for name in MONTHS)
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")


def add_months(day: date, months: int) -> date:
    """Return the same day *months* later, clipped to the month's last day."""
    return day + relativedelta(months=months)


def add_days(day: date, days: int) -> date:
    """Return *day* moved by *days*."""
    return day + timedelta(days=days)


def short(day: date, today: date) -> str:
    """Return "14 dec", with the year when it is not this one."""
    text = f"{day.day} {_SHORT_MONTHS[day.month - 1]}"
    return text if day.year == today.year else f"{text} {day.year}"


def long(day: date) -> str:
    """Return "måndag 14 december 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def parse(text: str, today: date) -> date | None:
    """Read a date as people write it, or return None.

    Accepts 2026-10-05, 20261005, 261005, 5/10, 5/10 2026, 5.10.2026, 5 okt
    and 5 oktober 2026. A date without a year is the next such day from
    *today* on, since planned days lie ahead.
    """
    text = " ".join(text.strip().lower().split())
    for pattern, reader in _READERS:
        if match := re.fullmatch(pattern, text):
            try:
                return reader(match, today)
            except ValueError:
                return None
    return None


def _from_iso(match: re.Match[str], _today: date) -> date:
    return date(int(match["y"]), int(match["m"]), int(match["d"]))


def _from_short_year(match: re.Match[str], today: date) -> date:
    return date(today.year // 100 * 100 + int(match["y"]), int(match["m"]), int(match["d"]))


def _from_day_and_month(match: re.Match[str], today: date) -> date:
    return _with_year(match["y"], int(match["m"]), int(match["d"]), today)


def _from_month_name(match: re.Match[str], today: date) -> date:
    month = next(
        (i for i, name in enumerate(MONTHS, 1) if name.startswith(match["m"].rstrip("."))), 0
    )
    return _with_year(match["y"], month, int(match["d"]), today)


def _with_year(year: str | None, month: int, day: int, today: date) -> date:
    if year:
        return date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


_YEAR = r"(?:[\s/.-]+(?P<y>\d{4}|\d{2}))?"
_READERS = (
    (r"(?P<y>\d{4})[-/.\s](?P<m>\d{1,2})[-/.\s](?P<d>\d{1,2})", _from_iso),
    (r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})", _from_iso),
    (r"(?P<y>\d{2})(?P<m>\d{2})(?P<d>\d{2})", _from_short_year),
    (rf"(?P<d>\d{{1,2}})[/.](?P<m>\d{{1,2}}){_YEAR}", _from_day_and_month),
    (rf"(?:den )?(?P<d>\d{{1,2}}) (?P<m>[a-z]{{3,9}}\.?){_YEAR}", _from_month_name),
)
