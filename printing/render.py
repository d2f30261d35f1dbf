"""A plan as PDF: for preview, print, file and archive alike."""

import io
import re

from reportlab.lib.pagesizes import A4
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from gplan_desktop.method.model import Method
from gplan_desktop.version import VERSION
from printing import fonts, sections, styles, text, words
from printing.areas import areas
from printing.document import PlanDocument
from printing.opening import opening
from printing.page import NumberedCanvas, on_page

_LONGEST_NAME = 80


def render(document: PlanDocument, method: Method) -> bytes:
    """Return *document* as a PDF; the same input gives the same bytes, on any thread."""
    fonts.register()
    written = io.BytesIO()
    template = _template(written, document)
    template.build(_story(document, method), canvasmaker=NumberedCanvas)
    return written.getvalue()


def file_name(document: PlanDocument) -> str:
    """Return a name that Windows accepts, without the personal number."""
    established = document.record.establishment
    stand = words.moment(established.at)[:10] if established else "utkast"
    return f"{_in_path(document.title)} – {_in_path(document.person.name)} – {stand}.pdf"


def missing_characters(document: PlanDocument) -> str:
    """Return the characters that the paper can only show as squares, each once."""
    return text.missing("".join(text.texts_in(document)))


def warm_up() -> None:
    """Read typefaces and hyphenation, so that the first plan is not slower than the next."""
    fonts.register()
    text.safe_in_column("genomförandeplan")


def _story(document: PlanDocument, method: Method) -> list[Flowable]:
    return [
        *opening(document),
        *sections.participation(document),
        *sections.contributors(document),
        *areas(document),
        *sections.follow_up(document),
        *sections.accepted(document, method),
        *sections.signatures(method),
        *sections.ending(document, method),
    ]


def _template(written: io.BytesIO, document: PlanDocument) -> BaseDocTemplate:
    template = BaseDocTemplate(
        written,
        pagesize=A4,
        title=text.one_line(f"{document.title} – {document.person.name}"),
        author=text.one_line(document.unit.name),
        subject=text.one_line(words.short_standing(document.record)),
        creator=f"Gplan {VERSION}",
        lang="sv-SE",
        displayDocTitle=True,
        invariant=1,
        initialFontName=fonts.REGULAR,
    )
    frame = Frame(
        styles.LEFT - styles.PAD,
        styles.BOTTOM,
        styles.FRAME_WIDTH,
        styles.PAGE_HEIGHT - styles.TOP - styles.BOTTOM,
        *(0, 0, 0, 0),
    )
    template.addPageTemplates(PageTemplate("plan", [frame], onPage=on_page(document)))
    return template


def _in_path(name: str) -> str:
    kept = re.sub(r'[<>:"/\\|?*]', " ", text.one_line(name))
    return " ".join(kept.split())[:_LONGEST_NAME].rstrip(" .")
