"""Tes-besöksplan: what it holds, and until when a temporary one may stand (S85-S101)."""

from datetime import date

from gplan_desktop.domain import dates
from gplan_desktop.rules.deadlines import visit_plan_days_left, visit_plan_ends
from gplan_desktop.rules.steps import Step
from ui.widgets.date_box import DateBox
from ui.widgets.labels import label
from wizard.context import PageContext
from wizard.pages.page import Page
from wizard.pages.reading import page_text

_ASKED = "Skriv besöksplanens datum, så räknas dagen ut. Det du skriver här sparas ingenstans."
_UNREAD = "Skriv datumet då den tillfälliga besöksplanen skrevs."
_TOLD = (
    "Senast {last} ska informationen stå i genomförandeplanen och texten i Tes vara borttagen. "
    "Det är {count} vardagar efter {first}. {left}"
)
_LEFT = {0: "Inga vardagar är kvar från i dag.", 1: "En vardag är kvar från i dag."}


class VisitPlanPage(Page):
    """The manual's text, and the sum of the weekdays of a temporary visit plan."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        theme = context.office.theme
        self.day = DateBox(context.office.today, theme.icon("calendar_month"), ahead=False)
        self.day.set_name("Den tillfälliga besöksplanens datum")
        self.day.edited.connect(self._tell)
        self.answer = label("", wraps=True)
        inside = self.add_card()
        inside.addWidget(label("Hur länge får en tillfällig besöksplan ligga kvar?", "heading"))
        inside.addWidget(label(_ASKED, "hint", wraps=True))
        inside.addWidget(self.day)
        inside.addWidget(self.answer)
        self.add_card().addWidget(page_text(context, step))
        self.column.addStretch(1)
        self.day.set_value(context.office.today())
        self._tell(context.office.today())

    def _tell(self, day: object) -> None:
        """Show the last day for a visit plan dated *day*, by the method's way to count."""
        if not isinstance(day, date):
            self.answer.setText(_UNREAD)
            return
        limits = self.method.limits
        last = dates.long(visit_plan_ends(day, limits))
        count, first = limits.visit_plan_weekdays, dates.long(day)
        days = visit_plan_days_left(day, limits, self.context.office.today())
        left = _LEFT.get(days, f"{days} vardagar är kvar från i dag.")
        self.answer.setText(_TOLD.format(last=last, count=count, first=first, left=left))
