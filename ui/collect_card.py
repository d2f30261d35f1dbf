"""Papers that are out of date and lie out there: which to collect, and what was (F54)."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.domain.print_out import PrintOut
from ui.collect_row import CollectRow
from ui.collect_words import Outdated, outdated
from ui.errors import show_error
from ui.office import Office
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.low_area import LowArea

_HEADING = "Papper att samla in"
_WHAT = (
    "De här papperen gäller inte längre. Hämta dem där de ligger, till exempel i pärmen hemma hos "
    "individen, och kryssa för dem. Sparade filer tar du bort."
)
_NONE = "Just nu finns det inga gamla papper att samla in."
_LIST_HEIGHT = 190


class CollectCard(Card):
    """One row a paper; what is ticked stays until refresh(), so that it can be taken back."""

    def __init__(self, office: Office, open_person: Callable[[str], None]) -> None:
        super().__init__(office.theme)
        self._office, self._open_person = office, open_person
        theme = office.theme
        self.rows: list[CollectRow] = []
        self.column.setSpacing(theme.px(8))
        self.heading = label(_HEADING, "heading")
        self.what = label("", "muted", wraps=True)
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.px(10))
        self._area = LowArea(self._list, theme.px(_LIST_HEIGHT))
        for part in (self.heading, self.what, self._area):
            self.column.addWidget(part)
        self._area.hide()

    def refresh(self) -> None:
        """Show the papers to collect as they are in the store now."""
        store = self._office.store
        self._office.database.newest("collect", lambda: outdated(store), self._show, show_error)

    def _show(self, found: list[Outdated]) -> None:
        for row in self.rows:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(paper) for paper in found]
        for row in self.rows:
            self._lines.addWidget(row)
            row.show()
        self.what.setText(_WHAT if found else _NONE)
        self._area.setVisible(bool(found))
        self._count()

    def _row(self, paper: Outdated) -> CollectRow:
        row = CollectRow(paper, self._office.theme)
        row.ticked.connect(lambda ticked: self._tick(row, ticked))
        row.changed.connect(self._count)
        row.person_wanted.connect(self._open_person)
        return row

    def _tick(self, row: CollectRow, ticked: bool) -> None:
        office, print_out = self._office, row.print_out
        prints, by = office.store.prints, office.unit.coordinator
        at = office.now() if ticked else None

        def work() -> PrintOut:
            prints.note_collected(print_out.id, at, by)
            return replace(print_out, collected_at=at, collected_by=by if at else "")

        office.database.run(work, row.show_print, row.refuse)

    def _count(self) -> None:
        """Tell beside the heading how many are left."""
        left = sum(not row.print_out.is_collected for row in self.rows)
        self.heading.setText(f"{_HEADING} ({left})" if left else _HEADING)
