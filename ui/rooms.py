"""The pages of a unit: its start, and what one goes to from there."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from gplan_desktop.domain.user import Permission
from gplan_desktop.settings import Settings, lock_choices
from ui.appearance import appearance_button
from ui.casework import Casework
from ui.errors import show_error
from ui.office import Office
from ui.session_menu import LockTime, SessionWays
from ui.unit_backups import UnitBackups
from ui.workplace import Workplace

if TYPE_CHECKING:
    from ui.duties_view import DutiesView
    from ui.start_view import StartView

_View = TypeVar("_View", bound=QWidget)


class Rooms:
    """Shows each page of the unit in the window.

    A page is one function here, which loads its view when it is asked for and makes it from the
    office, and a way to it from the start.
    """

    def __init__(
        self,
        place: Workplace,
        work: Casework,
        backups: UnitBackups,
        restyle: Callable[[Settings], None],
    ) -> None:
        self._place, self._work, self._backups, self._restyle = place, work, backups, restyle

    def show_start(self) -> None:
        """Show the unit's persons, or to who may not read of any what else there is to do."""
        office = self._place.office
        if office is not None and office.may(Permission.READ):
            self._show_duties()
        else:
            self._show_people()

    def _show_people(self) -> None:
        from ui.start_view import StartView, StartWays  # noqa: PLC0415 - see the class

        ways = StartWays(
            open_person=self._work.open_person,
            open_plan=self._work.open_plan,
            new_person=self._work.new_person,
            show_method=self.show_method,
            show_papers=self.show_papers,
            to_do=self._work.to_do_ways(),
            show_to_do=self.show_to_do,
            show_import=self.show_import,
            show_providers=self.show_providers,
            show_bin=self.show_bin,
            show_backups=self._backups.show,
            show_users=self._place.ways.show_users,
            show_log=self.show_log,
            show_retention=self.show_retention,
            session=self._session(),
        )
        self._show(
            lambda office: StartView(office, ways, self._menu()),
            self._tell_on,
            StartView.refresh,
            StartView.focus_first,
        )

    def _show_duties(self) -> None:
        """Show what a role may do that does not read of persons (F64)."""
        from ui.duties_view import DutiesView, DutiesWays  # noqa: PLC0415 - see the class

        ways = DutiesWays(
            users=self._place.ways.show_users,
            backups=self._backups.show,
            method=self.show_method,
            practise=self._place.ways.practise,
            session=self._session(),
        )
        self._show(
            lambda office: DutiesView(office, ways, self._menu()),
            self._tell_on,
            DutiesView.focus_first,
        )

    def _tell_on(self, start: "StartView | DutiesView") -> None:
        """Show on the start what is not as it should be, for who can do something about it."""
        office = self._place.office
        if office is None or office.unit.practice:
            return
        if office.standing.who:
            from ui.login.last_time import LastTimeLine  # noqa: PLC0415 - see the class

            start.add_line(LastTimeLine(office))
        self._backups.tell_on(start)
        if not office.may(Permission.MANAGE_USERS):
            self._tell_of_code(office, start)
        if not office.may(Permission.READ_LOGS):
            from ui.log_month_line import LogMonthLine  # noqa: PLC0415 - see the class

            start.add_line(LogMonthLine(office, self.show_log))
        if office.standing.who and not office.may(Permission.READ_LOGS):
            from ui.login.users_changed_line import UsersChangedLine  # noqa: PLC0415 - see the class

            start.add_line(UsersChangedLine(office, self.show_log))

    def _tell_of_code(self, office: Office, start: "StartView | DutiesView") -> None:
        """Tell that there is no recovery code to rely on, once it is known who has come in."""
        from ui.login.code_line import CodeLine  # noqa: PLC0415 - see the class

        ways, line = self._place.ways, CodeLine(office.theme)
        line.wanted.connect(ways.show_users)
        line.hide()
        start.add_line(line)

        def tell(_: None) -> None:
            # The start may have been left since.
            if isValid(line):
                line.setVisible(ways.lacks_code())

        office.database.run(lambda: None, tell, show_error)

    def show_method(self) -> None:
        """Show which metodstöd is in use."""
        from ui.method_view import MethodView, MethodWays  # noqa: PLC0415 - see the class
        from ui.transfer_original_card import OriginalChoice  # noqa: PLC0415 - as above

        place = self._place
        original = OriginalChoice(place.settings.treserva_is_original, place.keep_original)
        adopt, leave = place.ways.adopt_method, place.ways.leave_method
        ways = MethodWays(self.show_start, adopt, leave, original)
        self._show(
            lambda office: MethodView(office, ways), MethodView.refresh, MethodView.focus_first
        )

    def show_papers(self) -> None:
        """Show what is printed for many, what is to be collected, and what was printed."""
        from ui.papers_view import PapersView, PapersWays  # noqa: PLC0415 - see the class

        def make(office: Office) -> PapersView:
            merge = office.unit_papers.merge
            ways = PapersWays(self.show_start, self._work.open_person, merge, self.show_seal)
            return PapersView(office, ways)

        self._show(make, PapersView.refresh, PapersView.focus_first)

    def show_seal(self) -> None:
        """Show where a paper's check code and an archive package are verified."""
        from ui.seal_view import SealView, SealWays  # noqa: PLC0415 - see the class

        ways = SealWays(self.show_papers, self._work.open_plan)
        self._show(lambda office: SealView(office, ways), SealView.focus_first)

    def show_to_do(self) -> None:
        """Show all that is left to do in the unit."""
        from ui.to_do_view import ToDoView  # noqa: PLC0415 - see the class

        ways = self._work.to_do_ways()
        self._show(
            lambda office: ToDoView(office, ways, self.show_start),
            ToDoView.refresh,
            ToDoView.focus_first,
        )

    def show_import(self) -> None:
        """Show where lists are taken in from files, and saved to them."""
        from ui.exchange.import_view import ImportView, ImportWays  # noqa: PLC0415 - see the class

        place = self._place
        ways = ImportWays(
            self.show_start,
            self.show_start,
            lambda: place.settings.columns,
            lambda columns: place.keep(replace(place.settings, columns=columns)),
        )
        self._show(lambda office: ImportView(office, ways), ImportView.focus_first)

    def show_providers(self) -> None:
        """Show the external providers, and what each may read of its persons."""
        from ui.providers_view import ProvidersView, ProvidersWays  # noqa: PLC0415 - see the class

        ways = ProvidersWays(self.show_start, self._work.open_person)
        self._show(
            lambda office: ProvidersView(office, ways),
            ProvidersView.refresh,
            ProvidersView.focus_first,
        )

    def show_retention(self) -> None:
        """Show who is due to be erased, and what was erased (SoF 2025:468 13 kap. 1 §)."""
        from ui.retention_view import RetentionView, RetentionWays  # noqa: PLC0415 - see the class

        ways = RetentionWays(self.show_start, self._work.open_person)
        self._show(
            lambda office: RetentionView(office, ways),
            RetentionView.refresh,
            RetentionView.focus_first,
        )

    def show_log(self) -> None:
        """Show who has read and written what (F66-F67)."""
        from ui.log_view import LogView, LogWays  # noqa: PLC0415 - see the class

        def make(office: Office) -> LogView:
            report = office.record_papers.log
            return LogView(office, LogWays(self.show_start, self._work.open_person, report))

        self._show(make, LogView.refresh, LogView.focus_first)

    def show_bin(self) -> None:
        """Show the drafts that were taken away."""
        from ui.drafts.bin_view import BinView, BinWays  # noqa: PLC0415 - see the class

        ways = BinWays(self.show_start, self._work.open_plan)
        self._show(lambda office: BinView(office, ways), BinView.refresh, BinView.focus_first)

    def _show(self, make: Callable[[Office], _View], *begin: Callable[[_View], None]) -> None:
        """Put the view that *make* makes in the window and *begin* it; nothing without a unit."""
        if self._place.office is not None:
            view = make(self._place.office)
            self._place.views.put(view)
            for step in begin:
                step(view)

    def _session(self) -> SessionWays:
        place = self._place

        def log_out() -> None:
            place.views.when_saved(lambda: place.views.without_saving(place.ways.log_out))

        return SessionWays(place.ways.lock, log_out, self._lock_time())

    def _lock_time(self) -> LockTime:
        place = self._place
        longest = place.office.method.access.screen.longest_lock_minutes if place.office else 0
        minutes = place.settings.locked_after(longest)
        choices = lock_choices(longest, minutes)
        return LockTime(
            minutes,
            choices,
            lambda chosen: place.keep(replace(place.settings, lock_minutes=chosen)),
        )

    def _menu(self) -> QWidget:
        return appearance_button(self._place.theme, self._place.settings, self._restyle)
