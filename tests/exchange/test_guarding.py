"""Texts that a spreadsheet would take for formulas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gplan_desktop.exchange.guarding import guard, unguard


@pytest.mark.parametrize("text", ["=cmd", "+46", "-1", "@SUM", "\tx", "\rx", "'=cmd", "''+1"])
def test_what_a_spreadsheet_would_run_is_guarded(text):
    assert guard(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Karin", "'t Hooft", "1=1", "070-1", "'"])
def test_other_texts_stay(text):
    assert guard(text) == text
    assert unguard(text) == text


@given(st.text("'=+-@\t\r\na "))
def test_every_text_comes_back_as_it_was(text):
    assert unguard(guard(text)) == text
