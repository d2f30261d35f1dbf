"""The work with one person at a time: the record, the assignments and the plans."""

from collections.abc import Callable

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.person import Person
from gplan_desktop.planning import Opened, open_plan
from ui.office import Office
from ui.plan_changes import PlanChanges
from ui.plan_view import PlanView, PlanWays
from ui.record.ways import PartId, PersonWays
from ui.to_do_ways import ToDoWays
from ui.workplace import Workplace

MakePlanView = Callable[[Opened, Office, PlanWays], PlanView]


class Casework:
    """Opens persons and plans in the window; *leave* goes back to where persons are listed."""

    def __init__(
        self, place: Workplace, make_plan_view: MakePlanView, leave: Callable[[], None]
    ) -> None:
        self._place, self._make_plan_view, self._leave = place, make_plan_view, leave
        self.changes = PlanChanges(place, self._show_plan, self.open_person)

    def open_person(self, person_id: str, part: PartId = PartId.OVERVIEW, field: str = "") -> None:
        """Show one person: a part of the record, and a field of it if one is named."""
        self._place.in_store(
            lambda desk: desk.store.person(person_id),
            lambda person: self._show_person(person, part, field),
        )

    def open_plan(self, plan_id: str, step: str = "") -> None:
        """Open a plan: a draft where it was left or at *step*, an established one to read."""
        self._place.in_store(
            lambda desk: open_plan(plan_id, desk), lambda plan: self._show_plan(plan, step)
        )

    def to_do_ways(self) -> ToDoWays:
        """Return where one goes to do what is on a list."""
        changes = self.changes
        return ToDoWays(
            self.open_person, changes.follow_up, changes.new_plan, self.open_plan, self.open_person
        )

    def new_person(self) -> None:
        """Add a person to the unit."""
        office = self._place.office
        if office is not None:
            # Loaded when asked for: the dialogs are a tenth of the time to the first window.
            from ui.new_person_dialog import NewPersonDialog  # noqa: PLC0415

            dialog = NewPersonDialog(office, self._place.window)
            dialog.added.connect(self._show_person)
            dialog.open()

    def _correct_person(self, person: Person) -> None:
        office = self._place.office
        if office is not None:
            from ui.correct_person_dialog import CorrectPersonDialog  # noqa: PLC0415 - as above

            dialog = CorrectPersonDialog(person, office, self._place.window)
            dialog.changed.connect(lambda changed: self.open_person(changed.id))
            dialog.open()

    def _write_assignment(self, person: Person, assignment: Assignment | None = None) -> None:
        office = self._place.office
        if office is not None:
            from ui.assignment_dialog import AssignmentDialog  # noqa: PLC0415 - as above

            dialog = AssignmentDialog(person, office, self._place.window, assignment)
            dialog.accepted.connect(lambda: self.open_person(person.id))
            dialog.open()

    def _show_person(self, person: Person, part: PartId = PartId.OVERVIEW, field: str = "") -> None:
        office = self._place.office
        if office is None:
            return
        from ui.person_view import PersonView  # noqa: PLC0415 - as above

        view = PersonView(person, office, self._person_ways())
        self._place.views.put(view, written=view)
        view.start(part, field, help_open=self._place.settings.help_open)

    def _person_ways(self) -> PersonWays:
        changes = self.changes
        return PersonWays(
            leave=lambda: self._place.views.when_saved(self._leave),
            open_plan=self.open_plan,
            open_plan_at=self.open_plan,
            follow_up=changes.follow_up,
            change_plan=changes.change_plan,
            new_plan=changes.new_plan,
            new_assignment=self._write_assignment,
            correct_assignment=self._write_assignment,
            correct_person=self._correct_person,
            print_plan=lambda plan_id: self.open_plan(plan_id, "print"),
            transfer=self._transfer,
            help_toggled=self._place.keep_help,
        )

    def _show_plan(self, opened: Opened, step: str = "") -> None:
        office = self._place.office
        if office is None:
            return
        person_id = opened.situation.person.id
        ways = PlanWays(
            leave=lambda: self.open_person(person_id),
            open_plan=self.open_plan,
            follow_up=self.changes.follow_up,
            change_plan=self.changes.change_plan,
            help_toggled=self._place.keep_help,
            transfer=self._transfer,
        )
        view = self._make_plan_view(opened, office, ways)
        self._place.views.put(view, written=view)
        view.start(opened, help_open=self._place.settings.help_open)
        if step:
            view.go(step)

    def _transfer(self, plan_id: str) -> None:
        """Show the sheet by which an established plan is copied into Treserva."""
        self._place.in_store(lambda desk: open_plan(plan_id, desk), self._show_transfer)

    def _show_transfer(self, opened: Opened) -> None:
        office = self._place.office
        if office is not None:
            from ui.transfer_view import TransferView, TransferWays  # noqa: PLC0415 - as above

            person_id = opened.situation.person.id
            view = TransferView(opened, office, TransferWays(lambda: self.open_person(person_id)))
            self._place.views.put(view)
            view.refresh()
            view.focus_first()
