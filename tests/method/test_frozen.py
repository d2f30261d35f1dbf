"""A method is immutable to its last table, and comes back from text as it was."""

from dataclasses import dataclass, field, replace
from types import MappingProxyType

import pytest

from gplan_desktop.method.frozen import completed, from_text, frozen, plain, to_text
from gplan_desktop.method.model import Method


@dataclass(frozen=True)
class Shelf:
    """Something with tables."""

    books: dict[str, int]
    name: str = ""


@dataclass(frozen=True)
class House:
    """Something with a table in what it holds."""

    shelf: Shelf
    rooms: dict[str, Shelf] = field(default_factory=dict)


def test_every_table_is_closed() -> None:
    house = frozen(House(Shelf({"a": 1}), {"hall": Shelf({"b": 2}, "hatt")}))
    for table in (house.shelf.books, house.rooms, house.rooms["hall"].books):
        assert isinstance(table, MappingProxyType)
    assert house.rooms["hall"].name == "hatt"


def test_what_holds_no_table_is_left_as_it_is(method: Method) -> None:
    assert frozen(method.limits) is method.limits


def test_a_method_comes_back_from_text(method: Method) -> None:
    kept = from_text(to_text(method))
    assert kept is not None
    assert to_text(kept) == to_text(method)
    assert kept.field("area.d5.goal") == method.field("area.d5.goal")
    assert isinstance(kept.fields, MappingProxyType)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"version": 1}', "{ö"])
def test_what_another_version_kept_is_not_guessed_at(text: str) -> None:
    assert from_text(text) is None


def test_a_kept_method_gets_the_pages_that_came_after_it_and_keeps_its_own(method: Method) -> None:
    steps = {key: step for key, step in method.steps.items() if key != "journal"}
    steps["name"] = replace(steps["name"], title="Planens namn")
    older = completed(replace(method, steps=steps), method)
    assert older.step("journal") == method.step("journal")
    assert older.step("name").title == "Planens namn"


def test_only_tables_are_made_plain() -> None:
    with pytest.raises(TypeError, match="object is no part of a method"):
        plain(object())
