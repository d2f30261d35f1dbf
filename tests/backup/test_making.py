"""A backup counts when it has been read back, and leaves nothing when it fails."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from gplan_desktop.backup.faults import BackupFailed
from gplan_desktop.backup.finding import list_backups
from gplan_desktop.backup.kept import Backup, Reason
from gplan_desktop.backup.making import (
    BackupRun,
    Order,
    back_up,
    generation_of,
    keep_before_migration,
)
from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.plan import Plan
from gplan_desktop.store.copies import holdings_of, read_back
from gplan_desktop.store.store import Store

Listed = Callable[[Path], list[str]]
MARKER = "Öberg"


class StopError(Exception):
    """The user wants no more of it."""


@pytest.fixture
def order(place: Path, clock: Any) -> Order:
    return Order(place, Reason.DAILY, clock())


def test_a_backup_holds_what_the_unit_held(make: Callable[..., Backup], key: bytes) -> None:
    backup = make()
    assert read_back(backup.path, key) == backup.contents
    assert set(holdings_of(backup.path, key).persons) == {"person-1"}


def test_no_clear_text_is_written(make: Callable[..., Backup], place: Path) -> None:
    make()
    written = b"".join(file.read_bytes() for file in place.iterdir())
    for clear in (MARKER, MARKER.lower(), "Karin", "19410331", "CREATE TABLE"):
        assert clear.encode() not in written


def test_work_goes_on_between_copying_and_reading_back(
    store: Store, order: Order, begin: Callable[..., Plan]
) -> None:
    run = BackupRun(store.copies, order)
    run.copy()
    begin(store, 2, "Per Hed")
    backup = run.finish()
    assert backup.contents is not None
    assert backup.contents.persons == 1


def test_the_vault_follows_with_the_backup(make: Callable[..., Backup], folder: Path) -> None:
    (folder / "vault.json").write_text("{}", "utf-8")
    assert make().vault.read_text("utf-8") == "{}"


def test_two_in_the_same_second_are_two(store: Store, order: Order) -> None:
    assert back_up(store.copies, order).path != back_up(store.copies, order).path


@pytest.mark.parametrize("when", ["copying", "reading back"])
def test_a_stopped_backup_leaves_nothing_and_older_ones_untouched(
    store: Store, order: Order, make: Callable[..., Backup], listed: Listed, when: str
) -> None:
    make()
    before = listed(order.place)

    def stop(text: str, _done: int, _whole: int) -> None:
        if text.startswith("Kopierar") == (when == "copying"):
            raise StopError

    with pytest.raises(StopError):
        back_up(store.copies, order, stop)
    assert listed(order.place) == before
    assert store.plan("plan-1")


def test_a_copy_that_does_not_read_back_never_counts(
    store: Store, order: Order, listed: Listed
) -> None:
    run = BackupRun(store.copies, order)
    run.copy()
    partial = next(order.place.glob("*.partial"))
    content = bytearray(partial.read_bytes())
    content[len(content) // 2] ^= 1
    partial.write_bytes(content)
    with pytest.raises(BackupFailed, match="gick inte att läsa tillbaka"):
        run.finish()
    assert listed(order.place) == []


def test_a_copy_that_is_of_something_else_never_counts(
    store: Store, order: Order, make: Callable[..., Backup], begin: Callable[..., Plan]
) -> None:
    former = make()
    begin(store, 2, "Per Hed")
    run = BackupRun(store.copies, order)
    run.copy()
    partial = next(order.place.glob("*.partial"))
    shutil.copy(former.path, partial)
    with pytest.raises(BackupFailed, match="inte likadan"):
        run.finish()


KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from gplan_desktop.backup.kept import Reason
from gplan_desktop.backup.making import Order, back_up
from gplan_desktop.store.store import open_store
store = open_store(Path(sys.argv[1]), bytes(range(32)), practice=False)
def kill(text, done, whole):
    if text.startswith(sys.argv[3]):
        os._exit(9)
order = Order(Path(sys.argv[2]), Reason.DAILY, datetime(2026, 11, 2, 12, tzinfo=UTC))
back_up(store.copies, order, kill)
"""


@pytest.mark.parametrize("during", ["Kopierar", "Läser"])
def test_a_killed_backup_has_no_final_name_and_is_cleared_by_the_next(
    store: Store,
    make: Callable[..., Backup],
    reopen: Callable[[], Store],
    place: Path,
    during: str,
) -> None:
    former = make()
    content = former.path.read_bytes()
    path = store.copies.path
    store.close()
    command = [sys.executable, "-c", KILLED, str(path), str(place), during]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    assert subprocess.run(command, check=False, env=environment).returncode == 9
    assert any(file.suffix == ".partial" for file in place.iterdir())
    assert list_backups(place) == [former]
    assert former.path.read_bytes() == content
    make(of=reopen())
    assert not any(file.suffix == ".partial" for file in place.iterdir())
    assert len(list_backups(place)) == 2


def test_a_place_that_is_gone_is_told_of(store: Store, order: Order) -> None:
    order.place.rmdir()
    with pytest.raises(BackupFailed, match="går inte att nå"):
        back_up(store.copies, order)
    assert not order.place.exists()


def test_a_place_that_may_not_be_written_is_told_of(
    store: Store, clock: Any, tmp_path_factory: pytest.TempPathFactory, without_rights: Any
) -> None:
    place = Path("/") if os.name == "posix" else tmp_path_factory.mktemp("closed")
    with without_rights(), pytest.raises(BackupFailed, match="inte att skriva där"):
        BackupRun(store.copies, Order(place, Reason.DAILY, clock())).copy()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 200 kilobytes, which only the superuser can mount."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if mount is None or unmount is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only the superuser can mount a small disk")
    command = [mount, "-t", "tmpfs", "-o", "size=200k", "none", str(disk)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a disk")
    yield disk
    subprocess.run([unmount, "--lazy", str(disk)], check=True)


def test_a_full_place_is_told_of_and_nothing_is_left(
    store: Store, small_disk: Path, clock: Any, listed: Listed
) -> None:
    with pytest.raises(BackupFailed, match="disken är full"):
        back_up(store.copies, Order(small_disk, Reason.DAILY, clock()))
    assert listed(small_disk) == []


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    resource = pytest.importorskip("resource", reason="Windows sets no such limit")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_place_that_refuses_the_copy_is_told_of_and_nothing_is_left(
    store: Store, order: Order, listed: Listed
) -> None:
    with files_no_larger_than(100_000), pytest.raises(BackupFailed):
        back_up(store.copies, order)
    assert listed(order.place) == []


def test_old_backups_go_and_another_units_stay(
    store: Store, make: Callable[..., Backup], clock: Any, place: Path
) -> None:
    first = make()
    other = first.path.with_name(first.path.name.replace(first.identity, "ffffffff"))
    shutil.copy(first.path, other)
    clock.move(days=400)
    newest = make()
    assert {backup.path for backup in list_backups(place)} == {newest.path, other}
    assert not first.path.with_suffix(".head").exists()


def test_backups_made_between_saves_are_states_that_existed(
    store: Store, order: Order, begin: Callable[..., Plan]
) -> None:
    plan = begin(store, 2, "Per Hed")
    heads = [store.copies.contents().head]

    def save() -> None:
        store.save_draft(plan, len(heads), Place(step=str(len(heads))))
        store.words.add("ord" + "x" * len(heads))
        heads.append(store.copies.contents().head)

    for _ in range(5):
        run = BackupRun(store.copies, order)
        save()
        run.copy()
        save()
        backup = run.finish()
        assert backup.contents is not None
        assert backup.contents.head == heads[-2]


def test_saves_while_the_copy_is_being_written_are_in_it(
    store: Store, order: Order, begin: Callable[..., Plan], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gplan_desktop.store.driver._PAGES_AT_A_TIME", 1)
    plan = begin(store, 2, "Per Hed")
    saves = 0

    def save(_text: str, done: int, whole: int) -> None:
        nonlocal saves
        for _ in range(10 if 0 < done < whole and saves < 500 else 0):
            saves += 1
            store.save_draft(plan, saves, Place(step=str(saves)))
            if saves % 10 == 0:
                store.words.add("ord" + "x" * (saves // 10))

    backup = back_up(store.copies, order, save)
    assert saves == 500
    assert backup.contents == store.copies.contents()


def test_the_copy_of_before_a_migration_becomes_a_backup_once(
    store: Store, folder: Path, place: Path, begin: Callable[..., Plan]
) -> None:
    copy = folder / "unit-g0001.db.before-0005"
    held = store.copies.write(copy)
    begin(store, 2, "Per Hed")
    at = datetime.fromtimestamp(int(copy.stat().st_mtime), UTC)
    made = keep_before_migration(store.copies, place, at + timedelta(days=1))
    assert [(backup.contents, backup.reason) for backup in made] == [(held, Reason.MIGRATION)]
    assert list_backups(place) == made
    assert copy.exists()
    for days in (1, 8):
        assert keep_before_migration(store.copies, place, at + timedelta(days=days)) == []


@pytest.mark.parametrize(
    ("name", "generation"), [("unit-g0001.db", 1), ("unit-g0012.db", 12), ("unit.db", 1)]
)
def test_the_generation_is_that_of_the_file(name: str, generation: int) -> None:
    assert generation_of(Path(name)) == generation
