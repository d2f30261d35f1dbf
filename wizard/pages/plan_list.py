"""The list of the person's plans, and what is left when one has been established (S81-S83)."""

from PySide6.QtCore import Qt

from gplan_desktop.domain import dates
from gplan_desktop.domain.overview import PlanSummary
from gplan_desktop.domain.user import Permission
from gplan_desktop.rules.steps import Step
from ui.errors import show_error
from ui.plan_rows import HEADINGS, plan_row
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.permitted import permit
from ui.widgets.record_table import RecordTable
from wizard.context import PageContext
from wizard.pages.left_to_do import LeftToDo
from wizard.pages.page import Page

_ROWS_IN_SIGHT = 8
_FRAME = 6


class PlanListPage(Page):
    """All plans of the person; after establishing, on top: what is locked and what is left."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        theme = context.office.theme
        self.established = Card(theme)
        self.column.addWidget(self.established)
        done = self.established.column
        self.confirmed = label("", "heading", wraps=True)
        self.locked = label("", wraps=True)
        done.addWidget(self.confirmed)
        done.addWidget(self.locked)
        self.left = LeftToDo(context)
        done.addWidget(self.left)
        self.change = push_button("Rätta eller makulera…", "link", theme.icon("edit", "accent"))
        permit(self.change, context.office, Permission.CORRECT)
        self.change.clicked.connect(context.actions.change)
        done.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        plans = self.add_card()
        self.table = RecordTable(step.title, HEADINGS, theme)
        self.table.set_widths([theme.px(width) for width in (240, 215, 110, 220)])
        self.table.opened.connect(lambda plan_id: context.actions.open_plan(plan_id, ""))
        plans.addWidget(self.table)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show the plans as they are in the store now."""
        record, moment = self.editor.record, self.editor.record.establishment
        self.established.setVisible(record.is_current)
        if moment:
            self.confirmed.setText(f"{record.plan.name} är upprättad och skrivskyddad")
            self.locked.setText(
                f"Upprättad {dates.stamp(moment.at)} av {moment.by}. Inget i planen kan längre "
                f"ändras. Kontrollkod: {moment.check_code}"
            )
        if record.is_current:
            self.left.refresh()
        store, person_id = self.context.office.store, self.editor.plan.person_id
        self.context.office.database.run(
            lambda: store.plans(person_id), self._show_plans, show_error
        )

    def focus_first(self) -> None:
        """Put the keyboard on the first thing to do, or in the list."""
        self.table.setFocus()
        if self.editor.record.is_current:
            self.left.focus_first()

    def _show_plans(self, plans: list[PlanSummary]) -> None:
        office = self.context.office
        limits, today = office.method.limits, office.today()
        self.table.show_rows([plan_row(plan, limits, today) for plan in plans])
        # As high as its rows, so that what stands over it is seen too.
        lines = 1 + min(max(len(plans), 1), _ROWS_IN_SIGHT)
        self.table.setFixedHeight(office.theme.px(40) * lines + _FRAME)
