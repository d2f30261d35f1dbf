"""A plan as PDF: for preview, print, file and archive alike."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from gplan_desktop.domain.print_out import Paper
from gplan_desktop.domain.text import clean
from gplan_desktop.method.model import Method
from printing import words
from printing.document import PlanDocument
from printing.documents.plan import tell_plan
from printing.faces.words import missing
from printing.layout.lines import lines
from printing.layout.paper import written
from printing.layout.shown import one_line
from printing.layout.style import LARGE, NORMAL

_LONGEST_NAME = 80
# Every letter that Swedish plans are written with, and a word to divide.
_USUAL = (
    "abcdefghijklmnopqrstuvwxyzåäöéABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789.,;:!?–-/()”"
    " genomförandeplansuppföljning"
)


def render(document: PlanDocument, method: Method, paper: Paper = Paper.PLAN) -> bytes:
    """Return *document* as a PDF; the same input gives the same bytes, on any thread."""
    return written(tell_plan(document, method, large=paper is Paper.LARGE_PRINT))


def file_name(document: PlanDocument, paper: Paper = Paper.PLAN) -> str:
    """Return a name that Windows accepts, without the personal number."""
    established = document.record.establishment
    stand = words.moment(established.at)[:10] if established else "utkast"
    kind = "" if paper is Paper.PLAN else f"{paper.label} – "
    return f"{kind}{_in_path(document.title)} – {_in_path(document.person.name)} – {stand}.pdf"


def missing_characters(document: PlanDocument) -> str:
    """Return the characters that the paper can only show as squares, each once."""
    return missing(clean("".join(_texts_in(document))))


def warm_up() -> None:
    """Read typefaces and hyphenation, so that the first plan is not slower than the next."""
    for look in (NORMAL, LARGE):
        for style in (look.body, look.label, look.gap, look.section, look.title):
            lines(_USUAL, style, look.measure / 4)


def _texts_in(value: object) -> Iterator[str]:
    """Yield every text in a record, however deep it lies."""
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts_in(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts_in(getattr(value, field.name))


def _in_path(name: str) -> str:
    kept = re.sub(r'[<>:"/\\|?*]', " ", one_line(name))
    return " ".join(kept.split())[:_LONGEST_NAME].rstrip(" .")
