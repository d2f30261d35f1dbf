"""The log of what was done: each entry is chained to the one before it."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from gplan_desktop.errors import DatabaseDamaged
from gplan_desktop.store import moments
from gplan_desktop.store.connection import Connection, Row
from gplan_desktop.store.driver import Tell

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

    def head(self) -> AuditHead:
        """Return the end of the log as it stands, without looking through what is before it."""
        last = self._connection.row("SELECT rid, digest FROM audit ORDER BY rid DESC LIMIT 1")
        return AuditHead(last["rid"], last["digest"].hex()) if last else AuditHead(0, _FIRST.hex())

    def head_at(self, number: int) -> AuditHead:
        """Return what the end of the log was when it had *number* entries.

        Raises:
            DatabaseDamaged: when it has no such entry.
        """
        if number == 0:
            return AuditHead(0, _FIRST.hex())
        row = self._connection.row("SELECT digest FROM audit WHERE rid = ?", (number,))
        if row is None:
            raise self._altered(number)
        return AuditHead(number, row["digest"].hex())

    def verify(self, since: AuditHead | None = None, tell: Tell | None = None) -> AuditHead:
        """Return the end of the log when every entry after *since* is as it was written.

        *since* is an end that was kept elsewhere; without it, all of the log is
        looked through. *tell* is told how far it has come, and may break it off.

        Raises:
            DatabaseDamaged: when an entry was altered or taken away.
        """
        if since and self.head_at(since.number) != since:
            raise self._altered(since.number)
        number, former = (since.number, bytes.fromhex(since.digest)) if since else (0, _FIRST)
        before, whole = number, self.head().number - number
        while rows := self._rows(number, _PAGE):
            for row in rows:
                number += 1
                former = _chained(former, number, _fields(row))
                if row["rid"] != number or row["digest"] != former:
                    raise self._altered(number)
            if tell:
                tell(number - before, whole)
        return AuditHead(number, former.hex())

    def _altered(self, number: int) -> DatabaseDamaged:
        return DatabaseDamaged(self._connection.path, f"loggen är ändrad vid händelse {number}")

    def _rows(self, after: int, limit: int) -> list[Row]:
        return self._connection.rows(
            "SELECT rid, at, actor, action, subject, detail, digest FROM audit"
            " WHERE rid > ? ORDER BY rid LIMIT ?",
            (after, limit),
        )


def _fields(row: Row) -> tuple[str, ...]:
    return row["at"], row["actor"], row["action"], row["subject"], row["detail"]


def _chained(former: bytes, number: int, fields: tuple[str, ...]) -> bytes:
    parts = [former]
    for text in (str(number), *fields):
        # The length keeps "ab" + "c" apart from "a" + "bc".
        part = text.encode()
        parts += len(part).to_bytes(4, "big"), part
    return hashlib.sha256(b"".join(parts)).digest()


def _entry(row: Row) -> AuditEntry:
    at, actor, action, subject, detail = _fields(row)
    return AuditEntry(row["rid"], moments.from_text(at), actor, action, subject, detail)
