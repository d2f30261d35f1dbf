"""Plans that are annulled or corrected after they were established; the original stays (F26)."""

import json
from collections.abc import Iterable

from gplan_desktop.domain.correction import Correction, CorrectionKind, made_by
from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.plan import Plan, PlanStatus
from gplan_desktop.domain.user import Permission
from gplan_desktop.errors import RecordMissing, WorldError
from gplan_desktop.store import moments
from gplan_desktop.store.access import Subject
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.connection import Connection, Row
from gplan_desktop.store.drafts import Drafts
from gplan_desktop.store.guard import needs

# A draft that its writer took away has corrected nothing.
_OF_PLANS = """
SELECT correction.plan_id, kind, reason, new_plan_id, wrong.established_at,
  coalesce(new.established_at, decided_at) AS at,
  coalesce(new.established_by, decided_by) AS done_by,
  new.established_at IS NOT NULL OR kind = 'annulled' AS is_done
FROM correction JOIN plan AS wrong ON wrong.id = correction.plan_id
LEFT JOIN plan AS new ON new.id = new_plan_id
WHERE (correction.plan_id IN (SELECT value FROM json_each(?1))
  OR new_plan_id IN (SELECT value FROM json_each(?1)))
  AND (kind = 'annulled' OR new.status <> 'removed')
ORDER BY correction.rid
"""


class PlanNotInForce(WorldError):
    """Only a plan in force is corrected or annulled, and this one is not any more."""

    def __init__(self) -> None:
        super().__init__(
            "Planen gäller inte längre, så den kan varken rättas eller makuleras.",
            "Inget har ändrats.",
            "Gå tillbaka till individens planer och se vilken plan som gäller nu.",
        )


class CorrectionOvertaken(WorldError):
    """What a draft corrects has been replaced or annulled while the draft was written."""

    def __init__(self) -> None:
        super().__init__(
            "Planen som du rättar gäller inte längre. Den har ersatts eller makulerats.",
            "Rättelsen är kvar som utkast och ingen annan plan har ändrats.",
            "Ta bort utkastet. Behöver den plan som gäller nu ändras, utgå från den.",
        )


class Corrections:
    """Reads what was done to plans after they were established."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, plan_ids: Iterable[str]) -> list[Correction]:
        """Return what was done to the plans, and what they were made to correct, oldest first."""
        rows = self._connection.rows(_OF_PLANS, (json.dumps(list(plan_ids)),))
        return [_correction(row) for row in rows]

    def wrong_plan(self, draft_id: str) -> str | None:
        """Return the id of the plan in force that the draft corrects; None when it corrects none.

        Raises:
            CorrectionOvertaken: it is not in force any more.
        """
        correction = made_by(draft_id, self.of([draft_id]))
        if correction is None:
            return None
        if not self.is_in_force(correction.plan_id):
            raise CorrectionOvertaken
        return correction.plan_id

    def is_in_force(self, plan_id: str) -> bool:
        """Tell whether the plan is in force; RecordMissing when there is none."""
        row = self._connection.row("SELECT status FROM plan WHERE id = ?", (plan_id,))
        if row is None:
            raise RecordMissing("Planen")
        return PlanStatus(row["status"]) is PlanStatus.ESTABLISHED


class CorrectionRegister:
    """Annuls plans in force and begins to correct them; every act has a reason that is kept."""

    def __init__(self, books: Bookkeeping, drafts: Drafts) -> None:
        self._books, self._drafts = books, drafts
        self._access = books.access
        self._corrections = Corrections(books.connection)

    @needs(Permission.READ, of=Subject.PLAN, reads="plan", provider=list)
    def of_plan(self, plan_id: str) -> list[Correction]:
        """Return what was done to the plan, and what it was made to correct, oldest first."""
        return self._corrections.of([plan_id])

    @needs(Permission.CORRECT, of=Subject.PLAN)
    def annul(self, plan_id: str, reason: str) -> None:
        """Let the plan in force stop being so; nothing comes in its place.

        Raises:
            ValueError: without a reason.
            PlanNotInForce, RecordMissing: nothing has changed.
        """
        with self._books.connection.writing():
            self._require_in_force(plan_id)
            self._add(plan_id, CorrectionKind.ANNULLED, reason)
            self._books.connection.write(
                "UPDATE plan SET status = 'annulled' WHERE id = ?", (plan_id,)
            )
            self._books.log("plan.annulled", plan_id)

    @needs(Permission.CORRECT, of=Subject.PLAN)
    def begin(self, draft: Plan, plan_id: str, reason: str) -> int:
        """Save *draft*, new, as what will correct the plan in force; return its version.

        Raises:
            ValueError: without a reason, or by another person's plan.
            PlanNotInForce, RecordMissing: nothing has changed.
        """
        with self._books.connection.writing():
            self._require_in_force(plan_id)
            self._require_same_person(draft, plan_id)
            version = self._drafts.save(draft, 0, Place())
            self._add(plan_id, CorrectionKind.CORRECTED, reason, draft.id)
            self._books.log("plan.begun", draft.id)
            self._books.log("plan.correction_begun", plan_id, draft.id)
        return version

    def _require_same_person(self, draft: Plan, plan_id: str) -> None:
        row = self._books.connection.row("SELECT person_id FROM plan WHERE id = ?", (plan_id,))
        if row and row["person_id"] != draft.person_id:
            raise ValueError("a plan is corrected by one of the same person")

    def _require_in_force(self, plan_id: str) -> None:
        if not self._corrections.is_in_force(plan_id):
            raise PlanNotInForce

    def _add(
        self, plan_id: str, kind: CorrectionKind, reason: str, new_plan_id: str | None = None
    ) -> None:
        if not reason.strip():
            raise ValueError("a plan is corrected or annulled for a reason")
        self._books.connection.write(
            "INSERT INTO correction (plan_id, kind, reason, decided_at, decided_by, new_plan_id)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (plan_id, kind.value, reason, self._books.stamp(), self._books.by, new_plan_id),
        )


def _correction(row: Row) -> Correction:
    return Correction(
        plan_id=row["plan_id"],
        kind=CorrectionKind(row["kind"]),
        reason=row["reason"],
        at=moments.from_text(row["at"]),
        by=row["done_by"],
        established_at=moments.from_text(row["established_at"]),
        new_plan_id=row["new_plan_id"] or "",
        is_done=bool(row["is_done"]),
    )
