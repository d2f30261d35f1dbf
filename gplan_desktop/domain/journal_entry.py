"""Entries of the verkställighetsjournal, which are struck but never changed (S136-S142)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from gplan_desktop.domain import dates


@dataclass(frozen=True)
class Strike:
    """That an entry is wrong (felmarkerad): when, by whom and why.

    about_other: it told of somebody else, and must not be read to the person whose journal it is.
    """

    at: datetime
    by: str
    reason: str
    about_other: bool = False


@dataclass(frozen=True)
class JournalEntry:
    """One entry under a heading and a keyword (S136).

    at is when it happened and written_at when it was written; corrects is the
    id of the struck entry that this one stands instead of.
    """

    id: str
    person_id: str
    at: datetime
    written_at: datetime
    by: str
    heading: str
    keyword: str
    text: str
    strike: Strike | None = None
    corrects: str = ""

    @property
    def is_late(self) -> bool:
        """Whether it was written on a later day than it tells of."""
        return dates.in_sweden(self.written_at).date() > dates.in_sweden(self.at).date()


@dataclass(frozen=True)
class EntryDraft:
    """An entry that is being written and does not stand in the journal yet."""

    heading: str = ""
    keyword: str = ""
    text: str = ""
    at: datetime | None = None
    corrects: str = ""


@dataclass(frozen=True)
class BegunEntry:
    """That another user has begun an entry about the person: who, and when it was written on."""

    by: str
    at: datetime


@dataclass(frozen=True)
class Period:
    """Days from the first to the last, both included."""

    first: date
    last: date

    def holds(self, moment: datetime) -> bool:
        """Tell whether *moment* is on one of the days, by the clock in Sweden."""
        return self.first <= dates.in_sweden(moment).date() <= self.last


def entries_in(entries: Iterable[JournalEntry], period: Period) -> list[JournalEntry]:
    """Return what happened during *period*, the oldest first; struck entries as well."""
    found = (entry for entry in entries if period.holds(entry.at))
    return sorted(found, key=lambda entry: (entry.at, entry.written_at, entry.id))
