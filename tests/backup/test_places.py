"""Which folders are fit for the unit and for its backups."""

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from gplan_desktop.backup.places import Drive, Fitness, Probe, for_backups, for_unit

HOME = r"C:\Users\anna"
ENVIRONMENT = {"OneDriveCommercial": rf"{HOME}\Molnet"}


def probe(drive: Drive = Drive.FIXED, **devices: int) -> Probe:
    return Probe(lambda _: drive, lambda path: devices.get(path.drive[:1], 1), ENVIRONMENT)


@pytest.mark.parametrize(
    ("folder", "drive", "fitness", "word"),
    [
        (rf"{HOME}\AppData\Local\Gplan", Drive.FIXED, Fitness.FIT, ""),
        (r"\\server\hem\Gplan", Drive.UNKNOWN, Fitness.REFUSED, "nätverket"),
        ("//server/hem/Gplan", Drive.UNKNOWN, Fitness.REFUSED, "nätverket"),
        (r"\\?\UNC\server\hem", Drive.UNKNOWN, Fitness.REFUSED, "nätverket"),
        (r"\\?\C:\Gplan", Drive.FIXED, Fitness.FIT, ""),
        (r"H:\Gplan", Drive.REMOTE, Fitness.REFUSED, "nätverket"),
        (r"E:\Gplan", Drive.REMOVABLE, Fitness.WARNED, "flyttbar"),
        (rf"{HOME}\Molnet\Gplan", Drive.FIXED, Fitness.WARNED, "OneDrive"),
        (rf"{HOME}\OneDrive - Eksta kommun\Gplan", Drive.FIXED, Fitness.WARNED, "OneDrive"),
        (rf"{HOME}\OneDrive\Gplan", Drive.FIXED, Fitness.WARNED, "OneDrive"),
        (rf"{HOME}\Dropbox\Gplan", Drive.FIXED, Fitness.WARNED, "Dropbox"),
        (r"G:\Min enhet\Gplan", Drive.FIXED, Fitness.WARNED, "Google Drive"),
        (rf"{HOME}\iCloudDrive\Gplan", Drive.FIXED, Fitness.WARNED, "iCloud"),
        (rf"{HOME}\Molnet2\Gplan", Drive.FIXED, Fitness.FIT, ""),
    ],
)
def test_the_units_file_stays_on_the_computers_own_disk(
    folder: str, drive: Drive, fitness: Fitness, word: str
) -> None:
    found = for_unit(PureWindowsPath(folder), probe(drive))
    assert found.fitness is fitness
    assert word in found.reason
    assert bool(found.reason) is (fitness is not Fitness.FIT)


def test_a_synchronised_folder_is_known_on_other_systems_too() -> None:
    found = for_unit(PurePosixPath("/home/anna/Dropbox/Gplan"), probe())
    assert found.fitness is Fitness.WARNED


@pytest.mark.parametrize(
    ("place", "drive", "fitness"),
    [
        (r"\\server\hem\Gplan", Drive.UNKNOWN, Fitness.FIT),
        (r"H:\Gplan", Drive.REMOTE, Fitness.FIT),
        (r"E:\Gplan", Drive.REMOVABLE, Fitness.FIT),
        (r"C:\Kopior", Drive.FIXED, Fitness.WARNED),
        (r"C:\Gplan\units\0001", Drive.FIXED, Fitness.REFUSED),
        (r"C:\Gplan\units\0001\kopior", Drive.FIXED, Fitness.REFUSED),
    ],
)
def test_backups_may_lie_anywhere_but_on_the_same_disk(
    place: str, drive: Drive, fitness: Fitness
) -> None:
    unit = PureWindowsPath(r"C:\Gplan\units\0001")
    found = for_backups(PureWindowsPath(place), unit, probe(drive, C=1, E=2))
    assert found.fitness is fitness
    assert bool(found.reason) is (fitness is not Fitness.FIT)


def test_a_place_that_cannot_be_asked_about_is_not_warned_of() -> None:
    unknown = Probe(lambda _: Drive.UNKNOWN, lambda _: None, {})
    assert for_backups(PurePath("a"), PurePath("b"), unknown).fitness is Fitness.FIT


def test_the_system_itself_answers(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    assert for_unit(tmp_path, Probe(environment={})).fitness is not Fitness.REFUSED
    assert for_backups(other, tmp_path / "unit", Probe()).fitness is not Fitness.REFUSED
