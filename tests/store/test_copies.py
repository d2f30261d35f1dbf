"""Copies of an open unit: what they hold, and who may have their key."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from gplan_desktop.domain.user import Permission
from gplan_desktop.errors import DatabaseDamaged, DatabaseMissing, NotAllowed
from gplan_desktop.store.audit import AuditHead
from gplan_desktop.store.copies import copy_under_new_key, holdings_of, read_back
from gplan_desktop.store.store import Store, open_store

NEW_KEY = bytes(range(32, 64))


def test_a_copy_is_read_back_with_what_the_unit_held(
    store: Store, tmp_path: Path, key: bytes
) -> None:
    told: list[tuple[int, int]] = []
    held = store.copies.write(tmp_path / "copy.db", lambda done, whole: told.append((done, whole)))
    assert read_back(tmp_path / "copy.db", key) == held == store.copies.contents()
    assert (held.persons, held.plans) == (1, 0)
    assert held.head == store.verify_audit()
    assert told[-1][0] == told[-1][1] > 0


def test_an_empty_unit_is_copied_too(empty_store: Store, tmp_path: Path) -> None:
    held = empty_store.copies.write(tmp_path / "copy.db")
    assert (held.persons, held.head, held.latest) == (0, AuditHead(0, "0" * 64), None)
    assert empty_store.copies.verified(tmp_path / "copy.db") == held


def test_a_unit_keeps_its_identity(store: Store, make_person: Callable[..., Any]) -> None:
    before = store.copies.contents().identity
    store.add_person(make_person("Per Hed"))
    assert store.copies.contents().identity == before != "00000000"


def test_reading_back_writes_nothing(store: Store, tmp_path: Path, key: bytes) -> None:
    folder = tmp_path / "place"
    folder.mkdir()
    store.copies.write(folder / "copy.db")
    before = (folder / "copy.db").read_bytes()
    read_back(folder / "copy.db", key)
    assert [file.name for file in folder.iterdir()] == ["copy.db"]
    assert (folder / "copy.db").read_bytes() == before


def test_a_log_that_does_not_hold_together_is_told_of(
    store: Store, tmp_path: Path, key: bytes, raw: Callable[[Path], Any]
) -> None:
    store.copies.write(tmp_path / "copy.db")
    database = raw(tmp_path / "copy.db")
    database.execute("DROP TRIGGER audit_no_update")
    database.execute("UPDATE audit SET actor = 'Bo' WHERE rid = 1")
    database.commit()
    database.close()
    with pytest.raises(DatabaseDamaged, match="loggen"):
        read_back(tmp_path / "copy.db", key)


def test_a_copy_that_is_gone_is_told_of(tmp_path: Path, key: bytes) -> None:
    with pytest.raises(DatabaseMissing):
        read_back(tmp_path / "copy.db", key)


def test_a_file_gets_another_key(store: Store, path: Path, tmp_path: Path, key: bytes) -> None:
    held = store.copies.contents()
    store.close()
    copy_under_new_key(key, NEW_KEY, path, tmp_path / "new.db")
    assert read_back(tmp_path / "new.db", NEW_KEY) == held
    with pytest.raises(DatabaseDamaged):
        read_back(tmp_path / "new.db", key)
    open_store(tmp_path / "new.db", NEW_KEY, practice=False).close()


def test_who_may_not_put_back_gets_no_key_but_is_backed_up(store: Store, tmp_path: Path) -> None:
    actor = store.access.actor
    store.work_as(replace(actor, permissions=frozenset({Permission.READ})))
    for refused in (store.copies.key, store.copies.holdings):
        with pytest.raises(NotAllowed):
            refused()
    held = store.copies.write(tmp_path / "copy.db")
    assert store.copies.verified(tmp_path / "copy.db") == held


def test_who_sees_no_persons_gets_no_names(store: Store, tmp_path: Path, key: bytes) -> None:
    assert set(store.copies.holdings().persons.values()) == {"Karin Öberg"}
    actor = store.access.actor
    store.work_as(replace(actor, permissions=frozenset({Permission.BACK_UP})))
    assert set(store.copies.holdings().persons.values()) == {""}
    store.copies.write(tmp_path / "copy.db")
    assert set(holdings_of(tmp_path / "copy.db", key).persons.values()) == {""}


def test_the_log_tells_its_digests_and_restorings(store: Store, clock: Any) -> None:
    head = store.copies.contents().head
    clock.moment = datetime(2026, 11, 3, tzinfo=UTC)
    store.copies.note_restored("Gplan-norrgarden", "Bo Al")
    assert (store.audit()[-1].action, store.audit()[-1].actor) == ("unit.restored", "Bo Al")
    chain = store.copies.chain([head.number, 99])
    assert chain.digests == {head.number: head.digest}
    assert chain.head == store.copies.contents().head
    assert [(r.number, r.at) for r in chain.restorings] == [(head.number, clock.moment)]
