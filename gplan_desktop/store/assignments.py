"""The assignments that were handed over for each person."""

from dataclasses import dataclass
from datetime import datetime

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.errors import AssignmentInUse, RecordMissing
from gplan_desktop.store import documents, moments
from gplan_desktop.store.connection import Connection, Row


@dataclass(frozen=True)
class AssignmentBefore:
    """What an assignment was until somebody corrected it."""

    assignment: Assignment
    changed_at: datetime
    changed_by: str


class Assignments:
    """Reads, adds and corrects assignments; what a corrected one was is kept."""

    def __init__(self, connection: Connection, now: moments.Clock) -> None:
        self._connection = connection
        self._now = now

    def of_person(self, person_id: str) -> list[Assignment]:
        """Return the person's assignments, newest first."""
        rows = self._connection.rows(
            "SELECT document FROM assignment WHERE person_id = ? ORDER BY day DESC, rid DESC",
            (person_id,),
        )
        return [documents.decode(row["document"], Assignment) for row in rows]

    def get(self, assignment_id: str) -> Assignment:
        """Return the assignment; RecordMissing when there is none."""
        return documents.decode(self._stored(assignment_id)["document"], Assignment)

    def is_open(self, assignment_id: str) -> bool:
        """Tell whether it may be corrected: no established plan stands on it.

        Raises:
            RecordMissing.
        """
        return bool(self._stored(assignment_id)["is_open"])

    def add(self, assignment: Assignment) -> None:
        """Add the assignment, inside a transaction."""
        document = documents.encode(assignment)
        self._connection.write(
            "INSERT INTO assignment (id, person_id, day, document) VALUES (?, ?, ?, ?)",
            (assignment.id, assignment.person_id, assignment.day.isoformat(), document),
        )

    def change(self, assignment: Assignment, by: str) -> bool:
        """Correct it inside a transaction; tell whether it differs from what it was.

        Raises:
            AssignmentInUse, RecordMissing.
        """
        stored = self._stored(assignment.id)
        if not stored["is_open"]:
            raise AssignmentInUse
        document = documents.encode(assignment)
        if document == stored["document"]:
            return False
        self._connection.write(
            "INSERT INTO assignment_before (assignment_rid, changed_at, changed_by, document)"
            " VALUES (?, ?, ?, ?)",
            (stored["rid"], moments.to_text(self._now()), by, stored["document"]),
        )
        # The person too, so that the database refuses to move it to another one.
        self._connection.write(
            "UPDATE assignment SET person_id = ?, day = ?, document = ? WHERE rid = ?",
            (assignment.person_id, assignment.day.isoformat(), document, stored["rid"]),
        )
        return True

    def history(self, assignment_id: str) -> list[AssignmentBefore]:
        """Return what the assignment was before each correction, newest first."""
        rows = self._connection.rows(
            "SELECT changed_at, changed_by, before.document FROM assignment_before AS before"
            " JOIN assignment ON assignment.rid = assignment_rid"
            " WHERE id = ? ORDER BY before.rid DESC",
            (assignment_id,),
        )
        return [
            AssignmentBefore(
                documents.decode(row["document"], Assignment),
                moments.from_text(row["changed_at"]),
                row["changed_by"],
            )
            for row in rows
        ]

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
