"""The store: everything a unit has written, behind one narrow interface."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.check_code import read_code
from gplan_desktop.domain.overview import Aftercare, PersonSummary, Place, PlanSummary, Unit
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import Establishment, Plan, PlanRecord
from gplan_desktop.domain.task import Task
from gplan_desktop.errors import DatabaseDamaged
from gplan_desktop.store import documents, files, moments, search
from gplan_desktop.store.aftercares import Aftercares
from gplan_desktop.store.assignments import AssignmentBefore, Assignments
from gplan_desktop.store.audit import Audit, AuditEntry, AuditHead
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.connection import Connection
from gplan_desktop.store.drafts import Drafts
from gplan_desktop.store.imports import Imports
from gplan_desktop.store.journal import JournalRegister
from gplan_desktop.store.methods import Methods
from gplan_desktop.store.own_words import OwnWords
from gplan_desktop.store.people import People, PersonBefore, ProviderSummary
from gplan_desktop.store.plan_lists import PlanLists
from gplan_desktop.store.plans import Plans
from gplan_desktop.store.prints import PrintRegister
from gplan_desktop.store.restore_points import RestorePoint, RestorePoints
from gplan_desktop.store.tabs import TabsRegister
from gplan_desktop.store.tasks import Tasks
from gplan_desktop.store.to_do import ToDoFacts
from gplan_desktop.store.transfers import TransferRegister
from gplan_desktop.store.visit_plans import VisitPlanRegister


def create(path: Path, key: bytes, unit: Unit, *, now: moments.Clock = moments.utc_now) -> "Store":
    """Make a unit's database at *path*, encrypted with the 32 bytes of *key*, and open it.

    Raises:
        FileExistsError: when a file is there; StorageFull, FolderReadOnly, StorageFailed.
    """
    files.create(path, key, unit)
    return open_store(path, key, practice=unit.practice, now=now)


def open_store(
    path: Path, key: bytes, *, practice: bool, now: moments.Clock = moments.utc_now
) -> "Store":
    """Open the unit's database at *path*, which nobody else can use until it is closed.

    Raises:
        DatabaseMissing, DatabaseDamaged, DatabaseNewer, DatabaseInUse,
        FolderReadOnly, StorageFull, WrongUnit: the file is as it was.
    """
    connection = Connection(files.open_unit(path, key, practice=practice), path)
    try:
        return Store(connection, now)
    except BaseException:
        connection.close()
        raise


class Store:
    """The records of one unit; used from one thread, the one that opened it.

    What stands around the plans is in parts that write in transactions of
    their own: `tabs`, `visit_plans`, `journal`, `transfers`, `prints` and `imports`.
    """

    def __init__(self, connection: Connection, now: moments.Clock) -> None:
        self._connection = connection
        self.unit = self._read_unit()
        self._audit = Audit(connection, now)
        self._assignments = Assignments(connection, now)
        self._plan_lists = PlanLists(connection)
        self._people = People(connection, self._plan_lists, now)
        self._plans = Plans(connection)
        self.prints = PrintRegister(connection, self._audit, self._people)
        books = Bookkeeping(connection, self._audit, self.unit.coordinator, now)
        self.tabs = TabsRegister(books)
        self.visit_plans = VisitPlanRegister(books, self._people)
        self.journal = JournalRegister(books)
        self.transfers = TransferRegister(books)
        self.imports = Imports(books, self._people, self._assignments)
        self.to_do = ToDoFacts(books, self._people, self.prints, self.visit_plans)
        self._points = RestorePoints(connection)
        self._drafts = Drafts(connection, self._points, now)
        self._aftercares = Aftercares(connection)
        self._tasks = Tasks(connection)
        self._own_words = OwnWords(connection)
        self._methods = Methods(connection)

    def people(self, text: str = "", limit: int = 200) -> list[PersonSummary]:
        """Return the first *limit* persons whose name or number has words that begin so."""
        return self._people.find(text, limit)

    def providers(self) -> list[ProviderSummary]:
        """Return the external providers with how many persons each supports (S131)."""
        return self._people.providers()

    def people_of_provider(self, name: str) -> list[PersonSummary]:
        """Return the persons whom the external provider *name* supports, in Swedish order."""
        return self._people.of_provider(name)

    def person(self, person_id: str) -> Person:
        """Return the person; RecordMissing when there is none."""
        with self._reading():
            return self._people.get(person_id)

    def add_person(self, person: Person) -> None:
        """Add the person; PersonExists when the number is known in the unit."""
        with self._connection.writing():
            self._people.add(person)
            self._audit.add(self.unit.coordinator, "person.added", person.id)

    def change_person(self, person: Person) -> None:
        """Correct the person that has the same id; what stood there before is kept.

        Raises:
            PersonExists: another person has the number.
            RecordMissing.
        """
        with self._connection.writing():
            if self._people.change(person, self.unit.coordinator):
                self._audit.add(self.unit.coordinator, "person.changed", person.id)

    def person_history(self, person_id: str) -> list[PersonBefore]:
        """Return what stood about the person before each correction, newest first."""
        with self._reading():
            return self._people.history(person_id)

    def assignments(self, person_id: str) -> list[Assignment]:
        """Return what has been decided for the person, newest first."""
        with self._reading():
            return self._assignments.of_person(person_id)

    def assignment(self, assignment_id: str) -> Assignment:
        """Return the assignment; RecordMissing when there is none."""
        with self._reading():
            return self._assignments.get(assignment_id)

    def add_assignment(self, assignment: Assignment) -> None:
        """Add an assignment of a person who is in the unit."""
        with self._connection.writing():
            self._assignments.add(assignment)
            self._audit.add(self.unit.coordinator, "assignment.added", assignment.id)

    def assignment_is_open(self, assignment_id: str) -> bool:
        """Tell whether the assignment may still be corrected; RecordMissing without it."""
        return self._assignments.is_open(assignment_id)

    def change_assignment(self, assignment: Assignment) -> None:
        """Correct the assignment that has the same id and person; what it was is kept.

        Raises:
            AssignmentInUse: an established plan stands on it, and it is as it was.
            RecordMissing.
        """
        with self._connection.writing():
            if self._assignments.change(assignment, self.unit.coordinator):
                self._audit.add(self.unit.coordinator, "assignment.changed", assignment.id)

    def assignment_history(self, assignment_id: str) -> list[AssignmentBefore]:
        """Return what the assignment was before each correction, newest first."""
        with self._reading():
            return self._assignments.history(assignment_id)

    def plans(self, person_id: str) -> list[PlanSummary]:
        """Return the person's plans, newest first, without drafts taken away (S82)."""
        return self._plan_lists.of_person(person_id)

    def plan(self, plan_id: str) -> PlanRecord:
        """Return the plan and where it stands; RecordMissing when there is none.

        Reading a draft counts as opening it: its state is kept as a restore
        point when it is next saved.
        """
        with self._reading():
            record = self._plans.get(plan_id)
        if not record.is_locked:
            self._points.opened(plan_id)
        return record

    def former_plans(self, plan_id: str) -> list[PlanRecord]:
        """Return the plans that the plan follows up, nearest first, at most twelve (F32)."""
        with self._reading():
            return self._plans.former(plan_id)

    def drafts(self) -> list[tuple[PersonSummary, PlanSummary]]:
        """Return the plans that were begun, the latest changed first."""
        return self._with_person(self._plan_lists.drafts())

    def established_on(self, day: date) -> list[tuple[PersonSummary, PlanSummary]]:
        """Return the plans in force that were established on the Swedish *day* (F55).

        They stand by unit, and within it by name, in Swedish order.
        """
        return self.established_between(day, day)

    def established_between(
        self, first: date, last: date
    ) -> list[tuple[PersonSummary, PlanSummary]]:
        """Return the plans in force established from *first* to *last*, as established_on."""
        return _by_unit(self._with_person(self._plan_lists.established(first, last)))

    def not_printed(self, first: date, last: date) -> list[tuple[PersonSummary, PlanSummary]]:
        """Return those of established_between that have not been printed yet (S15)."""
        return _by_unit(self._with_person(self._plan_lists.not_printed(first, last)))

    def plans_by_check_code(self, text: str) -> list[tuple[PersonSummary, PlanSummary]]:
        """Return the established plans that a typed or scanned check code may belong to.

        None when the unit has no such plan; several only when their short
        codes happen to be the same. The status tells whether it is in force.
        Whether the text is still the established one, `plan` tells.

        Raises:
            CodeError: when *text* is no check code, with a sentence for the user.
        """
        return self._with_person(self._plan_lists.with_code(read_code(text)))

    def save_draft(self, plan: Plan, version: int, place: Place) -> int:
        """Save the draft that had *version* (0: never saved); return its new version.

        Returns when the text has reached the disk. The same save may be
        repeated when its answer was lost.

        Raises:
            PlanChangedElsewhere: the draft was saved since, and is untouched.
            PlanLocked: it has been established (S12).
            RecordMissing: it was taken away.
        """
        with self._connection.writing():
            is_new = version == 0 and not self._drafts.exists(plan.id)
            saved = self._drafts.save(plan, version, place)
            if is_new:
                self._audit.add(self.unit.coordinator, "plan.begun", plan.id)
        self._points.saved(plan.id)
        return saved

    def place(self, plan_id: str) -> Place:
        """Return where the writer of the plan was when it was last saved."""
        return self._drafts.place(plan_id)

    def restore_points(self, plan_id: str) -> list[RestorePoint]:
        """Return the earlier states that were kept of a draft, latest first."""
        with self._reading():
            return self._points.all_of(plan_id)

    def remove_draft(self, plan_id: str) -> None:
        """Take the draft away (S77); PlanLocked when it has been established."""
        with self._connection.writing():
            self._drafts.remove(plan_id)
            self._audit.add(self.unit.coordinator, "plan.removed", plan_id)

    def establish(
        self, plan: Plan, version: int, establishment: Establishment, pdf: bytes
    ) -> PlanRecord:
        """Write-protect the draft that had *version*, for ever, with its paper (S11-S12).

        The plans that it follows stop being in force in the same moment and
        get their date of follow-up (S39-S40, S83).

        Raises:
            ValueError: when the checksum is not that of the plan.
            PlanChangedElsewhere, PlanLocked, RecordMissing: nothing has changed.
        """
        if establishment.checksum != documents.checksum(plan):
            raise ValueError("the checksum is not that of the plan")
        with self._connection.writing():
            self._drafts.save(plan, version, Place())
            for former in self._plans.in_force_before(plan):
                self._plans.supersede(former, plan.closing.followed_up_on)
                self._audit.add(establishment.by, "plan.superseded", former, plan.id)
            self._plans.lock(plan.id, establishment, pdf)
            self._audit.add(establishment.by, "plan.established", plan.id, establishment.checksum)
        self._points.saved(plan.id)
        return self.plan(plan.id)

    def checksum(self, plan: Plan) -> str:
        """Return the SHA-256 of the plan's canonical text, which establish() demands."""
        return documents.checksum(plan)

    def document(self, plan_id: str) -> str:
        """Return the established plan as the canonical text that its checksum is of.

        It is the text as it was written then, which a later program might
        write otherwise. RecordMissing when the plan is not established.
        """
        with self._reading():
            return self._plans.document(plan_id)

    def pdf(self, plan_id: str) -> bytes:
        """Return the paper that was made when the plan was established (S15)."""
        return self._plans.pdf(plan_id)

    def aftercare(self, plan_id: str) -> Aftercare:
        """Return what has been done with the plan since it was established."""
        return self._aftercares.get(plan_id)

    def note_aftercare(self, plan_id: str, aftercare: Aftercare) -> None:
        """Keep *aftercare* as what has been done with the plan."""
        with self._connection.writing():
            self._aftercares.note(plan_id, aftercare, self.unit.coordinator)
            self._audit.add(self.unit.coordinator, "aftercare.noted", plan_id)

    def tasks(self, person_id: str) -> list[Task]:
        """Return the person's tasks, open ones first, each kind newest first (F36, S69)."""
        with self._reading():
            return self._tasks.of_person(person_id)

    def open_tasks(self) -> list[tuple[PersonSummary, Task]]:
        """Return what is left to do for the unit's persons, oldest first."""
        with self._reading():
            tasks = self._tasks.still_open()
        people = self._people.summaries([task.person_id for task in tasks])
        return [(people[task.person_id], task) for task in tasks]

    def add_task(self, task: Task) -> None:
        """Add a task about a person who is in the unit; its text never changes."""
        with self._connection.writing():
            self._tasks.add(task)
            self._audit.add(self.unit.coordinator, "task.added", task.id)

    def tick_task(self, task_id: str, at: datetime) -> Task:
        """Note that the task is done, unless it is already; RecordMissing without it."""
        with self._reading(), self._connection.writing():
            if self._tasks.tick(task_id, at, self.unit.coordinator):
                self._audit.add(self.unit.coordinator, "task.ticked", task_id)
            return self._tasks.get(task_id)

    def untick_task(self, task_id: str) -> Task:
        """Open the task again, unless it is open; RecordMissing without it."""
        with self._reading(), self._connection.writing():
            if self._tasks.untick(task_id):
                self._audit.add(self.unit.coordinator, "task.unticked", task_id)
            return self._tasks.get(task_id)

    def own_words(self) -> list[str]:
        """Return the words that the unit has taught the spelling, in Swedish order."""
        return self._own_words.all()

    def add_word(self, word: str) -> None:
        """Teach the spelling a word; ValueError when it is not one of at most 64 signs."""
        with self._connection.writing():
            if number := self._own_words.add(word):
                self._audit.add(self.unit.coordinator, "word.added", number)

    def remove_word(self, word: str) -> None:
        """Let the spelling forget a word, if it was taught it; ValueError as add_word."""
        with self._connection.writing():
            if number := self._own_words.remove(word):
                self._audit.add(self.unit.coordinator, "word.removed", number)

    def keep_method(self, version: str, document: str) -> None:
        """Keep the method that plans are made under; the first one kept of a version stays."""
        with self._connection.writing():
            self._methods.keep(version, document)

    def method_document(self, version: str) -> str | None:
        """Return the method that was kept under *version*, or None."""
        return self._methods.document(version)

    def audit(self, after: int = 0, limit: int = 1000) -> list[AuditEntry]:
        """Return at most *limit* entries of the log after number *after*, oldest first."""
        return self._audit.entries(after, limit)

    def verify_audit(self) -> AuditHead:
        """Return the end of the log; DatabaseDamaged when an entry was altered."""
        return self._audit.verify()

    def close(self) -> None:
        """Let go of the file; doing so twice is harmless."""
        self._connection.close()

    def _read_unit(self) -> Unit:
        row = self._connection.row("SELECT name, coordinator, practice FROM unit")
        if row is None:
            raise DatabaseDamaged(self._connection.path, "uppgifterna om enheten saknas")
        return Unit(row["name"], row["coordinator"], bool(row["practice"]))

    def _with_person(self, plans: list[PlanSummary]) -> list[tuple[PersonSummary, PlanSummary]]:
        people = self._people.summaries([plan.person_id for plan in plans])
        return [(people[plan.person_id], plan) for plan in plans]

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except documents.DocumentDamagedError as error:
            raise DatabaseDamaged(self._connection.path, "en handling är skadad") from error


def _by_unit(
    plans: list[tuple[PersonSummary, PlanSummary]],
) -> list[tuple[PersonSummary, PlanSummary]]:
    return sorted(plans, key=lambda found: search.swedish(found[0].unit))
