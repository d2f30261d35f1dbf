"""How the slots of a vault are made: for a user, for the recovery code, for a computer."""

import secrets
from dataclasses import dataclass, field

import msgspec

from gplan_desktop.vault import passphrase, sealing
from gplan_desktop.vault.contents import (
    Contents,
    DeviceEntry,
    Kind,
    RecoveryEntry,
    Slot,
    UserEntry,
)
from gplan_desktop.vault.derivation import Cost, Costs
from gplan_desktop.vault.recovery_code import RecoveryCode
from gplan_desktop.vault.sealing import Unsealed
from gplan_desktop.vault.users import NewUser

_LOGIN_BYTES = 32


@dataclass(frozen=True)
class SlotMaker:
    """Makes slots of one vault; needs the key that they are to open."""

    vault: str
    login_salt: bytes
    costs: Costs
    key: bytes = field(repr=False)

    def user(self, user_id: str, new: NewUser, *, temporary: bool) -> Slot:
        """Return the slot that a user's passphrase opens."""
        login = passphrase.login_of(new.login)
        about = Unsealed(
            user_id, "user", sealing.login_hash(login, self.login_salt), self.costs.usual
        )
        entry = UserEntry(
            passphrase.typed(new.login), passphrase.typed(new.name), new.role, temporary
        )
        return self._closed(about, passphrase.secret_of(new.passphrase), entry)

    def recovery(self, code: RecoveryCode, role: str) -> Slot:
        """Return the slot that the recovery code opens; nobody guesses 160 bits, however fast."""
        about = self._nameless("recovery", self.costs.least)
        return self._closed(about, code.secret, RecoveryEntry(role, confirmed=False))

    def device(self, secret: bytes, entry: DeviceEntry) -> Slot:
        """Return the slot that the secret of a computer opens."""
        return self._closed(self._nameless("device", self.costs.least), secret, entry)

    def _nameless(self, kind: Kind, cost: Cost) -> Unsealed:
        return Unsealed(sealing.new_id(), kind, secrets.token_bytes(_LOGIN_BYTES), cost)

    def _closed(self, about: Unsealed, secret: bytes, entry: msgspec.Struct) -> Slot:
        slot = sealing.close(self.vault, about, secret, self.key)
        return sealing.with_entry(self.vault, slot, entry, self.key)


def decoy(contents: Contents) -> Slot:
    """Return a slot that nothing opens, and that takes as long to try as any user's."""
    first = next(iter(contents.of_kind("user")), contents.slots[0])
    return msgspec.structs.replace(
        first, id=sealing.new_id(), salt=secrets.token_bytes(len(first.salt))
    )
