"""The log asked: about a person, about a user, and what is unusual (SoLPuL 10 §, F66-F67)."""

import json
from collections.abc import Iterator

from gplan_desktop.domain.journal_entry import Period
from gplan_desktop.domain.log_entry import MOST_SHOWN, Finding, LogEntry, Noted, UnusualKind
from gplan_desktop.domain.user import Permission
from gplan_desktop.method.model import Unusual
from gplan_desktop.store import agreement, moments
from gplan_desktop.store.access import UNIT, Subject, needs, open_to_all
from gplan_desktop.store.audit import AuditHead
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.connection import Row
from gplan_desktop.store.driver import Tell
from gplan_desktop.store.unusual import at_night, by_day, many

# As many as are looked through in the time of opening a file.
RECENT = 10_000
# A clock that is put right by the network moves by less.
_CLOCK_SECONDS = 300
_COLUMNS = "rid, at, actor, action, subject, detail"
# Everything about a person that the log may name.
_SUBJECTS = """
SELECT ?1 AS id
UNION ALL SELECT id FROM plan WHERE person_id = ?1
UNION ALL SELECT id FROM assignment WHERE person_id = ?1
UNION ALL SELECT id FROM task WHERE person_id = ?1
UNION ALL SELECT id FROM visit_plan WHERE person_id = ?1
UNION ALL SELECT id FROM journal WHERE person_id = ?1
UNION ALL SELECT id FROM print WHERE person_id = ?1
"""
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


class LogBook:
    """Answers questions about the log, looks through it, and notes what the store does not see."""

    def __init__(self, books: Bookkeeping) -> None:
        self._books, self._access = books, books.access

    @needs(Permission.READ_LOGS, of=Subject.PERSON)
    def of_person(self, person_id: str, period: Period) -> list[LogEntry]:
        """Return what was done about the person, latest first, at most MOST_SHOWN."""
        return self._about(person_id, period)

    @needs(Permission.READ_LOGS, of=Subject.PERSON)
    def about(self, person_id: str) -> list[LogEntry]:
        """Return all that was ever done about the person, latest first (registerutdrag)."""
        return self._about(person_id, None)

    @needs(Permission.READ_LOGS)
    def of_user(self, user: str, period: Period) -> list[LogEntry]:
        """Return what the user did, latest first, at most MOST_SHOWN."""
        rows = self._books.connection.rows(
            f"SELECT {_COLUMNS} FROM audit WHERE actor = ? AND at >= ? AND at < ?"  # noqa: S608 constants
            " ORDER BY at DESC, rid DESC LIMIT ?",
            (user, *moments.of_days(period.first, period.last), MOST_SHOWN),
        )
        return self._entries(rows)

    @needs(Permission.READ_LOGS)
    def users(self) -> list[str]:
        """Return everyone who ever did anything, by name."""
        # A plain DISTINCT would read the whole log; this leaps from name to name.
        rows = self._books.connection.rows(
            "WITH RECURSIVE names (actor) AS (SELECT min(actor) FROM audit"
            " UNION ALL SELECT (SELECT min(actor) FROM audit WHERE actor > names.actor)"
            " FROM names WHERE actor IS NOT NULL)"
            " SELECT actor FROM names WHERE actor <> ''"
        )
        return [row["actor"] for row in rows]

    @needs(Permission.READ_LOGS)
    def unusual(self, period: Period, limits: Unusual) -> list[Finding]:
        """Return what was unusual in the period, latest first."""
        days = moments.of_days(period.first, period.last)
        reads = self._books.connection.rows(
            "SELECT actor, substr(at, 1, 13) AS hour, subject FROM audit"
            " WHERE at >= ? AND at < ? AND action LIKE '%.read'",
            days,
        )
        found = [
            *many(reads, limits.people_an_hour),
            *at_night(reads, limits.night),
            *self._opened_others(days),
            *self._counted(UnusualKind.REFUSED, "access.refused", days),
            *self._counted(UnusualKind.FAILED_LOGIN, Noted.FAILED_LOGIN.value, days),
            *self._clock_set_back(days),
        ]
        return sorted(found, key=lambda finding: finding.at, reverse=True)

    @needs(Permission.READ_LOGS)
    def verify(self, tell: Tell | None = None) -> AuditHead:
        """Look through the whole log, and compare what it tells with what is stored; its end.

        *tell* may break it off.

        Raises:
            DatabaseDamaged: an entry was altered or taken away, or a record is not as it tells.
        """
        head = self._books.audit.verify(tell=tell)
        agreement.require(self._books.connection)
        self._note(Noted.LOG_CHECKED.value, str(head.number))
        return head

    @open_to_all
    def verify_since(self, head: AuditHead) -> AuditHead:
        """Look through what came after *head*, which was kept elsewhere; return the new end.

        Raises:
            DatabaseDamaged: also when the log was cut or put back to before *head*.
        """
        return self._books.audit.verify(head)

    @open_to_all
    def verify_recent(self) -> AuditHead:
        """Look through the last entries, as at every start; DatabaseDamaged as verify()."""
        audit = self._books.audit
        since = audit.head_at(max(0, audit.head().number - RECENT))
        head = audit.verify(since)
        # One is passed by, or all established plans would be read where the log is short.
        agreement.require(self._books.connection, max(1, since.number))
        return head

    @open_to_all
    def head(self) -> AuditHead:
        """Return the end of the log, to be kept where nobody can put the file back with it."""
        return self._books.audit.head()

    @open_to_all
    def note(self, noted: Noted, detail: str = "", *, user: str = "") -> None:
        """Note what the store does not see itself; *user* is who did it, when not who works here.

        The detail is ids, kinds and moments: never what anyone wrote or typed.
        """
        self._note(noted.value, detail, user)

    def _note(self, action: str, detail: str, user: str = "") -> None:
        with self._books.connection.writing():
            self._books.audit.add(user or self._books.by, action, UNIT, detail)

    def _about(self, person_id: str, period: Period | None) -> list[LogEntry]:
        when, days, most = "", tuple[str, ...](), -1
        if period:
            when, days = " AND at >= ?2 AND at < ?3", moments.of_days(period.first, period.last)
            most = MOST_SHOWN
        rows = self._books.connection.rows(
            f"SELECT {_COLUMNS} FROM audit WHERE subject IN ({_SUBJECTS}){when}"  # noqa: S608 constants
            f" ORDER BY rid DESC LIMIT {most}",
            (person_id, *days),
        )
        return self._entries(rows)

    def _entries(self, rows: list[Row]) -> list[LogEntry]:
        """Return the entries with whom they are about, as far as the user may see that."""
        whose = self._whose({row["subject"] for row in rows})
        names = self._names(set(whose.values()))
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
            )
            for row in rows
        ]

    def _whose(self, subjects: set[str]) -> dict[str, str]:
        rows = self._books.connection.rows(_WHOSE, (json.dumps(sorted(subjects)),))
        return {row["subject"]: row["person_id"] for row in rows if row["person_id"]}

    def _names(self, person_ids: set[str]) -> dict[str, str]:
        condition, own = self._access.own()
        rows = self._books.connection.rows(
            "SELECT id, name FROM person WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 constants
            f" AND {condition}",
            (json.dumps(sorted(person_ids)), *own),
        )
        return {row["id"]: row["name"] for row in rows}

    def _opened_others(self, days: tuple[str, str]) -> Iterator[Finding]:
        rows = self._books.connection.rows(
            "SELECT by AS actor, at, person_id AS subject, reason FROM opened_other"
            " WHERE at >= ? AND at < ?",
            days,
        )
        yield from by_day(UnusualKind.OTHERS, rows)

    def _clock_set_back(self, days: tuple[str, str]) -> Iterator[Finding]:
        """Find entries that are older than the one before them: their times cannot be trusted."""
        rows = self._books.connection.rows(
            "SELECT later.actor, later.at, ? AS subject, '' AS reason"
            " FROM audit AS later JOIN audit AS earlier ON earlier.rid = later.rid - 1"
            " WHERE later.at >= ? AND later.at < ? AND later.at < earlier.at"
            " AND unixepoch(earlier.at) - unixepoch(later.at) > ?",
            (UNIT, *days, _CLOCK_SECONDS),
        )
        yield from by_day(UnusualKind.CLOCK, rows)

    def _counted(self, kind: UnusualKind, action: str, days: tuple[str, str]) -> Iterator[Finding]:
        rows = self._books.connection.rows(
            "SELECT actor, at, subject, '' AS reason FROM audit"
            " WHERE at >= ? AND at < ? AND action = ?",
            (*days, action),
        )
        yield from by_day(kind, rows)
