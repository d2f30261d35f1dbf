"""Which texts of a plan or visit plan have been pasted into Treserva or TES, and by whom."""

from gplan_desktop.domain.transfer import TransferItem, Transferred
from gplan_desktop.domain.user import Permission
from gplan_desktop.store import moments
from gplan_desktop.store.access import Subject
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.guard import needs


class TransferRegister:
    """Keeps the ticks of the transfer sheets; *subject* is the id of what is copied."""

    def __init__(self, books: Bookkeeping) -> None:
        self._books = books
        self._access = books.access

    @needs(Permission.READ, of=Subject.TRANSFERRED, reads="transfer", provider=dict)
    def of(self, subject: str) -> dict[str, Transferred]:
        """Return what has been pasted of *subject*, by field."""
        rows = self._books.connection.rows(
            "SELECT field, digest, done_at, done_by FROM transfer WHERE subject = ?", (subject,)
        )
        return {
            row["field"]: Transferred(
                row["field"], row["digest"], moments.from_text(row["done_at"]), row["done_by"]
            )
            for row in rows
        }

    @needs(Permission.WRITE, of=Subject.TRANSFERRED)
    def tick(self, subject: str, item: TransferItem) -> None:
        """Note that *item* was pasted now."""
        with self._books.connection.writing():
            self._drop(subject, item.field)
            self._books.connection.write(
                "INSERT INTO transfer (subject, field, digest, done_at, done_by)"
                " VALUES (?, ?, ?, ?, ?)",
                (subject, item.field, item.digest, self._books.stamp(), self._books.by),
            )
            self._books.log("transfer.ticked", subject, item.field)

    @needs(Permission.WRITE, of=Subject.TRANSFERRED)
    def untick(self, subject: str, field: str) -> None:
        """Note that *field* was not pasted after all."""
        with self._books.connection.writing():
            if self._drop(subject, field):
                self._books.log("transfer.unticked", subject, field)

    def _drop(self, subject: str, field: str) -> int:
        return self._books.connection.write(
            "DELETE FROM transfer WHERE subject = ? AND field = ?", (subject, field)
        )
