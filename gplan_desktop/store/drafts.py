"""Plans while they are written: saved again and again, checked by version."""

from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.plan import Plan, PlanStatus
from gplan_desktop.errors import PlanChangedElsewhere, PlanLocked, RecordMissing
from gplan_desktop.store import documents, moments
from gplan_desktop.store.connection import Connection, Row
from gplan_desktop.store.restore_points import RestorePoints

_BELONGING = ("person_id", "assignment_id", "previous_id", "name")


class Drafts:
    """Reads where a draft stands and writes it; writing needs an open transaction."""

    def __init__(self, connection: Connection, points: RestorePoints, now: moments.Clock) -> None:
        self._connection = connection
        self._points = points
        self._now = now

    def exists(self, plan_id: str) -> bool:
        """Tell whether the plan has ever been saved."""
        return self._stored(plan_id) is not None

    def save(self, plan: Plan, version: int, place: Place) -> int:
        """Save the draft that had *version* (0: never saved); return the new version.

        A save that is repeated because its answer was lost changes nothing.

        Raises:
            PlanChangedElsewhere, PlanLocked, RecordMissing.
            ValueError: it would follow a plan, or stand on an assignment, of another person.
        """
        document = documents.encode(plan)
        stored = self._stored(plan.id)
        if stored is None or _belonging(plan) != _belonging_of(stored):
            self._require_one_person(plan, stored)
        if stored is None and version == 0:
            self._begin(plan, document, place)
            return 1
        draft = _as_draft(stored)
        if draft["version"] == version + 1 and self._document(draft) == document:
            return version + 1
        if draft["version"] != version:
            raise PlanChangedElsewhere
        self._write_over(draft, (plan, document, place))
        return version + 1

    def remove(self, plan_id: str, by: str) -> None:
        """Take the draft away from every list, into the bin; its rows stay (S77).

        Raises:
            PlanLocked, RecordMissing.
        """
        draft, at = _as_draft(self._stored(plan_id)), moments.to_text(self._now())
        self._connection.write(
            "UPDATE plan SET status = 'removed', changed_at = ? WHERE rid = ?", (at, draft["rid"])
        )
        self._connection.write(
            "INSERT INTO removed_draft (rid, removed_at, removed_by) VALUES (?, ?, ?)",
            (draft["rid"], at, by),
        )
        self._connection.write("DELETE FROM draft_writer WHERE rid = ?", (draft["rid"],))

    def place(self, plan_id: str) -> Place:
        """Return where the writer of the plan was; RecordMissing without the plan."""
        row = self._connection.row("SELECT step, field FROM plan WHERE id = ?", (plan_id,))
        if row is None:
            raise RecordMissing("Planen")
        return Place(row["step"], row["field"])

    def _require_one_person(self, plan: Plan, stored: Row | None) -> None:
        """Refuse what would show, or end, a plan of somebody out of the writer's sight."""
        whose = self._connection.rows(
            "SELECT person_id FROM plan WHERE id = ?1"
            " UNION SELECT person_id FROM assignment WHERE id = ?2",
            (plan.previous_id, plan.assignment_id),
        )
        others = {row["person_id"] for row in whose} | ({stored["person_id"]} if stored else set())
        if others - {plan.person_id}:
            raise ValueError("a plan belongs with what is of its own person")

    def _stored(self, plan_id: str) -> Row | None:
        return self._connection.row(
            "SELECT rid, version, status, changed_at, person_id, assignment_id, previous_id, name,"
            " (SELECT saved_at FROM restore_point WHERE plan_rid = plan.rid"
            " ORDER BY rid DESC LIMIT 1) AS last_kept_at"
            " FROM plan WHERE id = ?",
            (plan_id,),
        )

    def _document(self, draft: Row) -> str:
        row = self._connection.row("SELECT document FROM plan_doc WHERE rid = ?", (draft["rid"],))
        return row["document"] if row else ""

    def _begin(self, plan: Plan, document: str, place: Place) -> None:
        self._connection.write(
            "INSERT INTO plan (version, changed_at, step, field, next_follow_up,"
            " person_id, assignment_id, previous_id, name, id, status)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'draft')",
            (1, *self._columns(plan, place), *_belonging(plan), plan.id),
        )
        self._connection.write(
            "INSERT INTO plan_doc (rid, document, saved_as)"
            " SELECT rid, ?, version FROM plan WHERE id = ?",
            (document, plan.id),
        )

    def _write_over(self, draft: Row, new: tuple[Plan, str, Place]) -> None:
        plan, document, place = new
        self._points.keep(plan.id, draft)
        self._connection.write(
            "UPDATE plan SET version = ?, changed_at = ?, step = ?, field = ?, next_follow_up = ?"
            " WHERE rid = ?",
            (draft["version"] + 1, *self._columns(plan, place), draft["rid"]),
        )
        # Apart, since naming these columns makes SQLite write their indexes anew.
        if _belonging(plan) != _belonging_of(draft):
            self._connection.write(
                "UPDATE plan SET person_id = ?, assignment_id = ?, previous_id = ?, name = ?"
                " WHERE rid = ?",
                (*_belonging(plan), draft["rid"]),
            )
        self._connection.write(
            "UPDATE plan_doc SET document = ?, saved_as = ? WHERE rid = ?",
            (document, draft["version"] + 1, draft["rid"]),
        )

    def _columns(self, plan: Plan, place: Place) -> tuple[object, ...]:
        day = plan.follow_up.day
        at = moments.to_text(self._now())
        return at, place.step, place.field, day.isoformat() if day else None


def _belonging(plan: Plan) -> tuple[object, ...]:
    return plan.person_id, plan.assignment_id, plan.previous_id, plan.name


def _belonging_of(stored: Row) -> tuple[object, ...]:
    return tuple(stored[column] for column in _BELONGING)


def _as_draft(stored: Row | None) -> Row:
    """Return the stored plan when it may still be written."""
    if stored is None or stored["status"] == PlanStatus.REMOVED:
        raise RecordMissing("Utkastet")
    if stored["status"] != PlanStatus.DRAFT:
        raise PlanLocked
    return stored
