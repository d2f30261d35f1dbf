"""A method is immutable to its last table, and comes back from text as it was."""

import json
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import pytest

from gplan_desktop.domain.user import ProviderAccess
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


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"version": 1}', '{"journal": {}}', "{ö"])
def test_what_another_version_kept_is_not_guessed_at(text: str) -> None:
    assert from_text(text) is None


def without_what_came_later(method: Method) -> str:
    """Return *method* as the version before the person's record kept it, under another title."""
    kept = json.loads(to_text(replace(method, title="Som det var")))
    for name in ("reference_roles", "relations", "places", "provider", "access", "retention"):
        del kept[name]
    del kept["journal"]["headings"]
    return json.dumps(kept)


def test_a_method_of_an_earlier_version_is_read_and_shown_by_its_own_texts(method: Method) -> None:
    kept = from_text(without_what_came_later(method))
    assert kept is not None
    whole = completed(kept, method)
    assert whole.title == "Som det var"
    assert whole.rules == method.rules
    assert whole.places is method.places
    assert (whole.reference_roles, whole.relations) == (method.reference_roles, method.relations)
    assert whole.journal == method.journal


def test_what_a_method_says_itself_is_not_completed_with_anything_else(method: Method) -> None:
    own = replace(
        method,
        relations=("Granne",),
        reference_roles=("Diakon",),
        journal=replace(method.journal, headings=("Övrigt",)),
        places=replace(method.places, ordinary=("tröja",)),
    )
    whole = completed(own, method)
    assert (whole.relations, whole.reference_roles) == (("Granne",), ("Diakon",))
    assert whole.journal.headings == ("Övrigt",)
    assert whole.places is own.places


def test_what_a_provider_may_see_is_what_is_decided_now(method: Method) -> None:
    open_then = replace(method, provider=replace(method.provider, visit_plans=True, tabs=()))
    closed_now = replace(method, provider=ProviderAccess(False, False, ()))
    assert completed(open_then, closed_now).provider == closed_now.provider


def test_a_method_kept_before_providers_opens_nothing_by_itself(method: Method) -> None:
    kept = from_text(without_what_came_later(method))
    assert kept is not None
    assert kept.provider == ProviderAccess(False, False, ())
    assert completed(kept, method).provider == method.provider


def test_a_kept_method_gets_the_pages_that_came_after_it_and_keeps_its_own(method: Method) -> None:
    steps = {key: step for key, step in method.steps.items() if key != "journal"}
    steps["name"] = replace(steps["name"], title="Planens namn")
    older = completed(replace(method, steps=steps), method)
    assert older.step("journal") == method.step("journal")
    assert older.step("name").title == "Planens namn"


def test_only_tables_are_made_plain() -> None:
    with pytest.raises(TypeError, match="object is no part of a method"):
        plain(object())
