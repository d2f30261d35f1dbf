"""All assignments of a person over time, and what differs between any two of them."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from gplan_desktop.domain.person import Person
from gplan_desktop.domain.user import Permission
from ui.assignments_card import grounds
from ui.errors import show_error
from ui.office import Office
from ui.record.assignment_compare import AssignmentCompare
from ui.record.assignment_row import AssignmentRow, Kept
from ui.record.part import RecordPart
from ui.record.reveal import reveal_soon
from ui.record.ways import PersonWays, RecordWays
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.permitted import permit

_NONE = "Inget uppdrag än. Lägg in det med Nytt uppdrag innan planen skrivs."
_HOW = "Kryssa för två uppdrag för att se skillnaden mellan dem."
_TWO = 2


class AssignmentsPart(RecordPart):
    """The assignments, newest first; two that are ticked are compared under the last ticked."""

    def __init__(self, person: Person, office: Office, ways: RecordWays, acts: PersonWays) -> None:
        super().__init__(person, office, ways)
        self._acts = acts
        self.rows: list[AssignmentRow] = []
        self._ticked: list[AssignmentRow] = []
        self._compare: Card | None = None
        self.comparison: AssignmentCompare | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(self.px(12))
        self._layout.addLayout(self._head())
        self.hint = label("", "muted", wraps=True)
        self._layout.addWidget(self.hint)
        self._column = QVBoxLayout()
        self._column.setSpacing(self.px(12))
        self._layout.addLayout(self._column)
        self._layout.addStretch(1)

    def refresh(self) -> None:
        """Show the assignments as they are in the store now."""
        store, person_id = self.office.store, self.person.id

        def read() -> list[Kept]:
            found = grounds(store, person_id)
            return [Kept(g, tuple(store.assignments.history(g.assignment.id))) for g in found]

        self.office.database.newest("assignments part", read, self._show, show_error)

    def focus_first(self) -> None:
        """Put the keyboard on the way to a new one."""
        self.add.setFocus()

    def _head(self) -> QHBoxLayout:
        self.add = push_button("Nytt uppdrag", "", self.office.theme.icon("description", "accent"))
        self.add.clicked.connect(lambda: self._acts.new_assignment(self.person))
        permit(self.add, self.office, Permission.WRITE)
        row = QHBoxLayout()
        row.addWidget(label("Uppdrag", "heading"))
        row.addStretch(1)
        row.addWidget(self.add)
        return row

    def _show(self, found: list[Kept]) -> None:
        self._end_comparison()
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._ticked = []
        self.rows = [self._row(kept, len(found) >= _TWO) for kept in found]
        for row in self.rows:
            self._column.addWidget(row)
            row.show()
        self.hint.setText(_HOW if found else _NONE)
        self.hint.setVisible(len(found) != 1)

    def _row(self, kept: Kept, comparable: bool) -> AssignmentRow:
        row = AssignmentRow(kept, self.office, comparable=comparable)
        permit(row.correct, self.office, Permission.WRITE)
        row.chosen.connect(lambda ticked: self._choose(row, ticked))
        row.plan_wanted.connect(self._acts.open_plan)
        row.correct_wanted.connect(
            lambda: self._acts.correct_assignment(self.person, kept.assignment)
        )
        return row

    def _choose(self, row: AssignmentRow, ticked: bool) -> None:
        """Compare the two that were ticked last; a third takes the place of the first."""
        self._ticked = [one for one in self._ticked if one is not row] + ([row] if ticked else [])
        if len(self._ticked) > _TWO:
            self._ticked.pop(0).tick.set_value(False)
        self._end_comparison()
        if len(self._ticked) == _TWO:
            self._compare_under(row)

    def _compare_under(self, row: AssignmentRow) -> None:
        newer, older = sorted((one.kept for one in self._ticked), key=self._age)
        self.comparison = AssignmentCompare(older.assignment, newer.assignment, self.office)
        self._compare = Card(self.office.theme)
        self._compare.column.setSpacing(self.px(8))
        self._compare.column.addWidget(label("Skillnaden mellan uppdragen", "heading"))
        self._compare.column.addWidget(self.comparison)
        self._column.insertWidget(self._column.indexOf(row) + 1, self._compare)
        self._compare.show()
        # It begins under what was ticked, which may be the last in sight.
        reveal_soon(self._compare)

    def _age(self, kept: Kept) -> int:
        """Return the place in the list, in which the newest stands first."""
        return [row.kept for row in self.rows].index(kept)

    def _end_comparison(self) -> None:
        if self._compare:
            self._column.removeWidget(self._compare)
            self._compare.hide()
            self._compare.deleteLater()
        self._compare = self.comparison = None
