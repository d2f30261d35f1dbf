"""A unit of invented persons in a real, encrypted file."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from gplan_desktop.domain.assignment import AssignedArea, Assignment
from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.life_areas import Functioning
from gplan_desktop.domain.overview import Place, Unit
from gplan_desktop.domain.person import Person, Provider, SupportKind
from gplan_desktop.domain.plan import (
    Closing,
    Establishment,
    Plan,
    PlanRecord,
    copy_for_follow_up,
    first_plan,
)
from gplan_desktop.domain.task import Task, TaskKind
from gplan_desktop.store import documents
from gplan_desktop.store.store import Store, create, open_store


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def move(self, **how_far: float) -> None:
        self.moment += timedelta(**how_far)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def key() -> bytes:
    return bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "unit.db"


@pytest.fixture(scope="session")
def unit() -> Unit:
    return Unit("Norrgårdens hemtjänst", "Anna Ek", practice=False)


@pytest.fixture(scope="session")
def created(tmp_path_factory: pytest.TempPathFactory, key: bytes, unit: Unit) -> Path:
    """A newly created unit's file, to be copied: creating one waits for the disk."""
    path = tmp_path_factory.mktemp("created") / "unit.db"
    create(path, key, unit).close()
    return path


@pytest.fixture
def empty_store(path: Path, key: bytes, created: Path, clock: Clock) -> Iterator[Store]:
    path.write_bytes(created.read_bytes())
    store = open_store(path, key, practice=False, now=clock)
    yield store
    store.close()


@pytest.fixture
def make_person() -> Callable[..., Person]:
    count = iter(range(1, 1000))

    def make(name: str = "Karin Öberg", **changes: Any) -> Person:
        number = next(count)
        given, _, family = name.rpartition(" ")
        person = Person(
            id=f"person-{number}",
            given_name=given,
            family_name=family,
            personal_id=PersonalId(IdentifierKind.PERSONAL, f"19410331{number:04}"),
            support_start=date(2026, 10, 1),
            support_kinds=(SupportKind.HOME_CARE, SupportKind.ALARM),
            unit="Norrgården",
            provider=Provider("Kommunens hemtjänst"),
        )
        return replace(person, **changes)

    return make


@pytest.fixture
def person(make_person: Callable[..., Person]) -> Person:
    return make_person()


@pytest.fixture
def assignment(person: Person) -> Assignment:
    need = "Karin behöver stöd när hon duschar."
    area = AssignedArea(
        "d5", need, Functioning.SEVERE, Functioning.SLIGHT, "Att känna sig ren.", "Dusch", ("d510",)
    )
    return Assignment("assignment-1", person.id, date(2026, 10, 1), "Bo Lind", (area,))


@pytest.fixture
def store(empty_store: Store, person: Person, assignment: Assignment) -> Store:
    """A store with one person and her assignment."""
    empty_store.add_person(person)
    empty_store.assignments.add(assignment)
    return empty_store


@pytest.fixture
def plan(assignment: Assignment) -> Plan:
    return first_plan("plan-1", assignment, "Hemvård")


@pytest.fixture
def follow_up(assignment: Assignment) -> Callable[[str, Plan], Plan]:
    def make(plan_id: str, previous: Plan) -> Plan:
        copied = copy_for_follow_up(plan_id, previous, assignment)
        return replace(copied, closing=Closing(date(2027, 3, 1), participated=True))

    return make


@pytest.fixture
def establish(store: Store, clock: Clock) -> Callable[[Plan], PlanRecord]:
    """Save a new plan and establish it at once."""

    def save_and_establish(plan: Plan) -> PlanRecord:
        version = store.save_draft(plan, 0, Place())
        checksum = documents.checksum(plan)
        moment = Establishment(clock(), "Anna Ek", "2026-1", checksum)
        return store.establish(plan, version, moment, b"%PDF-1.7 " + plan.id.encode())

    return save_and_establish


@pytest.fixture
def make_task(person: Person, clock: Clock) -> Callable[..., Task]:
    """Make an open task about the person, created at the clock's moment."""

    def make(task_id: str, **changes: Any) -> Task:
        text = "Karin behöver också stöd med maten."
        task = Task(
            task_id, person.id, TaskKind.CONTACT_CASE_OFFICER, text, clock(), "Eva Ström", area="d5"
        )
        return replace(task, **changes)

    return make


@pytest.fixture
def raw(key: bytes) -> Iterator[Callable[[Path], Any]]:
    """Open a closed unit's file with the driver alone, as somebody with the key could."""
    opened = []

    def connect(path: Path) -> Any:
        connection = sqlcipher.connect(str(path))
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        opened.append(connection)
        return connection

    yield connect
    for connection in opened:
        connection.close()


@pytest.fixture
def reopen(path: Path, key: bytes, raw: Callable[[Path], Any]) -> Iterator[Callable[..., Store]]:
    """Close the store, run SQL on its file behind its back, and open it again."""
    opened = []

    def again(store: Store, *statements: str) -> Store:
        store.close()
        with raw(path) as database:
            for statement in statements:
                database.execute(statement)
        database.close()
        opened.append(open_store(path, key, practice=False))
        return opened[-1]

    yield again
    for store in opened:
        store.close()


@pytest.fixture
def established(
    store: Store,
    plan: Plan,
    establish: Callable[[Plan], PlanRecord],
    follow_up: Callable[..., Plan],
) -> Store:
    """A store with a plan in force and a draft that follows it up."""
    establish(plan)
    store.save_draft(follow_up("draft", plan), 0, Place())
    return store
