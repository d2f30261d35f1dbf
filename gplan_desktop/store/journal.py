"""The verkställighetsjournal: entries are added and struck, and never changed (S136-S142, F63)."""

from dataclasses import replace

from gplan_desktop.domain.journal_entry import BegunEntry, EntryDraft, JournalEntry, Strike
from gplan_desktop.domain.user import Permission
from gplan_desktop.errors import EntryStruck, RecordMissing
from gplan_desktop.store import documents, moments
from gplan_desktop.store.access import Subject
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.connection import Row
from gplan_desktop.store.guard import needs

_COLUMNS = "document, struck_at, struck_by, strike_reason, about_other"


class JournalRegister:
    """Reads, adds and strikes entries; keeps the one that each user is writing."""

    def __init__(self, books: Bookkeeping) -> None:
        self._books = books
        self._access = books.access

    @needs(Permission.READ_JOURNAL, of=Subject.PERSON, reads="journal")
    def of_person(self, person_id: str) -> list[JournalEntry]:
        """Return the person's entries, the latest happened first; struck ones as well."""
        rows = self._books.connection.rows(
            f"SELECT {_COLUMNS} FROM journal WHERE person_id = ? ORDER BY at DESC, rid DESC",  # noqa: S608 constants
            (person_id,),
        )
        with self._books.reading():
            return [_entry(row) for row in rows]

    @needs(Permission.WRITE, of=Subject.PERSON)
    def add(self, entry: JournalEntry) -> None:
        """Add the entry; what the user was writing about the person is taken away with it.

        Raises:
            ValueError: when the entry is struck from the beginning.
        """
        if entry.strike:
            raise ValueError("an entry is struck after it was added")
        with self._books.connection.writing():
            self._books.connection.write(
                "INSERT INTO journal (id, person_id, at, document) VALUES (?, ?, ?, ?)",
                (
                    entry.id,
                    entry.person_id,
                    moments.to_text(entry.at),
                    documents.encode(entry),
                ),
            )
            self._drop_draft(entry.person_id)
            self._books.log("journal.added", entry.id, entry.person_id)

    @needs(Permission.WRITE, of=Subject.ENTRY)
    def strike(self, entry_id: str, strike: Strike) -> JournalEntry:
        """Mark the entry as wrong; its text stays readable. Return it as it now is.

        Raises:
            ValueError: without a reason.
            EntryStruck, RecordMissing: nothing has changed.
        """
        if not strike.reason.strip():
            raise ValueError("an entry is struck for a reason")
        with self._books.connection.writing():
            row = self._row(entry_id)
            if row["struck_at"]:
                raise EntryStruck
            self._books.connection.write(
                "UPDATE journal SET struck_at = ?, struck_by = ?, strike_reason = ?,"
                " about_other = ? WHERE id = ?",
                (
                    moments.to_text(strike.at),
                    strike.by,
                    strike.reason,
                    strike.about_other,
                    entry_id,
                ),
            )
            self._books.log("journal.struck", entry_id)
        with self._books.reading():
            return _entry(self._row(entry_id))

    @needs(Permission.READ_JOURNAL, of=Subject.PERSON, reads="journal")
    def draft(self, person_id: str) -> EntryDraft | None:
        """Return the entry that the user has begun to write about the person, or None."""
        row = self._books.connection.row(
            "SELECT document FROM journal_draft WHERE person_id = ? AND by = ?",
            (person_id, self._books.by),
        )
        with self._books.reading():
            return documents.decode(row["document"], EntryDraft) if row else None

    @needs(Permission.READ_JOURNAL, of=Subject.PERSON, reads="journal")
    def begun_by_others(self, person_id: str) -> list[BegunEntry]:
        """Return who else has begun an entry about the person; its text is that user's alone."""
        rows = self._books.connection.rows(
            "SELECT by, changed_at FROM journal_draft WHERE person_id = ? AND by <> ?"
            " ORDER BY changed_at DESC",
            (person_id, self._books.by),
        )
        return [BegunEntry(row["by"], moments.from_text(row["changed_at"])) for row in rows]

    @needs(Permission.WRITE, of=Subject.PERSON)
    def keep_draft(self, person_id: str, draft: EntryDraft) -> None:
        """Keep what the user is writing about the person; an empty one is taken away."""
        with self._books.connection.writing():
            self._drop_draft(person_id)
            if draft != EntryDraft(draft.heading, draft.keyword, at=draft.at):
                self._books.connection.write(
                    "INSERT INTO journal_draft (person_id, by, changed_at, document)"
                    " VALUES (?, ?, ?, ?)",
                    (person_id, self._books.by, self._books.stamp(), documents.encode(draft)),
                )

    @needs(Permission.MANAGE_USERS)
    def hand_on_drafts(self, old: str, new: str) -> None:
        """Let what a user is writing follow to the user's new name."""
        with self._books.connection.writing():
            self._books.connection.write(
                "UPDATE OR IGNORE journal_draft SET by = ? WHERE by = ?", (new, old)
            )

    def _drop_draft(self, person_id: str) -> None:
        self._books.connection.write(
            "DELETE FROM journal_draft WHERE person_id = ? AND by = ?", (person_id, self._books.by)
        )

    def _row(self, entry_id: str) -> Row:
        row = self._books.connection.row(
            f"SELECT {_COLUMNS} FROM journal WHERE id = ?",  # noqa: S608 constants
            (entry_id,),
        )
        if row is None:
            raise RecordMissing("Anteckningen")
        return row


def _entry(row: Row) -> JournalEntry:
    entry = documents.decode(row["document"], JournalEntry)
    if not row["struck_at"]:
        return entry
    strike = Strike(
        moments.from_text(row["struck_at"]),
        row["struck_by"],
        row["strike_reason"],
        bool(row["about_other"]),
    )
    return replace(entry, strike=strike)
