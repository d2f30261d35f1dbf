"""Allmän information: how a plan is built, and how far this very plan has come (F12)."""

from gplan_desktop.rules.completeness import plan_points
from gplan_desktop.rules.steps import Step
from ui.widgets.labels import label
from ui.widgets.picture import Picture
from wizard.context import PageContext
from wizard.pages.page import Page
from wizard.pages.point_list import PointList
from wizard.pages.reading import page_text

_SHOWN = (
    "Bild: uppdraget, det som är beslutat, leder till genomförandeplanen, hur det ska göras. "
    "Planen leder till uppföljningen, hur det har gått, och uppföljningen blir en ny plan."
)


class PlanInformationPage(Page):
    """The picture, the eleven points of the national advice with a way to each, and the text."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        theme = context.office.theme
        drawn = self.add_card()
        drawn.addWidget(label("Från uppdrag till uppföljning", "heading"))
        drawn.addWidget(Picture("plan_loop", _SHOWN, theme))
        inside = self.add_card()
        self.progress = label("", "heading")
        source = "Det här ska finnas i en genomförandeplan, enligt Socialstyrelsens allmänna råd."
        self.points = PointList(theme)
        self.points.wanted.connect(self._go)
        for part in (self.progress, label(source, "hint", wraps=True), self.points):
            inside.addWidget(part)
        self.text = page_text(context, step)
        self.add_card().addWidget(self.text)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show which of the points the plan has now."""
        record = self.editor.record_now
        points = plan_points(record.plan, self.editor.situation, record.establishment)
        done = sum(point.met for point in points)
        self.progress.setText(f"Så långt har du kommit: {done} av {len(points)} punkter")
        if self.editor.read_only:
            self.progress.setText(f"Det här innehåller planen: {done} av {len(points)} punkter")
        lacking = "Saknas" if self.editor.read_only else "Återstår"
        self.points.show_points(points, lacking)

    def _go(self, field: str) -> None:
        self.context.actions.go(self.editor.step_of(field), field)
