"""The register of prints: who printed which version when, and which copies to collect (F54)."""

from collections.abc import Iterable
from datetime import date, datetime

from gplan_desktop.domain.log_entry import Listed
from gplan_desktop.domain.overview import PersonSummary
from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.domain.print_out import Occasion, Paper, PrintOut, Way
from gplan_desktop.domain.user import Permission, Whose
from gplan_desktop.errors import RecordMissing
from gplan_desktop.store import moments
from gplan_desktop.store.access import Part, Subject
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.connection import Row
from gplan_desktop.store.guard import needs
from gplan_desktop.store.people import People

_COLUMNS = (
    "id, paper, way, made_at, made_by, person_id, plan_id, status, version, checksum,"
    " copies, codes_shown, subject, collected_at, collected_by"
)
_NEWEST_FIRST = "ORDER BY made_at DESC, rid DESC"
# A plan on paper is out of date when it is no longer in force; a draft also when it
# has been established or thrown away, or a later version was printed; a person's
# tabs or visit plan when they have been changed since, as after a new door code.
_TO_COLLECT = """collected_at IS NULL AND way <> 'archive' AND (
  EXISTS (
    SELECT 1 FROM plan WHERE plan.id = print.plan_id AND (
      plan.status IN ('superseded', 'annulled')
      OR (print.status = 'draft' AND plan.status <> 'draft')
    )
  )
  OR (print.status = 'draft' AND EXISTS (
    SELECT 1 FROM print AS newer
    WHERE newer.plan_id = print.plan_id AND newer.version > print.version
  ))
  OR (paper = 'tabs' AND checksum <> '' AND NOT EXISTS (
    SELECT 1 FROM tabs
    WHERE tabs.person_id = print.person_id AND tabs.digest = print.checksum
  ))
  OR (paper = 'visit_plan' AND subject <> '' AND NOT EXISTS (
    SELECT 1 FROM visit_plan
    WHERE visit_plan.id = print.subject AND visit_plan.digest = print.checksum
    AND visit_plan.cleared_at IS NULL
  ))
)"""
_DONE = {Way.PRINTER: "printed", Way.FILE: "saved", Way.ARCHIVE: "archived"}


class PrintRegister:
    """Notes what is printed, each time with an entry in the log, and tells it again."""

    def __init__(self, books: Bookkeeping, people: People) -> None:
        self._connection, self._audit, self._people = books.connection, books.audit, people
        self._access = books.access

    @needs(Permission.PRINT, provider=Part.PERSON)
    def add(self, prints: Iterable[PrintOut]) -> None:
        """Note all that was printed at one time, or nothing; showing codes is logged too."""
        made = tuple(prints)
        self._demand(made)
        with self._connection.writing():
            for print_out in made:
                self._insert(print_out)
                self._log(print_out)

    @needs(Permission.READ, of=Subject.PLAN, reads="plan", provider=list)
    def of_plan(self, plan_id: str) -> list[PrintOut]:
        """Return what was printed of the plan, newest first."""
        return self._list(f"WHERE plan_id = ? {_NEWEST_FIRST}", plan_id)

    @needs(Permission.READ, of=Subject.PERSON, reads="person", provider=list)
    def of_person(self, person_id: str) -> list[PrintOut]:
        """Return what was printed about the person, newest first."""
        return self._list(f"WHERE person_id = ? {_NEWEST_FIRST}", person_id)

    @needs(Permission.READ, reads=Listed.PAPERS, provider=list)
    def between(self, first: date, last: date) -> list[PrintOut]:
        """Return what was printed from *first* to *last* by Swedish days, newest first."""
        condition, own = self._access.own()
        return self._list(
            "WHERE made_at >= ? AND made_at < ? AND (person_id IS NULL OR person_id IN"  # noqa: S608 constants
            f" (SELECT id FROM person WHERE {condition})) {_NEWEST_FIRST}",
            *moments.of_days(first, last),
            *own,
        )

    @needs(Permission.READ, of=Subject.PERSON, reads="person", provider=list)
    def to_collect_of(self, person_id: str) -> list[PrintOut]:
        """Return the person's papers that are out of date and not collected, newest first."""
        return self._list(f"WHERE person_id = ? AND {_TO_COLLECT} {_NEWEST_FIRST}", person_id)

    @needs(Permission.READ, reads=Listed.PAPERS, provider=list)
    def to_collect(self) -> list[tuple[PersonSummary, PrintOut]]:
        """Return all papers of the unit that are to be collected, newest first."""
        found = self._list(f"WHERE {_TO_COLLECT} {_NEWEST_FIRST}")
        people = self._people.summaries([print_out.person_id for print_out in found])
        return [
            (people[print_out.person_id], print_out)
            for print_out in found
            if print_out.person_id in people
        ]

    @needs(Permission.WRITE, of=Subject.PRINT)
    def note_collected(self, print_id: str, at: datetime | None, by: str) -> None:
        """Note that the paper was collected, or, without *at*, that it was not after all.

        Raises:
            RecordMissing: when it is not in the register.
        """
        with self._connection.writing():
            changed = self._connection.write(
                "UPDATE print SET collected_at = ?, collected_by = ? WHERE id = ?",
                (moments.optional_to_text(at), by if at else None, print_id),
            )
            if not changed:
                raise RecordMissing("Utskriften")
            action = "print.collected" if at else "print.not_collected"
            self._audit.add(self._access.actor.name, action, print_id)

    def _demand(self, made: tuple[PrintOut, ...]) -> None:
        """Refuse papers of others' persons, and codes and archives that the user may not make."""
        pairs = {(print_out.person_id, self._planned(print_out)) for print_out in made}
        self._access.demand(Permission.PRINT, {whom for pair in pairs for whom in pair} - {""})
        if any(planned and planned != person_id for person_id, planned in pairs):
            raise ValueError("a plan's paper is about the person of the plan")
        if self._access.actor.whose is Whose.PROVIDER:
            for print_out in made:
                self._access.demand_shown(*_shown_on(print_out))
        if any(print_out.codes_shown for print_out in made):
            self._access.demand(Permission.SHOW_CODES)
        if any(print_out.occasion.way is Way.ARCHIVE for print_out in made):
            self._access.demand(Permission.EXPORT)

    def _planned(self, print_out: PrintOut) -> str:
        """Return whom the plan is about, if the paper is one of a plan."""
        row = self._connection.row("SELECT person_id FROM plan WHERE id = ?", (print_out.plan_id,))
        return row["person_id"] if row else ""

    def _insert(self, print_out: PrintOut) -> None:
        self._connection.write(
            f"INSERT INTO print ({_COLUMNS})"  # noqa: S608 constants
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            _values(print_out),
        )

    def _log(self, print_out: PrintOut) -> None:
        kind = "plan" if print_out.plan_id else "paper"
        action = f"{kind}.{_DONE[print_out.occasion.way]}"
        subject = print_out.plan_id or print_out.person_id or print_out.id
        by = self._access.actor.name
        self._audit.add(by, action, subject, print_out.id)
        if print_out.codes_shown:
            self._audit.add(by, "codes.shown", subject, print_out.id)

    def _list(self, condition: str, *values: str) -> list[PrintOut]:
        sql = f"SELECT {_COLUMNS} FROM print {condition}"  # noqa: S608 constants
        return [_print_out(row) for row in self._connection.rows(sql, values)]


def _shown_on(print_out: PrintOut) -> tuple[Part, Subject, str]:
    """Return what an external provider must be shown to make the paper."""
    if not print_out.person_id:
        return Part.PERSON, Subject.PERSON, ""
    if print_out.plan_id:
        return Part.PLANS, Subject.PLAN, print_out.plan_id
    if print_out.paper is Paper.VISIT_PLAN:
        return Part.VISIT_PLANS, Subject.VISIT_PLAN, print_out.subject
    return Part.NOTHING, Subject.PERSON, print_out.person_id


def _values(print_out: PrintOut) -> tuple[object, ...]:
    occasion = print_out.occasion
    return (
        print_out.id,
        print_out.paper,
        occasion.way,
        moments.to_text(occasion.at),
        occasion.by,
        print_out.person_id or None,
        print_out.plan_id or None,
        print_out.status,
        print_out.version,
        print_out.checksum,
        occasion.copies,
        print_out.codes_shown,
        print_out.subject,
        moments.optional_to_text(print_out.collected_at),
        print_out.collected_by or None,
    )


def _print_out(row: Row) -> PrintOut:
    made_at = moments.from_text(row["made_at"])
    return PrintOut(
        id=row["id"],
        paper=Paper(row["paper"]),
        occasion=Occasion(made_at, row["made_by"], Way(row["way"]), row["copies"]),
        person_id=row["person_id"] or "",
        plan_id=row["plan_id"] or "",
        status=PlanStatus(row["status"]) if row["status"] else None,
        version=row["version"],
        checksum=row["checksum"],
        codes_shown=bool(row["codes_shown"]),
        subject=row["subject"],
        collected_at=moments.optional_from_text(row["collected_at"]),
        collected_by=row["collected_by"] or "",
    )
