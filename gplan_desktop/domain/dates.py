"""Dates as home care counts and writes them."""

import re
from calendar import isleap
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

_SWEDEN = ZoneInfo("Europe/Stockholm")
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


def in_sweden(moment: datetime) -> datetime:
    """Return *moment* as the clock shows it in Sweden, whatever the PC is set to."""
    return moment.astimezone(_SWEDEN)


def at_in_sweden(day: date, clock: time) -> datetime:
    """Return the moment, in UTC, when the clock in Sweden shows *clock* on *day*."""
    return datetime.combine(day, clock, _SWEDEN).astimezone(UTC)


def stamp(moment: datetime) -> str:
    """Return "2026-11-23 kl. 14.32", Swedish time."""
    return f"{in_sweden(moment):%Y-%m-%d kl. %H.%M}"


def add_months(day: date, months: int) -> date:
    """Return the same day *months* later, clipped to the month's last day."""
    return day + relativedelta(months=months)


def add_days(day: date, days: int) -> date:
    """Return *day* moved by *days*."""
    return day + timedelta(days=days)


def weekday_before(day: date) -> date:
    """Return *day*, or the Friday before it when it is a Saturday or Sunday."""
    return add_days(day, -max(0, day.weekday() - 4))


def short(day: date, today: date) -> str:
    """Return "14 dec", with the year when it is not this one."""
    text = f"{day.day} {_SHORT_MONTHS[day.month - 1]}"
    return text if day.year == today.year else f"{text} {day.year}"


def long(day: date) -> str:
    """Return "måndag 14 december 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def parse(text: str, today: date, *, ahead: bool = True) -> date | None:
    """Read a date as people write it, or return None.

    Accepts 2026-10-05, 20261005, 261005, 5/10, 5/10 2026, 5.10.2026, 5 okt
    and 5 oktober 2026. A date without a year is the next such day from
    *today* on when planned days lie *ahead*, and otherwise the latest one. A
    year that nobody alive has seen or will see is a slip of the finger.
    """
    text = " ".join(text.strip().lower().split())
    matches = (re.fullmatch(pattern, text) for pattern in _PATTERNS)
    match = next((found for found in matches if found), None)
    return _read(match, today, ahead) if match else None


def _read(match: re.Match[str], today: date, ahead: bool) -> date | None:
    month, day, year = _month(match["m"]), int(match["d"]), match["y"]
    try:
        found = date(_full_year(year), month, day) if year else _nearest(month, day, today, ahead)
    except ValueError:
        return None
    return found if found.year in _YEARS else None


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    names = (number for number, name in enumerate(MONTHS, 1) if name.startswith(text.rstrip(".")))
    return next(names, 0)


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _nearest(month: int, day: int, today: date, ahead: bool) -> date:
    """Return such a day nearest to *today*, which itself counts; 29 February may be far away."""
    leap_day = (month, day) == (2, 29)
    years = range(today.year - 8, today.year + 9)
    days = [date(year, month, day) for year in years if isleap(year) or not leap_day]
    if ahead:
        return min(found for found in days if found >= today)
    return max(found for found in days if found <= today)


_YEARS = range(1900, 2200)
_YEAR = r"(?:[\s/.-]+(?P<y>\d{4}|\d{2}))?"
_PATTERNS = (
    r"(?P<y>\d{4})[-/.\s](?P<m>\d{1,2})[-/.\s](?P<d>\d{1,2})",
    r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
    r"(?P<y>\d{2})(?P<m>\d{2})(?P<d>\d{2})",
    rf"(?P<d>\d{{1,2}})[/.](?P<m>\d{{1,2}}){_YEAR}",
    rf"(?:den )?(?P<d>\d{{1,2}}) (?P<m>[a-z]{{3,9}}\.?){_YEAR}",
)
