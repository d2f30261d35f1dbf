"""The persons of the unit: their documents, the list of them and the search in it."""

import json
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime

from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.overview import PersonSummary, PlanSummary
from gplan_desktop.domain.person import Person, SupportKind
from gplan_desktop.errors import PersonExists, RecordMissing
from gplan_desktop.store import documents, moments, search
from gplan_desktop.store.access import Access
from gplan_desktop.store.connection import Connection, Row
from gplan_desktop.store.plan_lists import PlanLists

_COLUMNS = (
    "id, number_kind, number, name, unit, provider, external, protected,"
    " support_start, support_kinds, needs_plan, support_end"
)


@dataclass(frozen=True)
class ProviderSummary:
    """An external provider, and how many of the unit's persons it supports."""

    name: str
    people: int


@dataclass(frozen=True)
class PersonBefore:
    """What stood about a person until somebody corrected it."""

    person: Person
    changed_at: datetime
    changed_by: str


class People:
    """Reads, adds and corrects persons; what stood about a corrected one is kept.

    Lists hold only the user's own persons.
    """

    def __init__(
        self, connection: Connection, plans: PlanLists, access: Access, now: moments.Clock
    ) -> None:
        self._connection, self._plans, self._now = connection, plans, now
        self._access = access

    def find(self, text: str, limit: int) -> list[PersonSummary]:
        """Return the first *limit* persons found by *text*, in Swedish order."""
        question = search.question(text)
        found = " AND rid IN (SELECT rowid FROM person_words WHERE person_words MATCH ?)"
        condition, own = self._access.own()
        rows = self._connection.rows(
            f"SELECT {_COLUMNS} FROM person WHERE {condition}{found if question else ''}"  # noqa: S608 constants
            " ORDER BY sort_key, rid LIMIT ?",
            (*own, question, limit) if question else (*own, limit),
        )
        return self._with_plans(rows)

    def summaries(self, ids: list[str]) -> dict[str, PersonSummary]:
        """Return those of the persons with *ids* who are the user's own, by id."""
        condition, own = self._access.own()
        rows = self._connection.rows(
            f"SELECT {_COLUMNS} FROM person"  # noqa: S608 constants
            f" WHERE id IN (SELECT value FROM json_each(?)) AND {condition}",
            (json.dumps(ids), *own),
        )
        return {person.id: person for person in self._with_plans(rows)}

    def providers(self) -> list[ProviderSummary]:
        """Return the external providers, in Swedish order."""
        condition, own = self._access.own()
        rows = self._connection.rows(
            "SELECT provider, count(*) AS people FROM person"  # noqa: S608 constants
            f" WHERE external AND {condition} GROUP BY provider",
            own,
        )
        found = [ProviderSummary(row["provider"], row["people"]) for row in rows]
        return sorted(found, key=lambda provider: search.swedish(provider.name))

    def of_provider(self, name: str) -> list[PersonSummary]:
        """Return the persons whom the external provider *name* supports, in Swedish order."""
        condition, own = self._access.own()
        rows = self._connection.rows(
            f"SELECT {_COLUMNS} FROM person WHERE external AND provider = ? AND {condition}"  # noqa: S608 constants
            " ORDER BY sort_key, rid",
            (name, *own),
        )
        return self._with_plans(rows)

    def get(self, person_id: str) -> Person:
        """Return the person; RecordMissing when there is none."""
        return documents.decode(self._stored(person_id, "document")["document"], Person)

    def numbers(self) -> dict[str, tuple[str, str]]:
        """Return the id and name of every person of the user's own, by personal number."""
        condition, own = self._access.own()
        rows = self._connection.rows(
            f"SELECT number, id, name FROM person WHERE {condition}",  # noqa: S608 constants
            own,
        )
        return {row["number"]: (row["id"], row["name"]) for row in rows}

    def with_number(self, number: str) -> str | None:
        """Return the id of who has the whole personal *number*, in sight or not."""
        row = self._connection.row("SELECT id FROM person WHERE number = ?", (number,))
        return row["id"] if row else None

    def add(self, person: Person) -> None:
        """Add the person, inside a transaction; PersonExists on a known number."""
        self._refuse_known(person, "")
        marks = ", ".join("?" for _ in (*_COLUMNS.split(","), "sort_key"))
        self._connection.write(
            f"INSERT INTO person ({_COLUMNS}, sort_key) VALUES ({marks})",  # noqa: S608 constants
            (*_values(person), search.sort_key(person)),
        )
        rid = self._stored(person.id, "rid")["rid"]
        self._connection.write(
            "INSERT INTO person_doc (rid, document) VALUES (?, ?)",
            (rid, documents.encode(person)),
        )
        self._index(rid, person)

    def change(self, person: Person, by: str) -> bool:
        """Correct the person inside a transaction; tell whether anything differs.

        Raises:
            PersonExists: another person has the number.
            RecordMissing.
        """
        stored = self._stored(person.id, "rid, document")
        document = documents.encode(person)
        if document == stored["document"]:
            return False
        self._refuse_known(person, person.id)
        self._connection.write(
            "INSERT INTO person_before (person_rid, changed_at, changed_by, document)"
            " VALUES (?, ?, ?, ?)",
            (stored["rid"], moments.to_text(self._now()), by, stored["document"]),
        )
        places = ", ".join(f"{column.strip()} = ?" for column in _COLUMNS.split(","))
        self._connection.write(
            f"UPDATE person SET {places}, sort_key = ? WHERE rid = ?",  # noqa: S608 constants
            (*_values(person), search.sort_key(person), stored["rid"]),
        )
        self._connection.write(
            "UPDATE person_doc SET document = ? WHERE rid = ?", (document, stored["rid"])
        )
        self._connection.write("DELETE FROM person_words WHERE rowid = ?", (stored["rid"],))
        self._index(stored["rid"], person)
        return True

    def history(self, person_id: str) -> list[PersonBefore]:
        """Return what stood about the person before each correction, newest first."""
        rows = self._connection.rows(
            "SELECT changed_at, changed_by, before.document FROM person_before AS before"
            " JOIN person ON person.rid = person_rid WHERE id = ? ORDER BY before.rid DESC",
            (person_id,),
        )
        return [
            PersonBefore(
                documents.decode(row["document"], Person),
                moments.from_text(row["changed_at"]),
                row["changed_by"],
            )
            for row in rows
        ]

    def _refuse_known(self, person: Person, own_id: str) -> None:
        known = "SELECT 1 FROM person WHERE number = ? AND id <> ?"
        if self._connection.row(known, (person.personal_id.value, own_id)):
            raise PersonExists

    def _stored(self, person_id: str, columns: str) -> Row:
        row = self._connection.row(
            f"SELECT {columns} FROM person LEFT JOIN person_doc USING (rid) WHERE id = ?",  # noqa: S608 constants
            (person_id,),
        )
        if row is None:
            raise RecordMissing("Personen")
        return row

    def _index(self, rid: int, person: Person) -> None:
        self._connection.write(
            "INSERT INTO person_words (rowid, words) VALUES (?, ?)",
            (rid, search.words_to_find(person)),
        )

    def _with_plans(self, rows: list[Row]) -> list[PersonSummary]:
        plans: dict[str, list[PlanSummary]] = defaultdict(list)
        found = self._plans.open_plans_of([row["id"] for row in rows])
        for plan in self._access.plans_shown(found):
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
        person.support_end.day.isoformat() if person.support_end else None,
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
        support_end=date.fromisoformat(row["support_end"]) if row["support_end"] else None,
    )


def _with_plans(person: PersonSummary, plans: list[PlanSummary]) -> PersonSummary:
    current = tuple(plan for plan in plans if plan.is_current)
    drafts = tuple(plan for plan in plans if not plan.is_current)
    return replace(person, current=current, drafts=drafts)
