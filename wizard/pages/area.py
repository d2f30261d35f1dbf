"""One life area: how it went, and what the plan says from now on (S56-S69)."""

from PySide6.QtWidgets import QVBoxLayout

from gplan_desktop.domain.plan import AreaPlan
from gplan_desktop.rules.steps import Step
from ui.widgets.field_frame import FieldFrame
from ui.widgets.labels import label
from wizard.context import PageContext
from wizard.pages.activities import ActivityList
from wizard.pages.page import Page

_NEW_NEED = (
    "Har det kommit ett nytt behov som inte ryms i livsområdet? "
    "Kontakta biståndshandläggaren ({officer})."
)


class AreaPage(Page):
    """The page of one life area: attainment and result first, then the plan from now on."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        self._place = f"area.{step.area}"
        if self._area.copied:
            self._add_follow_up()
        self._add_plan()
        self.column.addStretch(1)
        self.refresh()

    @property
    def _area(self) -> AreaPlan:
        return self.editor.plan.area(self.step.area)

    def _add_follow_up(self) -> None:
        inside = self.add_card()
        inside.addWidget(label("Så har det gått", "heading"))
        for part in ("attainment", "attainment_reason", "result", "next_follow_up"):
            inside.addWidget(self._field(part))
        officer = self.editor.situation.assignment.case_officer
        inside.addWidget(label(_NEW_NEED.format(officer=officer), "muted", wraps=True))

    def _add_plan(self) -> None:
        inside = self.add_card()
        heading = "Planen från och med nu" if self._area.copied else "Planen"
        inside.addWidget(label(heading, "heading"))
        if self._area.copied:
            self._add_copied_notice(inside)
        inside.addWidget(self._field("needs"))
        inside.addWidget(self._field("goal"))
        self.activities = ActivityList(self, f"{self._place}.activities")
        inside.addWidget(self.activities)
        if not self._area.copied:
            inside.addWidget(self._field("next_follow_up"))

    def _add_copied_notice(self, inside: QVBoxLayout) -> None:
        self.copied = label("", "warning", wraps=True)
        inside.addWidget(self.copied)

    def _field(self, part: str) -> FieldFrame:
        return self.make_field(f"{self._place}.{part}")

    def refresh(self) -> None:
        """Show the life area as it is now."""
        self.activities.refresh()
        if self._area.copied:
            attainment = self._area.attainment
            reason = self.frames[f"{self._place}.attainment_reason"]
            reason.setVisible(bool(attainment and attainment.needs_reason))
            self._show_copied()
        super().refresh()

    def frame_of(self, field: str) -> FieldFrame | None:
        """Return the input that shows *field*; an activity is unfolded for it."""
        parts = field.split(".")
        if field not in self.frames and len(parts) > 3:
            self.activities.unfold(int(parts[3]))
        return super().frame_of(field)

    def _show_copied(self) -> None:
        waits = self._area.awaits_review and not self.editor.read_only
        self.copied.setText(
            "Kopierad – ej omprövad. Texten kommer från den tidigare planen. "
            "Läs igenom den och ändra det som inte stämmer."
        )
        self.copied.setVisible(waits)
