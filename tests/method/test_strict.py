"""TOML is read strictly."""

from dataclasses import dataclass
from datetime import date

import pytest

from gplan_desktop.method import strict


@dataclass(frozen=True)
class Leaf:
    """Something inside."""

    day: date
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tree:
    """Something with leaves."""

    name: str
    leaves: tuple[Leaf, ...] = ()


def test_fitting_values_become_the_dataclass() -> None:
    table = strict.parse('name = "ek"\n[[leaves]]\nday = 2026-01-01\nwords = ["grön"]')
    assert strict.convert(Tree, table, "") == Tree("ek", (Leaf(date(2026, 1, 1), ("grön",)),))


def test_text_that_is_no_toml_names_the_line() -> None:
    with pytest.raises(strict.FormError, match="line 2"):
        strict.parse('name = "ek"\nname\n')


@pytest.mark.parametrize(
    ("table", "where", "what"),
    [
        ({}, "trees", "nyckeln name saknas"),
        ({"name": 1}, "trees.name", "värdet har inte rätt form"),
        ({"name": "ek", "höjd": 3}, "trees.höjd", "nyckeln finns inte"),
        ({"name": "ek", "leaves": [{"days": 1}]}, "trees.leaves[0].days", "nyckeln finns inte"),
        ({"name": "ek", "leaves": [{"day": "snart"}]}, "trees.leaves[0].day", "rätt form"),
        ({"name": "ek", "leaves": [{}]}, "trees.leaves[0]", "nyckeln day saknas"),
    ],
)
def test_what_does_not_fit_is_named(table: dict[str, object], where: str, what: str) -> None:
    with pytest.raises(strict.FormError) as caught:
        strict.convert(Tree, table, "trees")
    assert caught.value.where == where
    assert what in caught.value.what


def test_a_whole_file_has_no_place_before_its_keys() -> None:
    with pytest.raises(strict.FormError) as caught:
        strict.convert(Tree, {"name": 1}, "")
    assert caught.value.where == "name"
