"""Which metodstöd is in use: the built-in, a municipality's own over it, never a broken one."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from gplan_desktop.method.frozen import to_text
from gplan_desktop.method.in_use import MethodInUse, method_in_use
from gplan_desktop.method.loaded import Difference
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


def assert_built_in(in_use: MethodInUse, method: Method) -> None:
    assert to_text(in_use.method) == to_text(method)
    assert not in_use.own.is_used
    assert in_use.own.differences == ()


def test_without_a_folder_it_is_the_built_in(folder: Path, method: Method) -> None:
    in_use = method_in_use(folder)
    assert_built_in(in_use, method)
    assert in_use.own.refused is None


def test_an_own_one_lies_over_the_built_in(own_folder: OwnFolder, method: Method) -> None:
    in_use = method_in_use(own_folder(GOOD))
    assert in_use.own.is_used
    assert in_use.method.limits.establish_days == 14
    assert in_use.method.field("area.d5.goal").label == "Mål med stödet"
    assert in_use.method.field("area.d5.goal").hint == method.field("area.d5.goal").hint
    assert in_use.method.field("name").help.how == method.field("name").help.how
    assert in_use.own.differences == (
        Difference("method.toml", "limits.establish_days", "30", "14"),
        Difference("fields.toml", "area.*.goal.label", "Mål", "Mål med stödet"),
        Difference("help/name.md", "Varför", method.field("name").help.why, "I Eksta."),
    )


def test_its_version_tells_exactly_what_it_holds(own_folder: OwnFolder, method: Method) -> None:
    folder = own_folder(GOOD)
    version = method_in_use(folder).method.version
    assert version.startswith(f"{method.version} + Eksta 2026-1 (")
    assert method_in_use(folder).method.version == version
    (folder / "help" / "name.md").write_text("## Varför\nI Eksta kommun.\n", "utf-8")
    assert method_in_use(folder).method.version != version


def test_a_broken_one_is_refused_whole(own_folder: OwnFolder, method: Method) -> None:
    in_use = method_in_use(own_folder(BROKEN))
    assert_built_in(in_use, method)
    assert in_use.own.refused is not None
    assert [mistake.line for mistake in in_use.own.refused.mistakes] == [2, 3]


@pytest.mark.parametrize("content", [{}, {"beslut.pdf": "x"}])
def test_an_empty_folder_is_refused(
    tmp_path: Path, own_folder: OwnFolder, method: Method, content: Mapping[str, str]
) -> None:
    (tmp_path / "Eksta metodstöd").mkdir()
    in_use = method_in_use(own_folder(content))
    assert_built_in(in_use, method)
    assert "har inget metodstöd" in str(in_use.own.refused)


def test_the_second_start_finds_it_ready(own_folder: OwnFolder, tmp_path: Path) -> None:
    folder, kept = own_folder(GOOD), tmp_path / "data" / "method.ready"
    first = method_in_use(folder, kept)
    assert kept.exists()
    again = method_in_use(folder, kept)
    assert to_text(again.method) == to_text(first.method)
    assert again.own == first.own


def test_a_change_is_seen_at_the_next_start(own_folder: OwnFolder, tmp_path: Path) -> None:
    folder, kept = own_folder(GOOD), tmp_path / "method.ready"
    method_in_use(folder, kept)
    (folder / "method.toml").write_text('version = "Eksta 2026-2"\n', "utf-8")
    assert method_in_use(folder, kept).method.limits.establish_days == 30
    own_folder(BROKEN)
    assert method_in_use(folder, kept).own.refused is not None


def test_nothing_broken_is_kept_ready(own_folder: OwnFolder, tmp_path: Path) -> None:
    method_in_use(own_folder(BROKEN), tmp_path / "method.ready")
    assert not (tmp_path / "method.ready").exists()


def test_the_built_in_is_kept_ready_too(folder: Path, tmp_path: Path, method: Method) -> None:
    for _ in range(2):
        assert_built_in(method_in_use(folder, tmp_path / "method.ready"), method)
    assert (tmp_path / "method.ready").exists()
