"""A text with its label in the rail beside it."""

from reportlab.platypus import Flowable, Paragraph

from gplan_desktop.domain.text import is_blank
from printing import styles
from printing.text import safe

EMPTY = "Ej ifyllt"


def field(label: str, text: str, *, shows_gap: bool) -> list[Flowable]:
    """Return *text* with its label beside it; if empty, a marked gap or nothing."""
    if not is_blank(text):
        return [Paragraph(safe(text), styles.LABELLED, bulletText=label)]
    return [Paragraph(EMPTY, styles.GAP, bulletText=label)] if shows_gap else []
