"""Delaktighet: the form, and under it each way to take part (S17-S18, S28-S33)."""

from gplan_desktop.rules.steps import Step
from ui.widgets.labels import label
from ui.widgets.picture import Picture
from wizard.context import PageContext
from wizard.pages.form import FormPage
from wizard.pages.reading import page_text

_SHOWN = (
    "Bild: tre sätt att vara delaktig. Individen berättar själv: skriv jag. "
    "Någon annan beskriver: skriv namnet. "
    "Observationer och dagliga samtal: skriv namnet."
)


class ParticipationPage(FormPage):
    """The fields first, for they are what one comes for; the teaching stands under them."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        inside = self.insert_card(1)
        inside.addWidget(label("Tre sätt att vara delaktig", "heading"))
        inside.addWidget(Picture("participation", _SHOWN, context.office.theme))
        self.text = page_text(context, step)
        inside.addWidget(self.text)
