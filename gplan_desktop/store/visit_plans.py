"""Visit plans: written, kept as they were, and cleared when their time is over (S85-S101)."""

from datetime import datetime

from gplan_desktop.domain.log_entry import Listed
from gplan_desktop.domain.overview import PersonSummary
from gplan_desktop.domain.user import Permission, Whose
from gplan_desktop.domain.visit_plan import TemporaryVisit, VisitPlan, VisitPlanRecord
from gplan_desktop.errors import NotShown, RecordChangedElsewhere, RecordMissing, VisitPlanCleared
from gplan_desktop.store import documents, moments
from gplan_desktop.store.access import Part, Subject
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.connection import Row
from gplan_desktop.store.guard import needs
from gplan_desktop.store.hidden_codes import as_may_be_seen
from gplan_desktop.store.people import People

_COLUMNS = "version, changed_at, changed_by, cleared_at, cleared_by, digest, document"
_WHAT = "Besöksplanen"
_TEMPORARY = (
    "SELECT id, person_id, changed_at, json_extract(document, '$.name') AS name,"
    " json_extract(document, '$.written_on') AS written_on"
    " FROM visit_plan WHERE temporary AND cleared_at IS NULL"
)


class VisitPlanRegister:
    """Reads, saves and clears visit plans."""

    def __init__(self, books: Bookkeeping, people: People) -> None:
        self._books, self._people = books, people
        self._access = books.access

    @needs(Permission.READ, of=Subject.PERSON, reads="visit_plan", provider=Part.PERSON)
    def of_person(self, person_id: str) -> list[VisitPlanRecord]:
        """Return the person's visit plans, those in use first, the latest made first.

        An external provider sees those that are in use and whole (S96-S100).
        """
        found = self._list(
            "WHERE person_id = ? ORDER BY cleared_at IS NOT NULL, cleared_at DESC, rid DESC",
            person_id,
        )
        if self._access.actor.whose is not Whose.PROVIDER:
            return found
        if not self._access.shows(Part.VISIT_PLANS, Subject.PERSON, person_id):
            return []
        return [record for record in found if record.is_open and not record.plan.missing]

    @needs(Permission.READ, of=Subject.VISIT_PLAN, reads="visit_plan", provider=Part.VISIT_PLANS)
    def get(self, visit_plan_id: str) -> VisitPlanRecord:
        """Return the visit plan; RecordMissing when there is none.

        Raises:
            NotShown: to an external provider, while something is missing in it.
        """
        record = self._get(visit_plan_id)
        if record.plan.missing and self._access.actor.whose is Whose.PROVIDER:
            raise NotShown
        return record

    def _get(self, visit_plan_id: str) -> VisitPlanRecord:
        found = self._list("WHERE id = ?", visit_plan_id)
        if not found:
            raise RecordMissing(_WHAT)
        return found[0]

    @needs(Permission.READ, reads=Listed.VISIT_PLANS, provider=list)
    def temporary(self) -> list[tuple[PersonSummary, TemporaryVisit]]:
        """Return every temporary visit plan in use in the unit, the first made first (S96-S99).

        What is written in them is not among it: that is read person by person.
        """
        rows = self._books.connection.rows(f"{_TEMPORARY} ORDER BY rid")
        found = [_temporary(row) for row in rows]
        people = self._people.summaries([visit.person_id for visit in found])
        return [(people[visit.person_id], visit) for visit in found if visit.person_id in people]

    @needs(Permission.READ, of=Subject.PERSON, reads="person", provider=list)
    def temporary_of(self, person_id: str) -> list[TemporaryVisit]:
        """Return the person's temporary visit plans in use, as temporary()."""
        rows = self._books.connection.rows(
            f"{_TEMPORARY} AND person_id = ? ORDER BY rid DESC", (person_id,)
        )
        return [_temporary(row) for row in rows]

    @needs(Permission.WRITE, of=Subject.VISIT_PLAN)
    def save(self, plan: VisitPlan, version: int, session: str) -> int:
        """Save the visit plan that had *version* (0: never saved); return its new version.

        What it was is kept once for each *session* of writing. The same save
        may be repeated when its answer was lost.

        Raises:
            RecordChangedElsewhere: it was saved since, and is untouched.
            VisitPlanCleared: it has been cleared, and is untouched.
            NotAllowed: also for who may not see the codes, and so would write over them.
        """
        self._access.demand(Permission.SHOW_CODES)
        document = documents.encode(plan)
        with self._books.connection.writing():
            stored = self._books.connection.row(
                f"SELECT rid, session, {_COLUMNS} FROM visit_plan WHERE id = ?",  # noqa: S608 constants
                (plan.id,),
            )
            if stored is None:
                return self._insert(plan, document, version, session)
            if stored["document"] == document:
                return int(stored["version"])
            if stored["cleared_at"]:
                raise VisitPlanCleared
            if stored["version"] != version:
                raise RecordChangedElsewhere(_WHAT)
            if stored["session"] != session:
                self._keep(stored, plan.id)
            self._books.connection.write(
                "UPDATE visit_plan SET temporary = ?, version = version + 1, session = ?,"
                " changed_at = ?, changed_by = ?, digest = ?, document = ? WHERE rid = ?",
                (*self._values(plan, document, session), stored["rid"]),
            )
            return int(stored["version"]) + 1

    @needs(Permission.READ, of=Subject.VISIT_PLAN, reads="visit_plan", provider=list)
    def history(self, visit_plan_id: str) -> list[VisitPlanRecord]:
        """Return what the visit plan was, newest first; version and digest are not told."""
        rows = self._books.connection.rows(
            "SELECT 0 AS version, before.changed_at, before.changed_by, NULL AS cleared_at,"
            " NULL AS cleared_by, '' AS digest, before.document"
            " FROM visit_plan_before AS before JOIN visit_plan ON visit_plan.rid = visit_plan_rid"
            " WHERE id = ? ORDER BY before.rid DESC",
            (visit_plan_id,),
        )
        with self._books.reading():
            return [as_may_be_seen(_record(row), self._access.may) for row in rows]

    @needs(Permission.WRITE, of=Subject.VISIT_PLAN)
    def clear(self, visit_plan_id: str, at: datetime) -> None:
        """Note that the text has been taken away from TES (S99), unless it is noted already.

        Raises:
            RecordMissing.
        """
        self._note_cleared(visit_plan_id, at)

    @needs(Permission.WRITE, of=Subject.VISIT_PLAN)
    def reopen(self, visit_plan_id: str) -> None:
        """Take back that it was cleared, as after a slip; RecordMissing without it."""
        self._note_cleared(visit_plan_id, None)

    def _note_cleared(self, visit_plan_id: str, at: datetime | None) -> None:
        self._get(visit_plan_id)
        with self._books.connection.writing():
            changed = self._books.connection.write(
                "UPDATE visit_plan SET cleared_at = ?, cleared_by = ?"
                " WHERE id = ? AND (cleared_at IS NULL) = ?",
                (
                    moments.optional_to_text(at),
                    self._books.by if at else None,
                    visit_plan_id,
                    at is not None,
                ),
            )
            if changed:
                self._books.log(
                    "visit_plan.cleared" if at else "visit_plan.reopened", visit_plan_id
                )

    def _insert(self, plan: VisitPlan, document: str, version: int, session: str) -> int:
        if version:
            raise RecordMissing(_WHAT)
        self._books.connection.write(
            "INSERT INTO visit_plan (temporary, session, changed_at, changed_by, digest, document,"
            " id, person_id, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)",
            (*self._values(plan, document, session), plan.id, plan.person_id),
        )
        self._books.log("visit_plan.begun", plan.id, plan.person_id)
        return 1

    def _values(self, plan: VisitPlan, document: str, session: str) -> tuple[object, ...]:
        stamp, digest = self._books.stamp(), documents.digest(document)
        return plan.temporary, session, stamp, self._books.by, digest, document

    def _keep(self, stored: Row, visit_plan_id: str) -> None:
        self._books.connection.write(
            "INSERT INTO visit_plan_before (visit_plan_rid, changed_at, changed_by, document)"
            " VALUES (?, ?, ?, ?)",
            (stored["rid"], stored["changed_at"], stored["changed_by"], stored["document"]),
        )
        self._books.log("visit_plan.changed", visit_plan_id)

    def _list(self, condition: str, *values: str) -> list[VisitPlanRecord]:
        sql = f"SELECT {_COLUMNS} FROM visit_plan {condition}"  # noqa: S608 constants
        with self._books.reading():
            return [
                as_may_be_seen(_record(row), self._access.may)
                for row in self._books.connection.rows(sql, values)
            ]


def _temporary(row: Row) -> TemporaryVisit:
    return TemporaryVisit(
        row["id"],
        row["person_id"],
        row["name"],
        moments.optional_day(row["written_on"]),
        moments.from_text(row["changed_at"]),
    )


def _record(row: Row) -> VisitPlanRecord:
    return VisitPlanRecord(
        plan=documents.decode(row["document"], VisitPlan),
        version=row["version"],
        changed_at=moments.from_text(row["changed_at"]),
        changed_by=row["changed_by"],
        digest=row["digest"],
        cleared_at=moments.optional_from_text(row["cleared_at"]),
        cleared_by=row["cleared_by"] or "",
    )
