from pathlib import Path

import pytest

from gplan_desktop.paths import DataFolders, data_folders


def test_a_chosen_folder_holds_everything(tmp_path: Path) -> None:
    folders = data_folders(tmp_path)
    places = (
        folders.practice_database,
        folders.unit_folder,
        folders.unit_database,
        folders.log_file,
        folders.settings_file,
        folders.method_folder,
        folders.ready_method,
    )
    assert all(place.is_relative_to(tmp_path) for place in places)
    assert len(set(places)) == len(places)
    assert list(tmp_path.iterdir()) == []


def test_the_users_own_folder_is_used_when_none_is_chosen(home: Path) -> None:
    assert data_folders().root.is_relative_to(home)
    assert data_folders().root.name == "Gplan"


def test_a_relative_folder_does_not_follow_the_program_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_folders(Path("data")).root == tmp_path / "data"


def test_practice_and_unit_lie_apart(tmp_path: Path) -> None:
    folders = DataFolders(tmp_path)
    assert folders.practice_database.parent != folders.unit_folder


def test_the_unit_that_is_there_is_found(tmp_path: Path) -> None:
    assert DataFolders(tmp_path).unit_database == tmp_path / "units" / "0001" / "unit-g0001.db"
    there = tmp_path / "units" / "7f3a" / "unit-g0001.db"
    there.parent.mkdir(parents=True)
    there.write_bytes(b"a database")
    assert DataFolders(tmp_path).unit_database == there


def test_paths_stay_so_short_that_windows_takes_them(tmp_path: Path) -> None:
    longest = 239 - len(".before-0001-journal") - len("/units/0001/unit-g0001.db")
    allowed = Path("/" + "a" * (longest - 1))
    assert len(str(DataFolders(allowed).unit_database)) < 240
    with pytest.raises(ValueError, match="för lång"):
        DataFolders(allowed.with_name(allowed.name + "a"))
