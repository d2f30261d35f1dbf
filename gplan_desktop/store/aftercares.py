"""What has been done with each plan after it was established."""

from datetime import datetime

from gplan_desktop.domain.overview import Aftercare
from gplan_desktop.domain.user import Permission
from gplan_desktop.store import moments
from gplan_desktop.store.access import Subject
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.guard import needs
from gplan_desktop.store.plan_lists import OF_THE_PLAN


class Aftercares:
    """Reads and notes what is left to do with a plan: print, note in the journal, file.

    When a plan was first printed stands in the register of prints alone.
    """

    def __init__(self, books: Bookkeeping) -> None:
        self._books, self._connection = books, books.connection
        self._access = books.access

    @needs(Permission.READ, of=Subject.PLAN, reads="aftercare", provider=Aftercare)
    def of_plan(self, plan_id: str) -> Aftercare:
        """Return what has been done with the plan since it was established."""
        row = self._connection.row(
            f"SELECT (SELECT min(made_at) FROM print WHERE plan_id = plan.id AND {OF_THE_PLAN}),"  # noqa: S608 constants
            " noted_at, filed_at FROM plan LEFT JOIN aftercare USING (rid) WHERE id = ?",
            (plan_id,),
        )
        if row is None:
            return Aftercare()
        return Aftercare(*(moments.optional_from_text(text) for text in row.values()))

    @needs(Permission.WRITE, of=Subject.PLAN)
    def note(self, plan_id: str, aftercare: Aftercare) -> None:
        """Keep *aftercare* as what has been done with the plan.

        A print that the register has is never taken back, and one that it
        has not is added to it.
        """
        with self._connection.writing():
            self._save(plan_id, aftercare)
            if aftercare.printed_at:
                self._note_first_print(plan_id, aftercare.printed_at)
            self._books.log("aftercare.noted", plan_id)

    def _save(self, plan_id: str, aftercare: Aftercare) -> None:
        done = (aftercare.noted_at, aftercare.filed_at)
        values = (*map(moments.optional_to_text, done), plan_id)
        changed = self._connection.write(
            "UPDATE aftercare SET noted_at = ?, filed_at = ?"
            " WHERE rid = (SELECT rid FROM plan WHERE id = ?)",
            values,
        )
        if not changed:
            self._connection.write(
                "INSERT INTO aftercare (noted_at, filed_at, rid)"
                " SELECT ?, ?, rid FROM plan WHERE id = ?",
                values,
            )

    def _note_first_print(self, plan_id: str, at: datetime) -> None:
        self._connection.write(
            "INSERT INTO print"  # noqa: S608 constants
            " (id, paper, way, made_at, made_by, person_id, plan_id, status,"
            " version, checksum, copies, codes_shown)"
            " SELECT 'first-of-' || id, 'plan', 'printer', ?, ?, person_id, id, status,"
            " version, checksum, 1, 0 FROM plan WHERE id = ? AND checksum IS NOT NULL"
            f" AND NOT EXISTS (SELECT 1 FROM print WHERE plan_id = plan.id AND {OF_THE_PLAN})",
            (moments.to_text(at), self._books.by, plan_id),
        )
