"""A card for each tab in Treserva's order: what stands in it, and what does not (S111-S130)."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.domain.tabs import NO_SECRET, Code, ReferencePerson, Relative, Tabs
from gplan_desktop.record_editing import RecordEditor
from ui.office import Office
from ui.record.record_sheet import RecordSheet
from ui.record.shown_codes import ShownCodes
from ui.record.tabs_rows import RowKind, TabRows
from ui.widgets.card import Card
from ui.widgets.field_frame import FieldFrame
from ui.widgets.field_top import FieldTop
from ui.widgets.labels import label, set_role
from ui.widgets.secret_box import SecretBox


@dataclass(frozen=True)
class TabCard:
    """One tab: its name, and the field that it begins with."""

    id: str
    name: str
    begins: str


CARDS: Final = (
    TabCard("tabs.reference_people", "Referenspersoner", "tabs.reference_people"),
    TabCard("tabs.relatives", "Närstående", "tabs.relatives"),
    TabCard("tabs.keys", "Nyckelnummer", "tabs.keys"),
    TabCard("tabs.visit", "Besöksinfo", "tabs.visit.door_codes"),
    TabCard("tabs.good_to_know", "Viktigt att veta", "tabs.good_to_know.card_codes"),
)
_SAME = "Kontaktperson är samma sak som referensperson: skriv kontaktpersonen här."
# What the field for all the rest says of its tab is what is said of the whole tab.
_WHOLE = {
    "tabs.visit": (
        "tabs.visit.other",
        (
            "Hit hör portkoder, vägen och vilka som bor i bostaden. Inte kort- eller skåpkoder, "
            "diagnoser eller HSL."
        ),
    ),
    "tabs.good_to_know": (
        "tabs.good_to_know.other",
        (
            "Hit hör koder till kort, var saker finns och Covid-19. Inte MRSA, 0-HLR, palliativt "
            "beslut, hepatit, syrgas eller annan HSL."
        ),
    ),
}
_OTHERS, _WHO = "tabs.visit.others_live_here", "tabs.visit.others"
_VISIT = (
    *("name_on_door", "floor", "lift", "way_home", "bedrooms"),
    *("way_to_waste", "way_to_laundry", "other"),
)
_GOOD_TO_KNOW = ("bed_linen", "medicines", "incontinence_aids", "covid_19", "other")
_CODE = ("what", "secret")


def _new_code() -> Code:
    return Code("", NO_SECRET)


_ROWS = {
    kind.field: kind
    for kind in (
        RowKind(
            "tabs.reference_people",
            ("name", "role", "phone"),
            lambda: ReferencePerson("", ""),
            "referensperson",
            "Ingen referensperson är inskriven än.",
        ),
        RowKind(
            "tabs.relatives",
            ("name", "relation", "contact", "is_first_contact"),
            lambda: Relative("", ""),
            "närstående",
            "Ingen närstående är inskriven än.",
        ),
        RowKind("tabs.keys", _CODE, _new_code, "nyckel", "Ingen nyckel är inskriven än."),
        RowKind(
            "tabs.visit.door_codes", _CODE, _new_code, "portkod", "Ingen portkod är inskriven än."
        ),
        RowKind(
            "tabs.good_to_know.card_codes",
            _CODE,
            _new_code,
            "kortkod",
            "Ingen kod till kort är inskriven än.",
        ),
    )
}


class TabsSheet(RecordSheet):
    """The cards of one person's tabs while they are written."""

    def __init__(self, editor: RecordEditor[Tabs], codes: ShownCodes, office: Office) -> None:
        super().__init__(editor, office)
        self._codes, self._office = codes, office
        self.rows: dict[str, TabRows] = {}
        self.cards: dict[str, Card] = {}
        self.tops: dict[str, FieldTop] = {}
        self.column.setContentsMargins(0, 0, 0, 0)
        for tab in CARDS:
            card = self.cards[tab.id] = Card(office.theme)
            self.column.addWidget(card)
            self._head(tab, card.column)
            self._begin(tab, card.column)
        self._fill()
        self.refresh()

    def refresh(self) -> None:
        """Show the tabs as they are now."""
        for rows in self.rows.values():
            rows.refresh()
        self.frames[_WHO].setVisible(self.editor.value(_OTHERS) is True)
        for field, top in self.tops.items():
            top.show_findings(self.editor.shown(field))
        super().refresh()

    def make_field(self, field: str) -> FieldFrame:
        """Return the input for *field*; a code is shown only once that has been logged."""
        frame = super().make_field(field)
        if isinstance(frame.box, SecretBox):
            self._codes.watch(frame.box, field)
        return frame

    def focus_first(self) -> None:
        """Put the keyboard in the first tab."""
        self.rows[CARDS[0].begins].focus_first()

    def go(self, field: str) -> QWidget:
        """Put the keyboard in *field*, or where its rows or tab begins; return what to show."""
        if frame := self.frames.get(field):
            frame.focus_box()
            return frame
        begins = {card.id: card.begins for card in CARDS}.get(field, field)
        rows = self.rows.get(begins) or self.rows[CARDS[0].begins]
        first = rows.focus_first()
        return self.cards.get(field, first)

    def _head(self, tab: TabCard, inside: QVBoxLayout) -> None:
        """Say in one line what belongs in the tab and what does not."""
        if whole := _WHOLE.get(tab.id):
            field, hint = whole
            text = replace(self._office.method.field(field), label=tab.name, hint=hint)
            top = FieldTop(field, text, self._office.theme)
            top.help_wanted.connect(self.help_wanted)
        else:
            top = self._make_rows_top(tab.id)
        set_role(top.caption, "heading")
        inside.addWidget(top)
        if tab.id == "tabs.reference_people":
            inside.addWidget(label(_SAME, "hint", wraps=True))

    def _begin(self, tab: TabCard, inside: QVBoxLayout) -> None:
        """Add the rows that every tab begins with."""
        if tab.id != tab.begins:
            inside.addWidget(self._make_rows_top(tab.begins))
        inside.addWidget(self.make_overrules(tab.begins))
        rows = self.rows[tab.begins] = TabRows(_ROWS[tab.begins], self, self._office.theme)
        inside.addWidget(rows)

    def _make_rows_top(self, field: str) -> FieldTop:
        top = self.tops[field] = self.make_top(field)
        return top

    def _fill(self) -> None:
        visit, important = (self.cards[tab].column for tab in _WHOLE)
        for field in (_OTHERS, _WHO, *(f"tabs.visit.{part}" for part in _VISIT)):
            visit.addWidget(self.make_field(field))
        for part in _GOOD_TO_KNOW:
            important.addWidget(self.make_field(f"tabs.good_to_know.{part}"))
