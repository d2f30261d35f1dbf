"""The window: one view at a time, under the band of practice when that is what it is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import PlanRecord
from gplan_desktop.domain.user import Permission
from gplan_desktop.planning import (
    Choices,
    Desk,
    Opened,
    annul,
    begin_correction,
    begin_first,
    changes,
    choices_for_first,
    choices_for_follow_up,
    follow_up,
    open_plan,
)
from gplan_desktop.rules.changing import Around, Change
from gplan_desktop.settings import Settings
from ui.appearance import appearance_button
from ui.confirm import Question, ask
from ui.errors import show_error
from ui.first_view import FirstView
from ui.office import Office
from ui.person_view import PersonView
from ui.plan_view import PlanView, PlanWays
from ui.practice_band import PracticeBand
from ui.reading_order import go_on
from ui.record.ways import PartId, PersonWays
from ui.start_view import StartView, StartWays
from ui.theme import Theme
from ui.to_do_ways import ToDoWays

if TYPE_CHECKING:
    # The window is shown before the database's libraries are loaded.
    from gplan_desktop.backup.kept import Backup
    from ui.backup.backup_desk import BackupDesk
    from ui.duties_view import DutiesView

_SIZE, _FRAME = QSize(1280, 760), QSize(0, 40)
_T = TypeVar("_T")
_UNSAVED = Question(
    "Den senaste ändringen kunde inte sparas. Vill du stänga ändå?",
    "Stannar du kvar försöker Gplan spara igen. Stänger du går den senaste ändringen förlorad.",
    "Stäng ändå",
    "Stanna kvar",
)
_RESET = Question(
    "Börja om övningen?",
    "Allt du har skrivit i övningen tas bort och de påhittade personerna skapas på nytt.",
    "Börja om övningen",
    "Fortsätt öva",
)
_NONE_IN_FORCE = (
    "Individen har nu ingen gällande {name}. En tidigare plan börjar inte gälla igen av sig själv."
)


MakePlanView = Callable[[Opened, Office, PlanWays], PlanView]


@dataclass(frozen=True)
class ProgramWays:
    """What the window asks of the program around it."""

    practise: Callable[[], None]
    begin_unit: Callable[[str, str], None]
    reset_practice: Callable[[], None]
    leave_practice: Callable[[], None]
    restyle: Callable[[Settings], Theme]
    keep: Callable[[Settings], None]
    adopt_method: Callable[[Path, Callable[[Exception], None]], None]
    leave_method: Callable[[], None]
    restore: "Callable[[Backup, bytes], None]"
    show_users: Callable[[], None]
    lock: Callable[[], None]


class MainWindow(QMainWindow):
    """Shows the first start, the list, a person or a plan; decides nothing of its own."""

    def __init__(
        self, theme: Theme, settings: Settings, make_plan_view: MakePlanView, ways: ProgramWays
    ) -> None:
        super().__init__()
        self._theme, self.settings = theme, settings
        self._make_plan_view, self._ways = make_plan_view, ways
        self.office: Office | None = None
        self.backups: BackupDesk | None = None
        self.plan_view: PlanView | None = None
        self._writing: PlanView | PersonView | None = None
        self._band: PracticeBand | None = None
        self._stack = QStackedWidget()
        self._top = QVBoxLayout()
        self.all = QWidget()
        layout = QVBoxLayout(self.all)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._top)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(self.all)
        self.setWindowTitle("Gplan")
        QShortcut(QKeySequence("Ctrl+L"), self, ways.lock)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _FRAME))
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromHex(settings.geometry.encode()))

    @property
    def view(self) -> QWidget | None:
        """The view that is shown."""
        return self._stack.currentWidget()

    def show_first(self) -> None:
        """Show the very first start."""
        self.office = None
        self._set_band(None)
        view = FirstView(self._theme)
        view.practice_wanted.connect(self._ways.practise)
        view.unit_wanted.connect(self._ways.begin_unit)
        self._show(view)
        view.practise.setFocus()

    def show_view(self, view: QWidget) -> None:
        """Show a view of what comes before the unit, such as logging in."""
        self.office = None
        self._set_band(None)
        self._show(view)

    def show_beside(self, view: QWidget) -> None:
        """Show a view that the program has made, as one of the unit's own."""
        self._when_saved(lambda: self._show(view))

    def keep_writing(self) -> None:
        """Save what is being written, and stay where one is."""
        self._finish_plan()

    def finish_writing(self) -> None:
        """Leave what is being written: another user goes on from the list."""
        self._finish_plan()
        self.plan_view = self._writing = None

    def keep_backup_place(self, place: Path) -> None:
        """Remember where copies of the unit are to lie."""
        self._keep(replace(self.settings, backup_place=str(place)))

    def enter(self, office: Office) -> None:
        """Go to work in an opened unit."""
        self.office = self._as_set(office)
        self._theme = office.theme
        self._set_band(office)
        self._begin_backups(self.office)
        self.show_start()

    def _begin_backups(self, office: Office) -> None:
        """Let the unit be backed up; nothing in practice needs to be."""
        self.end_backups()
        if not office.unit.practice:
            from ui.backup.backup_desk import BackupDesk, BackupMemory  # noqa: PLC0415

            memory = BackupMemory(lambda: self.settings, self._keep)
            self.backups = BackupDesk(office, memory, self)
            self.backups.start()

    def end_backups(self) -> None:
        """Stop what is being backed up, before the unit is closed."""
        if self.backups is not None:
            self.backups.stop()
            self.backups.deleteLater()
            self.backups = None

    def _show_duties(self) -> None:
        """Show what a role may do that does not read of persons (F64)."""
        if self.office is not None:
            from ui.duties_view import DutiesView, DutiesWays  # noqa: PLC0415 - as above

            ways = DutiesWays(
                users=self._ways.show_users,
                backups=self.show_backups,
                method=self.show_method,
                practise=self._ways.practise,
            )
            menu = appearance_button(self._theme, self.settings, self._restyle)
            view = DutiesView(self.office, ways, menu)
            if not self.office.may(Permission.BACK_UP):
                self._tell_of_backups(view)
            self._show(view)
            view.focus_first()

    def show_backups(self) -> None:
        """Show how it is with the backups, make one and put one back."""
        if self.office is not None and self.backups is not None:
            from ui.backup.backup_view import BackupView, BackupWays  # noqa: PLC0415 - as above

            self.backups.office = self.office
            view = BackupView(self.backups, BackupWays(self.show_start, self._ways.restore))
            self._show(view)
            view.refresh()
            view.focus_first()

    def show_start(self) -> None:
        """Show the unit's persons, or to who may not read of any what else there is to do."""
        if self.office is None:
            return
        if self.office.may(Permission.READ):
            self._show_duties()
            return
        ways = StartWays(
            self.open_person,
            self.open_plan,
            self._new_person,
            self.show_method,
            self.show_papers,
            self._to_do_ways(),
            self.show_to_do,
            self.show_import,
            self.show_providers,
            self.show_bin,
            self.show_backups,
            self._ways.show_users,
            self.show_log,
            self.show_retention,
        )
        menu = appearance_button(self._theme, self.settings, self._restyle)
        view = StartView(self.office, ways, menu)
        self._tell_of_backups(view)
        self._show(view)
        view.refresh()
        view.focus_first()

    def _tell_of_backups(self, view: "StartView | DutiesView") -> None:
        """Show on the start how it is with the backups."""
        if self.backups is not None and self.office is not None:
            from ui.backup.backup_line import BackupLine  # noqa: PLC0415 - as below

            self.backups.office = self.office
            view.add_line(BackupLine(self.backups, self.show_backups))

    def show_method(self) -> None:
        """Show which metodstöd is in use."""
        if self.office is not None:
            # Loaded when asked for, as the dialogs are.
            from ui.method_view import MethodView, MethodWays  # noqa: PLC0415
            from ui.transfer_original_card import OriginalChoice  # noqa: PLC0415

            original = OriginalChoice(self.settings.treserva_is_original, self._keep_original)
            adopt, leave = self._ways.adopt_method, self._ways.leave_method
            ways = MethodWays(self.show_start, adopt, leave, original)
            view = MethodView(self.office, ways)
            self._show(view)
            view.refresh()
            view.focus_first()

    def show_papers(self) -> None:
        """Show what is printed for many, what is to be collected, and what was printed."""
        if self.office is not None:
            from ui.papers_view import PapersView, PapersWays  # noqa: PLC0415 - as above

            merge = self.office.unit_papers.merge
            ways = PapersWays(self.show_start, self.open_person, merge, self.show_seal)
            view = PapersView(self.office, ways)
            self._show(view)
            view.refresh()
            view.focus_first()

    def show_seal(self) -> None:
        """Show where a paper's check code and an archive package are verified."""
        if self.office is not None:
            from ui.seal_view import SealView, SealWays  # noqa: PLC0415 - as above

            view = SealView(self.office, SealWays(self.show_papers, self.open_plan))
            self._show(view)
            view.focus_first()

    def change_method(self, office: Office) -> None:
        """Work on by another metodstöd, from the page where it was chosen."""
        self.office = self._as_set(office)
        self.show_method()

    def _as_set(self, office: Office) -> Office:
        original = self.settings.treserva_is_original
        return replace(office, treserva_is_original=original)

    def open_person(self, person_id: str, part: PartId = PartId.OVERVIEW, field: str = "") -> None:
        """Show one person: a part of the record, and a field of it if one is named."""
        self._in_store(
            lambda desk: desk.store.person(person_id),
            lambda person: self._show_person(person, part, field),
        )

    def open_plan(self, plan_id: str, step: str = "") -> None:
        """Open a plan: a draft where it was left or at *step*, an established one to read."""
        self._in_store(
            lambda desk: open_plan(plan_id, desk), lambda plan: self._show_plan(plan, step)
        )

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Let Tab go in reading order."""
        view = self._writing.regions() if self._writing else [self._stack]
        regions = [*([self._band] if self._band else []), *view]
        return go_on(regions, self.focusWidget(), forward=forward)

    def show_to_do(self) -> None:
        """Show all that is left to do in the unit."""
        if self.office is not None:
            from ui.to_do_view import ToDoView  # noqa: PLC0415 - as above

            view = ToDoView(self.office, self._to_do_ways(), self.show_start)
            self._show(view)
            view.refresh()
            view.focus_first()

    def show_import(self) -> None:
        """Show where lists are taken in from files, and saved to them."""
        if self.office is not None:
            from ui.exchange.import_view import ImportView, ImportWays  # noqa: PLC0415 - as above

            ways = ImportWays(
                self.show_start,
                self.show_start,
                lambda: self.settings.columns,
                lambda columns: self._keep(replace(self.settings, columns=columns)),
            )
            view = ImportView(self.office, ways)
            self._show(view)
            view.focus_first()

    def show_providers(self) -> None:
        """Show the external providers, and what each may read of its persons."""
        if self.office is not None:
            from ui.providers_view import ProvidersView, ProvidersWays  # noqa: PLC0415 - as above

            view = ProvidersView(self.office, ProvidersWays(self.show_start, self.open_person))
            self._show(view)
            view.refresh()
            view.focus_first()

    def show_retention(self) -> None:
        """Show who is due to be erased, and what was erased (SoF 2025:468 13 kap. 1 §)."""
        if self.office is not None:
            from ui.retention_view import RetentionView, RetentionWays  # noqa: PLC0415 - as above

            ways = RetentionWays(self.show_start, self.open_person)
            view = RetentionView(self.office, ways)
            self._show(view)
            view.refresh()
            view.focus_first()

    def show_log(self) -> None:
        """Show who has read and written what (F66-F67)."""
        if self.office is not None:
            from ui.log_view import LogView, LogWays  # noqa: PLC0415 - as above

            report = self.office.record_papers.log
            view = LogView(self.office, LogWays(self.show_start, self.open_person, report))
            self._show(view)
            view.refresh()
            view.focus_first()

    def show_bin(self) -> None:
        """Show the drafts that were taken away."""
        if self.office is not None:
            from ui.drafts.bin_view import BinView, BinWays  # noqa: PLC0415 - as above

            view = BinView(self.office, BinWays(self.show_start, self.open_plan))
            self._show(view)
            view.refresh()
            view.focus_first()

    def follow_up(self, plan_id: str) -> None:
        """Follow a plan up: go on with what was begun, or begin on the assignment chosen."""

        def begin(assignment_id: str) -> None:
            self._fetch(lambda desk: follow_up(plan_id, desk, assignment_id), self._show_plan)

        self._in_store(
            lambda desk: choices_for_follow_up(plan_id, desk),
            lambda found: self._choose(found, begin),
        )

    def new_plan(self, person_id: str) -> None:
        """Begin a first plan on the assignment chosen."""

        def begin(assignment_id: str) -> None:
            self._fetch(lambda desk: begin_first(person_id, desk, assignment_id), self._show_plan)

        self._in_store(
            lambda desk: choices_for_first(person_id, desk),
            lambda found: self._choose(found, begin),
        )

    def _choose(self, found: Choices, then: Callable[[str], None]) -> None:
        from ui.choose_assignment_dialog import choose_assignment  # noqa: PLC0415 - as above

        self._stack.setEnabled(True)
        choose_assignment(found, self._theme, self, then)

    def change_plan(self, plan_id: str) -> None:
        """Ask whether an established plan is to be corrected, followed up or annulled (F26)."""
        self._in_store(lambda desk: changes(plan_id, desk), self._ask_change)

    def _ask_change(self, found: Around) -> None:
        from ui.correct_plan_dialog import CorrectPlanDialog  # noqa: PLC0415 - as above

        self._stack.setEnabled(True)
        dialog = CorrectPlanDialog(found, self._theme, self)
        dialog.decided.connect(
            lambda change, reason: self._change_plan(found.plan.id, change, reason)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _change_plan(self, plan_id: str, change: Change, reason: str) -> None:
        if change is Change.NEW_VERSION:
            self.follow_up(plan_id)
        elif change is Change.CORRECT:
            self._in_store(lambda desk: begin_correction(plan_id, reason, desk), self._show_plan)
        else:
            self._in_store(lambda desk: annul(plan_id, reason, desk), self._on_annulled)

    def _on_annulled(self, record: PlanRecord) -> None:
        """Show the person, who has no such plan any more, and offer to make a new one."""
        person_id = record.plan.person_id
        self.open_person(person_id)
        question = Question(
            "Planen är makulerad.",
            _NONE_IN_FORCE.format(name=record.plan.name),
            "Skriv en ny plan",
            "Stäng",
        )
        ask(self, question, lambda: self.new_plan(person_id))

    def _to_do_ways(self) -> ToDoWays:
        return ToDoWays(
            self.open_person, self.follow_up, self.new_plan, self.open_plan, self.open_person
        )

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Save what is left, however the window is closed (log-off too)."""
        if self._finish_plan():
            geometry = bytes(self.saveGeometry().toHex().data()).decode()
            self._keep(replace(self.settings, geometry=geometry))
            event.accept()
        else:
            event.ignore()
            ask(self, _UNSAVED, lambda: self._without_saving(self._close))

    def _close(self) -> None:
        self.close()

    def _finish_plan(self) -> bool:
        return self._writing is None or self._writing.finish()

    def _when_saved(self, then: Callable[[], None]) -> None:
        """Do *then* when the open plan is saved; ask first when it cannot be."""
        if self._finish_plan():
            then()
        else:
            ask(self, _UNSAVED, lambda: self._without_saving(then))

    def _without_saving(self, then: Callable[[], None]) -> None:
        """Do *then*, which shows another view; nothing is written in this one any more."""
        self.plan_view = self._writing = None
        self._stack.setEnabled(False)
        then()

    def _in_store(self, work: Callable[[Desk], _T], show: Callable[[_T], None]) -> None:
        self._when_saved(lambda: self._fetch(work, show))

    def _fetch(self, work: Callable[[Desk], _T], show: Callable[[_T], None]) -> None:
        if self.office is not None:
            desk = self.office.desk()
            # What is typed in a view that is about to be replaced would be lost with it.
            self._stack.setEnabled(False)
            self.office.database.run(lambda: work(desk), show, self._on_not_fetched)

    def _on_not_fetched(self, error: Exception) -> None:
        self._stack.setEnabled(True)
        show_error(error)

    def _show_person(self, person: Person, part: PartId = PartId.OVERVIEW, field: str = "") -> None:
        if self.office is None:
            return
        ways = PersonWays(
            leave=lambda: self._when_saved(self.show_start),
            open_plan=self.open_plan,
            open_plan_at=self.open_plan,
            follow_up=self.follow_up,
            change_plan=self.change_plan,
            new_plan=self.new_plan,
            new_assignment=self._write_assignment,
            correct_assignment=self._write_assignment,
            correct_person=self._correct_person,
            print_plan=lambda plan_id: self.open_plan(plan_id, "print"),
            transfer=self.show_transfer,
            help_toggled=self._keep_help,
        )
        view = PersonView(person, self.office, ways)
        self._show(view)
        self._writing = view
        view.start(part, field, help_open=self.settings.help_open)

    def _keep_help(self, is_open: bool) -> None:
        self._keep(replace(self.settings, help_open=is_open))

    def _correct_person(self, person: Person) -> None:
        if self.office is not None:
            from ui.correct_person_dialog import CorrectPersonDialog  # noqa: PLC0415 - as above

            dialog = CorrectPersonDialog(person, self.office, self)
            dialog.changed.connect(lambda changed: self.open_person(changed.id))
            dialog.open()

    def show_transfer(self, plan_id: str) -> None:
        """Show the sheet by which an established plan is copied into Treserva."""
        self._in_store(lambda desk: open_plan(plan_id, desk), self._show_transfer)

    def _show_transfer(self, opened: Opened) -> None:
        if self.office is not None:
            from ui.transfer_view import TransferView, TransferWays  # noqa: PLC0415 - as above

            person_id = opened.situation.person.id
            ways = TransferWays(lambda: self.open_person(person_id))
            view = TransferView(opened, self.office, ways)
            self._show(view)
            view.refresh()
            view.focus_first()

    def _keep_original(self, is_treserva: bool) -> None:
        self._keep(replace(self.settings, treserva_is_original=is_treserva))
        if self.office is not None:
            self.office = replace(self.office, treserva_is_original=is_treserva)

    def _show_plan(self, opened: Opened, step: str = "") -> None:
        if self.office is None:
            return
        person_id = opened.situation.person.id
        ways = PlanWays(
            leave=lambda: self.open_person(person_id),
            open_plan=self.open_plan,
            follow_up=self.follow_up,
            change_plan=self.change_plan,
            help_toggled=self._keep_help,
            transfer=self.show_transfer,
        )
        view = self._make_plan_view(opened, self.office, ways)
        self._show(view)
        self.plan_view = self._writing = view
        view.start(opened, help_open=self.settings.help_open)
        if step:
            view.go(step)

    def _new_person(self) -> None:
        if self.office is not None:
            # Loaded when asked for: the dialogs are a tenth of the time to the first window.
            from ui.new_person_dialog import NewPersonDialog  # noqa: PLC0415

            dialog = NewPersonDialog(self.office, self)
            dialog.added.connect(self._show_person)
            dialog.open()

    def _write_assignment(self, person: Person, assignment: Assignment | None = None) -> None:
        if self.office is not None:
            from ui.assignment_dialog import AssignmentDialog  # noqa: PLC0415 - as above

            dialog = AssignmentDialog(person, self.office, self, assignment)
            dialog.accepted.connect(lambda: self.open_person(person.id))
            dialog.open()

    def _restyle(self, settings: Settings) -> None:
        self._keep(settings)
        theme = self._ways.restyle(settings)
        if self.office is not None:
            self.enter(replace(self.office, theme=theme))

    def _keep(self, settings: Settings) -> None:
        self.settings = settings
        self._ways.keep(settings)

    def _set_band(self, office: Office | None) -> None:
        if self._band:
            self._band.hide()
            self._band.deleteLater()
            self._band = None
        if office and office.unit.practice:
            self._band = PracticeBand(office.theme)
            self._band.reset_wanted.connect(lambda: ask(self, _RESET, self._reset_practice))
            self._band.leave_wanted.connect(self._leave_practice)
            self._top.addWidget(self._band)
        self.setWindowTitle("Gplan – ÖVNING" if self._band else "Gplan")

    def _reset_practice(self) -> None:
        # Or the clock of the open plan would save into a unit that is being made anew.
        self._finish_plan()
        self._without_saving(self._ways.reset_practice)

    def _leave_practice(self) -> None:
        self._when_saved(lambda: self._without_saving(self._ways.leave_practice))

    def _show(self, view: QWidget) -> None:
        """Put *view* in place of the one before it."""
        self.plan_view = self._writing = None
        before = self._stack.currentWidget()
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        self._stack.setEnabled(True)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()
