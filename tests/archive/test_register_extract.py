"""Everything about one person is gathered from the store, and written as documented JSON."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from gplan_desktop.archive import register_extract as registers
from gplan_desktop.archive.register_extract import FORMAT, KEYS, Handed, gather, to_json
from gplan_desktop.domain.user import Permission, with_role
from gplan_desktop.errors import NotAllowed
from gplan_desktop.method.model import Method
from gplan_desktop.rules.register_extract import SectionKind, register_extract
from gplan_desktop.store.keys import practice_key
from gplan_desktop.store.store import Store, open_store


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
