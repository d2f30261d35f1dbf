from base64 import b64encode
from collections.abc import Callable

import pytest

from gplan_desktop.vault.faults import DeviceForgotten
from gplan_desktop.vault.unlocked import Unlocked
from gplan_desktop.vault.users import NewUser
from gplan_desktop.vault.vault import Vault

Again = Callable[[], Vault]
NEW = "nya ord om vädret idag"


def test_nothing_is_remembered_until_it_is_asked_for(unlocked: Unlocked, again: Again):
    assert not again().remembers
    with pytest.raises(DeviceForgotten):
        again().unlock_with_device()


def test_this_computer_lets_the_user_in(unlocked: Unlocked, again: Again):
    assert unlocked.can_remember
    assert unlocked.remember("Kontorets dator")
    assert again().remembers
    opened = again().unlock_with_device()
    assert (opened.key, opened.user) == (unlocked.key, unlocked.user)
    assert [device.label for device in opened.devices()] == ["Kontorets dator"]


def test_a_computer_is_called_by_its_own_name(unlocked: Unlocked):
    assert unlocked.this_computer == ""
    unlocked.remember()
    (device,) = unlocked.devices()
    assert (device.label, unlocked.this_computer) == (unlocked.kept.machine.name(), device.id)
    unlocked.forget_this_computer()
    assert (unlocked.this_computer, unlocked.devices()) == ("", ())


def test_it_forgets_after_its_days(unlocked: Unlocked, again: Again, clock: Callable):
    unlocked.remember("Datorn", days=3)
    clock.move(days=2.9)
    again().unlock_with_device()
    clock.move(days=0.1)
    with pytest.raises(DeviceForgotten):
        again().unlock_with_device()
    assert not again().remembers


def test_remembering_anew_leaves_one_computer(unlocked: Unlocked, clock: Callable):
    for _ in range(3):
        unlocked.remember("Datorn", days=1)
        clock.move(days=2)
    assert len(unlocked.devices()) == 1


def revoked(unlocked: Unlocked) -> None:
    unlocked.revoke(unlocked.devices()[0].id)


def passphrase_changed(unlocked: Unlocked) -> None:
    unlocked.change_passphrase("kaffe moln trappa lejon", NEW)


def passphrase_reset(unlocked: Unlocked) -> None:
    unlocked.reset_passphrase(unlocked.user.id, NEW)


@pytest.mark.parametrize(
    "ended", [revoked, passphrase_changed, passphrase_reset, Unlocked.forget_this_computer]
)
def test_it_is_forgotten_everywhere(unlocked: Unlocked, again: Again, ended: Callable):
    unlocked.remember("Datorn")
    ended(unlocked)
    assert unlocked.devices() == ()
    with pytest.raises(DeviceForgotten):
        again().unlock_with_device()


def test_a_removed_user_is_not_remembered(
    unlocked: Unlocked, again: Again, bo: NewUser, copy_database: Callable
):
    user = unlocked.add_user(bo)
    again().unlock("bo", bo.passphrase).remember("Datorn")
    manager = again().unlock("anna", "kaffe moln trappa lejon")
    manager.remove_user(user.id, lambda old, new, old_file, new_file: new_file.write_bytes(b"db"))
    with pytest.raises(DeviceForgotten):
        again().unlock_with_device()


def test_what_the_safe_holds_is_not_trusted(unlocked: Unlocked, again: Again, safe: object):
    unlocked.remember("Datorn")
    slot, _, secret = next(iter(safe.kept.values())).partition(":")
    wrong = b64encode(bytes(32)).decode()
    vault = next(iter(safe.kept))
    held = ["", ":", slot, f"{slot}:", f"{slot}:{wrong}", f"{slot}:å", f"{'0' * 32}:{secret}"]
    for text in [*held, f"{unlocked.user.id}:{secret}"]:
        safe.kept[vault] = text
        with pytest.raises(DeviceForgotten):
            again().unlock_with_device()


def test_a_false_safe_takes_no_user_away(unlocked: Unlocked, again: Again, safe: object):
    unlocked.remember("Datorn")
    safe.kept[next(iter(safe.kept))] = f"{unlocked.user.id}:{b64encode(bytes(32)).decode()}"
    unlocked.forget_this_computer()
    assert again().unlock("anna", "kaffe moln trappa lejon").user == unlocked.user


def test_a_computer_without_a_safe_is_not_offered(unlocked: Unlocked, safe: object):
    safe.refuses = True
    assert not unlocked.can_remember
    assert not unlocked.remember("Datorn")
    assert unlocked.devices() == ()


def test_whoever_used_the_recovery_code_is_not_remembered(
    unlocked: Unlocked, again: Again, code: str
):
    assert not again().unlock_with_recovery(code).can_remember
