"""A municipality's own values and texts are laid over the built-in ones, and told apart."""

import pytest

from gplan_desktop.method.loaded import Difference
from gplan_desktop.method.mistakes import MethodError, Mistake
from gplan_desktop.method.sources import Sources, built_in_text
from gplan_desktop.method.strict import FormError

BUILT_IN = {
    "a.toml": 'name = "ek"\nhigh = 3\ngreen = true\nwords = ["löv", "gren"]\n[soil]\nkind = "mo"\n',
    "a.md": "## Varför\nFör att.\n\n## Källa\nManualen s. 3.\n",
}


def sources_with(own: str, file: str = "a.toml") -> Sources:
    return Sources(BUILT_IN.__getitem__, {file: own})


def mistake_in(sources: Sources) -> Mistake:
    with pytest.raises(MethodError) as caught:
        sources.raise_if_wrong()
    [mistake] = caught.value.mistakes
    return mistake


def test_without_own_files_everything_is_built_in() -> None:
    sources = Sources(BUILT_IN.__getitem__)
    assert sources.table("a.toml")["soil"] == {"kind": "mo"}
    assert sources.sections("a.md") == {"Varför": "För att.", "Källa": "Manualen s. 3."}
    assert sources.text("a.md") == BUILT_IN["a.md"]
    assert sources.differences == []
    sources.raise_if_wrong()


@pytest.mark.parametrize(
    ("own", "where", "before", "after"),
    [
        ('name = "al"', "name", "ek", "al"),
        ("high = 4", "high", "3", "4"),
        ("green = false", "green", "ja", "nej"),
        ('words = ["bark"]', "words", "löv, gren", "bark"),
        ('[soil]\nkind = "lera"', "soil.kind", "mo", "lera"),
        ('soil.kind = "lera"', "soil.kind", "mo", "lera"),
        ('[new]\nname = "x"', "new.name", "", "x"),
    ],
)
def test_a_single_value_is_changed_and_the_rest_is_kept(
    own: str, where: str, before: str, after: str
) -> None:
    sources = sources_with(own)
    table = sources.table("a.toml")
    assert sources.differences == [Difference("a.toml", where, before, after)]
    assert {*table} >= {"name", "high", "green", "words", "soil"}


def test_what_is_the_same_is_no_difference() -> None:
    sources = sources_with('name = "ek"\nwords = ["löv", "gren"]')
    assert sources.table("a.toml") == Sources(BUILT_IN.__getitem__).table("a.toml")
    assert sources.differences == []


@pytest.mark.parametrize(
    ("own", "line", "told"),
    [
        ('name = "al"\nhigh = "4"', 2, "high: värdet har inte rätt form. Skriv ett heltal"),
        ("high = true", 1, "high: värdet har inte rätt form."),
        ("green = 1", 1, "green: värdet har inte rätt form. Skriv true eller false"),
        ('words = "bark"', 1, "words: värdet har inte rätt form. Skriv en lista"),
        ('soil = "lera"', 1, "soil: värdet har inte rätt form. Skriv en tabell"),
        ("name = {x = 1}", 1, "name: värdet har inte rätt form. Skriv en text"),
        ('name = " "', 1, "name: texten är tom. Skriv en text, eller ta bort raden."),
        ('words = ["bark", ""]', 1, "words: texten är tom."),
    ],
)
def test_a_value_that_cannot_stand_there_is_told_and_the_built_in_kept(
    own: str, line: int, told: str
) -> None:
    sources = sources_with(own)
    table = sources.table("a.toml")
    assert (table["high"], table["green"], table["words"]) == (3, True, ["löv", "gren"])
    assert str(mistake_in(sources)).startswith(f"a.toml, rad {line}: {told}")


def test_broken_toml_is_told_by_its_line() -> None:
    sources = sources_with('name = "al"\nhigh = \n')
    assert sources.table("a.toml")["name"] == "ek"
    assert mistake_in(sources).line == 2
    assert "a.toml" not in sources.own_tables


def test_a_text_under_one_heading_is_changed() -> None:
    sources = sources_with("## Varför\nI Eksta.\n", "a.md")
    assert sources.sections("a.md") == {"Varför": "I Eksta.", "Källa": "Manualen s. 3."}
    assert sources.differences == [Difference("a.md", "Varför", "För att.", "I Eksta.")]


def test_other_line_breaks_are_no_difference() -> None:
    sources = sources_with("## Varför\n\nFör\natt.\n", "a.md")
    sources.sections("a.md")
    assert sources.differences == []


def test_a_heading_that_stands_twice_is_told() -> None:
    sources = sources_with("## Varför\nEtt.\n\n## Varför\nTvå.\n", "a.md")
    sources.sections("a.md")
    assert mistake_in(sources).what == "rubriken Varför står 2 gånger"


def test_a_whole_text_is_changed() -> None:
    sources = sources_with("Ny text.\n", "a.md")
    assert sources.text("a.md") == "Ny text.\n"
    assert sources.differences == [Difference("a.md", "", BUILT_IN["a.md"], "Ny text.")]


def test_an_empty_text_is_told() -> None:
    sources = sources_with(" \n", "a.md")
    sources.text("a.md")
    assert mistake_in(sources).what == "texten är tom"


def test_mistakes_come_in_order_and_once() -> None:
    sources = sources_with('name = "al"\nhigh = 4\n')
    for where in ("high", "name", "high"):
        sources.wrong("a.toml", FormError(where, "fel"))
    with pytest.raises(MethodError) as caught:
        sources.raise_if_wrong()
    assert [mistake.line for mistake in caught.value.mistakes] == [1, 2]


def test_a_built_in_file_that_is_gone_is_told() -> None:
    with pytest.raises(MethodError, match=r"b\.toml: filen saknas"):
        Sources(BUILT_IN.__getitem__).table("b.toml")


def test_the_programs_own_files_are_read() -> None:
    assert built_in_text("method.toml").startswith("# Det som gäller")
