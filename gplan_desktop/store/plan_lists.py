"""Lists of plans, read from their columns without opening a document."""

import json
from dataclasses import replace
from datetime import date

from gplan_desktop.domain.correction import ended_by, made_by
from gplan_desktop.domain.overview import PlanSummary
from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.store import moments
from gplan_desktop.store.connection import Connection, Row
from gplan_desktop.store.corrections import Corrections

_COLUMNS = (
    "id, person_id, name, status, version, changed_at, established_at, established_by,"
    " next_follow_up, followed_up_on, previous_id, assignment_id"
)
_OPEN = "status IN ('draft', 'established')"
# Which rows of the register tell that an established plan has been printed (S15).
OF_THE_PLAN = "status <> 'draft' AND way = 'printer' AND paper IN ('plan', 'large_print')"
_IN_FORCE_SINCE = "WHERE status = 'established' AND established_at >= ? AND established_at < ?"
_NOT_PRINTED = f"NOT EXISTS (SELECT 1 FROM print WHERE print.plan_id = plan.id AND {OF_THE_PLAN})"  # noqa: S608 constants
_BY_PERSON = (
    "ORDER BY (SELECT sort_key FROM person WHERE person.id = plan.person_id), established_at, rid"
)
_NEWEST_FIRST = "ORDER BY coalesce(established_at, changed_at) DESC, rid DESC"


class PlanLists:
    """Asks for plans by person and status."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._corrections = Corrections(connection)

    def of_person(self, person_id: str) -> list[PlanSummary]:
        """Return the person's plans, newest first, without those taken away."""
        return self._with_corrections(
            self._list(f"WHERE person_id = ? AND status <> 'removed' {_NEWEST_FIRST}", person_id)
        )

    def open_plans_of(self, person_ids: list[str]) -> list[PlanSummary]:
        """Return the plans in force and the drafts of many persons, newest first."""
        return self._list(
            f"WHERE person_id IN (SELECT value FROM json_each(?)) AND {_OPEN} {_NEWEST_FIRST}",  # noqa: S608 constants
            json.dumps(person_ids),
        )

    def drafts(self) -> list[PlanSummary]:
        """Return every draft, the latest changed first."""
        return self._list("WHERE status = 'draft' ORDER BY changed_at DESC, rid DESC")

    def established(self, first: date, last: date) -> list[PlanSummary]:
        """Return the plans in force that were established from *first* to *last*, by person."""
        return self._list(f"{_IN_FORCE_SINCE} {_BY_PERSON}", *moments.of_days(first, last))

    def not_printed(self, first: date, last: date) -> list[PlanSummary]:
        """Return those of `established` that have not been printed."""
        condition = f"{_IN_FORCE_SINCE} AND {_NOT_PRINTED} {_BY_PERSON}"
        return self._list(condition, *moments.of_days(first, last))

    def with_code(self, code: str) -> list[PlanSummary]:
        """Return the established plans whose checksum begins with *code*, newest first."""
        # "g" follows every hexadecimal digit.
        return self._with_corrections(
            self._list(f"WHERE checksum >= ? AND checksum < ? {_NEWEST_FIRST}", code, f"{code}g")
        )

    def _with_corrections(self, plans: list[PlanSummary]) -> list[PlanSummary]:
        """Return *plans* with what was done to each after it was established."""
        done = self._corrections.of(plan.id for plan in plans)
        return [
            replace(plan, corrects=made_by(plan.id, done), ended=ended_by(plan.id, done))
            for plan in plans
        ]

    def _list(self, condition: str, *values: str) -> list[PlanSummary]:
        sql = f"SELECT {_COLUMNS} FROM plan {condition}"  # noqa: S608 constants
        return [_summary(row) for row in self._connection.rows(sql, values)]


def _summary(row: Row) -> PlanSummary:
    return PlanSummary(
        id=row["id"],
        person_id=row["person_id"],
        name=row["name"],
        status=PlanStatus(row["status"]),
        version=row["version"],
        changed_at=moments.from_text(row["changed_at"]),
        established_at=moments.optional_from_text(row["established_at"]),
        established_by=row["established_by"] or "",
        next_follow_up=moments.optional_day(row["next_follow_up"]),
        followed_up_on=moments.optional_day(row["followed_up_on"]),
        previous_id=row["previous_id"],
        assignment_id=row["assignment_id"],
    )
