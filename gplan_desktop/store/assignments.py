"""The assignments that were handed over for each person."""

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.errors import RecordMissing
from gplan_desktop.store import documents
from gplan_desktop.store.connection import Connection


class Assignments:
    """Reads and adds assignments; none is ever changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_person(self, person_id: str) -> list[Assignment]:
        """Return the person's assignments, newest first."""
        rows = self._connection.rows(
            "SELECT document FROM assignment WHERE person_id = ? ORDER BY day DESC, rid DESC",
            (person_id,),
        )
        return [documents.decode(row["document"], Assignment) for row in rows]

    def get(self, assignment_id: str) -> Assignment:
        """Return the assignment; RecordMissing when there is none."""
        row = self._connection.row("SELECT document FROM assignment WHERE id = ?", (assignment_id,))
        if row is None:
            raise RecordMissing("Uppdraget")
        return documents.decode(row["document"], Assignment)

    def add(self, assignment: Assignment) -> None:
        """Add the assignment, inside a transaction."""
        document = documents.encode(assignment)
        self._connection.write(
            "INSERT INTO assignment (id, person_id, day, document) VALUES (?, ?, ?, ?)",
            (assignment.id, assignment.person_id, assignment.day.isoformat(), document),
        )
