"""What the disk and the system do to a unit that is opened by logging in."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path, PurePath

import pytest
from nacl.pwhash import argon2id

from gplan_desktop.backup.places import Drive, Probe
from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.person import Person, Provider, SupportKind
from gplan_desktop.entrance import Entrance, FolderUnfit, NewUnit
from gplan_desktop.errors import DatabaseInUse, StorageFailed, StorageFull
from gplan_desktop.method.model import Method
from gplan_desktop.paths import DataFolders, data_folders
from gplan_desktop.vault.derivation import Cost, Costs
from gplan_desktop.vault.machine import Machine
from gplan_desktop.vault.users import NewUser
from gplan_desktop.vault.vault import open_vault

PHRASE = "sommar tegel brygga mandel"
ANNA = NewUnit("Norra", "Anna Ek", "anna.ek", PHRASE)
BO = NewUser("bo.al", "Bo Al", "lasare", "vinter fönster lykta korg")
LEAST = Cost(1, argon2id.MEMLIMIT_MIN)
CHEAP = Machine(Costs(LEAST, LEAST, LEAST))
KARIN = Person(
    id="karin",
    given_name="Karin",
    family_name="Öberg",
    personal_id=PersonalId(IdentifierKind.PERSONAL, "194103319036"),
    support_start=date(2026, 10, 1),
    support_kinds=(SupportKind.HOME_CARE,),
    unit="Norrgården",
    provider=Provider("Kommunens hemtjänst"),
)


@pytest.fixture
def folders(tmp_path: Path) -> DataFolders:
    return data_folders(tmp_path / "data")


@pytest.fixture
def make(folders: DataFolders, method: Method, now: Callable[[], datetime]) -> Entrance:
    """The way into a unit, not yet made, on a computer whose disk is its own."""
    probe = Probe(drive=lambda _: Drive.FIXED, environment={})
    return Entrance(folders, method, now, CHEAP, probe=probe)


@pytest.fixture
def settled(make: Entrance) -> Entrance:
    make.prepare(ANNA)
    make.settle()
    return make


def on(entrance: Entrance, drive: Drive) -> Entrance:
    return replace(entrance, probe=Probe(drive=lambda _: drive, environment={}))


def test_a_unit_is_not_made_on_a_network_and_one_that_is_there_is_not_opened(
    make: Entrance, folders: DataFolders
) -> None:
    with pytest.raises(FolderUnfit, match="nätverket"):
        on(make, Drive.REMOTE).prepare(ANNA)
    assert not folders.root.exists()
    make.prepare(ANNA)
    make.settle()
    before = {path.name: path.read_bytes() for path in folders.unit_folder.iterdir()}
    with pytest.raises(FolderUnfit, match="nätverket") as refused:
        on(make, Drive.REMOTE).log_in("anna.ek", PHRASE)
    assert all((refused.value.happened, refused.value.safe, refused.value.todo))
    assert {path.name: path.read_bytes() for path in folders.unit_folder.iterdir()} == before


@pytest.mark.parametrize("drive", [Drive.REMOVABLE, Drive.FIXED])
def test_a_disk_that_can_be_pulled_out_is_warned_of(settled: Entrance, drive: Drive) -> None:
    entrance = on(settled, drive)
    assert ("flyttbar disk" in entrance.warning) is (drive is Drive.REMOVABLE)
    entrance.log_in("anna.ek", PHRASE).store.close()


def test_a_folder_that_is_kept_in_step_with_others_is_warned_of(
    settled: Entrance, folders: DataFolders
) -> None:
    probe = Probe(drive=lambda _: Drive.FIXED, environment={"OneDrive": str(folders.root)})
    assert "OneDrive" in replace(settled, probe=probe).warning
    assert settled.warning == ""


def test_a_second_window_is_told_and_the_first_goes_on(settled: Entrance) -> None:
    first = settled.log_in("anna.ek", PHRASE).store
    with pytest.raises(DatabaseInUse):
        settled.log_in("anna.ek", PHRASE)
    first.add_person(KARIN)
    assert [person.name for person in first.people()] == ["Karin Öberg"]
    first.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes, which only the superuser can mount."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if mount is None or unmount is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only the superuser can mount a small disk")
    command = [mount, "-t", "tmpfs", "-o", "size=3m", "none", str(disk)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a disk")
    yield disk
    subprocess.run([unmount, "--lazy", str(disk)], check=True)


@pytest.mark.parametrize("left", [4_096, 65_536, 150_000])
def test_a_key_that_cannot_be_changed_on_a_full_disk_leaves_all_as_it_was(
    settled: Entrance, small_disk: Path, left: int
) -> None:
    unlocked = open_vault(settled.folders.unit_folder, CHEAP).unlock("anna.ek", PHRASE)
    unlocked.add_user(BO)
    shutil.copytree(settled.folders.unit_folder, small_disk / "data" / "units" / "0001")
    entrance = replace(settled, folders=data_folders(small_disk / "data"))
    folder = entrance.folders.unit_folder
    unlocked = open_vault(folder, CHEAP).unlock("anna.ek", PHRASE)
    bo = unlocked.users()[1]
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(shutil.disk_usage(small_disk).free - left))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(StorageFull):
        entrance.remove_user(unlocked, bo.id)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    ballast.unlink()
    again = entrance.log_in("anna.ek", PHRASE)
    again.store.add_person(KARIN)
    again.store.close()
    entrance.remove_user(again.unlocked, bo.id).store.close()
    assert [path.name for path in folder.glob("*.db")] == ["unit-g0002.db"]


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    resource = pytest.importorskip("resource", reason="Windows sets no such limit")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("size", [4_096, 100_000])
def test_a_key_that_cannot_be_changed_where_the_disk_refuses_leaves_all_as_it_was(
    settled: Entrance, size: int
) -> None:
    folder = settled.folders.unit_folder
    unlocked = open_vault(folder, CHEAP).unlock("anna.ek", PHRASE)
    unlocked.add_user(BO)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with files_no_larger_than(size), pytest.raises(StorageFailed):
        settled.remove_user(unlocked, unlocked.users()[1].id)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_drive_is_asked_about_where_the_unit_lies(make: Entrance, folders: DataFolders) -> None:
    asked: list[PurePath] = []

    def drive(path: PurePath) -> Drive:
        asked.append(path)
        return Drive.FIXED

    assert replace(make, probe=Probe(drive=drive, environment={})).warning == ""
    assert set(asked) == {folders.unit_folder}
