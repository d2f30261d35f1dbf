"""What must not be forgotten about a person, until somebody ticks it (F36, S69)."""

from dataclasses import replace
from datetime import datetime

from gplan_desktop.domain.task import Task
from gplan_desktop.errors import RecordMissing
from gplan_desktop.store import documents, moments
from gplan_desktop.store.connection import Connection, Row


class Tasks:
    """Reads, adds and ticks tasks.

    The document never changes: what a tick tells stands in columns beside it.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_person(self, person_id: str) -> list[Task]:
        """Return the person's open tasks, newest first, then those done, latest done first."""
        return self._list(
            "WHERE person_id = ? ORDER BY done_at IS NOT NULL,"
            " coalesce(done_at, created_at) DESC, rid DESC",
            person_id,
        )

    def still_open(self) -> list[Task]:
        """Return the open tasks of every person, oldest first."""
        return self._list("WHERE done_at IS NULL ORDER BY created_at, rid")

    def get(self, task_id: str) -> Task:
        """Return the task; RecordMissing when there is none."""
        found = self._list("WHERE id = ?", task_id)
        if not found:
            raise RecordMissing("Uppgiften")
        return found[0]

    def add(self, task: Task) -> None:
        """Add the task, inside a transaction."""
        self._connection.write(
            "INSERT INTO task (id, person_id, created_at, done_at, done_by, document)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                task.id,
                task.person_id,
                moments.to_text(task.created_at),
                moments.optional_to_text(task.done_at),
                task.done_by if task.done_at else None,
                documents.encode(replace(task, done_at=None, done_by="")),
            ),
        )

    def tick(self, task_id: str, at: datetime, by: str) -> bool:
        """Note that the task is done, inside a transaction; tell whether it was open."""
        changed = self._connection.write(
            "UPDATE task SET done_at = ?, done_by = ? WHERE id = ? AND done_at IS NULL",
            (moments.to_text(at), by, task_id),
        )
        return changed > 0

    def untick(self, task_id: str) -> bool:
        """Open the task again, inside a transaction; tell whether it was done."""
        changed = self._connection.write(
            "UPDATE task SET done_at = NULL, done_by = NULL WHERE id = ? AND done_at IS NOT NULL",
            (task_id,),
        )
        return changed > 0

    def _list(self, condition: str, *values: str) -> list[Task]:
        sql = f"SELECT document, done_at, done_by FROM task {condition}"  # noqa: S608 constants
        return [_task(row) for row in self._connection.rows(sql, values)]


def _task(row: Row) -> Task:
    task = documents.decode(row["document"], Task)
    done_at = moments.optional_from_text(row["done_at"])
    return replace(task, done_at=done_at, done_by=row["done_by"] or "")
