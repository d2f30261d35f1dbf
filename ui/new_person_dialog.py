"""The dialog for a new person in the unit."""

from dataclasses import replace
from typing import Any, cast
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.person import Person, SupportKind
from gplan_desktop.rules.registering import PersonForm, person_problems, read_person
from ui.kept_dialog import KeptDialog
from ui.office import Office
from ui.widgets.date_box import DateBox
from ui.widgets.field_frame import FieldFrame
from ui.widgets.line_box import LineBox
from ui.widgets.several_box import SeveralBox
from ui.widgets.tick_box import TickBox

_PLACES = {
    "given_name": (0, 0),
    "family_name": (0, 1),
    "personal_id": (1, 0),
    "support_start": (1, 1),
    "support_kinds": (2, 0),
    "unit": (3, 0),
    "provider": (3, 1),
    "protected_identity": (4, 0),
    "address": (5, 0),
    "phone": (5, 1),
}
_WIDE = frozenset({"support_kinds", "protected_identity"})
_TOP = Qt.AlignmentFlag.AlignTop


class NewPersonDialog(KeptDialog):
    """Asks for what a plan needs to know; says at the field what to put right.

    Signals:
        added: the person, when the store has taken it.
    """

    added = Signal(object)

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__("Ny person", "Lägg till personen", office.theme, parent)
        self._office = office
        self.typed = PersonForm()
        self.reserve = TickBox("Numret är ett reservnummer")
        self.external = TickBox("Extern utförare")
        self.show_form(self._form())
        self.frames["given_name"].focus_box()

    def has_typed(self) -> bool:
        """Tell whether anything was written or ticked."""
        return self.typed != PersonForm()

    def accept(self) -> None:
        """Put the person in the store, or show what to put right at the fields."""
        today, store = self._office.today(), self._office.store
        found = person_problems(self.typed, today)
        self.show_problems(found)
        if not found:
            person = read_person(self.typed, str(uuid4()), today)
            self._office.database.run(
                lambda: store.add_person(person),
                lambda _: self._on_added(person),
                self.show_failure,
            )

    def _on_added(self, person: Person) -> None:
        super().accept()
        self.added.emit(person)

    def _form(self) -> QWidget:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, self._theme.px(10), 0)
        grid.setHorizontalSpacing(self._theme.px(20))
        grid.setVerticalSpacing(self._theme.px(14))
        for part, (row, column) in _PLACES.items():
            width = 2 if part in _WIDE else 1
            grid.addWidget(self._frame(part), row, column, 1, width, _TOP)
        self._put_beside("personal_id", self.reserve, "is_reserve")
        self._put_beside("provider", self.external, "external")
        return inner

    def _frame(self, part: str) -> FieldFrame:
        frame = self.add_frame(part, self._office.method.field(f"person.{part}"), self._box(part))
        frame.input.edited.connect(lambda value: self._change(part, value))
        return frame

    def _put_beside(self, part: str, tick: TickBox, name: str) -> None:
        cast(QVBoxLayout, self.frames[part].layout()).addWidget(tick)
        tick.edited.connect(lambda value: self._change(name, value))

    def _box(self, part: str) -> QWidget:
        if part == "support_start":
            return DateBox(self._office.today, self._theme.icon("calendar_month"), ahead=False)
        if part == "support_kinds":
            return SeveralBox([(kind, kind.label) for kind in SupportKind])
        return TickBox() if part == "protected_identity" else LineBox()

    def _change(self, part: str, value: object) -> None:
        changed: dict[str, Any] = {part: value}
        self.typed = replace(self.typed, **changed)
