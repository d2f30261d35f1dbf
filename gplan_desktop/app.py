"""The one place where the parts are put together.

Database, paper and wizard are loaded on the worker threads after the window
is shown: together they take four times as long as the window itself.
"""

import logging
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox

from gplan_desktop import clock, log, options, settings
from gplan_desktop.archive.register_extract import Handed
from gplan_desktop.domain import dates
from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.journal_entry import JournalEntry, Period
from gplan_desktop.domain.log_entry import LogSheet, Noted
from gplan_desktop.domain.overview import PersonSummary, Unit
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import PlanRecord
from gplan_desktop.domain.print_out import Paper
from gplan_desktop.domain.tabs import Tabs
from gplan_desktop.domain.user import Permission, Whose
from gplan_desktop.domain.visit_plan import VisitPlan
from gplan_desktop.errors import (
    DatabaseDamaged,
    DatabaseMissing,
    DatabaseNewer,
    KeyFailed,
    WorldError,
)
from gplan_desktop.method.in_use import MethodInUse, method_in_use
from gplan_desktop.method.model import Method
from gplan_desktop.options import Options
from gplan_desktop.paths import DataFolders, PathTooLong, data_folders
from gplan_desktop.planning import Opened
from gplan_desktop.rules.situation import Situation
from gplan_desktop.settings import Settings
from gplan_desktop.vault import crash_dumps
from printing.document import PlanDocument
from ui import theme
from ui.background import Background
from ui.confirm import Question, ask
from ui.errors import show_error
from ui.main_window import MainWindow, ProgramWays
from ui.office import Office, RecordPapers, Standing, UnitPapers
from ui.plan_view import PlanView, PlanWays
from ui.spell_check import OwnWords, SpellCheck

if TYPE_CHECKING:
    from gplan_desktop.backup.kept import Backup
    from gplan_desktop.entrance import Entrance
    from gplan_desktop.store.store import Store
    from gplan_desktop.units import Units
    from gplan_desktop.vault.machine import Machine
    from gplan_desktop.vault.recovery_code import RecoveryCode
    from ui.login.gatehouse import Gatehouse

_USELESS_PRACTICE = Question(
    "Övningsfilen går inte att öppna. Vill du skapa en ny övning?",
    "Den gamla filen läggs åt sidan. Dina riktiga uppgifter berörs inte.",
    "Skapa en ny övning",
    "Avbryt",
)
_log = logging.getLogger(__name__)


def main(arguments: list[str] | None = None) -> int:
    """Start the program and return its exit code."""
    chosen = options.read(sys.argv[1:] if arguments is None else arguments)
    if chosen.check_method:
        from gplan_desktop.method.report import check_method  # noqa: PLC0415 - as run_check

        return check_method(chosen.check_method, chosen.report)
    if chosen.check:
        return _check(chosen)
    crash_dumps.forbid(Path(sys.executable))
    application = make_application()
    try:
        folders = data_folders(chosen.data)
    except PathTooLong as error:
        QMessageBox.critical(None, "Gplan", str(error))
        return 1
    in_use = method_in_use(folders.method_folder, folders.ready_method)
    program = Program(application, chosen, in_use)
    try:
        program.begin()
        return application.exec()
    finally:
        program.end()


def _check(chosen: Options) -> int:
    from gplan_desktop.selfcheck import run_check  # noqa: PLC0415 - loads every part

    try:
        folders = data_folders(chosen.data)
    except PathTooLong as error:
        options.answer([f"FEL: {error}"], chosen.report)
        return 1
    in_use = method_in_use(folders.method_folder)
    return run_check(in_use, paper_of(in_use.method), chosen.report)


def make_application() -> QApplication:
    """Return the Qt application with the program's fonts and Swedish buttons."""
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(["Gplan"])
    application.setApplicationName("Gplan")
    QLocale.setDefault(QLocale("sv_SE"))
    translator = QTranslator(application)
    translator.load("qtbase_sv", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    application.installTranslator(translator)
    theme.load_fonts()
    return application


def paper_of(
    method: Method, paper: Paper = Paper.PLAN, *, in_treserva: bool = False
) -> Callable[[PlanRecord, Situation, Unit], bytes]:
    """Return what turns a plan into *paper* by *method*; it may say where the original is."""

    def render(record: PlanRecord, situation: Situation, unit: Unit) -> bytes:
        from printing.render import render as make  # noqa: PLC0415 - see the module

        told = replace(document(record, situation, unit), in_treserva=in_treserva)
        return make(told, method, paper)

    return render


def document(record: PlanRecord, situation: Situation, unit: Unit) -> PlanDocument:
    """Return what the paper needs to know of a plan."""
    return PlanDocument(
        situation.person,
        situation.assignment,
        record,
        unit,
        former=situation.previous,
        others=situation.others,
    )


def unit_papers(method: Method, unit: Unit, now: Callable[[], datetime]) -> UnitPapers:
    """Return what makes the papers that are of no plan; what it takes is loaded when asked for."""

    def blank_plan(person: Person | None, assignment: Assignment | None) -> bytes:
        from printing.documents.blank_plan import BlankPlan  # noqa: PLC0415 - see the module
        from printing.render import render  # noqa: PLC0415 - as above

        codes = tuple(area.code for area in assignment.areas) if assignment else ()
        return render(BlankPlan(unit, person, assignment, codes), method)

    def booklet() -> bytes:
        from printing.documents.method_booklet import MethodBooklet  # noqa: PLC0415 - as above
        from printing.render import render  # noqa: PLC0415 - as above

        return render(MethodBooklet(unit.name, dates.in_sweden(now()).date()), method)

    def unit_list(people: Sequence[PersonSummary]) -> bytes:
        from printing.documents.unit_list import UnitList  # noqa: PLC0415 - as above
        from printing.render import render  # noqa: PLC0415 - as above

        return render(UnitList(tuple(people), unit, now(), unit.coordinator), method)

    def merge(pdfs: Iterable[bytes]) -> bytes:
        from printing.joining.merging import merged  # noqa: PLC0415 - as above

        return merged(pdfs)

    return UnitPapers(blank_plan, booklet, unit_list, merge)


def record_papers(method: Method, unit: Unit, now: Callable[[], datetime]) -> RecordPapers:
    """Return what makes the papers of a person's record, loaded when asked for."""

    def tabs(person: Person, told: Tabs, shows_codes: bool) -> bytes:
        from printing.documents.person_tabs import TabsDocument  # noqa: PLC0415 - see the module
        from printing.render import render  # noqa: PLC0415 - as above

        by = unit.coordinator
        return render(TabsDocument(person, told, unit, now(), by, shows_codes), method)

    def visit_plan(person: Person, plan: VisitPlan, shows_codes: bool) -> bytes:
        from printing.documents.visit_plan import VisitPlanDocument  # noqa: PLC0415 - as above
        from printing.render import render  # noqa: PLC0415 - as above

        return render(VisitPlanDocument(person, plan, unit, shows_codes), method)

    def journal(person: Person, entries: Sequence[JournalEntry], period: Period) -> bytes:
        from printing.documents.journal_extract import JournalExtract  # noqa: PLC0415 - as above
        from printing.render import render  # noqa: PLC0415 - as above

        by = unit.coordinator
        return render(JournalExtract(person, tuple(entries), period, unit, now(), by), method)

    def log(told: LogSheet) -> bytes:
        from printing.documents.log_report import LogReport  # noqa: PLC0415 - as above
        from printing.render import render  # noqa: PLC0415 - as above

        return render(LogReport(told, unit, now(), unit.coordinator), method)

    def register(handed: Handed) -> bytes:
        from printing.render import render  # noqa: PLC0415 - as above

        return render(handed, method)

    return RecordPapers(tabs, visit_plan, journal, log, register)


def load_the_rest(method: Method) -> None:
    """Load paper, wizard and the guard of *method* and warm them up, on a worker thread."""
    from gplan_desktop.rules.guard import make_ready  # noqa: PLC0415 - see the module
    from printing.render import warm_up  # noqa: PLC0415 - see the module
    from wizard import wizard_view  # noqa: F401, PLC0415 - see the module

    warm_up()
    make_ready(method.guard)


def make_plan_view(opened: Opened, office: Office, ways: PlanWays) -> PlanView:
    """Return the wizard for an opened plan."""
    from wizard.wizard_view import WizardView  # noqa: PLC0415 - see the module

    return WizardView(opened, office, ways)


class Program:
    """The running program: its window, its threads, and the unit that is open."""

    def __init__(
        self,
        application: QApplication,
        chosen: Options,
        in_use: MethodInUse,
        machine: "Machine | None" = None,
    ) -> None:
        self._application, self._in_use, self._chosen = application, in_use, chosen
        self._now: Callable[[], datetime] = (
            clock.moved_to(chosen.today) if chosen.today else clock.wall_clock
        )
        self._folders = data_folders(chosen.data)
        self._database, self._paper, self._words = Background(), Background(), Background()
        self._spelling: SpellCheck | None = None
        self._is_loaded = False
        self._store: Store | None = None
        self._gatehouse: Gatehouse | None = None
        self._machine = machine
        kept = settings.load(self._folders.settings_file)
        self._theme = theme.apply(application, kept)
        self.window = MainWindow(self._theme, kept, make_plan_view, self._ways())

    def begin(self) -> None:
        """Show the window, and in it the list or the very first start."""
        sys.excepthook = _on_bug
        self._database.start()
        self._paper.start()
        self._words.start()
        self._application.commitDataRequest.connect(self._on_log_off)
        self.window.show()
        log.start(self._folders.log_file)
        if self._folders.has_unit and not self._chosen.practice:
            self.open_unit()
        elif self._chosen.practice or self._folders.practice_database.exists():
            self.practise()
        else:
            self.window.show_first()
        # Queued behind the list, so that the list need not share the processor with it.
        self._database.run(lambda: None, self._load_the_rest, show_error)

    def end(self) -> None:
        """Let go of the database and the threads."""
        # What is still being loaded must not begin with the dictionary now.
        if self._spelling is not None:
            self._spelling.stop()
        self._spelling = None
        self.close_store()
        self._words.stop()
        self._database.stop()
        self._paper.stop()

    def _ways(self) -> ProgramWays:
        return ProgramWays(
            practise=self.practise,
            begin_unit=self._begin_unit,
            reset_practice=self._renew_practice,
            leave_practice=self._leave_practice,
            restyle=self._restyle,
            keep=lambda kept: settings.save(self._folders.settings_file, kept),
            adopt_method=self._adopt_method,
            leave_method=self._leave_method,
            restore=self._restore,
            show_users=self._show_users,
            lock=self._lock,
        )

    def _begin_unit(self, name: str, coordinator: str) -> None:
        """Set the unit up; one that is there but could not be opened is tried again instead."""
        if self._folders.unit_database.exists():
            self.open_unit()
        else:
            self._gate().begin(name, coordinator)

    def open_unit(self) -> None:
        """Open the real unit: by logging in, where it has any users."""
        self.close_store()
        self._complete_restoring()
        if self._folders.asks_for_login:
            self._gate().open()
        else:
            self._open(lambda units: units.open_unit(), self._on_no_unit)

    def entrance(self) -> "Entrance":
        """Return the way into the unit, by the method as it is now."""
        from gplan_desktop.entrance import Entrance  # noqa: PLC0415 - see the module
        from gplan_desktop.vault.machine import MACHINE  # noqa: PLC0415 - as above

        return Entrance(self._folders, self._in_use.method, self._now, self._machine or MACHINE)

    def _gate(self) -> "Gatehouse":
        if self._gatehouse is None:
            from ui.login.gatehouse import Gatehouse, Means  # noqa: PLC0415 - see the module

            means = Means(
                window=self.window,
                database=self._database,
                paper=self._paper,
                theme=lambda: self._theme,
                code_pdf=self._code_pdf,
            )
            self._gatehouse = Gatehouse(self, means)
        return self._gatehouse

    def _code_pdf(self, code: "RecoveryCode", unit: str) -> bytes:
        from gplan_desktop.vault.recovery_code import sheet  # noqa: PLC0415 - see the module
        from printing.render import render  # noqa: PLC0415 - as above

        made = dates.in_sweden(self._now()).date()
        return render(sheet(code, unit, made), self._in_use.method)

    def _show_users(self) -> None:
        if self._store is not None and not self._store.unit.practice:
            self._gate().show_users(self._store.unit)

    def _lock(self) -> None:
        if self._gatehouse is not None:
            self._gatehouse.lock()

    def _complete_restoring(self) -> None:
        """Let a backup that was being put back when the program ended take its place."""
        folder = self._folders.unit_folder
        if any(folder.glob("unit-g*.db.restored")):
            from gplan_desktop.backup.restoring import complete  # noqa: PLC0415 - see the module

            self._database.call(lambda: complete(folder))

    def _restore(self, backup: "Backup", key: bytes) -> None:
        """Close the unit, put the backup in its place, and open what is there then."""
        from gplan_desktop.backup.restoring import Target, restore  # noqa: PLC0415 - as above
        from ui.progress_window import Stopped, with_progress  # noqa: PLC0415 - as above

        self.close_store()
        target = Target(self._folders.unit_folder, self._now)
        try:
            with_progress(
                lambda tell: restore(backup, key, target, tell),
                "Återställer",
                self.window,
                self._database,
            )
        except WorldError as error:
            show_error(error)
        except Stopped:
            _log.info("a restoring was stopped")
        self.open_unit()

    def _on_no_unit(self, error: Exception) -> None:
        """Tell why the unit cannot be opened; a lost file can be put back from a backup."""
        if isinstance(error, DatabaseDamaged | DatabaseMissing | DatabaseNewer | KeyFailed):
            self.rescue(error)
        else:
            self._on_not_opened(error)

    def rescue(self, error: WorldError, key: bytes = b"") -> None:
        """Show the backups of a unit that cannot be opened; its *key*, where that is known."""
        from ui.backup.rescue_view import Lost, RescueView, RescueWays  # noqa: PLC0415 - as above

        place = self.window.settings.backup_place
        lost = Lost(error, Path(place) if place else None, key)
        ways = RescueWays(self.open_unit, self.practise, self._restore)
        self.window.show_view(RescueView(lost, ways, self._theme, self._database))

    def practise(self) -> None:
        """Go to the invented persons."""
        self._open(lambda units: units.open_practice(), self._on_no_practice)

    def _renew_practice(self) -> None:
        self._open(lambda units: units.renew_practice())

    def _replace_practice(self) -> None:
        self._open(lambda units: units.replace_practice())

    def _open(
        self,
        opening: "Callable[[Units], Store]",
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self.close_store()
        folders, method, now = self._folders, self._in_use.method, self._now
        self._database.run(
            lambda: opening(_units(folders, method, now)),
            self.enter,
            failed or self._on_not_opened,
        )

    def enter(self, store: "Store") -> None:
        """Go to work in an opened unit."""
        self._store = store
        self.window.enter(self._office(store))

    def _on_not_opened(self, error: Exception) -> None:
        """Tell why, and show a place to go on from."""
        self.window.show_first()
        show_error(error)

    def _on_no_practice(self, error: Exception) -> None:
        """Offer to make the practice anew when its file is of no use: nothing in it is real."""
        if isinstance(error, DatabaseDamaged | DatabaseNewer):
            self.window.show_first()
            ask(self.window, _USELESS_PRACTICE, self._replace_practice)
        else:
            self._on_not_opened(error)

    def _office(self, store: "Store") -> Office:
        unit, method = store.unit, self._in_use.method
        return Office(
            store=store,
            unit=unit,
            method=method,
            theme=self._theme,
            database=self._database,
            paper=self._paper,
            now=self._now,
            render=self._render(unit),
            file_name=lambda r, s, paper: _file_name(document(r, s, unit), paper),
            missing_characters=lambda r, s: _missing_characters(document(r, s, unit)),
            unit_papers=unit_papers(method, unit, self._now),
            record_papers=record_papers(method, unit, self._now),
            spelling=self._make_spelling(store),
            own_method=self._in_use.own,
            standing=_standing(store),
        )

    def _render(self, unit: Unit) -> Callable[[PlanRecord, Situation, Paper], bytes]:
        """Return what makes the papers of plans, by the setting as it is when one is made."""
        method, window = self._in_use.method, self.window

        def render(record: PlanRecord, situation: Situation, paper: Paper) -> bytes:
            original = window.settings.treserva_is_original
            return paper_of(method, paper, in_treserva=original)(record, situation, unit)

        return render

    def _make_spelling(self, store: "Store") -> SpellCheck:
        """Return the spelling help with the unit's own words; it begins when it is loaded."""
        if self._spelling is not None:
            self._spelling.deleteLater()
        own = OwnWords(self._database, store.own_words, store.add_word)
        self._spelling = SpellCheck(self._words, own, self.window)
        if self._is_loaded:
            self._spelling.start()
        return self._spelling

    def close_store(self) -> None:
        """Let go of the database, and of who was in."""
        self.window.end_backups()
        if self._store is not None:
            if self._gatehouse is not None:
                self._gatehouse.log_out()
            self._database.flush()
            self._database.call(self._store.close)
            self._store = None
        if self._gatehouse is not None:
            self._gatehouse.leave()

    def _leave_practice(self) -> None:
        if self._folders.has_unit:
            self.open_unit()
        else:
            self.close_store()
            self.window.show_first()

    def _restyle(self, kept: Settings) -> theme.Theme:
        self._theme = theme.apply(self._application, kept)
        return self._theme

    def _adopt_method(self, chosen: Path, refused: Callable[[Exception], None]) -> None:
        from gplan_desktop.method.adopt import adopt  # noqa: PLC0415 - only when it is asked for

        folder = self._folders.method_folder
        self._database.run(lambda: adopt(chosen, folder), self._use_method, refused)

    def _leave_method(self) -> None:
        from gplan_desktop.method.adopt import leave  # noqa: PLC0415 - as above

        folder = self._folders.method_folder
        self._database.run(lambda: leave(folder), self._use_method, show_error)

    def _use_method(self, in_use: MethodInUse) -> None:
        self._in_use = in_use
        store, version = self._store, in_use.method.version
        if store is not None:
            self._database.run(
                lambda: store.log.note(Noted.METHOD_CHANGED, version), lambda _: None, show_error
            )
            self.window.change_method(self._office(store))

    def _load_the_rest(self, _: None) -> None:
        method = self._in_use.method
        self._paper.run(lambda: load_the_rest(method), self._on_loaded, show_error)

    def _on_loaded(self, _: None) -> None:
        """Begin with the dictionary last: while it is read the window stands still a moment."""
        self._is_loaded = True
        if self._spelling is not None:
            self._spelling.start()

    def _on_log_off(self) -> None:
        self.window.close()


def _standing(store: "Store") -> Standing:
    """Return what the one who has come in may not do and why, and whom that one sees."""
    access = store.access
    return Standing(
        {one: access.why_not(one).happened for one in Permission if not access.may(one)},
        sees_some=access.actor.whose is not Whose.ALL,
        opens_others=access.actor.may_open_others,
    )


def _units(folders: DataFolders, method: Method, now: Callable[[], datetime]) -> "Units":
    from gplan_desktop.units import Units  # noqa: PLC0415 - see the module

    return Units(folders, method, now, paper_of(method))


def _file_name(plan: PlanDocument, paper: Paper) -> str:
    from printing.render import file_name  # noqa: PLC0415 - see the module

    return file_name(plan, paper)


def _missing_characters(plan: PlanDocument) -> str:
    from printing.render import missing_characters  # noqa: PLC0415 - see the module

    return missing_characters(plan)


def _on_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log and show an error of ours; the program goes on and the text is kept."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    elif isinstance(error, Exception):
        show_error(error.with_traceback(trace))
    else:
        _log.critical("ended", exc_info=error)
