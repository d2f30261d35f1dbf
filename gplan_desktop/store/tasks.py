"""What must not be forgotten about a person, until somebody ticks it (F36, S69)."""

from dataclasses import replace
from datetime import datetime

from gplan_desktop.domain.log_entry import Listed
from gplan_desktop.domain.overview import PersonSummary
from gplan_desktop.domain.task import Task
from gplan_desktop.domain.user import Permission
from gplan_desktop.errors import RecordMissing
from gplan_desktop.store import documents, moments
from gplan_desktop.store.access import Subject
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.connection import Row
from gplan_desktop.store.guard import needs
from gplan_desktop.store.people import People


class Tasks:
    """Reads, adds and ticks tasks.

    The document never changes: what a tick tells stands in columns beside it.
    """

    def __init__(self, books: Bookkeeping, people: People) -> None:
        self._books, self._connection, self._people = books, books.connection, people
        self._access = books.access

    @needs(Permission.READ, of=Subject.PERSON, reads="person", provider=list)
    def of_person(self, person_id: str) -> list[Task]:
        """Return the person's tasks, open ones first, each kind newest first (F36, S69)."""
        return self._list(
            "WHERE person_id = ? ORDER BY done_at IS NOT NULL,"
            " coalesce(done_at, created_at) DESC, rid DESC",
            person_id,
        )

    @needs(Permission.READ, reads=Listed.TASKS, provider=list)
    def still_open(self) -> list[tuple[PersonSummary, Task]]:
        """Return what is left to do for the unit's persons, oldest first."""
        tasks = self._list("WHERE done_at IS NULL ORDER BY created_at, rid")
        people = self._people.summaries([task.person_id for task in tasks])
        return [(people[task.person_id], task) for task in tasks if task.person_id in people]

    @needs(Permission.WRITE, of=Subject.PERSON)
    def add(self, task: Task) -> None:
        """Add a task about a person who is in the unit; its text never changes."""
        with self._connection.writing():
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
            self._books.log("task.added", task.id)

    @needs(Permission.WRITE, of=Subject.TASK)
    def tick(self, task_id: str, at: datetime) -> Task:
        """Note that the task is done, unless it is already; RecordMissing without it."""
        with self._connection.writing():
            if self._connection.write(
                "UPDATE task SET done_at = ?, done_by = ? WHERE id = ? AND done_at IS NULL",
                (moments.to_text(at), self._books.by, task_id),
            ):
                self._books.log("task.ticked", task_id)
        return self._read(task_id)

    @needs(Permission.WRITE, of=Subject.TASK)
    def untick(self, task_id: str) -> Task:
        """Open the task again, unless it is open; RecordMissing without it."""
        with self._connection.writing():
            if self._connection.write(
                "UPDATE task SET done_at = NULL, done_by = NULL"
                " WHERE id = ? AND done_at IS NOT NULL",
                (task_id,),
            ):
                self._books.log("task.unticked", task_id)
        return self._read(task_id)

    def _read(self, task_id: str) -> Task:
        """Return the task as it stands now, which is to read of its person."""
        task = self._get(task_id)
        self._access.note("person.read", task.person_id)
        return task

    def _get(self, task_id: str) -> Task:
        found = self._list("WHERE id = ?", task_id)
        if not found:
            raise RecordMissing("Uppgiften")
        return found[0]

    def _list(self, condition: str, *values: str) -> list[Task]:
        sql = f"SELECT document, done_at, done_by FROM task {condition}"  # noqa: S608 constants
        with self._books.reading():
            return [_task(row) for row in self._connection.rows(sql, values)]


def _task(row: Row) -> Task:
    task = documents.decode(row["document"], Task)
    done_at = moments.optional_from_text(row["done_at"])
    return replace(task, done_at=done_at, done_by=row["done_by"] or "")
