"""Texts that a spreadsheet would take for formulas, made harmless in a CSV file."""

import re

# What begins so is run by spreadsheets that open a CSV file; the sign before is not shown.
_RUN = re.compile(r"'*[=+\-@\t\r\n]")


def guard(text: str) -> str:
    """Return *text* as it may stand in a CSV file."""
    return f"'{text}" if _RUN.match(text) else text


def unguard(text: str) -> str:
    """Return what guard() was given."""
    return text[1:] if text.startswith("'") and _RUN.match(text) else text
