"""Leads into the unit: what is shown until somebody has come in, and what is done there."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from gplan_desktop.entrance import Entered, Entrance, NewUnit
from gplan_desktop.errors import (
    DatabaseDamaged,
    DatabaseMissing,
    DatabaseNewer,
    WorldError,
    WrongUnit,
)
from gplan_desktop.vault import passphrase, recovery_code
from gplan_desktop.vault.faults import (
    DeviceForgotten,
    RecoveryCodeWrong,
    TooSoon,
    VaultNewer,
    VaultOlder,
    VaultUnusable,
    WrongPassphrase,
)
from gplan_desktop.vault.recovery_code import RecoveryCode
from gplan_desktop.vault.unlocked import Unlocked
from ui.background import Background
from ui.errors import show_error
from ui.login.cover import Cover
from ui.login.damaged_view import DamagedView, DamagedWays
from ui.login.login_view import LoginView, LoginWays
from ui.login.recover_dialog import RecoverDialog
from ui.login.set_up_view import SetUpView, SetUpWays
from ui.theme import Theme

_COVERED = (
    "Det du skrev är sparat, och en ruta som var öppen finns kvar åt dig. Är du någon annan, "
    "skriv ditt eget användarnamn; då stängs rutan. Har du glömt "
    "lösenfrasen: be chefen logga in här. Är du chefen, stäng Gplan, starta det igen och använd "
    "återställningskoden."
)

_READ_AGAIN = "Läs av papperet tecken för tecken."
_CODE_LEFT = (
    "Enheten har nu inloggning, men återställningskoden är inte kontrollerad. Logga in och skriv "
    "ut en ny under Mer, Användare och inloggning."
)

# The fault is in the unit's files, not with who is at the door: only a backup helps, or IT.
_LOST = (DatabaseDamaged, DatabaseMissing, DatabaseNewer, WrongUnit, VaultNewer, VaultOlder)


@dataclass(frozen=True)
class DoorwayWays:
    """What the doorway asks of the program around it.

    show puts a view in the window; entered goes to work in the unit;
    show_code shows the paper of the recovery code over a view; keep_place
    remembers where copies of the unit are to lie; close_unit lets go of the
    database, so that it can be given another key; rescue shows the backups of
    a unit that cannot be opened, and why; waiting is a log-in that is shown and
    that nobody serves yet.
    """

    theme: Callable[[], Theme]
    show: Callable[[QWidget], None]
    entered: Callable[[Entered], None]
    practise: Callable[[], None]
    show_code: Callable[[RecoveryCode, str, QWidget], None]
    keep_place: Callable[[Path], None]
    turn_back: Callable[[], None]
    close_unit: Callable[[], None]
    rescue: Callable[[WorldError], None]
    waiting: Callable[[], LoginView | None]


@dataclass(frozen=True)
class LockWays:
    """What follows when the screen is unlocked: by the same user, or by another one."""

    came_back: Callable[[], None]
    taken_over: Callable[[Unlocked], None]


class Doorway:
    """Logs users in and sets units up; the slow work is done on *thread*."""

    def __init__(self, entrance: Entrance, thread: Background, ways: DoorwayWays) -> None:
        self.entrance, self._thread, self._ways = entrance, thread, ways
        self._made: tuple[Unlocked, RecoveryCode] | None = None
        self._new: NewUnit | None = None
        self._is_adopting = False

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

    def set_up(self, unit: str, name: str) -> SetUpView:
        """Set a unit up, from its name and that of the one at the screen."""
        ways = SetUpWays(
            propose=passphrase.suggest,
            weakness=passphrase.weakness,
            make=self._make,
            print_code=self._print_code,
            confirm=self._confirm,
            choose_place=self._choose_place,
            finish=self._finish,
            cancel=self._turn_back,
        )
        self._setting = SetUpView(unit, name, self._ways.theme(), ways)
        self._ways.show(self._setting)
        self._setting.focus_first()
        return self._setting

    def adopt(self, unit: str, name: str) -> SetUpView:
        """Give a unit that had no log-in its first user, who is the one at the screen."""
        view = self.set_up(unit, name)
        view.unit.setReadOnly(True)
        self._is_adopting = True
        return view

    def lock(self, unlocked: Unlocked, under: QWidget, ways: LockWays) -> Cover:
        """Cover *under* until the same user comes back, or another one takes over."""
        entrance, login = self.entrance, unlocked.user.login

        def come_back(typed_login: str, typed: str, _remember: bool) -> None:
            self._thread.run(
                lambda: entrance.check(typed_login, typed), came, lambda error: _refuse(view, error)
            )

        def came(found: Unlocked) -> None:
            is_same = found.user.id == unlocked.user.id
            cover.take_away(gives_back=is_same)
            if is_same:
                ways.came_back()
            else:
                ways.taken_over(found)

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

    def _make(self, new: NewUnit) -> None:
        self._new = new
        entrance = self.entrance
        if self._is_adopting:
            self._ways.close_unit()
            self._thread.run(lambda: entrance.adopt(new.manager), self._on_made, self._on_not_made)
        else:
            self._thread.run(lambda: entrance.prepare(new), self._on_made, self._on_not_made)

    def _on_made(self, made: tuple[Unlocked, RecoveryCode]) -> None:
        self._made = made
        self._setting.show_code(str(made[1]))

    def _on_not_made(self, error: Exception) -> None:
        if not isinstance(error, WorldError):
            raise error
        self._setting.show_failure(error)

    def _print_code(self) -> None:
        if self._made and self._new:
            self._ways.show_code(self._made[1], self._new.unit, self._setting)

    def _confirm(self, typed: str) -> str:
        """Return what is wrong with a code that was typed; the vault is told that it was right."""
        if self._made is None:
            return "Skapa enheten först."
        try:
            if recovery_code.read_code(typed) != self._made[1]:
                return "Det är inte koden som visas här. Läs den en gång till."
        except RecoveryCodeWrong as error:
            return f"{error.happened} {_READ_AGAIN}"
        unlocked = self._made[0]
        self._thread.run(lambda: unlocked.confirm_recovery(typed), _nothing, show_error)
        return ""

    def _choose_place(self) -> None:
        view = self._setting
        chosen = QFileDialog.getExistingDirectory(view, "Var ska säkerhetskopiorna ligga?")
        if chosen:
            self._judge_place(Path(chosen))

    def _judge_place(self, place: Path) -> None:
        """Let the step tell whether backups may lie at *place*; a share may be slow to answer."""
        entrance, view = self.entrance, self._setting

        def failed(error: Exception) -> None:
            view.setEnabled(True)
            show_error(error)

        view.setEnabled(False)
        self._thread.run(
            lambda: entrance.judge_backup_place(place),
            lambda verdict: view.show_place(place, verdict),
            failed,
        )

    def _finish(self, place: Path | None) -> None:
        if place:
            self._ways.keep_place(place)
        entrance, view, new = self.entrance, self._setting, self._new
        is_adopting = self._is_adopting
        if new is None:
            return

        def settle() -> Entered:
            if not is_adopting:
                entrance.settle()
            return entrance.log_in(new.login, new.passphrase)

        def failed(error: Exception) -> None:
            view.setEnabled(True)
            show_error(error)

        self._thread.run(settle, self._ways.entered, failed)

    def _turn_back(self) -> None:
        was_adopted = self._is_adopting and self._made is not None
        self._made = self._new = None
        if was_adopted:
            # The unit has its log-in already.
            self.ask().show_told(_CODE_LEFT)
            return
        self._thread.run(self.entrance.abandon, lambda _: self._ways.turn_back(), show_error)


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
