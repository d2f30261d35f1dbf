"""What is unusual among the entries of the log: at night, of many persons, on one day."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time

from gplan_desktop.domain import dates
from gplan_desktop.domain.journal_entry import Period
from gplan_desktop.domain.log_entry import ClockSetBack, Finding, Noted, UnusualKind
from gplan_desktop.method.model import Hours, Unusual
from gplan_desktop.store import moments
from gplan_desktop.store.access import UNIT
from gplan_desktop.store.connection import Connection, Row

Rest = Callable[[], None]
"""Lets others use the database, between one day of the log and the next."""

# A clock that is put right by the network moves by less.
_CLOCK_SECONDS = 300
# What a list shows is read of nobody, and every log-in shows one.
_READS = "FROM audit WHERE at >= ? AND at < ? AND action LIKE '%.read' AND subject <> 'unit'"
_MANY = (
    "SELECT actor, substr(at, 1, 13) AS hour, count(DISTINCT subject) AS people"
    f" {_READS} GROUP BY actor, hour HAVING people > ?"
)
_AT_NIGHT = (
    "SELECT actor, substr(min(at), 1, 13) AS hour, count(*) AS times,"
    f" count(DISTINCT subject) AS people {_READS} GROUP BY actor"
)
# An entry that is older than the one before it: its time cannot be trusted.
_SET_BACK = (
    "FROM audit AS later JOIN audit AS earlier ON earlier.rid = later.rid - 1"
    " WHERE later.at < earlier.at AND unixepoch(earlier.at) - unixepoch(later.at) > ?"
)
_SET_BACK_THAT_DAY = (
    f"SELECT later.actor, later.at, ? AS subject, '' AS reason {_SET_BACK}"
    " AND later.at >= ? AND later.at < ?"
)
# In the words of the index that has only these.
_COUNTED = (
    "SELECT actor, at, subject, action, '' AS reason FROM audit"
    " WHERE at >= ? AND at < ? AND action IN ('access.refused', 'login.failed')"
)
_OTHERS = (
    "SELECT by AS actor, at, person_id AS subject, reason FROM opened_other"
    " WHERE at >= ? AND at < ?"
)
_KINDS = {
    "access.refused": UnusualKind.REFUSED,
    Noted.FAILED_LOGIN.value: UnusualKind.FAILED_LOGIN,
}


def find_unusual(
    connection: Connection, period: Period, limits: Unusual, rest: Rest
) -> Iterator[Finding]:
    """Find what was unusual in the period, one day of the log at a time."""
    days = moments.of_days(period.first, period.last)
    yield from _by_day(UnusualKind.OTHERS, connection.rows(_OTHERS, days))
    counted = connection.rows(_COUNTED, days)
    for action, kind in _KINDS.items():
        yield from _by_day(kind, (row for row in counted if row["action"] == action))
    for number in range((period.last - period.first).days + 1):
        day = dates.add_days(period.first, number)
        of_day = moments.of_days(day, day)
        yield from _of_many(connection, of_day, limits.people_an_hour)
        rows = connection.rows(_SET_BACK_THAT_DAY, (UNIT, _CLOCK_SECONDS, *of_day))
        yield from _by_day(UnusualKind.CLOCK, rows)
        rest()
    # The night before the first day goes on into it.
    for number in range(-1, (period.last - period.first).days + 1):
        night = _night(dates.add_days(period.first, number), limits.night)
        yield from _at_night(connection, (max(night[0], days[0]), min(night[1], days[1])))
        rest()


def clock_set_back(connection: Connection, after: int) -> ClockSetBack | None:
    """Return the first time, after entry number *after*, that the clock went back, if it did."""
    row = connection.row(
        f"SELECT earlier.at AS was, later.at AS became {_SET_BACK} AND later.rid > ?"
        " ORDER BY later.rid LIMIT 1",
        (_CLOCK_SECONDS, after),
    )
    if row is None:
        return None
    return ClockSetBack(moments.from_text(row["was"]), moments.from_text(row["became"]))


def _of_many(connection: Connection, span: tuple[str, str], most: int) -> Iterator[Finding]:
    """Find the hours in which one user read about more than *most* persons."""
    for row in connection.rows(_MANY, (*span, most)):
        people = row["people"]
        yield Finding(UnusualKind.MANY, row["actor"], _hour(row["hour"]), people, people)


def _at_night(connection: Connection, span: tuple[str, str]) -> Iterator[Finding]:
    """Put together what one user read in one night."""
    for row in connection.rows(_AT_NIGHT, span):
        at = _hour(row["hour"])
        yield Finding(UnusualKind.NIGHT, row["actor"], at, row["times"], row["people"])


def _night(day: date, hours: Hours) -> tuple[str, str]:
    """Return the night that begins on the Swedish *day*, which goes past midnight."""
    morning = day if hours.start < hours.end else dates.add_days(day, 1)
    return _moment(day, hours.start), _moment(morning, hours.end)


def _moment(day: date, hour: int) -> str:
    days, clock = divmod(hour, 24)
    return moments.to_text(dates.at_in_sweden(dates.add_days(day, days), time(clock)))


def _by_day(kind: UnusualKind, rows: Iterable[Row]) -> Iterator[Finding]:
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


def _hour(text: str) -> datetime:
    return moments.from_text(f"{text}:00:00+00:00")
