"""The head of the first page: whose plan it is, by whom, and where it stands."""

from reportlab.platypus import Flowable, Paragraph

from gplan_desktop.domain.person import Provider
from printing import styles, words
from printing.document import PlanDocument
from printing.fields import EMPTY
from printing.tables import facts
from printing.text import safe

PROTECTED = "Skyddade personuppgifter"


def opening(document: PlanDocument) -> list[Flowable]:
    """Return title, name, status and the facts about person and assignment."""
    parts: list[Flowable] = [
        Paragraph(safe(document.title), styles.TITLE),
        Paragraph(safe(document.person.name), styles.NAME),
        Paragraph(safe(words.standing(document.record)), styles.STATUS),
    ]
    if document.person.protected_identity:
        parts.append(Paragraph(PROTECTED, styles.PROTECTED))
    parts.append(facts(_facts(document), columns=3))
    return parts


def _facts(document: PlanDocument) -> list[tuple[str, str]]:
    person, assignment = document.person, document.assignment
    return [
        (person.personal_id.kind.value.capitalize(), str(person.personal_id)),
        *_contact(document),
        ("Enhet", person.unit or document.unit.name),
        ("Utförare", _provider(person.provider)),
        ("Stödet började", person.support_start.isoformat()),
        ("Uppdrag från", assignment.day.isoformat()),
        ("Biståndshandläggare", assignment.case_officer),
        ("Nästa uppföljning", _next_follow_up(document)),
        ("Planen följdes upp", _followed_up(document)),
    ]


def _provider(provider: Provider) -> str:
    return f"{provider.name} (extern utförare)" if provider.external else provider.name


def _next_follow_up(document: PlanDocument) -> str:
    day = document.plan.follow_up.day
    if day is None:
        return EMPTY if document.shows_gaps else ""
    return day.isoformat()


def _followed_up(document: PlanDocument) -> str:
    day = document.record.followed_up_on
    return day.isoformat() if day else ""


def _contact(document: PlanDocument) -> list[tuple[str, str]]:
    """Where the person lives; never when the identity is protected."""
    if document.person.protected_identity:
        return []
    return [("Adress", document.person.address), ("Telefon", document.person.phone)]
