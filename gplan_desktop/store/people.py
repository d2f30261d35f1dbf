"""The persons of the unit: their documents, the list of them and the search in it."""

import json
from collections import defaultdict
from dataclasses import replace
from datetime import date

from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.overview import PersonSummary, PlanSummary
from gplan_desktop.domain.person import Person, SupportKind
from gplan_desktop.errors import PersonExists, RecordMissing
from gplan_desktop.store import documents, search
from gplan_desktop.store.connection import Connection, Row
from gplan_desktop.store.plan_lists import PlanLists

_COLUMNS = (
    "id, number_kind, number, name, unit, provider, external, protected,"
    " support_start, support_kinds, needs_plan"
)


class People:
    """Reads and adds persons."""

    def __init__(self, connection: Connection, plans: PlanLists) -> None:
        self._connection = connection
        self._plans = plans

    def find(self, text: str, limit: int) -> list[PersonSummary]:
        """Return the first *limit* persons found by *text*, in Swedish order."""
        question = search.question(text)
        found = " WHERE rid IN (SELECT rowid FROM person_words WHERE person_words MATCH ?)"
        rows = self._connection.rows(
            f"SELECT {_COLUMNS} FROM person{found if question else ''}"  # noqa: S608 constants
            " ORDER BY sort_key, rid LIMIT ?",
            (question, limit) if question else (limit,),
        )
        return self._with_plans(rows)

    def summaries(self, ids: list[str]) -> dict[str, PersonSummary]:
        """Return the persons with *ids*, by id."""
        rows = self._connection.rows(
            f"SELECT {_COLUMNS} FROM person"  # noqa: S608 constants
            " WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(ids),),
        )
        return {person.id: person for person in self._with_plans(rows)}

    def get(self, person_id: str) -> Person:
        """Return the person; RecordMissing when there is none."""
        row = self._connection.row(
            "SELECT document FROM person_doc JOIN person USING (rid) WHERE id = ?", (person_id,)
        )
        if row is None:
            raise RecordMissing("Personen")
        return documents.decode(row["document"], Person)

    def add(self, person: Person) -> None:
        """Add the person, inside a transaction; PersonExists on a known number."""
        number = person.personal_id.value
        if self._connection.row("SELECT 1 FROM person WHERE number = ?", (number,)):
            raise PersonExists
        document = documents.encode(person)
        self._connection.write(
            f"INSERT INTO person ({_COLUMNS}, sort_key)"  # noqa: S608 constants
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*_values(person), search.sort_key(person)),
        )
        rid = "(SELECT rid FROM person WHERE id = ?)"
        self._connection.write(
            f"INSERT INTO person_doc (rid, document) VALUES ({rid}, ?)",  # noqa: S608 constants
            (person.id, document),
        )
        self._connection.write(
            f"INSERT INTO person_words (rowid, words) VALUES ({rid}, ?)",  # noqa: S608 constants
            (person.id, search.words_to_find(person)),
        )

    def _with_plans(self, rows: list[Row]) -> list[PersonSummary]:
        plans: dict[str, list[PlanSummary]] = defaultdict(list)
        for plan in self._plans.open_plans_of([row["id"] for row in rows]):
            plans[plan.person_id].append(plan)
        return [_with_plans(_summary(row), plans[row["id"]]) for row in rows]


def _values(person: Person) -> tuple[object, ...]:
    return (
        person.id,
        person.personal_id.kind,
        person.personal_id.value,
        person.name,
        person.unit,
        person.provider.name,
        person.provider.external,
        person.protected_identity,
        person.support_start.isoformat(),
        " ".join(person.support_kinds),
        person.needs_plan,
    )


def _summary(row: Row) -> PersonSummary:
    return PersonSummary(
        id=row["id"],
        name=row["name"],
        number=PersonalId(IdentifierKind(row["number_kind"]), row["number"]).masked,
        unit=row["unit"],
        provider=row["provider"],
        external=bool(row["external"]),
        protected=bool(row["protected"]),
        support_start=date.fromisoformat(row["support_start"]),
        support_kinds=tuple(SupportKind(kind) for kind in row["support_kinds"].split()),
        needs_plan=bool(row["needs_plan"]),
    )


def _with_plans(person: PersonSummary, plans: list[PlanSummary]) -> PersonSummary:
    current = tuple(plan for plan in plans if plan.is_current)
    drafts = tuple(plan for plan in plans if not plan.is_current)
    return replace(person, current=current, drafts=drafts)
