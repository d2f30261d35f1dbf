"""Entries of the log with whom they are about: persons, and users by the ids they are known by."""

import json

from gplan_desktop.domain.log_entry import LogEntry
from gplan_desktop.store import moments
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.connection import Row

COLUMNS = "rid, at, actor, action, subject, detail"
# The detail is the role, and after a space the name, of the user whose id is the subject.
ROLE_GIVEN = "user.role"
_WHOSE = """
WITH asked AS MATERIALIZED (SELECT value FROM json_each(?))
SELECT id AS subject, id AS person_id FROM person WHERE id IN asked
UNION ALL SELECT id, person_id FROM plan WHERE id IN asked
UNION ALL SELECT id, person_id FROM assignment WHERE id IN asked
UNION ALL SELECT id, person_id FROM task WHERE id IN asked
UNION ALL SELECT id, person_id FROM visit_plan WHERE id IN asked
UNION ALL SELECT id, person_id FROM journal WHERE id IN asked
UNION ALL SELECT id, person_id FROM print WHERE id IN asked
"""
_USERS = """
SELECT subject, detail FROM audit
WHERE subject IN (SELECT value FROM json_each(?)) AND action = ? ORDER BY rid
"""


class LogEntries:
    """Makes entries of rows, with the names that the user may see."""

    def __init__(self, books: Bookkeeping) -> None:
        self._books = books

    def of(self, rows: list[Row]) -> list[LogEntry]:
        """Return the entries in *rows*, in their order."""
        whose = self._whose({row["subject"] for row in rows})
        names = self._names(set(whose.values()))
        users = self._users({row[part] for row in rows for part in ("subject", "detail")})
        return [
            LogEntry(
                row["rid"],
                moments.from_text(row["at"]),
                row["actor"],
                row["action"],
                row["subject"],
                row["detail"],
                whose.get(row["subject"], ""),
                names.get(whose.get(row["subject"], ""), ""),
                users.get(row["subject"]) or users.get(row["detail"], ""),
            )
            for row in rows
        ]

    def _whose(self, subjects: set[str]) -> dict[str, str]:
        rows = self._books.connection.rows(_WHOSE, (json.dumps(sorted(subjects)),))
        return {row["subject"]: row["person_id"] for row in rows if row["person_id"]}

    def _names(self, person_ids: set[str]) -> dict[str, str]:
        condition, own = self._books.access.own()
        rows = self._books.connection.rows(
            "SELECT id, name FROM person WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 constants
            f" AND {condition}",
            (json.dumps(sorted(person_ids)), *own),
        )
        return {row["id"]: row["name"] for row in rows}

    def _users(self, ids: set[str]) -> dict[str, str]:
        """Return the names of those of *ids* that are users, as they were last told."""
        asked = json.dumps(sorted(ids))
        rows = self._books.connection.rows(_USERS, (asked, ROLE_GIVEN))
        return {row["subject"]: row["detail"].partition(" ")[2] for row in rows}
