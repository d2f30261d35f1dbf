"""The way into the real unit: set up with its first user, opened by logging in (S27)."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from gplan_desktop.backup.places import Fitness, Probe, Verdict, for_backups, for_unit
from gplan_desktop.domain.labelled import Labelled
from gplan_desktop.domain.log_entry import RECOVERER, UNKNOWN_USER, ClockSetBack, Noted
from gplan_desktop.domain.overview import Unit
from gplan_desktop.domain.user import UserRole, with_role
from gplan_desktop.errors import (
    DatabaseDamaged,
    FolderReadOnly,
    StorageFailed,
    StorageFull,
    WorldError,
)
from gplan_desktop.method.load import built_in
from gplan_desktop.method.model import Method
from gplan_desktop.method.role_data import role_data
from gplan_desktop.paths import DataFolders
from gplan_desktop.store import driver
from gplan_desktop.store.faults import from_system
from gplan_desktop.store.files import flush_folder
from gplan_desktop.store.keys import unit_key
from gplan_desktop.store.store import Store, create, open_store
from gplan_desktop.vault import vault
from gplan_desktop.vault.machine import MACHINE, Machine
from gplan_desktop.vault.recovery_code import RecoveryCode
from gplan_desktop.vault.unlocked import Unlocked
from gplan_desktop.vault.users import NewUser
from gplan_desktop.vault.vault import Vault

# Whom a failed log-in is told of when the unit has no such user; never what was typed.
_UNKNOWN = {"login": UNKNOWN_USER, "recovery": RECOVERER}
# Who sets the unit up manages it: users, log and gallring.
MANAGER = "chef"


class FolderUnfit(WorldError):
    """The unit's folder lies where the database would be destroyed."""

    def __init__(self, folder: Path, verdict: Verdict) -> None:
        super().__init__(
            verdict.reason,
            "Inget har ändrats.",
            f"Mappen är {folder}. Be IT flytta den till datorns egen disk.",
        )


class EntranceState(Labelled):
    """How the real unit on this computer is opened."""

    NONE = "none", "Ingen enhet"
    OPEN = "open", "Utan inloggning"
    LOGIN = "login", "Med inloggning"


@dataclass(frozen=True)
class NewUnit:
    """What a unit is made of."""

    unit: str
    name: str
    login: str
    passphrase: str = field(repr=False)

    @property
    def manager(self) -> NewUser:
        """The first user."""
        return NewUser(self.login, self.name, MANAGER, self.passphrase)


@dataclass(frozen=True)
class Entered:
    """A unit that somebody has come into: its store, and what else the log-in opened.

    *log_fault* is what is wrong with the end of the log, which does not keep anyone
    from reading what the care depends on (F67); nor does a clock that was set back.
    *not_remembered* is told when this computer was asked to remember the user, and could not.
    """

    store: Store
    unlocked: Unlocked
    log_fault: DatabaseDamaged | None = None
    set_back: ClockSetBack | None = None
    not_remembered: bool = False


@dataclass(frozen=True)
class Entrance:
    """Where the unit lies, by which clock and method, and what this computer can keep.

    *copy* is an older copy of the file of keys, to come in by when that file is of no use;
    *probe* asks the system what kind of disk the unit lies on.
    """

    folders: DataFolders
    method: Method
    now: Callable[[], datetime]
    machine: Machine = MACHINE
    copy: Path | None = None
    probe: Probe = field(default_factory=Probe)

    @property
    def state(self) -> EntranceState:
        """How the unit is to be opened."""
        folder = self.folders.unit_folder
        if vault.has_vault(folder):
            return EntranceState.LOGIN
        return EntranceState.OPEN if self.folders.has_unit else EntranceState.NONE

    @property
    def warning(self) -> str:
        """What may go wrong where the unit lies, or ""."""
        verdict = self._verdict()
        return verdict.reason if verdict.fitness is Fitness.WARNED else ""

    @property
    def can_remember(self) -> bool:
        """Whether this computer has a safe, so that it may be asked to remember somebody."""
        return self.machine.safe.is_there()

    def remembers(self) -> bool:
        """Whether this computer may let somebody in without a passphrase."""
        return self._vault().remembers

    def prepare(self, new: NewUnit) -> tuple[Unlocked, RecoveryCode]:
        """Make the unit in a folder beside, where nobody takes it for one that is in use.

        Raises:
            FolderUnfit, LoginUnfit, PassphraseWeak, and the errors of the disk.
        """
        self._refuse_unfit()
        self.abandon()
        _, unlocked, code = vault.create(self._arriving, new.manager, self.machine)
        unit = Unit(new.unit, new.name, practice=False)
        store = create(unlocked.database, unlocked.key, unit, now=self.now)
        store.roles.settled(role_data(self.method))
        store.log.note(Noted.USER_ADDED, unlocked.user.id)
        store.users.give(unlocked.user.id, new.name, MANAGER)
        store.close()
        return unlocked, code

    def settle(self) -> None:
        """Put the unit that was prepared in its place, in one move."""
        target = self.folders.unit_folder
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._arriving.rename(target)
            flush_folder(target.parent)
        except OSError as error:
            raise from_system(error, target) from error

    def abandon(self) -> None:
        """Throw away a unit that was prepared and never put in its place."""
        try:
            if self._arriving.exists():
                shutil.rmtree(self._arriving)
        except OSError as error:
            raise from_system(error, self._arriving) from error

    def adopt(self, manager: NewUser) -> tuple[Unlocked, RecoveryCode]:
        """Give a unit without log-in its first user; its store must be closed meanwhile.

        The key that lay in clear beside the database opens nothing afterwards.

        Raises:
            LoginUnfit, PassphraseWeak, and the errors of the disk.
        """
        folder = self.folders.unit_folder
        key = unit_key(folder)
        store = open_store(self.folders.unit_database, key, practice=False, now=self.now)
        store.log.note(Noted.LOGIN_BEGUN)
        store.roles.settled(role_data(self.method))
        store.close()
        _, unlocked, code = vault.adopt(folder, key, manager, self.machine)
        return unlocked.rotate(rekeyed_copy), code

    def log_in(self, login: str, passphrase: str, *, remember: bool = False) -> Entered:
        """Come in as a user; takes about a second.

        Raises:
            WrongPassphrase, TooSoon, and those of open_vault and open_store.
        """
        unlocked = self._vault().unlock(login, passphrase)
        entered = self.open_store(unlocked)
        return replace(entered, not_remembered=remember and not _remember(entered))

    def check(self, login: str, passphrase: str) -> Unlocked:
        """Tell who it is without opening the database, as when the screen was covered.

        Raises:
            WrongPassphrase, TooSoon.
        """
        return self._vault().unlock(login, passphrase)

    def remove_user(self, unlocked: Unlocked, user_id: str) -> Entered:
        """Take a user away and give the database a new key; its store must be closed.

        Raises:
            OwnUser, UserMissing, RotationFailed, RotationUnfinished.
        """
        return self.open_store(unlocked.remove_user(user_id, rekeyed_copy))

    def let_in(self) -> Entered:
        """Come in as the user whom this computer remembers; DeviceForgotten without one."""
        return self.open_store(self._vault().unlock_with_device())

    def recover(self, code: str) -> Entered:
        """Come in with the recovery code, to give somebody a new passphrase.

        Raises:
            RecoveryCodeWrong, TooSoon.
        """
        return self.open_store(self._vault().unlock_with_recovery(code))

    def open_store(self, unlocked: Unlocked) -> Entered:
        """Open the database for the one who has come in; that, and failed tries, are logged."""
        store = open_store(unlocked.database, unlocked.key, practice=False, now=self.now)
        # What a folder says of the roles is in force only when the unit has accepted it.
        settled = store.roles.in_force or store.roles.settled(role_data(built_in()))
        user, roles = unlocked.user, settled.access.roles
        role = store.users.role_of(user.id) or user.role
        role = role if role in roles else _least(roles)
        actor = with_role(user.id, user.name, role, roles)
        store.work_as(replace(actor, recovering=not user.login))
        fault = _log_fault(store)
        _note(store, Noted.LOGGED_IN if user.login else Noted.RECOVERY_CODE_USED)
        note_failed(store, unlocked)
        return Entered(store, unlocked, fault, store.log.clock_set_back())

    def judge_backup_place(self, place: Path) -> Verdict:
        """Tell whether backups may lie at *place*, also while the unit still lies beside."""
        folders = (self.folders.unit_folder, self._arriving)
        verdicts = [for_backups(place, folder, self.probe) for folder in folders]
        return max(verdicts, key=lambda verdict: verdict.fitness)

    def _verdict(self) -> Verdict:
        return for_unit(self.folders.unit_folder, self.probe)

    def _refuse_unfit(self) -> None:
        verdict = self._verdict()
        if verdict.fitness is Fitness.REFUSED:
            raise FolderUnfit(self.folders.unit_folder, verdict)

    def _vault(self) -> Vault:
        self._refuse_unfit()
        if self.copy:
            return vault.open_copy(self.copy, self.machine)
        return vault.open_vault(self.folders.unit_folder, self.machine)

    @property
    def _arriving(self) -> Path:
        return self.folders.arriving_unit


def note_failed(store: Store, unlocked: Unlocked) -> None:
    """Write the log-ins that have failed at this computer in the log, each once (F66)."""
    failed = unlocked.failed_attempts()
    names = {user.id: user.name for user in unlocked.users()}
    for one in failed:
        who = names.get(one.user) or _UNKNOWN[one.way]
        if not _note(store, Noted.FAILED_LOGIN, one.at.isoformat(), who):
            return
    if failed:
        unlocked.forget_attempts(failed)


def _note(store: Store, noted: Noted, detail: str = "", user: str = "") -> bool:
    """Write in the log; a disk that refuses keeps nobody from coming in."""
    try:
        store.log.note(noted, detail, user=user)
    except (StorageFull, StorageFailed, FolderReadOnly):
        return False
    return True


def _remember(entered: Entered) -> bool:
    """Let this computer remember who came in, which stands in the log first; False if it cannot.

    Nobody is kept from the care by it: to come in once more takes only the passphrase.
    """
    unlocked, store = entered.unlocked, entered.store
    # The own passphrase that is chosen next would make this computer forget it again.
    if unlocked.user.temporary or not unlocked.can_remember:
        return False
    if not _note(store, Noted.COMPUTER_REMEMBERED, unlocked.user.id):
        return False
    try:
        return unlocked.remember()
    except WorldError:
        return False


def _log_fault(store: Store) -> DatabaseDamaged | None:
    """Look through the end of the log, as at every start; return what is wrong with it."""
    try:
        store.log.verify_recent()
    except DatabaseDamaged as damaged:
        return damaged
    return None


def rekeyed_copy(old: bytes, new: bytes, old_file: Path, new_file: Path) -> None:
    """Copy the database of a unit under a new key, and verify the copy."""
    database = driver.open_file(old_file, old)
    try:
        driver.copy_file(database, new_file, new)
    finally:
        database.close()
    copy = driver.open_copy(new_file, new)
    try:
        driver.refuse_damaged(copy, new_file)
    finally:
        copy.close()


def _least(roles: Mapping[str, UserRole]) -> str:
    """Return the role that may least: what a user gets whose own role is no longer there."""
    return min(roles, key=lambda role: len(roles[role].may))
