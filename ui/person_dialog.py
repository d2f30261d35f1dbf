"""The form of a person, as it is filled in for a new one and corrected for one who is there."""

from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.person import Person, SupportKind
from gplan_desktop.domain.text import is_blank
from gplan_desktop.rules.registering import PersonForm, person_problems, read_person
from ui.kept_dialog import KeptDialog
from ui.office import Office
from ui.widgets.card import Card
from ui.widgets.date_box import DateBox
from ui.widgets.field_frame import FieldFrame
from ui.widgets.labels import label
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
    "address": (6, 0),
    "phone": (6, 1),
}
_WIDE = frozenset({"support_kinds", "protected_identity"})
_NOTICE_ROW = 5
_NOT_WHEN_PROTECTED = ("address", "phone")
_TAKEN_AWAY = (
    "Adress och telefon tas bort när du sparar. De skrivs aldrig i Gplan för den som har "
    "skyddade personuppgifter. Följ verksamhetens rutin för var de ska finnas."
)
_TOP = Qt.AlignmentFlag.AlignTop


class PersonDialog(KeptDialog):
    """Asks for what a plan needs to know; says at the field what to put right."""

    def __init__(self, title: str, before: PersonForm, office: Office, parent: QWidget) -> None:
        super().__init__(title, "Spara", office.theme, parent)
        self._office = office
        self.before = self.typed = before
        self.reserve = TickBox("Numret är ett reservnummer")
        self.external = TickBox("Extern utförare")
        self.notice = Card(office.theme, "notice")
        self.notice.column.addWidget(label(_TAKEN_AWAY, wraps=True))
        self.form = self._form()
        self._fill()
        self.show_form(self.form)
        self.frames["given_name"].focus_box()

    def has_typed(self) -> bool:
        """Tell whether anything differs from what the dialog opened with."""
        return self.typed != self.before

    def accept(self) -> None:
        """Hand the person over, or show what to put right at the fields."""
        found = person_problems(self.typed, self._office.today())
        self.show_problems(found)
        if not found:
            self.hand_over()

    def hand_over(self) -> None:
        """Put in the store what is typed, in which nothing is to be put right."""
        raise NotImplementedError

    def loses_contact(self) -> bool:
        """Tell whether an address or a phone number is taken away by the protected identity."""
        typed = self.typed
        return typed.protected_identity and not (is_blank(typed.address) and is_blank(typed.phone))

    def read(self, person_id: str) -> Person:
        """Return the person that is typed, in which nothing is to be put right."""
        return read_person(self.typed, person_id, self._office.today())

    def on_typed(self) -> None:
        """Follow what is typed: what is protected has no address to write."""
        self.notice.setVisible(self.loses_contact())
        for part in _NOT_WHEN_PROTECTED:
            self.frames[part].input.set_read_only(self.typed.protected_identity)

    def _form(self) -> QWidget:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, self._theme.px(10), 0)
        grid.setHorizontalSpacing(self._theme.px(20))
        grid.setVerticalSpacing(self._theme.px(14))
        for part, (row, column) in _PLACES.items():
            width = 2 if part in _WIDE else 1
            grid.addWidget(self._frame(part), row, column, 1, width, _TOP)
        grid.addWidget(self.notice, _NOTICE_ROW, 0, 1, 2)
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

    def _fill(self) -> None:
        for part, frame in self.frames.items():
            frame.input.set_value(getattr(self.before, part))
        self.reserve.set_value(self.before.is_reserve)
        self.external.set_value(self.before.external)
        self.notice.hide()

    def _change(self, part: str, value: object) -> None:
        changed: dict[str, Any] = {part: value}
        self.typed = replace(self.typed, **changed)
        self.on_typed()
