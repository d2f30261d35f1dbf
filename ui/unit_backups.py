"""The backups of the unit that is open: begun and ended with it, and told of on its start."""

from typing import TYPE_CHECKING

from ui.workplace import Workplace

if TYPE_CHECKING:
    # The window is shown before the libraries of the database and the backups are loaded.
    from collections.abc import Callable

    from ui.backup.backup_desk import BackupDesk
    from ui.duties_view import DutiesView
    from ui.start_view import StartView


class UnitBackups:
    """Makes backups while a unit is open; *leave* goes from their page to the start."""

    def __init__(self, place: Workplace, leave: "Callable[[], None]") -> None:
        self._place, self._leave = place, leave
        self._desk: BackupDesk | None = None

    def begin(self) -> None:
        """Let the unit be backed up; nothing in practice needs to be."""
        self.end()
        office = self._place.office
        if office is not None and not office.unit.practice:
            from ui.backup.backup_desk import BackupDesk, BackupMemory  # noqa: PLC0415 - see above

            memory = BackupMemory(lambda: self._place.settings, self._place.keep)
            self._desk = BackupDesk(office, memory, self._place.window)
            self._desk.start()

    def end(self) -> None:
        """Stop what is being backed up, before the unit is closed."""
        if self._desk is not None:
            self._desk.stop()
            self._desk.deleteLater()
            self._desk = None

    def tell_on(self, start: "StartView | DutiesView") -> None:
        """Show on the start how it is with the backups."""
        if (desk := self._desk_now()) is not None:
            from ui.backup.backup_line import BackupLine  # noqa: PLC0415 - see above

            start.add_line(BackupLine(desk, self.show))

    def show(self) -> None:
        """Show how it is with the backups, make one and put one back."""
        if (desk := self._desk_now()) is not None:
            from ui.backup.backup_view import BackupView, BackupWays  # noqa: PLC0415 - see above

            view = BackupView(desk, BackupWays(self._leave, self._place.ways.restore))
            self._place.views.put(view)
            view.refresh()
            view.focus_first()

    def _desk_now(self) -> "BackupDesk | None":
        """Return the desk, by the office as it is now."""
        if self._desk is not None and self._place.office is not None:
            self._desk.office = self._place.office
            return self._desk
        return None
