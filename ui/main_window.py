"""The window: one view at a time, under the band of practice when that is what it is."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from gplan_desktop.settings import Settings
from ui.confirm import Question, ask
from ui.reading_order import go_on
from ui.theme import Theme
from ui.workplace import ProgramWays, Workplace

if TYPE_CHECKING:
    # The window is shown before the records are loaded.
    from ui.casework import Casework, MakePlanView
    from ui.office import Office
    from ui.practice_band import PracticeBand
    from ui.rooms import Rooms
    from ui.unit_backups import UnitBackups

_SIZE, _FRAME = QSize(1280, 760), QSize(0, 40)
_RESET = Question(
    "Börja om övningen?",
    "Allt du har skrivit i övningen tas bort och de påhittade personerna skapas på nytt.",
    "Börja om övningen",
    "Fortsätt öva",
)


class MainWindow(QMainWindow):
    """Shows the first start, the log-in or an opened unit; decides nothing of its own.

    The unit's pages are *rooms*, and its persons and plans are opened by *work*; both are there
    when the program is loaded, which is after the window is shown.
    """

    work: "Casework"
    rooms: "Rooms"

    def __init__(
        self, theme: Theme, settings: Settings, remember: Callable[[Settings], None]
    ) -> None:
        super().__init__()
        self._place = Workplace(theme, settings, remember)
        self._views = self._place.views
        self._backups: UnitBackups | None = None
        self._band: PracticeBand | None = None
        self._top = QVBoxLayout()
        self.all = QWidget()
        layout = QVBoxLayout(self.all)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._top)
        layout.addWidget(self._views, 1)
        self.setCentralWidget(self.all)
        self.setWindowTitle("Gplan")
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _FRAME))
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromHex(settings.geometry.encode()))

    def employ(self, make_plan_view: "MakePlanView", ways: ProgramWays) -> None:
        """Work for the program, which is loaded now."""
        from ui.casework import Casework  # noqa: PLC0415 - see above
        from ui.rooms import Rooms  # noqa: PLC0415 - as above
        from ui.unit_backups import UnitBackups  # noqa: PLC0415 - as above

        self._place.ways = ways
        self.work = Casework(self._place, make_plan_view, self.show_start)
        self._backups = UnitBackups(self._place, self.show_start)
        self.rooms = Rooms(self._place, self.work, self._backups, self._restyle)

    @property
    def view(self) -> QWidget | None:
        """The view that is shown."""
        return self._views.currentWidget()

    @property
    def office(self) -> "Office | None":
        """The opened unit that one works in, None before that."""
        return self._place.office

    @property
    def settings(self) -> Settings:
        """The choices as they are now."""
        return self._place.settings

    def show_first(self) -> None:
        """Show the very first start."""
        from ui.first_view import FirstView  # noqa: PLC0415 - seen once in the life of a unit

        view = FirstView(self._place.theme)
        view.practice_wanted.connect(self._place.ways.practise)
        view.unit_wanted.connect(self._place.ways.begin_unit)
        view.restore_wanted.connect(self._place.ways.find_backup)
        self.show_view(view)
        view.practise.setFocus()

    def show_view(self, view: QWidget) -> None:
        """Show a view of what comes before the unit, such as logging in."""
        self._place.office = None
        self._set_band(None)
        self._views.put(view)

    def show_beside(self, view: QWidget) -> None:
        """Show a view that the program has made, as one of the unit's own."""
        self._views.when_saved(lambda: self._views.put(view))

    def show_start(self) -> None:
        """Show where one begins in the unit."""
        self.rooms.show_start()

    def keep_writing(self) -> None:
        """Save what is being written, and stay where one is."""
        self._views.finish()

    def finish_writing(self) -> None:
        """Leave what is being written: another user goes on from the list."""
        self._views.finish()
        self._views.forget()

    def keep_backup_place(self, place: Path) -> None:
        """Remember where copies of the unit are to lie."""
        self._place.keep(replace(self.settings, backup_place=str(place)))

    def keep_left(self, is_left: bool) -> None:
        """Remember whether whoever comes next is asked who it is, also at the next start."""
        if self.settings.left != is_left:
            self._place.keep(replace(self.settings, left=is_left))

    def enter(self, office: "Office") -> None:
        """Go to work in an opened unit."""
        self._place.enter(office)
        self._set_band(office)
        if self._backups is not None:
            self._backups.begin()
        self.show_start()

    def change_method(self, office: "Office") -> None:
        """Work on by another metodstöd, from the page where it was chosen."""
        self._place.enter(office)
        self.rooms.show_method()

    def end_backups(self) -> None:
        """Stop what is being backed up, before the unit is closed."""
        if self._backups is not None:
            self._backups.end()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Let Tab go in reading order, on what covers the screen where something does."""
        regions = [*([self._band] if self._band else []), *self._views.regions()]
        if not self.all.isVisible():
            direct = Qt.FindChildOption.FindDirectChildrenOnly
            regions = [one for one in self.findChildren(QWidget, options=direct) if one.isVisible()]
        return go_on(regions, self.focusWidget(), forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Save what is left, however the window is closed (log-off too)."""
        if self._views.finish():
            geometry = bytes(self.saveGeometry().toHex().data()).decode()
            self._place.keep(replace(self.settings, geometry=geometry))
            event.accept()
        else:
            event.ignore()
            self._views.ask_to_lose(self._close)

    def _close(self) -> None:
        self.close()

    def _restyle(self, settings: Settings) -> None:
        self._place.keep(settings)
        theme = self._place.ways.restyle(settings)
        if self.office is not None:
            self.enter(replace(self.office, theme=theme))

    def _set_band(self, office: "Office | None") -> None:
        if self._band:
            self._band.hide()
            self._band.deleteLater()
            self._band = None
        if office and office.unit.practice:
            from ui.practice_band import PracticeBand  # noqa: PLC0415 - see above

            self._band = PracticeBand(office.theme)
            self._band.reset_wanted.connect(lambda: ask(self, _RESET, self._reset_practice))
            self._band.leave_wanted.connect(self._leave_practice)
            self._top.addWidget(self._band)
        self.setWindowTitle("Gplan – ÖVNING" if self._band else "Gplan")

    def _reset_practice(self) -> None:
        # Or the clock of the open plan would save into a unit that is being made anew.
        self._views.finish()
        self._views.without_saving(self._place.ways.reset_practice)

    def _leave_practice(self) -> None:
        views = self._views
        views.when_saved(lambda: views.without_saving(self._place.ways.leave_practice))
