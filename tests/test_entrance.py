"""The way into a unit: set up whole or not at all, and opened by those who may."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from nacl.pwhash import argon2id

from gplan_desktop.domain.user import Permission
from gplan_desktop.entrance import Entered, Entrance, EntranceState, NewUnit
from gplan_desktop.method.model import Method
from gplan_desktop.paths import DataFolders, data_folders
from gplan_desktop.store.keys import unit_key
from gplan_desktop.units import Units
from gplan_desktop.vault.derivation import Cost, Costs
from gplan_desktop.vault.faults import RecoveryCodeWrong, WrongPassphrase
from gplan_desktop.vault.machine import Machine
from gplan_desktop.vault.users import NewUser

PHRASE = "sommar tegel brygga mandel"
OTHER = "vinter fönster lykta korg"
ANNA = NewUnit("Norra", "Anna Ek", "anna.ek", PHRASE)


@pytest.fixture
def folders(tmp_path: Path) -> DataFolders:
    return data_folders(tmp_path / "data")


@pytest.fixture
def entrance(
    folders: DataFolders, method: Method, now: Callable[[], datetime], machine: Machine
) -> Entrance:
    return Entrance(folders, method, now, machine)


@pytest.fixture
def settled(entrance: Entrance) -> Entrance:
    """A unit in its place, with Anna as its manager."""
    entrance.prepare(ANNA)
    entrance.settle()
    return entrance


def who(entered: Entered) -> str:
    try:
        return entered.store.unit.coordinator
    finally:
        entered.store.close()


def test_a_unit_that_was_set_up_is_opened_by_its_manager(settled: Entrance) -> None:
    assert settled.state is EntranceState.LOGIN
    entered = settled.log_in("Anna.Ek ", PHRASE)
    assert entered.store.access.actor.may(Permission.MANAGE_USERS)
    assert (who(entered), entered.store.unit.name) == ("Anna Ek", "Norra")


def test_no_one_else_comes_in(settled: Entrance) -> None:
    for login, phrase in (("anna.ek", OTHER), ("bo", PHRASE)):
        with pytest.raises(WrongPassphrase):
            settled.log_in(login, phrase)


def test_a_unit_that_was_not_finished_is_no_unit(entrance: Entrance, folders: DataFolders) -> None:
    entrance.prepare(ANNA)
    assert (entrance.state, folders.has_unit) == (EntranceState.NONE, False)
    entrance.abandon()
    assert list(folders.root.iterdir()) == []


def test_one_that_was_cut_off_is_begun_over_again(entrance: Entrance) -> None:
    entrance.prepare(ANNA)
    entrance.prepare(ANNA)
    entrance.settle()
    assert who(entrance.log_in("anna.ek", PHRASE)) == "Anna Ek"


def test_the_recovery_code_leads_in(entrance: Entrance) -> None:
    unlocked, code = entrance.prepare(ANNA)
    unlocked.confirm_recovery(str(code).lower())
    entrance.settle()
    assert who(entrance.recover(str(code))) == "Återställningskoden"
    with pytest.raises(RecoveryCodeWrong):
        entrance.recover("ABCDE-" * 8)


def test_each_user_works_in_the_own_name_with_the_own_role(settled: Entrance) -> None:
    entered = settled.log_in("anna.ek", PHRASE)
    entered.unlocked.add_user(NewUser("bo.al", "Bo Al", "lasare", OTHER))
    entered.store.close()
    bo = settled.log_in("bo.al", OTHER)
    assert not bo.store.access.actor.may(Permission.WRITE)
    assert who(bo) == "Bo Al"


def test_a_role_that_is_no_longer_there_may_least(settled: Entrance) -> None:
    entered = settled.log_in("anna.ek", PHRASE)
    entered.unlocked.add_user(NewUser("bo.al", "Bo Al", "trollkarl", OTHER))
    entered.store.close()
    bo = settled.log_in("bo.al", OTHER)
    assert not bo.store.access.actor.may(Permission.READ)
    bo.store.close()


def test_a_unit_without_log_in_gets_one_and_keeps_what_it_holds(
    entrance: Entrance, folders: DataFolders, method: Method, now: Callable[[], datetime]
) -> None:
    units = Units(folders, method, now, lambda *_: b"")
    store = units.create_unit("Norra", "Anna Ek")
    store.add_word("rollatorväska")
    store.close()
    old = unit_key(folders.unit_folder)
    assert entrance.state is EntranceState.OPEN
    unlocked, _ = entrance.adopt(ANNA.manager)
    assert unlocked.key != old
    assert not list(folders.unit_folder.glob("unit.key*"))
    entered = entrance.log_in("anna.ek", PHRASE)
    assert entered.store.own_words() == ["rollatorväska"]
    entered.store.close()


@pytest.fixture
def machine() -> Machine:
    """A computer whose keys are cheap to derive, and that remembers nobody."""
    cheap = Cost(1, argon2id.MEMLIMIT_MIN)
    return Machine(costs=Costs(cheap, cheap, Cost(2, 1024 * 1024)))
