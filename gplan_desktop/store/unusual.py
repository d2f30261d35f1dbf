"""What is unusual among the entries of the log: at night, of many persons, on one day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from gplan_desktop.domain import dates
from gplan_desktop.domain.log_entry import Finding, UnusualKind
from gplan_desktop.method.model import Hours
from gplan_desktop.store import moments
from gplan_desktop.store.access import UNIT
from gplan_desktop.store.connection import Row


def by_day(kind: UnusualKind, rows: Iterable[Row]) -> Iterator[Finding]:
    """Put together what one user did on one Swedish day."""
    days: dict[tuple[str, date], list[Row]] = defaultdict(list)
    for row in rows:
        day = dates.in_sweden(moments.from_text(row["at"])).date()
        days[row["actor"], day].append(row)
    for (actor, _), of_day in days.items():
        at = min(moments.from_text(row["at"]) for row in of_day)
        people = {row["subject"] for row in of_day} - {UNIT}
        reasons = tuple(dict.fromkeys(row["reason"] for row in of_day if row["reason"]))
        yield Finding(kind, actor, at, len(of_day), len(people), reasons)


def many(reads: Iterable[Row], most: int) -> Iterator[Finding]:
    """Find the hours in which one user read about more than *most* persons."""
    hours: dict[tuple[str, str], set[str]] = defaultdict(set)
    for read in reads:
        hours[read["actor"], read["hour"]].add(read["subject"])
    for (actor, hour), people in hours.items():
        if len(people) > most:
            yield Finding(UnusualKind.MANY, actor, _hour(hour), len(people), len(people))


def at_night(reads: Iterable[Row], night: Hours) -> Iterator[Finding]:
    """Put together what one user read in one night, which goes past midnight."""
    nights: dict[tuple[str, date], list[Row]] = defaultdict(list)
    begun = {hour: _night_of(hour, night) for hour in {read["hour"] for read in reads}}
    for read in reads:
        if day := begun[read["hour"]]:
            nights[read["actor"], day].append(read)
    for (actor, _), of_night in nights.items():
        at = _hour(min(read["hour"] for read in of_night))
        people = {read["subject"] for read in of_night}
        yield Finding(UnusualKind.NIGHT, actor, at, len(of_night), len(people))


def _night_of(hour: str, night: Hours) -> date | None:
    """Return the Swedish day on which the night of *hour* began; None by day."""
    local = dates.in_sweden(_hour(hour))
    if local.hour >= night.start:
        return local.date()
    return dates.add_days(local.date(), -1) if local.hour < night.end else None


def _hour(text: str) -> datetime:
    return moments.from_text(f"{text}:00:00+00:00")
