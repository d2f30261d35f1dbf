"""The difference between two texts: whole words, nothing lost, nothing told that nobody sees."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gplan_desktop.domain.difference import Piece, PieceKind, compare, same_words

SIGNS = {PieceKind.SAME: "{}", PieceKind.ADDED: "+{}+", PieceKind.REMOVED: "-{}-"}
VOCABULARY = ["jag", "vill", "gå", "ut", "och", "hem", ",", ".", "kl.", "8.30", "(inte)\n", "!"]
WORDS = st.lists(st.sampled_from(VOCABULARY))
TEXTS = st.one_of(st.text(), WORDS.map(" ".join), WORDS.map("".join))
PLAIN = st.lists(st.sampled_from(VOCABULARY[:6])).map(" ".join)
SPACES = st.sampled_from([" ", "  ", "\n", "\n\n", "\t", "\xa0", " \u200b"])
few = settings(max_examples=25)


def marked(before: str, after: str) -> str:
    return "".join(SIGNS[piece.kind].format(piece.text) for piece in compare(before, after))


def joined(before: str, after: str, *kinds: PieceKind) -> str:
    return "".join(piece.text for piece in compare(before, after) if piece.kind in kinds)


def without_space(text: str) -> str:
    return "".join(sign for sign in text if not sign.isspace() and sign not in "\u200b\u2060\ufeff")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", "", ""),
        ("Jag går ut.", "Jag går ut.", "Jag går ut."),
        ("", "Nytt.", "+Nytt.+"),
        ("Gammalt.", "", "-Gammalt.-"),
        ("Dusch", "dusch", "-Dusch-+dusch+"),
        ("Torsdag, kl. 9.30", "Torsdag, kl. 14", "Torsdag, kl. -9.30-+14+"),
        ("Jag äter gröt.", "Jag äter gröt och ägg.", "Jag äter gröt+ och ägg+."),
        ("Gröt, ägg och ost", "Gröt och ost", "Gröt-, ägg- och ost"),
        ("Gröt och ost", "Gröt, ägg och ost", "Gröt+, ägg+ och ost"),
        ("(gamla) skor", "skor", "-(gamla) -skor"),
        ("skor", "nya skor", "+nya +skor"),
        ("nya skor", "nya", "nya- skor-"),
        ("fisk, ris", "fisk och ris", "fisk-,-+ och+ ris"),
        ("Ett.\n\nTvå.\nTre.", "Ett.\nTre.", "Ett.-\n\nTvå.-\nTre."),
    ],
)
def test_whole_words_are_told_as_they_read(before, after, told):
    assert marked(before, after) == told


def test_a_new_sentence_is_told_whole():
    before = "Jag går till bänken. Jag vilar där."
    after = "Jag går till bänken. Jag tar med kaffe. Jag vilar där."
    assert marked(before, after) == "Jag går till bänken.+ Jag tar med kaffe.+ Jag vilar där."


def test_one_small_word_does_not_keep_two_changes_apart():
    assert (
        marked("tisdag och fredag", "måndag och lördag") == "-tisdag och fredag-+måndag och lördag+"
    )


def test_changes_in_two_sentences_are_kept_apart():
    assert marked("Ring. Kom in.", "Knacka. Gå in.") == "-Ring-+Knacka+. -Kom-+Gå+ in."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Jag  går\nut", "Jag går ut"),
        (" Jag går ut\n", "Jag går ut"),
        ("Ett.\nTvå.", "Ett. Två."),
        ("Jag\u200b går", "Jag går"),
        ("", " \n"),
    ],
)
def test_white_space_alone_is_no_change(before, after):
    assert same_words(before, after)
    assert compare(before, after) == ((Piece(PieceKind.SAME, after),) if after else ())


def test_a_space_in_a_word_is_a_change():
    assert not same_words("ned satt", "nedsatt")
    assert marked("ned satt", "nedsatt") == "-ned satt-+nedsatt+"


def test_each_kind_has_words_for_those_who_see_no_colours():
    assert [kind.label for kind in PieceKind] == ["Oförändrat", "Tillagt", "Borttaget"]


@few
@given(TEXTS, TEXTS)
def test_what_stayed_and_came_is_the_text_now(before, after):
    assert joined(before, after, PieceKind.SAME, PieceKind.ADDED) == after


@few
@given(TEXTS, TEXTS)
def test_what_stayed_and_went_is_the_text_before_but_for_space(before, after):
    kept = joined(before, after, PieceKind.SAME, PieceKind.REMOVED)
    assert without_space(kept) == without_space(before)


@few
@given(PLAIN, PLAIN)
def test_plain_words_before_come_back_sign_by_sign(before, after):
    assert joined(before, after, PieceKind.SAME, PieceKind.REMOVED) == before


@few
@given(WORDS, st.lists(SPACES, min_size=40, max_size=40))
def test_other_spaces_between_the_same_words_are_no_change(words, spaces):
    spaced = "".join(word + space for word, space in zip(words, spaces, strict=False))
    plain = " ".join(words[: len(spaces)])
    assert all(piece.kind is PieceKind.SAME for piece in compare(plain, spaced))


@few
@given(TEXTS, TEXTS)
def test_no_piece_is_empty_and_neighbours_differ_in_kind(before, after):
    pieces = compare(before, after)
    assert all(piece.text for piece in pieces)
    assert all(a.kind is not b.kind for a, b in pairwise(pieces))


@few
@given(TEXTS, TEXTS)
def test_the_same_words_are_told_as_the_same(before, after):
    changed = any(piece.kind is not PieceKind.SAME for piece in compare(before, after))
    assert changed is not same_words(before, after)
