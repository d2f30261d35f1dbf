"""The log asked: about a person, about a user, and what is unusual (SoLPuL 10 §, F66-F67)."""

from gplan_desktop.domain.journal_entry import Period
from gplan_desktop.domain.log_entry import (
    MOST_SHOWN,
    ClockSetBack,
    Finding,
    LastTime,
    Listed,
    LogCount,
    LogEntry,
    Noted,
)
from gplan_desktop.domain.user import Permission
from gplan_desktop.method.model import Unusual
from gplan_desktop.rules.log_month import month_id
from gplan_desktop.store import agreement, moments
from gplan_desktop.store.access import UNIT, Part, Subject
from gplan_desktop.store.audit import AuditHead
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.driver import Tell
from gplan_desktop.store.guard import needs, open_to_all
from gplan_desktop.store.log_entries import COLUMNS, LogEntries
from gplan_desktop.store.unusual import Rest, clock_set_back, find_unusual

# As many as are looked through in the time of opening a file.
RECENT = 10_000
# A plain DISTINCT would read the whole log; this leaps from name to name.
_NAMES = """
WITH RECURSIVE names (actor) AS (SELECT min(actor) FROM audit
 UNION ALL SELECT (SELECT min(actor) FROM audit WHERE actor > names.actor)
 FROM names WHERE actor IS NOT NULL)
SELECT actor FROM names WHERE actor <> ''
"""
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


def _go_on() -> None:
    """Give nobody else a turn, where nobody waits."""


class LogBook:
    """Answers questions about the log, looks through it, and notes what the store does not see."""

    def __init__(self, books: Bookkeeping) -> None:
        self._books, self._access = books, books.access
        self._named = LogEntries(books)

    @needs(Permission.READ_LOGS, of=Subject.PERSON, reads="log")
    def of_person(self, person_id: str, period: Period) -> list[LogEntry]:
        """Return what was done about the person, latest first, at most MOST_SHOWN."""
        return self._about(person_id, period)

    @needs(Permission.READ_LOGS, of=Subject.PERSON, reads="log")
    def about(self, person_id: str) -> list[LogEntry]:
        """Return all that was ever done about the person, latest first (registerutdrag)."""
        return self._about(person_id, None)

    @needs(Permission.READ_LOGS, reads=Listed.LOG)
    def of_user(self, user: str, period: Period) -> list[LogEntry]:
        """Return what the user did, latest first, at most MOST_SHOWN."""
        rows = self._books.connection.rows(
            f"SELECT {COLUMNS} FROM audit WHERE actor = ? AND at >= ? AND at < ?"  # noqa: S608 constants
            " ORDER BY at DESC, rid DESC LIMIT ?",
            (user, *moments.of_days(period.first, period.last), MOST_SHOWN),
        )
        return self._named.of(rows)

    @needs(Permission.READ_LOGS)
    def users(self) -> list[str]:
        """Return everyone who ever did anything, by name."""
        return self._all_names()

    @needs(Permission.MANAGE_USERS)
    def acted_by_another(self, name: str, user_id: str = "") -> bool:
        """Tell whether *name* stands in the log for another than the user, removed or not (F66).

        The log tells users apart by their names: two who share one would be one in it.
        """
        alike = [known for known in self._all_names() if known.casefold() == name.casefold()]
        return any(not self._was_called(user_id, known) for known in alike)

    @open_to_all
    def last_time(self) -> LastTime | None:
        """Return when the one who works here came in before this time; None the first time."""
        mine = "SELECT rid, at FROM audit WHERE actor = ? AND action = ? ORDER BY at DESC, rid DESC"
        by, begun = self._books.by, Noted.LOGGED_IN.value
        before = self._books.connection.row(f"{mine} LIMIT 1 OFFSET 1", (by, begun))
        if before is None:
            return None
        failed = self._books.connection.row(
            "SELECT count(*) AS n FROM audit WHERE actor = ? AND action = ? AND rid > ?",
            (by, Noted.FAILED_LOGIN.value, before["rid"]),
        )
        return LastTime(moments.from_text(before["at"]), failed["n"] if failed else 0)

    @needs(Permission.READ_LOGS, reads=Listed.UNUSUAL)
    def unusual(self, period: Period, limits: Unusual, rest: Rest = _go_on) -> list[Finding]:
        """Return what was unusual in the period, latest first.

        A long log is gone through day by day: *rest* lets others write in between.
        """

        def let_others() -> None:
            with self._access.at_rest():
                rest()

        found = find_unusual(self._books.connection, period, limits, let_others)
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

    @needs(Permission.READ_LOGS)
    def counts(self, period: Period) -> list[LogCount]:
        """Return how many times each thing was done in the period, the most frequent first."""
        rows = self._books.connection.rows(
            "SELECT action, count(*) AS times FROM audit WHERE at >= ? AND at < ?"
            " GROUP BY action ORDER BY times DESC, action",
            moments.of_days(period.first, period.last),
        )
        return [LogCount(row["action"], row["times"]) for row in rows]

    @needs(Permission.READ_LOGS)
    def lacks_report(self, month: Period) -> bool:
        """Tell whether something was done in the month, and no report of it has been made."""
        first, after = moments.of_days(month.first, month.last)
        row = self._books.connection.row(
            "SELECT EXISTS (SELECT 1 FROM audit WHERE at >= ?1 AND at < ?2) AND NOT EXISTS"
            " (SELECT 1 FROM audit WHERE at >= ?1 AND action = ?3 AND detail = ?4) AS lacks",
            (first, after, Noted.LOG_REPORTED.value, month_id(month)),
        )
        return bool(row and row["lacks"])

    @needs(Permission.READ_LOGS)
    def verify_against(self, number: int, digits: str) -> AuditHead:
        """Look through what came after the end of the log on a report, and return the end now.

        Raises:
            DatabaseDamaged: also when the log was cut since, or another was put in its place.
        """
        stored = self._books.audit.head_at(number).digest
        return self._books.audit.verify(AuditHead(number, digits + stored[len(digits) :]))

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
    def clock_set_back(self) -> ClockSetBack | None:
        """Tell whether the clock went back since somebody came in before this time.

        So it is told at one start, and stands among what is unusual from then on.
        """
        recent = max(0, self._books.audit.head().number - RECENT)
        begun = self._books.connection.row(
            "SELECT rid FROM audit WHERE action IN (?, ?) AND rid > ?"
            " ORDER BY rid DESC LIMIT 1 OFFSET 1",
            (Noted.LOGGED_IN.value, Noted.RECOVERY_CODE_USED.value, recent),
        )
        return clock_set_back(self._books.connection, begun["rid"] if begun else recent)

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

    @needs(Permission.READ, of=Subject.PERSON, provider=Part.PERSON)
    def note_copied(self, person_id: str) -> None:
        """Note that text about the person was put on the clipboard, once in a while (F66)."""
        self._access.note("person.copied", person_id)

    def _all_names(self) -> list[str]:
        return [row["actor"] for row in self._books.connection.rows(_NAMES)]

    def _was_called(self, user_id: str, name: str) -> bool:
        """Tell whether the name was the user's own before that one got another."""
        row = self._books.connection.row(
            "SELECT 1 FROM audit WHERE actor = ? AND action IN (?, ?) AND detail = ? LIMIT 1",
            (name, Noted.RENAMED_FROM.value, Noted.RENAMED_TO.value, user_id),
        )
        return row is not None

    def _note(self, action: str, detail: str, user: str = "") -> None:
        with self._books.connection.writing():
            self._books.audit.add(user or self._books.by, action, UNIT, detail)

    def _about(self, person_id: str, period: Period | None) -> list[LogEntry]:
        when, days, most = "", tuple[str, ...](), -1
        if period:
            when, days = " AND at >= ?2 AND at < ?3", moments.of_days(period.first, period.last)
            most = MOST_SHOWN
        rows = self._books.connection.rows(
            f"SELECT {COLUMNS} FROM audit WHERE subject IN ({_SUBJECTS}){when}"  # noqa: S608 constants
            f" ORDER BY rid DESC LIMIT {most}",
            (person_id, *days),
        )
        return self._named.of(rows)
