"""The journal in the store: entries are added and struck, and nothing else (F62-F63)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from gplan_desktop.domain.journal_entry import BegunEntry, EntryDraft, JournalEntry, Strike
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.user import only_user
from gplan_desktop.errors import EntryStruck, RecordMissing
from gplan_desktop.store.store import Store


@pytest.fixture
def entry(person: Person, clock: Any) -> JournalEntry:
    text = "Karin ramlade.\n<b>&</b> åäö 🙂"
    return JournalEntry("e1", person.id, clock(), clock(), "Anna Ek", "Uppföljning", "Fall", text)


def test_an_entry_is_there_after_closing_and_opening(
    store: Store, entry: JournalEntry, reopen: Callable[..., Store]
) -> None:
    store.journal.add(entry)
    assert reopen(store).journal.of_person(entry.person_id) == [entry]


def test_the_latest_that_happened_comes_first(
    store: Store, entry: JournalEntry, clock: Any
) -> None:
    store.journal.add(entry)
    clock.move(days=-3)
    store.journal.add(replace(entry, id="e2", at=clock()))
    assert [one.id for one in store.journal.of_person(entry.person_id)] == ["e1", "e2"]


def test_a_struck_entry_keeps_its_text_and_tells_why(
    store: Store, entry: JournalEntry, clock: Any
) -> None:
    store.journal.add(entry)
    strike = Strike(clock(), "Anna Ek", "Fel individ", about_other=True)
    struck = store.journal.strike("e1", strike)
    assert struck == replace(entry, strike=strike)
    assert store.journal.of_person(entry.person_id) == [struck]
    with pytest.raises(EntryStruck):
        store.journal.strike("e1", replace(strike, reason="Igen"))


def test_a_strike_needs_a_reason_and_an_entry(
    store: Store, entry: JournalEntry, clock: Any
) -> None:
    store.journal.add(entry)
    with pytest.raises(ValueError, match="reason"):
        store.journal.strike("e1", Strike(clock(), "Anna Ek", " "))
    with pytest.raises(RecordMissing, match="Anteckningen"):
        store.journal.strike("?", Strike(clock(), "Anna Ek", "Fel"))
    with pytest.raises(ValueError, match="after"):
        store.journal.add(replace(entry, id="e2", strike=Strike(clock(), "A", "Fel")))
    assert store.journal.of_person(entry.person_id) == [entry]


@pytest.mark.parametrize(
    "act",
    [
        "UPDATE journal SET document = '{}'",
        "UPDATE journal SET at = '2020-01-01'",
        "DELETE FROM journal",
    ],
)
def test_the_database_refuses_every_other_change(
    store: Store, entry: JournalEntry, reopen: Any, act: str
) -> None:
    store.journal.add(entry)
    with pytest.raises(sqlcipher.IntegrityError, match="never"):
        reopen(store, act)


def test_what_is_being_written_is_kept_until_it_is_added(
    store: Store, entry: JournalEntry, person: Person, clock: Any, reopen: Callable[..., Store]
) -> None:
    assert store.journal.draft(person.id) is None
    draft = EntryDraft("Allmänt", "", "Jag började skriva", clock())
    store.journal.keep_draft(person.id, EntryDraft("Allmänt", "", "Jag"))
    store.journal.keep_draft(person.id, draft)
    again = reopen(store)
    assert again.journal.draft(person.id) == draft
    again.journal.add(entry)
    assert again.journal.draft(person.id) is None


def test_each_user_has_a_begun_entry_that_no_other_sees_or_writes_over(
    store: Store, entry: JournalEntry, person: Person, clock: Any
) -> None:
    annas, evas = EntryDraft("Allmänt", "", "Annas"), EntryDraft("Allmänt", "", "Evas")
    store.journal.keep_draft(person.id, annas)
    begun = clock()
    clock.move(minutes=20)
    store.work_as(only_user("Eva Ström"))
    assert store.journal.draft(person.id) is None
    assert store.journal.begun_by_others(person.id) == [BegunEntry("Anna Ek", begun)]
    store.journal.keep_draft(person.id, evas)
    store.journal.add(entry)
    assert store.journal.draft(person.id) is None
    store.work_as(only_user("Anna Ek"))
    assert store.journal.draft(person.id) == annas
    assert store.journal.begun_by_others(person.id) == []


def test_an_emptied_draft_is_taken_away(store: Store, person: Person, clock: Any) -> None:
    store.journal.keep_draft(person.id, EntryDraft("Allmänt", "", "Jag"))
    store.journal.keep_draft(person.id, EntryDraft("Allmänt", "Fall", "", clock()))
    assert store.journal.draft(person.id) is None
