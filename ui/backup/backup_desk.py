"""Makes the backups of the unit that is open: today's by itself, others when asked for."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from gplan_desktop.backup.anchor import check_anchor, numbers
from gplan_desktop.backup.faults import BackupFailed
from gplan_desktop.backup.finding import (
    Changes,
    Inspected,
    backups_of,
    changes,
    inspect,
    verified_again,
)
from gplan_desktop.backup.kept import Backup, Reason
from gplan_desktop.backup.making import (
    BackupRun,
    Order,
    Tell,
    keep_before_migration,
    say_nothing,
)
from gplan_desktop.backup.places import Fitness, Probe, Verdict, for_backups
from gplan_desktop.backup.restoring import take_failed
from gplan_desktop.backup.status import Status, is_due, status
from gplan_desktop.domain.log_entry import Noted
from gplan_desktop.errors import WorldError
from gplan_desktop.settings import Settings
from gplan_desktop.store.copies import Chain
from ui.background import Background
from ui.errors import show_error
from ui.office import Office
from ui.progress_window import Stopped

# Who it was stands in the log where it was begun, when somebody was in the unit then.
_NOBODY = "Okänd användare"
_LOOK_EVERY_MS = 10 * 60 * 1000
Failed = Callable[[Exception], None]
T = TypeVar("T")


@dataclass(frozen=True)
class BackupMemory:
    """The program's settings, where the backups are remembered too."""

    settings: Callable[[], Settings]
    keep: Callable[[Settings], None]


class BackupDesk(QObject):
    """All that is done with backups, off the window's thread; belongs to the opened unit.

    The unit is copied by the store's thread, and read back by a thread of the desk's own, so
    that the work goes on meanwhile.

    Signals:
        changed: a backup was made, failed or begun, or another place was chosen.
        chosen: the verdict on a place that was to be used from now on.
    """

    changed = Signal()
    chosen = Signal(object)

    def __init__(self, office: Office, memory: BackupMemory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office, self._memory = office, memory
        self.contradicted: list[Backup] = []
        self.unseen = ""
        self.is_running = False
        self._is_stopping = self._has_thread = False
        self._worker = Background(self)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_EVERY_MS)
        self._clock.timeout.connect(self.make_if_due)

    @property
    def place(self) -> Path | None:
        """Where the backups are made, if that has been chosen."""
        chosen = self._memory.settings().backup_place
        return Path(chosen) if chosen else None

    @property
    def status(self) -> Status:
        """How it is with the backups."""
        return status(self._memory.settings(), self.office.now())

    def start(self) -> None:
        """Begin the day: set the reserve aside, compare with the backups, make today's."""
        self.office.database.run(self.office.store.keep_reserve, lambda _: None, show_error)
        self._compare()
        self._note_failed_restorings()
        self._keep_before_migration()
        self.make_if_due()
        self._clock.start()

    def stop(self) -> None:
        """Stop what is being made, and let go of the thread; doing so twice is harmless."""
        self._is_stopping = True
        self._clock.stop()
        self._worker.stop()

    def make_if_due(self) -> None:
        """Make today's backup, unless it is made."""
        if is_due(self._memory.settings(), self.office.now()):
            self.make(Reason.DAILY)

    def make(
        self,
        reason: Reason = Reason.ASKED,
        tell: Tell = say_nothing,
        failed: Failed = lambda _: None,
    ) -> None:
        """Make a backup, unless one is being made; *failed* is told why there is none."""
        if self.is_running or self._is_stopping or self.place is None:
            return
        store, database = self.office.store, self.office.database
        order = Order(self.place, reason, self.office.now())
        run = BackupRun(store.copies, order, self._stoppable(tell))

        def on_failed(error: Exception) -> None:
            self._on_failed(error, order)
            failed(error)

        def on_copied(_: None) -> None:
            if self._is_stopping:
                run.abandon()
            self._aside(run.finish, self._on_made, on_failed)

        self._set_running(True)
        database.run(run.copy, on_copied, on_failed)

    def choose(self, place: Path) -> None:
        """Make the backups at *place* from now on, unless it is refused."""
        folder = self.office.store.copies.path.parent

        def judged(verdict: Verdict) -> None:
            if verdict.fitness is not Fitness.REFUSED:
                former = self._memory.settings()
                if former.backup_place != str(place):
                    self._memory.keep(replace(_forgotten(former), backup_place=str(place)))
                self.changed.emit()
            self.chosen.emit(verdict)

        # A share that does not answer keeps the asker waiting.
        self._aside(lambda: for_backups(place, folder, Probe()), judged, show_error)

    def judge(self, told: Callable[[Verdict], None]) -> None:
        """Tell whether the place that is chosen is fit."""
        place, folder = self.place, self.office.store.copies.path.parent
        if place is not None:
            self._aside(lambda: for_backups(place, folder, Probe()), told, show_error)

    def backups(self, done: Callable[[list[Backup]], None], failed: Failed) -> None:
        """Find the backups of this unit, newest first; BackupFailed when they cannot be seen."""
        place = self.place
        if place is None:
            done([])
            return
        copies = self.office.store.copies

        def found(identity: str) -> None:
            self._aside(lambda: backups_of(place, identity), done, failed)

        self.office.database.newest("identity", lambda: copies.contents().identity, found, failed)

    def verify(self, backup: Backup, done: Callable[[Backup], None], failed: Failed) -> None:
        """Read *backup* again, whole, and note how it is."""
        now = self.office.now()
        self._with_key(
            lambda key: self._aside(lambda: verified_again(backup, key, now), done, failed),
            failed,
        )

    def inspect(
        self,
        backup: Backup,
        done: Callable[[tuple[Inspected, Changes, bytes]], None],
        failed: Failed,
    ) -> None:
        """Read *backup*, and tell what it holds, what would change, and the key it has."""
        copies = self.office.store.copies

        def read(key: bytes) -> None:
            def compare(found: Inspected) -> None:
                self.office.database.run(
                    lambda: (found, changes(copies.holdings(), found.holdings), key), done, failed
                )

            self._aside(lambda: inspect(backup, key), compare, failed)

        self._with_key(read, failed)

    def note_restoring(self, backup: Backup) -> None:
        """Note in the log, while the unit is open, that *backup* is to take its place."""
        self._note(Noted.RESTORE_BEGUN, backup.path.stem)

    def _note(self, noted: Noted, detail: str) -> None:
        """Note in the log what was done with a backup; a disk that refuses it is told of so."""
        store = self.office.store
        self.office.database.run(
            lambda: store.log.note(noted, detail), lambda _: None, _unless_told
        )

    def _note_failed_restorings(self) -> None:
        """Note in the log what could not be noted while the unit was closed."""
        store = self.office.store

        def note() -> None:
            for name in take_failed(store.copies.path.parent):
                store.log.note(Noted.RESTORE_FAILED, name, user=_NOBODY)

        self.office.database.run(note, lambda _: None, _unless_told)

    def _aside(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        """Do *work* on the desk's own thread, unless the unit is being left."""
        if self._is_stopping:
            return
        if not self._has_thread:
            self._has_thread = True
            self._worker.start()
        self._worker.run(work, done, failed)

    def _with_key(self, then: Callable[[bytes], None], failed: Failed) -> None:
        self.office.database.run(self.office.store.copies.key, then, failed)

    def _keep_before_migration(self) -> None:
        """Let the copy that a migration put beside the unit be a backup as well."""
        place, copies, now = self.place, self.office.store.copies, self.office.now()
        if place is not None:
            self._aside(
                lambda: keep_before_migration(copies, place, now), self._on_kept, self._on_not_kept
            )

    def _on_kept(self, backups: list[Backup]) -> None:
        for _ in backups:
            self._note(Noted.BACKED_UP, Reason.MIGRATION.value)

    def _on_not_kept(self, error: Exception) -> None:
        self._note_failure(error, Reason.MIGRATION)
        _unless_told(error)

    def _note_failure(self, error: Exception, reason: Reason) -> None:
        """Note in the log that there is no backup, with the cause where it is in our own words."""
        if isinstance(error, Stopped):
            if not self._is_stopping:
                self._note(Noted.BACKUP_STOPPED, reason.value)
        else:
            cause = f" {error.why}" if isinstance(error, BackupFailed) else ""
            self._note(Noted.BACKUP_FAILED, f"{reason.value}{cause}")

    def _compare(self) -> None:
        """See whether the unit is a continuation of its backups (anchor)."""
        copies = self.office.store.copies

        def ask(backups: list[Backup]) -> None:
            self.office.database.run(
                lambda: copies.chain(numbers(backups)),
                lambda chain: self._on_compared(chain, backups),
                show_error,
            )

        self.backups(ask, self._on_unseen)

    def _on_unseen(self, error: Exception) -> None:
        """Remember why the backups cannot be read: one that nobody can reach is of no help."""
        if isinstance(error, BackupFailed):
            self.unseen = error.why
            self.changed.emit()
        else:
            _unless_told(error)

    def _on_compared(self, chain: Chain, backups: list[Backup]) -> None:
        self.contradicted = check_anchor(chain, backups)
        if self.contradicted:
            self.changed.emit()

    def _stoppable(self, tell: Tell) -> Tell:
        database = self.office.database

        def told(text: str, done: int, whole: int) -> None:
            if self._is_stopping:
                raise Stopped
            tell(text, done, whole)
            if 0 < done < whole:
                # A large unit is copied for long; what is written meanwhile gets into the copy.
                database.breathe()

        return told

    def _on_made(self, backup: Backup) -> None:
        self.unseen = ""
        former = _forgotten(self._memory.settings())
        self._memory.keep(replace(former, backup_last=backup.made_at.isoformat()))
        self._note(Noted.BACKED_UP, (backup.reason or Reason.ASKED).value)
        self._set_running(False)

    def _on_failed(self, error: Exception, order: Order) -> None:
        """Remember why; what the user stopped, or the program at its end, is no failure."""
        self._note_failure(error, order.reason)
        if isinstance(error, WorldError):
            why = error.why if isinstance(error, BackupFailed) else error.happened
            at = order.at.isoformat()
            self._memory.keep(replace(self._memory.settings(), backup_failed=at, backup_why=why))
        elif not isinstance(error, Stopped):
            show_error(error)
        self._set_running(False)

    def _set_running(self, is_running: bool) -> None:
        self.is_running = is_running
        self.changed.emit()


def _unless_told(error: Exception) -> None:
    """Tell of a bug; a place that cannot be reached is told of when today's backup is made."""
    if not isinstance(error, WorldError):
        show_error(error)


def _forgotten(settings: Settings) -> Settings:
    """Return *settings* without what went well or wrong before."""
    return replace(settings, backup_last="", backup_failed="", backup_why="")
