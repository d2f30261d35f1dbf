"""The window as it stands while the rest of the program is loaded behind it."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from gplan_desktop import log, settings
from gplan_desktop.errors import WorldError
from gplan_desktop.options import Options
from gplan_desktop.paths import DataFolders
from gplan_desktop.program.bugs import on_bug
from gplan_desktop.settings import Settings
from gplan_desktop.vault.glance import remembers_somebody
from ui import theme
from ui.background import Background
from ui.errors import show_error
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    # Loaded on the database's thread, while somebody is already typing the passphrase.
    from gplan_desktop.method.in_use import MethodInUse
    from gplan_desktop.program.program import Program
    from gplan_desktop.vault.machine import Machine

_NOT_LOADED = WorldError(
    "Gplan kunde inte starta helt.", "Alla uppgifter är kvar.", "Stäng Gplan och starta det igen."
)


class FirstWindow:
    """The window, its look and the database's thread; *program* is there when it is loaded."""

    def __init__(
        self,
        application: QApplication,
        chosen: Options,
        folders: DataFolders,
        machine: "Machine | None" = None,
    ) -> None:
        self.application, self.chosen, self.folders = application, chosen, folders
        self.machine = machine
        self.program: Program | None = None
        self._is_ended = False
        kept = settings.load(folders.settings_file)
        self.theme = theme.apply(application, kept)
        self.window = MainWindow(self.theme, kept, self._remember)
        self.database = Background()

    def show(self) -> None:
        """Show the window; with the log-in, where somebody is going to be asked who it is."""
        sys.excepthook = on_bug
        self.database.start()
        if self._asks_for_login():
            from ui.login.login_view import LoginView  # noqa: PLC0415 - practice needs no log-in

            view = LoginView(self.theme)
            self.window.show_view(view)
            view.focus_first()
        self.window.show()

    def load(self, load: "Callable[[DataFolders], MethodInUse] | None" = None) -> None:
        """Load the program once the window has been painted, and go on with it."""
        QTimer.singleShot(0, lambda: self._begin_loading(load or _load))

    def end(self) -> None:
        """Let go of the database and the threads."""
        self._is_ended = True
        if self.program is not None:
            self.program.end()
        self.database.stop()

    def _begin_loading(self, load: "Callable[[DataFolders], MethodInUse]") -> None:
        log.start(self.folders.log_file)
        self.database.run(lambda: load(self.folders), self._go_on, self._on_not_loaded)

    def _go_on(self, in_use: "MethodInUse") -> None:
        """Let the program begin, unless the window was closed meanwhile."""
        from gplan_desktop.program.program import Program  # noqa: PLC0415 - see above

        if not self._is_ended:
            self.program = Program(self, in_use)
            self.program.begin()

    def _on_not_loaded(self, error: Exception) -> None:
        """Tell of a bug of ours, also to who has pressed Enter meanwhile."""
        from ui.login.login_view import LoginView  # noqa: PLC0415 - as in show

        show_error(error)
        if isinstance(self.window.view, LoginView):
            self.window.view.show_refused(_NOT_LOADED)

    def _asks_for_login(self) -> bool:
        is_real = self.folders.has_unit and not self.chosen.practice
        guarded = is_real and self.folders.asks_for_login
        asks = self.window.settings.left or not remembers_somebody(self.folders.unit_folder)
        return guarded and asks

    def _remember(self, kept: Settings) -> None:
        settings.save(self.folders.settings_file, kept)
        if self.program is not None:
            self.program.set_lock_time()


def _load(folders: DataFolders) -> "MethodInUse":
    from gplan_desktop.program.loading import load_the_program  # noqa: PLC0415 - see above

    return load_the_program(folders)
