"""Which entries of the journal are wanted: by heading, words, period, and struck ones or not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from gplan_desktop.domain import dates
from gplan_desktop.domain.journal_entry import JournalEntry, Period
from gplan_desktop.domain.labelled import Labelled

_MONTHS = 3


class Span(Labelled):
    """The periods to choose from."""

    ALL = "all", "Hela journalen"
    MONTH = "month", "Den här månaden"
    THREE_MONTHS = "three_months", "Senaste tre månaderna"
    OWN = "own", "Egen period"


@dataclass(frozen=True)
class JournalFilter:
    """What is asked for; first and last are the days of an own period, open without one."""

    heading: str = ""
    words: str = ""
    span: Span = Span.ALL
    first: date | None = None
    last: date | None = None
    shows_struck: bool = True


def period_of(wanted: JournalFilter, entries: Sequence[JournalEntry], today: date) -> Period:
    """Return the days that are asked for; without a first one, from the oldest of *entries*."""
    if wanted.span is Span.MONTH:
        return Period(today.replace(day=1), today)
    if wanted.span is Span.THREE_MONTHS:
        return Period(dates.add_months(today, -_MONTHS), today)
    oldest = min((dates.in_sweden(entry.at).date() for entry in entries), default=today)
    if wanted.span is Span.OWN:
        return Period(wanted.first or oldest, wanted.last or today)
    return Period(oldest, today)


def matching(
    entries: Iterable[JournalEntry], wanted: JournalFilter, period: Period
) -> list[JournalEntry]:
    """Return the entries that are asked for, in the order in which they come."""
    # Not folded as elsewhere: thousands of long texts are gone through at every key.
    words = wanted.words.casefold().split()
    return [
        entry
        for entry in entries
        if (wanted.shows_struck or not entry.strike)
        and wanted.heading in ("", entry.heading)
        and period.holds(entry.at)
        and _has(entry, words)
    ]


def _has(entry: JournalEntry, words: Iterable[str]) -> bool:
    if not words:
        return True
    text = f"{entry.heading}\n{entry.keyword}\n{entry.text}\n{entry.by}".casefold()
    return all(word in text for word in words)
