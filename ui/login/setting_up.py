"""Sets a unit up in four steps, or gives one that had no log-in its first user."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from gplan_desktop.entrance import Entered, Entrance, NewUnit
from gplan_desktop.errors import WorldError
from gplan_desktop.vault import passphrase, recovery_code
from gplan_desktop.vault.faults import RecoveryCodeWrong
from gplan_desktop.vault.recovery_code import RecoveryCode
from gplan_desktop.vault.unlocked import Unlocked
from ui.background import Background
from ui.errors import show_error
from ui.login.door_ways import DoorwayWays
from ui.login.set_up_view import SetUpView, SetUpWays

_READ_AGAIN = "Läs av papperet tecken för tecken."


class SettingUp:
    """Does what *view* asks for; the slow work is done on *thread*.

    One that *adopts* gives the unit that is there its first user. Nothing is left of a unit that
    is broken off; an adopted one keeps its log-in.
    """

    view: SetUpView

    def __init__(
        self, entrance: Entrance, thread: Background, ways: DoorwayWays, *, adopts: bool
    ) -> None:
        self._entrance, self._thread, self._ways = entrance, thread, ways
        self._adopts = adopts
        self._made: tuple[Unlocked, RecoveryCode] | None = None
        self._new: NewUnit | None = None

    def begin(self, unit: str, name: str, code_left: Callable[[], None]) -> None:
        """Show the first step, with the names of the unit and of the one at the screen.

        *code_left* is what follows when an adopted unit has its log-in and no code read back.
        """
        self._code_left = code_left
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
        self.view = SetUpView(unit, name, self._ways.theme(), ways)
        self.view.unit.setReadOnly(self._adopts)
        self._ways.show(self.view)
        self.view.focus_first()

    def _make(self, new: NewUnit) -> None:
        self._new = new
        entrance = self._entrance
        if self._adopts:
            self._ways.close_unit()
            self._thread.run(lambda: entrance.adopt(new.manager), self._on_made, self._on_not_made)
        else:
            self._thread.run(lambda: entrance.prepare(new), self._on_made, self._on_not_made)

    def _on_made(self, made: tuple[Unlocked, RecoveryCode]) -> None:
        self._made = made
        self.view.show_code(str(made[1]))

    def _on_not_made(self, error: Exception) -> None:
        if not isinstance(error, WorldError):
            raise error
        self.view.show_failure(error)

    def _print_code(self) -> None:
        if self._made and self._new:
            self._ways.show_code(self._made[1], self._new.unit, self.view)

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
        view = self.view
        chosen = QFileDialog.getExistingDirectory(view, "Var ska säkerhetskopiorna ligga?")
        if chosen:
            self._judge_place(Path(chosen))

    def _judge_place(self, place: Path) -> None:
        """Let the step tell whether backups may lie at *place*; a share may be slow to answer."""
        entrance, view = self._entrance, self.view

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
        entrance, view, new = self._entrance, self.view, self._new
        is_adopting = self._adopts
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
        was_adopted = self._adopts and self._made is not None
        self._made = self._new = None
        if was_adopted:
            # The unit has its log-in already.
            self._code_left()
            return
        self._thread.run(self._entrance.abandon, lambda _: self._ways.turn_back(), show_error)


def _nothing(_: object) -> None:
    """Need no answer."""
