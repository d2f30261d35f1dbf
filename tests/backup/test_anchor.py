"""A file that was put back, or whose log was cut, is seen by the backups (faults 32)."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gplan_desktop.backup.anchor import check_anchor, numbers
from gplan_desktop.backup.finding import list_backups
from gplan_desktop.backup.kept import Backup
from gplan_desktop.backup.restoring import Target, restore
from gplan_desktop.domain.plan import Plan
from gplan_desktop.store.store import Store


@pytest.fixture
def told(place: Path) -> Callable[[Store], list[Backup]]:
    def check(store: Store) -> list[Backup]:
        backups = list_backups(place)
        return check_anchor(store.copies.chain(numbers(backups)), backups)

    return check


@pytest.fixture
def before(folder: Path, store: Store, make: Callable[..., Backup], tmp_path: Path) -> Path:
    """A file as it was before it went on and was backed up again."""
    make()
    store.close()
    return Path(shutil.copy(folder / "unit-g0001.db", tmp_path / "before.db"))


def test_a_unit_that_goes_on_agrees_with_its_backups(
    store: Store, make: Callable[..., Backup], begin: Callable[..., Plan], told: Any
) -> None:
    assert told(store) == []
    make()
    begin(store, 2, "Per Hed")
    make()
    begin(store, 3, "Siv Holm")
    assert told(store) == []


def test_an_old_file_put_back_is_told_of(
    before: Path,
    folder: Path,
    reopen: Callable[[], Store],
    make: Callable[..., Backup],
    begin: Callable[..., Plan],
    told: Any,
) -> None:
    store = reopen()
    begin(store, 2, "Per Hed")
    newer = make(of=store)
    store.close()
    shutil.copy(before, folder / "unit-g0001.db")
    store = reopen()
    assert told(store) == [newer]
    # Also when it has grown as long as it was.
    begin(store, 4, "Eva Ros")
    begin(store, 5, "Ola Ros")
    assert told(store) == [newer]


def test_a_log_that_was_cut_is_told_of(
    store: Store,
    make: Callable[..., Backup],
    reopen: Callable[[], Store],
    raw: Callable[[Path], Any],
    told: Any,
) -> None:
    backup = make()
    path = store.copies.path
    store.close()
    database = raw(path)
    database.execute("DROP TRIGGER audit_no_delete")
    database.execute("DELETE FROM audit WHERE rid = (SELECT max(rid) FROM audit)")
    database.commit()
    database.close()
    again = reopen()
    assert again.verify_audit()
    assert told(again) == [backup]


def test_a_restoring_that_is_noted_explains_what_came_before_it(
    store: Store,
    make: Callable[..., Backup],
    begin: Callable[..., Plan],
    folder: Path,
    key: bytes,
    clock: Any,
    reopen: Callable[[], Store],
    told: Any,
) -> None:
    first = make()
    begin(store, 2, "Per Hed")
    make()
    store.close()
    restore(first, key, Target(folder, clock, "Anna Ek"))
    clock.move(minutes=1)
    store = reopen()
    assert told(store) == []
    begin(store, 3, "Siv Holm")
    make(of=store)
    assert told(store) == []
