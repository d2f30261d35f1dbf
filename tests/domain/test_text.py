"""Texts: what is kept, what is taken away, and how they are found again."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gplan_desktop.domain.text import clean, fold, is_blank, words

ANY_TEXT = st.text(st.characters())


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Karin vill själv välja", "Karin vill själv välja"),
        ("rad 1\r\nrad 2\rrad 3", "rad 1\nrad 2\nrad 3"),
        ("rad 1\u2028rad 2\u2029rad 3", "rad 1\nrad 2\nrad 3"),
        # What word processors put where a line was broken by hand, and pages end.
        ("rad 1\vrad 2\frad 3\x85rad 4", "rad 1\nrad 2\nrad 3\nrad 4"),
        ("NUL\x00 och\x07 ljud\x1b", "NUL och ljud"),
        ("halv \ud83d smiley \udc00", "halv  smiley "),
        ("a\u030a a\u0308 o\u0308", "å ä ö"),
        ("tabb\tkvar", "tabb\tkvar"),
        ("0–HLR ½ € 😀 Олена", "0–HLR ½ € 😀 Олена"),
        ("", ""),
    ],
)
def test_clean_keeps_what_can_be_written_everywhere(written, kept):
    assert clean(written) == kept


@given(ANY_TEXT)
def test_clean_text_can_be_stored_and_needs_no_second_cleaning(written):
    cleaned = clean(written)
    assert clean(cleaned) == cleaned
    assert cleaned.encode().decode() == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not {c for c in cleaned if unicodedata.category(c) == "Cc"} - {"\n", "\t"}


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"])))
def test_clean_loses_no_letter(written):
    assert clean(written) == unicodedata.normalize("NFC", written)


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("Åsa ÄNG Öberg", "åsa äng öberg"),
        ("A\u030asa", "åsa"),
        ("Émile Müller", "emile muller"),
        ("Straße", "strasse"),
        ("ОЛЕНА", "олена"),
    ],
)
def test_fold_keeps_swedish_letters_and_drops_other_accents(written, searched):
    assert fold(written) == searched


def test_a_ring_makes_another_letter():
    assert fold("Åke") != fold("Ake")


def test_words_are_letters_and_digits():
    assert words("Anna-Karin O'Hara, 19410331-9036") == [
        *("anna", "karin", "o", "hara"),
        *("19410331", "9036"),
    ]
    assert words(" – , . ") == []


@pytest.mark.parametrize("text", ["", " ", "\n\t ", "\u00a0", "\u200b", "\ufeff ", "\x00"])
def test_nothing_readable_is_blank(text):
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", " . ", "\n0", "😀", "\u200bord"])
def test_something_readable_is_not_blank(text):
    assert not is_blank(text)
