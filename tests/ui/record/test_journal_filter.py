"""Which entries are shown: by heading, words, period, struck or not."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from gplan_desktop.domain.journal_entry import JournalEntry, Period, Strike
from ui.record.journal_filter import JournalFilter, Span, matching, period_of

TODAY = date(2026, 11, 23)


def entry(name: str, day: date, heading: str = "Allmänt", text: str = "Text") -> JournalEntry:
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    return JournalEntry(name, "karin", at, at, "Kim Ek", heading, "Besök", text)


WALK = entry("walk", date(2026, 11, 20), text="Karin gick till Biblioteket")
CALL = entry("call", date(2026, 10, 2), "Samverkan", "Samtal om besöket")
WRONG = replace(
    entry("wrong", date(2026, 9, 1)), strike=Strike(datetime(2026, 9, 2, tzinfo=UTC), "Kim", "Fel")
)
OLD = entry("old", date(2025, 1, 7))
ENTRIES = (WALK, CALL, WRONG, OLD)


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (JournalFilter(), ["walk", "call", "wrong", "old"]),
        (JournalFilter(heading="Samverkan"), ["call"]),
        (JournalFilter(words="bibliotek KARIN"), ["walk"]),
        (JournalFilter(words="samverkan"), ["call"]),
        (JournalFilter(words="kim"), ["walk", "call", "wrong", "old"]),
        (JournalFilter(words="besök pannkaka"), []),
        (JournalFilter(shows_struck=False), ["walk", "call", "old"]),
        (JournalFilter(span=Span.MONTH), ["walk"]),
        (JournalFilter(span=Span.THREE_MONTHS), ["walk", "call", "wrong"]),
        (JournalFilter(span=Span.OWN, last=date(2026, 9, 1)), ["wrong", "old"]),
        (JournalFilter(span=Span.OWN, first=date(2026, 10, 2)), ["walk", "call"]),
    ],
)
def test_what_is_asked_for_is_found(wanted: JournalFilter, names: list[str]) -> None:
    found = matching(ENTRIES, wanted, period_of(wanted, ENTRIES, TODAY))
    assert [one.id for one in found] == names


def test_the_whole_journal_is_from_its_oldest_entry_until_today() -> None:
    assert period_of(JournalFilter(), ENTRIES, TODAY) == Period(date(2025, 1, 7), TODAY)
    assert period_of(JournalFilter(), (), TODAY) == Period(TODAY, TODAY)
