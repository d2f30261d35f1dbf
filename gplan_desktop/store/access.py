"""Who works in the store: what is refused, whose records are out of sight, what reading leaves."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from enum import Enum, StrEnum
from typing import Any
from uuid import uuid4

from gplan_desktop.domain.overview import PlanSummary
from gplan_desktop.domain.user import Actor, Permission, Whose
from gplan_desktop.errors import (
    FolderReadOnly,
    NotAllowed,
    NotOwnPerson,
    NotOwnUnit,
    NotShown,
    StorageFailed,
    StorageFull,
    WorldError,
)
from gplan_desktop.store import moments
from gplan_desktop.store.audit import Audit
from gplan_desktop.store.connection import Connection

# How often the log tells that somebody reads the same: seldom enough to be read itself.
AGAIN = timedelta(minutes=15)
UNIT = "unit"
_NOT_OWN, _NOT_SHOWN, _NOT_OWN_UNIT = "not_own", "not_shown", "not_own_unit"
# Which assignments a plan in force stands on, as a condition on the table assignment.
UNDER_PLAN = (
    "EXISTS (SELECT 1 FROM plan"
    " WHERE plan.assignment_id = assignment.id AND plan.status = 'established')"
)


class Subject(StrEnum):
    """What a method is asked about; its person is found by the question here."""

    PERSON = "SELECT id FROM person WHERE id = ?"
    PLAN = "SELECT person_id FROM plan WHERE id = ?"
    ASSIGNMENT = "SELECT person_id FROM assignment WHERE id = ?"
    TASK = "SELECT person_id FROM task WHERE id = ?"
    VISIT_PLAN = "SELECT person_id FROM visit_plan WHERE id = ?"
    ENTRY = "SELECT person_id FROM journal WHERE id = ?"
    PRINT = "SELECT person_id FROM print WHERE id = ? AND person_id IS NOT NULL"
    TRANSFERRED = (
        "SELECT person_id FROM plan WHERE id = ?1"
        " UNION ALL SELECT person_id FROM visit_plan WHERE id = ?1"
    )


class Part(Enum):
    """What of its own persons an external provider may be shown, as the method says (S131)."""

    NOTHING = "nothing"
    PERSON = "person"
    PLANS = "plans"
    VISIT_PLANS = "visit_plans"


# What a provider may see of what the question is about: the rest is not ready, or over.
_SHOWN = {
    Subject.PLAN: "SELECT 1 FROM plan WHERE id = ? AND status = 'established'",
    Subject.ASSIGNMENT: f"SELECT 1 FROM assignment WHERE id = ? AND {UNDER_PLAN}",  # noqa: S608
    Subject.VISIT_PLAN: "SELECT 1 FROM visit_plan WHERE id = ? AND cleared_at IS NULL",
}
_PROTECTED = (
    "SELECT 1 FROM person WHERE protected AND id IN (SELECT value FROM json_each(?)) LIMIT 1"
)

# Which of the unit's persons are a user's own, as a condition on the table person.
_OWN = {
    Whose.ALL: "1",
    Whose.UNITS: (
        "(person.unit IN (SELECT value FROM json_each(?))"
        " OR person.id IN (SELECT value FROM json_each(?)))"
    ),
    Whose.PROVIDER: "(person.external AND person.provider = ?)",
}


class Access:
    """Stands between the user and every part of the store."""

    def __init__(
        self, connection: Connection, audit: Audit, actor: Actor, now: moments.Clock
    ) -> None:
        self._connection, self._audit, self._now = connection, audit, now
        self.actor = actor
        self._is_told = False
        self._opened: set[str] = set()
        self._noted: dict[tuple[str, str, str], datetime] = {}
        self._waiting: list[tuple[str, str, str]] = []

    def may(self, permission: Permission) -> bool:
        """Tell whether the user may do it at all, as for what the screen offers."""
        return self.actor.may(permission)

    def why_not(self, permission: Permission) -> WorldError:
        """Return the sentences that answer "Varför kan jag inte?" (F64)."""
        actor = self.actor
        return NotAllowed(actor.role_label, permission.label, actor.who_may(permission))

    def demand(self, permission: Permission, person_ids: Iterable[str] = ()) -> None:
        """Refuse what the user may not do, or not with these persons; a refusal is logged.

        Raises:
            NotAllowed: the role may not do it at all.
            NotOwnPerson: a person is out of the user's sight.
        """
        self.write_waiting()
        if not self.may(permission):
            self.note("access.refused", next(iter(person_ids), UNIT), permission.value)
            raise self.why_not(permission)
        if self.actor.whose is not Whose.ALL:
            for person_id in person_ids:
                if not self._sees(person_id):
                    self.note("access.refused", person_id, _NOT_OWN)
                    raise NotOwnPerson(may_open=self.actor.may_open_others)

    def demand_units(self, units: Iterable[str]) -> None:
        """Refuse to add persons out of the user's sight: of units that one does not work in.

        Raises:
            NotOwnUnit: nobody was added; it is logged.
        """
        actor = self.actor
        if actor.whose is not Whose.UNITS:
            return
        if others := sorted(set(units) - actor.units):
            self.note("access.refused", UNIT, _NOT_OWN_UNIT)
            raise NotOwnUnit(others, sorted(actor.units))

    def demand_shown(self, part: Part, of: Subject | None, asked: Any) -> None:
        """Refuse an external provider's user what is not shown to it; a refusal is logged (S131).

        Raises:
            NotShown.
        """
        if not self.shows(part, of, asked):
            whom = self.persons_of(of, asked) if of and asked else ()
            self.note("access.refused", next(iter(whom), UNIT), _NOT_SHOWN)
            raise NotShown

    def shows(self, part: Part, of: Subject | None, asked: Any) -> bool:
        """Tell whether an external provider's user is shown *part* of what is asked (S131).

        What is written of a person with a protected identity may tell where that one
        lives: it is handed over by the unit, which looks through it first.
        """
        shown = self.actor.shown
        is_shown = {Part.PERSON: True, Part.PLANS: shown.plan, Part.VISIT_PLANS: shown.visit_plans}
        if not is_shown.get(part):
            return False
        if part is Part.PERSON or not of or not asked:
            return True
        whom = json.dumps(self.persons_of(of, asked))
        question = _SHOWN.get(of)
        is_ready = question is None or self._connection.row(question, (asked,)) is not None
        return is_ready and self._connection.row(_PROTECTED, (whom,)) is None

    def plans_shown(self, plans: list[PlanSummary]) -> list[PlanSummary]:
        """Return those of *plans* that the user may know of: a provider's are those in force."""
        if self.actor.whose is not Whose.PROVIDER:
            return plans
        return [plan for plan in plans if plan.is_current and self.actor.shown.plan]

    def own(self) -> tuple[str, tuple[str, ...]]:
        """Return the condition on the table person that finds the user's own, and its values."""
        actor = self.actor
        values = {
            Whose.ALL: (),
            Whose.UNITS: (json.dumps(sorted(actor.units)), json.dumps(sorted(self._opened))),
            Whose.PROVIDER: (actor.provider,),
        }
        return _OWN[actor.whose], values[actor.whose]

    def persons_of(self, subject: Subject, asked: Any) -> tuple[str, ...]:
        """Return whom *asked* is about: an id, or a record that has one."""
        if subject is Subject.PERSON:
            return (asked if isinstance(asked, str) else getattr(asked, "person_id", asked.id),)
        asked_id = asked if isinstance(asked, str) else asked.id
        rows = self._connection.rows(subject.value, (asked_id,))
        stored = {row["person_id"] for row in rows}
        return tuple(stored if isinstance(asked, str) else stored | {asked.person_id})

    def hand_over(self, actor: Actor) -> None:
        """Let *actor* work from here on; what was opened for a reason is out of sight again."""
        self.write_waiting()
        self.actor = actor
        self._opened.clear()
        self._noted.clear()

    def demand_opening(self, person_id: str = UNIT) -> None:
        """Refuse who may never open others; NotOwnPerson."""
        if not self.actor.may_open_others:
            self.note("access.refused", person_id, _NOT_OWN)
            raise NotOwnPerson(may_open=False)

    def open_other(self, person_id: str, reason: str) -> None:
        """Let the user see another unit's person until another user comes (F65)."""
        self.demand_opening(person_id)
        opening = str(uuid4())
        with self._connection.writing():
            self._connection.write(
                "INSERT INTO opened_other (id, person_id, at, by, reason) VALUES (?, ?, ?, ?, ?)",
                (opening, person_id, moments.to_text(self._now()), self.actor.name, reason.strip()),
            )
            self._audit.add(self.actor.name, "person.opened_other", person_id, opening)
        self._opened.add(person_id)

    @contextmanager
    def reading_once(self, is_reading: bool) -> Iterator[bool]:
        """Tell whether this is what was asked, and no part of a reading that tells of it."""
        outer = self._is_told
        self._is_told = outer or is_reading
        try:
            yield not outer
        finally:
            self._is_told = outer

    @contextmanager
    def at_rest(self) -> Iterator[None]:
        """Let others read in the middle of a long reading; what they read is told of as ever."""
        outer = self._is_told
        self._is_told = False
        try:
            yield
        finally:
            self._is_told = outer

    def note(self, action: str, subject: str, detail: str = "") -> None:
        """Log what is no change, in a small transaction, at most once in a while.

        A disk that refuses does not keep anyone from reading what the care
        depends on: the entry waits for the next time something is asked.
        """
        entry = (action, subject, detail)
        if self.is_due(*entry):
            self.was_noted(*entry)
            self._waiting.append(entry)
            self.write_waiting()

    def is_due(self, action: str, subject: str, detail: str = "") -> bool:
        """Tell whether the log is to tell the same again."""
        last = self._noted.get((action, subject, detail))
        # A clock that was set back must not stop the noting.
        return last is None or not timedelta() <= self._now() - last < AGAIN

    def was_noted(self, action: str, subject: str, detail: str = "") -> None:
        """Remember that the log has told it now."""
        self._noted[action, subject, detail] = self._now()

    def write_waiting(self) -> None:
        """Write what could not be logged before, if the disk lets it."""
        if not self._waiting:
            return
        try:
            with self._connection.writing():
                for action, subject, detail in self._waiting:
                    self._audit.add(self.actor.name, action, subject, detail)
        except (StorageFull, StorageFailed, FolderReadOnly):
            return
        self._waiting.clear()

    def _sees(self, person_id: str) -> bool:
        """Tell whether the person is not out of sight; one who is not there is told elsewhere."""
        condition, values = self.own()
        row = self._connection.row(
            f"SELECT {condition} AS own FROM person WHERE id = ?",  # noqa: S608 constants
            (*values, person_id),
        )
        return row is None or bool(row["own"])
