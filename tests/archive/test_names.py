import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gplan_desktop.archive.names import safe_name, unlike

FORBIDDEN = set('<>:"/\\|?*')


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Genomförandeplan – Karin Öberg", "Genomförandeplan – Karin Öberg"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("C:\\Windows", "C--Windows"),
        ("a\tb\nc", "a b c"),
        ("a\x00b\x07c", "abc"),
        ("Karin\u202egpj.exe", "Karingpj.exe"),
        ("O\u0308berg", "Öberg"),
        ("slut. . ", "slut"),
        ("CON", "_CON"),
        ("nul.pdf", "_nul.pdf"),
        ("COM¹", "_COM¹"),
        ("Conny", "Conny"),
        ("", "plan"),
        ("...", "plan"),
        ("\ud800", "plan"),
        ("Олена 😀", "Олена 😀"),
    ],
)
def test_a_name_is_one_that_windows_takes(text, name):
    assert safe_name(text) == name


@given(st.text(st.characters(), max_size=400))
def test_any_text_makes_a_name_that_every_system_takes(text):
    name = safe_name(text)
    assert name
    assert not FORBIDDEN & set(name)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Cf") for c in name)
    assert name == name.strip(" .")
    assert len(name.encode()) <= 160
    assert name.split(".")[0].strip().upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9"}


def test_names_that_windows_takes_for_one_are_numbered():
    assert unlike("Plan", []) == "Plan"
    assert unlike("plan", ["PLAN"]) == "plan (2)"
    assert unlike("Plan", ["plan", "Plan (2)"]) == "Plan (3)"
