"""Every requirement of the manual lives somewhere in the program."""

import importlib
import tomllib
from functools import cache
from pathlib import Path

from gplan_desktop.method.model import Method

ROOT = Path(__file__).parents[1]
TABLE: dict[str, list[str]] = tomllib.loads(
    (ROOT / "tests/data/checklist.toml").read_text(encoding="utf-8")
)
EVERY = [f"S{number}" for number in range(1, 167)]


def test_the_table_has_every_number_in_order() -> None:
    assert list(TABLE) == EVERY


def test_every_requirement_lives_where_the_table_says(method: Method) -> None:
    assert [number for number in EVERY if not TABLE[number]] == []
    missing = [
        f"{number}: {place}"
        for number in EVERY
        for place in TABLE[number]
        if not _is_there(place, method)
    ]
    assert missing == []


def _is_there(place: str, method: Method) -> bool:
    kind, _, what = place.partition(":")
    return IS_THERE[kind](what, method)


def _has_code(what: str, _method: Method) -> bool:
    module, _, path = what.partition(":")
    found: object = importlib.import_module(module)
    for name in path.split("."):
        found = getattr(found, name, None)
    return found is not None


def _has_test(what: str, _method: Method) -> bool:
    file, _, name = what.partition("::")
    return f"def {name}(" in _source(file)


@cache
def _source(file: str) -> str:
    return (ROOT / file).read_text(encoding="utf-8")


def _page_says(what: str, method: Method) -> bool:
    step, _, text = what.partition("#")
    return text in method.steps[step].body


def _help_says(what: str, method: Method) -> bool:
    field, _, text = what.partition("#")
    return any(text in part for part in vars(method.fields[field].help).values())


IS_THERE = {
    "step": lambda what, method: what in method.steps,
    "field": lambda what, method: what in method.fields,
    "rule": lambda what, method: what in method.rules,
    "method": lambda what, method: bool(getattr(method, what)),
    "page": _page_says,
    "help": _help_says,
    "code": _has_code,
    "test": _has_test,
}
