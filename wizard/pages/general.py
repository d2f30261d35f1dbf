"""Börja här: whether this person needs a plan, the days left, and the manual's text."""

from PySide6.QtCore import Qt

from gplan_desktop.rules.need import need_reference, plan_days, plan_need, what_follows
from gplan_desktop.rules.steps import Step, StepKind, StepState
from ui.widgets.buttons import push_button
from ui.widgets.days_bar import DaysBar
from ui.widgets.facts import Facts
from ui.widgets.labels import label
from wizard.context import PageContext
from wizard.pages.need_answer import NeedAnswer
from wizard.pages.need_trial import NeedTrial
from wizard.pages.page import Page
from wizard.pages.reading import ReadingPage


class GeneralPage(ReadingPage):
    """The answer for this person on top of the manual's first page (S8-S26)."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        theme, situation = context.office.theme, self.editor.situation
        inside = self.insert_card(0)
        self.answer = NeedAnswer(theme)
        self.days = DaysBar(theme)
        self.then = label("", wraps=True)
        self.problem = label("", "problem", wraps=True)
        self.go = push_button("", "", theme.icon("arrow_forward", "accent"))
        self.go.clicked.connect(lambda: context.actions.go(self._next().id, ""))
        for part in (self.answer, self.days, self.then, self.problem):
            inside.addWidget(part)
        inside.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(Facts(self._facts(), theme))
        self.trial = NeedTrial(situation, theme)
        self.insert_card(1).addWidget(self.trial)

    def refresh(self) -> None:
        """Show the answer, the days and the next thing to do, as they are now."""
        Page.refresh(self)
        record, situation = self.editor.record, self.editor.situation
        person = situation.person
        self.answer.show_need(plan_need(person), need_reference(situation), person.given_name)
        span = plan_days(record, situation)
        self.days.setVisible(span is not None)
        if span:
            self.days.show_span(span)
        found = [f.text for f in self.editor.findings if f.field == "general"]
        for shown, text in (
            (self.then, what_follows(record, situation)),
            (self.problem, "\n".join(found)),
        ):
            shown.setText(text)
            shown.setVisible(bool(text))
        self.go.setText(f"Gå till {self._next().title}")
        self.go.setVisible(not self.editor.read_only)

    def _next(self) -> Step:
        """Return the first page that waits to be written on, or the review when none does."""
        pages, state = self.editor.steps, self.editor.state
        waiting = (
            page
            for page in pages
            if page.kind is StepKind.WRITING and state(page) is not StepState.DONE
        )
        return next(waiting, next(page for page in pages if page.id == "review"))

    def _facts(self) -> list[tuple[str, str]]:
        situation = self.editor.situation
        facts = [("Stöd", situation.person.supports)]
        if situation.previous:
            facts.append(("Följer upp", situation.previous.plan.name))
        day, officer = situation.assignment.day.isoformat(), situation.assignment.case_officer
        facts.append(("Uppdrag", f"{day}, biståndshandläggare {officer}"))
        return facts
