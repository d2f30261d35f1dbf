"""Who is in: coming in, the screen that is covered meanwhile, and the users of the unit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from gplan_desktop.domain.overview import Unit
from gplan_desktop.entrance import Entered, Entrance
from gplan_desktop.store.store import Store
from gplan_desktop.vault.recovery_code import RecoveryCode
from gplan_desktop.vault.unlocked import Unlocked
from gplan_desktop.vault.users import VaultUser
from ui.background import Background
from ui.errors import show_error
from ui.login.code_paper import CodePaper
from ui.login.doorway import Doorway, DoorwayWays, LockWays
from ui.login.idle_guard import IdleGuard
from ui.login.users_view import Looks, UsersView, UsersWays
from ui.main_window import MainWindow
from ui.theme import Theme


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


@dataclass(frozen=True)
class Means:
    """What the gatehouse works with: the window, the threads, the look, roles, and paper."""

    window: MainWindow
    database: Background
    paper: Background
    theme: Callable[[], Theme]
    roles: Callable[[], Mapping[str, str]]
    code_pdf: Callable[[RecoveryCode, str], bytes]


class Gatehouse(QObject):
    """Keeps who has come in, from the log-in to the next one."""

    def __init__(self, program: Program, means: Means) -> None:
        super().__init__(means.window)
        self._program, self._means = program, means
        self.unlocked: Unlocked | None = None
        self._unit: Unit | None = None
        self._is_locked = False
        self.idle = IdleGuard(means.window.settings.lock_minutes, self)
        self.idle.idle.connect(self.lock)

    def open(self) -> None:
        """Let in whom this computer remembers, or ask who it is."""
        self.doorway().open()

    def begin(self, unit: str, name: str) -> None:
        """Set up a new unit, from its name and that of the one at the screen."""
        self.doorway().set_up(unit, name)

    def show_users(self, unit: Unit) -> None:
        """Show who can log in; a *unit* without log-in gets its first user."""
        if self.unlocked is None:
            self.doorway(self._program.open_unit).adopt(unit.name, unit.coordinator)
            return
        window = self._means.window
        ways = UsersWays(
            window.show_start,
            self.remove_user,
            lambda code: self._show_code(code, unit.name, window),
        )
        looks = Looks(self._means.theme(), self._means.roles())
        view = UsersView(self.unlocked, self._means.database, looks, ways)
        window.show_beside(view)
        view.refresh()
        view.focus_first()

    def remove_user(self, user: VaultUser) -> None:
        """Take a user away, which gives the database another key."""
        unlocked, entrance = self.unlocked, self._program.entrance()
        if unlocked is None:
            return
        self._program.close_store()
        self._means.database.run(
            lambda: entrance.remove_user(unlocked, user.id),
            self._on_user_removed,
            self._on_not_removed,
        )

    def lock(self) -> None:
        """Cover the screen, with everything kept, until somebody comes back (F68)."""
        if self.unlocked is None or self._is_locked:
            return
        self._is_locked = True
        self.idle.rest()
        self._means.window.keep_writing()
        # A code or a text of somebody's may lie there.
        QApplication.clipboard().clear()
        ways = LockWays(self._on_unlocked, self._on_taken_over)
        self.doorway().lock(self.unlocked, self._means.window.all, ways)

    def leave(self) -> None:
        """Forget who was in: the unit is being closed."""
        self.unlocked = None
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
        )
        return Doorway(self._program.entrance(), self._means.database, ways)

    def _come_in(self, entered: Entered) -> None:
        self._program.enter(entered.store)
        self.unlocked = entered.unlocked
        user = entered.unlocked.user
        if user.temporary or not user.login:
            # Somebody else has chosen the passphrase, or it is forgotten.
            self.show_users(entered.store.unit)
        self.idle.watch()

    def _on_user_removed(self, entered: Entered) -> None:
        self._come_in(entered)
        self.show_users(entered.store.unit)

    def _on_not_removed(self, error: Exception) -> None:
        """Let the user come in again: whose key holds is told by the vault."""
        self._program.open_unit()
        show_error(error)

    def _on_unlocked(self) -> None:
        self._is_locked = False
        self.idle.watch()

    def _on_taken_over(self, unlocked: Unlocked) -> None:
        """Let another user work, from the list and in the own name."""
        self._is_locked = False
        self._means.window.finish_writing()
        entrance = self._program.entrance()
        self._program.close_store()
        self._means.database.run(lambda: entrance.open_store(unlocked), self._come_in, show_error)

    def _show_code(self, code: RecoveryCode, unit: str, parent: QWidget) -> None:
        """Show the paper of a recovery code, to be printed and put in the safe."""
        make, means = self._means.code_pdf, self._means
        CodePaper(lambda: make(code, unit), means.paper, means.theme(), parent).open()
