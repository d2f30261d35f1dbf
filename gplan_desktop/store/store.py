"""The store: everything a unit has written, behind one narrow interface."""

from dataclasses import replace
from pathlib import Path

from gplan_desktop.domain.log_entry import Listed
from gplan_desktop.domain.overview import PersonSummary, Place, PlanSummary, Unit
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import Establishment, Plan, PlanRecord
from gplan_desktop.domain.user import Actor, Permission, Whose, only_user
from gplan_desktop.errors import DatabaseDamaged
from gplan_desktop.store import documents, files, moments, reserve
from gplan_desktop.store.access import Access, Part, Subject
from gplan_desktop.store.aftercares import Aftercares
from gplan_desktop.store.assignments import Assignments
from gplan_desktop.store.audit import Audit, AuditEntry, AuditHead
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.connection import Connection
from gplan_desktop.store.copies import Copies
from gplan_desktop.store.corrections import CorrectionRegister, Corrections
from gplan_desktop.store.drafts import Drafts
from gplan_desktop.store.guard import needs, open_to_all
from gplan_desktop.store.imports import Imports
from gplan_desktop.store.journal import JournalRegister
from gplan_desktop.store.kept_drafts import Bin, DraftWriters
from gplan_desktop.store.log import LogBook
from gplan_desktop.store.methods import Methods
from gplan_desktop.store.own_persons import OwnPersonsRegister
from gplan_desktop.store.own_words import OwnWords
from gplan_desktop.store.people import People, PersonBefore, ProviderSummary
from gplan_desktop.store.plan_list_register import PlanListRegister
from gplan_desktop.store.plan_lists import PlanLists
from gplan_desktop.store.plans import Plans
from gplan_desktop.store.prints import PrintRegister
from gplan_desktop.store.restore_points import RestorePoint, RestorePoints
from gplan_desktop.store.retention import RetentionRegister
from gplan_desktop.store.role_data import RoleRegister
from gplan_desktop.store.support import SupportRegister
from gplan_desktop.store.tabs import TabsRegister
from gplan_desktop.store.tasks import Tasks
from gplan_desktop.store.to_do import ToDoFacts
from gplan_desktop.store.transfers import TransferRegister
from gplan_desktop.store.users import UserRegister
from gplan_desktop.store.visit_plans import VisitPlanRegister
from gplan_desktop.store.whole_person import WholePerson


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

    Persons and the writing of plans are here. All else is in parts that write in
    transactions of their own, such as `assignments`, `tasks`, `tabs` and `journal`.
    """

    def __init__(self, connection: Connection, now: moments.Clock, key: bytes) -> None:
        self._connection = connection
        self.unit = self._read_unit()
        self._audit = Audit(connection, now)
        self._access = Access(connection, self._audit, only_user(self.unit.coordinator), now)
        self._plan_lists = PlanLists(connection)
        self._people = People(connection, self._plan_lists, self._access, now)
        self._plans = Plans(connection)
        self._books = books = Bookkeeping(connection, self._audit, now, self._access)
        self.assignments = Assignments(books)
        self.plan_lists = PlanListRegister(books, self._people, self._plan_lists)
        self.aftercares = Aftercares(books)
        self.tasks = Tasks(books, self._people)
        self.words = OwnWords(books)
        self.methods = Methods(books)
        self.prints = PrintRegister(books, self._people)
        self.tabs = TabsRegister(books)
        self.visit_plans = VisitPlanRegister(books, self._people)
        self.journal = JournalRegister(books)
        self.log = LogBook(books)
        self.own_persons = OwnPersonsRegister(books)
        self.roles = RoleRegister(books)
        self.users = UserRegister(books)
        self.transfers = TransferRegister(books)
        self.copies = Copies(books, key)
        self.imports = Imports(books, self._people)
        self.bin = Bin(books, self._people)
        self.writers = DraftWriters(books)
        self.retention = RetentionRegister(books)
        self.whole_person = WholePerson(books)
        self.support = SupportRegister(books, self._people)
        self.to_do = ToDoFacts(books, self._people, self.prints, self.visit_plans)
        self._points = RestorePoints(connection)
        self._drafts = Drafts(connection, self._points, now)
        self._corrections = Corrections(connection)
        self.corrections = CorrectionRegister(books, self._drafts)

    @property
    def access(self) -> Access:
        """Who works here, and what that user may do."""
        return self._access

    @open_to_all
    def work_as(self, actor: Actor) -> None:
        """Let *actor* work from here on: who has logged in, or taken over at the screen (F68).

        What the roles in force in the unit do not give, nobody has (F64).
        """
        self._access.hand_over(self.own_persons.given_to(self.roles.given_to(actor)))
        self.unit = replace(self.unit, coordinator=actor.name)

    @open_to_all
    def find_other(self, number: str) -> str | None:
        """Return the id of who has the whole personal *number*, also one who is out of sight.

        Raises:
            NotOwnPerson: the user may never open others.
        """
        self._access.demand_opening()
        found = self._people.with_number(number)
        if found:
            self._access.note("person.sought", found)
        return found

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

    @needs(Permission.READ, reads=Listed.PEOPLE, provider=Part.PERSON)
    def people(self, text: str = "", limit: int = 200) -> list[PersonSummary]:
        """Return the first *limit* persons whose name or number has words that begin so."""
        return self._people.find(text, limit)

    @needs(Permission.READ, provider=Part.PERSON)
    def providers(self) -> list[ProviderSummary]:
        """Return the external providers with how many persons each supports (S131)."""
        return self._people.providers()

    @needs(Permission.READ, reads=Listed.PEOPLE, provider=Part.PERSON)
    def people_of_provider(self, name: str) -> list[PersonSummary]:
        """Return the persons whom the external provider *name* supports, in Swedish order."""
        return self._people.of_provider(name)

    @needs(Permission.READ, of=Subject.PERSON, reads="person", provider=Part.PERSON)
    def person(self, person_id: str) -> Person:
        """Return the person; RecordMissing when there is none.

        To an external provider it is not told where one with a protected identity lives.
        """
        with self._books.reading():
            person = self._people.get(person_id)
        if person.protected_identity and self._access.actor.whose is Whose.PROVIDER:
            return replace(person, address="", phone="")
        return person

    @needs(Permission.WRITE)
    def add_person(self, person: Person) -> None:
        """Add the person.

        Raises:
            PersonExists: the number is known in the unit.
            NotOwnUnit: the user does not work in the person's unit.
        """
        self._access.demand_units([person.unit])
        with self._connection.writing():
            self._people.add(person)
            self._books.log("person.added", person.id)

    @needs(Permission.WRITE, of=Subject.PERSON)
    def change_person(self, person: Person) -> None:
        """Correct the person that has the same id; what stood there before is kept.

        Raises:
            PersonExists: another person has the number.
            RecordMissing.
        """
        with self._connection.writing():
            # That the support has ended is told by `support` alone.
            ended = self._people.get(person.id).support_end
            if self._people.change(replace(person, support_end=ended), self._books.by):
                self._books.log("person.changed", person.id)

    @needs(Permission.READ, of=Subject.PERSON, reads="person", provider=list)
    def person_history(self, person_id: str) -> list[PersonBefore]:
        """Return what stood about the person before each correction, newest first."""
        with self._books.reading():
            return self._people.history(person_id)

    @needs(Permission.READ, of=Subject.PERSON, reads="person", provider=Part.PERSON)
    def plans(self, person_id: str) -> list[PlanSummary]:
        """Return the person's plans, newest first, without drafts taken away (S82)."""
        return self._access.plans_shown(self._plan_lists.of_person(person_id))

    @needs(Permission.READ, of=Subject.PLAN, reads="plan", provider=Part.PLANS)
    def plan(self, plan_id: str) -> PlanRecord:
        """Return the plan and where it stands; RecordMissing when there is none.

        Reading a draft counts as opening it: its state is kept as a restore
        point when it is next saved.
        """
        with self._books.reading():
            record = self._plans.get(plan_id)
        if not record.is_locked:
            self._points.opened(plan_id)
        return record

    @needs(Permission.READ, of=Subject.PLAN, reads="plan", provider=list)
    def former_plans(self, plan_id: str) -> list[PlanRecord]:
        """Return the plans that the plan follows up, nearest first, at most twelve (F32)."""
        with self._books.reading():
            return self._plans.former(plan_id)

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
                self._books.log("plan.begun" if is_new else "plan.written", plan.id)
        self._points.saved(plan.id)
        if is_told:
            self._access.was_noted("plan.written", plan.id)
        return saved

    @needs(Permission.READ, of=Subject.PLAN, provider=Part.PLANS)
    def place(self, plan_id: str) -> Place:
        """Return where the writer of the plan was when it was last saved."""
        return self._drafts.place(plan_id)

    @needs(Permission.READ, of=Subject.PLAN, reads="plan", provider=list)
    def restore_points(self, plan_id: str) -> list[RestorePoint]:
        """Return the earlier states that were kept of a draft, latest first."""
        with self._books.reading():
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
            self._drafts.remove(plan_id, self._books.by)
            self._books.log("plan.removed", plan_id)

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
                self._books.log(action, former, plan.id)
            self._plans.lock(plan.id, establishment, pdf)
            self._books.log("plan.established", plan.id, establishment.checksum)
        self._points.saved(plan.id)
        with self._books.reading():
            return self._plans.get(plan.id)

    @open_to_all
    def checksum(self, plan: Plan) -> str:
        """Return the SHA-256 of the plan's canonical text, which establish() demands."""
        return documents.checksum(plan)

    @needs(Permission.READ, of=Subject.PLAN, reads="plan", provider=Part.PLANS)
    def document(self, plan_id: str) -> str:
        """Return the established plan as the canonical text that its checksum is of.

        It is the text as it was written then, which a later program might
        write otherwise. RecordMissing when the plan is not established.
        """
        with self._books.reading():
            return self._plans.document(plan_id)

    @needs(Permission.READ, of=Subject.PLAN, reads="plan", provider=Part.PLANS)
    def pdf(self, plan_id: str) -> bytes:
        """Return the paper that was made when the plan was established (S15)."""
        return self._plans.pdf(plan_id)

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

    def _read_unit(self) -> Unit:
        row = self._connection.row("SELECT name, coordinator, practice FROM unit")
        if row is None:
            raise DatabaseDamaged(self._connection.path, "uppgifterna om enheten saknas")
        return Unit(row["name"], row["coordinator"], bool(row["practice"]))
