"""The program from its first window to its end: which unit is open, and who is in it."""

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from gplan_desktop import clock
from gplan_desktop.domain.log_entry import Noted
from gplan_desktop.errors import (
    DatabaseDamaged,
    DatabaseMissing,
    DatabaseNewer,
    KeyFailed,
    WorldError,
)
from gplan_desktop.method.in_use import MethodInUse
from gplan_desktop.program.first_window import FirstWindow
from gplan_desktop.program.loading import load_the_rest, make_plan_view
from gplan_desktop.program.method_choice import MethodChoice
from gplan_desktop.program.offices import Offices
from gplan_desktop.program.opening import Failed, Opener, Opening
from gplan_desktop.program.papers import code_sheet
from gplan_desktop.program.practice import Practice
from gplan_desktop.program.rescue import Rescue, RescueActs
from gplan_desktop.program.spelling_help import SpellingHelp
from gplan_desktop.settings import Settings
from ui import clipboard, theme
from ui.background import Background
from ui.errors import show_error
from ui.workplace import ProgramWays

if TYPE_CHECKING:
    # The window is shown before the libraries of the database and of the vault are loaded.
    from gplan_desktop.backup.kept import Backup
    from gplan_desktop.backup.unlocking import OpenedBackup, Restorers
    from gplan_desktop.entrance import Entrance
    from gplan_desktop.store.store import Store
    from ui.login.gatehouse import Gatehouse

# To write down a passphrase and print a code takes minutes.
_SET_UP_SECONDS = 60 * 60


class Program:
    """The program that works in the *first* window: its threads, and the unit that is open."""

    def __init__(self, first: FirstWindow, in_use: MethodInUse) -> None:
        self._application, self._chosen = first.application, first.chosen
        self._in_use, self._machine = in_use, first.machine
        today = first.chosen.today
        self._now: Callable[[], datetime] = clock.moved_to(today) if today else clock.wall_clock
        self._folders, self._theme, self.window = first.folders, first.theme, first.window
        self._database, self._paper, self._words = first.database, Background(), Background()
        self._store: Store | None = None
        self._gatehouse: Gatehouse | None = None
        self._put_together()
        self.window.employ(make_plan_view, self._ways())

    def _put_together(self) -> None:
        """Make what works with the window."""
        window = self.window
        self._method_choice = MethodChoice(
            self._folders.method_folder, self._database, self._use_method
        )
        self.spelling = SpellingHelp(self._words, self._database, window)
        self._offices = Offices(
            self._database,
            self._paper,
            self._now,
            self.spelling,
            treserva_is_original=lambda: window.settings.treserva_is_original,
        )
        self._opener = Opener(self._folders, self._database, self._now, self.enter)
        self._practice = Practice(window, self._open, self._on_not_opened)
        acts = RescueActs(
            self.close_store,
            self.open_unit,
            self.practise,
            lambda: self._theme,
            self._now,
            self._restorers,
        )
        self._rescue = Rescue(self._folders, window, self._database, acts)

    def _ways(self) -> ProgramWays:
        return ProgramWays(
            practise=self.practise,
            begin_unit=self._begin_unit,
            reset_practice=self._renew_practice,
            leave_practice=self._leave_practice,
            restyle=self._restyle,
            adopt_method=self._method_choice.adopt,
            leave_method=self._method_choice.leave,
            find_backup=self._rescue.offer_a_new_place,
            restore=self._restore,
            show_users=self._show_users,
            lock=self._lock,
            log_out=self._log_out,
            lacks_code=self._lacks_code,
        )

    def begin(self) -> None:
        """Show the way into the unit, its list or the very first start."""
        self._paper.start()
        self._words.start()
        self._application.commitDataRequest.connect(self._on_log_off)
        self._throw_away_unfinished()
        if self._folders.has_unit and not self._chosen.practice:
            self.open_unit()
        elif self._chosen.practice or self._folders.practice_database.exists():
            self.practise()
        else:
            self.window.show_first()
        # Queued behind the list, so that the list need not share the processor with it.
        self._database.run(lambda: None, self._load_the_rest, show_error)

    def end(self) -> None:
        """Let go of the database and of the own threads."""
        self.spelling.end()
        self.close_store()
        self._words.stop()
        # What is asked of it still may ask for a paper.
        self._database.flush()
        self._paper.stop()

    def _throw_away_unfinished(self) -> None:
        """Throw away a unit that was being set up when the program was killed."""
        if not self._folders.has_unit and _is_left(self._folders.arriving_unit):
            self._database.run(lambda: self.entrance().abandon(), lambda _: None, show_error)

    def _begin_unit(self, name: str, coordinator: str) -> None:
        """Set the unit up; one that is there but could not be opened is tried again instead."""
        if self._opener.is_busy:
            return
        if self._folders.unit_database.exists():
            self.open_unit()
        else:
            self._gate().begin(name, coordinator)

    def open_unit(self) -> None:
        """Open the real unit: by logging in, where it has any users."""
        if self._opener.is_busy:
            return
        self.close_store()
        self._rescue.complete()
        if self._folders.asks_for_login:
            self._gate().open()
        else:
            self._open(lambda units: units.open_unit(), self._on_no_unit)

    def practise(self) -> None:
        """Go to the invented persons."""
        self._practice.open()

    def _renew_practice(self) -> None:
        self._practice.renew()

    def _leave_practice(self) -> None:
        if self._folders.has_unit:
            self.open_unit()
        elif not self._opener.is_busy:
            self.close_store()
            self.window.show_first()

    def rescue(self, error: WorldError) -> None:
        """Show the backups of a unit that cannot be opened, and why."""
        self._rescue.offer(error)

    def _restorers(self) -> "Restorers":
        from gplan_desktop.backup.unlocking import Restorers  # noqa: PLC0415 - see above
        from gplan_desktop.vault.machine import MACHINE  # noqa: PLC0415 - as above

        return Restorers(self._in_use.method.access.roles, self._machine or MACHINE)

    def _restore(self, backup: "Backup", opened: "OpenedBackup") -> None:
        self._rescue.restore(backup, opened)

    def entrance(self) -> "Entrance":
        """Return the way into the unit, by the method as it is now."""
        from gplan_desktop.entrance import Entrance  # noqa: PLC0415 - see above
        from gplan_desktop.vault.machine import MACHINE  # noqa: PLC0415 - as above

        return Entrance(self._folders, self._in_use.method, self._now, self._machine or MACHINE)

    def _gate(self) -> "Gatehouse":
        if self._gatehouse is None:
            from ui.login.gatehouse import Gatehouse, Means  # noqa: PLC0415 - see above

            means = Means(
                window=self.window,
                database=self._database,
                paper=self._paper,
                theme=lambda: self._theme,
                code_pdf=lambda code, unit: code_sheet(
                    code, unit, self._in_use.method, self._now()
                ),
                lock_minutes=self._lock_minutes,
            )
            self._gatehouse = Gatehouse(self, means)
        return self._gatehouse

    def _show_users(self) -> None:
        if self._store is not None and not self._store.unit.practice:
            self._gate().show_users(self._store.unit)

    def _lock(self) -> None:
        if self._gatehouse is not None:
            self._gatehouse.lock()

    def _log_out(self) -> None:
        """Close the unit and ask who it is, also at a computer that remembers somebody."""
        if not self._opener.is_busy:
            self.close_store()
            self.window.keep_left(True)
            self._gate().doorway().ask()

    def _lacks_code(self) -> bool:
        """Tell whether no recovery code has been read back from paper, as who is in may see to."""
        unlocked = self._gatehouse.unlocked if self._gatehouse else None
        return unlocked is not None and not unlocked.recovery_confirmed

    def set_lock_time(self) -> None:
        """Lock the screen after the time that is chosen now."""
        if self._gatehouse is not None:
            self._gatehouse.idle.set_minutes(self._lock_minutes())

    def _lock_minutes(self) -> int:
        """Return after how many minutes: by what an open unit has accepted, or else the method."""
        office = self.window.office
        method = office.method if office else self._in_use.method
        return self.window.settings.locked_after(method.access.screen.longest_lock_minutes)

    def _open(self, opening: Opening, failed: Failed) -> None:
        """Open a unit in place of the one that is open; a second press meanwhile is no other."""
        if not self._opener.is_busy:
            self.close_store()
            self._opener.open(opening, self._in_use.method, failed)

    def enter(self, store: "Store") -> None:
        """Go to work in an opened unit."""
        if self._store is not store:
            # Practice asked for while the passphrase is tried: both are opened, in turn.
            self.close_store()
        self._store = store
        self.window.enter(self._offices.of(store, self._in_use, self._theme))
        self.set_lock_time()

    def _on_no_unit(self, error: Exception) -> None:
        """Tell why the unit cannot be opened; a lost file can be put back from a backup."""
        if isinstance(error, DatabaseDamaged | DatabaseMissing | DatabaseNewer | KeyFailed):
            self.rescue(error)
        else:
            self._on_not_opened(error)

    def _on_not_opened(self, error: Exception) -> None:
        """Tell why, and show a place to go on from."""
        self.window.show_first()
        show_error(error)

    def close_store(self) -> None:
        """Let go of the database, and of who was in."""
        self.window.end_backups()
        if self._store is not None:
            clipboard.take_back()
            if self._gatehouse is not None:
                self._gatehouse.log_out()
            self._database.flush()
            self._database.call(self._store.close)
            self._store = None
        if self._gatehouse is not None:
            self._gatehouse.leave()

    def _restyle(self, kept: Settings) -> theme.Theme:
        self._theme = theme.apply(self._application, kept)
        return self._theme

    def _use_method(self, in_use: MethodInUse) -> None:
        self._in_use = in_use
        store, version = self._store, in_use.method.version
        if store is not None:
            self._database.run(
                lambda: store.log.note(Noted.METHOD_CHANGED, version), lambda _: None, show_error
            )
            self.window.change_method(self._offices.of(store, in_use, self._theme))
        self.set_lock_time()

    def _load_the_rest(self, _: None) -> None:
        method = self._in_use.method
        clipboard.watch()
        self._paper.run(lambda: load_the_rest(method), lambda _: self.spelling.begin(), show_error)

    def _on_log_off(self) -> None:
        self.window.close()


def _is_left(folder: Path) -> bool:
    """Tell whether nobody is still busy in *folder*, as in another window of the program."""
    try:
        return time.time() - folder.stat().st_mtime > _SET_UP_SECONDS
    except OSError:
        return False
