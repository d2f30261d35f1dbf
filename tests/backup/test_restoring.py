"""A backup comes in the unit's place in one move, and what was there is put aside."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gplan_desktop.backup.faults import BackupUnusable, RestoreFailed
from gplan_desktop.backup.finding import list_backups
from gplan_desktop.backup.kept import Backup
from gplan_desktop.backup.making import move
from gplan_desktop.backup.restoring import Target, complete, restore, take_failed
from gplan_desktop.domain.plan import Plan
from gplan_desktop.store.copies import RESTORED
from gplan_desktop.store.store import Store, open_store

Listed = Callable[[Path], list[str]]


@pytest.fixture
def target(folder: Path, clock: Any) -> Target:
    return Target(folder, clock, "Anna Ek")


@pytest.fixture
def backup(make: Callable[..., Backup], store: Store, begin: Callable[..., Plan]) -> Backup:
    """A backup, after which a person was added."""
    backup = make()
    begin(store, 2, "Per Hed")
    store.close()
    return backup


def test_the_unit_is_as_it_was_and_says_so_in_its_log(
    backup: Backup, key: bytes, target: Target, reopen: Callable[[], Store]
) -> None:
    told: list[str] = []
    path = restore(backup, key, target, lambda text, _done, _whole: told.append(text))
    assert path == target.folder / "unit-g0001.db"
    store = reopen()
    last = store.audit()[-1]
    assert (last.action, last.subject) == (RESTORED, backup.path.stem)
    assert [person.name for person in store.people()] == ["Karin Öberg"]
    assert store.verify_audit() == store.copies.contents().head
    assert len(told) == 3


def test_what_was_there_is_put_aside_whole(
    backup: Backup, key: bytes, target: Target, listed: Listed
) -> None:
    restore(backup, key, target)
    aside = next(target.folder.glob("aside-*"))
    assert listed(target.folder) == [aside.name, "unit-g0001.db"]
    store = open_store(aside / "unit-g0001.db", key, practice=False)
    assert len(store.people()) == 2
    store.close()


def test_the_backup_itself_is_untouched(backup: Backup, key: bytes, target: Target) -> None:
    before = backup.path.read_bytes()
    restore(backup, key, target)
    assert backup.path.read_bytes() == before


def test_the_vault_of_the_backup_follows_and_the_present_is_put_aside(
    backup: Backup, key: bytes, target: Target
) -> None:
    backup.vault.write_text("then", "utf-8")
    for name in ("vault.json", "vault.json.1"):
        (target.folder / name).write_text("now", "utf-8")
    restore(backup, key, target)
    aside = next(target.folder.glob("aside-*"))
    assert (target.folder / "vault.json").read_text("utf-8") == "then"
    assert (aside / "vault.json").read_text("utf-8") == "now"
    assert (aside / "vault.json.1").exists()
    assert not (target.folder / "vault.json.1").exists()


def test_a_newer_generation_is_put_aside_with_its_wal(
    backup: Backup, key: bytes, target: Target, listed: Listed
) -> None:
    (target.folder / "unit-g0001.db").rename(target.folder / "unit-g0002.db")
    (target.folder / "unit-g0002.db-wal").write_bytes(b"log")
    restore(backup, key, target)
    aside = next(target.folder.glob("aside-*"))
    assert listed(aside) == ["unit-g0002.db", "unit-g0002.db-wal"]


def test_the_drill_on_an_empty_machine(
    backup: Backup, key: bytes, tmp_path: Path, clock: Any, place: Path
) -> None:
    shutil.rmtree(tmp_path / "units")
    found = list_backups(place)[0]
    path = restore(found, key, Target(tmp_path / "new" / "units" / "0001", clock, "Anna Ek"))
    store = open_store(path, key, practice=False)
    assert found.contents is not None
    head = store.copies.chain([found.contents.head.number])
    assert head.digests == {found.contents.head.number: found.contents.head.digest}
    assert store.plan("plan-1").plan.person_id == "person-1"
    store.close()


def harm(backup: Backup) -> None:
    backup.path.write_bytes(backup.path.read_bytes()[:-4096])


@pytest.mark.parametrize(("other", "harmed"), [(None, True), (b"k" * 32, False)])
def test_a_useless_backup_changes_nothing(
    backup: Backup, key: bytes, target: Target, listed: Listed, other: bytes | None, harmed: bool
) -> None:
    if harmed:
        harm(backup)
    before = (target.folder / "unit-g0001.db").read_bytes()
    with pytest.raises(BackupUnusable):
        restore(backup, other or key, target)
    assert take_failed(target.folder) == (backup.path.stem,)
    assert listed(target.folder) == ["unit-g0001.db"]
    assert (target.folder / "unit-g0001.db").read_bytes() == before


def test_a_backup_that_cannot_be_copied_changes_nothing(
    backup: Backup, key: bytes, target: Target, listed: Listed
) -> None:
    gone = replace(backup, path=backup.path.with_name("gone.db"))
    with pytest.raises(RestoreFailed):
        restore(gone, key, target)
    assert take_failed(target.folder) == ("gone",)
    assert listed(target.folder) == ["unit-g0001.db"]


class KilledError(BaseException):
    """The program ends here."""


@pytest.mark.parametrize("moves", range(6))
def test_a_restoring_that_is_killed_is_completed_at_the_next_start(
    backup: Backup,
    key: bytes,
    target: Target,
    reopen: Callable[[], Store],
    monkeypatch: pytest.MonkeyPatch,
    moves: int,
) -> None:
    backup.vault.write_text("then", "utf-8")
    (target.folder / "vault.json").write_text("now", "utf-8")
    left = [moves]

    def move_some(source: Path, to: Path) -> None:
        if not left[0]:
            raise KilledError
        left[0] -= 1
        move(source, to)

    with monkeypatch.context() as patch:
        patch.setattr("gplan_desktop.backup.restoring.move", move_some)
        # A kill leaves no time to clear anything away.
        patch.setattr("gplan_desktop.backup.restoring._clear", lambda _folder: None)
        with pytest.raises(KilledError):
            restore(backup, key, target)
    is_ready = moves >= 2
    assert (complete(target.folder) is not None) is is_ready
    assert complete(target.folder) is None
    assert len(reopen().people()) == (1 if is_ready else 2)
    expected = "then" if is_ready else "now"
    assert (target.folder / "vault.json").read_text("utf-8") == expected
    assert len(list(target.folder.glob("aside-*"))) == is_ready


def test_what_a_killed_restoring_left_is_cleared_by_the_next(
    backup: Backup, key: bytes, target: Target
) -> None:
    for name in ("unit-g0001.db.partial", "unit-g0001.db.partial-wal", "vault.json.restored"):
        (target.folder / name).write_bytes(b"half")
    restore(backup, key, target)
    assert not any(target.folder.glob("*.partial*"))
    assert not (target.folder / "vault.json").exists()


def test_practice_is_never_restored_as_a_unit(
    backup: Backup, key: bytes, target: Target, raw: Callable[[Path], Any]
) -> None:
    database = raw(backup.path)
    database.execute(f"PRAGMA application_id = {int.from_bytes(b'GPov', 'big')}")
    database.commit()
    database.close()
    with pytest.raises(BackupUnusable, match="övning"):
        restore(backup, key, target)
