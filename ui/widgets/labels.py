"""Texts that are read, in the roles that the theme knows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def label(text: str = "", role: str = "", *, wraps: bool = False) -> QLabel:
    """Return a label of plain text in *role*: title, lead, heading, label, hint, problem ….

    Text is never taken as markup, so a person may be called <b>&.
    """
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wraps)
    return made


def set_role(shown: QLabel, role: str) -> None:
    """Give *shown* another role and dress it anew."""
    if shown.property("role") != role:
        shown.setProperty("role", role)
        shown.style().unpolish(shown)
        shown.style().polish(shown)
