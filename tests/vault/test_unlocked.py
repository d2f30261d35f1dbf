from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gplan_desktop.vault.faults import (
    LoginUnfit,
    OwnUser,
    PassphraseWeak,
    RecoveryCodeWrong,
    UserMissing,
    VaultChanged,
    WrongPassphrase,
)
from gplan_desktop.vault.unlocked import Unlocked
from gplan_desktop.vault.users import NewUser
from gplan_desktop.vault.vault import Vault

Again = Callable[[], Vault]
NEW = "nya ord om vädret idag"


def no_copy(*_: object) -> None:
    pytest.fail("the database was to stay as it is")


def test_an_added_user_logs_in_with_a_passphrase_to_change(
    unlocked: Unlocked, again: Again, bo: NewUser
):
    added = unlocked.add_user(bo)
    opened = again().unlock("bo", bo.passphrase)
    assert (opened.key, opened.user) == (unlocked.key, added)
    assert added.temporary
    opened.change_passphrase(bo.passphrase, NEW)
    assert not again().unlock("bo", NEW).user.temporary


def test_no_two_users_have_the_same_name(unlocked: Unlocked, bo: NewUser):
    added = unlocked.add_user(bo)
    twin = NewUser("bo2", "  bo   EK ", bo.role, bo.passphrase)
    with pytest.raises(LoginUnfit, match="har det namnet"):
        unlocked.add_user(twin)
    with pytest.raises(LoginUnfit, match="har det namnet"):
        unlocked.change_user(added.id, name=unlocked.user.name, role=bo.role)
    assert unlocked.change_user(added.id, name=bo.name, role="chef").role == "chef"


def test_users_are_listed_with_name_and_role(unlocked: Unlocked, bo: NewUser):
    unlocked.add_user(bo)
    listed = [(user.login, user.name, user.role) for user in unlocked.users()]
    assert listed == [("anna", "Anna Åberg", "chef"), ("bo", "Bo Ek", "läsare")]


@pytest.mark.parametrize("login", ["anna", " Anna", "ANNA"])
def test_a_login_name_is_taken_only_once(unlocked: Unlocked, login: str):
    with pytest.raises(LoginUnfit):
        unlocked.add_user(NewUser(login, "Anna Berg", "läsare", NEW))
    assert len(unlocked.users()) == 1


def test_a_user_gets_another_name_and_role(unlocked: Unlocked, again: Again, bo: NewUser):
    user = unlocked.add_user(bo)
    unlocked.change_user(user.id, name="Bo Berg", role="samordnare")
    opened = again().unlock("bo", bo.passphrase)
    assert (opened.user.name, opened.user.role) == ("Bo Berg", "samordnare")
    with pytest.raises(LoginUnfit):
        unlocked.change_user(user.id, name=" ", role="chef")


def test_only_the_new_passphrase_opens_after_a_change(
    tmp_path: Path, unlocked: Unlocked, again: Again, anna: NewUser
):
    unlocked.change_passphrase(anna.passphrase, NEW)
    assert again().unlock("anna", NEW).key == unlocked.key
    with pytest.raises(WrongPassphrase):
        again().unlock("anna", anna.passphrase)
    copies = [path.read_bytes() for path in tmp_path.glob("vault.json.*")]
    assert copies == [(tmp_path / "vault.json").read_bytes()]


def test_the_passphrase_that_was_given_is_no_passphrase_of_ones_own(
    unlocked: Unlocked, anna: NewUser
):
    for same in (anna.passphrase, f"  {anna.passphrase.upper()}!"):
        with pytest.raises(PassphraseWeak, match="samma som den gamla"):
            unlocked.change_passphrase(anna.passphrase, same)


def test_a_change_asks_for_the_old_passphrase(unlocked: Unlocked, clock: Callable):
    with pytest.raises(WrongPassphrase):
        unlocked.change_passphrase("wrong", NEW)
    clock.move(minutes=1)
    with pytest.raises(PassphraseWeak):
        unlocked.change_passphrase("wrong", "Anna Åberg Anna")


def test_the_manager_gives_a_forgetful_user_a_new_passphrase(
    unlocked: Unlocked, again: Again, bo: NewUser
):
    user = unlocked.add_user(bo)
    with pytest.raises(PassphraseWeak):
        unlocked.reset_passphrase(user.id, "kort")
    unlocked.reset_passphrase(user.id, NEW)
    assert again().unlock("bo", NEW).user.temporary
    with pytest.raises(WrongPassphrase):
        again().unlock("bo", bo.passphrase)


def test_nobody_removes_themselves_and_nobody_twice(unlocked: Unlocked):
    with pytest.raises(OwnUser):
        unlocked.remove_user(unlocked.user.id, no_copy)
    for missing in ("", "0" * 32, unlocked.kept.contents.slots[1].id):
        with pytest.raises(UserMissing):
            unlocked.remove_user(missing, no_copy)
        with pytest.raises(UserMissing):
            unlocked.reset_passphrase(missing, NEW)


def test_the_recovery_code_is_confirmed_once(unlocked: Unlocked, again: Again, code: str):
    assert not unlocked.recovery_confirmed
    unlocked.confirm_recovery(code.lower())
    assert unlocked.recovery_confirmed
    assert again().unlock_with_recovery(code).recovery_confirmed


@pytest.fixture
def opened_by(again: Again, clock: Any) -> Callable[..., list[bool]]:
    """Tell which codes open the vault."""

    def opens(code: object) -> bool:
        clock.move(minutes=2)
        try:
            again().unlock_with_recovery(str(code))
        except RecoveryCodeWrong:
            return False
        return True

    return lambda *codes: [opens(code) for code in codes]


def test_a_new_recovery_code_takes_the_place_of_the_old_when_it_is_confirmed(
    unlocked: Unlocked, opened_by: Callable[..., list[bool]], code: str
):
    unlocked.confirm_recovery(code)
    given_up, new = unlocked.new_recovery_code(), unlocked.new_recovery_code()
    assert opened_by(new, code, given_up) == [False, True, False]
    with pytest.raises(RecoveryCodeWrong):
        unlocked.confirm_recovery(code)
    unlocked.confirm_recovery(str(new))
    assert opened_by(new, code) == [True, False]


def test_a_new_recovery_code_that_is_withdrawn_opens_nothing(
    unlocked: Unlocked, opened_by: Callable[..., list[bool]], code: str
):
    new = unlocked.new_recovery_code()
    unlocked.withdraw_recovery_code()
    unlocked.withdraw_recovery_code()
    assert opened_by(code, new) == [True, False]


def test_two_windows_never_write_over_each_other(
    unlocked: Unlocked, again: Again, anna: NewUser, bo: NewUser
):
    other = again().unlock("anna", anna.passphrase)
    unlocked.add_user(bo)
    with pytest.raises(VaultChanged):
        other.add_user(NewUser("cia", "Cia Dahl", "läsare", NEW))
    assert [user.login for user in again().unlock("anna", anna.passphrase).users()] == [
        "anna",
        "bo",
    ]


def test_who_reads_the_vault_again_writes_in_it_as_it_now_is(
    unlocked: Unlocked, again: Again, anna: NewUser, bo: NewUser
):
    other = again().unlock("anna", anna.passphrase)
    unlocked.add_user(bo)
    read = other.read_again()
    assert (read.key, read.users()) == (unlocked.key, unlocked.users())
    read.new_recovery_code()


def test_a_file_that_is_lost_meanwhile_is_written_again(
    tmp_path: Path, unlocked: Unlocked, again: Again, bo: NewUser
):
    (tmp_path / "vault.json").unlink()
    unlocked.add_user(bo)
    assert again().unlock("bo", bo.passphrase).key == unlocked.key
