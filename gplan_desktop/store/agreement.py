"""Compares what is stored with what the log tells: an old part of the file put back is seen so.

The log is chained, and its end is kept in every backup. A page of the file that was put back from
before holds fewer records than the log tells of, or records in an earlier state. A log that lost
its end tells of fewer than there are.

A draft's text tells of which save it is. What neither tells of cannot be seen here: which text a
tab or a corrected record had when it was last saved.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from gplan_desktop.errors import DatabaseDamaged
from gplan_desktop.store import documents
from gplan_desktop.store.connection import Connection, Row

# So many entries are read at a time, and so many established plans; of each kind so many of the
# newest records are looked for in the log where it is not looked through from the first.
_ENTRIES, _PLANS, _NEWEST = 20_000, 500, 200
_IS_LOCKED = "status IN ('established', 'superseded', 'annulled')"
_ESTABLISHED = f"""
SELECT plan.id, checksum, document, {_IS_LOCKED} AS is_locked,
  plan_pdf.rid IS NOT NULL AS has_paper
FROM json_each(?) AS told JOIN plan ON plan.id = told.value
LEFT JOIN plan_doc ON plan_doc.rid = plan.rid LEFT JOIN plan_pdf ON plan_pdf.rid = plan.rid
"""  # noqa: S608 constants
_OTHER_SAVE = (
    "SELECT 1 FROM plan JOIN plan_doc USING (rid)"
    " WHERE status = 'draft' AND saved_as <> version LIMIT 1"
)
_ERASED, _ESTABLISHING, _ACCEPTED = "people.erased", "plan.established", "roles.accepted"
# What each added: the record may have changed since, but is there.
_ADDED: Final[dict[str, tuple[str, ...]]] = {
    "person": ("person.added", "person.imported"),
    "assignment": ("assignment.added", "assignment.imported"),
    "plan": ("plan.begun",),
    "visit_plan": ("visit_plan.begun",),
    "journal": ("journal.added",),
    "task": ("task.added",),
}
_KEPT: Final[dict[str, str]] = {
    "person": "name",
    "assignment": "document",
    "plan": "status",
    "visit_plan": "document",
    "journal": "document",
    "task": "document",
}
# What each did to a record, and how it stands until another of its row is done.
_STATES: Final[tuple[tuple[str, dict[str, str]], ...]] = (
    ("plan", {"plan.annulled": "status = 'annulled'"}),
    ("plan", {"plan.superseded": "status IN ('superseded', 'annulled')"}),
    ("plan", {"plan.corrected": "status IN ('superseded', 'annulled')"}),
    ("plan", {"plan.removed": "status = 'removed'", "plan.brought_back": "status <> 'removed'"}),
    (
        "person",
        {
            "person.support_ended": "support_end IS NOT NULL",
            "person.support_resumed": "support_end IS NULL",
        },
    ),
    ("journal", {"journal.struck": "struck_at IS NOT NULL"}),
    (
        "visit_plan",
        {
            "visit_plan.cleared": "cleared_at IS NOT NULL",
            "visit_plan.reopened": "cleared_at IS NULL",
        },
    ),
    ("task", {"task.ticked": "done_at IS NOT NULL", "task.unticked": "done_at IS NULL"}),
)
_STATE_OF: Final = {action: row for row, (_, states) in enumerate(_STATES) for action in states}
_ADDING: Final = {action: table for table, actions in _ADDED.items() for action in actions}
# Each correction keeps what stood there before.
_CORRECTING: Final = {f"{table}.changed": table for table in ("person", "assignment", "visit_plan")}
# But for those that were noted before there was a register: their entries name no print.
_PRINTED = """
SELECT 1 FROM (SELECT * FROM print ORDER BY rid DESC LIMIT ?) AS one
WHERE one.id NOT LIKE 'first-of-%' AND NOT EXISTS
 (SELECT 1 FROM audit WHERE subject = coalesce(plan_id, person_id, one.id) AND detail = one.id)
LIMIT 1
"""
_ASKED: Final = (*_ADDING, *_STATE_OF, *_CORRECTING, _ERASED, _ESTABLISHING, _ACCEPTED)
_ENTRY = f"""
SELECT rid, action, subject, detail FROM audit NOT INDEXED WHERE rid > ?1 AND rid <= ?2
AND action IN ({", ".join(f"'{action}'" for action in _ASKED)}) ORDER BY rid
"""  # noqa: S608 constants
_NAMES: Final[dict[str, str]] = {
    "person": "en individ",
    "assignment": "ett uppdrag",
    "plan": "en plan",
    "visit_plan": "en besöksplan",
    "journal": "en journalanteckning",
    "task": "en uppgift",
    "print": "en utskrift",
    "role_data": "vad rollerna får",
}


@dataclass
class _Told:
    """What the entries of the log tell of the records, by their ids.

    *states* holds the last thing done of each row of _STATES.
    """

    added: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    states: dict[int, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    corrected: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    established: dict[str, str] = field(default_factory=dict)
    roles: str | None = None

    def take(self, action: str, subject: str, detail: str) -> None:
        """Take in the next entry."""
        if action == _ERASED:
            # Whose record it was cannot be told after that, so what was added before is passed by.
            self.added.clear()
        elif action == _ESTABLISHING:
            self.established[subject] = detail
        elif action == _ACCEPTED:
            self.roles = detail
        elif action in _ADDING:
            self.added[_ADDING[action]].add(subject)
        elif action in _CORRECTING:
            self.corrected[_CORRECTING[action]][subject] += 1
        else:
            self.states[_STATE_OF[action]][subject] = action


def require(connection: Connection, after: int = 0) -> None:
    """Compare what the entries of the log that follow *after* tell with what is stored.

    Every plan that they say was established is read against the checksum in its entry (S12).

    Raises:
        DatabaseDamaged: a record is not as the log tells.
    """
    wrong = next(_wrong(connection, _told(connection, after), is_whole=not after), "")
    if wrong:
        raise DatabaseDamaged(
            connection.path,
            f"{_NAMES[wrong]} är inte som loggen säger, som när en äldre del av filen har lagts"
            " tillbaka eller slutet på loggen har tagits bort",
        )


def _told(connection: Connection, after: int) -> _Told:
    """Read the log from *after* on, once."""
    told, number = _Told(), after
    row = connection.row("SELECT coalesce(max(rid), 0) AS last FROM audit")
    last = row["last"] if row else 0
    while number < last:
        for entry in connection.rows(_ENTRY, (number, number + _ENTRIES)):
            told.take(entry["action"], entry["subject"], entry["detail"])
        number += _ENTRIES
    return told


def _wrong(connection: Connection, told: _Told, *, is_whole: bool) -> Iterator[str]:
    """Tell of what kind each record is that is not as the log tells."""
    for table, ids in told.added.items():
        if connection.row(_absent(table), (_list(ids),)):
            yield table
    for number, last in told.states.items():
        table, states = _STATES[number]
        for action, state in states.items():
            done = (subject for subject, one in last.items() if one == action)
            if connection.row(_not_so(table, state), (_list(done),)):
                yield table
    if _unlike_established(connection, told.established) or connection.row(_OTHER_SAVE):
        yield "plan"
    yield from _untold(connection, -1 if is_whole else _NEWEST)
    if _with_other_roles(connection, told.roles):
        yield "role_data"
    # Corrections are counted from the first.
    for table, times in told.corrected.items() if is_whole else ():
        if connection.row(_with_correction_lost(table), (json.dumps(times),)):
            yield table


def _untold(connection: Connection, most: int) -> Iterator[str]:
    """Tell of what kind each record is that the log has not told of, among the *most* newest."""
    for table, actions in _ADDED.items():
        if connection.row(_without_entry(table, "", actions), (most,)):
            yield table
    if connection.row(_without_entry("plan", f"WHERE {_IS_LOCKED}", (_ESTABLISHING,)), (most,)):
        yield "plan"
    if connection.row(_PRINTED, (most,)):
        yield "print"


def _without_entry(table: str, which: str, actions: Iterable[str]) -> str:
    """Return the question for a record that none of *actions* in the log is about."""
    asked = ", ".join(f"'{action}'" for action in actions)
    return (
        f"SELECT 1 FROM (SELECT id FROM {table} {which} ORDER BY rid DESC LIMIT ?) AS one"  # noqa: S608 constants
        " WHERE NOT EXISTS (SELECT 1 FROM audit WHERE subject = one.id"
        f" AND action IN ({asked})) LIMIT 1"
    )


def _list(values: Iterable[Any]) -> str:
    return json.dumps(list(values))


def _absent(table: str) -> str:
    """Return the question for an id that no record has."""
    # Asking for more than the id makes it look for the record behind its index too.
    return (
        "SELECT 1 FROM json_each(?) WHERE NOT EXISTS"  # noqa: S608 constants
        f" (SELECT 1 FROM {table} WHERE id = value AND {_KEPT[table]} <> '') LIMIT 1"
    )


def _not_so(table: str, state: str) -> str:
    """Return the question for a record that is there and not as its last entry says."""
    return (
        f"SELECT 1 FROM json_each(?) AS told JOIN {table} ON {table}.id = told.value"  # noqa: S608 constants
        f" WHERE NOT ({state}) LIMIT 1"
    )


def _with_other_roles(connection: Connection, accepted: str | None) -> bool:
    """Tell whether the roles in force are not those that were *accepted* last."""
    kept = connection.row("SELECT document FROM role_data ORDER BY rid DESC LIMIT 1")
    return accepted is not None and (kept is None or documents.digest(kept["document"]) != accepted)


def _with_correction_lost(table: str) -> str:
    """Return the question for a record that the log says was corrected more often than is kept."""
    return (
        f"SELECT 1 FROM json_each(?) AS told JOIN {table} ON {table}.id = told.key"  # noqa: S608 constants
        f" WHERE told.value > (SELECT count(*) FROM {table}_before"
        f" WHERE {table}_rid = {table}.rid) LIMIT 1"
    )


def _unlike_established(connection: Connection, checksums: dict[str, str]) -> bool:
    """Tell whether a plan is not locked as the log says, or has lost its text or its paper."""
    ids = list(checksums)
    for first in range(0, len(ids), _PLANS):
        rows = connection.rows(_ESTABLISHED, (_list(ids[first : first + _PLANS]),))
        if not all(_is_as_established(row, checksums[row["id"]]) for row in rows):
            return True
    return False


def _is_as_established(row: Row, told: str) -> bool:
    return bool(
        row["is_locked"]
        and row["has_paper"]
        and row["document"] is not None
        and told == row["checksum"] == documents.digest(row["document"])
    )
