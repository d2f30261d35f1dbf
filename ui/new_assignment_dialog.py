"""The dialog for an assignment (uppdrag), copied by hand from the case officer's document."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.domain.life_areas import LIFE_AREAS, Functioning, LifeArea
from gplan_desktop.domain.person import Person
from gplan_desktop.method.model import FieldText
from gplan_desktop.rules.registering import (
    AssignedAreaForm,
    AssignmentForm,
    assignment_problems,
    read_assignment,
)
from ui.field_dialog import FieldDialog
from ui.office import Office
from ui.widgets.card import Card
from ui.widgets.date_box import DateBox
from ui.widgets.labels import label
from ui.widgets.line_box import LineBox
from ui.widgets.pick_box import PickBox
from ui.widgets.text_box import TextBox
from ui.widgets.tick_box import TickBox

_PARTS = ("need", "assessed", "intended", "goal", "support")
_DEGREES = [(degree, f"{degree.value}  {degree.label}") for degree in Functioning]


class NewAssignmentDialog(FieldDialog):
    """Date, case officer, and the life areas that are ticked, each with its own fields."""

    def __init__(self, person: Person, office: Office, parent: QWidget) -> None:
        super().__init__(f"Uppdrag för {person.name}", "Lägg in uppdraget", office.theme, parent)
        self._person, self._office = person, office
        self._day: date | None = None
        self._officer = ""
        self._areas = {area.code: AssignedAreaForm(area.code) for area in LIFE_AREAS}
        self.ticks: dict[str, TickBox] = {}
        self._cards: dict[str, Card] = {}
        self.show_form(self._form())
        self.frames["day"].focus_box()

    def typed(self) -> AssignmentForm:
        """Return what stands in the dialog, of the life areas that are ticked."""
        ticked = [self._areas[code] for code, tick in self.ticks.items() if tick.isChecked()]
        return AssignmentForm(self._day, self._officer, tuple(ticked))

    def accept(self) -> None:
        """Put the assignment in the store, or show what to put right at the fields."""
        today, store, form = self._office.today(), self._office.store, self.typed()
        found = dict(assignment_problems(form, today))
        if "areas" in found:
            found[""] = found.pop("areas")
        self.show_problems(found)
        if not found:
            assignment = read_assignment(form, str(uuid4()), self._person.id, today)
            self._office.database.run(
                lambda: store.add_assignment(assignment), self._on_added, self.show_failure
            )

    def _on_added(self, _: None) -> None:
        super().accept()

    def _form(self) -> QWidget:
        px = self._theme.px
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, px(10), 0)
        column.setSpacing(px(12))
        today, icon = self._office.today, self._theme.icon("calendar_month")
        day = self.add_frame("day", self._text("day"), DateBox(today, icon, ahead=False))
        day.input.edited.connect(self._change_day)
        officer = self.add_frame("case_officer", self._text("case_officer"), LineBox())
        officer.input.edited.connect(self._change_officer)
        column.addWidget(day)
        column.addWidget(officer)
        column.addWidget(label("Livsområden i uppdraget", "heading"))
        for area in LIFE_AREAS:
            self._add_tick(column, area)
        column.addStretch(1)
        return inner

    def _add_tick(self, column: QVBoxLayout, area: LifeArea) -> None:
        tick, holder = TickBox(area.label), QVBoxLayout()
        tick.edited.connect(lambda ticked: self._show_area(area.code, holder, bool(ticked)))
        self.ticks[area.code] = tick
        column.addWidget(tick)
        column.addLayout(holder)

    def _show_area(self, code: str, holder: QVBoxLayout, ticked: bool) -> None:
        """Show the fields of a life area, made when it is first ticked, or hide them."""
        if code not in self._cards:
            self._cards[code] = self._make_card(code)
            holder.addWidget(self._cards[code])
        self._cards[code].setVisible(ticked)

    def _make_card(self, code: str) -> Card:
        card = Card(self._theme, "quote")
        for part in _PARTS:
            box = PickBox(_DEGREES) if part in ("assessed", "intended") else TextBox()
            frame = self.add_frame(f"{code}.{part}", self._text(f"areas.*.{part}"), box)
            frame.input.edited.connect(
                lambda value, part=part: self._change_area(code, part, value)
            )
            card.column.addWidget(frame)
        return card

    def _text(self, part: str) -> FieldText:
        return self._office.method.fields[f"assignment.{part}"]

    def _change_day(self, day: Any) -> None:
        self._day = day

    def _change_officer(self, name: Any) -> None:
        self._officer = name

    def _change_area(self, code: str, part: str, value: object) -> None:
        changed: dict[str, Any] = {part: value}
        self._areas[code] = replace(self._areas[code], **changed)
