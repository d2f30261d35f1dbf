"""Fetches persons or assignments, notes that they leave the unit, and writes them to a file."""

from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.person import Person
from gplan_desktop.exchange.columns import ListKind
from gplan_desktop.exchange.table import Table
from gplan_desktop.exchange.tables import assignments_table, legend, people_table
from ui.exchange.list_files import write_list
from ui.office import Office
from ui.progress_window import Tell

_FETCHING = "Hämtar uppgifterna…"
_WRITING = "Skriver filen…"


@dataclass(frozen=True)
class Export:
    """What is to be saved, and whether it tells who is who."""

    kind: ListKind
    identified: bool

    def run(self, office: Office, path: Path, tell: Tell) -> int:
        """Save the list at *path* and return how many rows it has; *tell* can stop it before that.

        Raises:
            TableNotWritten.
        """
        tell(_FETCHING, 0, 0)
        people, assignments = office.database.call(lambda: self._fetch(office))
        table = self._table(people, assignments)
        tell(_WRITING, 0, 0)
        count = len(table.rows)
        # Before the file is there: no list leaves the unit without standing in the log.
        office.database.call(
            lambda: office.store.imports.note_export(self.kind, count, identified=self.identified)
        )
        write_list(table, path, legend(self.kind, identified=self.identified))
        return count

    def _fetch(self, office: Office) -> tuple[list[Person], list[Assignment]]:
        imports = office.store.imports
        wants_assignments = self.kind is ListKind.ASSIGNMENTS
        return imports.all_people(), imports.all_assignments() if wants_assignments else []

    def _table(self, people: list[Person], assignments: list[Assignment]) -> Table:
        if not self.identified:
            # By name, the place in the list alone would tell something of who somebody is.
            people = sorted(people, key=attrgetter("id"))
        if self.kind is ListKind.PEOPLE:
            return people_table(people, identified=self.identified)
        return assignments_table(assignments, people, identified=self.identified)
