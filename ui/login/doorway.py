"""Leads into the unit: what is shown until somebody has come in, and what is done there."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from gplan_desktop.entrance import Entered, Entrance
from gplan_desktop.errors import (
    DatabaseDamaged,
    DatabaseMissing,
    DatabaseNewer,
    WorldError,
    WrongUnit,
)
from gplan_desktop.vault.faults import (
    DeviceForgotten,
    TooSoon,
    VaultNewer,
    VaultOlder,
    VaultUnusable,
    WrongPassphrase,
)
from gplan_desktop.vault.unlocked import Unlocked
from ui.background import Background
from ui.errors import show_error
from ui.login.cover import Cover
from ui.login.damaged_view import DamagedView, DamagedWays
from ui.login.door_ways import DoorwayWays
from ui.login.login_view import LoginView, LoginWays
from ui.login.recover_dialog import RecoverDialog
from ui.login.setting_up import SettingUp

_COVERED = (
    "Det du skrev är sparat, och en ruta som var öppen finns kvar åt dig. Är du någon annan, "
    "skriv ditt eget användarnamn; då stängs rutan. Har du glömt "
    "lösenfrasen: be chefen logga in här. Är du chefen, stäng Gplan, starta det igen och använd "
    "återställningskoden."
)

_CODE_LEFT = (
    "Enheten har nu inloggning, men återställningskoden är inte kontrollerad. Logga in och skriv "
    "ut en ny under Mer, Användare och inloggning."
)

# The fault is in the unit's files, not with who is at the door: only a backup helps, or IT.
_LOST = (DatabaseDamaged, DatabaseMissing, DatabaseNewer, WrongUnit, VaultNewer, VaultOlder)


@dataclass(frozen=True)
class LockWays:
    """What follows when the screen is unlocked: by the same user, or by another one.

    The other one is handed the cover: it is taken away when the former page is gone.
    """

    came_back: Callable[[], None]
    taken_over: Callable[[Unlocked, Cover], None]


class Doorway:
    """Logs users in and sets units up; the slow work is done on *thread*."""

    def __init__(self, entrance: Entrance, thread: Background, ways: DoorwayWays) -> None:
        self.entrance, self._thread, self._ways = entrance, thread, ways

    def open(self, *, asks: bool = False) -> None:
        """Let in whom this computer remembers, or ask who it is; always ask when it *asks*."""

        def remembers() -> bool:
            return self.entrance.remembers() and not asks

        self._thread.run(remembers, self._on_remembers, self._on_unreadable)

    def ask(self, told: str = "") -> LoginView:
        """Ask who it is; *told* is what one comes in by when it is not as usual."""
        ways = LoginWays(self._unlock, lambda: self._ask_code(self._view), self._ways.practise)
        waiting = self._ways.waiting()
        self._view = waiting or LoginView(self._ways.theme())
        if waiting is None:
            self._ways.show(self._view)
            self._view.focus_first()
        self._view.serve(told, ways)
        # To look for a safe takes most of a second the first time.
        self._thread.run(lambda: self.entrance.can_remember, self._offer_to_remember, show_error)
        return self._view

    def _offer_to_remember(self, can: bool) -> None:
        if isValid(self._view):
            self._view.offer_to_remember(can)

    def set_up(self, unit: str, name: str) -> SettingUp:
        """Set a unit up, from its name and that of the one at the screen."""
        return self._set_up(unit, name, adopts=False)

    def adopt(self, unit: str, name: str) -> SettingUp:
        """Give a unit that had no log-in its first user, who is the one at the screen."""
        return self._set_up(unit, name, adopts=True)

    def _set_up(self, unit: str, name: str, *, adopts: bool) -> SettingUp:
        def code_left() -> None:
            self.ask().show_told(_CODE_LEFT)

        setting = SettingUp(self.entrance, self._thread, self._ways, adopts=adopts)
        setting.begin(unit, name, code_left)
        return setting

    def lock(self, unlocked: Unlocked, under: QWidget, ways: LockWays) -> Cover:
        """Cover *under* until the same user comes back, or another one takes over."""
        entrance, login = self.entrance, unlocked.user.login

        def come_back(typed_login: str, typed: str, _remember: bool) -> None:
            self._thread.run(
                lambda: entrance.check(typed_login, typed), came, lambda error: _refuse(view, error)
            )

        def came(found: Unlocked) -> None:
            if found.user.id == unlocked.user.id:
                cover.take_away()
                ways.came_back()
            else:
                ways.taken_over(found, cover)

        login_ways = LoginWays(come_back, _never, _never)
        view = LoginView(self._ways.theme())
        view.serve("Skärmen är låst", login_ways)
        view.cover(login, _COVERED)
        cover = Cover(under, view)
        view.focus_first()
        return cover

    def _on_remembers(self, remembers: bool) -> None:
        if remembers:
            self._thread.run(self.entrance.let_in, self._ways.entered, self._on_not_remembered)
        else:
            self.ask()

    def _on_not_remembered(self, error: Exception) -> None:
        if self._leads_back(error):
            return
        self.ask()
        if not isinstance(error, DeviceForgotten):
            show_error(error)

    def _on_unreadable(self, error: Exception) -> None:
        if self._leads_back(error):
            return
        self._ways.turn_back()
        show_error(error)

    def _leads_back(self, error: Exception) -> bool:
        """Show the ways back into a unit whose files are at fault; tell whether they are."""
        if isinstance(error, VaultUnusable):
            self._show_damaged(error)
        elif isinstance(error, _LOST):
            self._ways.rescue(error)
        else:
            return False
        return True

    def _show_damaged(self, error: VaultUnusable) -> None:
        def use_copy(copy: Path, name: str) -> None:
            entrance = replace(self.entrance, copy=copy)
            Doorway(entrance, self._thread, self._ways).ask(name)

        def try_again() -> None:
            Doorway(replace(self.entrance, copy=None), self._thread, self._ways).open()

        rescue = self._ways.rescue
        ways = DamagedWays(use_copy, lambda: rescue(error), try_again, self._ways.practise)
        view = DamagedView(error, self._ways.theme(), ways)
        self._ways.show(view)
        view.focus_first()

    def _unlock(self, login: str, typed: str, remember: bool) -> None:
        view, entrance = self._view, self.entrance

        def failed(error: Exception) -> None:
            if not self._leads_back(error):
                _refuse(view, error)

        self._thread.run(
            lambda: entrance.log_in(login, typed, remember=remember), self._ways.entered, failed
        )

    def _ask_code(self, view: QWidget) -> None:
        entrance = self.entrance

        def recover(code: str) -> None:
            self._thread.run(lambda: entrance.recover(code), entered, failed)

        def entered(found: Entered) -> None:
            dialog.accept()
            self._ways.entered(found)

        def failed(error: Exception) -> None:
            if self._leads_back(error):
                dialog.reject()
            else:
                dialog.show_refused(error)

        dialog = RecoverDialog(self._ways.theme(), view, recover)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _refuse(view: LoginView, error: Exception) -> None:
    """Tell in the view why somebody was not let in; a bug of ours is shown as one."""
    if not isinstance(error, WorldError):
        view.show_refused(WorldError("Inloggningen gick inte.", "Inget har ändrats.", ""))
        show_error(error)
        return
    wait = error.delay if isinstance(error, WrongPassphrase | TooSoon) else 0
    view.show_refused(error, wait)


def _never() -> None:
    """Cannot be asked for here."""


def _nothing(_: object) -> None:
    """Need no answer."""
