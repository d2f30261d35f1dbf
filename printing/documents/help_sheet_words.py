"""Plain words of the help sheet: life areas without codes, and who to talk to."""

from collections.abc import Iterator

from gplan_desktop.domain.plan import Contributor
from printing.document import PlanDocument
from printing.documents.help_sheet_telling import cut
from printing.layout.shown import one_line

# The official labels are written for investigators; these are for the one whose life it is.
_PLAIN_AREAS = {
    "d1": "Att lära dig saker",
    "d2": "Att klara vardagen",
    "d3": "Att förstå och göra dig förstådd",
    "d4": "Att röra dig och ta dig fram",
    "d5": "Att ta hand om dig själv",
    "d6": "Ditt hem",
    "d7": "Du och andra människor",
    "d8": "Studier, arbete och pengar",
    "d9": "Fritid och samhälle",
    "b1528A": "Att känna dig trygg",
    "e398A": "Stöd från någon som står dig nära",
}
_CONTACTS = {
    "kontaktman": "din kontaktman",
    "fast omsorgskontakt": "din fasta omsorgskontakt",
}
_LONGEST_NAME = 60
# More of them are hardly one's own, and would fill the sheet.
_MOST_CONTACTS = 2
_CHANGES = "Du kan be om ändringar när du vill. Säg till om något inte stämmer."


def plain_area(code: str) -> str:
    """Return what a life area is called to the individual."""
    return _PLAIN_AREAS[code]


def short_name(text: str) -> str:
    """Return the name of somebody or something on one line, of a length that has room."""
    return cut(one_line(text), _LONGEST_NAME)


def unit_of(document: PlanDocument) -> str:
    """Return the name of the unit whose staff helps the individual; "" when nobody told."""
    return short_name(document.person.unit or document.unit.name)


def who_to_talk_to(document: PlanDocument) -> Iterator[str]:
    """Yield whom the individual can turn to, and that the plan may be changed."""
    yield _CHANGES
    unit = unit_of(document)
    contacts = " eller ".join(_named(contact) for contact in _contacts(document)[:_MOST_CONTACTS])
    also = f" eller med {unit}" if unit else ""
    yield f"Prata med {contacts or 'personalen som hjälper dig'}{also}."
    officer = short_name(document.assignment.case_officer)
    if officer:
        yield f"Behöver du mer eller annan hjälp? Prata med din biståndshandläggare {officer}."


def _contacts(document: PlanDocument) -> list[Contributor]:
    """Return the individual's own contacts; only those confirmed for this plan (S54)."""
    return [
        person
        for person in document.plan.contributors
        if person.confirmed and any(known in person.role.casefold() for known in _CONTACTS)
    ]


def _named(contact: Contributor) -> str:
    name, role = short_name(contact.name), short_name(contact.role)
    # "Kontaktman (fast omsorgskontakt)" is one known role, explained by another.
    known = _CONTACTS.get(role.casefold().partition(" (")[0])
    return f"{known} {name}" if known else f"{name} ({role})"
