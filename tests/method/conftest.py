"""The built-in files of the metodstöd, to change one at a time, and a municipality's own."""

import tomllib
from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import pytest

from gplan_desktop.method.load import load
from gplan_desktop.method.model import Method
from resources import read_text

parsed = cache(tomllib.loads)


@pytest.fixture(autouse=True)
def _parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parse each text once: every load here reads the whole built-in metodstöd again."""

    def loads(text: str) -> dict[str, Any]:
        return deepcopy(parsed(text))

    monkeypatch.setattr(tomllib, "loads", loads)


class LoadWith(Protocol):
    """Loads the metodstöd with one piece of one file replaced."""

    def __call__(self, file: str, old: str, new: str) -> Method: ...


@pytest.fixture
def load_with() -> LoadWith:
    """Load the built-in metodstöd with *old* replaced by *new* in *file*."""

    def loaded(file: str, old: str, new: str) -> Method:
        def read(name: str) -> str:
            text = read_text(f"method/{name}")
            assert name != file or old in text
            return text.replace(old, new, 1) if name == file else text

        return load(read).method

    return loaded


@pytest.fixture
def load_without() -> Callable[[str], Method]:
    """Load the built-in metodstöd as if one file were gone."""

    def loaded(file: str) -> Method:
        def read(name: str) -> str:
            return read_text(f"method/{'gone' if name == file else name}")

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
