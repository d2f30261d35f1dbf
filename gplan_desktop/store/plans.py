"""Whole plans: read with where they stand, and established."""

from dataclasses import replace
from datetime import date

from gplan_desktop.domain.correction import ended_by, made_by
from gplan_desktop.domain.plan import Establishment, Plan, PlanRecord, PlanStatus
from gplan_desktop.errors import RecordMissing
from gplan_desktop.store import documents, moments
from gplan_desktop.store.connection import Connection, Row
from gplan_desktop.store.corrections import Corrections

MOST_FORMER = 12
_COLUMNS = (
    "status, version, followed_up_on, established_at, established_by,"
    " method_version, checksum, document"
)
# Walks by columns alone; a number of steps ends it even if plans should follow each other round.
_FORMER = (
    "WITH RECURSIVE former (rid, previous_id, steps) AS ("
    " SELECT rid, previous_id, 0 FROM plan WHERE id = ?"
    " UNION ALL SELECT plan.rid, plan.previous_id, steps + 1"
    " FROM former JOIN plan ON plan.id = former.previous_id WHERE steps < ?)"
)


class Plans:
    """Reads plans and carries out what write-protects them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._corrections = Corrections(connection)

    def get(self, plan_id: str) -> PlanRecord:
        """Return the plan and where it stands; an established text is checked (S12).

        Raises:
            RecordMissing: when there is none.
            DocumentDamagedError: when the text is not the one that was established.
        """
        row = self._connection.row(
            f"SELECT {_COLUMNS} FROM plan JOIN plan_doc USING (rid) WHERE id = ?",  # noqa: S608 constants
            (plan_id,),
        )
        if row is None:
            raise RecordMissing("Planen")
        done = self._corrections.of([plan_id])
        return replace(_record(row), corrects=made_by(plan_id, done), ended=ended_by(plan_id, done))

    def former(self, plan_id: str) -> list[PlanRecord]:
        """Return the plans that led to this one, nearest first, and at most twelve.

        Raises:
            DocumentDamagedError: when a text is not the one that was established.
        """
        rows = self._connection.rows(
            f"{_FORMER} SELECT {_COLUMNS} FROM former"  # noqa: S608 constants
            " JOIN plan USING (rid) JOIN plan_doc USING (rid) WHERE steps > 0 ORDER BY steps",
            (plan_id, MOST_FORMER),
        )
        return [_record(row) for row in rows]

    def document(self, plan_id: str) -> str:
        """Return the text whose SHA-256 is the established plan's checksum.

        Raises:
            RecordMissing: when there is no established plan.
            DocumentDamagedError: when the text is not the one that was established.
        """
        row = self._connection.row(
            "SELECT document, checksum FROM plan JOIN plan_doc USING (rid)"
            " WHERE id = ? AND checksum IS NOT NULL",
            (plan_id,),
        )
        if row is None:
            raise RecordMissing("Den upprättade planen")
        if documents.digest(row["document"]) != row["checksum"]:
            raise documents.DocumentDamagedError("Plan")
        return str(row["document"])

    def pdf(self, plan_id: str) -> bytes:
        """Return the paper as it was when the plan was established (S15)."""
        row = self._connection.row(
            "SELECT bytes FROM plan_pdf JOIN plan USING (rid) WHERE id = ?", (plan_id,)
        )
        if row is None:
            raise RecordMissing("Planens utskrift")
        return bytes(row["bytes"])

    def in_force_before(self, plan: Plan, wrong_id: str | None) -> list[str]:
        """Return the ids of the current plans that *plan* takes the place of (S83).

        *wrong_id* is the plan that it corrects, which may have been given a wrong name.
        """
        rows = self._connection.rows(
            "SELECT id FROM plan WHERE status = 'established' AND person_id = ? AND name = ?"
            " UNION SELECT id FROM plan WHERE status = 'established' AND id IN (?, ?)",
            (plan.person_id, plan.name, plan.previous_id, wrong_id),
        )
        return [row["id"] for row in rows]

    def supersede(self, plan_id: str, followed_up_on: date | None) -> None:
        """Mark a current plan as followed up and no longer in force (S39-S40, S83)."""
        self._connection.write(
            "UPDATE plan SET status = 'superseded', followed_up_on = ? WHERE id = ?",
            (followed_up_on.isoformat() if followed_up_on else None, plan_id),
        )

    def lock(self, plan_id: str, establishment: Establishment, pdf: bytes) -> None:
        """Write-protect a saved draft together with its paper (S11-S12)."""
        self._connection.write(
            "INSERT INTO plan_pdf (rid, bytes) SELECT rid, ? FROM plan WHERE id = ?",
            (pdf, plan_id),
        )
        self._connection.write(
            "DELETE FROM restore_point WHERE plan_rid = (SELECT rid FROM plan WHERE id = ?)",
            (plan_id,),
        )
        # Last, since from here on the database refuses every change.
        self._connection.write(
            "UPDATE plan SET status = 'established', established_at = ?, established_by = ?,"
            " method_version = ?, checksum = ? WHERE id = ?",
            (
                moments.to_text(establishment.at),
                establishment.by,
                establishment.method_version,
                establishment.checksum,
                plan_id,
            ),
        )


def _record(row: Row) -> PlanRecord:
    """Return the record that *row* holds, its text checked when it is established (S12)."""
    if row["checksum"] and documents.digest(row["document"]) != row["checksum"]:
        raise documents.DocumentDamagedError("Plan")
    return PlanRecord(
        plan=documents.decode(row["document"], Plan),
        status=PlanStatus(row["status"]),
        version=row["version"],
        establishment=_establishment(row),
        followed_up_on=moments.optional_day(row["followed_up_on"]),
    )


def _establishment(row: Row) -> Establishment | None:
    if row["established_at"] is None:
        return None
    return Establishment(
        at=moments.from_text(row["established_at"]),
        by=row["established_by"],
        method_version=row["method_version"],
        checksum=row["checksum"],
    )
