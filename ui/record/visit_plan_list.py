"""The list of a person's visit plans: those in use, and folded under them those cleared."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.domain.visit_plan import VisitPlanRecord
from ui.office import Office
from ui.record.visit_plan_rows import CLEARED_HEADINGS, HEADINGS, visit_plan_row
from ui.widgets.fold import Fold
from ui.widgets.record_table import RecordTable

_WIDTHS = (176, 108, 276)
_ROWS_IN_SIGHT = 5
_FRAME = 6
_FOLDED = "Borttagna i Tes"


class VisitPlanList(QWidget):
    """Two tables in which one visit plan is chosen at a time.

    Signals:
        chosen: the id of the visit plan that the writer chose.
        opened: the chosen one is to be written in or read.
    """

    chosen = Signal(str)
    opened = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._is_showing = False
        self.open = self._table("Besöksplaner", HEADINGS)
        self.cleared = self._table(_FOLDED, CLEARED_HEADINGS)
        self.fold = Fold(_FOLDED, lambda: self.cleared, office.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(office.theme.px(8))
        column.addWidget(self.open)
        column.addWidget(self.fold)

    def show_records(self, records: Sequence[VisitPlanRecord], chosen_id: str) -> None:
        """Show *records* with that of *chosen_id* chosen; it is no choice by the writer."""
        self._is_showing = True
        cleared = [record for record in records if not record.is_open]
        self._fill(self.open, [record for record in records if record.is_open], chosen_id)
        self._fill(self.cleared, cleared, chosen_id)
        self.open.setVisible(len(cleared) < len(records))
        self.fold.setVisible(bool(cleared))
        self.fold.show_summary(str(len(cleared)))
        if not self.fold.is_open and any(one.plan.id == chosen_id for one in cleared):
            self.fold.toggle()
        self._is_showing = False

    def _table(self, name: str, headings: Sequence[str]) -> RecordTable:
        table = RecordTable(name, headings, self._office.theme)
        table.set_widths([self._office.theme.px(width) for width in _WIDTHS])
        table.chosen.connect(self._on_chosen)
        table.opened.connect(lambda _: self.opened.emit())
        return table

    def _fill(self, table: RecordTable, records: Sequence[VisitPlanRecord], chosen_id: str) -> None:
        limits, today = self._office.method.limits, self._office.today()
        table.show_rows([visit_plan_row(one, limits, today) for one in records], select=False)
        place = next((i for i, one in enumerate(records) if one.plan.id == chosen_id), None)
        if place is None:
            table.clearSelection()
        else:
            table.selectRow(place)
        lines = 1 + min(len(records), _ROWS_IN_SIGHT)
        table.setFixedHeight(self._office.theme.px(40) * lines + _FRAME)

    def _on_chosen(self, plan_id: str) -> None:
        if plan_id and not self._is_showing:
            self.chosen.emit(plan_id)
