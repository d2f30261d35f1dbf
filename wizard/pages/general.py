"""Börja här: whether this person needs a plan, the days left, and the manual's text."""

from gplan_desktop.domain import dates
from gplan_desktop.rules.steps import Step
from ui.widgets.facts import Facts
from ui.widgets.labels import label
from wizard.context import PageContext
from wizard.pages.page import Page
from wizard.pages.reading import ReadingPage


class GeneralPage(ReadingPage):
    """The facts of this person's plan on top of the manual's first page (S8-S26)."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        inside = self.insert_card(0)
        inside.addWidget(label("Den här planen", "heading"))
        inside.addWidget(Facts(self._facts(), context.office.theme))
        self.problem = label("", "problem", wraps=True)
        inside.addWidget(self.problem)

    def refresh(self) -> None:
        """Show whether something keeps the whole plan from being made."""
        Page.refresh(self)
        found = [f.text for f in self.editor.findings if f.field == "general"]
        self.problem.setText("\n".join(found))
        self.problem.setVisible(bool(found))

    def _facts(self) -> list[tuple[str, str]]:
        situation = self.editor.situation
        person, limits = situation.person, situation.method.limits
        start = dates.long(person.support_start)
        facts = [("Individen", person.name), ("Stöd", person.supports), ("Stödet började", start)]
        if situation.previous:
            facts.append(("Följer upp", situation.previous.plan.name))
        else:
            latest = dates.add_days(person.support_start, limits.establish_days)
            facts.append(("Upprättas senast", dates.long(latest)))
        day, officer = situation.assignment.day.isoformat(), situation.assignment.case_officer
        facts.append(("Uppdrag", f"{day}, biståndshandläggare {officer}"))
        return facts
