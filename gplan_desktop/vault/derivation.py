"""A key out of a passphrase, made so slowly that guessing does not pay (Argon2id)."""

import msgspec
from nacl import exceptions
from nacl.pwhash import argon2id

from gplan_desktop.vault.faults import MemoryShort

SALT_BYTES = argon2id.SALTBYTES
_KEY_BYTES = 32
_MIB = 1024 * 1024


class Cost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many passes over how many bytes of memory one guess costs."""

    passes: int
    memory: int


class Costs(msgspec.Struct, frozen=True):
    """What a new passphrase costs, and what an older one in a file may cost.

    The bounds keep an altered file from making guesses cheap, or the computer hang.
    """

    usual: Cost
    least: Cost
    most: Cost

    def allow(self, cost: Cost) -> bool:
        """Whether a file may ask for *cost*."""
        least, most = self.least, self.most
        passes_fit = least.passes <= cost.passes <= most.passes
        return passes_fit and least.memory <= cost.memory <= most.memory


COSTS = Costs(usual=Cost(3, 256 * _MIB), least=Cost(2, 64 * _MIB), most=Cost(10, 1024 * _MIB))


def derive(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    """Return the 32 bytes that *secret* makes; takes a good part of a second.

    Raises:
        MemoryShort: when the computer cannot spare the memory.
    """
    try:
        return argon2id.kdf(_KEY_BYTES, secret, salt, opslimit=cost.passes, memlimit=cost.memory)
    except (exceptions.RuntimeError, MemoryError) as error:
        raise MemoryShort from error
