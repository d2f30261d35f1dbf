"""What time it is, also when practice pretends that it is another day."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from gplan_desktop.domain import dates

Clock = Callable[[], datetime]


def wall_clock() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


def moved_to(day: date, now: Clock = wall_clock) -> Clock:
    """Return a clock that goes as *now* but began on *day*, at this hour (practice only, F80)."""
    begun = now()
    # By the hour in Sweden: a number of whole days would miss midnight by summer time's hour.
    ahead = dates.at_in_sweden(day, dates.in_sweden(begun).time()) - begun
    return lambda: now() + ahead
