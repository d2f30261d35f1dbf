"""Numbers and strings as the file writes them."""

import io

import pytest
from pypdf.generic import read_object

from printing.pdf.values import number, one_line, string


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (100, "100"),
        (10.5, "10.5"),
        (841.8898, "841.89"),
        (-3.006, "-3.01"),
        (1e4, "10000"),
    ],
)
def test_numbers_are_as_short_as_they_can_be(value, written):
    assert number(value) == written


@pytest.mark.parametrize(
    "text", ["Åsa", "a (b\\c) )(", "€ – ”ja” …", "ŋŧč", "Жанна", "🙂", "([\\", "100 % <b>"]
)
def test_strings_are_read_as_they_were_written(text):
    stream = io.BytesIO(string(text).encode("latin-1"))

    assert read_object(stream, None) == text


def test_what_a_line_cannot_hold_is_left_out():
    assert one_line("Plan\nför\x00\tAnna \ud800\ufffe ") == "Plan för Anna"
