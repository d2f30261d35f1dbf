"""Remembering a user on this computer: a random secret in the system's safe opens its own slot."""

import binascii
import secrets
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from datetime import timedelta

from gplan_desktop.vault.contents import DeviceEntry, Slot
from gplan_desktop.vault.faults import DeviceForgotten
from gplan_desktop.vault.kept import Kept
from gplan_desktop.vault.sealing import SecretWrong

REMEMBERED_DAYS = 30
_SECRET_BYTES = 32


@dataclass(frozen=True)
class Remembered:
    """What this computer keeps: the id of a slot and what opens it."""

    slot: str
    secret: bytes = field(repr=False)


def remembered(kept: Kept) -> Remembered | None:
    """Return what this computer keeps for the vault; None when it is nothing that can be used."""
    slot, _, secret = kept.machine.safe.read(kept.contents.vault).partition(":")
    try:
        return Remembered(slot, b64decode(secret, validate=True)) if secret else None
    except (binascii.Error, ValueError):
        return None


def keep_secret(kept: Kept, key: bytes, user_id: str, wanted: tuple[str, int]) -> Slot | None:
    """Put a new secret in the safe, and return the slot it opens; None when the safe refuses.

    *wanted* is what the computer is called and for how many days it may remember.
    """
    label, days = wanted
    secret, expires = secrets.token_bytes(_SECRET_BYTES), kept.machine.now() + timedelta(days)
    slot = kept.maker(key).device(secret, DeviceEntry(user_id, label, expires))
    text = f"{slot.id}:{b64encode(secret).decode('ascii')}"
    return slot if kept.machine.safe.write(kept.contents.vault, text) else None


def forget(kept: Kept) -> None:
    """Delete what this computer keeps for the vault."""
    kept.machine.safe.delete(kept.contents.vault)


def open_remembered(kept: Kept) -> tuple[Slot, bytes]:
    """Return the slot of the user whom this computer remembers, and the key of the database.

    Raises:
        DeviceForgotten: when nothing is remembered, or it is revoked, altered or too old.
        VaultTampered, MemoryShort.
    """
    known = remembered(kept)
    slot = kept.contents.slot(known.slot) if known else None
    if known is None or slot is None or slot.kind != "device":
        raise DeviceForgotten
    try:
        key = kept.open_slot(slot, known.secret)
    except SecretWrong as error:
        raise DeviceForgotten from error
    entry = kept.entry(slot, DeviceEntry, key)
    user = kept.contents.slot(entry.user)
    if user is None or entry.expires <= kept.machine.now():
        forget(kept)
        raise DeviceForgotten
    return user, key
