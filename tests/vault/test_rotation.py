import errno
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from gplan_desktop.errors import DatabaseDamaged, StorageFull
from gplan_desktop.store import driver
from gplan_desktop.vault.faults import (
    RotationFailed,
    RotationUnfinished,
    VaultChanged,
    WrongPassphrase,
)
from gplan_desktop.vault.unlocked import Unlocked
from gplan_desktop.vault.users import NewUser
from gplan_desktop.vault.vault import Vault, open_vault

Again = Callable[[], Vault]
Copy = Callable[[bytes, bytes, Path, Path], None]


def stand_in(_old: bytes, new: bytes, old_file: Path, new_file: Path) -> None:
    """Do as a copy of the database does, for tests of what lies around it."""
    new_file.write_bytes(old_file.read_bytes()[:2] + new)


@pytest.fixture
def database(unlocked: Unlocked) -> Path:
    unlocked.database.write_bytes(b"db" + unlocked.key)
    return unlocked.database


def test_a_removed_user_opens_neither_the_vault_nor_the_database(
    tmp_path: Path, unlocked: Unlocked, again: Again, bo: NewUser, copy_database: Copy
):
    made = driver.create_file(unlocked.database, unlocked.key)
    made.execute("CREATE TABLE plan AS SELECT 'Jag vill åka till havet.' AS text")
    made.close()
    user = unlocked.add_user(bo)
    shutil.copytree(tmp_path, tmp_path / "taken by bo")
    after = unlocked.remove_user(user.id, copy_database)
    assert (after.generation, after.database.name) == (2, "unit-g0002.db")
    database = driver.open_copy(after.database, after.key)
    assert database.execute("SELECT text FROM plan").fetchone() == ("Jag vill åka till havet.",)
    database.close()
    with pytest.raises(WrongPassphrase):
        again().unlock("bo", bo.passphrase)
    (tmp_path / "taken by bo" / "unit-g0001.db").unlink()
    taken = open_vault(tmp_path / "taken by bo", unlocked.kept.machine).unlock("bo", bo.passphrase)
    with pytest.raises(DatabaseDamaged):
        driver.open_copy(after.database, taken.key)


def test_all_who_stay_open_the_new_database_with_their_own_passphrases(
    tmp_path: Path, database: Path, unlocked: Unlocked, again: Again, bo: NewUser, code: str
):
    unlocked.add_user(bo)
    unlocked.remember("Datorn")
    key = unlocked.rotate(stand_in).key
    assert key != unlocked.key
    assert again().unlock("anna", "kaffe moln trappa lejon").key == key
    assert again().unlock("bo", bo.passphrase).user.name == "Bo Ek"
    assert again().unlock_with_recovery(code).key == key
    assert again().unlock_with_device().key == key
    names = sorted(file.name for file in tmp_path.iterdir())
    assert names == ["unit-g0002.db", "vault.json", "vault.json.1"]


def test_copies_from_before_a_migration_go_with_the_old_key(
    tmp_path: Path, database: Path, unlocked: Unlocked
):
    (tmp_path / "unit-g0001.db.before-0005").write_bytes(b"with the old key")
    unlocked.rotate(stand_in)
    assert not list(tmp_path.glob("unit-g0001*"))


def full_disk(*_: object) -> None:
    raise OSError(errno.ENOSPC, "no room")


def half_a_file(_old: bytes, _new: bytes, _old_file: Path, new_file: Path) -> None:
    new_file.write_bytes(b"half")
    raise StorageFull


def no_file(*_: object) -> None:
    pass


@pytest.mark.parametrize(
    ("copy", "fault"),
    [(full_disk, StorageFull), (half_a_file, StorageFull), (no_file, RotationFailed)],
)
def test_a_copy_that_fails_leaves_everything_as_it_was(
    tmp_path: Path, database: Path, unlocked: Unlocked, bo: NewUser, copy: Copy, fault: type
):
    user = unlocked.add_user(bo)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    with pytest.raises(fault):
        unlocked.remove_user(user.id, copy)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before
    assert len(unlocked.users()) == 2


def test_a_key_that_has_been_left_behind_changes_nothing(
    database: Path, unlocked: Unlocked, bo: NewUser
):
    unlocked.rotate(stand_in)
    with pytest.raises(VaultChanged):
        unlocked.add_user(bo)


def test_a_database_that_cannot_get_its_name_is_told_and_gets_it_at_the_next_log_in(
    tmp_path: Path,
    database: Path,
    unlocked: Unlocked,
    again: Again,
    monkeypatch: pytest.MonkeyPatch,
):
    rename = Path.rename

    def held_open(path: Path, target: Path) -> Path:
        if path.name == "unit-g0002.db.new":
            raise PermissionError(errno.EACCES, "held open")
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", held_open)
        with pytest.raises(RotationUnfinished):
            unlocked.rotate(stand_in)
    opened = again().unlock("anna", "kaffe moln trappa lejon")
    assert opened.database.read_bytes() == b"db" + opened.key
    assert not database.exists()


def test_an_orphan_of_a_change_that_was_cut_off_goes_at_the_next_log_in(
    tmp_path: Path, database: Path, unlocked: Unlocked, again: Again
):
    (tmp_path / "unit-g0002.db.new").write_bytes(b"half")
    (tmp_path / "unit-g0002.db.new-journal").write_bytes(b"half")
    again().unlock("anna", "kaffe moln trappa lejon")
    assert not list(tmp_path.glob("*.new*"))
    assert database.exists()


def test_a_database_that_a_backup_left_behind_is_never_taken_for_the_new_one(
    tmp_path: Path, database: Path, unlocked: Unlocked, again: Again
):
    (tmp_path / "unit-g0002.db").write_bytes(b"of the time before the backup was put back")
    after = unlocked.rotate(stand_in)
    assert (after.generation, after.database.read_bytes()) == (3, b"db" + after.key)
    assert again().unlock("anna", "kaffe moln trappa lejon").key == after.key
