"""The dialog for an assignment (uppdrag), copied by hand from the case officer's document."""

from collections.abc import Mapping
from typing import Any, cast
from uuid import uuid4

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.life_areas import LIFE_AREAS, life_area
from gplan_desktop.domain.overview import PlanSummary
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.method.model import FieldText, Severity
from gplan_desktop.rules.correcting import corrections
from gplan_desktop.rules.finding import Finding
from gplan_desktop.rules.registering import (
    AssignmentForm,
    assignment_form,
    assignment_problems,
    read_assignment,
)
from ui.assigned_area_part import AssignedAreaPart
from ui.kept_dialog import KeptDialog
from ui.office import Office
from ui.widgets.card import Card
from ui.widgets.date_box import DateBox
from ui.widgets.labels import label
from ui.widgets.line_box import LineBox

_ONLY_SLIPS = (
    "Rätta bara det som blev fel när uppdraget lades in. "
    "Ett nytt beslut lägger du in som ett nytt uppdrag."
)
_DRAFTS = (
    "Ett påbörjat utkast som bygger på uppdraget får de rättade livsområdena nästa gång det "
    "öppnas. Det som redan är skrivet i utkastet finns kvar."
)
_NOTHING_CHANGED = "Inget är ändrat än."


class AssignmentDialog(KeptDialog):
    """Date, case officer, and the life areas that are ticked, each with its own fields.

    With an *assignment* it is that one which is corrected; no established plan
    may stand on it.
    """

    def __init__(
        self, person: Person, office: Office, parent: QWidget, assignment: Assignment | None = None
    ) -> None:
        verb = "Rätta uppdraget" if assignment else "Uppdrag"
        do_it = "Spara rättelsen" if assignment else "Lägg in uppdraget"
        super().__init__(f"{verb} för {person.name}", do_it, office.theme, parent)
        self._person, self._office, self._assignment = person, office, assignment
        self._before = assignment_form(assignment) if assignment else AssignmentForm()
        self._day, self._officer = self._before.day, self._before.case_officer
        self._problems: Mapping[str, str] = {}
        self._told: Mapping[str, str] = {}
        self.parts: dict[str, AssignedAreaPart] = {}
        self.summary = label("", "muted", wraps=True)
        column = cast(QVBoxLayout, self.layout())
        column.insertWidget(column.count() - 1, self.summary)
        self.summary.setVisible(assignment is not None)
        self.show_form(self._form())
        self._opened_with = self._state()
        self._tell_changes()
        self.frames["day"].focus_box()

    def has_typed(self) -> bool:
        """Tell whether anything was written, ticked or unticked."""
        return self._state() != self._opened_with

    def typed(self) -> AssignmentForm:
        """Return what stands in the dialog, of the life areas that are ticked."""
        ticked = (part.form for part in self.parts.values() if part.tick.isChecked())
        return AssignmentForm(self._day, self._officer, tuple(ticked))

    def accept(self) -> None:
        """Put the assignment in the store, or show what to put right at the fields."""
        today, form = self._office.today(), self.typed()
        found = dict(assignment_problems(form, today))
        if "areas" in found:
            found[""] = found.pop("areas")
        self.show_problems(found)
        if not found:
            assignment_id = self._assignment.id if self._assignment else str(uuid4())
            self._save(read_assignment(form, assignment_id, self._person.id, today))

    def show_problems(self, found: Mapping[str, str]) -> None:
        """Show at each field what to put right, and at the others what is changed."""
        super().show_problems(found)
        self._problems, self._told = found, {}
        self._tell_changes()

    def _save(self, assignment: Assignment) -> None:
        store = self._office.store
        save = store.assignments.change if self._assignment else store.assignments.add
        # Or a second click would put the assignment in twice.
        self.do_it.setEnabled(False)
        self._office.database.run(lambda: save(assignment), self._on_saved, self._on_not_saved)

    def _on_saved(self, _: None) -> None:
        super().accept()

    def _on_not_saved(self, error: Exception) -> None:
        self.do_it.setEnabled(True)
        self.show_failure(error)

    def _state(self) -> object:
        parts = [(part.tick.isChecked(), part.form) for part in self.parts.values()]
        return self._day, self._officer, parts

    def _form(self) -> QWidget:
        px = self._theme.px
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, px(10), 0)
        column.setSpacing(px(12))
        if self._assignment:
            column.addWidget(self._notice())
        today, icon = self._office.today, self._theme.icon("calendar_month")
        day = self.add_frame("day", self._text("day"), DateBox(today, icon, ahead=False))
        day.input.edited.connect(self._change_day)
        officer = self.add_frame("case_officer", self._text("case_officer"), LineBox())
        officer.input.edited.connect(self._change_officer)
        day.input.set_value(self._day)
        officer.input.set_value(self._officer)
        column.addWidget(day)
        column.addWidget(officer)
        column.addWidget(label("Livsområden i uppdraget", "heading"))
        for area in LIFE_AREAS:
            self.parts[area.code] = AssignedAreaPart(area, self._office, self.add_frame)
            self.parts[area.code].edited.connect(self._tell_changes)
            column.addWidget(self.parts[area.code])
        for form in self._before.areas:
            self.parts[form.code].fill(form)
        column.addStretch(1)
        return inner

    def _notice(self) -> Card:
        """Return what to know before a correction, of the drafts too when there are any."""
        card = Card(self._theme, "notice")
        card.column.setSpacing(self._theme.px(8))
        card.column.addWidget(label(_ONLY_SLIPS, wraps=True))
        self.drafts = label(_DRAFTS, wraps=True)
        self.drafts.hide()
        card.column.addWidget(self.drafts)
        store, person_id = self._office.store, self._person.id
        self._office.database.run(
            lambda: store.plans(person_id), self._tell_drafts, self.show_failure
        )
        return card

    def _tell_drafts(self, plans: list[PlanSummary]) -> None:
        self.drafts.setVisible(any(plan.status is PlanStatus.DRAFT for plan in plans))

    def _tell_changes(self) -> None:
        """Show at each field, and beside the buttons, what a correction changes."""
        found = corrections(self._before, self.typed()) if self._assignment else {}
        for code, part in self.parts.items():
            part.tell_change(found.get(code, ""))
        for name in (found.keys() | self._told.keys()) & self.frames.keys():
            text = found.get(name, "")
            if name not in self._problems and text != self._told.get(name, ""):
                told = [Finding(name, "", name, Severity.WARNING, text)] if text else []
                self.frames[name].show_findings(told)
        self._told = found
        places = ", ".join(dict.fromkeys(self._place(name) for name in found))
        self.summary.setText(f"Ändrat: {places}." if places else _NOTHING_CHANGED)

    def _place(self, name: str) -> str:
        """Return where a change is, in words: the field, or the life area it is in."""
        code = name.partition(".")[0]
        return life_area(code).label if code in self.parts else self._text(name).label

    def _text(self, part: str) -> FieldText:
        return self._office.method.fields[f"assignment.{part}"]

    def _change_day(self, day: Any) -> None:
        self._day = day
        self._tell_changes()

    def _change_officer(self, name: Any) -> None:
        self._officer = name
        self._tell_changes()
