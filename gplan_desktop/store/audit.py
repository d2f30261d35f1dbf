"""The log of what was done: each entry is chained to the one before it."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from gplan_desktop.errors import DatabaseDamaged
from gplan_desktop.store import moments
from gplan_desktop.store.connection import Connection, Row

_FIRST = bytes(32)
_PAGE = 10_000


@dataclass(frozen=True)
class AuditEntry:
    """One thing that was done; subject is the record's id, never a person's name or number."""

    number: int
    at: datetime
    actor: str
    action: str
    subject: str
    detail: str


@dataclass(frozen=True)
class AuditHead:
    """The end of the log: kept elsewhere it reveals a log that was cut or put back."""

    number: int
    digest: str


class Audit:
    """The entries of the log, added in the transaction of what they tell about."""

    def __init__(self, connection: Connection, now: moments.Clock) -> None:
        self._connection = connection
        self._now = now

    def add(self, actor: str, action: str, subject: str, detail: str = "") -> None:
        """Add an entry; only inside a transaction that is writing."""
        last = self._connection.row("SELECT rid, digest FROM audit ORDER BY rid DESC LIMIT 1")
        number, former = (last["rid"] + 1, last["digest"]) if last else (1, _FIRST)
        fields = (moments.to_text(self._now()), actor, action, subject, detail)
        self._connection.write(
            "INSERT INTO audit (rid, at, actor, action, subject, detail, digest)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (number, *fields, _chained(former, number, fields)),
        )

    def entries(self, after: int, limit: int) -> list[AuditEntry]:
        """Return at most *limit* entries that follow number *after*, oldest first."""
        return [_entry(row) for row in self._rows(after, limit)]

    def verify(self) -> AuditHead:
        """Return the end of the log when every entry is as it was written.

        Raises:
            DatabaseDamaged: when an entry was altered or taken away.
        """
        number, former = 0, _FIRST
        while rows := self._rows(number, _PAGE):
            for row in rows:
                number += 1
                former = _chained(former, number, _fields(row))
                if (row["rid"], row["digest"]) != (number, former):
                    raise DatabaseDamaged(
                        self._connection.path, f"loggen är ändrad vid händelse {number}"
                    )
        return AuditHead(number, former.hex())

    def _rows(self, after: int, limit: int) -> list[Row]:
        return self._connection.rows(
            "SELECT rid, at, actor, action, subject, detail, digest FROM audit"
            " WHERE rid > ? ORDER BY rid LIMIT ?",
            (after, limit),
        )


def _fields(row: Row) -> tuple[str, ...]:
    return row["at"], row["actor"], row["action"], row["subject"], row["detail"]


def _chained(former: bytes, number: int, fields: tuple[str, ...]) -> bytes:
    chain = hashlib.sha256(former)
    for text in (str(number), *fields):
        # The length keeps "ab" + "c" apart from "a" + "bc".
        part = text.encode()
        chain.update(len(part).to_bytes(4, "big") + part)
    return chain.digest()


def _entry(row: Row) -> AuditEntry:
    at, actor, action, subject, detail = _fields(row)
    return AuditEntry(row["rid"], moments.from_text(at), actor, action, subject, detail)
