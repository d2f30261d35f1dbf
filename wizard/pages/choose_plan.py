"""Which person and which earlier plan is followed up (S35-S38)."""

from PySide6.QtCore import Qt

from gplan_desktop.domain import dates
from gplan_desktop.rules.steps import Step
from ui.widgets.buttons import push_button
from ui.widgets.facts import Facts
from ui.widgets.labels import label
from wizard.context import PageContext
from wizard.pages.page import Page


class ChoosePlanPage(Page):
    """Tells what was chosen in the list, and opens the earlier plan to read."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        situation = self.editor.situation
        previous = situation.previous
        inside = self.add_card()
        inside.addWidget(label("Du följer upp den här planen", "heading"))
        inside.addWidget(Facts(self._facts(), context.office.theme))
        self.open = push_button(
            "Öppna den tidigare planen", "", context.office.theme.icon("visibility", "accent")
        )
        if previous:
            plan_id = previous.plan.id
            self.open.clicked.connect(lambda: context.actions.open_plan(plan_id, ""))
        inside.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.change = push_button("Välj en annan person eller plan", "link")
        self.change.clicked.connect(context.actions.leave)
        inside.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def _facts(self) -> list[tuple[str, str]]:
        situation = self.editor.situation
        facts = [
            ("Individen", situation.person.name),
            ("Personnummer", str(situation.person.personal_id)),
        ]
        if situation.previous:
            facts.append(("Plan", situation.previous.plan.name))
        if situation.previous and situation.previous.establishment:
            established = situation.previous.establishment
            day = dates.long(dates.in_sweden(established.at).date())
            facts.append(("Upprättad", f"{day} av {established.by}"))
        return facts

    def focus_first(self) -> None:
        """Put the keyboard on the button that opens the earlier plan."""
        self.open.setFocus()
