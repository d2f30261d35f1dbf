"""The assignments that were handed over for each person."""

from dataclasses import dataclass
from datetime import datetime

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.user import Permission, Whose
from gplan_desktop.errors import AssignmentInUse, RecordMissing
from gplan_desktop.store import documents, moments
from gplan_desktop.store.access import UNDER_PLAN, Part, Subject
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.connection import Connection, Row
from gplan_desktop.store.guard import needs


@dataclass(frozen=True)
class AssignmentBefore:
    """What an assignment was until somebody corrected it."""

    assignment: Assignment
    changed_at: datetime
    changed_by: str


def insert_assignment(connection: Connection, assignment: Assignment) -> None:
    """Add the assignment, inside a transaction."""
    connection.write(
        "INSERT INTO assignment (id, person_id, day, document) VALUES (?, ?, ?, ?)",
        (
            assignment.id,
            assignment.person_id,
            assignment.day.isoformat(),
            documents.encode(assignment),
        ),
    )


class Assignments:
    """Reads, adds and corrects assignments; what a corrected one was is kept."""

    def __init__(self, books: Bookkeeping) -> None:
        self._books, self._connection = books, books.connection
        self._access = books.access

    @needs(Permission.READ, of=Subject.PERSON, reads="person", provider=Part.PERSON)
    def of_person(self, person_id: str) -> list[Assignment]:
        """Return what has been decided for the person, newest first.

        An external provider sees what the plans in force stand on.
        """
        is_provider = self._access.actor.whose is Whose.PROVIDER
        if is_provider and not self._access.shows(Part.PLANS, Subject.PERSON, person_id):
            return []
        shown = f" AND {UNDER_PLAN}" if is_provider else ""
        rows = self._connection.rows(
            f"SELECT document FROM assignment WHERE person_id = ?{shown}"  # noqa: S608 constants
            " ORDER BY day DESC, rid DESC",
            (person_id,),
        )
        with self._books.reading():
            return [documents.decode(row["document"], Assignment) for row in rows]

    @needs(Permission.READ, of=Subject.ASSIGNMENT, reads="assignment", provider=Part.PLANS)
    def get(self, assignment_id: str) -> Assignment:
        """Return the assignment; RecordMissing when there is none."""
        with self._books.reading():
            return documents.decode(self._stored(assignment_id)["document"], Assignment)

    @needs(Permission.READ, of=Subject.ASSIGNMENT, provider=Part.PLANS)
    def is_open(self, assignment_id: str) -> bool:
        """Tell whether it may be corrected: no established plan stands on it.

        Raises:
            RecordMissing.
        """
        return bool(self._stored(assignment_id)["is_open"])

    @needs(Permission.WRITE, of=Subject.PERSON)
    def add(self, assignment: Assignment) -> None:
        """Add an assignment of a person who is in the unit."""
        with self._connection.writing():
            insert_assignment(self._connection, assignment)
            self._books.log("assignment.added", assignment.id)

    @needs(Permission.WRITE, of=Subject.ASSIGNMENT)
    def change(self, assignment: Assignment) -> None:
        """Correct the assignment that has the same id and person; what it was is kept.

        Raises:
            AssignmentInUse: an established plan stands on it, and it is as it was.
            RecordMissing.
        """
        document = documents.encode(assignment)
        with self._connection.writing():
            stored = self._stored(assignment.id)
            if not stored["is_open"]:
                raise AssignmentInUse
            if document != stored["document"]:
                self._keep(stored)
                # The person too, so that the database refuses to move it to another one.
                self._connection.write(
                    "UPDATE assignment SET person_id = ?, day = ?, document = ? WHERE rid = ?",
                    (assignment.person_id, assignment.day.isoformat(), document, stored["rid"]),
                )
                self._books.log("assignment.changed", assignment.id)

    @needs(Permission.READ, of=Subject.ASSIGNMENT, reads="assignment", provider=list)
    def history(self, assignment_id: str) -> list[AssignmentBefore]:
        """Return what the assignment was before each correction, newest first."""
        rows = self._connection.rows(
            "SELECT changed_at, changed_by, before.document FROM assignment_before AS before"
            " JOIN assignment ON assignment.rid = assignment_rid"
            " WHERE id = ? ORDER BY before.rid DESC",
            (assignment_id,),
        )
        with self._books.reading():
            return [
                AssignmentBefore(
                    documents.decode(row["document"], Assignment),
                    moments.from_text(row["changed_at"]),
                    row["changed_by"],
                )
                for row in rows
            ]

    def _keep(self, stored: Row) -> None:
        self._connection.write(
            "INSERT INTO assignment_before (assignment_rid, changed_at, changed_by, document)"
            " VALUES (?, ?, ?, ?)",
            (stored["rid"], self._books.stamp(), self._books.by, stored["document"]),
        )

    def _stored(self, assignment_id: str) -> Row:
        row = self._connection.row(
            "SELECT rid, document, NOT EXISTS ("
            " SELECT 1 FROM plan WHERE plan.assignment_id = assignment.id"
            " AND plan.status IN ('established', 'superseded', 'annulled')) AS is_open"
            " FROM assignment WHERE id = ?",
            (assignment_id,),
        )
        if row is None:
            raise RecordMissing("Uppdraget")
        return row
