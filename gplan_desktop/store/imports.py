"""Many persons or assignments at once, all of them or none, and all of them out again."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.log_entry import Listed
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.user import Permission
from gplan_desktop.store import documents
from gplan_desktop.store.access import Part
from gplan_desktop.store.assignments import insert_assignment
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.guard import needs
from gplan_desktop.store.people import People

_PEOPLE = "SELECT document FROM person JOIN person_doc USING (rid) WHERE {} ORDER BY sort_key, rid"
_ASSIGNMENTS = (
    "SELECT document FROM assignment WHERE person_id IN (SELECT id FROM person WHERE {})"
    " ORDER BY person_id, day, rid"
)

Tell = Callable[[int, int], None]
"""Is told how many are done, and of how many; what it raises breaks the import off."""


class Imports:
    """Adds what was read from a file in one transaction, and gives what is written to one."""

    def __init__(self, books: Bookkeeping, people: People) -> None:
        self._books, self._people = books, people
        self._access = books.access

    @needs(Permission.WRITE, reads=Listed.PEOPLE)
    def known(self) -> Mapping[str, tuple[str, str]]:
        """Return the id and name of every person in the unit, by personal number."""
        return self._people.numbers()

    @needs(Permission.WRITE, reads=Listed.ASSIGNMENTS)
    def known_assignments(self) -> frozenset[tuple[str, date, str]]:
        """Return person's id, day and case officer of every assignment in the unit."""
        return frozenset((a.person_id, a.day, a.case_officer) for a in self._all_assignments())

    @needs(Permission.READ, provider=Part.PERSON)
    def protected(self) -> frozenset[str]:
        """Return the ids of the persons whose identity is protected."""
        condition, own = self._access.own()
        rows = self._books.connection.rows(
            f"SELECT id FROM person WHERE protected AND {condition}",  # noqa: S608 constants
            own,
        )
        return frozenset(row["id"] for row in rows)

    @needs(Permission.EXPORT, reads=Listed.PEOPLE)
    def all_people(self) -> list[Person]:
        """Return every person in the unit, in Swedish order."""
        with self._books.reading():
            return [documents.decode(text, Person) for text in self._documents(_PEOPLE)]

    @needs(Permission.EXPORT, reads=Listed.ASSIGNMENTS)
    def all_assignments(self) -> list[Assignment]:
        """Return every assignment in the unit, person by person, oldest first."""
        return self._all_assignments()

    def _all_assignments(self) -> list[Assignment]:
        with self._books.reading():
            return [documents.decode(text, Assignment) for text in self._documents(_ASSIGNMENTS)]

    @needs(Permission.WRITE)
    def add_people(self, people: Sequence[Person], tell: Tell) -> None:
        """Add all of *people*, or none.

        Raises:
            PersonExists: a number is known, or stands twice; whatever *tell* raises.
            NotOwnUnit: the user does not work in the unit of one of them.
        """
        self._access.demand_units(person.unit for person in people)
        with self._books.connection.writing():
            for number, person in enumerate(people):
                tell(number, len(people))
                self._people.add(person)
                self._books.log("person.imported", person.id)

    @needs(Permission.WRITE)
    def add_assignments(self, assignments: Sequence[Assignment], tell: Tell) -> None:
        """Add all of *assignments*, or none; whatever *tell* raises breaks it off."""
        self._access.demand(Permission.WRITE, {one.person_id for one in assignments})
        with self._books.connection.writing():
            for number, assignment in enumerate(assignments):
                tell(number, len(assignments))
                insert_assignment(self._books.connection, assignment)
                self._books.log("assignment.imported", assignment.id)

    @needs(Permission.EXPORT)
    def note_export(self, kind: str, count: int, *, identified: bool) -> None:
        """Note in the log that *count* rows of "people" or "assignments" leave the unit (F74)."""
        detail = f"{count} {'identified' if identified else 'de-identified'}"
        with self._books.connection.writing():
            self._books.log(f"{kind}.exported", "unit", detail)

    def _documents(self, question: str) -> list[str]:
        condition, own = self._access.own()
        rows = self._books.connection.rows(question.format(condition), own)
        return [row["document"] for row in rows]
