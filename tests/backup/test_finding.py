"""What is at a place, what one backup holds, and what it would change."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gplan_desktop.backup import kept
from gplan_desktop.backup.faults import BackupFailed, BackupUnusable
from gplan_desktop.backup.finding import (
    Changes,
    changes,
    inspect,
    list_backups,
    verified_again,
)
from gplan_desktop.backup.kept import Backup
from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.plan import Plan
from gplan_desktop.store.copies import Holdings
from gplan_desktop.store.store import Store


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-8192])


def test_backups_are_listed_newest_first(make: Callable[..., Backup], place: Path) -> None:
    first, second = make(), make()
    (place / "Gplan-semester.db").write_bytes(b"x")
    assert list_backups(place) == [second, first]


def test_a_place_that_is_gone_is_no_empty_place(tmp_path: Path) -> None:
    with pytest.raises(BackupFailed, match="går inte att nå"):
        list_backups(tmp_path / "gone")


@pytest.mark.parametrize("harm", [flip, cut, Path.unlink, lambda path: path.write_bytes(b"")])
def test_a_backup_that_rotted_is_told_of_and_marked(
    make: Callable[..., Backup], key: bytes, clock: Any, harm: Callable[[Path], object]
) -> None:
    backup = make()
    harm(backup.path)
    with pytest.raises(BackupUnusable, match="går inte att använda"):
        verified_again(backup, key, clock())
    found = kept.read(backup.path)
    assert found is None or (found.is_damaged and not found.is_verified)


def test_a_backup_with_another_key_is_told_of(make: Callable[..., Backup]) -> None:
    with pytest.raises(BackupUnusable, match="nyckeln passar inte"):
        inspect(make(), b"k" * 32)


def test_an_exchanged_backup_is_told_of(
    make: Callable[..., Backup], store: Store, begin: Callable[..., Plan], key: bytes
) -> None:
    former = make()
    begin(store, 2, "Per Hed")
    newer = make()
    newer.path.write_bytes(former.path.read_bytes())
    with pytest.raises(BackupUnusable, match="inte den fil som sparades"):
        inspect(newer, key)


def test_a_backup_without_what_lay_beside_it_is_verified_by_reading(
    make: Callable[..., Backup], key: bytes, clock: Any
) -> None:
    backup = make()
    backup.path.with_suffix(".head").unlink()
    lone = kept.read(backup.path)
    assert lone is not None
    assert not lone.is_verified
    checked = verified_again(lone, key, clock())
    assert checked.contents == backup.contents
    assert kept.read(backup.path) == checked


def test_what_a_backup_would_change_is_told_by_name(
    make: Callable[..., Backup], store: Store, begin: Callable[..., Plan], key: bytes
) -> None:
    first = begin(store, 2, "Per Hed")
    backup = make()
    store.save_draft(first, 1, Place(step="needs"))
    begin(store, 3, "Siv Holm")
    then = inspect(backup, key).holdings
    found = changes(store.copies.holdings(), then)
    assert found == Changes(("Siv Holm",), (("Siv Holm", 1),), (("Per Hed", 1),))
    assert found.loses


def test_nothing_changes_when_nothing_was_written_since(
    make: Callable[..., Backup], store: Store, key: bytes
) -> None:
    found = changes(store.copies.holdings(), inspect(make(), key).holdings)
    assert found == Changes()
    assert not found.loses


def test_what_returns_is_counted_without_names() -> None:
    then = Holdings({"a": "", "b": ""}, {"p": ("a", 1, "draft"), "q": ("b", 1, "draft")})
    now = Holdings({"a": "Karin"}, {"p": ("a", 1, "draft")})
    assert changes(now, then) == Changes(returning_persons=1, returning_plans=1)
