"""A vault that somebody has opened: the key, and what may be done with who else opens it.

Who may do what is for the roles to say, not for the vault.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from gplan_desktop.vault import devices, generations, passphrase, recovery_code, sealing, users
from gplan_desktop.vault.attempts import FailedAttempt
from gplan_desktop.vault.contents import DeviceEntry, RecoveryEntry, Slot, UserEntry
from gplan_desktop.vault.faults import (
    LoginUnfit,
    OwnUser,
    RecoveryCodeWrong,
    UserMissing,
    VaultChanged,
    WrongPassphrase,
)
from gplan_desktop.vault.kept import Kept, Knock, Refused
from gplan_desktop.vault.recovery_code import RecoveryCode
from gplan_desktop.vault.rotation import Copy, rotate
from gplan_desktop.vault.sealing import SecretWrong
from gplan_desktop.vault.users import Device, NewUser, VaultUser


@dataclass(frozen=True)
class Unlocked:
    """The key of the database, of which *generation* it is, and who has opened it.

    Every change may raise VaultChanged, and the errors of the disk.
    """

    key: bytes = field(repr=False)
    user: VaultUser
    generation: int
    kept: Kept = field(repr=False)

    @property
    def database(self) -> Path:
        """Where the database that the key opens lies."""
        return generations.database_file(self.kept.folder, self.generation)

    def read_again(self) -> "Unlocked":
        """Return the same with the vault as it now is in its file.

        Raises:
            VaultTampered, VaultMissing, VaultDamaged, and the errors of the disk.
        """
        kept = Kept(self.kept.path, self.kept.machine)
        if not sealing.is_signed(kept.contents, self.key):
            raise kept.tampered()
        return replace(self, kept=kept)

    def users(self) -> tuple[VaultUser, ...]:
        """Return all who can log in, in the order they were added."""
        slots = self.kept.contents.of_kind("user")
        return tuple(self.kept.user(slot, self.key) for slot in slots)

    def add_user(self, new: NewUser, user_id: str = "") -> VaultUser:
        """Let somebody log in; they should change the passphrase they were given.

        *user_id* is what they are to be known by, when that is told somewhere already.

        Raises:
            LoginUnfit, PassphraseWeak.
        """
        users.require_fit(new)
        maker = self.kept.maker(self.key)
        slot = maker.user(user_id or sealing.new_id(), new, temporary=True)
        if any(other.login == slot.login for other in self.kept.contents.slots):
            raise LoginUnfit("Användarnamnet är upptaget.")
        self.require_own_name(new.name, slot.id)
        self._write((*self.kept.contents.slots, slot))
        return self.kept.user(slot, self.key)

    def change_user(self, user_id: str, *, name: str, role: str) -> VaultUser:
        """Give a user another name or role.

        Raises:
            UserMissing, LoginUnfit.
        """
        slot = self._slot(user_id)
        users.require_names(name, role)
        self.require_own_name(name, user_id)
        entry = self.kept.entry(slot, UserEntry, self.key)
        entry = msgspec.structs.replace(entry, name=passphrase.typed(name), role=role)
        changed = self.kept.with_entry(slot, entry, self.key)
        self._write(self._with(changed))
        return self.kept.user(changed, self.key)

    def require_own_name(self, name: str, user_id: str = "") -> None:
        """Refuse a name that another user has: the log tells users apart by it.

        Raises:
            LoginUnfit.
        """
        self._require_present()
        taken = {passphrase.login_of(user.name) for user in self.users() if user.id != user_id}
        if passphrase.login_of(name) in taken:
            raise LoginUnfit("En annan användare har det namnet, och loggen skulle blanda ihop er.")

    def change_passphrase(self, old: str, new: str) -> None:
        """Give the one who is logged in another passphrase; no computer remembers them any more.

        Raises:
            WrongPassphrase, TooSoon: for the *old* one.
            PassphraseWeak, UserMissing.
        """
        slot = self._slot(self.user.id)
        users.require_other(old, new)
        users.require_strong(new, self.user.login, self.user.name)
        knock = Knock(slot.login.hex(), "login", slot.id)
        try:
            self.kept.try_secret(knock, slot, passphrase.secret_of(old))
        except Refused as error:
            raise WrongPassphrase(error.delay) from error
        self._rekey(slot, new, temporary=False)

    def reset_passphrase(self, user_id: str, new: str) -> None:
        """Give a user who has forgotten it another passphrase, to be changed by them.

        Raises:
            UserMissing, PassphraseWeak.
        """
        slot = self._slot(user_id)
        user = self.kept.user(slot, self.key)
        users.require_strong(new, user.login, user.name)
        self._rekey(slot, new, temporary=user_id != self.user.id)

    def remove_user(self, user_id: str, copy: Copy) -> "Unlocked":
        """Take away a user, and give the database a key that they have never had.

        The database must be closed meanwhile; open it again with what is returned.

        Raises:
            OwnUser, UserMissing, and the errors of rotation.rotate.
        """
        if user_id == self.user.id:
            raise OwnUser
        self._slot(user_id)
        others = self._without_devices(self._devices_of(user_id))
        return self._rotated(tuple(slot for slot in others if slot.id != user_id), copy)

    def rotate(self, copy: Copy) -> "Unlocked":
        """Give the database a new key, as remove_user does, and keep all users."""
        return self._rotated(self.kept.contents.slots, copy)

    def new_recovery_code(self) -> RecoveryCode:
        """Make a recovery code, only ever told here; confirm_recovery puts it in force.

        The one before it opens until then. One that was made and never confirmed is
        forgotten, but for the first of all.
        """
        code = recovery_code.new_code()
        slot = self.kept.maker(self.key).recovery(code, self.user.role)
        self._write((*self._with_first_code_only(), slot), for_good=True)
        return code

    def withdraw_recovery_code(self) -> None:
        """Forget a code that was made and never confirmed; the one before it stays."""
        self._write(self._with_first_code_only(), for_good=True)

    def confirm_recovery(self, typed: str) -> None:
        """Let the newest recovery code, read back from paper, be the only one.

        Raises:
            RecoveryCodeWrong.
        """
        *older, slot = recovery_slots(self.kept)
        try:
            self.kept.open_slot(slot, recovery_code.read_code(typed).secret)
        except SecretWrong as error:
            raise RecoveryCodeWrong(NOT_THE_CODE) from error
        entry = self.kept.entry(slot, RecoveryEntry, self.key)
        confirmed = msgspec.structs.replace(entry, confirmed=True)
        changed = self._with(self.kept.with_entry(slot, confirmed, self.key))
        staying = tuple(other for other in changed if other not in older)
        self._write(staying, for_good=bool(older))

    @property
    def recovery_confirmed(self) -> bool:
        """Whether there is a recovery code that has been read back from paper."""
        slots = self.kept.contents.of_kind("recovery")
        return any(self.kept.entry(slot, RecoveryEntry, self.key).confirmed for slot in slots)

    @property
    def can_remember(self) -> bool:
        """Whether this computer has a safe place for remembering the one who is logged in."""
        is_user = self.kept.contents.slot(self.user.id) in self.kept.contents.of_kind("user")
        return is_user and self.kept.machine.safe.is_there()

    @property
    def this_computer(self) -> str:
        """The id of what lets somebody in on this computer without a passphrase, or ""."""
        remembered = devices.remembered(self.kept)
        return remembered.slot if remembered else ""

    def remember(self, label: str = "", days: int = devices.REMEMBERED_DAYS) -> bool:
        """Let the user in on this computer without a passphrase; False when it refuses.

        *label* is what the computer is called, when not by its own name.
        """
        self._slot(self.user.id)
        label = label or self.kept.machine.name()
        before, now = devices.remembered(self.kept), self.kept.machine.now()
        slot = devices.keep_secret(self.kept, self.key, self.user.id, (label, days))
        if slot is None:
            return False
        gone = {device.id for device in self.devices() if device.expires <= now}
        others = self._without_devices(gone | ({before.slot} if before else set()))
        self._write((*others, slot))
        return True

    def devices(self) -> tuple[Device, ...]:
        """Return the computers that let somebody in without a passphrase."""
        slots = self.kept.contents.of_kind("device")
        entries = ((slot.id, self.kept.entry(slot, DeviceEntry, self.key)) for slot in slots)
        return tuple(Device(own, entry.user, entry.label, entry.expires) for own, entry in entries)

    def revoke(self, device_id: str) -> None:
        """Let a computer ask for the passphrase again, also one that is lost."""
        self._write(self._without_devices({device_id}), for_good=True)

    def forget_this_computer(self) -> None:
        """Let this computer ask for the passphrase again."""
        remembered = devices.remembered(self.kept)
        devices.forget(self.kept)
        if remembered:
            self.revoke(remembered.slot)

    def failed_attempts(self) -> tuple[FailedAttempt, ...]:
        """Return the failed log-ins that are to be written in the audit."""
        return self.kept.attempts.failed()

    def forget_attempts(self, written: tuple[FailedAttempt, ...]) -> None:
        """Take away the failed log-ins that stand in the audit now."""
        self.kept.attempts.forget(written)

    def _slot(self, user_id: str) -> Slot:
        slot = self.kept.contents.slot(user_id)
        if slot is None or slot.kind != "user":
            raise UserMissing
        return slot

    def _rekey(self, slot: Slot, new: str, *, temporary: bool) -> None:
        """Give the user a whole new slot: who copied the old one has nothing to open it for."""
        user = self.kept.user(slot, self.key)
        as_new = NewUser(user.login, user.name, user.role, new)
        changed = self.kept.maker(self.key).user(slot.id, as_new, temporary=temporary)
        others = self._without_devices(self._devices_of(slot.id))
        slots = tuple(changed if other.id == slot.id else other for other in others)
        self._write(slots, for_good=True)

    def _with(self, changed: Slot) -> tuple[Slot, ...]:
        slots = self.kept.contents.slots
        return tuple(changed if slot.id == changed.id else slot for slot in slots)

    def _with_first_code_only(self) -> tuple[Slot, ...]:
        """Return the slots without the recovery code that is still to be confirmed, if any."""
        waiting = self.kept.contents.of_kind("recovery")[1:]
        return tuple(slot for slot in self.kept.contents.slots if slot not in waiting)

    def _devices_of(self, user_id: str) -> set[str]:
        return {device.id for device in self.devices() if device.user == user_id}

    def _without_devices(self, gone: set[str]) -> tuple[Slot, ...]:
        """Return the slots but those of some computers; a user's is never taken away here."""
        slots = self.kept.contents.slots
        return tuple(slot for slot in slots if slot.kind != "device" or slot.id not in gone)

    def _write(self, slots: tuple[Slot, ...], *, for_good: bool = False) -> None:
        self._require_present()
        changed = msgspec.structs.replace(self.kept.contents, slots=slots)
        self.kept.write(changed, self.key, for_good=for_good)

    def _rotated(self, staying: tuple[Slot, ...], copy: Copy) -> "Unlocked":
        self._require_present()
        key = rotate(self.kept, self.key, staying, copy)
        return replace(self, key=key, generation=self.kept.contents.generation)

    def _require_present(self) -> None:
        """Refuse a key that the vault has left behind since."""
        if not sealing.is_signed(self.kept.contents, self.key):
            raise VaultChanged


NOT_YET = "Koden har skrivits ut men inte börjat gälla. Den gamla koden gäller fortfarande."
NOT_THE_CODE = "Koden är rätt skriven men öppnar inte enheten. Den kan ha ersatts av en nyare."


def recovery_slots(kept: Kept) -> tuple[Slot, ...]:
    """Return the slot of the recovery code, and after it of the one that is to be confirmed.

    Raises:
        RecoveryCodeWrong: when no code has been made.
    """
    slots = kept.contents.of_kind("recovery")
    if not slots:
        raise RecoveryCodeWrong("Enheten har ingen återställningskod.")
    return slots
