"""The month that the log is to be reported for: the last one that is over (SoLPuL 10 §)."""

from datetime import date

from gplan_desktop.domain import dates
from gplan_desktop.domain.journal_entry import Period


def last_month(today: date) -> Period:
    """Return the whole month before that of *today*."""
    first_of_this = today.replace(day=1)
    return Period(dates.add_months(first_of_this, -1), dates.add_days(first_of_this, -1))


def month_name(month: Period) -> str:
    """Return "oktober 2026"."""
    return f"{dates.MONTHS[month.first.month - 1]} {month.first.year}"


def month_id(month: Period) -> str:
    """Return "2026-10", as the log names the month that was reported."""
    return f"{month.first:%Y-%m}"
