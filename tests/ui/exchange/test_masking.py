"""Personal numbers are hidden however a file writes them."""

import pytest

from ui.exchange.masking import (
    holds_number,
    masked_number,
    quoting_no_numbers,
    without_numbers,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("19410331-9036", "19410331-••••"),
        ("194103319036", "19410331-••••"),
        ("410331+9036", "410331+••••"),
        ("Karin 19410331 9036, Lund", "Karin 19410331-••••, Lund"),
        ("2026-11-23", "2026-11-23"),
        ("Storgatan 12", "Storgatan 12"),
        ("", ""),
    ],
)
def test_the_last_four_digits_are_hidden(text: str, shown: str) -> None:
    assert without_numbers(text) == shown
    assert holds_number(text) is (shown != text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("19410331-9036", "19410331-••••"), ("98240301AA06", "9824••••"), ("abc", "••••"), ("", "")],
)
def test_a_cell_that_should_be_a_number_is_hidden_whatever_it_is(text: str, shown: str) -> None:
    assert masked_number(text) == shown


def test_an_example_in_a_sentence_stays_and_what_it_quotes_is_hidden() -> None:
    said = "Datum: ”19410331-9036” är inget datum. Skriv till exempel 19121212-1212."
    assert quoting_no_numbers(said) == (
        "Datum: ”19410331-••••” är inget datum. Skriv till exempel 19121212-1212."
    )
