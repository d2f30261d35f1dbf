"""The vault as it was read from its file, and the one way to change it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from gplan_desktop.errors import WorldError
from gplan_desktop.vault import contents as contents_of
from gplan_desktop.vault import sealing, vault_file
from gplan_desktop.vault.attempts import Attempts, FailedAttempt
from gplan_desktop.vault.contents import Contents, Slot, UserEntry
from gplan_desktop.vault.faults import VaultChanged, VaultDamaged, VaultNewer, VaultTampered
from gplan_desktop.vault.machine import Machine
from gplan_desktop.vault.sealing import SealBroken, SecretWrong
from gplan_desktop.vault.slots import SlotMaker
from gplan_desktop.vault.users import VaultUser

Entry = TypeVar("Entry", bound=msgspec.Struct)


@dataclass(frozen=True)
class Knock:
    """Someone at the door: by whose name delays are counted, which way, and the user if known."""

    who: str
    way: Literal["login", "recovery"]
    user: str = ""


class Refused(Exception):
    """The secret was wrong; the next attempt must wait *delay* seconds."""

    def __init__(self, delay: int) -> None:
        super().__init__(delay)
        self.delay = delay


class Kept:
    """The contents of a vault's file, or of an older copy of it, which *path* tells."""

    def __init__(self, path: Path, machine: Machine) -> None:
        self.path = path
        self.folder = path.parent
        self.machine = machine
        self.attempts = Attempts(self.folder, machine.now)
        self._data = vault_file.read(path)
        self.contents = self._checked()

    def tampered(self) -> VaultTampered:
        """Return what to raise when something else has written in the file."""
        return VaultTampered(self.path, self._other_copies())

    def open_slot(self, slot: Slot, secret: bytes) -> bytes:
        """Return the key of the database.

        Raises:
            SecretWrong, VaultTampered, MemoryShort.
        """
        try:
            return sealing.open_slot(self.contents, slot, secret)
        except SealBroken as error:
            raise self.tampered() from error

    def try_secret(self, knock: Knock, slot: Slot, secret: bytes) -> bytes:
        """Return the key of the database to someone who may be guessing.

        Raises:
            Refused, TooSoon, VaultTampered, MemoryShort.
        """
        return self.try_any(knock, (slot,), secret)[1]

    def try_any(self, knock: Knock, slots: tuple[Slot, ...], secret: bytes) -> tuple[Slot, bytes]:
        """Return the slot that *secret* opens and the key; one attempt, however many slots.

        Raises:
            Refused, TooSoon, VaultTampered, MemoryShort.
        """
        self.attempts.require_patience(knock.who)
        for slot in slots:
            try:
                key = self.open_slot(slot, secret)
            except SecretWrong:
                continue
            self.attempts.forgive(knock.who)
            return slot, key
        failed = FailedAttempt(self.machine.now(), knock.way, knock.user)
        raise Refused(self.attempts.note(knock.who, failed))

    def entry(self, slot: Slot, kind: type[Entry], key: bytes) -> Entry:
        """Return what a slot says of itself to those who have the key."""
        return msgspec.json.decode(sealing.entry_of(self.contents.vault, slot, key), type=kind)

    def user(self, slot: Slot, key: bytes) -> VaultUser:
        """Return who a user's slot belongs to."""
        entry = self.entry(slot, UserEntry, key)
        return VaultUser(slot.id, entry.login, entry.name, entry.role, entry.temporary)

    def with_entry(self, slot: Slot, entry: msgspec.Struct, key: bytes) -> Slot:
        """Return the slot with *entry* in it."""
        return sealing.with_entry(self.contents.vault, slot, entry, key)

    def maker(self, key: bytes) -> SlotMaker:
        """Return what makes new slots of this vault."""
        contents = self.contents
        return SlotMaker(contents.vault, contents.login_salt, self.machine.costs, key)

    def write(self, changed: Contents, key: bytes, *, for_good: bool = False) -> None:
        """Put *changed* in the file; *for_good* leaves no copy of what it was before.

        Raises:
            VaultChanged: when the file has been written by another window.
            FolderReadOnly, StorageFull, StorageFailed.
        """
        # A file that is lost is written again: what is known here has been proved.
        if self.path.exists() and vault_file.read(self.path) != self._data:
            raise VaultChanged
        signed = sealing.signed(changed, key)
        self._put(contents_of.write(signed), for_good=for_good)
        self.contents = signed
        if for_good:
            self.forget_copies()

    def put_back(self) -> None:
        """Let this copy, which has just been opened, be the vault's file."""
        vault_file.put_back(self.folder, self._data)
        self.path = self.folder / vault_file.NAME

    def forget_copies(self) -> None:
        """Let no copy be left that opens with what has stopped opening the vault."""
        vault_file.forget_copies(self.folder, self._data)

    def _put(self, data: bytes, *, for_good: bool) -> None:
        put = vault_file.replace_for_good if for_good else vault_file.replace
        try:
            put(self.folder, data)
        except WorldError:
            # The disk may complain after the move: then the vault has changed all the same.
            if vault_file.read(self.path) != data:
                raise
        self._data = data

    def _checked(self) -> Contents:
        try:
            contents = contents_of.read(self._data)
        except contents_of.FromLater as error:
            raise VaultNewer(self.path) from error
        except contents_of.Unreadable as error:
            raise VaultDamaged(self.path, self._other_copies()) from error
        if not all(self.machine.costs.allow(slot.cost) for slot in contents.slots):
            raise self.tampered()
        return contents

    def _other_copies(self) -> tuple[Path, ...]:
        return tuple(path for path in vault_file.copies(self.folder) if path != self.path)
