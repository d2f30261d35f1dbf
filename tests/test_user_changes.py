"""Who can log in, changed by the log and the vault together."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from nacl.pwhash import argon2id

from gplan_desktop.domain.overview import Unit
from gplan_desktop.store.store import Store, create
from gplan_desktop.user_changes import UserChanges
from gplan_desktop.vault import vault
from gplan_desktop.vault.derivation import Cost, Costs
from gplan_desktop.vault.faults import LoginUnfit, NameInLog, OwnRole, PassphraseWeak
from gplan_desktop.vault.machine import Machine
from gplan_desktop.vault.unlocked import Unlocked
from gplan_desktop.vault.users import NewUser

LEAST = Cost(1, argon2id.MEMLIMIT_MIN)
CHEAP = Machine(Costs(LEAST, LEAST, Cost(2, 1024 * 1024)))
PHRASE, OTHER = "sommar tegel brygga mandel", "vinter fönster lykta korg"
UNITS_NAME = "Björkbacken-2026!"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    unit = Unit("Hemvården Björkbacken", "Anna Ek", practice=False)
    store = create(tmp_path / "unit.db", bytes(32), unit)
    yield store
    store.close()


@pytest.fixture
def unlocked(tmp_path: Path) -> Unlocked:
    return vault.create(tmp_path, NewUser("anna", "Anna Ek", "chef", PHRASE), CHEAP)[1]


def test_the_units_name_is_no_passphrase(store: Store, unlocked: Unlocked) -> None:
    changes = UserChanges(unlocked, store)
    for change in (
        lambda: changes.add(NewUser("bo", "Bo Al", "lasare", UNITS_NAME)),
        lambda: changes.reset(unlocked.user, UNITS_NAME),
        lambda: changes.change_own(PHRASE, UNITS_NAME),
    ):
        with pytest.raises(PassphraseWeak, match="enhetens namn"):
            change()


def test_nobody_gives_themselves_another_role(store: Store, unlocked: Unlocked) -> None:
    changes, me = UserChanges(unlocked, store), unlocked.user
    with pytest.raises(OwnRole):
        changes.change(me, me.name, "samordnare")
    assert store.users.role_of(me.id) == ""
    changes.change(me, "Anna Eklund", me.role)
    assert [user.name for user in unlocked.users()] == ["Anna Eklund"]


def test_a_role_that_the_vault_did_not_take_is_not_given(store: Store, unlocked: Unlocked) -> None:
    changes = UserChanges(unlocked, store)
    for login, name in (("bo", "Bo Al"), ("eva", "Eva Ö")):
        changes.add(NewUser(login, name, "samordnare", OTHER))
    bo = next(user for user in unlocked.users() if user.login == "bo")
    with pytest.raises(LoginUnfit):
        changes.change(bo, "Eva Ö", "lasare")
    assert changes.role_of(bo) == "samordnare"
    changes.change(bo, "Bo Al", "lasare")
    assert changes.role_of(bo) == "lasare"


@pytest.mark.parametrize("name", ["Återställningskoden", "okänt  användarnamn"])
def test_no_user_is_called_what_the_log_calls_nobody(
    store: Store, unlocked: Unlocked, name: str
) -> None:
    with pytest.raises(NameInLog):
        UserChanges(unlocked, store).add(NewUser("bo", name, "chef", OTHER))
