"""Avsnitt 2: the manual's way through a follow-up, and how far this one has come (S34-S47)."""

from PySide6.QtCore import Qt

from gplan_desktop.domain import dates
from gplan_desktop.domain.plan import Plan, PlanRecord
from gplan_desktop.rules.steps import Step, neighbour
from ui.widgets.buttons import push_button
from ui.widgets.labels import label
from ui.widgets.step_line import LineStep, StepLine
from wizard.context import PageContext
from wizard.pages.page import Page
from wizard.pages.reading import page_text

_STEPS = (
    ("1", "Klicka i att planen är uppföljd"),
    ("2", "Klicka i rutan för delaktighet"),
    ("3", "Spara ändringar"),
    ("4", "Klicka på Kopiera"),
    ("5", "Välj Kopiera till nytt formulär"),
    ("Ja", "Välj alltid Ja"),
    ("=", "Ge planen samma namn som förra gången"),
)


class FollowUpIntroPage(Page):
    """The steps drawn as a line, those that the program has done ticked; then the text."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        theme = context.office.theme
        inside = self.add_card()
        inside.addWidget(label("Så långt har uppföljningen kommit", "heading"))
        self.source = label("", wraps=True)
        inside.addWidget(self.source)
        line = StepLine(theme)
        self.line: list[LineStep] = [line.add_step(sign, told) for sign, told in _STEPS]
        inside.addWidget(line)
        after = neighbour(self.editor.steps, step.id, 1)
        self.go = push_button("", "", theme.icon("arrow_forward", "accent"))
        if after:
            self.go.setText(f"Gå till {after.title}")
            self.go.clicked.connect(lambda: context.actions.go(after.id, ""))
        inside.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        self.text = page_text(context, step)
        self.add_card().addWidget(self.text)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show which of the steps are done now."""
        plan, previous = self.editor.plan, self.editor.situation.previous
        if previous is None:
            return
        self.source.setText(_told(previous))
        for step, (text, is_done) in zip(self.line, self._states(plan, previous.plan), strict=True):
            step.show_state(text, is_done=is_done)

    def _states(self, plan: Plan, previous: Plan) -> list[tuple[str, bool]]:
        """Return what is told of each step, and whether it is done."""
        day, same_name = plan.closing.followed_up_on, plan.name == previous.name
        page = self.method.step("close_previous").title
        yours = f"Det gör du på sidan {page}."
        return [
            (f"Klart. Uppföljd {day.isoformat()}." if day else yours, day is not None),
            ("Klart." if plan.closing.participated else yours, plan.closing.participated),
            ("Klart. Gplan sparar av sig självt.", True),
            (_copied(previous), True),
            ("Klart. Kopian är den här planen.", True),
            ("Klart. Gplan svarar Ja åt dig.", True),
            (f"Klart. {plan.name}." if same_name else f"Nu heter den {plan.name}.", same_name),
        ]


def _told(previous: PlanRecord) -> str:
    """Tell which plan is followed up, and when it was established."""
    told = f"Du följer upp {previous.plan.name}"
    if previous.establishment:
        day = dates.in_sweden(previous.establishment.at).date()
        told += f", upprättad {dates.long(day)}"
    return f"{told}."


def _copied(previous: Plan) -> str:
    """Tell what the new plan took over."""
    count, activities = len(previous.areas), sum(len(area.activities) for area in previous.areas)
    areas = "1 livsområde" if count == 1 else f"{count} livsområden"
    within = "1 aktivitet" if activities == 1 else f"{activities} aktiviteter"
    return f"Klart. Kopierat: {areas} med behov och mål, och {within}."
