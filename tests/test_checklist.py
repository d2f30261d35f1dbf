"""Every requirement of the manual lives somewhere in the program."""

import importlib
import tomllib
from pathlib import Path

import pytest

from gplan_desktop.method.model import Method

ROOT = Path(__file__).parents[1]
TABLE: dict[str, list[str]] = tomllib.loads(
    (ROOT / "tests/data/checklist.toml").read_text(encoding="utf-8")
)
EVERY = [f"S{number}" for number in range(1, 167)]


def test_the_table_has_every_number_in_order() -> None:
    assert list(TABLE) == EVERY


@pytest.mark.parametrize("number", EVERY)
def test_every_requirement_lives_where_the_table_says(number: str, method: Method) -> None:
    assert TABLE[number], number
    for place in TABLE[number]:
        kind, _, what = place.partition(":")
        assert IS_THERE[kind](what, method), f"{number}: {place}"


def _has_code(what: str, _: Method) -> bool:
    module, _, path = what.partition(":")
    found: object = importlib.import_module(module)
    for name in path.split("."):
        found = getattr(found, name)
    return True


def _has_test(what: str, _: Method) -> bool:
    file, _, name = what.partition("::")
    return f"def {name}(" in (ROOT / file).read_text(encoding="utf-8")


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
