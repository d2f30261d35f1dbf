"""The line of a mistake is found, however the key is written."""

import pytest

from gplan_desktop.method.lines import heading_line, line_of, line_with

TOML = """\
version = "Eksta 2026-1"

[limits]   # gränser
establish_days = 14

["participation.how"]
hint = "Skriv var."

["area.*.goal"]
label = "Mål med stödet"
label-text = "x"

[day_parts]
morning = { start = 6, end = 25 }

[value_words.vagrar]
words = [
    "vägrar",
]
"""
MARKDOWN = "inledning\n\n## Varför\nFör att.\n\n## Så skriver du\nKort.\n"


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("version", 1),
        ("limits", 3),
        ("limits.establish_days", 4),
        ("participation.how.hint", 7),
        ("area.*.goal", 9),
        ("area.*.goal.label", 10),
        ("area.*.goal.hint", 9),
        ("day_parts.morning.end", 14),
        ("value_words.vagrar.words[2]", 17),
        ("roles", 0),
        ("", 0),
    ],
)
def test_a_key_is_found_on_its_line_or_in_its_table(where: str, line: int) -> None:
    assert line_of(TOML, where) == line


@pytest.mark.parametrize(("heading", "line"), [("Varför", 3), ("Så skriver du", 6), ("Lag", 0)])
def test_a_heading_is_found(heading: str, line: int) -> None:
    assert heading_line(MARKDOWN, heading) == line


@pytest.mark.parametrize(("piece", "line"), [("Kort", 7), ("inledning", 1), ("{dagar", 0)])
def test_a_piece_of_a_text_is_found(piece: str, line: int) -> None:
    assert line_with(MARKDOWN, piece) == line
