"""The built-in files of the metodstöd, to change one at a time, and a municipality's own."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import pytest

from gplan_desktop.method import sources
from gplan_desktop.method.load import load
from gplan_desktop.method.model import Method
from resources import read_text

parsed = cache(tomllib.loads)
kept_text = cache(read_text)


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read and parse each text once: every load here takes the whole built-in metodstöd again."""

    def loads(text: str) -> dict[str, Any]:
        return deepcopy(parsed(text))

    monkeypatch.setattr(tomllib, "loads", loads)
    monkeypatch.setattr(sources, "read_text", kept_text)


Case = tuple[str, ...]


@pytest.fixture(scope="session")
def in_rounds() -> Callable[[Iterable[Case]], list[list[Case]]]:
    """Divide cases that begin with the name of a file, so that no round has a file twice.

    The mistakes of different files are told together, and a load takes long.
    """

    def divided(cases: Iterable[Case]) -> list[list[Case]]:
        rounds: list[list[Case]] = []
        for case in cases:
            free = (one for one in rounds if case[0] not in {other[0] for other in one})
            if (one := next(free, None)) is None:
                rounds.append(one := [])
            one.append(case)
        return rounds

    return divided


class LoadWith(Protocol):
    """Loads the metodstöd with a piece of some of its files replaced."""

    def __call__(self, *changes: Case) -> Method: ...


@pytest.fixture
def load_with() -> LoadWith:
    """Load the built-in metodstöd with changes of a file each: its name, the old and the new."""

    def loaded(*changes: Case) -> Method:
        def read(name: str) -> str:
            text = kept_text(f"method/{name}")
            for file, old, new in changes:
                assert name != file or old in text
                text = text.replace(old, new, 1) if name == file else text
            return text

        return load(read).method

    return loaded


@pytest.fixture
def load_without() -> Callable[[str], Method]:
    """Load the built-in metodstöd as if one file were gone."""

    def loaded(file: str) -> Method:
        def read(name: str) -> str:
            return kept_text(f"method/{'gone' if name == file else name}")

        return load(read).method

    return loaded


@pytest.fixture
def own_folder(tmp_path: Path) -> Callable[[Mapping[str, str]], Path]:
    """Write a municipality's own files and return their folder."""

    def written(files: Mapping[str, str]) -> Path:
        folder = tmp_path / "Eksta metodstöd"
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return folder

    return written
