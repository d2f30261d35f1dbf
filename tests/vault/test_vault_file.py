"""The file and its three copies; the way back when the file is lost or damaged."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gplan_desktop.errors import StorageFailed
from gplan_desktop.vault import vault_file
from gplan_desktop.vault.faults import VaultDamaged, VaultMissing, VaultOlder
from gplan_desktop.vault.machine import Machine
from gplan_desktop.vault.unlocked import Unlocked
from gplan_desktop.vault.users import NewUser
from gplan_desktop.vault.vault import Vault, has_vault, open_copy, open_vault


def test_three_copies_are_kept_the_newest_first(tmp_path: Path):
    for number in range(6):
        vault_file.replace(tmp_path, b"%d" % number)
    assert (tmp_path / "vault.json").read_bytes() == b"5"
    assert [path.read_bytes() for path in vault_file.copies(tmp_path)] == [b"4", b"3", b"2"]


def test_a_folder_in_the_files_place_is_told(tmp_path: Path, machine: Machine):
    (tmp_path / "vault.json").mkdir()
    with pytest.raises(StorageFailed):
        open_vault(tmp_path, machine)


@pytest.mark.parametrize("lost", [True, False])
def test_a_lost_or_damaged_file_is_replaced_by_a_copy_that_opens(
    tmp_path: Path, unlocked: Unlocked, machine: Machine, bo: NewUser, lost: bool
):
    unlocked.add_user(bo)
    file = tmp_path / "vault.json"
    file.unlink() if lost else file.write_bytes(b"{")
    assert has_vault(tmp_path)
    with pytest.raises(VaultMissing if lost else VaultDamaged) as told:
        open_vault(tmp_path, machine)
    assert told.value.copies == (tmp_path / "vault.json.1",)
    assert "äldre kopia" in told.value.todo
    copy = open_copy(told.value.copies[0], machine)
    assert not file.exists() or file.read_bytes() == b"{"
    opened = copy.unlock("anna", "kaffe moln trappa lejon")
    assert opened.key == unlocked.key
    opened.add_user(bo)
    assert open_vault(tmp_path, machine).unlock("bo", bo.passphrase).key == unlocked.key
    aside = tmp_path / "vault.json.aside"
    assert aside.exists() is not lost
    # Nothing is left that opens with what has stopped opening the vault.
    opened.change_passphrase("kaffe moln trappa lejon", "gaffel moln trappa lejon")
    assert not aside.exists()


def test_a_vault_older_than_its_database_opens_nothing_and_deletes_nothing(
    tmp_path: Path, unlocked: Unlocked, again: Callable[[], Vault]
):
    newer = tmp_path / "unit-g0002.db"
    newer.write_bytes(b"encrypted with a newer key")
    with pytest.raises(VaultOlder):
        again().unlock("anna", "kaffe moln trappa lejon")
    assert newer.exists()
