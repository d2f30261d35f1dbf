"""The register of prints: what has left the program lately, newest first (F54)."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from gplan_desktop.domain import dates
from gplan_desktop.domain.print_out import PrintOut
from gplan_desktop.rules.old_papers import paper_name
from ui.errors import show_error
from ui.office import Office
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.record_table import Cell, RecordTable, Row

if TYPE_CHECKING:
    from gplan_desktop.store.store import Store

DAYS = 30
_HEADINGS = ("När", "Vad", "Vem det gäller", "Av", "Hur")
_WIDTHS = (170, 300, 200, 150, 120)
_NONE = f"Inget har skrivits ut eller sparats de senaste {DAYS} dagarna."
_ROWS_IN_SIGHT = 5
_FRAME = 6
# More persons than a unit has.
_MOST_PEOPLE = 10_000
_Named = list[tuple[PrintOut, str]]


class PrintRegisterCard(Card):
    """A table of prints; Enter goes to the person."""

    def __init__(self, office: Office, open_person: Callable[[str], None]) -> None:
        super().__init__(office.theme)
        self._office, self._open_person = office, open_person
        self._people: Mapping[str, str] = {}
        theme = office.theme
        self.column.setSpacing(theme.px(8))
        self.column.addWidget(label("Utskriftsregister", "heading"))
        self.what = label("", "muted", wraps=True)
        self.table = RecordTable("Utskriftsregister", _HEADINGS, theme)
        self.table.set_widths([theme.px(width) for width in _WIDTHS])
        self.table.opened.connect(self._open)
        self.column.addWidget(self.what)
        self.column.addWidget(self.table)
        self.table.hide()

    def refresh(self) -> None:
        """Show the prints as they are in the register now."""
        store, today = self._office.store, self._office.today()
        first = dates.add_days(today, -DAYS)
        self._office.database.newest(
            "register",
            lambda: _named(store, store.prints.between(first, today)),
            self._show,
            show_error,
        )

    def _show(self, prints: _Named) -> None:
        self._people = {print_out.id: print_out.person_id for print_out, _ in prints}
        self.table.show_rows([_row(print_out, name) for print_out, name in prints], select=False)
        lines = 1 + min(len(prints), _ROWS_IN_SIGHT)
        self.table.setFixedHeight(self._office.theme.px(40) * lines + _FRAME)
        self.table.setVisible(bool(prints))
        self.what.setText(_counted(len(prints)))

    def _open(self, print_id: str) -> None:
        if person_id := self._people[print_id]:
            self._open_person(person_id)


def _named(store: "Store", prints: list[PrintOut]) -> _Named:
    """Return *prints* with the name of whom each is about; a list of the unit has none."""
    if not prints:
        return []
    names = {person.id: person.name for person in store.people(limit=_MOST_PEOPLE)}
    return [(print_out, names.get(print_out.person_id, "")) for print_out in prints]


def _row(print_out: PrintOut, name: str) -> Row:
    occasion = print_out.occasion
    codes = ", med koder" if print_out.codes_shown else ""
    copies = f", {occasion.copies} ex." if occasion.copies > 1 else ""
    return Row(
        print_out.id,
        (
            Cell(dates.stamp(occasion.at)),
            Cell(f"{paper_name(print_out)}{codes}"),
            Cell(name or "–"),
            Cell(occasion.by, "muted"),
            Cell(f"{occasion.way.label}{copies}", "muted"),
        ),
    )


def _counted(count: int) -> str:
    if not count:
        return _NONE
    prints = "1 utskrift eller fil" if count == 1 else f"{count} utskrifter och filer"
    return f"{prints} de senaste {DAYS} dagarna, den senaste först."
