"""A vault that something else has written in opens nothing, whatever was written."""

import base64
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nacl.public import PrivateKey

from gplan_desktop.errors import WorldError
from gplan_desktop.vault.faults import (
    VaultDamaged,
    VaultNewer,
    VaultTampered,
    WrongPassphrase,
)
from gplan_desktop.vault.machine import Machine
from gplan_desktop.vault.unlocked import Unlocked
from gplan_desktop.vault.users import NewUser
from gplan_desktop.vault.vault import create, open_vault

STRANGE = [b"9" * 30, b"-1", b"null", b'"', b"[]", b"1e999"]
FOREIGN_KEY = base64.b64encode(bytes(PrivateKey.generate().public_key)).decode()
File = dict[str, Any]


def user(file: File) -> File:
    return file["slots"][0]


def recovery(file: File) -> File:
    return file["slots"][1]


# Anna's own slot is the first, the recovery code's the second; Anna opens the vault.
CASES: dict[str, tuple[Callable[[File], Any], type[WorldError]]] = {
    "a cost below the floor": (lambda f: user(f)["cost"].update(passes=0), VaultTampered),
    "a memory below the floor": (lambda f: user(f)["cost"].update(memory=1024), VaultTampered),
    "a cost that would hang": (lambda f: user(f)["cost"].update(passes=10**12), VaultTampered),
    "a memory of 64 GiB": (lambda f: user(f)["cost"].update(memory=2**36), VaultTampered),
    "a huge number": (lambda f: user(f)["cost"].update(memory=10**400), VaultTampered),
    "a huge cost for another": (lambda f: recovery(f)["cost"].update(memory=2**36), VaultTampered),
    "another cost within bounds": (lambda f: user(f)["cost"].update(passes=2), WrongPassphrase),
    "another's cost in bounds": (lambda f: recovery(f)["cost"].update(passes=2), VaultTampered),
    "a foreign public key": (lambda f: user(f).update(public=FOREIGN_KEY), WrongPassphrase),
    "another's public key": (lambda f: recovery(f).update(public=FOREIGN_KEY), VaultTampered),
    "an extra slot": (lambda f: f["slots"].append({**user(f), "id": "0" * 32}), VaultTampered),
    "a slot twice": (lambda f: f["slots"].append(user(f)), VaultDamaged),
    "a slot taken away": (lambda f: f["slots"].pop(), VaultTampered),
    "slots in another order": (lambda f: f["slots"].reverse(), VaultTampered),
    "another kind": (lambda f: user(f).update(kind="device"), WrongPassphrase),
    "a recovery slot made a user's": (lambda f: recovery(f).update(kind="user"), VaultTampered),
    "an unknown kind": (lambda f: user(f).update(kind="root"), VaultDamaged),
    "another's sealed key": (lambda f: user(f).update(sealed=recovery(f)["sealed"]), VaultTampered),
    "another's entry": (lambda f: user(f).update(entry=recovery(f)["entry"]), VaultTampered),
    "another's wrapped key": (
        lambda f: user(f).update(wrapped=recovery(f)["wrapped"]),
        WrongPassphrase,
    ),
    "another generation": (lambda f: f.update(generation=2), VaultTampered),
    "another vault": (lambda f: f.update(vault="0" * 32), WrongPassphrase),
    "a field too many": (lambda f: f.update(admin=True), VaultDamaged),
    "a field too few": (lambda f: f.pop("mac"), VaultDamaged),
    "no slots": (lambda f: f.update(slots=[]), VaultDamaged),
    "another proof": (lambda f: f.update(mac=FOREIGN_KEY), VaultTampered),
    "another format": (lambda f: f.update(format="other"), VaultDamaged),
    "an older version": (lambda f: f.update(version=0), VaultDamaged),
    "a newer version": (lambda f: f.update(version=2, more={}), VaultNewer),
}


@pytest.mark.parametrize("case", CASES)
def test_a_vault_that_was_changed_is_refused(
    tmp_path: Path, unlocked: Unlocked, machine: Machine, anna: NewUser, case: str
):
    change, fault = CASES[case]
    file = json.loads((tmp_path / "vault.json").read_text("utf-8"))
    change(file)
    changed = json.dumps(file)
    (tmp_path / "vault.json").write_text(changed, "utf-8")
    with pytest.raises(fault):
        open_vault(tmp_path, machine).unlock(anna.login, anna.passphrase)
    assert (tmp_path / "vault.json").read_text("utf-8") == changed


@pytest.mark.parametrize("content", [b"", b"{", b"[" * 100_000, b"\xff", b"null", b" " * 9_000_000])
def test_a_damaged_vault_is_told_as_such(tmp_path: Path, machine: Machine, content: bytes):
    (tmp_path / "vault.json").write_bytes(content)
    with pytest.raises(VaultDamaged):
        open_vault(tmp_path, machine)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_no_bytes_raise_anything_but_what_can_be_told(
    tmp_path: Path, machine: Machine, anna: NewUser, data: st.DataObject
):
    path = tmp_path / "unit" / "vault.json"
    if not path.exists():
        create(path.parent, anna, machine)
        path.rename(tmp_path / "whole.json")
    whole = (tmp_path / "whole.json").read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    length = data.draw(st.integers(0, 40))
    inside = data.draw(st.binary(max_size=20) | st.sampled_from(STRANGE))
    path.write_bytes(whole[:start] + inside + whole[start + length :])
    with suppress(WorldError):
        opened = open_vault(path.parent, machine).unlock(anna.login, anna.passphrase)
        assert opened.user.name == anna.name
    for attempts in path.parent.glob("login-attempts.json"):
        attempts.unlink()
