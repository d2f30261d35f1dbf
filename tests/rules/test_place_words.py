"""Clues are found at words, in phrases, at names and numbers, and with one letter wrong."""

import pytest

from gplan_desktop.rules.place_words import Clue, ClueFinder, ClueWords

CLUE = Clue("x", 3)
PARTS = {
    "tal": r"\d+",
    "slakt": r"(?:dotter|dottern|god man)(?![^\W_])",
    "start": r"(?:\A|(?<=[,;!] ))",
    "ord": r"[\w-]{1,40}",
}


def times(pattern: str, sentence: str) -> int:
    finder = ClueFinder([ClueWords(CLUE, (pattern,))], PARTS, ["tvätten"])
    return finder.find(sentence)[CLUE]


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("dusch", "En dusch i dag."),
        ("dusch*", "Duschar gärna."),
        ("*dusch*", "Ett duschmunstycke."),
        ("*dusch*", "En handdusch."),
        ("*ades", "Golvet städades."),
        ("dammsug*", "Vi damsuger."),
        ("i dag", "Åt i dag."),
        ("i (dag|går)", "Åt i går."),
        ("(i dag|idag)", "Åt i dag."),
        ("(ej|inte) nu", "Vill ej nu."),
        ("(på )?morgonen", "Trött morgonen efter."),
        ("ring … dörren", "Ring alltid på dörren."),
        ("<tal> kg", "Väger 70 kg."),
        ("<slakt> ringde", "God man ringde."),
        ("(grannen|<slakt>) ringde", "Dottern ringde."),
        ("<start>ta med", "Ta med kassen."),
        ("<start>ta med", "Gå ut, ta med kassen."),
        ("<start>(ta|hämta) med", "Hämta med kassen."),
        ("<start><ord>ade", "Duschade."),
        ("kl. <tal>", "Kom kl. 10."),
        ("p-glukos är", "P-glukos är bra."),
        ("(bt|puls)* är", "Bts är."),
        ("dotter <namn>", "Min dotter Anna."),
        ("<namn> <ord> bor", "Anna Berg bor."),
        ("dotter:? <namn>", "Dotter: Anna Berg."),
    ],
)
def test_what_is_looked_for_is_found(pattern: str, sentence: str) -> None:
    assert times(pattern, sentence) == 1


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("dusch", "Duschar."),
        ("dusch*", "En handdusch."),
        ("i dag", "I dagar."),
        ("<start>ta med", "Kan ta med kassen."),
        ("dotter <namn>", "Min dotter kom."),
        ("<namn> kom", "Anna kom."),
        ("tvätta", "Tvätten."),
        ("tvättar*", "Tvätten."),
    ],
)
def test_what_is_something_else_is_not(pattern: str, sentence: str) -> None:
    assert times(pattern, sentence) == 0


def test_a_clue_is_counted_at_each_of_its_words() -> None:
    assert times("dusch*", "Duschar i duschen.") == 2


def test_nothing_is_found_without_any_words() -> None:
    assert not ClueFinder([], PARTS, []).find("Vad som helst.")
