"""The one place where a unit's database is made and opened, real or practice.

Keys are handed in from here, so that accounts and a vault can take over later.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from gplan_desktop.domain import dates
from gplan_desktop.domain.overview import Aftercare, Place, Unit
from gplan_desktop.domain.plan import PlanRecord
from gplan_desktop.errors import DatabaseMissing, FolderReadOnly
from gplan_desktop.method.model import Method
from gplan_desktop.paths import DataFolders
from gplan_desktop.planning import Desk, Opened, establish, situation_of
from gplan_desktop.rules.situation import Situation
from gplan_desktop.store.keys import new_unit_key, practice_key, unit_key
from gplan_desktop.store.store import Store, create, open_store

if TYPE_CHECKING:
    from gplan_desktop.examples import EstablishedExample, Example

Clock = Callable[[], datetime]
Render = Callable[[PlanRecord, Situation, Unit], bytes]

PRACTICE = Unit("Övningsenheten", "Sam Ordnare", practice=True)
_OFFICE_HOUR = time(14, 30)


@dataclass(frozen=True)
class Units:
    """The units on this computer: where they lie, by which clock, method and paper."""

    folders: DataFolders
    method: Method
    now: Clock
    render: Render

    def open_unit(self) -> Store:
        """Open the real unit; errors as store.open_store and store.unit_key."""
        path = self.folders.unit_database
        if not path.exists():
            # Told before its key: of a folder that lost both there is nothing to unlock.
            raise DatabaseMissing(path)
        return open_store(path, unit_key(path.parent), practice=False, now=self.now)

    def create_unit(self, name: str, coordinator: str) -> Store:
        """Make the real unit's database, empty; errors as store.create."""
        path = self.folders.unit_database
        unit = Unit(name, coordinator, practice=False)
        return create(path, new_unit_key(path.parent), unit, now=self.now)

    def open_practice(self) -> Store:
        """Open the practice unit, made and filled with invented persons at the first time."""
        path = self.folders.practice_database
        if path.exists():
            return open_store(path, practice_key(), practice=True, now=self.now)
        self._make_practice(path)
        return open_store(path, practice_key(), practice=True, now=self.now)

    def _make_practice(self, path: Path) -> None:
        """Make the practice file whole before it gets its name, however it is interrupted."""
        # Loaded when practice is made: every later start does without the examples.
        from gplan_desktop.examples import examples  # noqa: PLC0415

        self.remove_practice()
        unfinished = path.with_name(f"{path.name}.new")
        store = create(unfinished, practice_key(), PRACTICE, now=self.now)
        try:
            fill(store, self, examples(self.today()))
        except BaseException:
            store.close()
            self.remove_practice()
            raise
        store.close()
        unfinished.rename(path)

    def remove_practice(self) -> None:
        """Delete the practice unit's files, so that the next opening makes it anew (F80)."""
        path = self.folders.practice_database
        try:
            for file in path.parent.glob(f"{path.name}*"):
                file.unlink()
        except OSError as error:
            raise FolderReadOnly(path.parent) from error

    def replace_practice(self) -> Store:
        """Put a practice file that cannot be opened aside, and make a new one."""
        path = self.folders.practice_database
        try:
            for file in path.parent.glob(f"{path.name}*"):
                file.replace(file.with_name(f"aside-{file.name}"))
        except OSError as error:
            raise FolderReadOnly(path.parent) from error
        return self.open_practice()

    def renew_practice(self) -> Store:
        """Make the practice unit anew (F80)."""
        self.remove_practice()
        return self.open_practice()

    def today(self) -> date:
        """The day by the clock of the units."""
        return dates.in_sweden(self.now()).date()


def fill(store: Store, units: Units, people: "tuple[Example, ...]") -> None:
    """Write the invented persons into *store*, each plan established on its own day."""
    for example in people:
        store.add_person(example.person)
        for assignment in example.assignments:
            store.assignments.add(assignment)
        for established in example.established:
            _establish_on_its_day(store, units, established)
        for draft in example.drafts:
            store.save_draft(draft, 0, Place())
        _fill_record(store, example)


def _fill_record(store: Store, example: "Example") -> None:
    """Write what stands around the plans, each record in a session of its own."""
    if example.tabs:
        store.tabs.save(example.tabs, 0, example.person.id)
    for visit_plan in example.visit_plans:
        store.visit_plans.save(visit_plan, 0, visit_plan.id)
    for entry in example.journal:
        store.journal.add(entry)


def _establish_on_its_day(store: Store, units: Units, example: "EstablishedExample") -> None:
    version = store.save_draft(example.plan, 0, Place())
    desk = Desk(store, units.method, example.day)
    opened = Opened(PlanRecord(example.plan, version=version), situation_of(example.plan, desk))
    at = dates.at_in_sweden(example.day, _OFFICE_HOUR)
    establish(opened, desk, at, lambda record: units.render(record, opened.situation, store.unit))
    if example.put_away:
        store.aftercares.note(example.plan.id, Aftercare(noted_at=at, filed_at=at))
