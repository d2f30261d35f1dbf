import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from gplan_desktop import spelling
from gplan_desktop.rules.marks import MarkKind
from gplan_desktop.spelling import Speller, care_words

CARE = ["nyckelgömma", "skötbordsgrej", "zamba"]


@pytest.fixture(scope="session")
def dictionary() -> Speller:
    """A speller that no test adds words to, for making it takes a fifth of a second."""
    return Speller(CARE, ["Solgläntan"])


def unknown(speller: Speller, text: str, *names: str) -> list[str]:
    return [mark.of(text) for mark in speller.unknown(text, names)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karin behöver omvådnad vid dushning.", ["omvådnad", "dushning"]),
        ("Omvårdnad och morgonomsorg av biståndshandläggaren", []),
        ("👩🏽‍🦽 hemtjenst", ["hemtjenst"]),
        ("hemtja\u0308nst och hem\u00adtjänst", []),
        ("LSS-insats och HSL:s regler, ADL, qzx1, B12-brist, 1:a", []),
        ("skriv till karln@exempel.se eller www.exmpl.se, kommunn.se/sidda", []),
        ("Hon får […vad hon klrar] själv, men klrar inte", ["klrar"]),
        ("bl.a. t.ex. kl. 8, resp. ev. q x", []),
        ("vecko- och månadsplan, hudvårds- och köksgöromål", []),
        ("en promanad-vän", ["promanad"]),
        ("en 80-årig man kommer vid 10-tiden", []),
        ("BankID och iPad", []),
        ("مرحبا بالعالم Привет", []),
        ("", []),
    ],
)
def test_words_that_are_in_no_list_are_marked(
    dictionary: Speller, text: str, expected: list[str]
) -> None:
    assert unknown(dictionary, text) == expected


def test_a_mark_says_what_is_wrong(dictionary: Speller) -> None:
    (mark,) = dictionary.unknown("Hon vill ha omvådnad")
    assert (mark.start, mark.length, mark.kind) == (12, 8, MarkKind.SPELLING)
    assert mark.text == "”omvådnad” finns inte i ordlistan."


@pytest.mark.parametrize("text", ["Mirelas", "mirela", "HODZIC", "Hodzic-Xyzz"])
def test_the_names_of_the_plan_are_accepted(dictionary: Speller, text: str) -> None:
    assert unknown(dictionary, text, "Mirela Hodzic", "Xyzz") == []


@pytest.mark.parametrize(
    ("word", "is_known"),
    [
        ("zamba", True),
        ("Zamba", True),
        ("zambans", True),
        ("zambavagn", True),
        ("hemtjänstszamba", True),
        ("solgläntans", True),
        ("zambaxyz", False),
        ("xyzzamba", False),
        ("zambaår", False),
    ],
)
def test_words_of_care_take_endings_and_join_other_words(
    dictionary: Speller, word: str, is_known: bool
) -> None:
    assert (unknown(dictionary, word) == []) is is_known


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("omvådnad", "omvårdnad"),
        ("Hemtjenst", "Hemtjänst"),
        ("biståndshanläggare", "biståndshandläggare"),
        ("genomförandplan", "genomförandeplan"),
        ("hygein", "hygien"),
        ("tilsyn", "tillsyn"),
        ("toalletbesök", "toalettbesök"),
        ("nykelgömma", "nyckelgömma"),
        ("nyckelgomman", "nyckelgömman"),
        ("Gunel", "Gunnel"),
    ],
)
def test_the_likeliest_word_is_suggested_first(dictionary: Speller, word: str, first: str) -> None:
    suggested = dictionary.suggestions(word)
    assert suggested[0] == first
    assert len(suggested) <= 5


def test_nothing_is_suggested_for_what_is_like_no_word(dictionary: Speller) -> None:
    assert dictionary.suggestions("xqzwv") == ()


@pytest.mark.parametrize("word", ["kukk", "arabkukk", "hestkuk"])
def test_coarse_words_are_never_suggested(dictionary: Speller, word: str) -> None:
    assert not [guess for guess in dictionary.suggestions(word) if "kuk" in guess]


def test_an_added_word_is_known_from_then_on() -> None:
    speller = Speller([])
    assert unknown(speller, "Treservan och treservans") == ["Treservan", "treservans"]
    speller.add("Treservan")
    assert unknown(speller, "Treservan och treservans") == []
    assert "treservan" in speller.suggestions("treserva")


def test_the_delivered_words_of_care_are_known() -> None:
    words = care_words()
    speller = Speller(words)
    assert [word for word in words if unknown(speller, word)] == []


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        (r"C:\Program\Gplan å", r"\\?\C:\Program\Gplan å"),
        (r"\\server\delad\Gplan", r"\\?\UNC\server\delad\Gplan"),
        (r"\\?\C:\Gplan", r"\\?\C:\Gplan"),
    ],
)
def test_windows_is_given_paths_with_every_letter(folder: str, expected: str) -> None:
    assert spelling._long_path(Path(folder), "nt") == expected


def test_the_dictionary_is_read_from_a_folder_with_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "Våra program 日本"
    shutil.copytree(str(files("resources").joinpath("spelling")), folder)
    assert spelling._open(folder).spell("omvårdnad")


def test_a_dictionary_that_is_empty_or_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="not found"):
        spelling._open(tmp_path)
    (tmp_path / "sv.aff").write_text("SET UTF-8\n", encoding="utf-8")
    (tmp_path / "sv.dic").write_text("0\n", encoding="utf-8")
    with pytest.raises(RuntimeError):
        spelling._open(tmp_path)
