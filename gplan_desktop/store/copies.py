"""Whole, encrypted copies of a unit's file: written, read back, and compared with the unit."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from gplan_desktop.domain.log_entry import Listed
from gplan_desktop.domain.user import Permission
from gplan_desktop.errors import DatabaseDamaged
from gplan_desktop.store import driver, moments
from gplan_desktop.store.audit import Audit, AuditHead
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.connection import Connection
from gplan_desktop.store.driver import Tell
from gplan_desktop.store.guard import needs, open_to_all

RESTORED = "unit.restored"
_NO_IDENTITY = "00000000"
_EMPTY_LOG = AuditHead(0, bytes(32).hex())


@dataclass(frozen=True)
class Contents:
    """What a file holds, in numbers: nothing in it is secret.

    The identity is the beginning of the log's first digest, which a unit keeps for ever.
    """

    unit: str
    identity: str
    persons: int
    plans: int
    head: AuditHead
    latest: datetime | None = None


@dataclass(frozen=True)
class Holdings:
    """The persons, by id, and the plans by id: whose each is, and which version.

    A name is "" where the user may not see the person.
    """

    persons: Mapping[str, str] = field(default_factory=dict)
    plans: Mapping[str, tuple[str, int, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Restored:
    """That the unit was put back at *at* to what its log was at *number*."""

    number: int
    at: datetime


@dataclass(frozen=True)
class Chain:
    """The end of the log, its digests at the numbers that were asked for, and its restorings."""

    head: AuditHead
    digests: Mapping[int, str]
    restorings: tuple[Restored, ...] = ()


class Copies:
    """The copies of one opened unit, encrypted with its key.

    They are made whoever works; the key is only handed to who may put them back. `verified`
    touches only the copy, and may be used from any thread.
    """

    def __init__(self, books: Bookkeeping, key: bytes) -> None:
        self._books, self._key = books, key
        self._connection, self._access = books.connection, books.access

    @property
    def path(self) -> Path:
        """The unit's own file."""
        return self._connection.path

    @needs(Permission.BACK_UP)
    def key(self) -> bytes:
        """Return what the unit and its copies are encrypted with."""
        return self._key

    @open_to_all
    def write(self, target: Path, tell: Tell | None = None) -> Contents:
        """Copy the unit as it is now to *target*, where no file may be; what was copied.

        Raises:
            FileExistsError, StorageFull, FolderReadOnly, StorageFailed, and what *tell* raises:
            there may be an unfinished file.
        """
        self._connection.copy_to(target, self._key, tell)
        return self.contents()

    @open_to_all
    def contents(self) -> Contents:
        """What the unit holds now."""
        return _contents(self._connection)

    @needs(Permission.BACK_UP, reads=Listed.PEOPLE)
    def holdings(self) -> Holdings:
        """Return the persons and plans of the unit, with the names that the user may see."""
        found = _holdings(self._connection)
        if not self._access.may(Permission.READ):
            return found
        own, values = self._access.own()
        rows = self._connection.rows(f"SELECT id, name FROM person WHERE {own}", values)  # noqa: S608 a constant
        return replace(found, persons={**found.persons, **{row["id"]: row["name"] for row in rows}})

    @open_to_all
    def verified(self, copy: Path) -> Contents:
        """As read_back, with the unit's key."""
        return read_back(copy, self._key)

    @open_to_all
    def chain(self, numbers: Iterable[int]) -> Chain:
        """Return what the log says of the entries *numbers*, and of restorings."""
        digests = {}
        for number in numbers:
            if row := self._connection.row("SELECT digest FROM audit WHERE rid = ?", (number,)):
                digests[number] = row["digest"].hex()
        rows = self._connection.rows(
            "SELECT at, detail FROM audit WHERE action = ? ORDER BY rid", (RESTORED,)
        )
        restorings = (Restored(int(row["detail"]), moments.from_text(row["at"])) for row in rows)
        return Chain(_head(self._connection), digests, tuple(restorings))

    @open_to_all
    def note_restored(self, backup: str, by: str) -> None:
        """Note in the log that *by* put this file back, and how long the log was in the backup."""
        number = _head(self._connection).number
        with self._connection.writing():
            self._books.audit.add(by, RESTORED, backup, str(number))


def read_back(copy: Path, key: bytes) -> Contents:
    """Read the whole finished *copy* and return what it holds; nothing is written.

    Raises:
        DatabaseMissing.
        DatabaseDamaged: a part is not as it was written, or the log does not hold together.
    """
    with _reading(copy, key) as connection:
        connection.refuse_damaged()
        # The clock is for entries, and none is added.
        Audit(connection, moments.utc_now).verify()
        return _contents(connection)


def copy_under_new_key(key: bytes, new_key: bytes, path: Path, target: Path) -> None:
    """Write the closed file at *path* anew to *target* under *new_key*, and read that back.

    Raises:
        DatabaseDamaged: the two are not alike; and as open_file and copy_file.
    """
    connection = Connection(driver.open_file(path, key), path)
    try:
        connection.copy_to(target, new_key)
        if read_back(target, new_key) != _contents(connection):
            raise DatabaseDamaged(target, "kopian är inte likadan")
    finally:
        connection.close()


def holdings_of(copy: Path, key: bytes) -> Holdings:
    """Return the persons, without names, and the plans of *copy*; errors as read_back."""
    with _reading(copy, key) as connection:
        return _holdings(connection)


@contextmanager
def _reading(copy: Path, key: bytes) -> Iterator[Connection]:
    connection = Connection(driver.open_copy(copy, key), copy)
    try:
        yield connection
    finally:
        connection.close()


def _contents(connection: Connection) -> Contents:
    counted = connection.rows(
        "SELECT (SELECT count(*) FROM person) AS persons,"
        " (SELECT count(*) FROM plan WHERE status <> 'removed') AS plans,"
        " (SELECT name FROM unit) AS unit, (SELECT max(changed_at) FROM plan) AS changed"
    )[0]
    last = connection.row("SELECT at FROM audit ORDER BY rid DESC LIMIT 1")
    first = connection.row("SELECT digest FROM audit WHERE rid = 1")
    latest = max((text for text in (counted["changed"], last and last["at"]) if text), default=None)
    return Contents(
        counted["unit"] or "",
        first["digest"].hex()[: len(_NO_IDENTITY)] if first else _NO_IDENTITY,
        counted["persons"],
        counted["plans"],
        _head(connection),
        moments.optional_from_text(latest),
    )


def _head(connection: Connection) -> AuditHead:
    row = connection.row("SELECT rid, digest FROM audit ORDER BY rid DESC LIMIT 1")
    return AuditHead(row["rid"], row["digest"].hex()) if row else _EMPTY_LOG


def _holdings(connection: Connection) -> Holdings:
    persons = connection.rows("SELECT id FROM person")
    plans = connection.rows(
        "SELECT id, person_id, version, status FROM plan WHERE status <> 'removed'"
    )
    return Holdings(
        {row["id"]: "" for row in persons},
        {row["id"]: (row["person_id"], row["version"], row["status"]) for row in plans},
    )
