"""What is kept about one person and no page shows: for the registerutdrag (GDPR art. 15)."""

from gplan_desktop.domain.journal_entry import EntryDraft
from gplan_desktop.domain.kept import Earlier, Opening, RemovedPlan
from gplan_desktop.domain.plan import PlanRecord
from gplan_desktop.domain.user import Permission
from gplan_desktop.store import documents, moments
from gplan_desktop.store.access import Subject
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.connection import Row
from gplan_desktop.store.guard import needs
from gplan_desktop.store.plans import Plans
from gplan_desktop.store.restore_points import RestorePoints

_REMOVED = """
SELECT plan.id, name, plan.changed_at, removed_at, removed_by, plan_doc.rid IS NOT NULL AS has_text
FROM plan LEFT JOIN removed_draft USING (rid) LEFT JOIN plan_doc USING (rid)
WHERE person_id = ? AND status = 'removed' ORDER BY plan.rid DESC
"""
_KEPT_STATES = """
SELECT DISTINCT plan.id, plan.rid FROM plan JOIN restore_point ON plan_rid = plan.rid
WHERE person_id = ? ORDER BY plan.rid DESC
"""


class WholePerson:
    """Reads what is kept behind the pages of a person, also what was taken away."""

    def __init__(self, books: Bookkeeping) -> None:
        self._books, self._access = books, books.access
        self._plans = Plans(books.connection)
        self._points = RestorePoints(books.connection)

    @needs(Permission.EXPORT, of=Subject.PERSON)
    def removed_plans(self, person_id: str) -> list[RemovedPlan]:
        """Return the drafts that were taken away, and those whose text is erased since."""
        with self._books.reading():
            return [self._removed(row) for row in self._rows(_REMOVED, person_id)]

    @needs(Permission.EXPORT, of=Subject.PERSON)
    def kept_states(self, person_id: str) -> list[Earlier[PlanRecord]]:
        """Return the earlier states of every draft, also of those taken away."""
        with self._books.reading():
            return [
                Earlier(PlanRecord(point.plan), point.saved_at)
                for row in self._rows(_KEPT_STATES, person_id)
                for point in self._points.all_of(row["id"])
            ]

    @needs(Permission.EXPORT, of=Subject.PERSON)
    def begun_entries(self, person_id: str) -> list[Earlier[EntryDraft]]:
        """Return the entries of the journal that somebody has begun and not put there."""
        sql = "SELECT by, changed_at, document FROM journal_draft WHERE person_id = ? ORDER BY rid"
        with self._books.reading():
            return [
                Earlier(
                    documents.decode(row["document"], EntryDraft),
                    moments.from_text(row["changed_at"]),
                    row["by"],
                )
                for row in self._rows(sql, person_id)
            ]

    @needs(Permission.EXPORT, of=Subject.PERSON)
    def openings(self, person_id: str) -> list[Opening]:
        """Return why others opened the person (F65), latest first."""
        sql = "SELECT at, by, reason FROM opened_other WHERE person_id = ? ORDER BY rid DESC"
        return [
            Opening(moments.from_text(row["at"]), row["by"], row["reason"])
            for row in self._rows(sql, person_id)
        ]

    def _removed(self, row: Row) -> RemovedPlan:
        at = moments.from_text(row["removed_at"] or row["changed_at"])
        record = self._plans.get(row["id"]) if row["has_text"] else None
        return RemovedPlan(row["name"], at, row["removed_by"] or "", record)

    def _rows(self, sql: str, person_id: str) -> list[Row]:
        return self._books.connection.rows(sql, (person_id,))
