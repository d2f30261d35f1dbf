"""The store: everything a unit has written, behind one narrow interface."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.check_code import read_code
from gplan_desktop.domain.overview import Aftercare, PersonSummary, Place, PlanSummary, Unit
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import Establishment, Plan, PlanRecord
from gplan_desktop.domain.task import Task
from gplan_desktop.domain.user import Actor, Permission, only_user
from gplan_desktop.errors import DatabaseDamaged
from gplan_desktop.store import documents, files, moments, reserve, search
from gplan_desktop.store.access import Access, Subject, needs, open_to_all
from gplan_desktop.store.aftercares import Aftercares
from gplan_desktop.store.assignments import AssignmentBefore, Assignments
from gplan_desktop.store.audit import Audit, AuditEntry, AuditHead
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.connection import Connection
from gplan_desktop.store.copies import Copies
from gplan_desktop.store.corrections import CorrectionRegister, Corrections
from gplan_desktop.store.drafts import Drafts
from gplan_desktop.store.imports import Imports
from gplan_desktop.store.journal import JournalRegister
from gplan_desktop.store.kept_drafts import Bin, DraftWriters
from gplan_desktop.store.log import LogBook
from gplan_desktop.store.methods import Methods
from gplan_desktop.store.own_persons import OwnPersonsRegister
from gplan_desktop.store.own_words import OwnWords
from gplan_desktop.store.people import People, PersonBefore, ProviderSummary
from gplan_desktop.store.plan_lists import PlanLists
from gplan_desktop.store.plans import Plans
from gplan_desktop.store.prints import PrintRegister
from gplan_desktop.store.restore_points import RestorePoint, RestorePoints
from gplan_desktop.store.retention import RetentionRegister
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
        store = Store(connection, now, key)
        store.writers.forget_all()
        store.bin.erase_overdue()
    except BaseException:
        connection.close()
        raise
    return store


class Store:
    """The records of one unit; used from one thread, the one that opened it.

    What stands around the plans is in parts that write in transactions of
    their own: `tabs`, `visit_plans`, `journal`, `transfers`, `prints`, `imports` and
    `corrections`.
    """

    def __init__(self, connection: Connection, now: moments.Clock, key: bytes) -> None:
        self._connection = connection
        self.unit = self._read_unit()
        self._audit = Audit(connection, now)
        self._access = Access(connection, self._audit, only_user(self.unit.coordinator), now)
        self._assignments = Assignments(connection, now)
        self._plan_lists = PlanLists(connection)
        self._people = People(connection, self._plan_lists, self._access, now)
        self._plans = Plans(connection)
        books = Bookkeeping(connection, self._audit, now, self._access)
        self.prints = PrintRegister(books, self._people)
        self.tabs = TabsRegister(books)
        self.visit_plans = VisitPlanRegister(books, self._people)
        self.journal = JournalRegister(books)
        self.log = LogBook(books)
        self.own_persons = OwnPersonsRegister(books)
        self.transfers = TransferRegister(books)
        self.copies = Copies(books, key)
        self.imports = Imports(books, self._people, self._assignments)
        self.bin = Bin(books, self._people)
        self.writers = DraftWriters(books)
        self.retention = RetentionRegister(books)
        self.to_do = ToDoFacts(books, self._people, self.prints, self.visit_plans)
        self._points = RestorePoints(connection)
        self._drafts = Drafts(connection, self._points, now)
        self._corrections = Corrections(connection)
        self.corrections = CorrectionRegister(books, self._drafts)
        self._aftercares = Aftercares(connection)
        self._tasks = Tasks(connection)
        self._own_words = OwnWords(connection)
        self._methods = Methods(connection)

    @property
    def access(self) -> Access:
        """Who works here, and what that user may do."""
        return self._access

    @open_to_all
    def work_as(self, actor: Actor) -> None:
        """Let *actor* work from here on: who has logged in, or taken over at the screen (F68)."""
        self._access.hand_over(self.own_persons.given_to(actor))
        self.unit = replace(self.unit, coordinator=actor.name)

    @open_to_all
    def find_other(self, number: str) -> str | None:
        """Return the id of who has the whole personal *number*, also one who is out of sight.

        Raises:
            NotOwnPerson: the user may never open others.
        """
        self._access.demand_opening()
        return self._people.with_number(number)

    @open_to_all
    def open_other(self, person_id: str, reason: str) -> None:
        """Let the user see another unit's person until the next user comes; it is logged (F65).

        Raises:
            ValueError: without a reason.
            NotOwnPerson: the user may never open others.
        """
        if not reason.strip():
            raise ValueError("a person is opened for a reason")
        self._access.open_other(person_id, reason)

    @needs(Permission.READ)
    def people(self, text: str = "", limit: int = 200) -> list[PersonSummary]:
        """Return the first *limit* persons whose name or number has words that begin so."""
        return self._people.find(text, limit)

    @needs(Permission.READ)
    def providers(self) -> list[ProviderSummary]:
        """Return the external providers with how many persons each supports (S131)."""
        return self._people.providers()

    @needs(Permission.READ)
    def people_of_provider(self, name: str) -> list[PersonSummary]:
        """Return the persons whom the external provider *name* supports, in Swedish order."""
        return self._people.of_provider(name)

    @needs(Permission.READ, of=Subject.PERSON, reads="person")
    def person(self, person_id: str) -> Person:
        """Return the person; RecordMissing when there is none."""
        with self._reading():
            return self._people.get(person_id)

    @needs(Permission.WRITE)
    def add_person(self, person: Person) -> None:
        """Add the person; PersonExists when the number is known in the unit."""
        with self._connection.writing():
            self._people.add(person)
            self._audit.add(self._by, "person.added", person.id)

    @needs(Permission.WRITE, of=Subject.PERSON)
    def change_person(self, person: Person) -> None:
        """Correct the person that has the same id; what stood there before is kept.

        Raises:
            PersonExists: another person has the number.
            RecordMissing.
        """
        with self._connection.writing():
            if self._people.change(person, self._by):
                self._audit.add(self._by, "person.changed", person.id)

    @needs(Permission.READ, of=Subject.PERSON, reads="person")
    def person_history(self, person_id: str) -> list[PersonBefore]:
        """Return what stood about the person before each correction, newest first."""
        with self._reading():
            return self._people.history(person_id)

    @needs(Permission.READ, of=Subject.PERSON, reads="person")
    def assignments(self, person_id: str) -> list[Assignment]:
        """Return what has been decided for the person, newest first."""
        with self._reading():
            return self._assignments.of_person(person_id)

    @needs(Permission.READ, of=Subject.ASSIGNMENT, reads="assignment")
    def assignment(self, assignment_id: str) -> Assignment:
        """Return the assignment; RecordMissing when there is none."""
        with self._reading():
            return self._assignments.get(assignment_id)

    @needs(Permission.WRITE, of=Subject.PERSON)
    def add_assignment(self, assignment: Assignment) -> None:
        """Add an assignment of a person who is in the unit."""
        with self._connection.writing():
            self._assignments.add(assignment)
            self._audit.add(self._by, "assignment.added", assignment.id)

    @needs(Permission.READ, of=Subject.ASSIGNMENT)
    def assignment_is_open(self, assignment_id: str) -> bool:
        """Tell whether the assignment may still be corrected; RecordMissing without it."""
        return self._assignments.is_open(assignment_id)

    @needs(Permission.WRITE, of=Subject.ASSIGNMENT)
    def change_assignment(self, assignment: Assignment) -> None:
        """Correct the assignment that has the same id and person; what it was is kept.

        Raises:
            AssignmentInUse: an established plan stands on it, and it is as it was.
            RecordMissing.
        """
        with self._connection.writing():
            if self._assignments.change(assignment, self._by):
                self._audit.add(self._by, "assignment.changed", assignment.id)

    @needs(Permission.READ, of=Subject.ASSIGNMENT, reads="assignment")
    def assignment_history(self, assignment_id: str) -> list[AssignmentBefore]:
        """Return what the assignment was before each correction, newest first."""
        with self._reading():
            return self._assignments.history(assignment_id)

    @needs(Permission.READ, of=Subject.PERSON, reads="person")
    def plans(self, person_id: str) -> list[PlanSummary]:
        """Return the person's plans, newest first, without drafts taken away (S82)."""
        return self._plan_lists.of_person(person_id)

    @needs(Permission.READ, of=Subject.PLAN, reads="plan")
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

    @needs(Permission.READ, of=Subject.PLAN, reads="plan")
    def former_plans(self, plan_id: str) -> list[PlanRecord]:
        """Return the plans that the plan follows up, nearest first, at most twelve (F32)."""
        with self._reading():
            return self._plans.former(plan_id)

    @needs(Permission.READ)
    def drafts(self) -> list[tuple[PersonSummary, PlanSummary]]:
        """Return the plans that were begun, the latest changed first."""
        return self._with_person(self._plan_lists.drafts())

    @needs(Permission.READ)
    def established_on(self, day: date) -> list[tuple[PersonSummary, PlanSummary]]:
        """Return the plans in force that were established on the Swedish *day* (F55).

        They stand by unit, and within it by name, in Swedish order.
        """
        return self.established_between(day, day)

    @needs(Permission.READ)
    def established_between(
        self, first: date, last: date
    ) -> list[tuple[PersonSummary, PlanSummary]]:
        """Return the plans in force established from *first* to *last*, as established_on."""
        return _by_unit(self._with_person(self._plan_lists.established(first, last)))

    @needs(Permission.READ)
    def not_printed(self, first: date, last: date) -> list[tuple[PersonSummary, PlanSummary]]:
        """Return those of established_between that have not been printed yet (S15)."""
        return _by_unit(self._with_person(self._plan_lists.not_printed(first, last)))

    @needs(Permission.READ)
    def plans_by_check_code(self, text: str) -> list[tuple[PersonSummary, PlanSummary]]:
        """Return the established plans that a typed or scanned check code may belong to.

        None when the unit has no such plan; several only when their short
        codes happen to be the same. The status tells whether it is in force.
        Whether the text is still the established one, `plan` tells.

        Raises:
            CodeError: when *text* is no check code, with a sentence for the user.
        """
        return self._with_person(self._plan_lists.with_code(read_code(text)))

    @needs(Permission.WRITE, of=Subject.PLAN)
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
            is_told = is_new or self._access.is_due("plan.written", plan.id)
            if is_told:
                self._audit.add(self._by, "plan.begun" if is_new else "plan.written", plan.id)
        self._points.saved(plan.id)
        if is_told:
            self._access.was_noted("plan.written", plan.id)
        return saved

    @needs(Permission.READ, of=Subject.PLAN)
    def place(self, plan_id: str) -> Place:
        """Return where the writer of the plan was when it was last saved."""
        return self._drafts.place(plan_id)

    @needs(Permission.READ, of=Subject.PLAN, reads="plan")
    def restore_points(self, plan_id: str) -> list[RestorePoint]:
        """Return the earlier states that were kept of a draft, latest first."""
        with self._reading():
            return self._points.all_of(plan_id)

    @needs(Permission.WRITE, of=Subject.PLAN)
    def keep_point(self, plan_id: str) -> None:
        """Keep the stored state of the draft as a restore point, before it becomes another."""
        with self._connection.writing():
            self._points.keep_present(plan_id)

    @needs(Permission.WRITE, of=Subject.PLAN)
    def remove_draft(self, plan_id: str) -> None:
        """Lay the draft in the bin (S77); PlanLocked when it has been established."""
        with self._connection.writing():
            self._drafts.remove(plan_id, self._by)
            self._audit.add(self._by, "plan.removed", plan_id)

    @needs(Permission.ESTABLISH, of=Subject.PLAN)
    def establish(
        self, plan: Plan, version: int, establishment: Establishment, pdf: bytes
    ) -> PlanRecord:
        """Write-protect the draft that had *version*, for ever, with its paper (S11-S12).

        The plans that it follows stop being in force in the same moment and
        get their date of follow-up (S39-S40, S83). So does one that it corrects,
        which was not followed up by that (F26).

        Raises:
            ValueError: when the checksum is not that of the plan.
            PlanChangedElsewhere, PlanLocked, RecordMissing, CorrectionOvertaken: nothing
                has changed.
        """
        if establishment.checksum != documents.checksum(plan):
            raise ValueError("the checksum is not that of the plan")
        with self._connection.writing():
            self._drafts.save(plan, version, Place())
            wrong = self._corrections.wrong_plan(plan.id)
            for former in self._plans.in_force_before(plan, wrong):
                is_wrong = former == wrong
                self._plans.supersede(former, None if is_wrong else plan.closing.followed_up_on)
                action = "plan.corrected" if is_wrong else "plan.superseded"
                self._audit.add(self._by, action, former, plan.id)
            self._plans.lock(plan.id, establishment, pdf)
            self._audit.add(self._by, "plan.established", plan.id, establishment.checksum)
        self._points.saved(plan.id)
        with self._reading():
            return self._plans.get(plan.id)

    @open_to_all
    def checksum(self, plan: Plan) -> str:
        """Return the SHA-256 of the plan's canonical text, which establish() demands."""
        return documents.checksum(plan)

    @needs(Permission.READ, of=Subject.PLAN, reads="plan")
    def document(self, plan_id: str) -> str:
        """Return the established plan as the canonical text that its checksum is of.

        It is the text as it was written then, which a later program might
        write otherwise. RecordMissing when the plan is not established.
        """
        with self._reading():
            return self._plans.document(plan_id)

    @needs(Permission.READ, of=Subject.PLAN, reads="plan")
    def pdf(self, plan_id: str) -> bytes:
        """Return the paper that was made when the plan was established (S15)."""
        return self._plans.pdf(plan_id)

    @needs(Permission.READ, of=Subject.PLAN)
    def aftercare(self, plan_id: str) -> Aftercare:
        """Return what has been done with the plan since it was established."""
        return self._aftercares.get(plan_id)

    @needs(Permission.WRITE, of=Subject.PLAN)
    def note_aftercare(self, plan_id: str, aftercare: Aftercare) -> None:
        """Keep *aftercare* as what has been done with the plan."""
        with self._connection.writing():
            self._aftercares.note(plan_id, aftercare, self._by)
            self._audit.add(self._by, "aftercare.noted", plan_id)

    @needs(Permission.READ, of=Subject.PERSON)
    def tasks(self, person_id: str) -> list[Task]:
        """Return the person's tasks, open ones first, each kind newest first (F36, S69)."""
        with self._reading():
            return self._tasks.of_person(person_id)

    @needs(Permission.READ)
    def open_tasks(self) -> list[tuple[PersonSummary, Task]]:
        """Return what is left to do for the unit's persons, oldest first."""
        with self._reading():
            tasks = self._tasks.still_open()
        people = self._people.summaries([task.person_id for task in tasks])
        return [(people[task.person_id], task) for task in tasks if task.person_id in people]

    @needs(Permission.WRITE, of=Subject.PERSON)
    def add_task(self, task: Task) -> None:
        """Add a task about a person who is in the unit; its text never changes."""
        with self._connection.writing():
            self._tasks.add(task)
            self._audit.add(self._by, "task.added", task.id)

    @needs(Permission.WRITE, of=Subject.TASK)
    def tick_task(self, task_id: str, at: datetime) -> Task:
        """Note that the task is done, unless it is already; RecordMissing without it."""
        with self._reading(), self._connection.writing():
            if self._tasks.tick(task_id, at, self._by):
                self._audit.add(self._by, "task.ticked", task_id)
            return self._tasks.get(task_id)

    @needs(Permission.WRITE, of=Subject.TASK)
    def untick_task(self, task_id: str) -> Task:
        """Open the task again, unless it is open; RecordMissing without it."""
        with self._reading(), self._connection.writing():
            if self._tasks.untick(task_id):
                self._audit.add(self._by, "task.unticked", task_id)
            return self._tasks.get(task_id)

    @open_to_all
    def own_words(self) -> list[str]:
        """Return the words that the unit has taught the spelling, in Swedish order."""
        return self._own_words.all()

    @needs(Permission.WRITE)
    def add_word(self, word: str) -> None:
        """Teach the spelling a word; ValueError when it is not one of at most 64 signs."""
        with self._connection.writing():
            if number := self._own_words.add(word):
                self._audit.add(self._by, "word.added", number)

    @needs(Permission.WRITE)
    def remove_word(self, word: str) -> None:
        """Let the spelling forget a word, if it was taught it; ValueError as add_word."""
        with self._connection.writing():
            if number := self._own_words.remove(word):
                self._audit.add(self._by, "word.removed", number)

    @open_to_all
    def keep_method(self, version: str, document: str) -> None:
        """Keep the method that plans are made under; the first one kept of a version stays."""
        with self._connection.writing():
            self._methods.keep(version, document)

    @open_to_all
    def method_document(self, version: str) -> str | None:
        """Return the method that was kept under *version*, or None."""
        return self._methods.document(version)

    @needs(Permission.READ_LOGS)
    def audit(self, after: int = 0, limit: int = 1000) -> list[AuditEntry]:
        """Return at most *limit* entries of the log after number *after*, oldest first."""
        return self._audit.entries(after, limit)

    @needs(Permission.READ_LOGS)
    def verify_audit(self) -> AuditHead:
        """Return the end of the log; DatabaseDamaged when an entry was altered."""
        return self._audit.verify()

    @open_to_all
    def keep_reserve(self) -> None:
        """Set room aside on the disk, which a save gets when the disk is full."""
        reserve.keep(self._connection.path.parent)

    @open_to_all
    def close(self) -> None:
        """Let go of the file; doing so twice is harmless."""
        self._access.write_waiting()
        self._connection.close()

    @property
    def _by(self) -> str:
        return self._access.actor.name

    def _read_unit(self) -> Unit:
        row = self._connection.row("SELECT name, coordinator, practice FROM unit")
        if row is None:
            raise DatabaseDamaged(self._connection.path, "uppgifterna om enheten saknas")
        return Unit(row["name"], row["coordinator"], bool(row["practice"]))

    def _with_person(self, plans: list[PlanSummary]) -> list[tuple[PersonSummary, PlanSummary]]:
        people = self._people.summaries([plan.person_id for plan in plans])
        # Those of others are out of the user's sight.
        return [(people[plan.person_id], plan) for plan in plans if plan.person_id in people]

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
