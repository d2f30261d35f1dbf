"""What the disk, IT and other programs do to the file, and what the user is told."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gplan_desktop.domain.overview import Place, Unit
from gplan_desktop.domain.plan import Participation, Plan
from gplan_desktop.errors import (
    DatabaseDamaged,
    DatabaseInUse,
    DatabaseMissing,
    FolderReadOnly,
    RecordMissing,
    StorageFailed,
    StorageFull,
    WorldError,
    WrongUnit,
)
from gplan_desktop.store.keys import new_unit_key
from gplan_desktop.store.store import Store, create, open_store

OPEN_IN_CHILD = """
import sys
from pathlib import Path
from gplan_desktop.errors import WorldError
from gplan_desktop.store.keys import unit_key
from gplan_desktop.store.store import open_store
try:
    store = open_store(Path(sys.argv[1]), bytes(range(32)), practice=False)
except WorldError as error:
    print(type(error).__name__, flush=True)
else:
    print("opened", flush=True)
    sys.stdin.read()
    store.close()
"""


def long_text(plan: Plan) -> Plan:
    return replace(plan, participation=replace(plan.participation, wishes="Jag vill. " * 60_000))


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def make_plain(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(4080))


@pytest.mark.parametrize(
    ("harm", "error", "words"),
    [
        (Path.unlink, DatabaseMissing, "finns inte på sin plats"),
        (lambda path: path.write_bytes(b""), DatabaseDamaged, "filen är tom"),
        (lambda path: path.write_bytes(b"Hej!"), DatabaseDamaged, "nyckeln passar inte"),
        (lambda path: path.write_bytes(os.urandom(40_960)), DatabaseDamaged, "nyckeln passar"),
        (lambda path: flip(path, 100), DatabaseDamaged, "nyckeln passar inte eller"),
        (make_plain, DatabaseDamaged, "filen är inte krypterad"),
    ],
)
def test_a_file_that_is_no_unit_is_refused_and_left_alone(
    empty_store: Store, key: bytes, harm: Callable[[Path], object], error: Any, words: str
) -> None:
    path = empty_store._connection.path
    empty_store.close()
    harm(path)
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(error, match=words):
        open_store(path, key, practice=False)
    assert (path.read_bytes() if path.exists() else None) == before
    assert len(list(path.parent.iterdir())) == (before is not None)


def test_another_key_is_refused_and_the_file_left_alone(empty_store: Store, path: Path) -> None:
    empty_store.close()
    before = path.read_bytes()
    with pytest.raises(DatabaseDamaged, match="nyckeln passar inte"):
        open_store(path, b"k" * 32, practice=False)
    assert path.read_bytes() == before


def test_a_file_of_another_program_is_refused(
    empty_store: Store, reopen: Callable[..., Store]
) -> None:
    with pytest.raises(DatabaseDamaged, match="hör inte till Gplan"):
        reopen(empty_store, "PRAGMA application_id = 7")


@pytest.mark.parametrize("practice", [True, False])
def test_practice_and_real_files_are_never_mixed(path: Path, key: bytes, practice: bool) -> None:
    create(path, key, Unit("Övning", "Anna Ek", practice=practice)).close()
    before = path.read_bytes()
    found = "en övningsfil, men" if practice else "en riktig enhet, men"
    with pytest.raises(WrongUnit, match=found):
        open_store(path, key, practice=not practice)
    assert path.read_bytes() == before


def test_a_page_that_rotted_is_reported_not_shown(
    store: Store, path: Path, key: bytes, plan: Plan
) -> None:
    store.save_draft(long_text(plan), 0, Place())
    store.close()
    flip(path, path.stat().st_size // 2)
    again = open_store(path, key, practice=False)
    with pytest.raises(DatabaseDamaged, match="en del av filen är skadad"):
        again.plan(plan.id)
    again.close()


@pytest.mark.parametrize("file", ["unit.db", "unit.db-wal"])
def test_a_byte_that_rotted_anywhere_never_shows_another_text(
    store: Store, tmp_path: Path, path: Path, key: bytes, plan: Plan, file: str
) -> None:
    texts = [replace(plan.participation, wishes=f"{n} " + "Jag vill. " * 9_000) for n in range(4)]
    for version, text in enumerate(texts):
        store.save_draft(replace(plan, participation=text), version, Place())
    for where in (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.9999):
        # As after a fall of the program: what was saved last is in the log of the database.
        fallen = tmp_path / f"fallen-{where}"
        fallen.mkdir()
        for name in ("unit.db", "unit.db-wal"):
            shutil.copyfile(path.with_name(name), fallen / name)
        spoilt = fallen / file
        flip(spoilt, int((spoilt.stat().st_size - 1) * where))
        assert _told_again(fallen / "unit.db", key, plan) in (None, *texts), where


def _told_again(path: Path, key: bytes, plan: Plan) -> Participation | None:
    """Return what the plan in a file says; None if the file is refused, or has no such plan."""
    try:
        store = open_store(path, key, practice=False)
    except DatabaseDamaged:
        return None
    try:
        return store.plan(plan.id).plan.participation
    except (DatabaseDamaged, RecordMissing):
        return None
    finally:
        store.close()


def test_a_second_opening_is_refused_at_once_and_harms_nothing(
    store: Store, path: Path, key: bytes, plan: Plan
) -> None:
    with pytest.raises(DatabaseInUse):
        open_store(path, key, practice=False)
    # The refusal must not have let go of this process's lock on the file.
    assert child(path).communicate(timeout=20)[0] == "DatabaseInUse\n"
    assert store.save_draft(plan, 0, Place()) == 1


def test_a_unit_open_in_another_process_is_in_use_until_that_ends(
    empty_store: Store, path: Path, key: bytes
) -> None:
    empty_store.close()
    other = child(path)
    assert other.stdout
    assert other.stdout.readline() == "opened\n"
    with pytest.raises(DatabaseInUse):
        open_store(path, key, practice=False)
    other.communicate("", timeout=20)
    open_store(path, key, practice=False).close()


def child(path: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", OPEN_IN_CHILD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


@pytest.fixture
def open_folder(key: bytes, unit: Unit) -> Iterator[Path]:
    """A folder that a user without rights can reach, with a unit's file in it."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    create(folder / "unit.db", key, unit).close()
    (folder / "unit.db").chmod(0o666)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o777), (0o666, 0o555), (0o444, 0o555)])
def test_a_place_that_cannot_be_written_is_named(
    open_folder: Path,
    key: bytes,
    file: int,
    folder: int,
    without_rights: Any,
) -> None:
    path = open_folder / "unit.db"
    path.chmod(file)
    open_folder.chmod(folder)
    before = path.read_bytes()
    with without_rights(), pytest.raises(FolderReadOnly, match=open_folder.name):
        open_store(path, key, practice=False)
    assert path.read_bytes() == before


def test_a_unit_is_not_created_where_nothing_can_be_written(
    open_folder: Path,
    key: bytes,
    unit: Unit,
    without_rights: Any,
) -> None:
    open_folder.chmod(0o555)
    for path in (open_folder / "new.db", open_folder / "new" / "new.db"):
        with without_rights(), pytest.raises(FolderReadOnly):
            create(path, key, unit)
    with without_rights(), pytest.raises(FolderReadOnly, match="units"):
        new_unit_key(open_folder / "units")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes, which only the superuser can mount."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if mount is None or unmount is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only the superuser can mount a small disk")
    command = [mount, "-t", "tmpfs", "-o", "size=2m", "none", str(disk)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a disk")
    yield disk
    subprocess.run([unmount, "--lazy", str(disk)], check=True)


def test_a_save_on_a_full_disk_works_again_when_there_is_room(
    path: Path, small_disk: Path, key: bytes, store: Store, plan: Plan
) -> None:
    store.save_draft(plan, 0, Place())
    store.close()
    store = open_store(Path(shutil.move(path, small_disk)), key, practice=False)
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(shutil.disk_usage(small_disk).free))
    with pytest.raises(StorageFull):
        store.save_draft(long_text(plan), 1, Place())
    assert store.plan(plan.id).plan == plan
    ballast.unlink()
    works_again(store, plan)
    store.close()


def test_a_unit_is_not_half_created_on_a_full_disk(
    small_disk: Path, key: bytes, unit: Unit
) -> None:
    (small_disk / "ballast").write_bytes(bytes(2 * 1024 * 1024 - 32_768))
    with pytest.raises(StorageFull):
        create(small_disk / "unit.db", key, unit)
    assert [file.name for file in small_disk.iterdir()] == ["ballast"]


def test_a_unit_is_not_half_created_where_the_disk_refuses(
    tmp_path: Path, key: bytes, unit: Unit
) -> None:
    with files_no_larger_than(32_768), pytest.raises(StorageFailed):
        create(tmp_path / "new.db", key, unit)
    assert list(tmp_path.glob("new*")) == []


def test_a_save_that_the_disk_refuses_works_again_afterwards(store: Store, plan: Plan) -> None:
    store.save_draft(plan, 0, Place())
    with files_no_larger_than(200_000), pytest.raises(StorageFailed):
        store.save_draft(long_text(plan), 1, Place())
    assert store.plan(plan.id).plan == plan
    works_again(store, plan)


def test_a_database_that_may_not_grow_is_full(store: Store, plan: Plan) -> None:
    store.save_draft(plan, 0, Place())
    store._connection.rows("PRAGMA max_page_count = 1")
    with pytest.raises(StorageFull):
        store.save_draft(long_text(plan), 1, Place())
    store._connection.rows("PRAGMA max_page_count = 1000000")
    works_again(store, plan)


def works_again(store: Store, plan: Plan) -> None:
    assert store.save_draft(long_text(plan), 1, Place()) == 2
    assert store.plan(plan.id).plan == long_text(plan)
    assert store._connection.rows("PRAGMA integrity_check") == [{"integrity_check": "ok"}]


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    resource = pytest.importorskip("resource", reason="Windows sets no such limit")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_every_fault_is_told_in_three_sentences(path: Path, key: bytes) -> None:
    with pytest.raises(WorldError) as caught:
        open_store(path, key, practice=False)
    assert all((caught.value.happened, caught.value.safe, caught.value.todo))
