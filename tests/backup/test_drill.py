"""The restore drill: an empty machine, a share with backups, and the recovery code on paper."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from nacl.pwhash import argon2id

from gplan_desktop.backup.anchor import check_anchor, numbers
from gplan_desktop.backup.faults import BackupUnusable
from gplan_desktop.backup.finding import inspect, list_backups
from gplan_desktop.backup.kept import Backup, Reason
from gplan_desktop.backup.making import Order, back_up
from gplan_desktop.backup.restoring import Target, restore
from gplan_desktop.backup.unlocking import Restorers, vault_of
from gplan_desktop.domain.log_entry import RECOVERER
from gplan_desktop.domain.overview import Unit
from gplan_desktop.domain.plan import Plan, PlanRecord
from gplan_desktop.errors import NotAllowed
from gplan_desktop.store import store as stores
from gplan_desktop.store.copies import copy_under_new_key
from gplan_desktop.store.store import Store
from gplan_desktop.vault.derivation import Cost, Costs
from gplan_desktop.vault.faults import RecoveryCodeWrong
from gplan_desktop.vault.machine import Machine
from gplan_desktop.vault.users import NewUser
from gplan_desktop.vault.vault import create, open_vault

CHEAP = Cost(1, argon2id.MEMLIMIT_MIN)
ANNA = NewUser("anna", "Anna Åberg", "chef", "kaffe moln trappa lejon")
BO = NewUser("bo", "Bo Al", "lasare", "vinter fönster lykta korg")
PLANS = 20
AT = datetime(2026, 11, 2, 9, tzinfo=UTC)


@dataclass
class Lost:
    """What is left when the machine has burnt down, and what was on it."""

    backup: Backup
    code: str
    plans: dict[str, PlanRecord]


@pytest.fixture(scope="module")
def machine() -> Machine:
    return Machine(Costs(CHEAP, CHEAP, Cost(2, 1024 * 1024)), lambda: AT)


@pytest.fixture(scope="module")
def lost(
    tmp_path_factory: pytest.TempPathFactory,
    machine: Machine,
    add_person: Callable[[Store, int, str], Plan],
) -> Lost:
    folder, share = tmp_path_factory.mktemp("burnt") / "unit", tmp_path_factory.mktemp("share")
    _, unlocked, code = create(folder, ANNA, machine)
    unlocked.add_user(BO)
    unit = Unit("Norrgårdens hemtjänst", "Anna Åberg", practice=False)
    store = stores.create(unlocked.database, unlocked.key, unit, now=lambda: AT)
    for number in range(PLANS):
        add_person(store, number, f"Karin Öberg {number}")
    backup = back_up(store.copies, Order(share, Reason.DAILY, AT))
    plans = {f"plan-{number}": store.plan(f"plan-{number}") for number in range(PLANS)}
    store.close()
    shutil.rmtree(folder)
    return Lost(backup, str(code), plans)


@pytest.fixture
def share(lost: Lost) -> Path:
    return lost.backup.path.parent


def test_the_code_alone_brings_everything_back_on_an_empty_machine(
    lost: Lost, tmp_path: Path, machine: Machine, clock: Any, share: Path
) -> None:
    found = list_backups(share)[0]
    with vault_of(found, machine) as vault:
        key = vault.unlock_with_recovery(lost.code).key
    assert inspect(found, key).contents == lost.backup.contents
    folder = tmp_path / "new" / "units" / "0001"
    path = restore(found, key, Target(folder, clock, "Anna Ek"))
    unlocked = open_vault(folder, machine).unlock(ANNA.login, ANNA.passphrase)
    assert (unlocked.key, unlocked.database) == (key, path)
    store = stores.open_store(path, key, practice=False)
    assert {plan_id: store.plan(plan_id) for plan_id in lost.plans} == lost.plans
    assert check_anchor(store.copies.chain(numbers([found])), [found]) == []
    store.close()


def test_a_wrong_code_opens_no_backup(lost: Lost, machine: Machine) -> None:
    wrong = "0" * 40
    with vault_of(lost.backup, machine) as vault, pytest.raises(RecoveryCodeWrong):
        vault.unlock_with_recovery(wrong)


def test_only_who_may_restore_gets_the_key_of_a_backup(
    lost: Lost, machine: Machine, method: Any
) -> None:
    who = Restorers(method.access.roles, machine)
    assert who.role_names == ("Samordnare", "Enhetschef", "Administratör")
    by_code = who.open(lost.backup, "", lost.code)
    opened = who.open(lost.backup, ANNA.login, ANNA.passphrase)
    assert (by_code.key, by_code.by, opened.by) == (opened.key, RECOVERER, ANNA.name)
    with pytest.raises(NotAllowed, match="Din roll, läsare, får inte säkerhetskopiera") as refused:
        who.open(lost.backup, BO.login, BO.passphrase)
    assert "Det får samordnare, enhetschef och administratör." in refused.value.happened
    # A plain folder that says something else gives nobody more, and takes nothing away.
    roles = method.access.roles
    greedy = Restorers({**roles, "lasare": roles["chef"]}, machine)
    with pytest.raises(NotAllowed):
        greedy.open(lost.backup, BO.login, BO.passphrase)
    assert Restorers({}, machine).open(lost.backup, ANNA.login, ANNA.passphrase) == opened


def test_nothing_is_written_beside_the_backup_by_unlocking_it(
    lost: Lost, machine: Machine, share: Path, listed: Callable[[Path], list[str]]
) -> None:
    before = listed(share)
    with vault_of(lost.backup, machine) as vault:
        vault.unlock(ANNA.login, ANNA.passphrase)
    assert listed(share) == before


def test_a_backup_without_its_vault_is_told_of(
    lost: Lost, machine: Machine, tmp_path: Path
) -> None:
    alone = replace(lost.backup, path=tmp_path / lost.backup.path.name)
    with pytest.raises(BackupUnusable, match="nycklar saknas"), vault_of(alone, machine):
        pass


def test_a_backup_from_before_a_change_of_key_comes_back_with_its_own_vault(
    tmp_path: Path, machine: Machine, clock: Any, place: Path
) -> None:
    folder = tmp_path / "units" / "0001"
    _, unlocked, _ = create(folder, ANNA, machine)
    unit = Unit("Norrgårdens hemtjänst", "Anna Åberg", practice=False)
    store = stores.create(unlocked.database, unlocked.key, unit, now=clock)
    backup = back_up(store.copies, Order(place, Reason.ROTATION, clock()))
    store.close()
    renewed = unlocked.rotate(copy_under_new_key)
    assert renewed.database.name == "unit-g0002.db"
    stores.open_store(renewed.database, renewed.key, practice=False).close()
    with vault_of(backup, machine) as vault:
        key = vault.unlock(ANNA.login, ANNA.passphrase).key
    assert restore(backup, key, Target(folder, clock, "Anna Ek")).name == "unit-g0001.db"
    again = open_vault(folder, machine).unlock(ANNA.login, ANNA.passphrase)
    assert (again.generation, again.key) == (1, unlocked.key)
