"""Records as strict, canonical JSON, and back."""

import hashlib
import re
from typing import TypeVar

import msgspec

from gplan_desktop.domain.plan import Plan
from gplan_desktop.domain.tabs import Secret
from gplan_desktop.method.strict import read_secret

Record = TypeVar("Record")

# An escaped NUL: an odd number of backslashes before "u0000".
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


def _told(value: object) -> str:
    """Return what a Secret holds: the database is encrypted, and it alone keeps it."""
    if isinstance(value, Secret):
        return value.reveal()
    raise NotImplementedError


_ENCODER = msgspec.json.Encoder(order="sorted", enc_hook=_told)


class DocumentDamagedError(Exception):
    """A stored document is not the record it should be."""


def encode(record: object) -> str:
    """Return *record* as JSON with sorted keys: equal records give equal text.

    Raises:
        ValueError: when it holds what could not be read back, such as a NUL,
            half a surrogate pair or a value of a wrong type. Texts are
            cleaned before they come here, so that is a bug.
    """
    document = _ENCODER.encode(record)
    if b"\\u0000" in document and _NUL.search(document):
        raise ValueError("a text holds NUL")
    # A text where a date should be would be written, but never be read again.
    msgspec.json.decode(document, type=type(record), dec_hook=read_secret)
    return document.decode()


def decode(document: str, kind: type[Record]) -> Record:
    """Return the record of *kind* that *document* holds.

    Raises:
        DocumentDamagedError: when it holds no such record.
    """
    try:
        return msgspec.json.decode(document, type=kind, dec_hook=read_secret)
    except msgspec.DecodeError as error:
        raise DocumentDamagedError(kind.__name__) from error


def digest(document: str) -> str:
    """Return the SHA-256 of a stored document, in hexadecimal."""
    return hashlib.sha256(document.encode()).hexdigest()


def checksum(plan: Plan) -> str:
    """Return the checksum of an established plan: SHA-256 of its canonical JSON."""
    return digest(encode(plan))
