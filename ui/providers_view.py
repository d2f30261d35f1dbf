"""The page Externa utförare: what each may see of its own persons, and the export (S2, S131)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.overview import PersonSummary
from gplan_desktop.domain.user import Permission
from ui import provider_words as words
from ui.errors import show_error
from ui.office import Office
from ui.provider_card import ProviderCard
from ui.provider_desk import ProviderDesk, Shown
from ui.provider_export import ProviderExport
from ui.provider_outcome import OutcomeCard
from ui.provider_rows import HEADINGS, WIDTHS, provider_row
from ui.provider_words import Order
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label
from ui.widgets.permitted import permit
from ui.widgets.pick_box import PickBox
from ui.widgets.record_table import RecordTable
from ui.widgets.scrolled import scrolled

if TYPE_CHECKING:
    from gplan_desktop.store.people import ProviderSummary

_ROWS_IN_SIGHT = 6
_ROW, _FRAME = 40, 6
_PICK = "Välj utförare"


@dataclass(frozen=True)
class ProvidersWays:
    """Where one goes from the page."""

    leave: Callable[[], None]
    open_person: Callable[[str], None]


class ProvidersView(QWidget):
    """A provider to choose, its persons, and what may be read of one; goes back with Esc."""

    def __init__(self, office: Office, ways: ProvidersWays) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._office, self._ways = office, ways
        self._provider = ""
        self._people: dict[str, tuple[PersonSummary, Shown]] = {}
        theme = office.theme
        inner = QWidget()
        self._area = scrolled(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(theme.px(28), theme.px(16), theme.px(28), theme.px(20))
        layout.setSpacing(theme.px(12))
        self.empty = Card(theme)
        self.empty.column.setSpacing(theme.px(6))
        self.empty.column.addWidget(label(words.NO_PROVIDERS, "heading", wraps=True))
        self.empty.column.addWidget(label(words.HOW_TO_MARK, wraps=True))
        self.empty.hide()
        self.outcome = OutcomeCard(theme)
        self.card = ProviderCard(office)
        self.card.hide()
        layout.addLayout(self._head())
        layout.addWidget(self.empty)
        layout.addWidget(self._list())
        for part in (self.outcome, self.card):
            layout.addWidget(part)
        layout.addStretch(1)
        QShortcut(QKeySequence("Esc"), self, ways.leave)

    def refresh(self) -> None:
        """Show providers and persons as they are in the store now."""
        store = self._office.store
        self._office.database.newest("providers", store.providers, self._show_providers, show_error)

    def focus_first(self) -> None:
        """Put the keyboard in the table, or on the way back while there is none."""
        (self.back if self._listed.isHidden() else self.table).setFocus()

    def _head(self) -> QHBoxLayout:
        theme = self._office.theme
        self.back = push_button("Till listan", "link", theme.icon("arrow_back", "accent"))
        self.back.setToolTip("Esc")
        self.back.clicked.connect(self._ways.leave)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.back)
        row.addWidget(label("Externa utförare", "title"))
        row.addStretch(1)
        return row

    def _list(self) -> QWidget:
        theme = self._office.theme
        self.table = RecordTable("Utförarens individer", HEADINGS, theme)
        self.table.set_widths([theme.px(width) for width in WIDTHS])
        self.table.opened.connect(self._ways.open_person)
        self.table.chosen.connect(self._on_chosen)
        self._choice = QHBoxLayout()
        self._choice.setSpacing(theme.px(10))
        self._choice.addWidget(label("Utförare", "label"))
        self.pick = self._pick([])
        self._choice.addWidget(self.pick)
        self._choice.addStretch(1)
        self._listed = QWidget()
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addLayout(self._choice)
        column.addWidget(self.table)
        column.addWidget(self._buttons())
        self._listed.hide()
        return self._listed

    def _buttons(self) -> QWidget:
        theme = self._office.theme
        self.export = push_button(
            "Exportera för Treserva App…", "primary", theme.icon("save", "on_accent")
        )
        self.export.clicked.connect(self._export)
        permit(self.export, self._office, Permission.EXPORT)
        self.read = push_button(
            "Visa det utföraren får läsa", "", theme.icon("visibility", "accent")
        )
        self.read.clicked.connect(self._read)
        self.open = push_button("Öppna individens sida", "", theme.icon("description", "accent"))
        self.open.clicked.connect(lambda: self._ways.open_person(self.table.current_id))
        buttons = QWidget()
        flow = FlowLayout(buttons, theme.px(10))
        for button in (self.export, self.read, self.open):
            flow.addWidget(button)
        return buttons

    def _pick(self, providers: Sequence["ProviderSummary"]) -> PickBox:
        pick = PickBox((one.name, f"{one.name}, {words.counted(one.people)}") for one in providers)
        pick.setAccessibleName(_PICK)
        pick.edited.connect(self._on_picked)
        return pick

    def _show_providers(self, providers: list["ProviderSummary"]) -> None:
        names = [one.name for one in providers]
        self.empty.setVisible(not names)
        self._listed.setVisible(bool(names))
        pick = self._pick(providers)
        self._choice.replaceWidget(self.pick, pick)
        self.pick.deleteLater()
        self.pick = pick
        if not names:
            self.card.hide()
            return
        self._provider = self._provider if self._provider in names else names[0]
        pick.set_value(self._provider)
        self._fetch()

    def _on_picked(self, provider: object) -> None:
        self._provider = str(provider)
        for part in (self.outcome, self.card):
            part.hide()
        self._fetch()

    def _fetch(self) -> None:
        desk, provider = ProviderDesk(self._office), self._provider
        # What may be seen is judged text by text, so it is not for the thread of the database.
        self._office.paper.newest(
            "provider", lambda: desk.people(provider), self._show_people, show_error
        )

    def _show_people(self, people: list[tuple[PersonSummary, Shown]]) -> None:
        office = self._office
        limits, today = office.method.limits, office.today()
        self._people = {person.id: (person, shown) for person, shown in people}
        self.table.show_rows(
            [provider_row(person, shown, limits, today) for person, shown in people]
        )
        lines = 1 + min(max(len(people), 1), _ROWS_IN_SIGHT)
        self.table.setFixedHeight(office.theme.px(_ROW) * lines + _FRAME)
        if self.window().focusWidget() is self.back:
            self.focus_first()

    def _on_chosen(self, person_id: str) -> None:
        """Let what is open follow the selection."""
        if not self.card.isHidden() and person_id in self._people:
            self.card.show_person(self._people[person_id][1])

    def _read(self) -> None:
        found = self._people.get(self.table.current_id)
        if found:
            self.card.show_person(found[1])
            self.card.show()
            self.card.text.setFocus()
            # It is laid out first when the page is.
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.card, 0, 0))

    def _export(self) -> None:
        """Hand over all that are ready; those with a protected identity only one by one."""
        ready = tuple(
            (person.id, person.name)
            for person, shown in self._people.values()
            if shown.may_leave and not person.protected
        )
        self.outcome.hide()
        if ready:
            order = Order(self._provider, ready, len(self._people) - len(ready))
            ProviderExport(self._office, self, self.outcome.show_outcome).ask(order)
        else:
            self.outcome.tell(words.NONE_READY, [], is_done=False)
