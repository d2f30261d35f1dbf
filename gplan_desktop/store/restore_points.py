"""Earlier states of a draft, kept apart from it so that a mishap can be undone."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from gplan_desktop.domain.plan import Plan
from gplan_desktop.store import documents, moments
from gplan_desktop.store.connection import Connection, Row

MOST_KEPT = 20
_APART = timedelta(minutes=3)


@dataclass(frozen=True)
class RestorePoint:
    """What a draft was, when it was saved so, and whether it was opened so last."""

    saved_at: datetime
    plan: Plan
    at_opening: bool = False


class RestorePoints:
    """Keeps a draft's state before it is saved over: at opening, then every few minutes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._opened: set[str] = set()

    def opened(self, plan_id: str) -> None:
        """Remember that the draft was opened: its state now will be kept."""
        self._opened.add(plan_id)

    def saved(self, plan_id: str) -> None:
        """Note that a save has reached the disk, with any point it kept."""
        self._opened.discard(plan_id)

    def keep(self, plan_id: str, draft: Row) -> None:
        """Keep the stored state of a draft that is about to be saved over, if it is time.

        *draft* tells its rid, when it was changed_at and, if ever, last_kept_at.
        """
        rid, saved_at = draft["rid"], draft["changed_at"]
        at_opening = plan_id in self._opened
        if not at_opening and not _is_time(saved_at, draft["last_kept_at"]):
            return
        if at_opening:
            self._connection.write(
                "UPDATE restore_point SET at_opening = 0 WHERE plan_rid = ?", (rid,)
            )
        self._connection.write(
            "INSERT INTO restore_point (plan_rid, saved_at, at_opening, document)"
            " SELECT rid, ?, ?, document FROM plan_doc WHERE rid = ?",
            (saved_at, at_opening, rid),
        )
        self._thin_out(rid)

    def keep_present(self, plan_id: str) -> None:
        """Keep the stored state of a draft now, unless the latest point is the same."""
        self._connection.write(
            "INSERT INTO restore_point (plan_rid, saved_at, at_opening, document)"
            " SELECT rid, changed_at, 0, document FROM plan JOIN plan_doc USING (rid)"
            " WHERE id = ? AND status = 'draft' AND document IS NOT"
            " (SELECT document FROM restore_point WHERE plan_rid = plan.rid"
            " ORDER BY rid DESC LIMIT 1)",
            (plan_id,),
        )
        draft = self._connection.row("SELECT rid FROM plan WHERE id = ?", (plan_id,))
        if draft:
            self._thin_out(draft["rid"])

    def all_of(self, plan_id: str) -> list[RestorePoint]:
        """Return the kept states of a draft, latest first."""
        rows = self._connection.rows(
            "SELECT p.saved_at, p.at_opening, p.document FROM restore_point p"
            " JOIN plan ON plan.rid = p.plan_rid WHERE plan.id = ? ORDER BY p.rid DESC",
            (plan_id,),
        )
        return [
            RestorePoint(
                moments.from_text(row["saved_at"]),
                documents.decode(row["document"], Plan),
                bool(row["at_opening"]),
            )
            for row in rows
        ]

    def _thin_out(self, rid: int) -> None:
        """Keep the newest points, and the state at opening besides."""
        self._connection.write(
            "DELETE FROM restore_point WHERE plan_rid = ? AND at_opening = 0 AND rid NOT IN"
            " (SELECT rid FROM restore_point WHERE plan_rid = ? ORDER BY rid DESC LIMIT ?)",
            (rid, rid, MOST_KEPT),
        )


def _is_time(saved_at: str, last_kept_at: str | None) -> bool:
    if last_kept_at is None:
        return True
    passed = moments.from_text(saved_at) - moments.from_text(last_kept_at)
    # A clock that was set back must not stop the keeping for ever.
    return not timedelta() <= passed < _APART
