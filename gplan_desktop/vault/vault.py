"""The vault of a unit: who can open its database, and how (Argon2id, X25519, XChaCha20-Poly1305).

Each user has a key pair whose private half is wrapped under the passphrase;
the key of the database is sealed to every public half, so that it can be
changed without anyone's passphrase. Every slot is bound to what stands beside
it, and the file as a whole to the key of the database.
"""

import secrets
from pathlib import Path

from gplan_desktop.domain.log_entry import RECOVERER
from gplan_desktop.store.keys import KEY_FILE
from gplan_desktop.vault import (
    contents,
    devices,
    generations,
    passphrase,
    recovery_code,
    rotation,
    sealing,
    users,
    vault_file,
)
from gplan_desktop.vault.contents import Contents, RecoveryEntry, Slot
from gplan_desktop.vault.faults import RecoveryCodeWrong, VaultDamaged, VaultExists, WrongPassphrase
from gplan_desktop.vault.kept import Kept, Knock, Refused
from gplan_desktop.vault.machine import MACHINE, Machine
from gplan_desktop.vault.recovery_code import RecoveryCode
from gplan_desktop.vault.slots import SlotMaker, decoy
from gplan_desktop.vault.unlocked import NOT_THE_CODE, NOT_YET, Unlocked, recovery_slots
from gplan_desktop.vault.users import NewUser, VaultUser

_SALT_BYTES = 32
_FIRST_GENERATION = 1
_RECOVERY = "recovery"


class Vault:
    """A vault that nobody has opened yet. Opening takes a while: not for the window's thread."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._is_copy = kept.path.name != vault_file.NAME

    @property
    def remembers(self) -> bool:
        """Whether it is worth trying unlock_with_device."""
        return devices.remembered(self._kept) is not None

    def unlock(self, login: str, typed: str) -> Unlocked:
        """Open the vault for a user (S27). An unknown name takes as long as a wrong passphrase.

        Raises:
            WrongPassphrase, TooSoon: with the seconds to wait.
            VaultTampered, VaultOlder, MemoryShort.
        """
        who = sealing.login_hash(passphrase.login_of(login), self._kept.contents.login_salt)
        known = self._kept.contents.of_kind("user")
        slot = next((slot for slot in known if slot.login == who), None)
        knock = Knock(who.hex(), "login", slot.id if slot else "")
        tried = slot or decoy(self._kept.contents)
        try:
            key = self._kept.try_secret(knock, tried, passphrase.secret_of(typed))
        except Refused as error:
            raise WrongPassphrase(error.delay) from error
        return self._opened(self._kept.user(tried, key), key)

    def unlock_with_recovery(self, typed: str) -> Unlocked:
        """Open the vault with the code from the manager's safe, to give somebody a new passphrase.

        Raises:
            RecoveryCodeWrong, TooSoon, VaultTampered, VaultOlder, MemoryShort.
        """
        code, slots = recovery_code.read_code(typed), recovery_slots(self._kept)
        try:
            slot, key = self._kept.try_any(Knock(_RECOVERY, "recovery"), slots, code.secret)
        except Refused as error:
            raise RecoveryCodeWrong(NOT_THE_CODE) from error
        entries = {one.id: self._kept.entry(one, RecoveryEntry, key) for one in slots}
        # A new code is in force when it is read back: to print one is not to have let it in.
        if not entries[slot.id].confirmed and any(one.confirmed for one in entries.values()):
            raise RecoveryCodeWrong(NOT_YET)
        role = entries[slot.id].role
        return self._opened(VaultUser(slot.id, "", RECOVERER, role), key)

    def unlock_with_device(self) -> Unlocked:
        """Open the vault for the user whom this computer remembers.

        Raises:
            DeviceForgotten: when it remembers nobody any more; ask for the passphrase.
            VaultTampered, VaultOlder, MemoryShort.
        """
        slot, key = devices.open_remembered(self._kept)
        return self._opened(self._kept.user(slot, key), key)

    def _opened(self, user: VaultUser, key: bytes) -> Unlocked:
        """Put right what was cut off the last time, now that the file has been proved."""
        generation = self._kept.contents.generation
        generations.require_current(self._kept.folder, generation)
        if self._is_copy:
            self._kept.put_back()
            self._is_copy = False
        rotation.finish(self._kept)
        return Unlocked(key, user, generation, self._kept)


def has_vault(folder: Path) -> bool:
    """Whether the unit is to be opened by logging in; True also when its file is lost since."""
    names = (folder / vault_file.NAME, *vault_file.copies(folder))
    return any(path.exists() for path in names) and not (folder / KEY_FILE).exists()


def open_vault(folder: Path, machine: Machine = MACHINE) -> Vault:
    """Read the vault of the unit in *folder*.

    Raises:
        VaultMissing, VaultDamaged, VaultTampered: with the copies that open_copy may try.
        VaultNewer, StorageFailed.
    """
    return open_copy(folder / vault_file.NAME, machine)


def open_copy(path: Path, machine: Machine = MACHINE) -> Vault:
    """Read an older copy of a vault; it takes the place of the file when it is unlocked."""
    return Vault(Kept(path, machine))


def create(
    folder: Path, manager: NewUser, machine: Machine = MACHINE
) -> tuple[Vault, Unlocked, RecoveryCode]:
    """Make the vault of a new unit, with a new key.

    Raises:
        VaultExists, LoginUnfit, PassphraseWeak, and the errors of the disk.
    """
    if has_vault(folder) or (folder / KEY_FILE).exists():
        raise VaultExists(folder)
    return _made(folder, sealing.new_key(), manager, machine)


def adopt(
    folder: Path, key: bytes, manager: NewUser, machine: Machine = MACHINE
) -> tuple[Vault, Unlocked, RecoveryCode]:
    """Make a vault around the *key* that lies in clear beside the database, and delete that file.

    Cut off before the end, the key's file is still there: then it is done over again.

    Raises:
        As create.
    """
    if has_vault(folder):
        raise VaultExists(folder)
    made = _made(folder, key, manager, machine)
    read_back = open_vault(folder, machine).unlock(manager.login, manager.passphrase)
    if read_back.key != key:
        raise VaultDamaged(folder / vault_file.NAME)
    with vault_file.told(folder):
        vault_file.delete(folder / KEY_FILE)
    return made


def _made(
    folder: Path, key: bytes, manager: NewUser, machine: Machine
) -> tuple[Vault, Unlocked, RecoveryCode]:
    users.require_fit(manager)
    maker = SlotMaker(sealing.new_id(), secrets.token_bytes(_SALT_BYTES), machine.costs, key)
    code = recovery_code.new_code()
    slots = (
        maker.user(sealing.new_id(), manager, temporary=False),
        maker.recovery(code, manager.role),
    )
    with vault_file.told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        vault_file.write_whole(folder / vault_file.NAME, _first(maker, slots))
    kept = Kept(folder / vault_file.NAME, machine)
    user = kept.user(slots[0], key)
    return Vault(kept), Unlocked(key, user, _FIRST_GENERATION, kept), code


def _first(maker: SlotMaker, slots: tuple[Slot, ...]) -> bytes:
    """Return the bytes of a vault's first file."""
    unsigned = Contents(
        format=contents.FORMAT,
        version=contents.VERSION,
        vault=maker.vault,
        generation=_FIRST_GENERATION,
        login_salt=maker.login_salt,
        slots=slots,
        mac=b"",
    )
    return contents.write(sealing.signed(unsigned, maker.key))
