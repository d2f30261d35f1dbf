"""A vault whose passphrases cost next to nothing, on a computer with a safe and a clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from nacl.pwhash import argon2id

from gplan_desktop.store import driver
from gplan_desktop.vault.derivation import Cost, Costs
from gplan_desktop.vault.machine import Machine
from gplan_desktop.vault.recovery_code import RecoveryCode
from gplan_desktop.vault.unlocked import Unlocked
from gplan_desktop.vault.users import NewUser
from gplan_desktop.vault.vault import Vault, create, open_vault

CHEAP = Cost(1, argon2id.MEMLIMIT_MIN)
ANNA = NewUser("anna", "Anna Åberg", "chef", "kaffe moln trappa lejon")
BO = NewUser("bo", "Bo Ek", "läsare", "gaffel moln trappa lejon")


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    moment: datetime = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def move(self, **how_far: float) -> None:
        self.moment += timedelta(**how_far)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def safe(new_safe: Callable[[], Any]) -> Any:
    return new_safe()


@pytest.fixture
def machine(clock: Clock, safe: Any) -> Machine:
    return Machine(Costs(CHEAP, CHEAP, Cost(2, 1024 * 1024)), clock, safe)


@pytest.fixture
def anna() -> NewUser:
    return ANNA


@pytest.fixture
def bo() -> NewUser:
    return BO


@pytest.fixture
def made(tmp_path: Path, machine: Machine) -> tuple[Vault, Unlocked, RecoveryCode]:
    return create(tmp_path, ANNA, machine)


@pytest.fixture
def unlocked(made: tuple[Vault, Unlocked, RecoveryCode]) -> Unlocked:
    return made[1]


@pytest.fixture
def code(made: tuple[Vault, Unlocked, RecoveryCode]) -> str:
    return str(made[2])


@pytest.fixture
def again(tmp_path: Path, machine: Machine) -> Callable[[], Vault]:
    """Read the vault anew, as the next start does."""
    return lambda: open_vault(tmp_path, machine)


@pytest.fixture
def kdf_costs(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """What each passphrase that was tried during the test has cost."""
    costs: list[tuple[int, int]] = []
    derive = argon2id.kdf

    def counted(size: int, secret: bytes, salt: bytes, *, opslimit: int, memlimit: int) -> bytes:
        costs.append((opslimit, memlimit))
        return derive(size, secret, salt, opslimit=opslimit, memlimit=memlimit)

    monkeypatch.setattr(argon2id, "kdf", counted)
    return costs


@pytest.fixture
def copy_database() -> Callable[[bytes, bytes, Path, Path], None]:
    """Write an encrypted database anew under another key, and read the whole of it."""
    return _copy_database


def _copy_database(old_key: bytes, new_key: bytes, old_file: Path, new_file: Path) -> None:
    database = driver.open_file(old_file, old_key)
    try:
        driver.copy_file(database, new_file, new_key)
    finally:
        database.close()
    copy = driver.open_copy(new_file, new_key)
    try:
        driver.refuse_damaged(copy, new_file)
    finally:
        copy.close()
