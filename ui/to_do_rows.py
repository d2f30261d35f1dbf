"""Things to do under one another, each of which can be ticked where it stands."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.domain.overview import PersonSummary
from gplan_desktop.domain.user import Permission
from gplan_desktop.rules.to_do import ToDo, ToDoKind
from ui.clipboard import note_copied
from ui.office import Office
from ui.to_do_row import ToDoRow
from ui.to_do_ways import ToDoWays, act_of, note
from ui.widgets.permitted import permit

# What the button of a row leads to, where it asks for more than reading.
_NEEDS = {
    ToDoKind.FOLLOW_UP: Permission.WRITE,
    ToDoKind.ESTABLISH: Permission.WRITE,
    ToDoKind.PRINT: Permission.PRINT,
}
People = Mapping[str, PersonSummary]
NOBODY: People = MappingProxyType({})


class ToDoRows(QWidget):
    """Rows that are all replaced at once; what is ticked stays until then, to be taken back.

    Signals:
        changed: something was ticked or opened again, in the store and here.
    """

    changed = Signal()

    def __init__(self, office: Office, ways: ToDoWays, *, compact: bool = False) -> None:
        super().__init__()
        self._office, self._ways, self._compact = office, ways, compact
        self.rows: list[ToDoRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(office.theme.px(2 if compact else 8))

    @property
    def left(self) -> int:
        """How many of them are still to be done."""
        return sum(row.to_do.is_open for row in self.rows)

    def show_all(self, found: Iterable[ToDo], people: People = NOBODY) -> None:
        """Show *found* in place of what was shown; with the names of those who are in *people*."""
        for row in self.rows:
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = []
        self.show_more(found, people)

    def show_more(self, found: Iterable[ToDo], people: People = NOBODY) -> None:
        """Show *found* after what is shown already."""
        # Laid out together: else each row that is shown lays out all those before it once more.
        self._column.setEnabled(False)
        for one in found:
            row = self._row(one, people.get(one.person_id))
            self.rows.append(row)
            self._column.addWidget(row)
            # Qt would show it a moment later, and the keyboard could not go there yet.
            row.show()
        self._column.setEnabled(True)
        self._column.activate()

    def _row(self, one: ToDo, person: PersonSummary | None) -> ToDoRow:
        row = ToDoRow(one, act_of(one, self._ways), self._office.theme, person)
        if row.act and one.kind in _NEEDS:
            permit(row.act, self._office, _NEEDS[one.kind])
        if row.tick:
            permit(row.tick, self._office, Permission.WRITE)
        if self._compact:
            row.make_compact()
        if row.text:
            row.text.copied.connect(lambda: note_copied(one.person_id, self._office))
        row.ticked.connect(lambda ticked: self._tick(row, ticked))
        row.changed.connect(self.changed)
        row.person_wanted.connect(self._ways.open_person)
        return row

    def _tick(self, row: ToDoRow, ticked: bool) -> None:
        store, one = self._office.store, row.to_do
        at = self._office.now() if ticked else None
        self._office.database.run(lambda: note(one, at, store), row.show_to_do, row.refuse)
