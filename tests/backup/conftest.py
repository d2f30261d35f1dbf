"""A unit with a person and a plan in a file of its own, and a place for its backups."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from gplan_desktop.backup.kept import Backup, Reason
from gplan_desktop.backup.making import Order, back_up
from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.overview import Place, Unit
from gplan_desktop.domain.person import Person, Provider, SupportKind
from gplan_desktop.domain.plan import Plan, first_plan
from gplan_desktop.store.store import Store, create, open_store


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def move(self, **how_far: float) -> None:
        self.moment += timedelta(**how_far)


def make_person(number: int, name: str) -> Person:
    given, _, family = name.rpartition(" ")
    return Person(
        id=f"person-{number}",
        given_name=given,
        family_name=family,
        personal_id=PersonalId(IdentifierKind.PERSONAL, f"19410331{number:04}"),
        support_start=date(2026, 10, 1),
        support_kinds=(SupportKind.HOME_CARE,),
        unit="Norrgården",
        provider=Provider("Kommunens hemtjänst"),
    )


def add(store: Store, number: int, name: str) -> Plan:
    """Add a person with an assignment and a draft."""
    person = make_person(number, name)
    store.add_person(person)
    assignment = Assignment(f"assignment-{number}", person.id, date(2026, 10, 1), "Bo Lind", ())
    store.assignments.add(assignment)
    plan = first_plan(f"plan-{number}", assignment, "Hemvård")
    store.save_draft(plan, 0, Place())
    return plan


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def key() -> bytes:
    return bytes(range(32))


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory, key: bytes) -> Path:
    """The unit's file, to be copied: creating one waits for the disk."""
    path = tmp_path_factory.mktemp("written") / "unit-g0001.db"
    unit = Unit("Norrgårdens hemtjänst", "Anna Ek", practice=False)
    store = create(path, key, unit, now=Clock())
    add(store, 1, "Karin Öberg")
    store.close()
    return path


@pytest.fixture
def folder(tmp_path: Path, written: Path) -> Path:
    """The unit's folder."""
    folder = tmp_path / "units" / "0001"
    folder.mkdir(parents=True)
    shutil.copy(written, folder)
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "share"
    place.mkdir()
    return place


@pytest.fixture
def reopen(folder: Path, key: bytes, clock: Clock) -> Iterator[Callable[[], Store]]:
    """Open the unit, as often as one likes."""
    opened: list[Store] = []

    def again() -> Store:
        for store in opened:
            store.close()
        opened.append(open_store(folder / "unit-g0001.db", key, practice=False, now=clock))
        return opened[-1]

    yield again
    for store in opened:
        store.close()


@pytest.fixture
def store(reopen: Callable[[], Store]) -> Store:
    return reopen()


@pytest.fixture
def make(store: Store, place: Path, clock: Clock) -> Callable[..., Backup]:
    """Make a backup now, and let a minute pass."""

    def make(reason: Reason = Reason.ASKED, of: Any = None) -> Backup:
        backup = back_up((of or store).copies, Order(place, reason, clock()))
        clock.move(minutes=1)
        return backup

    return make


@pytest.fixture
def begin(clock: Clock) -> Callable[[Store, int, str], Plan]:
    """Add a person with a draft, and let a minute pass."""

    def begin(store: Store, number: int, name: str) -> Plan:
        plan = add(store, number, name)
        clock.move(minutes=1)
        return plan

    return begin


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


@pytest.fixture
def listed() -> Callable[[Path], list[str]]:
    """The names in a folder, in order."""
    return names


@pytest.fixture
def raw(key: bytes) -> Callable[[Path], Any]:
    """Open a closed file with the driver alone, as somebody with the key could."""

    def connect(path: Path) -> Any:
        connection = sqlcipher.connect(str(path))
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        return connection

    return connect


@pytest.fixture(scope="session")
def add_person() -> Callable[[Store, int, str], Plan]:
    """Add a person with a draft."""
    return add
