"""The typefaces of the paper: Source Sans 3 in three cuts, read once."""

import functools
import io
import threading
from typing import cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

import resources

REGULAR = "SourceSans3-Regular"
ITALIC = "SourceSans3-Italic"
SEMIBOLD = "SourceSans3-SemiBold"
_CUTS = (REGULAR, ITALIC, SEMIBOLD)

_reading = threading.Lock()


def register() -> None:
    """Make the typefaces known to ReportLab, once for the whole process."""
    # Two threads that register at the same time would replace each other's
    # fonts in the middle of a document.
    with _reading:
        _register()


def covers(text: str) -> bool:
    """Whether every cut has a glyph for each character of *text*."""
    register()
    return _coverage().issuperset(map(ord, text))


@functools.cache
def _register() -> None:
    for name in _CUTS:
        content = io.BytesIO(resources.read_bytes(f"fonts/{name}.ttf"))
        pdfmetrics.registerFont(TTFont(name, content))
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, SEMIBOLD, ITALIC, SEMIBOLD)


@functools.cache
def _coverage() -> frozenset[int]:
    cuts = (cast("TTFont", pdfmetrics.getFont(name)) for name in _CUTS)
    return frozenset.intersection(*(frozenset(cut.face.charToGlyph) for cut in cuts))
