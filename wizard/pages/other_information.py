"""Övrig information: ways to the pages, and a box that tells what belongs where (F19, S84)."""

from gplan_desktop.rules.steps import Step
from ui.widgets.labels import label
from ui.widgets.picture import Picture
from wizard.context import PageContext
from wizard.pages.page import Page
from wizard.pages.reading import page_text
from wizard.pages.right_place import RightPlace

_SHOWN = (
    "Bild: fyra platser. Planen: så vill jag ha det, varje gång. "
    "Besöksplanen: det du måste veta för besöket. Flikarna: vem, var, vilken kod. "
    "Vårdplan och journal: hälso- och sjukvård."
)


class OtherInformationPage(Page):
    """The four places drawn, the box to try in, and the table of the pages."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        theme = context.office.theme
        self.place = RightPlace(context)
        drawn = self.add_card()
        drawn.addWidget(label("Fyra platser", "heading"))
        drawn.addWidget(Picture("places", _SHOWN, theme))
        self.add_card().addWidget(self.place)
        self.text = page_text(context, step)
        self.add_card().addWidget(self.text)
        self.column.addStretch(1)
