"""A unit put back from a backup: when it cannot be opened, when asked for, or half-way since."""

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from gplan_desktop.errors import WorldError
from gplan_desktop.paths import DataFolders
from ui.background import Background
from ui.errors import show_error
from ui.main_window import MainWindow
from ui.theme import Theme

if TYPE_CHECKING:
    from gplan_desktop.backup.kept import Backup
    from gplan_desktop.backup.unlocking import OpenedBackup, Restorers

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class RescueActs:
    """What putting a unit back asks of the program: to close it, open it, or practise instead.

    *restorers* are those who may, by the roles of the method as it is now.
    """

    close_store: Callable[[], None]
    open_unit: Callable[[], None]
    practise: Callable[[], None]
    theme: Callable[[], Theme]
    now: Callable[[], datetime]
    restorers: "Callable[[], Restorers]"


class Rescue:
    """Puts backups in the place of the unit in *folders*."""

    def __init__(
        self, folders: DataFolders, window: MainWindow, database: Background, acts: RescueActs
    ) -> None:
        self._folders, self._window = folders, window
        self._database, self._acts = database, acts

    def complete(self) -> None:
        """Let a backup that was being put back when the program ended take its place."""
        folder = self._folders.unit_folder
        if any(folder.glob("unit-g*.db.restored")):
            from gplan_desktop.backup.restoring import complete  # noqa: PLC0415 - seldom needed

            self._database.call(lambda: complete(folder))

    def restore(self, backup: "Backup", opened: "OpenedBackup") -> None:
        """Close the unit, put the backup in its place, and open what is there then."""
        from gplan_desktop.backup.restoring import Target, restore  # noqa: PLC0415 - as above
        from ui.progress_window import Stopped, with_progress  # noqa: PLC0415 - as above

        self._acts.close_store()
        target = Target(self._folders.unit_folder, self._acts.now, opened.by)
        try:
            with_progress(
                lambda tell: restore(backup, opened.key, target, tell),
                "Återställer",
                self._window,
                self._database,
            )
        except WorldError as error:
            show_error(error)
        except Stopped:
            _log.info("a restoring was stopped")
        with suppress(OSError):
            # A folder that holds nothing, as when the first restoring fails, is no unit.
            self._folders.unit_folder.rmdir()
        if self._folders.has_unit:
            self._acts.open_unit()
        else:
            self.offer_a_new_place()

    def offer(self, error: WorldError) -> None:
        """Show the backups of a unit that cannot be opened."""
        self._show(error, self._acts.open_unit)

    def offer_a_new_place(self) -> None:
        """Show where a unit is put back on a computer that has none."""
        self._show(None, self._window.show_first)

    def _show(self, error: WorldError | None, back: Callable[[], None]) -> None:
        from ui.backup.rescue_view import Lost, RescueView, RescueWays  # noqa: PLC0415 - as above

        place = self._window.settings.backup_place
        lost = Lost(error, Path(place) if place else None)
        acts, who = self._acts, self._acts.restorers()
        ways = RescueWays(back, acts.practise, self.restore, who.open, who.role_names)
        view = RescueView(lost, ways, acts.theme(), self._database)
        self._window.show_view(view)
        view.focus_first()
