"""Papers that are of no plan: a blank form, the metodstöd as a booklet, a list of what is due."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gplan_desktop.domain.overview import PersonSummary
from gplan_desktop.domain.print_out import Paper
from ui.errors import show_error
from ui.office import Office
from ui.paper_dialog import LooseSheet, PaperDialog
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label

_LEAD = (
    "En tom plan att ta med hem till individen, hela metodstödet för den som utbildar, och en "
    "lista över vad som ska följas upp med bara initialer och datum."
)


class LoosePapersCard(Card):
    """A button for each paper; each opens with its pages, to print or save.

    Signals:
        noted: one of them left the program and is in the register.
    """

    noted = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__(office.theme)
        self._office = office
        self.column.setSpacing(office.theme.px(8))
        self.column.addWidget(label("Blanketter, häfte och listor", "heading"))
        self.column.addWidget(label(_LEAD, "muted", wraps=True))
        holder = QWidget()
        row = FlowLayout(holder, office.theme.px(8))
        papers = office.unit_papers
        acts = {
            Paper.BLANK_PLAN: lambda: self._show(
                Paper.BLANK_PLAN, lambda: papers.blank_plan(None, None)
            ),
            Paper.METHOD: lambda: self._show(Paper.METHOD, papers.booklet),
            Paper.UNIT_LIST: self._list,
        }
        self.buttons = [push_button(f"{paper.label}…") for paper in acts]
        for button, act in zip(self.buttons, acts.values(), strict=True):
            button.clicked.connect(act)
            row.addWidget(button)
        self.column.addWidget(holder)

    def _list(self) -> None:
        store = self._office.store
        self._office.database.run(store.people, self._show_list, show_error)

    def _show_list(self, people: list[PersonSummary]) -> None:
        papers = self._office.unit_papers
        self._show(Paper.UNIT_LIST, lambda: papers.unit_list(people))

    def _show(self, paper: Paper, make: Callable[[], bytes]) -> None:
        dialog = PaperDialog(LooseSheet(paper, make), self._office, self)
        dialog.noted.connect(self.noted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
