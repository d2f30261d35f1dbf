"""Who can log in, changed by the log and the vault together."""

from pathlib import Path

import pytest
from nacl.pwhash import argon2id

from gplan_desktop.domain.overview import Unit
from gplan_desktop.store.store import create
from gplan_desktop.user_changes import UserChanges
from gplan_desktop.vault import vault
from gplan_desktop.vault.derivation import Cost, Costs
from gplan_desktop.vault.faults import PassphraseWeak
from gplan_desktop.vault.machine import Machine
from gplan_desktop.vault.users import NewUser

LEAST = Cost(1, argon2id.MEMLIMIT_MIN)
CHEAP = Machine(Costs(LEAST, LEAST, Cost(2, 1024 * 1024)))
PHRASE, UNITS_NAME = "sommar tegel brygga mandel", "Björkbacken-2026!"


def test_the_units_name_is_no_passphrase(tmp_path: Path) -> None:
    unit = Unit("Hemvården Björkbacken", "Anna Ek", practice=False)
    store = create(tmp_path / "unit.db", bytes(32), unit)
    _, unlocked, _ = vault.create(tmp_path, NewUser("anna", "Anna Ek", "chef", PHRASE), CHEAP)
    changes = UserChanges(unlocked, store)
    for change in (
        lambda: changes.add(NewUser("bo", "Bo Al", "lasare", UNITS_NAME)),
        lambda: changes.reset(unlocked.user, UNITS_NAME),
        lambda: changes.change_own(PHRASE, UNITS_NAME),
    ):
        with pytest.raises(PassphraseWeak, match="enhetens namn"):
            change()
    store.close()
