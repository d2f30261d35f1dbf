"""Erasing for good (gallring): what is old enough, all of it, with a record and nothing else."""

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import uuid4

from gplan_desktop.domain import dates
from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.log_entry import Listed
from gplan_desktop.domain.user import Permission
from gplan_desktop.errors import DatabaseDamaged, StorageFailed, StorageFull, WorldError
from gplan_desktop.method.model import Retention
from gplan_desktop.rules.retention import PersonFacts, due
from gplan_desktop.store import leftovers, moments, search
from gplan_desktop.store.access import UNIT
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.connection import Row
from gplan_desktop.store.guard import needs
from gplan_desktop.store.taught_names import only_theirs

# Everything that counts as a note: what was written about the person, by when it was written or
# tells of. That somebody read it does not.
_NOTES = """
SELECT id AS person_id, support_start AS at FROM person
UNION ALL SELECT person.id, audit.at FROM person CROSS JOIN audit ON audit.subject = person.id
  AND action IN (
    'person.added', 'person.imported', 'person.changed', 'person.support_ended',
    'person.support_resumed'
  )
UNION ALL SELECT id, support_end FROM person WHERE support_end IS NOT NULL
UNION ALL SELECT person_id, day FROM assignment
UNION ALL SELECT person_id, audit.at FROM assignment CROSS JOIN audit
  ON audit.subject = assignment.id
  AND action IN ('assignment.added', 'assignment.imported', 'assignment.changed')
UNION ALL SELECT person_id, changed_at FROM plan
UNION ALL SELECT person_id, established_at FROM plan
UNION ALL SELECT person_id, decided_at FROM correction JOIN plan ON plan.id = plan_id
UNION ALL SELECT person_id, changed_at FROM tabs
UNION ALL SELECT person_id, changed_at FROM visit_plan
UNION ALL SELECT person_id, cleared_at FROM visit_plan
UNION ALL SELECT person_id, at FROM journal
UNION ALL SELECT person_id, json_extract(document, '$.written_at') FROM journal
UNION ALL SELECT person_id, struck_at FROM journal
UNION ALL SELECT person_id, changed_at FROM journal_draft
UNION ALL SELECT person_id, created_at FROM task
UNION ALL SELECT person_id, done_at FROM task
UNION ALL SELECT person_id, made_at FROM print WHERE person_id IS NOT NULL
UNION ALL SELECT person_id, collected_at FROM print WHERE person_id IS NOT NULL
"""
_FACTS = f"""
SELECT person.id, name, number_kind, number, last_note, support_end IS NULL AND EXISTS (
  SELECT 1 FROM plan WHERE person_id = person.id AND status IN ('established', 'draft')
) AS is_active
FROM person JOIN (
  SELECT person_id, max(at) AS last_note FROM ({_NOTES}) GROUP BY person_id
) AS notes ON notes.person_id = person.id
"""  # noqa: S608 constants

_ASKED = "(SELECT value FROM json_each(?1))"
_PERSON_RIDS = f"(SELECT rid FROM person WHERE id IN {_ASKED})"  # noqa: S608 constants
_PLAN_RIDS = f"(SELECT rid FROM plan WHERE person_id IN {_ASKED})"  # noqa: S608 constants
_PLAN_IDS = f"(SELECT id FROM plan WHERE person_id IN {_ASKED})"  # noqa: S608 constants
_RECORD_IDS = (
    f"(SELECT id FROM plan WHERE person_id IN {_ASKED}"  # noqa: S608 constants
    f" UNION ALL SELECT id FROM visit_plan WHERE person_id IN {_ASKED})"
)
_OF_PERSON = f"person_id IN {_ASKED}"
# Every table that tells of a person, and which of its rows, those that lean on others first.
# A test finds a table that is forgotten here.
ERASED: Final[dict[str, str]] = {
    "transfer": f"subject IN {_RECORD_IDS}",
    "restore_point": f"plan_rid IN {_PLAN_RIDS}",
    "draft_writer": f"rid IN {_PLAN_RIDS}",
    "removed_draft": f"rid IN {_PLAN_RIDS}",
    "aftercare": f"rid IN {_PLAN_RIDS}",
    "plan_pdf": f"rid IN {_PLAN_RIDS}",
    "plan_doc": f"rid IN {_PLAN_RIDS}",
    "correction": f"plan_id IN {_PLAN_IDS}",
    "print": _OF_PERSON,
    "plan": _OF_PERSON,
    "assignment_before": (
        f"assignment_rid IN (SELECT rid FROM assignment WHERE {_OF_PERSON})"  # noqa: S608 constants
    ),
    "assignment": _OF_PERSON,
    "tabs_before": f"tabs_rid IN (SELECT rid FROM tabs WHERE {_OF_PERSON})",  # noqa: S608 constants
    "tabs": _OF_PERSON,
    "visit_plan_before": (
        f"visit_plan_rid IN (SELECT rid FROM visit_plan WHERE {_OF_PERSON})"  # noqa: S608 constants
    ),
    "visit_plan": _OF_PERSON,
    "journal": _OF_PERSON,
    "journal_draft": _OF_PERSON,
    "task": _OF_PERSON,
    "opened_other": _OF_PERSON,
    "person_before": f"person_rid IN {_PERSON_RIDS}",
    "person_words": f"rowid IN {_PERSON_RIDS}",
    "person_doc": f"rid IN {_PERSON_RIDS}",
    "person": f"id IN {_ASKED}",
}
_LOCKS = (
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    " AND tbl_name IN (SELECT value FROM json_each(?)) AND sql LIKE '%BEFORE DELETE ON%'"
)
_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"


class NotDue(WorldError):
    """Somebody among those to be erased is not old enough after all; nothing was erased."""

    def __init__(self) -> None:
        super().__init__(
            "Gallringen avbröts: någon av de valda ska inte gallras längre.",
            "Ingenting har raderats.",
            "Läs listan på nytt och välj igen.",
        )


@dataclass(frozen=True)
class Erasure:
    """The record of one erasure, which is all that is left.

    *words* is how many names went out of the unit's own word list with the persons.
    """

    id: str
    at: datetime
    by: str
    reason: str
    persons: int
    words: int = 0


class RetentionRegister:
    """Tells how old each person's last note is, erases those who are due, and tells of it."""

    def __init__(self, books: Bookkeeping) -> None:
        self._books, self._access = books, books.access

    @needs(Permission.ERASE, reads=Listed.TO_ERASE)
    def facts(self) -> list[PersonFacts]:
        """Return of each of the user's own persons what decides when that one is erased."""
        condition, own = self._access.own()
        return self._facts(condition, own)

    @needs(Permission.ERASE)
    def done(self) -> list[Erasure]:
        """Return the records of what was erased, the latest first."""
        rows = self._books.connection.rows(
            "SELECT id, erased_at, erased_by, reason, persons, words FROM erasure ORDER BY rid DESC"
        )
        return [
            Erasure(
                row["id"],
                moments.from_text(row["erased_at"]),
                row["erased_by"],
                row["reason"],
                row["persons"],
                row["words"],
            )
            for row in rows
        ]

    @needs(Permission.ERASE)
    def erase(self, person_ids: Sequence[str], reason: str, rules: Retention) -> Erasure:
        """Erase everything about the persons for good; only its record is left.

        Copies beside the file are erased as well. Nothing brings it back but a backup from
        before, for as long as those are kept.

        Raises:
            ValueError: without a reason, or without persons.
            NotDue: one of them is not due by *rules* today; nothing is erased.
            NotOwnPerson, StorageFull, StorageFailed: nothing is erased.
        """
        asked = sorted(set(person_ids))
        if not asked or not reason.strip():
            raise ValueError("persons are erased for a reason")
        self._access.demand(Permission.ERASE, asked)
        with self._books.connection.writing():
            self._require_due(asked, rules)
            taught = only_theirs(self._books.connection, asked)
            self._delete(json.dumps(asked))
            self._forget(taught)
            erasure = self._note(asked, reason.strip(), len(taught))
        # What was erased is overwritten already (secure_delete); this also gives its room back.
        # A full disk must not make the erasing look undone.
        with suppress(StorageFull, StorageFailed):
            self._books.connection.compact()
        leftovers.erase_copies(self._books.connection.path)
        return erasure

    def _facts(self, condition: str, values: Sequence[str]) -> list[PersonFacts]:
        rows = self._books.connection.rows(f"{_FACTS} WHERE {condition}", values)
        facts = [_person_facts(row) for row in rows]
        return sorted(facts, key=lambda one: search.swedish(one.name))

    def _require_due(self, asked: list[str], rules: Retention) -> None:
        """Refuse who is not due any more, as when somebody has written since the list was made."""
        today = dates.in_sweden(self._books.now()).date()
        facts = self._facts(f"person.id IN {_ASKED}", (json.dumps(asked),))
        if {one.person_id for one in due(facts, rules, today) if one.may_be_erased} != set(asked):
            raise NotDue

    def _delete(self, asked: str) -> None:
        """Delete every row about the persons, inside a transaction.

        The locks that refuse it are lifted and put back as they were written. Nobody else has the
        file open, and what fails leaves them as they were.
        """
        connection = self._books.connection
        before = connection.rows(_SCHEMA)
        locks = connection.rows(_LOCKS, (json.dumps(list(ERASED)),))
        for lock in locks:
            connection.write(f'DROP TRIGGER "{lock["name"]}"')
        for table, condition in ERASED.items():
            connection.write(f"DELETE FROM {table} WHERE {condition}", (asked,))  # noqa: S608 constants
        # Or the search would keep the words until it next happens to merge its parts.
        connection.write("INSERT INTO person_words (person_words) VALUES ('optimize')")
        for lock in locks:
            connection.write(lock["sql"])
        if connection.rows(_SCHEMA) != before:
            raise DatabaseDamaged(connection.path, "spärrarna kom inte tillbaka efter gallringen")

    def _forget(self, taught: list[str]) -> None:
        """Let the spelling forget the names, inside a transaction; the log tells how many."""
        connection = self._books.connection
        for word in taught:
            row = connection.row("SELECT rid FROM own_word WHERE word = ?", (word,))
            connection.write("DELETE FROM own_word WHERE word = ?", (word,))
            self._books.log("word.removed", str(row["rid"]) if row else "")

    def _note(self, asked: list[str], reason: str, words: int) -> Erasure:
        """Write the record, and in the log an entry for each and one that seals the record."""
        books, now = self._books, self._books.now()
        erasure = Erasure(str(uuid4()), now, books.by, reason, len(asked), words)
        digests = json.dumps([hashlib.sha256(one.encode()).hexdigest() for one in asked])
        at = moments.to_text(now)
        values = (erasure.id, at, books.by, reason, len(asked), digests, words)
        books.connection.write(
            "INSERT INTO erasure (id, erased_at, erased_by, reason, persons, digests, words)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            values,
        )
        for person_id in asked:
            books.log("person.erased", person_id, erasure.id)
        sealed = hashlib.sha256(json.dumps(values).encode()).hexdigest()
        books.log("people.erased", UNIT, f"{erasure.id} {sealed}")
        return erasure


def _person_facts(row: Row) -> PersonFacts:
    number = PersonalId(IdentifierKind(row["number_kind"]), row["number"])
    return PersonFacts(
        row["id"], row["name"], number, _day(row["last_note"]), bool(row["is_active"])
    )


def _day(text: str) -> date:
    """Return the Swedish day of a note, which is kept as a day or as a moment."""
    if len(text) == len("2026-11-23"):
        return date.fromisoformat(text)
    return dates.in_sweden(moments.from_text(text)).date()
