"""Words that judge: found whole, in any form that is listed, with what to write instead."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gplan_desktop.method.model import Language, WordAdvice
from gplan_desktop.rules.marks import MarkKind
from gplan_desktop.rules.value_words import value_word_marks

# Forty at every run: a hundred of each take seconds together.
some = settings(max_examples=40)

LANGUAGE = Language(
    {
        "vagrar": WordAdvice(("vägrar", "vägrade"), "avböjer eller tackar nej"),
        "tjat": WordAdvice(("Tjat", "tjatar"), "frågar flera gånger"),
        "bered": WordAdvice(("ställer till det",), "vad som händer"),
    },
    WordAdvice(("kunden",), "jag eller individens namn"),
)


def test_the_hint_says_what_to_write_instead():
    text = "Karin Vägrar att duscha."
    (mark,) = value_word_marks(text, LANGUAGE)
    assert mark.of(text) == "Vägrar"
    assert mark.kind is MarkKind.WORD
    assert mark.text == "”Vägrar” värderar. Skriv hellre: avböjer eller tackar nej."


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("vägrar, VÄGRADE", ["vägrar", "VÄGRADE"]),
        ("tjat-perioder", ["tjat"]),
        ("Hon ställer till det.", ["ställer till det"]),
        ("tjatet vägrare Tjatarvägen kunden", []),
        ("", []),
    ],
)
def test_whole_words_and_parts_of_hyphenated_words_are_marked(text, marked):
    assert [mark.of(text) for mark in value_word_marks(text, LANGUAGE)] == marked


def test_another_list_finds_other_words():
    other = Language({"lat": WordAdvice(("lat",), "orkar inte")}, LANGUAGE.naming)
    assert value_word_marks("lat", LANGUAGE) == ()
    assert len(value_word_marks("lat", other)) == 1


@some
@given(st.lists(st.sampled_from(["vägrar", "Tjat", "İ", "ß", "😀", " ", "-", "a\u0308", "\ud800"])))
def test_marks_lie_on_the_listed_words(parts):
    text = "".join(parts)
    for mark in value_word_marks(text, LANGUAGE):
        assert mark.of(text) in {"vägrar", "Tjat"}
