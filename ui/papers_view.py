"""The page Papper: print many plans, papers to collect, and the register of prints (F54-F55)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.overview import PersonSummary, PlanSummary
from gplan_desktop.domain.user import Permission
from ui.archive_dialog import make_archive
from ui.collect_card import CollectCard
from ui.errors import show_error
from ui.loose_papers_card import LoosePapersCard
from ui.office import Office
from ui.print_many_card import PrintManyCard
from ui.print_register_card import PrintRegisterCard
from ui.save_many import Merge
from ui.widgets.buttons import push_button
from ui.widgets.labels import label
from ui.widgets.permitted import permit
from ui.widgets.scrolled import page_of

# Long before any plan.
_BEGINNING = date(1990, 1, 1)


@dataclass(frozen=True)
class PapersWays:
    """Where one goes from the page, and what puts many PDFs together."""

    leave: Callable[[], None]
    open_person: Callable[[str], None]
    merge: Merge
    show_seal: Callable[[], None]


class PapersView(QWidget):
    """All that is about paper, card by card; goes back with Esc."""

    def __init__(self, office: Office, ways: PapersWays) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._office, self._ways = office, ways
        theme = office.theme
        self.many = PrintManyCard(office, ways.merge)
        self.collect = CollectCard(office, ways.open_person)
        self.register = PrintRegisterCard(office, ways.open_person)
        self.loose = LoosePapersCard(office)
        self.many.noted.connect(self.register.refresh)
        self.loose.noted.connect(self.register.refresh)
        inner = page_of(self)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(theme.px(28), theme.px(16), theme.px(28), theme.px(20))
        layout.setSpacing(theme.px(12))
        layout.addLayout(self._head())
        for card in (self.many, self.loose, self.collect, self.register):
            layout.addWidget(card)
        layout.addStretch(1)
        QShortcut(QKeySequence("Esc"), self, ways.leave)

    def refresh(self) -> None:
        """Show plans, papers and prints as they are in the store now."""
        for card in (self.many, self.collect, self.register):
            card.refresh()

    def focus_first(self) -> None:
        """Put the keyboard on what one comes here to do."""
        self.many.focus_first()

    def _head(self) -> QHBoxLayout:
        theme = self._office.theme
        back = push_button("Till listan", "link", theme.icon("arrow_back", "accent"))
        back.setToolTip("Esc")
        back.clicked.connect(self._ways.leave)
        self.seal = push_button("Kontrollera sigill", "", theme.icon("fact_check", "accent"))
        self.seal.clicked.connect(self._ways.show_seal)
        self.archive = push_button("Arkivpaket…", "", theme.icon("inventory_2", "accent"))
        self.archive.clicked.connect(self._archive)
        permit(self.archive, self._office, Permission.EXPORT)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(back)
        row.addWidget(label("Papper", "title"))
        row.addStretch(1)
        row.addWidget(self.archive)
        row.addWidget(self.seal)
        return row

    def _archive(self) -> None:
        """Let the plans in force be put in a package for the archive (F56)."""
        store, today = self._office.store, self._office.today()
        self._office.database.run(
            lambda: store.plan_lists.established_between(_BEGINNING, today),
            self._choose_for_archive,
            show_error,
        )

    def _choose_for_archive(self, plans: list[tuple[PersonSummary, PlanSummary]]) -> None:
        make_archive(self, self._office, plans).finished.connect(self.register.refresh)
