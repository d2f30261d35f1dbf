"""A real unit, opened on real threads, with a desk that makes its backups."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.overview import Place, Unit
from gplan_desktop.domain.person import Person, Provider, SupportKind
from gplan_desktop.domain.plan import first_plan
from gplan_desktop.settings import Settings
from gplan_desktop.store.store import Store, create, open_store
from ui.backup.backup_desk import BackupDesk, BackupMemory
from ui.office import Office

KEY = bytes(range(32))


class Memory:
    """The program's settings, in no file, and a clock that is moved."""

    def __init__(self, now: datetime) -> None:
        self.settings = Settings()
        self.moment = now

    def keep(self, settings: Settings) -> None:
        self.settings = settings

    def now(self) -> datetime:
        return self.moment

    def move(self, **how_far: float) -> None:
        self.moment += timedelta(**how_far)


def add_person(store: Store, number: int, name: str) -> None:
    """Add a person with a draft."""
    given, _, family = name.rpartition(" ")
    store.add_person(
        Person(
            id=f"person-{number}",
            given_name=given,
            family_name=family,
            personal_id=PersonalId(IdentifierKind.PERSONAL, f"19410331{number:04}"),
            support_start=date(2026, 10, 1),
            support_kinds=(SupportKind.HOME_CARE,),
            unit="Norrgården",
            provider=Provider("Kommunens hemtjänst"),
        )
    )
    assignment = Assignment(f"a-{number}", f"person-{number}", date(2026, 10, 1), "Bo Lind", ())
    store.assignments.add(assignment)
    store.save_draft(first_plan(f"plan-{number}", assignment, "Hemvård"), 0, Place())


@pytest.fixture
def memory(now: Callable[[], datetime]) -> Memory:
    return Memory(now())


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "share"
    place.mkdir()
    return place


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unit's file, to be copied: creating one waits for the disk."""
    path = tmp_path_factory.mktemp("written") / "unit-g0001.db"
    at = datetime(2026, 11, 23, 9, tzinfo=UTC)
    store = create(
        path, KEY, Unit("Norrgårdens hemtjänst", "Anna Ek", practice=False), now=lambda: at
    )
    add_person(store, 1, "Karin Öberg")
    store.close()
    return path


@pytest.fixture
def real(office: Office, memory: Memory, tmp_path: Path, written: Path) -> Iterator[Office]:
    """A unit with one person, in the practice unit's office."""

    path = tmp_path / "units" / "0001" / "unit-g0001.db"
    path.parent.mkdir(parents=True)
    shutil.copy(written, path)
    store = office.database.call(lambda: open_store(path, KEY, practice=False, now=memory.now))
    yield replace(office, store=store, unit=store.unit, now=memory.now)
    office.database.flush()
    office.database.call(store.close)


@pytest.fixture
def desk(real: Office, memory: Memory) -> Iterator[BackupDesk]:
    desk = BackupDesk(real, BackupMemory(lambda: memory.settings, memory.keep))
    yield desk
    real.database.flush()
    desk.stop()


@pytest.fixture
def settle(desk: BackupDesk) -> Callable[[], None]:
    """Wait until both threads have done and reported all that was asked for."""

    def settle() -> None:
        for _ in range(4):
            desk.office.database.flush()
            desk._worker.flush()

    return settle


@pytest.fixture
def add(real: Office) -> Callable[[int, str], None]:
    """Add a person to the unit."""
    return lambda number, name: real.database.call(lambda: add_person(real.store, number, name))
