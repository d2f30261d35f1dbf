"""What a visit plan was before: who changed it, when, and what was changed."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.visit_plan import VisitPlanRecord
from gplan_desktop.rules.visit_plan_difference import FieldDifference, visit_plan_changes
from ui.office import Office
from ui.record.visit_plan_rows import NAMELESS
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.pieces_view import LEGEND, PiecesView
from ui.widgets.scrolled import scrolled

_TITLE = "Ändringar i besöksplanen"
_FIRST = "Besöksplanen skrevs."
_NOTHING = "Inget som syns i besöksplanen är ändrat."


class VisitPlanHistory(QDialog):
    """Every writing of one visit plan, the newest first, against what it was before."""

    def __init__(self, records: Sequence[VisitPlanRecord], office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        px = office.theme.px
        self.setWindowTitle(_TITLE)
        self.resize(px(680), min(px(600), parent.window().height()))
        inner = QWidget()
        self._cards = QVBoxLayout(inner)
        self._cards.setContentsMargins(0, 0, px(8), 0)
        self._cards.setSpacing(px(12))
        for record, before in pairwise((*records, None)):
            if record is not None:
                self._cards.addWidget(self._card(record, before))
        self._cards.addStretch(1)
        self.close_button = push_button("Stäng")
        self.close_button.clicked.connect(self.accept)
        area = scrolled(inner)
        # The arrow keys scroll it: nothing in it takes the keyboard.
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName("Ändringar")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(12), px(16))
        column.setSpacing(px(12))
        name = records[0].plan.name.strip() or NAMELESS
        column.addWidget(label(name, "heading", wraps=True))
        column.addWidget(label(LEGEND, "muted", wraps=True))
        column.addWidget(area, 1)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)

    def _card(self, record: VisitPlanRecord, before: VisitPlanRecord | None) -> QWidget:
        card = Card(self._office.theme)
        card.column.setSpacing(self._office.theme.px(8))
        by = f", {record.changed_by}" if record.changed_by else ""
        card.column.addWidget(label(f"{dates.stamp(record.changed_at)}{by}", "label", wraps=True))
        if before is None:
            card.column.addWidget(label(_FIRST, wraps=True))
            return card
        changes = visit_plan_changes(record.plan, before.plan, self._office.method)
        for change in changes:
            self._add_change(card, change)
        if not changes:
            card.column.addWidget(label(_NOTHING, "muted", wraps=True))
        return card

    def _add_change(self, card: Card, change: FieldDifference) -> None:
        card.column.addWidget(label(change.label, "muted", wraps=True))
        card.column.addWidget(PiecesView(change.pieces, self._office.theme))
