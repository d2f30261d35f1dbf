"""One life area of an assignment in its dialog: a tick, and the fields under it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.domain.life_areas import Functioning, LifeArea
from gplan_desktop.method.model import FieldText
from gplan_desktop.rules.registering import AssignedAreaForm
from ui.office import Office
from ui.widgets.card import Card
from ui.widgets.field_frame import FieldFrame
from ui.widgets.labels import label, set_role
from ui.widgets.pick_box import PickBox
from ui.widgets.text_box import TextBox
from ui.widgets.tick_box import TickBox
from ui.widgets.tick_columns import TickColumns

_PARTS = ("need", "assessed", "intended", "goal", "support", "sub_areas")
_DEGREES = [(degree, f"{degree.value}  {degree.label}") for degree in Functioning]
_KEPT = "Det du skrev finns kvar om du bockar i igen."

AddFrame = Callable[[str, FieldText, QWidget], FieldFrame]


class AssignedAreaPart(QWidget):
    """A life area that is ticked or not; what is written in it stays when it is unticked.

    Signals:
        edited: the writer ticked, unticked or wrote something.
    """

    edited = Signal()

    def __init__(self, area: LifeArea, office: Office, add_frame: AddFrame) -> None:
        super().__init__()
        self._area, self._office, self._add_frame = area, office, add_frame
        self.form = AssignedAreaForm(area.code)
        self._card: Card | None = None
        self.tick = TickBox(area.label)
        self.tick.edited.connect(self._on_ticked)
        self.note = label("", "hint", wraps=True)
        self.note.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(office.theme.px(8))
        self._column.addWidget(self.tick)
        self._column.addWidget(self.note)

    def fill(self, form: AssignedAreaForm) -> None:
        """Tick the life area and show what stands in it."""
        self.form = form
        self.tick.set_value(True)
        self._require_card()

    def tell_change(self, text: str) -> None:
        """Show what becomes of the life area when it is saved."""
        is_left_out = not self.tick.isChecked() and self.form != AssignedAreaForm(self._area.code)
        self.note.setText(" ".join(part for part in (text, _KEPT if is_left_out else "") if part))
        set_role(self.note, "warning" if text else "hint")
        self.note.setVisible(bool(self.note.text()))

    def _on_ticked(self) -> None:
        if self.tick.isChecked():
            self._require_card().show()
        elif self._card:
            self._card.hide()
        self.edited.emit()

    def _require_card(self) -> Card:
        """Return the fields, made when the life area is first ticked."""
        if self._card is None:
            self._card = Card(self._office.theme, "quote")
            self._column.addWidget(self._card)
            self._fill_card(self._card)
        return self._card

    def _fill_card(self, card: Card) -> None:
        for part in _PARTS if self._area.sub_areas else _PARTS[:-1]:
            box = self._make_box(part)
            text = self._office.method.fields[f"assignment.areas.*.{part}"]
            frame = self._add_frame(f"{self._area.code}.{part}", text, box)
            frame.input.set_value(getattr(self.form, part))
            frame.input.edited.connect(lambda value, part=part: self._change(part, value))
            card.column.addWidget(frame)

    def _make_box(self, part: str) -> QWidget:
        if part == "sub_areas":
            choices = [(sub.code, sub.label) for sub in self._area.sub_areas]
            return TickColumns(choices, self._office.theme)
        return PickBox(_DEGREES) if part in ("assessed", "intended") else TextBox()

    def _change(self, part: str, value: object) -> None:
        changed: dict[str, Any] = {part: value}
        self.form = replace(self.form, **changed)
        self.edited.emit()
