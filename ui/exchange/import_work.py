"""What is heavy in an import, for the workers: reading a list, reviewing it, taking it in."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from gplan_desktop.errors import WorldError
from gplan_desktop.exchange.assignments_import import CheckedAssignments, check_assignments
from gplan_desktop.exchange.checked import Known
from gplan_desktop.exchange.columns import ListKind
from gplan_desktop.exchange.people_import import CheckedPeople, check_people
from gplan_desktop.exchange.table import Table
from gplan_desktop.exchange.table_file import LARGEST_FILE, read_table
from ui.exchange.review_rows import AnyChecked, Named, review_rows
from ui.exchange.telling import Telling
from ui.office import Office
from ui.progress_window import Tell
from ui.widgets.record_table import Row

if TYPE_CHECKING:
    from gplan_desktop.store.store import Store


class ListChanged(WorldError):
    """The file is no longer the one that was reviewed."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Filen {name} har ändrats, flyttats eller tagits bort sedan den granskades.",
            "Inget är inläst.",
            "Välj ”Läs om filen” och granska den igen.",
        )


class UnitChanged(WorldError):
    """Something of the list has come into the unit since the list was reviewed."""

    def __init__(self, count: int) -> None:
        rows = "En av raderna" if count == 1 else f"{count} av raderna"
        super().__init__(
            f"{rows} har hunnit läggas till i enheten sedan filen granskades.",
            "Inget är inläst.",
            "Filen granskas nu igen. Se efter vilka rader som redan finns.",
        )


@dataclass(frozen=True)
class ReadList:
    """A list as it was read from its file."""

    kind: ListKind
    path: Path
    digest: str
    table: Table


@dataclass(frozen=True)
class Review:
    """A list checked against the unit, and its rows as they are shown."""

    listed: ReadList
    mapping: Mapping[str, int]
    known: Known
    people: Mapping[str, Named]
    """Those in the unit, by id."""
    checked: AnyChecked
    rows: tuple[Row, ...]
    skips_known: bool = False

    @property
    def count(self) -> int:
        """How many persons or assignments there are to take in."""
        if isinstance(self.checked, CheckedPeople):
            return len(self.checked.people)
        return len(self.checked.assignments)

    @property
    def faulty(self) -> int:
        """How many rows must be put right in the file."""
        return sum(bool(row.problems) and not row.is_known for row in self.checked.rows)


def read_list(path: Path, kind: ListKind, tell: Tell) -> ReadList:
    """Read the list in the file at *path*; *tell* can stop it.

    Raises:
        TableUnreadable, FileChanged.
    """
    # Before the reading, so that what is written meanwhile is noticed at the latest in the end.
    digest = _digest(path)
    return ReadList(kind, path, digest, read_table(path, Telling(tell, "Läser filen").watch))


def review(listed: ReadList, mapping: Mapping[str, int], office: Office, tell: Tell) -> Review:
    """Check all rows of *listed* against the unit as it is now; *tell* can stop it."""
    known, people = office.database.call(lambda: _in_unit(listed.kind, office))
    watch = Telling(tell, "Granskar").watch
    checked: AnyChecked
    if listed.kind is ListKind.PEOPLE:
        checked = check_people(listed.table, mapping, known, watch)
    else:
        checked = check_assignments(listed.table, mapping, known, watch)
    rows = review_rows(listed.table, mapping, checked, people)
    return Review(listed, mapping, known, people, checked, rows)


def without_known(reviewed: Review) -> Review:
    """Return the review with what is in the unit already passed over."""
    checked = reviewed.checked.without_known()
    rows = review_rows(reviewed.listed.table, reviewed.mapping, checked, reviewed.people)
    return replace(reviewed, checked=checked, rows=rows, skips_known=True)


def take_in(reviewed: Review, office: Office, tell: Tell) -> int:
    """Write all that was reviewed into the unit, or nothing; return how many there were.

    Raises:
        ListChanged, UnitChanged: nothing was written, nor when *tell* stops it.
    """
    listed = reviewed.listed
    if not listed.digest or _digest(listed.path) != listed.digest:
        raise ListChanged(listed.path.name)
    office.database.call(lambda: _write(reviewed, office.store, Telling(tell, "Läser in")))
    return reviewed.count


def _digest(path: Path) -> str:
    """Return the SHA-256 of the file, or nothing when it cannot be had."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST_FILE:
            return ""
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except (OSError, ValueError):
        return ""


def _in_unit(kind: ListKind, office: Office) -> tuple[Known, dict[str, Named]]:
    imports = office.store.imports
    numbers, protected = imports.known(), imports.protected()
    people = {
        person_id: Named(name, person_id in protected) for person_id, name in numbers.values()
    }
    known = Known(
        office.today(),
        {number: person_id for number, (person_id, _) in numbers.items()},
        frozenset(named.name for named in people.values()),
        imports.known_assignments() if kind is ListKind.ASSIGNMENTS else frozenset(),
    )
    return known, people


def _write(reviewed: Review, store: "Store", telling: Telling) -> None:
    checked = reviewed.checked
    if isinstance(checked, CheckedPeople):
        numbers = store.imports.known()
        _refuse(sum(person.personal_id.value in numbers for person in checked.people))
        store.imports.add_people(checked.people, telling.rows)
    else:
        _refuse(_come_since(checked, reviewed.known, store))
        store.imports.add_assignments(checked.assignments, telling.rows)


def _come_since(checked: CheckedAssignments, known: Known, store: "Store") -> int:
    """Count the assignments of the same person and day as one that is new in the unit."""
    new = store.imports.known_assignments() - known.assignments
    days = {(person_id, day) for person_id, day, _ in new}
    return sum((each.person_id, each.day) in days for each in checked.assignments)


def _refuse(count: int) -> None:
    if count:
        raise UnitChanged(count)
