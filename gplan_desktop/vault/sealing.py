"""How secrets are closed and opened; the only module that names the ciphers."""

import hashlib
import hmac
import secrets

import msgspec
from nacl import bindings, exceptions
from nacl.public import PrivateKey, PublicKey, SealedBox

from gplan_desktop.vault.contents import Contents, Kind, Slot
from gplan_desktop.vault.derivation import SALT_BYTES, Cost, derive

KEY_BYTES = 32
_NONCE_BYTES = bindings.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
_ENTRY_STEP = 128


class SecretWrong(Exception):
    """The secret does not open the slot."""


class SealBroken(Exception):
    """The secret is right, but what it should open has been changed."""


class Unsealed(msgspec.Struct, frozen=True):
    """What a new slot is about, before it is closed."""

    id: str
    kind: Kind
    login: bytes
    cost: Cost


def new_id() -> str:
    """Return a name that says nothing."""
    return secrets.token_hex(16)


def new_key() -> bytes:
    """Return a new key for a database."""
    return secrets.token_bytes(KEY_BYTES)


def login_hash(login: str, salt: bytes) -> bytes:
    """Return what stands for the login name in the file."""
    typed = login.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(typed, key=salt, digest_size=32, person=b"gplan-login").digest()


def close(vault: str, about: Unsealed, secret: bytes, key: bytes) -> Slot:
    """Return a slot that *secret* opens, with a key pair of its own; its entry is still empty."""
    private, salt = PrivateKey.generate(), secrets.token_bytes(SALT_BYTES)
    slot = Slot(
        **msgspec.structs.asdict(about),
        salt=salt,
        public=bytes(private.public_key),
        wrapped=b"",
        sealed=b"",
        entry=b"",
    )
    wrapped = _encrypt(bytes(private), derive(secret, salt, about.cost), _told(vault, slot))
    return reseal(msgspec.structs.replace(slot, wrapped=wrapped), key)


def reseal(slot: Slot, key: bytes) -> Slot:
    """Return the slot with another database key in it; whose secret it is need not be known."""
    sealed = SealedBox(PublicKey(slot.public)).encrypt(key)
    return msgspec.structs.replace(slot, sealed=sealed)


def open_slot(contents: Contents, slot: Slot, secret: bytes) -> bytes:
    """Return the key of the database; the whole file is proved to be unchanged.

    Raises:
        SecretWrong, SealBroken, MemoryShort.
    """
    wrapping = derive(secret, slot.salt, slot.cost)
    try:
        private = _decrypt(slot.wrapped, wrapping, _told(contents.vault, slot))
    except exceptions.CryptoError as error:
        raise SecretWrong from error
    try:
        key = SealedBox(PrivateKey(private)).decrypt(slot.sealed)
    except exceptions.CryptoError as error:
        raise SealBroken from error
    if not hmac.compare_digest(_mac(contents, key), contents.mac):
        raise SealBroken
    return key


def signed(contents: Contents, key: bytes) -> Contents:
    """Return the contents with the proof that who wrote them had the key."""
    return msgspec.structs.replace(contents, mac=_mac(contents, key))


def is_signed(contents: Contents, key: bytes) -> bool:
    """Whether the contents were written by someone who had the key."""
    return hmac.compare_digest(_mac(contents, key), contents.mac)


def with_entry(vault: str, slot: Slot, entry: msgspec.Struct, key: bytes) -> Slot:
    """Return the slot with *entry* in it, filled up so that its length tells nothing of a name."""
    text = msgspec.json.encode(entry)
    filled = text.ljust(-(-len(text) // _ENTRY_STEP) * _ENTRY_STEP)
    closed = _encrypt(filled, _key_for(key, b"gplan-entry"), _told(vault, slot))
    return msgspec.structs.replace(slot, entry=closed)


def entry_of(vault: str, slot: Slot, key: bytes) -> bytes:
    """Return the text of the slot's entry; the file has been proved to be unchanged."""
    return _decrypt(slot.entry, _key_for(key, b"gplan-entry"), _told(vault, slot))


def _told(vault: str, slot: Slot) -> bytes:
    """What is not secret in a slot, and may not be exchanged without its being noticed."""
    told = (vault, slot.id, slot.kind, slot.login, slot.cost, slot.salt, slot.public)
    return msgspec.json.encode(told)


def _mac(contents: Contents, key: bytes) -> bytes:
    unsigned = msgspec.json.encode(msgspec.structs.replace(contents, mac=b""))
    signing = _key_for(key, b"gplan-vault-mac")
    return hashlib.blake2b(unsigned, key=signing, digest_size=32).digest()


def _key_for(key: bytes, purpose: bytes) -> bytes:
    return hashlib.blake2b(b"", key=key, digest_size=KEY_BYTES, person=purpose).digest()


def _encrypt(plain: bytes, key: bytes, told: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, told, nonce, key)


def _decrypt(closed: bytes, key: bytes, told: bytes) -> bytes:
    nonce, sealed = closed[:_NONCE_BYTES], closed[_NONCE_BYTES:]
    return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed, told, nonce, key)
