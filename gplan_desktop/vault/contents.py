"""What stands in the vault's file: slots that each open the key of the database."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from gplan_desktop.vault.derivation import Cost

FORMAT = "gplan-vault"
VERSION = 1
Kind = Literal["user", "recovery", "device"]

# Not "$", which lets a line break through.
_Id = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}\Z")]
_Salt = Annotated[bytes, Meta(min_length=16, max_length=16)]
_Hash = Annotated[bytes, Meta(min_length=32, max_length=32)]
# 24 bytes of nonce or 32 of a passing public key, 16 of authentication, and the 32 that matter.
_Wrapped = Annotated[bytes, Meta(min_length=72, max_length=72)]
_Sealed = Annotated[bytes, Meta(min_length=80, max_length=80)]
_Entry = Annotated[bytes, Meta(min_length=40, max_length=4096)]


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One secret that opens the database, and whom it belongs to, unreadable without it.

    *login* is a salted hash of the login name: it hides names from whoever
    looks at the file, though not from whoever guesses them.
    """

    id: _Id
    kind: Kind
    login: _Hash
    cost: Cost
    salt: _Salt
    public: _Hash
    wrapped: _Wrapped
    sealed: _Sealed
    entry: _Entry


class Contents(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file. *mac* is made with the database's key over all the rest."""

    format: str
    version: int
    vault: _Id
    generation: Annotated[int, Meta(ge=1, le=9999)]
    login_salt: _Hash
    slots: Annotated[tuple[Slot, ...], Meta(min_length=1, max_length=1000)]
    mac: _Hash

    def slot(self, slot_id: str) -> Slot | None:
        """Return the slot called *slot_id*, if it is there."""
        return next((slot for slot in self.slots if slot.id == slot_id), None)

    def of_kind(self, kind: Kind) -> tuple[Slot, ...]:
        """Return the slots of one kind, in the order they were made."""
        return tuple(slot for slot in self.slots if slot.kind == kind)


class UserEntry(msgspec.Struct, frozen=True):
    """Who a user is; *temporary* when somebody else chose the passphrase."""

    login: str
    name: str
    role: str
    temporary: bool


class RecoveryEntry(msgspec.Struct, frozen=True):
    """Whose rights the recovery code gives, and whether it was read back from paper."""

    role: str
    confirmed: bool


class DeviceEntry(msgspec.Struct, frozen=True):
    """Whom a computer lets in without a passphrase, and until when."""

    user: str
    label: str
    expires: datetime


class _Header(msgspec.Struct):
    format: str
    version: int


class Unreadable(ValueError):
    """The bytes are no vault."""


class FromLater(ValueError):
    """The bytes are a vault of a later version of the program."""


def read(data: bytes) -> Contents:
    """Return the vault that *data* holds.

    Raises:
        Unreadable, FromLater.
    """
    try:
        header = msgspec.json.decode(data, type=_Header)
        if header.format == FORMAT and header.version > VERSION:
            raise FromLater
        contents = msgspec.json.decode(data, type=Contents)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable from error
    ids = {slot.id for slot in contents.slots}
    if (contents.format, contents.version, len(ids)) != (FORMAT, VERSION, len(contents.slots)):
        raise Unreadable
    return contents


def write(contents: Contents) -> bytes:
    """Return the bytes of the file, one slot a line for whoever must look at it."""
    return msgspec.json.format(msgspec.json.encode(contents), indent=1)
