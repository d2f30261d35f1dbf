import os
import stat
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from gplan_desktop.store.keys import new_unit_key
from gplan_desktop.vault.faults import (
    LoginUnfit,
    PassphraseWeak,
    RecoveryCodeWrong,
    TooSoon,
    VaultExists,
    VaultMissing,
    WrongPassphrase,
)
from gplan_desktop.vault.machine import Machine
from gplan_desktop.vault.unlocked import Unlocked
from gplan_desktop.vault.users import NewUser
from gplan_desktop.vault.vault import Vault, adopt, create, has_vault, open_vault

Again = Callable[[], Vault]


def test_the_manager_who_made_the_vault_opens_it(again: Again, unlocked: Unlocked, anna: NewUser):
    opened = again().unlock(anna.login, anna.passphrase)
    assert (opened.key, opened.user, opened.generation) == (unlocked.key, unlocked.user, 1)
    assert (opened.user.name, opened.user.role, opened.user.temporary) == (
        "Anna Åberg",
        "chef",
        False,
    )


def test_every_vault_has_a_key_of_its_own(tmp_path: Path, machine: Machine, anna: NewUser):
    keys = {create(tmp_path / name, anna, machine)[1].key for name in "abc"}
    assert len(keys) == 3
    assert {len(key) for key in keys} == {32}


def test_no_name_and_no_secret_stands_in_the_folder(tmp_path: Path, unlocked: Unlocked, code: str):
    held = b"".join(file.read_bytes() for file in tmp_path.iterdir()).lower()
    for secret in (b"anna", "Åberg".lower().encode(), b"chef", b"kaffe", code.lower().encode()):
        assert secret not in held
    assert unlocked.key not in held
    assert unlocked.key.hex().encode() not in held
    assert "key" not in repr(unlocked)


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights in another way")
def test_only_the_owner_may_read_the_file(tmp_path: Path, unlocked: Unlocked):
    assert stat.S_IMODE((tmp_path / "vault.json").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("made", "typed"),
    [
        ("ål på österport åt", "a\u030al pa\u030a o\u0308sterport a\u030at"),
        ("a\u030al pa\u030a o\u0308sterport", "ål på österport"),
        ("kaffe moln trappa lejon", "  kaffe moln  trappa\u00a0lejon\t"),
        ("ﬁnt väder över åsen", "fint väder över åsen"),
        ("пять слов о погоде 🌧", "пять слов о погоде 🌧"),
    ],
)
def test_a_passphrase_opens_however_it_is_typed(
    tmp_path: Path, machine: Machine, anna: NewUser, made: str, typed: str
):
    vault, unlocked, _ = create(tmp_path, replace(anna, passphrase=made), machine)
    assert vault.unlock("anna", typed).key == unlocked.key


@pytest.mark.parametrize("typed", ["Anna", " ANNA ", "ａｎｎａ"])
def test_a_login_name_is_found_however_it_is_typed(
    unlocked: Unlocked, again: Again, anna: NewUser, typed: str
):
    assert again().unlock(typed, anna.passphrase).key == unlocked.key


@pytest.mark.parametrize(
    "typed", ["", "kaffe moln trappa lejo", "KAFFE MOLN TRAPPA LEJON", "\ud800"]
)
def test_a_wrong_passphrase_is_refused(unlocked: Unlocked, again: Again, typed: str):
    with pytest.raises(WrongPassphrase) as refused:
        again().unlock("anna", typed)
    assert "återställningskoden" in refused.value.message


@pytest.mark.parametrize("login", ["", "\ud800", "a" * 10_000, unicodedata.lookup("FIRE")])
def test_a_strange_login_name_is_nobodys(unlocked: Unlocked, again: Again, login: str):
    with pytest.raises(WrongPassphrase):
        again().unlock(login, "kaffe moln trappa lejon")


def test_an_unknown_user_costs_as_much_as_a_wrong_passphrase(
    unlocked: Unlocked, again: Again, kdf_costs: list[tuple[int, int]]
):
    refusals = []
    for login in ("anna", "nobody"):
        with pytest.raises(WrongPassphrase) as refused:
            again().unlock(login, "wrong")
        refusals.append(refused.value.message)
    assert len(kdf_costs) == 2
    assert len(set(kdf_costs)) == 1
    assert len(set(refusals)) == 1


@pytest.mark.parametrize("login", ["anna", "nobody"])
def test_the_wait_grows_and_never_shuts_anyone_out(
    unlocked: Unlocked, again: Again, clock: Callable, login: str
):
    waits = []
    for _ in range(8):
        with pytest.raises(WrongPassphrase) as refused:
            again().unlock(login, "wrong")
        waits.append(refused.value.delay)
        clock.move(seconds=waits[-1])
    assert waits == [2, 4, 8, 16, 32, 60, 60, 60]


def test_an_attempt_within_the_wait_is_not_tried_and_not_counted(
    unlocked: Unlocked, again: Again, clock: Callable, anna: NewUser, kdf_costs: list
):
    with pytest.raises(WrongPassphrase):
        again().unlock("anna", "wrong")
    clock.move(seconds=0.5)
    with pytest.raises(TooSoon) as refused:
        again().unlock("anna", anna.passphrase)
    assert refused.value.delay == 2
    assert len(kdf_costs) == 1
    clock.move(seconds=1.5)
    again().unlock("anna", anna.passphrase)
    with pytest.raises(WrongPassphrase) as anew:
        again().unlock("anna", "wrong")
    assert anew.value.delay == 2


def test_failed_attempts_wait_for_the_audit(unlocked: Unlocked, again: Again, clock: Callable):
    for login in ("anna", "nobody"):
        with pytest.raises(WrongPassphrase):
            again().unlock(login, "wrong")
        clock.move(minutes=1)
    failed = unlocked.failed_attempts()
    assert [attempt.user for attempt in failed] == [unlocked.user.id, ""]
    unlocked.forget_attempts(failed[:1])
    assert unlocked.failed_attempts() == failed[1:]


def test_the_recovery_code_opens_the_vault_with_the_managers_rights(
    unlocked: Unlocked, again: Again, code: str, anna: NewUser
):
    recovered = again().unlock_with_recovery(code)
    assert (recovered.key, recovered.user.role) == (unlocked.key, "chef")
    recovered.reset_passphrase(unlocked.user.id, "nya ord om vädret idag")
    opened = again().unlock("anna", "nya ord om vädret idag")
    assert opened.user.temporary
    with pytest.raises(WrongPassphrase):
        again().unlock("anna", anna.passphrase)


def test_another_vaults_recovery_code_is_refused_and_noted(
    tmp_path: Path, unlocked: Unlocked, again: Again, machine: Machine, anna: NewUser
):
    _, _, foreign = create(tmp_path / "other", anna, machine)
    with pytest.raises(RecoveryCodeWrong):
        again().unlock_with_recovery(str(foreign))
    with pytest.raises(TooSoon):
        again().unlock_with_recovery(str(foreign))
    assert [attempt.way for attempt in unlocked.failed_attempts()] == ["recovery"]


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"login": " "}, LoginUnfit),
        ({"login": "a" * 65}, LoginUnfit),
        ({"login": "an\x00na"}, LoginUnfit),
        ({"name": ""}, LoginUnfit),
        ({"name": "A" * 201}, LoginUnfit),
        ({"name": "Anna \ud800"}, LoginUnfit),
        ({"passphrase": "kort"}, PassphraseWeak),
    ],
)
def test_a_manager_who_cannot_be_is_refused_before_anything_is_written(
    tmp_path: Path, machine: Machine, anna: NewUser, changed: dict, fault: type
):
    with pytest.raises(fault):
        create(tmp_path / "unit", replace(anna, **changed), machine)
    assert not (tmp_path / "unit").exists()


def test_a_vault_is_never_written_over(
    tmp_path: Path, unlocked: Unlocked, machine: Machine, anna: NewUser
):
    before = (tmp_path / "vault.json").read_bytes()
    with pytest.raises(VaultExists):
        create(tmp_path, anna, machine)
    with pytest.raises(VaultExists):
        adopt(tmp_path, bytes(32), anna, machine)
    assert (tmp_path / "vault.json").read_bytes() == before


def test_a_folder_without_a_vault_is_told(tmp_path: Path, machine: Machine):
    assert not has_vault(tmp_path)
    with pytest.raises(VaultMissing) as missing:
        open_vault(tmp_path, machine)
    assert missing.value.copies == ()


def test_a_key_in_clear_is_adopted_and_then_deleted(
    tmp_path: Path, machine: Machine, anna: NewUser
):
    key = new_unit_key(tmp_path)
    assert not has_vault(tmp_path)
    vault, unlocked, code = adopt(tmp_path, key, anna, machine)
    assert (unlocked.key, vault.unlock_with_recovery(str(code)).key) == (key, key)
    assert has_vault(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["vault.json"]


def test_an_adoption_that_was_cut_off_is_done_over_again(
    tmp_path: Path, machine: Machine, anna: NewUser
):
    key = new_unit_key(tmp_path)
    adopt(tmp_path, key, anna, machine)
    (tmp_path / "unit.key").write_bytes(key)
    assert not has_vault(tmp_path)
    assert adopt(tmp_path, key, anna, machine)[0].unlock("anna", anna.passphrase).key == key
    assert has_vault(tmp_path)
