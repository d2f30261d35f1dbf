"""A registerutdrag: gathers all about one person from the store, and writes it as JSON.

The JSON holds exactly these keys, each of them always there:

    format                  "gplan-registerutdrag-1"
    enhet, gjort, av        the unit; the moment (ISO 8601, UTC) and who made the extract
    koder_visas             whether codes can be read; otherwise they are dots
    utelamnade_anteckningar how many entries of the journal were about somebody else
    nycklar                 what each key means, in Swedish
    avsnitt                 the sections: id, rubrik, anmarkning, poster
      poster                the records: rubrik, uppgifter
        uppgifter           the texts: falt, etikett, grupp, text
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from gplan_desktop.domain.kept import Behind, Done, Earlier
from gplan_desktop.domain.overview import Unit
from gplan_desktop.domain.user import Permission
from gplan_desktop.rules.register_extract import RegisterExtract, RegisterFacts, Section
from gplan_desktop.rules.register_records import Record

if TYPE_CHECKING:
    # The paper is made without the libraries of the database.
    from gplan_desktop.store.store import Store

TITLE: Final = "Registerutdrag"
FORMAT: Final = "gplan-registerutdrag-1"
KEYS: Final = {
    "format": "Vilket slags fil det är, och vilken version av den",
    "enhet": "Enheten som uppgifterna finns hos",
    "gjort": "När utdraget gjordes (UTC)",
    "av": "Vem som gjorde utdraget",
    "koder_visas": "Om koder och nyckelnummer går att läsa; annars står det punkter",
    "utelamnade_anteckningar": "Antal journalanteckningar som gällde någon annan och inte är med",
    "nycklar": "Vad varje nyckel betyder",
    "avsnitt": "Utdragets delar",
    "id": "Delens namn i programmet",
    "rubrik": "Rubriken, tom när det inte finns någon",
    "anmarkning": "Vad som är bra att veta om delen",
    "poster": "Det som finns i delen: ett uppdrag, en plan, en anteckning …",
    "uppgifter": "Texterna i posten",
    "falt": "Fältets namn i programmet",
    "etikett": "Vad fältet heter på skärmen",
    "grupp": "Det livsområde eller den sida som uppgiften står under",
    "text": "Det som står i fältet",
}
# Of the tables that gallring empties, what no extract needs: it holds nothing that is not told.
# A test finds a table that is forgotten here and in gather().
NOT_TOLD: Final = {
    "person_words": "the words of the search, made of the name and number",
    "plan_pdf": "the paper of an established plan, whose text is told",
    "draft_writer": "who has a draft open at this moment",
}


@dataclass(frozen=True)
class Handed:
    """An extract on its way out: of which unit, made when and by whom."""

    extract: RegisterExtract
    unit: Unit
    at: datetime
    by: str


def gather(store: "Store", person_id: str) -> RegisterFacts:
    """Return everything that the unit keeps about the person.

    What a role may not see it may not hand out either.

    Raises:
        NotAllowed, NotOwnPerson, RecordMissing, DatabaseDamaged.
    """
    store.access.demand(Permission.EXPORT, (person_id,))
    facts = RegisterFacts(
        person=store.person(person_id),
        assignments=tuple(store.assignments.of_person(person_id)),
        plans=tuple(store.plan(plan.id) for plan in store.plans(person_id)),
        tabs=store.tabs.of_person(person_id).tabs,
        visit_plans=tuple(store.visit_plans.of_person(person_id)),
        journal=tuple(store.journal.of_person(person_id)),
        tasks=tuple(store.tasks.of_person(person_id)),
        prints=tuple(store.prints.of_person(person_id)),
        log=tuple(store.log.about(person_id)),
    )
    return replace(facts, behind=_behind(store, facts))


def _behind(store: "Store", facts: RegisterFacts) -> Behind:
    """Return what no page shows: what was changed, begun, taken away, and done with it."""
    person_id, kept = facts.person.id, store.whole_person
    return Behind(
        people=tuple(
            Earlier(one.person, one.changed_at, one.changed_by)
            for one in store.person_history(person_id)
        ),
        assignments=tuple(
            Earlier(one.assignment, one.changed_at, one.changed_by)
            for assignment in facts.assignments
            for one in store.assignments.history(assignment.id)
        ),
        tabs=tuple(store.tabs.history(person_id)),
        visit_plans=tuple(
            before for one in facts.visit_plans for before in store.visit_plans.history(one.plan.id)
        ),
        removed=tuple(kept.removed_plans(person_id)),
        points=tuple(kept.kept_states(person_id)),
        entries=tuple(kept.begun_entries(person_id)),
        openings=tuple(kept.openings(person_id)),
        done=tuple(_done(store, facts)),
    )


def _done(store: "Store", facts: RegisterFacts) -> Iterator[Done]:
    for plan in facts.plans:
        plan_id = plan.plan.id
        pasted = store.transfers.of(plan_id)
        yield Done(plan, tuple(pasted.values()), store.aftercares.of_plan(plan_id))
    for visit in facts.visit_plans:
        yield Done(visit, tuple(store.transfers.of(visit.plan.id).values()))


def to_json(handed: Handed) -> bytes:
    """Return the extract as JSON in UTF-8, as the top of this module tells; equal gives equal."""
    extract = handed.extract
    whole = {
        "format": FORMAT,
        "enhet": handed.unit.name,
        "gjort": handed.at.astimezone(UTC).isoformat(timespec="seconds"),
        "av": handed.by,
        "koder_visas": extract.shows_codes,
        "utelamnade_anteckningar": extract.withheld,
        "nycklar": KEYS,
        "avsnitt": [_section(section) for section in extract.sections],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2).encode() + b"\n"


def _section(section: Section) -> dict[str, Any]:
    return {
        "id": section.kind.value,
        "rubrik": section.kind.label,
        "anmarkning": section.note,
        "poster": [_record(record) for record in section.records],
    }


def _record(record: Record) -> dict[str, Any]:
    return {
        "rubrik": record.title,
        "uppgifter": [
            {"falt": line.field, "etikett": line.label, "grupp": line.group, "text": line.text}
            for line in record.lines
            if line.text.strip()
        ],
    }
