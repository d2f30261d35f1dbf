"""What the list of things to do is computed from, for a person or the unit, in few questions."""

import json
from collections.abc import Iterable
from datetime import date, timedelta

from gplan_desktop.domain.log_entry import Listed
from gplan_desktop.domain.overview import Aftercare, PersonSummary
from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.domain.print_out import Paper, PrintOut, Way
from gplan_desktop.domain.user import Permission, Whose
from gplan_desktop.rules.old_papers import OldPaper, collected_name
from gplan_desktop.rules.to_do import DONE, TICKED, UNNAMED, Facts, ToDo, ToDoKind
from gplan_desktop.store import moments
from gplan_desktop.store.access import Subject
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.connection import Row
from gplan_desktop.store.guard import needs
from gplan_desktop.store.people import People
from gplan_desktop.store.plan_lists import OF_THE_PLAN
from gplan_desktop.store.prints import PrintRegister
from gplan_desktop.store.tasks import Tasks
from gplan_desktop.store.visit_plans import VisitPlanRegister

DONE_DAYS = 90
_LEFT = "(noted_at IS NULL OR filed_at IS NULL)"
# Only plans in force where something is left: of the others there is nothing to tell.
_AFTERCARES = (
    "SELECT id, noted_at, filed_at,"  # noqa: S608 constants
    f" (SELECT min(made_at) FROM print WHERE plan_id = plan.id AND {OF_THE_PLAN}) AS printed_at"
    " FROM plan LEFT JOIN aftercare USING (rid)"
    f" WHERE status = 'established' AND {_LEFT}"
)
_CONCERNED = f"""
SELECT id FROM person WHERE needs_plan AND support_end IS NULL AND NOT EXISTS (
  SELECT 1 FROM plan WHERE person_id = person.id AND status = 'established'
)
UNION
SELECT person_id FROM plan JOIN person ON person.id = person_id
WHERE status = 'established' AND next_follow_up <= ? AND support_end IS NULL
UNION
SELECT person_id FROM plan LEFT JOIN aftercare USING (rid)
WHERE status = 'established' AND {_LEFT}
"""  # noqa: S608 constants
# Kind, about what, whose, what it is called, a text to read, and when and by whom it was done.
_WHOSE = " AND :whose"
_DONE = f"""
SELECT 'contact_case_officer' AS kind, id AS subject, person_id, '' AS name, '' AS way,
  json_extract(document, '$.text') AS quote, done_at, done_by
FROM task WHERE done_at >= ?1 AND :whose
UNION ALL
SELECT 'clear_visit_plan', id, person_id, trim(json_extract(document, '$.name')), '', '',
  cleared_at, cleared_by
FROM visit_plan WHERE temporary AND cleared_at >= ?1 AND :whose
UNION ALL
SELECT 'collect_paper', id, person_id, paper, way, '', collected_at, collected_by
FROM print WHERE collected_at >= ?1 AND :whose
UNION ALL
SELECT iif(previous_id IS NULL, 'establish', 'follow_up'), coalesce(previous_id, id), person_id,
  name, '', '', established_at, established_by
FROM plan WHERE established_at >= ?1 AND :whose
UNION ALL
SELECT 'print', plan_id, person_id, (SELECT name FROM plan WHERE plan.id = plan_id), '', '',
  min(made_at), made_by
FROM print WHERE plan_id IS NOT NULL AND {OF_THE_PLAN} AND :whose
GROUP BY plan_id HAVING min(made_at) >= ?1
UNION ALL
SELECT 'note', id, person_id, name, '', '', noted_at, ''
FROM aftercare JOIN plan USING (rid) WHERE noted_at >= ?1 AND :whose
UNION ALL
SELECT 'file', id, person_id, name, '', '', filed_at, ''
FROM aftercare JOIN plan USING (rid) WHERE filed_at >= ?1 AND :whose
ORDER BY done_at DESC
"""  # noqa: S608 constants


def _nothing() -> Facts:
    """What is to be known by who has nothing to do here, such as an external provider."""
    return Facts({}, {})


class ToDoFacts:
    """Asks the registers for all that the list of things to do goes by, and for what was done."""

    def __init__(
        self,
        books: Bookkeeping,
        people: People,
        prints: PrintRegister,
        visit_plans: VisitPlanRegister,
    ) -> None:
        self._books, self._people = books, people
        self._access = books.access
        self._prints, self._visit_plans = prints, visit_plans
        self._tasks = Tasks(books, people)

    @needs(Permission.READ, of=Subject.PERSON, reads="person", provider=_nothing)
    def facts_of(self, person_id: str) -> Facts:
        """Return what is to be known of one person."""
        tasks = self._tasks.of_person(person_id)
        return Facts(
            self._people.summaries([person_id]),
            self._aftercares(person_id),
            tuple(self._visit_plans.temporary_of(person_id)),
            self._with_plans(self._prints.to_collect_of(person_id)),
            tuple(task for task in tasks if task.is_open),
        )

    @needs(Permission.READ, reads=Listed.TO_DO, provider=_nothing)
    def unit(self, until: date) -> Facts:
        """Return what is to be known of the unit's persons for what is due up to *until*.

        Those whom nothing is left to do for are left out: they are most of a large unit.
        """
        tasks = self._tasks.still_open()
        visit_plans, papers = self._visit_plans.temporary(), self._prints.to_collect()
        known = {person.id: person for person, _ in (*tasks, *visit_plans, *papers)}
        people = known | self._people.summaries(sorted(self._concerned(until) - known.keys()))
        return Facts(
            people,
            self._aftercares(),
            tuple(visit for _, visit in visit_plans),
            self._with_plans([made for _, made in papers]),
            tuple(task for _, task in tasks),
        )

    @needs(Permission.READ, reads=Listed.PEOPLE, provider=dict)
    def people_of(self, found: Iterable[ToDo]) -> dict[str, PersonSummary]:
        """Return the persons whom *found* is about, by id."""
        return self._people.summaries(sorted({one.person_id for one in found}))

    @needs(Permission.READ, of=Subject.PERSON, reads="person", provider=tuple)
    def done_of(self, person_id: str) -> tuple[ToDo, ...]:
        """Return what was done the last days for the person, latest first."""
        return self._done(person_id)

    @needs(Permission.READ, reads=Listed.TO_DO, provider=tuple)
    def done(self) -> tuple[ToDo, ...]:
        """Return what was done the last days for all whom the user sees, latest first."""
        done = self._done()
        if self._access.actor.whose is Whose.ALL:
            return done
        people = self.people_of(done)
        return tuple(one for one in done if one.person_id in people)

    def _done(self, person_id: str = "") -> tuple[ToDo, ...]:
        since = moments.to_text(self._books.now() - timedelta(days=DONE_DAYS))
        whose = " AND person_id = ?2" if person_id else ""
        sql = _DONE.replace(_WHOSE, whose)
        rows = self._books.connection.rows(sql, (since, person_id) if person_id else (since,))
        return tuple(map(_done, rows))

    def _concerned(self, until: date) -> set[str]:
        """Return who has no plan, one that is soon due, or one that something is left of."""
        rows = self._books.connection.rows(_CONCERNED, (until.isoformat(),))
        return {row["id"] for row in rows}

    def _aftercares(self, person_id: str = "") -> dict[str, Aftercare]:
        sql = f"{_AFTERCARES} AND person_id = ?" if person_id else _AFTERCARES
        rows = self._books.connection.rows(sql, (person_id,) if person_id else ())
        return {row["id"]: _aftercare(row) for row in rows}

    def _with_plans(self, made: list[PrintOut]) -> tuple[OldPaper, ...]:
        """Return the papers with where their plans stand now."""
        rows = self._books.connection.rows(
            "SELECT id, status FROM plan WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps([print_out.plan_id for print_out in made if print_out.plan_id]),),
        )
        stands = {row["id"]: PlanStatus(row["status"]) for row in rows}
        return tuple(
            OldPaper(one, stands[one.plan_id]) if one.plan_id else OldPaper(one) for one in made
        )


def _aftercare(row: Row) -> Aftercare:
    done = (row["printed_at"], row["noted_at"], row["filed_at"])
    return Aftercare(*map(moments.optional_from_text, done))


def _done(row: Row) -> ToDo:
    kind, name = ToDoKind(row["kind"]), row["name"]
    tick = collected_name(Way(row["way"])) if row["way"] else DONE
    if kind is ToDoKind.COLLECT_PAPER:
        name = Paper(name).label
    elif kind is ToDoKind.CLEAR_VISIT_PLAN:
        name = name or UNNAMED
    return ToDo(
        kind,
        row["person_id"],
        row["subject"],
        name,
        quote=row["quote"],
        tick=tick if kind in TICKED else "",
        done_at=moments.from_text(row["done_at"]),
        done_by=row["done_by"],
    )
