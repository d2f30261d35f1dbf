"""Drafts that were taken away and can be brought back, and who writes in a draft now."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from gplan_desktop.domain.log_entry import Listed
from gplan_desktop.domain.overview import PersonSummary
from gplan_desktop.domain.user import Permission
from gplan_desktop.errors import RecordMissing, WorldError
from gplan_desktop.store import moments
from gplan_desktop.store.access import Access, Subject
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.connection import Row
from gplan_desktop.store.guard import needs, open_to_all
from gplan_desktop.store.people import People

KEPT_DAYS: Final = 30
_IN_BIN = "FROM plan JOIN removed_draft USING (rid)"
# What the plan that was taken away would come into the way of, were it brought back.
_NEWER = (
    "SELECT name, status FROM plan WHERE person_id = ? AND id <> ?"
    " AND status IN ('draft', 'established') AND (previous_id = ? OR (name = ? AND id IS NOT ?))"
    " ORDER BY status = 'draft' LIMIT 1"
)


class NotBroughtBack(WorldError):
    """The draft stays in the bin, since something newer has come in its place."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Utkastet går inte att ta tillbaka: {reason}.",
            "Det ligger kvar bland borttagna utkast och inget har ändrats.",
            "Skriv i den plan som är nyare.",
        )


@dataclass(frozen=True)
class RemovedDraft:
    """A draft in the bin: whose it is, who took it away and when, and when it is erased."""

    plan_id: str
    name: str
    person: PersonSummary
    removed_at: datetime
    removed_by: str

    @property
    def erased_at(self) -> datetime:
        """When it is erased for good: the first time the unit is opened after that."""
        return self.removed_at + timedelta(days=KEPT_DAYS)


@dataclass(frozen=True)
class DraftWriter:
    """Who has a draft open to write in it, and since when."""

    name: str
    since: datetime


class Bin:
    """Keeps drafts that were taken away, for thirty days."""

    def __init__(self, books: Bookkeeping, people: People) -> None:
        self._books, self._people = books, people

    @property
    def _access(self) -> Access:
        return self._books.access

    @needs(Permission.READ, reads=Listed.REMOVED, provider=list)
    def removed(self) -> list[RemovedDraft]:
        """Return what lies in the bin of the user's own persons, the latest taken away first."""
        own, values = self._access.own()
        rows = self._books.connection.rows(
            f"SELECT plan.id, plan.name, person_id, removed_at, removed_by {_IN_BIN}"
            f" JOIN person ON person.id = person_id WHERE {own}"
            " ORDER BY removed_at DESC, plan.rid DESC",
            values,
        )
        people = self._people.summaries([row["person_id"] for row in rows])
        return [
            RemovedDraft(
                row["id"],
                row["name"],
                people[row["person_id"]],
                moments.from_text(row["removed_at"]),
                row["removed_by"],
            )
            for row in rows
        ]

    @needs(Permission.WRITE, Subject.PLAN)
    def bring_back(self, plan_id: str) -> None:
        """Make it a draft again, with its text, its restore points and its writer's place.

        Raises:
            NotBroughtBack: a newer plan stands in its place; it stays in the bin.
            RecordMissing: it does not lie in the bin.
        """
        with self._books.connection.writing():
            draft = self._books.connection.row(
                f"SELECT rid, person_id, previous_id, name {_IN_BIN} WHERE id = ?",
                (plan_id,),
            )
            if draft is None:
                raise RecordMissing("Utkastet")
            if reason := self._newer(plan_id, draft):
                raise NotBroughtBack(reason)
            self._books.connection.write("DELETE FROM removed_draft WHERE rid = ?", (draft["rid"],))
            self._books.connection.write(
                "UPDATE plan SET status = 'draft', changed_at = ? WHERE rid = ?",
                (self._books.stamp(), draft["rid"]),
            )
            self._books.log("plan.brought_back", plan_id)

    @open_to_all
    def erase_overdue(self) -> int:
        """Erase what has lain in the bin its days; return how many drafts that were.

        The row of the plan stays, without any text: the log and the register
        of prints tell of it.
        """
        until = moments.to_text(self._books.now() - timedelta(days=KEPT_DAYS))
        rows = self._books.connection.rows(
            f"SELECT rid, id {_IN_BIN} WHERE removed_at <= ?",
            (until,),
        )
        if rows:
            with self._books.connection.writing():
                for row in rows:
                    self._erase(row)
        return len(rows)

    def _erase(self, row: Row) -> None:
        for sql in (
            "DELETE FROM restore_point WHERE plan_rid = ?",
            "DELETE FROM plan_doc WHERE rid = ?",
            "DELETE FROM draft_writer WHERE rid = ?",
            "DELETE FROM removed_draft WHERE rid = ?",
        ):
            self._books.connection.write(sql, (row["rid"],))
        self._books.log("plan.erased", row["id"])

    def _newer(self, plan_id: str, draft: Row) -> str:
        """Return why the draft cannot be brought back, or ""."""
        person_id, name, base = draft["person_id"], draft["name"], self._base(plan_id, draft)
        newer = self._books.connection.row(_NEWER, (person_id, plan_id, base, name, base))
        if newer:
            kind = "ett nyare utkast" if newer["status"] == "draft" else "en nyare upprättad plan"
            return f"det finns {kind}, {newer['name']}"
        former = self._books.connection.row("SELECT status FROM plan WHERE id = ?", (base,))
        if former and former["status"] != "established":
            return "planen som det bygger på gäller inte längre"
        return ""

    def _base(self, plan_id: str, draft: Row) -> str | None:
        """Return the plan that the draft will stand instead of: one to correct, or the former."""
        sql = "SELECT plan_id FROM correction WHERE new_plan_id = ?"
        wrong = self._books.connection.row(sql, (plan_id,))
        base: str | None = wrong["plan_id"] if wrong else draft["previous_id"]
        return base


def _nobody() -> None:
    """Who writes, and that one does, is nothing to an external provider, who sees no drafts."""


class DraftWriters:
    """Notes who has a draft open to write in it. It warns, and never keeps anyone out.

    One program at a time has the file open, so what stands here when it is
    opened was left by a program that fell; see forget_all().
    """

    def __init__(self, books: Bookkeeping) -> None:
        self._books = books

    @property
    def _access(self) -> Access:
        return self._books.access

    @needs(Permission.READ, Subject.PLAN, provider=_nobody)
    def begin(self, plan_id: str, session: str) -> DraftWriter | None:
        """Note that *session* writes in the draft; return which other user did, if anyone.

        Who may only read leaves no mark.
        """
        row = self._books.connection.row(
            "SELECT writer, since FROM draft_writer JOIN plan USING (rid) WHERE id = ?",
            (plan_id,),
        )
        if self._access.may(Permission.WRITE):
            with self._books.connection.writing():
                self._books.connection.write(
                    "INSERT OR REPLACE INTO draft_writer (rid, session, writer, since)"
                    " SELECT rid, ?, ?, ? FROM plan WHERE id = ? AND status = 'draft'",
                    (session, self._books.by, self._books.stamp(), plan_id),
                )
        if row is None or self._books.by == row["writer"]:
            return None
        return DraftWriter(row["writer"], moments.from_text(row["since"]))

    @needs(Permission.READ, Subject.PLAN, provider=_nobody)
    def end(self, plan_id: str, session: str) -> None:
        """Note that *session* has left the draft; somebody who came later still writes."""
        with self._books.connection.writing():
            self._books.connection.write(
                "DELETE FROM draft_writer WHERE session = ?"
                " AND rid = (SELECT rid FROM plan WHERE id = ?)",
                (session, plan_id),
            )

    @needs(Permission.READ, Subject.PLAN, provider=_nobody)
    def now(self, plan_id: str) -> DraftWriter | None:
        """Return who came last to write in the draft, and has not left it."""
        row = self._books.connection.row(
            "SELECT writer, since FROM draft_writer JOIN plan USING (rid) WHERE id = ?", (plan_id,)
        )
        return DraftWriter(row["writer"], moments.from_text(row["since"])) if row else None

    @open_to_all
    def forget_all(self) -> None:
        """Forget everyone, when the file has just been opened by this program alone."""
        if self._books.connection.row("SELECT 1 AS found FROM draft_writer LIMIT 1"):
            with self._books.connection.writing():
                self._books.connection.write("DELETE FROM draft_writer")
