"""A page of "Övrig information": a part of the person's record, and what the manual says of it."""

from PySide6.QtGui import QShowEvent

from gplan_desktop.rules.steps import Step
from ui.record.registry import make_part
from ui.record.ways import PartId, RecordWays
from ui.right_place.ways import Writer
from ui.widgets.fold import Fold
from wizard.context import PageContext
from wizard.pages.page import Page
from wizard.pages.reading import page_text

# Which part each page shows, and at which of its fields it begins.
PARTS = {
    "visit_plan": (PartId.VISIT_PLANS, ""),
    "health_information": (PartId.VISIT_PLANS, "visit_plan.health_care.care_plans"),
    "tabs": (PartId.TABS, ""),
    "contact_person": (PartId.TABS, "tabs.reference_people"),
}
_STEPS = {
    PartId.VISIT_PLANS: "visit_plan",
    PartId.TABS: "tabs",
    PartId.JOURNAL: "journal",
}
_TEXT = "Det här säger manualen"


class RecordPage(Page):
    """The part of the record for the person at hand, working (S84-S131), over the manual's text."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        part, self._field = PARTS[step.id]
        ways = RecordWays(self._open_plan, self._show_part)
        self.part = make_part(part, self.editor.situation.person, context.office, ways)
        self.part.help_wanted.connect(self.help_wanted)
        self.part.told.connect(context.actions.tell_saved)
        self.part.move_wanted.connect(self.sentence_misplaced)
        self.text = Fold(_TEXT, lambda: page_text(context, step), context.office.theme)
        self.text.toggle()
        self.column.addWidget(self.part)
        self.add_card().addWidget(self.text)
        self.column.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Show what stands in the store now: it may have been changed on another page."""
        super().showEvent(event)
        self.part.refresh()

    def focus_first(self) -> None:
        """Put the keyboard where the page begins."""
        self.part.go(self._field)

    def writer(self) -> Writer | None:
        """Return the editor of the record that the part shows."""
        return self.part.writer()

    def go_in_record(self, field: str) -> bool:
        """Show the field in the part."""
        self.part.go(field)
        return True

    def finish(self) -> bool:
        """Save what is written in the part."""
        return self.part.finish()

    def _open_plan(self, plan_id: str, step: str) -> None:
        """Go to a page of the plan that is open, or to that of another one."""
        if plan_id == self.editor.plan.id:
            self.context.actions.go(step, "")
        else:
            self.context.actions.open_plan(plan_id, step)

    def _show_part(self, part: PartId, _field: str) -> None:
        self.context.actions.go(_STEPS[part], "")
