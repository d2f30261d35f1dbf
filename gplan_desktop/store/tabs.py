"""A person's tabs: what stands in them, and what stood there before (S111-S127)."""

from dataclasses import dataclass, replace
from datetime import datetime

from gplan_desktop.domain.tabs import Tabs
from gplan_desktop.domain.user import Permission
from gplan_desktop.errors import RecordChangedElsewhere
from gplan_desktop.store import documents, moments
from gplan_desktop.store.access import Subject
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.connection import Row
from gplan_desktop.store.guard import needs
from gplan_desktop.store.hidden_codes import as_may_be_seen

_COLUMNS = "version, session, changed_at, changed_by, document"


@dataclass(frozen=True)
class TabsRecord:
    """The tabs as the store keeps them; version 0 has never been saved."""

    tabs: Tabs
    version: int = 0
    digest: str = ""


class TabsRegister:
    """Reads and saves tabs, and notes whenever a code is shown."""

    def __init__(self, books: Bookkeeping) -> None:
        self._books = books
        self._access = books.access

    @needs(Permission.READ_TABS, of=Subject.PERSON, reads="tabs")
    def of_person(self, person_id: str) -> TabsRecord:
        """Return the person's tabs, empty when nothing was ever written."""
        row = self._row(person_id, f"{_COLUMNS}, digest")
        if row is None:
            return TabsRecord(Tabs(person_id))
        with self._books.reading():
            return TabsRecord(self._seen(row), row["version"], row["digest"])

    @needs(Permission.WRITE, of=Subject.PERSON)
    def save(self, tabs: Tabs, version: int, session: str) -> int:
        """Save the tabs that had *version* (0: never saved); return their new version.

        What they were is kept once for each *session* of writing. The same
        save may be repeated when its answer was lost.

        Raises:
            RecordChangedElsewhere: they were saved since, and are untouched.
            NotAllowed: also for who may not see the codes, and so would write over them.
        """
        self._access.demand(Permission.SHOW_CODES)
        document = _document(tabs)
        with self._books.connection.writing():
            stored = self._row(tabs.person_id, f"rid, {_COLUMNS}")
            if stored is None:
                return self._insert(tabs, document, version, session)
            if stored["document"] == document:
                return int(stored["version"])
            if stored["version"] != version:
                raise RecordChangedElsewhere("Flikarna")
            if stored["session"] != session:
                self._keep(stored)
            return self._update(stored, document, session)

    @needs(Permission.READ_TABS, of=Subject.PERSON, reads="tabs")
    def history(self, person_id: str) -> list[Tabs]:
        """Return what the tabs were, newest first, each with who changed it to that and when."""
        with self._books.reading():
            return [
                self._seen(row)
                for row in self._books.connection.rows(
                    "SELECT tabs_before.changed_at, tabs_before.changed_by, tabs_before.document"
                    " FROM tabs_before JOIN tabs ON tabs.rid = tabs_rid"
                    " WHERE person_id = ? ORDER BY tabs_before.rid DESC",
                    (person_id,),
                )
            ]

    @needs(Permission.SHOW_CODES, of=Subject.PERSON)
    def note_code_shown(self, person_id: str, field: str) -> None:
        """Log that the code at *field* was shown on the screen."""
        with self._books.connection.writing():
            self._books.log("code.shown", person_id, field)

    def _seen(self, row: Row) -> Tabs:
        return as_may_be_seen(_tabs(row), self._access.may)

    def _row(self, person_id: str, columns: str) -> Row | None:
        return self._books.connection.row(
            f"SELECT {columns} FROM tabs WHERE person_id = ?",  # noqa: S608 constants
            (person_id,),
        )

    def _insert(self, tabs: Tabs, document: str, version: int, session: str) -> int:
        if version:
            raise RecordChangedElsewhere("Flikarna")
        self._books.connection.write(
            "INSERT INTO tabs (person_id, version, session, changed_at, changed_by, digest,"
            " document) VALUES (?, 1, ?, ?, ?, ?, ?)",
            (
                tabs.person_id,
                session,
                self._books.stamp(),
                self._books.by,
                documents.digest(document),
                document,
            ),
        )
        self._books.log("tabs.changed", tabs.person_id)
        return 1

    def _keep(self, stored: Row) -> None:
        self._books.connection.write(
            "INSERT INTO tabs_before (tabs_rid, changed_at, changed_by, document)"
            " VALUES (?, ?, ?, ?)",
            (stored["rid"], stored["changed_at"], stored["changed_by"], stored["document"]),
        )

    def _update(self, stored: Row, document: str, session: str) -> int:
        self._books.connection.write(
            "UPDATE tabs SET version = version + 1, session = ?, changed_at = ?, changed_by = ?,"
            " digest = ?, document = ? WHERE rid = ?",
            (
                session,
                self._books.stamp(),
                self._books.by,
                documents.digest(document),
                document,
                stored["rid"],
            ),
        )
        if stored["session"] != session:
            self._books.log("tabs.changed", documents.decode(document, Tabs).person_id)
        return int(stored["version"]) + 1


def _document(tabs: Tabs) -> str:
    """Return the document: who changed it when stands in columns beside it."""
    return documents.encode(replace(tabs, changed_at=None, changed_by=""))


def _tabs(row: Row) -> Tabs:
    changed_at: datetime = moments.from_text(row["changed_at"])
    tabs = documents.decode(row["document"], Tabs)
    return replace(tabs, changed_at=changed_at, changed_by=row["changed_by"])
