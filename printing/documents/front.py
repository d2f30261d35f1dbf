"""What the papers of a plan say about themselves: in the file, and on every page."""

from gplan_desktop.domain.check_code import qr_text
from gplan_desktop.version import VERSION
from printing import words
from printing.document import PlanDocument
from printing.layout.dressing import Dressing
from printing.layout.shown import one_line
from printing.pdf.document import About

_IN_TRESERVA = "Originalet finns i Treserva"


def about(document: PlanDocument, title: str = "") -> About:
    """Return what the file tells of itself: no number, no address, and no account name."""
    made = document.record.establishment
    return About(
        title=one_line(f"{title or document.title} – {document.person.name}"),
        author=one_line(document.unit.name),
        subject=one_line(words.short_standing(document.record)),
        creator=f"Gplan {VERSION}",
        made=made.at if made else None,
        identifier=qr_text(made.checksum) if made else "",
    )


def dressing(document: PlanDocument, title: str = "") -> Dressing:
    """Return head, foot and marks of the pages of *document*."""
    standing = words.short_standing(document.record)
    return Dressing(
        name=document.person.name,
        number=str(document.person.personal_id),
        title=title or document.title,
        foot=f"{standing} · {_IN_TRESERVA}" if document.in_treserva else standing,
        mark=words.watermark(document.record),
        practice=document.unit.practice,
    )
