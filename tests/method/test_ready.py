"""A metodstöd is kept ready for the next start, and never used when something has changed."""

from pathlib import Path
from types import MappingProxyType

import pytest

from gplan_desktop.method import ready
from gplan_desktop.method.frozen import to_text
from gplan_desktop.method.loaded import Difference, Loaded
from gplan_desktop.method.model import Method

OWN = {"method.toml": 'version = "Eksta"'}


@pytest.fixture
def loaded(method: Method) -> Loaded:
    return Loaded(method, (Difference("method.toml", "limits.establish_days", "30", "14"),))


def test_what_was_kept_is_fetched_whole(tmp_path: Path, loaded: Loaded) -> None:
    file = tmp_path / "new" / "method.ready"
    ready.keep(file, "ab12", loaded)
    fetched = ready.fetch(file, "ab12")
    assert fetched is not None
    assert to_text(fetched.method) == to_text(loaded.method)
    assert fetched.differences == loaded.differences
    assert isinstance(fetched.method.rules, MappingProxyType)


def test_what_was_made_from_other_files_is_not_used(tmp_path: Path, loaded: Loaded) -> None:
    ready.keep(tmp_path / "method.ready", "ab12", loaded)
    assert ready.fetch(tmp_path / "method.ready", "cd34") is None


@pytest.mark.parametrize(
    "content", [b"", b"ab12", b"ab12\n", b"ab12\n{}", b"\xff\n{}", b"ab12\n\xe5"]
)
def test_a_damaged_file_is_as_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "method.ready"
    file.write_bytes(content)
    assert ready.fetch(file, "ab12") is None


def test_no_file_is_as_none(tmp_path: Path) -> None:
    assert ready.fetch(tmp_path / "method.ready", "ab12") is None


def test_a_place_that_cannot_be_written_costs_nothing(tmp_path: Path, loaded: Loaded) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    ready.keep(tmp_path / "file" / "method.ready", "ab12", loaded)


def test_the_same_files_have_the_same_sign_and_others_another() -> None:
    signs = [ready.sign(own) for own in ({}, OWN, {**OWN, "help/name.md": "## Varför\n"})]
    assert ready.sign(dict(OWN)) == signs[1]
    assert len(set(signs)) == 3
