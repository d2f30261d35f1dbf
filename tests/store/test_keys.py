import os
import stat
from pathlib import Path

import pytest

from gplan_desktop.errors import KeyFailed, StorageFailed
from gplan_desktop.store.driver import KEY_BYTES
from gplan_desktop.store.keys import new_unit_key, practice_key, unit_key


def test_the_key_is_made_once_and_then_read(tmp_path: Path) -> None:
    folder = tmp_path / "units" / "0001"
    with pytest.raises(KeyFailed):
        unit_key(folder)
    made = new_unit_key(folder)
    assert len(made) == KEY_BYTES
    assert unit_key(folder) == new_unit_key(folder) == made
    assert [file.name for file in folder.iterdir()] == ["unit.key"]


def test_every_unit_has_a_key_of_its_own(tmp_path: Path) -> None:
    keys = {new_unit_key(tmp_path / "a"), new_unit_key(tmp_path / "b"), practice_key()}
    assert len(keys) == 3


def test_the_practice_key_is_always_the_same() -> None:
    assert practice_key() == practice_key()
    assert len(practice_key()) == KEY_BYTES


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights in another way")
def test_only_the_owner_may_read_the_key(tmp_path: Path) -> None:
    new_unit_key(tmp_path)
    assert stat.S_IMODE((tmp_path / "unit.key").stat().st_mode) == 0o600


def test_no_new_key_is_made_beside_a_database(tmp_path: Path) -> None:
    (tmp_path / "unit-g0001.db").write_bytes(b"encrypted with a key that is lost")
    with pytest.raises(KeyFailed):
        new_unit_key(tmp_path)
    assert not (tmp_path / "unit.key").exists()


@pytest.mark.parametrize("content", [b"", b"k" * 31, b"k" * 33])
def test_a_damaged_key_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "unit.key").write_bytes(content)
    with pytest.raises(KeyFailed):
        new_unit_key(tmp_path)
    assert (tmp_path / "unit.key").read_bytes() == content


def test_a_key_left_unfinished_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "unit.key.partial").write_bytes(b"half")
    assert len(new_unit_key(tmp_path)) == KEY_BYTES
    assert [file.name for file in tmp_path.iterdir()] == ["unit.key"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "units").write_bytes(b"a file where the folder should be")
    with pytest.raises(StorageFailed):
        new_unit_key(tmp_path / "units" / "0001")
