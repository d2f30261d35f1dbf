"""A person's tabs in the store: whole, secret, with history, and never overwritten unseen."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import AcceptedWarning
from gplan_desktop.domain.tabs import (
    Code,
    GoodToKnow,
    ReferencePerson,
    Relative,
    Secret,
    Tabs,
    VisitInformation,
)
from gplan_desktop.errors import DatabaseDamaged, RecordChangedElsewhere
from gplan_desktop.store.store import Store


@pytest.fixture
def tabs(person: Person) -> Tabs:
    return Tabs(
        person.id,
        (ReferencePerson("Åsa Berg", "ASIH", "070-174 06 11"),),
        (Relative("Bo Öberg", "Barn", "kvällar", is_first_contact=True),),
        (Code("Ytterdörren", Secret("4711")),),
        VisitInformation((Code("Porten", Secret("<b>&å")),), others_live_here=False, floor="3 tr"),
        GoodToKnow(medicines="I köket " * 2500, covid_19="مرحبا 🙂"),
        accepted=(AcceptedWarning("important-guarded", "tabs.good_to_know.other", "Bestämt"),),
    )


def stamped(tabs: Tabs, clock: Any) -> Tabs:
    return replace(tabs, changed_at=clock(), changed_by="Anna Ek")


def test_a_person_has_empty_tabs_from_the_beginning(store: Store, person: Person) -> None:
    found = store.tabs.of_person(person.id)
    assert (found.tabs, found.version, found.digest) == (Tabs(person.id), 0, "")


def test_tabs_are_there_after_closing_and_opening(
    store: Store, tabs: Tabs, clock: Any, reopen: Callable[..., Store]
) -> None:
    assert store.tabs.save(tabs, 0, "first") == 1
    found = reopen(store).tabs.of_person(tabs.person_id)
    assert (found.tabs, found.version) == (stamped(tabs, clock), 1)
    assert found.tabs.keys[0].secret.reveal() == "4711"


def test_one_session_of_writing_is_one_step_of_history(
    store: Store, tabs: Tabs, clock: Any
) -> None:
    first = Tabs(tabs.person_id, keys=tabs.keys)
    assert store.tabs.save(first, 0, "morning") == 1
    when_written = stamped(first, clock)
    clock.move(hours=1)
    assert store.tabs.save(replace(first, visit=tabs.visit), 1, "noon") == 2
    assert store.tabs.save(tabs, 2, "noon") == 3
    assert store.tabs.history(tabs.person_id) == [when_written]
    assert store.tabs.of_person(tabs.person_id).tabs == stamped(tabs, clock)


def test_tabs_that_were_saved_elsewhere_are_left_as_they_are(store: Store, tabs: Tabs) -> None:
    store.tabs.save(tabs, 0, "one")
    other = replace(tabs, keys=())
    for version in (0, 2):
        with pytest.raises(RecordChangedElsewhere, match="Flikarna"):
            store.tabs.save(other, version, "two")
    assert store.tabs.of_person(tabs.person_id).tabs.keys == tabs.keys
    assert store.tabs.history(tabs.person_id) == []


def test_a_save_whose_answer_was_lost_may_be_repeated(store: Store, tabs: Tabs) -> None:
    assert [store.tabs.save(tabs, 0, "one"), store.tabs.save(tabs, 0, "one")] == [1, 1]


def test_the_digest_changes_with_what_stands_there_alone(
    store: Store, tabs: Tabs, clock: Any
) -> None:
    store.tabs.save(tabs, 0, "one")
    before = store.tabs.of_person(tabs.person_id).digest
    clock.move(days=1)
    store.tabs.save(replace(tabs, keys=()), 1, "two")
    assert store.tabs.of_person(tabs.person_id).digest != before
    store.tabs.save(tabs, 2, "two")
    assert store.tabs.of_person(tabs.person_id).digest == before


def test_each_showing_of_a_code_is_logged_without_the_code(store: Store, tabs: Tabs) -> None:
    store.tabs.save(tabs, 0, "one")
    store.tabs.note_code_shown(tabs.person_id, "tabs.keys.0.secret")
    told = [(e.actor, e.action, e.subject, e.detail) for e in store.audit()]
    assert told[-1] == ("Anna Ek", "code.shown", tabs.person_id, "tabs.keys.0.secret")
    assert "4711" not in str(told)


def test_no_code_stands_in_clear_text_in_the_file(store: Store, tabs: Tabs, path: Path) -> None:
    store.tabs.save(replace(tabs, keys=(Code("x", Secret("MARKER-9931")),)), 0, "one")
    store.close()
    for file in path.parent.iterdir():
        assert b"MARKER-9931" not in file.read_bytes(), file.name


@pytest.mark.parametrize("act", ["DELETE FROM tabs_before", "UPDATE tabs_before SET document = ''"])
def test_history_is_never_changed(store: Store, tabs: Tabs, reopen: Any, act: str) -> None:
    store.tabs.save(tabs, 0, "one")
    store.tabs.save(replace(tabs, keys=()), 1, "two")
    with pytest.raises(sqlcipher.IntegrityError, match="stays as it is"):
        reopen(store, act)


def test_a_damaged_document_is_told_as_damage(store: Store, tabs: Tabs, reopen: Any) -> None:
    store.tabs.save(tabs, 0, "one")
    again = reopen(store, "UPDATE tabs SET document = '{}'")
    with pytest.raises(DatabaseDamaged):
        again.tabs.of_person(tabs.person_id)
