"""Papers that are out of date and lie out there: which to collect, and what was (F54)."""

from collections.abc import Callable

from gplan_desktop.rules.to_do import ToDoKind
from ui.errors import show_error
from ui.office import Office
from ui.to_do_card import Found, of_unit
from ui.to_do_row import ToDoRow
from ui.to_do_rows import ToDoRows
from ui.to_do_ways import by_tick_alone
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
    """The papers of the list of things to do, alone; what is ticked stays until refresh()."""

    def __init__(self, office: Office, open_person: Callable[[str], None]) -> None:
        super().__init__(office.theme)
        self._office = office
        px = office.theme.px
        self.column.setSpacing(px(8))
        self.heading = label(_HEADING, "heading")
        self.what = label("", "muted", wraps=True)
        self._list = ToDoRows(office, by_tick_alone(open_person))
        self._list.changed.connect(self._count)
        self._area = LowArea(self._list, px(_LIST_HEIGHT))
        for part in (self.heading, self.what, self._area):
            self.column.addWidget(part)
        self._area.hide()

    @property
    def rows(self) -> list[ToDoRow]:
        """The papers that are shown, each with its tick."""
        return self._list.rows

    def refresh(self) -> None:
        """Show the papers to collect as they are in the store now."""
        office = self._office
        office.database.newest("collect", lambda: of_unit(office), self._show, show_error)

    def _show(self, found: Found) -> None:
        papers = [one for one in found.left if one.kind is ToDoKind.COLLECT_PAPER]
        # The page shows the latest first, as the register below it does.
        papers.reverse()
        self._list.show_all(papers, found.people)
        self.what.setText(_WHAT if papers else _NONE)
        self._area.setVisible(bool(papers))
        self._count()

    def _count(self) -> None:
        """Tell beside the heading how many are left."""
        left = self._list.left
        self.heading.setText(f"{_HEADING} ({left})" if left else _HEADING)
