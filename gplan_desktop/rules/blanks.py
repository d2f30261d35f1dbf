"""Blanks ("luckor") that a skeleton or phrase leaves for the writer to fill in (F8, F15)."""

import re
from functools import lru_cache

from gplan_desktop.rules.marks import Mark, MarkKind

_BLANK = re.compile(r"\[…([^\[\]\n]{0,80})\]")


@lru_cache(maxsize=512)
def blank_marks(text: str) -> tuple[Mark, ...]:
    """Return every blank of *text*, with what it asks for as the hint."""
    return tuple(
        Mark(found.start(), len(found[0]), MarkKind.BLANK, _hint(found[1]))
        for found in _BLANK.finditer(text)
    )


def has_blank(text: str) -> bool:
    """Tell whether something is left to fill in; such a text counts as not written (F8)."""
    return _BLANK.search(text) is not None


def next_blank(text: str, after: int) -> Mark | None:
    """Return the first blank that begins at *after* or later, or else the first of all."""
    blanks = blank_marks(text)
    return next((mark for mark in blanks if mark.start >= after), blanks[0] if blanks else None)


def _hint(what: str) -> str:
    what = what.strip().rstrip(".")
    return f"Fyll i luckan: {what}." if what else "Fyll i luckan."
