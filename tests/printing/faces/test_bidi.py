"""Which way text runs, by the rules of UAX 9."""

import pytest

from printing.faces.bidi import has_right_to_left, in_visual_order, levels
from printing.faces.run import Run


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Åsa 12", "000000"),
        ("سلام", "1111"),
        ("abc سلام def", "000011110000"),
        ("abc سلام 12", "00001111122"),
        ("سلام abc 12", "11111222222"),
        ("שלום 08-12 ", "11111222221"),
        ("שלום 3,5 %", "1111122211"),
        ("سلام 3,5%", "111112221"),
        ("abc (سلام) 12", "0000011110022"),
        ("abc א(ב)ג", "000011111"),
        ("a (א) b", "0001000"),
        ("א (a) ב", "1112111"),
        ("א\u0301b", "112"),
        ("a\u2067b!\u2069c", "002100"),
        ("a\u202eab\u202cb", "001110"),
        ("  ", "00"),
        ("א  ", "111"),
        ("א\tb", "112"),
    ],
)
def test_levels_follow_the_rules(text, expected):
    assert "".join(map(str, levels(text))) == expected


def test_a_first_strong_isolate_runs_as_its_first_letter():
    assert levels("a\u2068א!\u2069b") == (0, 0, 1, 1, 0, 0)


def test_embeddings_deeper_than_the_limit_are_passed_over():
    deep = "\u202b" * 200 + "א" + "\u202c" * 200 + "b"
    assert max(levels(deep)) <= 126
    assert levels(deep)[-1] == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", False), ("Åsa ŋ Ελλάδα", False), ("中文 😀", False), ("a א", True), ("١", True)],
)
def test_right_to_left_is_noticed(text, expected):
    assert has_right_to_left(text) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ((0, 0, 0), "abc"),
        ((1, 1, 1), "cba"),
        ((0, 1, 1, 0), "acbd"),
        ((1, 2, 2, 1), "dbca"),
        ((1, 1, 2, 1, 0), "dcbae"),
    ],
)
def test_runs_are_turned_around_by_level(line, expected):
    runs = [Run(letter, "", 0, (), "", level) for letter, level in zip("abcde", line, strict=False)]
    assert "".join(run.face for run in in_visual_order(runs)) == expected
