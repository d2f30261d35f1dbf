"""Everything about one person is gathered from the store, and written as documented JSON."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from gplan_desktop.archive import register_extract as registers
from gplan_desktop.archive.register_extract import (
    FORMAT,
    KEYS,
    NOT_TOLD,
    Handed,
    gather,
    to_json,
)
from gplan_desktop.domain.journal_entry import EntryDraft
from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.plan import Plan
from gplan_desktop.domain.user import Actor, Permission, Whose, with_role
from gplan_desktop.errors import NotAllowed
from gplan_desktop.method.model import Method
from gplan_desktop.rules.register_extract import SectionKind, register_extract
from gplan_desktop.store.keys import practice_key
from gplan_desktop.store.retention import ERASED
from gplan_desktop.store.store import Store, open_store

AT = datetime(2026, 11, 23, 10, tzinfo=UTC)
# What SQLite calls reading a column, and letting it be read.
_READ, _OK = 20, 0


@pytest.fixture
def store(practice_file: Path, tmp_path: Path, now: Callable[[], datetime]) -> Iterator[Store]:
    path = tmp_path / "practice.db"
    shutil.copy(practice_file, path)
    store = open_store(path, practice_key(), practice=True, now=now)
    yield store
    store.close()


@pytest.fixture
def whom(store: Store) -> str:
    """The one of whom most is written in the journal."""
    people = [person.id for person in store.people()]
    return max(people, key=lambda one: len(store.journal.of_person(one)))


def handed(store: Store, whom: str, method: Method, now: Callable[[], datetime]) -> Handed:
    extract = register_extract(gather(store, whom), method)
    return Handed(extract, store.unit, now(), "Sam Ordnare")


@pytest.fixture
def plan_of(store: Store) -> Callable[[str], Plan]:
    """Make an empty plan on the person's newest assignment."""

    def plan(whom: str) -> Plan:
        [assignment, *_] = store.assignments.of_person(whom)
        return Plan("ett-utkast", whom, assignment.id, "Ett utkast")

    return plan


def keys_of(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(keys_of, value.values()))
    return set().union(*map(keys_of, value)) if isinstance(value, list) else set()


def test_everything_is_gathered_with_who_has_read_it(store: Store, whom: str) -> None:
    facts = gather(store, whom)
    assert facts.person == store.person(whom)
    assert [record.plan.id for record in facts.plans] == [one.id for one in store.plans(whom)]
    assert all((facts.assignments, facts.plans, facts.journal, facts.log))
    assert "journal.read" in {entry.action for entry in facts.log}


def test_every_table_of_a_person_is_gathered_or_told_why_not(
    store: Store, whom: str, plan_of: Callable[[str], Plan]
) -> None:
    """What gallring erases is what an extract tells: neither may forget a table."""
    draft = plan_of(whom)
    store.save_draft(draft, 0, Place())
    store.save_draft(replace(draft, name="Annat namn"), 1, Place())
    read: set[str] = set()

    def note(action: int, table: str, *_: object) -> int:
        read.update([table] if action == _READ else [])
        return _OK

    driver = store._connection._driver
    driver.set_authorizer(note)
    gather(store, whom)
    driver.set_authorizer(None)
    assert set(ERASED) - read == set(NOT_TOLD)


def test_what_was_before_and_what_was_taken_away_is_gathered(
    store: Store, whom: str, method: Method, plan_of: Callable[[str], Plan]
) -> None:
    person = store.person(whom)
    store.change_person(replace(person, phone="070-99 88 77"))
    store.change_person(replace(person, phone=""))
    draft = plan_of(whom)
    for version, name in enumerate(("Utkast ett", "Utkast två")):
        store.save_draft(replace(draft, name=name), version, Place())
        store.plan(draft.id)
    store.remove_draft(draft.id)
    store.journal.keep_draft(whom, EntryDraft("Allmänt", "", "Halvskriven text"))
    store.work_as(Actor("o", "Ove Al", "o", frozenset(Permission), Whose.UNITS, frozenset({"x"})))
    store.open_other(whom, "Vikarierade en natt")
    told = to_json(Handed(register_extract(gather(store, whom), method), store.unit, AT, "X"))
    for text in ("070-99 88 77", "Utkast ett", "Utkast två", "Halvskriven text"):
        assert text in told.decode()
    assert "Vikarierade en natt" in told.decode()


def test_the_json_says_what_it_is_and_what_each_key_means(
    store: Store, whom: str, method: Method, now: Callable[[], datetime]
) -> None:
    told = json.loads(to_json(handed(store, whom, method, now)))
    assert told["format"] == FORMAT
    assert told["gjort"] == "2026-11-23T10:00:00+00:00"
    assert told["koder_visas"] is False
    assert [one["id"] for one in told["avsnitt"]] == [kind.value for kind in SectionKind]
    assert told.pop("nycklar") == KEYS
    assert keys_of(told) | {"nycklar"} == set(KEYS)


def test_the_keys_are_told_in_the_module_too() -> None:
    assert registers.__doc__
    assert [key for key in KEYS if key not in registers.__doc__] == []


def test_equal_extracts_give_equal_bytes(
    store: Store, whom: str, method: Method, now: Callable[[], datetime]
) -> None:
    one = handed(store, whom, method, now)
    assert to_json(one) == to_json(replace(one))


@pytest.mark.parametrize("role", ["samordnare", "lasare", "extern_utforare", "administrator"])
def test_only_who_may_export_and_read_the_log_makes_one(
    store: Store, whom: str, method: Method, role: str
) -> None:
    store.work_as(with_role("x", "X", role, method.access.roles))
    with pytest.raises(NotAllowed):
        gather(store, whom)


def test_the_manager_makes_one(store: Store, whom: str, method: Method) -> None:
    chef = with_role("x", "Chefen", "chef", method.access.roles)
    assert chef.may(Permission.EXPORT)
    store.work_as(chef)
    assert gather(store, whom).person.id == whom
