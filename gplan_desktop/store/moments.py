"""Moments as text that sorts by time: UTC with microseconds."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

from gplan_desktop.domain import dates

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def to_text(moment: datetime) -> str:
    """Return *moment* as the database keeps it; ValueError without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment without time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def optional_to_text(moment: datetime | None) -> str | None:
    """Return *moment* as text, or None."""
    return to_text(moment) if moment else None


def from_text(text: str) -> datetime:
    """Return the moment that the database kept as *text*."""
    return datetime.fromisoformat(text)


def optional_from_text(text: str | None) -> datetime | None:
    """Return the moment kept as *text*, or None."""
    return from_text(text) if text else None


def optional_day(text: str | None) -> date | None:
    """Return the day kept as *text*, or None."""
    return date.fromisoformat(text) if text else None


def of_days(first: date, last: date) -> tuple[str, str]:
    """Return the period from *first* to *last* by Swedish days: its start, and what follows it."""
    days = first, dates.add_days(last, 1)
    start, end = (to_text(dates.at_in_sweden(day, time())) for day in days)
    return start, end
