"""Övrig information: ways to the pages, and a box that tells what belongs where (F19, S84)."""

from gplan_desktop.rules.steps import Step
from ui.right_place.desk import PlaceDesk
from ui.widgets.labels import label
from ui.widgets.picture import Picture
from wizard.context import PageContext
from wizard.pages.page import Page
from wizard.pages.reading import page_text
from wizard.pages.right_place import place_ways

_SHOWN = (
    "Bild: fyra platser. Planen: så vill jag ha det, varje gång. "
    "Besöksplanen: det du måste veta för besöket. Flikarna: vem, var, vilken kod. "
    "Vårdplan och journal: hälso- och sjukvård."
)
_HOW = (
    "Skriv eller klistra in en text. Enter flyttar den första mening som har en säker plats. "
    "Inget sparas förrän du flyttar det."
)


class OtherInformationPage(Page):
    """The four places drawn, the box that tells and moves, and the table of the pages."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        theme = context.office.theme
        # The pages of the record were saved when they were left, and read it when they are shown.
        ways = place_ways(context, lambda: True, lambda: None)
        self.place = PlaceDesk(self.editor.situation.person, context.office, ways)
        drawn = self.add_card()
        drawn.addWidget(label("Fyra platser", "heading"))
        drawn.addWidget(Picture("places", _SHOWN, theme))
        tried = self.add_card()
        tried.addWidget(label("Var hör det hemma?", "heading"))
        tried.addWidget(label(_HOW, "hint", wraps=True))
        tried.addWidget(self.place)
        self.text = page_text(context, step)
        self.add_card().addWidget(self.text)
        self.column.addStretch(1)
