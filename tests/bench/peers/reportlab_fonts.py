"""Source Sans 3 for the peers built on ReportLab."""

from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
REGULAR = "SourceSans3-Regular"
BOLD = "SourceSans3-SemiBold"


@cache
def register() -> None:
    """Make the typefaces known to ReportLab, once for the whole process."""
    for name in (REGULAR, BOLD):
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))
