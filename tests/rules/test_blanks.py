"""Blanks: found where they stand, and gone through one after the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gplan_desktop.rules.blanks import blank_marks, has_blank, next_blank
from gplan_desktop.rules.marks import MarkKind

TEXT = "Vi följde upp [… hur ni gjorde] den […datum.]. Kvar är […]."
HINTS = ["Fyll i luckan: hur ni gjorde.", "Fyll i luckan: datum.", "Fyll i luckan."]


def test_a_blank_tells_what_to_fill_in():
    marks = blank_marks(TEXT)
    assert [mark.of(TEXT) for mark in marks] == ["[… hur ni gjorde]", "[…datum.]", "[…]"]
    assert [mark.text for mark in marks] == HINTS
    assert {mark.kind for mark in marks} == {MarkKind.BLANK}


@pytest.mark.parametrize(
    "text",
    ["", "[vad]", "[...vad]", "[…vad", "…vad]", "[…va\nd]", "[ …vad]", f"[…{'a' * 81}]"],
)
def test_other_brackets_are_no_blanks(text):
    assert not has_blank(text)
    assert blank_marks(text) == ()
    assert next_blank(text, 0) is None


def test_the_inner_of_two_brackets_is_the_blank():
    assert [mark.of("[…a […b] c]") for mark in blank_marks("[…a […b] c]")] == ["[…b]"]


def test_the_next_blank_is_the_first_after_the_place_and_begins_over_at_the_end():
    first, second, third = blank_marks(TEXT)
    assert next_blank(TEXT, 0) == first
    assert next_blank(TEXT, first.start) == first
    assert next_blank(TEXT, first.end) == second
    assert next_blank(TEXT, second.start + 1) == third
    assert next_blank(TEXT, len(TEXT)) == first


@given(st.text("[]…ab\n", max_size=40) | st.text(st.characters()))
def test_marks_lie_on_blanks(text):
    marks = blank_marks(text)
    assert has_blank(text) == bool(marks)
    for mark in marks:
        assert mark.of(text).startswith("[…")
        assert mark.of(text).endswith("]")
