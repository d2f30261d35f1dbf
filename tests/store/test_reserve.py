"""Room that is set aside, and given up when the disk is full so that a save gets through."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.plan import Plan
from gplan_desktop.errors import StorageFull
from gplan_desktop.store import reserve
from gplan_desktop.store.store import Store, open_store

SIZE = 1_000_000


def test_the_reserve_takes_the_room_it_says(tmp_path: Path) -> None:
    assert reserve.keep(tmp_path, SIZE)
    kept = (tmp_path / reserve.FILE).stat()
    assert kept.st_size == SIZE
    if os.name == "posix":
        assert kept.st_blocks * 512 >= SIZE


def test_a_whole_reserve_is_left_alone_and_a_broken_one_made_anew(tmp_path: Path) -> None:
    reserve.keep(tmp_path, SIZE)
    before = (tmp_path / reserve.FILE).stat().st_mtime_ns
    assert reserve.keep(tmp_path, SIZE)
    assert (tmp_path / reserve.FILE).stat().st_mtime_ns == before
    (tmp_path / reserve.FILE).write_bytes(b"half")
    assert reserve.keep(tmp_path, SIZE)
    assert (tmp_path / reserve.FILE).stat().st_size == SIZE


def test_the_reserve_is_given_up_once(tmp_path: Path) -> None:
    reserve.keep(tmp_path, SIZE)
    assert reserve.give_up(tmp_path)
    assert not reserve.give_up(tmp_path)


def test_nothing_is_set_aside_where_it_would_fill_the_disk(tmp_path: Path) -> None:
    assert not reserve.keep(tmp_path, shutil.disk_usage(tmp_path).free)
    assert not reserve.keep(tmp_path / "gone", SIZE)
    assert list(tmp_path.iterdir()) == []


def test_a_store_sets_its_reserve_aside(store: Store, path: Path) -> None:
    store.keep_reserve()
    assert (path.parent / reserve.FILE).stat().st_size == reserve.SIZE


def test_a_database_that_may_not_grow_gives_the_reserve_up(
    store: Store, path: Path, plan: Plan
) -> None:
    assert reserve.keep(path.parent, SIZE)
    store._connection.rows("PRAGMA max_page_count = 1")
    with pytest.raises(StorageFull):
        store.save_draft(
            replace(plan, participation=replace(plan.participation, wishes="Jag vill. " * 20_000)),
            0,
            Place(),
        )
    assert not (path.parent / reserve.FILE).exists()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of eight megabytes, which only the superuser can mount."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if mount is None or unmount is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only the superuser can mount a small disk")
    command = [mount, "-t", "tmpfs", "-o", "size=8m", "none", str(disk)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a disk")
    yield disk
    subprocess.run([unmount, "--lazy", str(disk)], check=True)


def test_the_save_after_the_one_that_found_the_disk_full_succeeds(
    path: Path, small_disk: Path, key: bytes, store: Store, plan: Plan
) -> None:
    store.save_draft(plan, 0, Place())
    store.close()
    store = open_store(Path(shutil.move(path, small_disk)), key, practice=False)
    assert reserve.keep(small_disk, SIZE)
    (small_disk / "ballast").write_bytes(bytes(shutil.disk_usage(small_disk).free))
    wishes = "Jag vill. " * 20_000
    changed = replace(plan, participation=replace(plan.participation, wishes=wishes))
    with pytest.raises(StorageFull):
        store.save_draft(changed, 1, Place())
    assert not (small_disk / reserve.FILE).exists()
    assert store.save_draft(changed, 1, Place()) == 2
    assert store.plan(plan.id).plan == changed
    store.close()
