"""What the parts of the window share: the unit one works in, the settings and the views."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from gplan_desktop.settings import Settings
from ui.errors import show_error
from ui.theme import Theme
from ui.view_stack import ViewStack

if TYPE_CHECKING:
    # The window is shown before the records and the database's libraries are loaded.
    from gplan_desktop.backup.kept import Backup
    from gplan_desktop.backup.unlocking import OpenedBackup
    from gplan_desktop.planning import Desk
    from ui.office import Office

_T = TypeVar("_T")


@dataclass(frozen=True)
class ProgramWays:
    """What the window asks of the program around it."""

    practise: Callable[[], None]
    begin_unit: Callable[[str, str], None]
    reset_practice: Callable[[], None]
    leave_practice: Callable[[], None]
    restyle: Callable[[Settings], Theme]
    adopt_method: Callable[[Path, Callable[[Exception], None]], None]
    leave_method: Callable[[], None]
    find_backup: Callable[[], None]
    restore: "Callable[[Backup, OpenedBackup], None]"
    show_users: Callable[[], None]
    lock: Callable[[], None]
    log_out: Callable[[], None]
    lacks_code: Callable[[], bool]


class Workplace:
    """Where one works: in *office*, None before a unit is opened, and as the settings say.

    *remember* keeps the settings to the next start; *ways* are there when the program is loaded.
    """

    ways: ProgramWays

    def __init__(
        self, theme: Theme, settings: Settings, remember: Callable[[Settings], None]
    ) -> None:
        self.theme, self.settings, self._remember = theme, settings, remember
        self.views = ViewStack()
        self.office: Office | None = None

    @property
    def window(self) -> QWidget:
        """What dialogs are opened over."""
        return self.views.window()

    def enter(self, office: "Office") -> None:
        """Work in *office* from now on."""
        original = self.settings.treserva_is_original
        self.office = replace(office, treserva_is_original=original)
        self.theme = office.theme

    def keep(self, settings: Settings) -> None:
        """Go by *settings*, and remember them."""
        self.settings = settings
        self._remember(settings)

    def keep_original(self, is_treserva: bool) -> None:
        """Remember where the original of a plan is."""
        self.keep(replace(self.settings, treserva_is_original=is_treserva))
        if self.office is not None:
            self.office = replace(self.office, treserva_is_original=is_treserva)

    def keep_help(self, is_open: bool) -> None:
        """Remember whether the help is open beside what one writes."""
        self.keep(replace(self.settings, help_open=is_open))

    def in_store(self, work: "Callable[[Desk], _T]", show: Callable[[_T], None]) -> None:
        """Do *work* in the store and show what it found, when what is written is saved."""
        self.views.when_saved(lambda: self.fetch(work, show))

    def fetch(self, work: "Callable[[Desk], _T]", show: Callable[[_T], None]) -> None:
        """Do *work* in the store and show what it found."""
        if self.office is not None:
            desk = self.office.desk()
            # What is typed in a view that is about to be replaced would be lost with it.
            self.views.setEnabled(False)
            self.office.database.run(lambda: work(desk), show, self._on_not_fetched)

    def _on_not_fetched(self, error: Exception) -> None:
        self.views.setEnabled(True)
        show_error(error)
