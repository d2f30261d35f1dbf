"""Compares what is stored with what the log tells: an old part of the file put back is seen so.

The log is chained, and its end is kept in every backup. A page of the file that was put back from
before holds fewer records than the log tells of, or records in an earlier state.

A draft's text tells of which save it is. What neither tells of cannot be seen here: which text a
tab or a corrected record had when it was last saved.
"""

from collections.abc import Iterator
from typing import Final

from gplan_desktop.errors import DatabaseDamaged
from gplan_desktop.store import documents
from gplan_desktop.store.connection import Connection, Row

_PAGE = 500
_IS_LOCKED = "status IN ('established', 'superseded', 'annulled')"
_SINCE = "FROM audit WHERE rid > ?1 AND action"
# Whose record it was cannot be told after an erasure, so what was logged before it is passed by.
_NOT_ERASED = "rid > (SELECT coalesce(max(rid), 0) FROM audit WHERE action = 'people.erased')"
_ESTABLISHED = f"""
SELECT audit.rid AS number, detail, checksum, document, {_IS_LOCKED} AS is_locked,
  plan_pdf.rid IS NOT NULL AS has_paper
FROM audit JOIN plan ON plan.id = subject
LEFT JOIN plan_doc ON plan_doc.rid = plan.rid LEFT JOIN plan_pdf ON plan_pdf.rid = plan.rid
WHERE audit.rid > ? AND action = 'plan.established' ORDER BY audit.rid LIMIT {_PAGE}
"""  # noqa: S608 constants
_OTHER_SAVE = (
    "SELECT 1 FROM plan JOIN plan_doc USING (rid)"
    " WHERE status = 'draft' AND saved_as <> version LIMIT 1"
)
# What each added: the record may have changed since, but is there.
_ADDED: Final[dict[str, str]] = {
    "person": "'person.added', 'person.imported'",
    "assignment": "'assignment.added', 'assignment.imported'",
    "plan": "'plan.begun'",
    "visit_plan": "'visit_plan.begun'",
    "journal": "'journal.added'",
    "task": "'task.added'",
}
_KEPT: Final[dict[str, str]] = {
    "person": "name",
    "assignment": "document",
    "plan": "status",
    "visit_plan": "document",
    "journal": "document",
    "task": "document",
}
# What the last of these did to a record: how it stands now.
_STATES: Final[tuple[tuple[str, str, str, str], ...]] = (
    ("plan", "plan.annulled", "", "status = 'annulled'"),
    ("plan", "plan.superseded", "", "status IN ('superseded', 'annulled')"),
    ("plan", "plan.corrected", "", "status IN ('superseded', 'annulled')"),
    ("plan", "plan.removed", "plan.brought_back", "status = 'removed'"),
    ("plan", "plan.brought_back", "plan.removed", "status <> 'removed'"),
    ("journal", "journal.struck", "", "struck_at IS NOT NULL"),
    ("visit_plan", "visit_plan.cleared", "visit_plan.reopened", "cleared_at IS NOT NULL"),
    ("visit_plan", "visit_plan.reopened", "visit_plan.cleared", "cleared_at IS NULL"),
    ("task", "task.ticked", "task.unticked", "done_at IS NOT NULL"),
    ("task", "task.unticked", "task.ticked", "done_at IS NULL"),
)
# Each correction keeps what stood there before.
_CORRECTED: Final[tuple[str, ...]] = ("person", "assignment", "visit_plan")
_NAMES: Final[dict[str, str]] = {
    "person": "en individ",
    "assignment": "ett uppdrag",
    "plan": "en plan",
    "visit_plan": "en besöksplan",
    "journal": "en journalanteckning",
    "task": "en uppgift",
}


def require(connection: Connection, after: int = 0) -> None:
    """Compare what the entries of the log that follow *after* tell with what is stored.

    Every plan that they say was established is read against the checksum in its entry (S12).

    Raises:
        DatabaseDamaged: a record is not as the log tells.
    """
    wrong = next(_wrong(connection, after), "")
    if wrong:
        raise DatabaseDamaged(
            connection.path,
            f"{_NAMES[wrong]} är inte som loggen säger, som när en äldre del av filen har lagts"
            " tillbaka",
        )


def _wrong(connection: Connection, after: int) -> Iterator[str]:
    """Tell of what kind each record is that is not as the log tells."""
    for table, actions in _ADDED.items():
        # Asking for more than the id makes it look for the record behind its index too.
        absent = f"NOT EXISTS (SELECT 1 FROM {table} WHERE id = subject AND {_KEPT[table]} <> '')"  # noqa: S608 constants
        sql = f"SELECT 1 {_SINCE} IN ({actions}) AND {_NOT_ERASED} AND {absent} LIMIT 1"
        if connection.row(sql, (after,)):
            yield table
    for table, action, undone, state in _STATES:
        if connection.row(_not_so(table, action, undone, state), (after,)):
            yield table
    if _unlike_established(connection, after):
        yield "plan"
    if connection.row(_OTHER_SAVE):
        yield "plan"
    if not after:
        for table in _CORRECTED:
            if connection.row(_with_correction_lost(table)):
                yield table


def _not_so(table: str, action: str, undone: str, state: str) -> str:
    """Return the question for a record that is there and not as its last entry says."""
    return (
        f"SELECT 1 FROM audit WHERE rid > ?1 AND action = '{action}'"  # noqa: S608 constants
        f" AND EXISTS (SELECT 1 FROM {table} WHERE id = subject AND NOT ({state}))"
        " AND NOT EXISTS (SELECT 1 FROM audit AS later WHERE later.subject = audit.subject"
        f" AND later.rid > audit.rid AND later.action = '{undone}') LIMIT 1"
    )


def _with_correction_lost(table: str) -> str:
    return (
        f"SELECT 1 FROM {table} WHERE (SELECT count(*) FROM audit WHERE subject = {table}.id"  # noqa: S608 constants
        f" AND action = '{table}.changed') > (SELECT count(*) FROM {table}_before"
        f" WHERE {table}_rid = {table}.rid) LIMIT 1"
    )


def _unlike_established(connection: Connection, after: int) -> bool:
    """Tell whether a plan is not locked as the log says, or has lost its text or its paper."""
    number = after
    while rows := connection.rows(_ESTABLISHED, (number,)):
        if not all(_is_as_established(row) for row in rows):
            return True
        number = rows[-1]["number"]
    return False


def _is_as_established(row: Row) -> bool:
    return bool(
        row["is_locked"]
        and row["has_paper"]
        and row["document"] is not None
        and row["detail"] == row["checksum"] == documents.digest(row["document"])
    )
