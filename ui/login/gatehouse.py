"""Who is in: coming in, the screen that is covered meanwhile, and the users of the unit."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.log_entry import ClockSetBack, Noted
from gplan_desktop.domain.overview import Unit
from gplan_desktop.domain.user import Permission
from gplan_desktop.entrance import Entered, Entrance, note_failed
from gplan_desktop.errors import WorldError
from gplan_desktop.store.store import Store
from gplan_desktop.vault.recovery_code import RecoveryCode
from gplan_desktop.vault.unlocked import Unlocked
from gplan_desktop.vault.users import VaultUser
from ui.background import Background
from ui.errors import show_error, tell
from ui.login.code_paper import CodePaper
from ui.login.cover import Cover
from ui.login.door_ways import DoorwayWays
from ui.login.doorway import Doorway, LockWays
from ui.login.idle_guard import IdleGuard
from ui.login.login_view import LoginView
from ui.login.users_view import UsersView, UsersWays
from ui.main_window import MainWindow
from ui.theme import Theme

_PLACE_SAFE = "Enheten är öppen och allt är kvar."
_PLACE_TODO = "Be IT om hjälp att flytta mappen. Stäng Gplan först."
_LOG_SAFE = "Individernas uppgifter går att läsa och skriva som vanligt."
_LOG_TODO = "Säg till enhetschefen. Hela loggen kontrolleras under Mer, Loggkontroll."
_NO_OWN = (
    "Du är utloggad. Logga in igen och välj en egen lösenfras: den du fick går bara att byta, inte "
    "att arbeta med."
)
_NOT_REMEMBERED = (
    "Datorn kunde inte komma ihåg dig.",
    "Du är inloggad som vanligt.",
    "Skriv lösenfrasen nästa gång också. Be IT om hjälp om det händer igen.",
)
_NOT_REMEMBERED_YET = (
    "Datorn kommer inte ihåg dig än.",
    "Du är inloggad som vanligt.",
    "Välj en egen lösenfras först, och kryssa i rutan nästa gång du loggar in.",
)
_CLOCK_TODO = (
    "Kontrollera datorns klocka och säg till enhetschefen. Händelserna syns under Mer, "
    "Loggkontroll, bland det ovanliga."
)


class Program(Protocol):
    """What the gatehouse asks of the program around it."""

    def entrance(self) -> Entrance:
        """Return the way into the unit, by the method as it is now."""

    def enter(self, store: Store) -> None:
        """Go to work in an opened unit."""

    def close_store(self) -> None:
        """Let go of the database."""

    def open_unit(self) -> None:
        """Open the unit from the beginning, as at the start."""

    def practise(self) -> None:
        """Go to the invented persons."""

    def rescue(self, error: WorldError) -> None:
        """Show the backups of a unit that cannot be opened, and why."""


@dataclass(frozen=True)
class Means:
    """What the gatehouse works with: the window, the threads, the look, paper, and when to lock."""

    window: MainWindow
    database: Background
    paper: Background
    theme: Callable[[], Theme]
    code_pdf: Callable[[RecoveryCode, str], bytes]
    lock_minutes: Callable[[], int]


class Gatehouse(QObject):
    """Keeps who has come in, from the log-in to the next one."""

    def __init__(self, program: Program, means: Means) -> None:
        super().__init__(means.window)
        self._program, self._means = program, means
        self.unlocked: Unlocked | None = None
        self._store: Store | None = None
        self._is_locked = self._is_warned = False
        self.idle = IdleGuard(means.lock_minutes(), self)
        self.idle.idle.connect(self.lock)

    def open(self) -> None:
        """Let in whom this computer remembers, or ask who it is."""
        self.doorway().open(asks=self._means.window.settings.left)

    def begin(self, unit: str, name: str) -> None:
        """Set up a new unit, from its name and that of the one at the screen."""
        self.doorway().set_up(unit, name)

    def show_users(self, unit: Unit) -> None:
        """Show who can log in; a *unit* without log-in gets its first user."""
        if self.unlocked is None:
            self.doorway(self._program.open_unit).adopt(unit.name, unit.coordinator)
            return
        window, office = self._means.window, self._means.window.office
        if office is None:
            return
        ways = UsersWays(
            window.show_start,
            self.remove_user,
            lambda code, over: self._show_code(code, unit.name, over),
        )
        view = UsersView(self.unlocked, office, ways)
        window.show_beside(view)
        view.refresh()
        view.focus_first()

    def remove_user(self, user: VaultUser) -> None:
        """Take a user away, which gives the database another key."""
        unlocked, entrance, store = self.unlocked, self._program.entrance(), self._store
        if unlocked is None or store is None:
            return

        def begin() -> None:
            store.access.demand(Permission.MANAGE_USERS)
            # Before the vault is written: an end in between must not leave it unseen.
            store.log.note(Noted.REMOVAL_BEGUN, user.id)

        try:
            self._means.database.call(begin)
        except WorldError as error:
            show_error(error)
            return
        self._program.close_store()
        self._means.database.run(
            lambda: entrance.remove_user(unlocked, user.id),
            lambda entered: self._on_user_removed(entered, user),
            self._on_not_come_in,
        )

    def lock(self) -> None:
        """Cover the screen, with everything kept, until somebody comes back (F68)."""
        if self.unlocked is None or self._is_locked:
            return
        self._is_locked = True
        self.note(Noted.LOCKED)
        self.idle.rest()
        self._means.window.keep_left(True)
        self._means.window.keep_writing()
        # A code or a text of somebody's may lie there.
        QApplication.clipboard().clear()
        ways = LockWays(self._on_unlocked, self._on_taken_over)
        self.doorway().lock(self.unlocked, self._means.window.all, ways)

    def note(self, noted: Noted, detail: str = "") -> None:
        """Write in the log what was done around the unit's records (F66)."""
        store = self._store
        if store is not None:
            self._means.database.run(lambda: store.log.note(noted, detail), _nothing, show_error)

    def log_out(self) -> None:
        """Note that the one who is in goes: the unit is about to be closed."""
        if self.unlocked is not None:
            self.note(Noted.LOGGED_OUT)

    def leave(self) -> None:
        """Forget who was in: the unit has been closed."""
        self.unlocked = self._store = None
        self.idle.rest()

    def doorway(self, turn_back: Callable[[], None] | None = None) -> Doorway:
        """Return the way in; *turn_back* is where one goes from a unit that is not set up."""
        window = self._means.window
        ways = DoorwayWays(
            theme=self._means.theme,
            show=window.show_view,
            entered=self._come_in,
            practise=self._program.practise,
            show_code=self._show_code,
            keep_place=window.keep_backup_place,
            turn_back=turn_back or window.show_first,
            close_unit=self._program.close_store,
            rescue=self._program.rescue,
            waiting=self._waiting,
        )
        return Doorway(self._program.entrance(), self._means.database, ways)

    def _waiting(self) -> LoginView | None:
        """Return the log-in that was shown while the program was loaded."""
        view = self._means.window.view
        return view if isinstance(view, LoginView) and view.waits else None

    def _come_in(self, entered: Entered) -> None:
        self._program.enter(entered.store)
        self._means.window.keep_left(False)
        self.unlocked, self._store = entered.unlocked, entered.store
        if entered.log_fault:
            tell(f"Loggen stämmer inte: {entered.log_fault.reason}.", _LOG_SAFE, _LOG_TODO)
        if entered.set_back:
            tell(_set_back(entered.set_back), _LOG_SAFE, _CLOCK_TODO)
        if entered.not_remembered:
            is_given = _is_given(entered.unlocked)
            tell(*(_NOT_REMEMBERED_YET if is_given else _NOT_REMEMBERED))
        self._warn_of_place()
        if _is_given(entered.unlocked) or not entered.unlocked.user.login:
            # Somebody else has chosen the passphrase, or it is forgotten.
            self._make_safe(entered)
        self.idle.watch()

    def _make_safe(self, entered: Entered) -> None:
        """Let who has come in choose an own passphrase, or the manager be given a new one."""
        self.show_users(entered.store.unit)
        view = self._means.window.view
        if not isinstance(view, UsersView):
            return
        if entered.unlocked.user.login:
            view.ask_own_passphrase(self._turn_out)
        else:
            view.tell_recovered()

    def _turn_out(self) -> None:
        """Log out who keeps a passphrase that somebody else knows, and tell why."""
        self._program.close_store()
        self.doorway().ask().show_told(_NO_OWN)

    def _warn_of_place(self) -> None:
        """Tell once what may go wrong where the unit lies."""
        warning = self._program.entrance().warning
        if warning and not self._is_warned:
            tell(warning, _PLACE_SAFE, _PLACE_TODO)
        self._is_warned = True

    def _on_user_removed(self, entered: Entered, user: VaultUser) -> None:
        self._come_in(entered)
        self.note(Noted.USER_REMOVED, user.id)
        self.note(Noted.KEY_CHANGED)
        self.show_users(entered.store.unit)

    def _on_not_come_in(self, error: Exception) -> None:
        """Let the user come in from the beginning: whose key holds is told by the vault."""
        self._program.open_unit()
        show_error(error)

    def _on_unlocked(self) -> None:
        self._is_locked = False
        self._means.window.keep_left(False)
        self.idle.watch()
        self.note(Noted.UNLOCKED)
        store, unlocked = self._store, self.unlocked
        if store is not None and unlocked is not None:
            self._means.database.run(lambda: note_failed(store, unlocked), _nothing, show_error)

    def _on_taken_over(self, unlocked: Unlocked, cover: Cover) -> None:
        """Let another user work, from the list and in the own name."""
        window, entrance = self._means.window, self._program.entrance()
        # While the store is there: a code that was not read back is withdrawn.
        cover.give_up()
        window.finish_writing()
        self._program.close_store()

        def leave_former() -> None:
            # What the one before had on the screen is gone before the cover is.
            window.show_view(QWidget())
            self._is_locked = False
            cover.take_away()

        def come_in(entered: Entered) -> None:
            leave_former()
            self._come_in(entered)

        def failed(error: Exception) -> None:
            leave_former()
            self._on_not_come_in(error)

        # What the one before gave up, such as a new recovery code, is withdrawn by now.
        self._means.database.run(
            lambda: entrance.open_store(unlocked.read_again()), come_in, failed
        )

    def _show_code(self, code: RecoveryCode, unit: str, parent: QWidget) -> None:
        """Show the paper of a recovery code, to be printed and put in the safe."""
        make, means = self._means.code_pdf, self._means
        CodePaper(lambda: make(code, unit), means.paper, means.theme(), parent).open()


def _is_given(unlocked: Unlocked) -> bool:
    """Tell whether the passphrase is one that was given, and not changed since the log-in."""
    return any(user.temporary for user in unlocked.users() if user.id == unlocked.user.id)


def _nothing(_: object) -> None:
    """Go on: it was only to be written."""


def _set_back(clock: ClockSetBack) -> str:
    before, after = dates.stamp(clock.before), dates.stamp(clock.after)
    return f"Datorns klocka har gått bakåt, från {before} till {after}. Tiderna i loggen är osäkra."
