"""A municipality's own metodstöd is taken into use whole, and put aside, never deleted."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from gplan_desktop.errors import FolderReadOnly
from gplan_desktop.method.adopt import adopt, leave
from gplan_desktop.method.frozen import to_text
from gplan_desktop.method.in_use import method_in_use
from gplan_desktop.method.mistakes import MethodError
from gplan_desktop.method.model import Method

OwnFolder = Callable[[Mapping[str, str]], Path]
GOOD = {
    "method.toml": 'version = "Eksta 2026-1"\n[limits]\nestablish_days = 14\n',
    "fields.toml": '["area.*.goal"]\nlabel = "Mål med stödet"\n',
    "help/name.md": "## Varför\nI Eksta.\n",
}
BROKEN = {**GOOD, "fields.toml": "[name]\nlabel = 1\nhint = 2\n"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the program keeps the own metodstöd; nothing is there yet."""
    data = tmp_path / "data"
    data.mkdir()
    return data / "metodstod"


def test_a_chosen_one_is_copied_and_used_from_then_on(own_folder: OwnFolder, folder: Path) -> None:
    chosen = own_folder({**GOOD, "beslut.pdf": "x"})
    adopted = adopt(chosen, folder)
    assert adopted.own.is_used
    assert sorted(p.name for p in folder.rglob("*.*")) == ["fields.toml", "method.toml", "name.md"]
    assert to_text(method_in_use(folder).method) == to_text(adopted.method)


def test_a_broken_choice_changes_nothing(own_folder: OwnFolder, folder: Path) -> None:
    adopt(own_folder(GOOD), folder)
    with pytest.raises(MethodError):
        adopt(own_folder(BROKEN), folder)
    assert method_in_use(folder).own.is_used
    assert [path.name for path in folder.parent.iterdir()] == ["metodstod"]


def test_the_one_before_is_put_aside(own_folder: OwnFolder, folder: Path) -> None:
    for days in (14, 21):
        own = {"method.toml": f'version = "E"\n[limits]\nestablish_days = {days}\n'}
        adopt(own_folder(own), folder)
    aside = folder.with_name("metodstod.before")
    assert method_in_use(folder).method.limits.establish_days == 21
    assert method_in_use(aside).method.limits.establish_days == 14


def test_the_folder_in_use_can_be_chosen_when_it_is_mended(folder: Path) -> None:
    folder.mkdir()
    (folder / "method.toml").write_text('version = "Eksta"\n', "utf-8")
    assert adopt(folder, folder).own.is_used
    assert method_in_use(folder).own.is_used


def test_the_built_in_comes_back_and_the_own_files_are_put_aside(
    own_folder: OwnFolder, folder: Path, method: Method
) -> None:
    adopt(own_folder(GOOD), folder)
    left = leave(folder)
    assert not left.own.is_used
    assert to_text(left.method) == to_text(method) == to_text(method_in_use(folder).method)
    assert (folder.with_name("metodstod.before") / "method.toml").exists()


def test_leaving_what_is_not_there_is_no_trouble(folder: Path, method: Method) -> None:
    assert to_text(leave(folder).method) == to_text(method)


def test_a_data_folder_that_may_not_be_written_is_told(
    own_folder: OwnFolder, folder: Path, without_rights: Callable[[], object]
) -> None:
    chosen = own_folder(GOOD)
    for path in (*chosen.parents, chosen, folder.parent):
        if path.stat().st_uid == os.getuid():
            path.chmod(path.stat().st_mode | 0o555)
    folder.mkdir()
    with without_rights(), pytest.raises(FolderReadOnly):  # type: ignore[attr-defined]
        adopt(chosen, folder)
    with without_rights(), pytest.raises(FolderReadOnly):  # type: ignore[attr-defined]
        leave(folder)
