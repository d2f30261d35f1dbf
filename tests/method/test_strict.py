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
    with pytest.raises(strict.FormError, match="rad 2: likhetstecknet saknas"):
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


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('a = "x\nb = 2', 1, "citattecknet efter texten saknas"),
        ("a = ”x”", 1, "värdet går inte att läsa"),
        ("a = x", 1, "värdet går inte att läsa"),
        ("a = 1\n\na = 2\n", 3, "samma nyckel står två gånger"),
        ("[a]\n[a]\n", 2, "samma rubrik inom [ ] står två gånger"),
        ('a = "c:\\x"', 1, "ett omvänt snedstreck står ensamt"),
        ('a = ["x" "y"]', 1, "listan är inte avslutad"),
        ("[a\nb = 2", 1, "hakparentesen ] saknas"),
        ("a = 1 2", 1, "det står något mer efter värdet"),
        ("= 3", 1, "raden går inte att läsa"),
    ],
)
def test_slips_in_toml_are_told_in_swedish_with_their_line(text: str, line: int, what: str) -> None:
    with pytest.raises(strict.FormError) as caught:
        strict.parse(text)
    assert (caught.value.line, caught.value.what) == (line, what)
    assert caught.value.instead


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (int, "Skriv ett heltal utan citattecken, till exempel 30."),
        (date, "Skriv ett datum utan citattecken, till exempel 2026-01-31."),
        (tuple[str, ...], 'Skriv en lista, till exempel ["ett", "två"].'),
        (Leaf, "Skriv en tabell med day, words."),
        (object, ""),
    ],
)
def test_what_to_write_is_told_by_kind(kind: object, told: str) -> None:
    assert strict.wanted(kind) == told


def test_what_was_meant_is_guessed_or_all_is_listed() -> None:
    assert strict.did_you_mean("labell", ["label", "hint"]) == "Menade du label?"
    assert strict.did_you_mean("x", ["label", "hint"]) == "Det som finns är: label, hint."
    assert strict.did_you_mean("x", [f"name-{n}" for n in range(20)]) == ""
