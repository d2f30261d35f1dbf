"""The page Att göra: all that is left to do in the unit, by kind and unit (F16, F36)."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.rules.to_do import ToDo, ToDoKind
from ui.errors import show_error
from ui.office import Office
from ui.to_do_card import HEADING, Found, of_unit
from ui.to_do_rows import ToDoRows
from ui.to_do_ways import ToDoWays
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.fold import Fold
from ui.widgets.labels import label
from ui.widgets.pick_box import PickBox
from ui.widgets.scrolled import page_of

# More rows than this take longer to make than anyone wants to wait.
_AT_ONCE = 40
_EVERYTHING, _EVERYWHERE = "Allt", "Alla enheter"
_NOTHING = "Just nu finns det inget att göra."
_NO_SUCH = "Det finns inget sådant att göra. Välj något annat ovanför."
_DONE = "Det som är klart de senaste 90 dagarna"


class ToDoView(QWidget):
    """Everything, the most urgent first, to filter and tick; goes back with Esc."""

    def __init__(self, office: Office, ways: ToDoWays, leave: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._office, self._leave = office, leave
        self._found = Found(())
        self._waiting: list[ToDo] = []
        self._kind: object = ""
        self._unit: object = ""
        self.rows, self.done = ToDoRows(office, ways), ToDoRows(office, ways)
        self.empty = label("", "muted", wraps=True)
        self.more = push_button("")
        self.more.clicked.connect(self._show_more)
        self.fold = Fold(_DONE, lambda: self.done, office.theme)
        self.fold.toggled.connect(self._on_fold)
        self.rows.changed.connect(self._count)
        self.done.changed.connect(self._count)
        self._build()
        QShortcut(QKeySequence("Esc"), self, leave)

    def refresh(self) -> None:
        """Show what stands in the store now."""
        office = self._office
        office.database.newest("to do", lambda: of_unit(office), self._show, show_error)
        if self.fold.is_open:
            self._fetch_done()

    def focus_first(self) -> None:
        """Put the keyboard on the choice of what is shown."""
        self.kinds.setFocus()

    def _build(self) -> None:
        px = self._office.theme.px
        card = Card(self._office.theme)
        card.column.setSpacing(px(12))
        for part in (self.empty, self.rows, self.more):
            card.column.addWidget(part)
        inner = page_of(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(28), px(16), px(28), px(20))
        column.setSpacing(px(12))
        column.addLayout(self._head())
        column.addLayout(self._filters())
        column.addWidget(card)
        column.addWidget(self.fold)
        column.addStretch(1)

    def _head(self) -> QHBoxLayout:
        theme = self._office.theme
        back = push_button("Till listan", "link", theme.icon("arrow_back", "accent"))
        back.setToolTip("Esc")
        back.clicked.connect(self._leave)
        self.heading = label(HEADING, "title")
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(back)
        row.addWidget(self.heading)
        row.addStretch(1)
        return row

    def _filters(self) -> QHBoxLayout:
        choices: list[tuple[object, str]] = [("", _EVERYTHING)]
        self.kinds = PickBox(choices + [(kind, kind.label) for kind in ToDoKind])
        self.kinds.set_value("")
        self.kinds.setAccessibleName("Vad som ska göras")
        self.kinds.edited.connect(self._choose_kind)
        self.units = PickBox([("", _EVERYWHERE)])
        self._filter_row = QHBoxLayout()
        self._filter_row.setSpacing(self._office.theme.px(8))
        for widget in (label("Visa"), self.kinds, self.units):
            self._filter_row.addWidget(widget)
        self._filter_row.addStretch(1)
        self.units.hide()
        return self._filter_row

    def _show(self, found: Found) -> None:
        self._found = found
        self._offer_units(sorted({person.unit for person in found.people.values()} - {""}))
        self._filter()

    def _offer_units(self, units: list[str]) -> None:
        """Offer the units that there are now; one alone is no choice."""
        if self.units.count() == 1 + len(units):
            return
        before, self.units = self.units, PickBox([("", _EVERYWHERE), *((u, u) for u in units)])
        self._unit = self._unit if self._unit in units else ""
        self.units.set_value(self._unit)
        self.units.setAccessibleName("Enhet")
        self.units.edited.connect(self._choose_unit)
        self._filter_row.replaceWidget(before, self.units)
        self.units.setVisible(len(units) > 1)
        before.hide()
        before.deleteLater()

    def _choose_kind(self, kind: object) -> None:
        self._kind = kind
        # Read anew: what has been ticked meanwhile is not to come back as it was.
        self.refresh()

    def _choose_unit(self, unit: object) -> None:
        self._unit = unit
        self.refresh()

    def _filter(self) -> None:
        """Show what was chosen of what was read."""
        self._waiting = list(self._chosen(self._found.left))
        self.empty.setText(_NO_SUCH if self._found.left else _NOTHING)
        self.empty.setVisible(not self._waiting)
        self.rows.show_all(())
        self._show_more()

    def _chosen(self, found: Iterable[ToDo]) -> Iterable[ToDo]:
        for one in found:
            of_unit = not self._unit or self._found.people[one.person_id].unit == self._unit
            if of_unit and self._kind in ("", one.kind):
                yield one

    def _show_more(self) -> None:
        shown, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        self.rows.show_more(shown, self._found.people)
        self.rows.setVisible(bool(self.rows.rows))
        self.more.setText(f"Visa fler ({len(self._waiting)} till)")
        self.more.setVisible(bool(self._waiting))
        self._count()

    def _count(self) -> None:
        left = self.rows.left + len(self._waiting) + self.done.left
        self.heading.setText(f"{HEADING} ({left})" if left else HEADING)

    def _on_fold(self, is_open: bool) -> None:
        if is_open:
            self._fetch_done()

    def _fetch_done(self) -> None:
        facts = self._office.store.to_do

        def read() -> Found:
            done = facts.done()[:_AT_ONCE]
            return Found((), done, facts.people_of(done))

        self._office.database.newest("done", read, self._show_done, show_error)

    def _show_done(self, found: Found) -> None:
        self.done.show_all(found.done, found.people)
