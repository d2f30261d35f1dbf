"""The dialog in which what stands about a person is corrected; what stood before is kept."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.person import Person
from gplan_desktop.errors import PersonExists
from gplan_desktop.method.model import Severity
from gplan_desktop.rules.correcting import changed_facts, person_corrections
from gplan_desktop.rules.finding import Finding
from gplan_desktop.rules.registering import person_form
from ui.confirm import Question, ask
from ui.office import Office
from ui.person_dialog import PersonDialog
from ui.widgets.labels import label

if TYPE_CHECKING:
    # The window is shown before the database's libraries are loaded.
    from gplan_desktop.store.people import PersonBefore

_NOTHING_CHANGED = "Inget är ändrat än."
_KEPT = (
    "Det som stod förut finns kvar i historiken, med vem som ändrade och när. "
    "Papper som redan är utskrivna ändras inte."
)
_KNOWN = "En annan person i enheten har redan det numret. Kontrollera det. Inget har ändrats."
_PROTECT = Question(
    "Ta bort adress och telefon?",
    "Med skyddade personuppgifter ska adress och telefon inte stå i Gplan. "
    "De tas bort från individens uppgifter när du sparar.",
    "Ta bort dem och spara",
    "Gå tillbaka",
)
_END = "när stödet avslutades"
_LAST_ROW = 7


class CorrectPersonDialog(PersonDialog):
    """Shows at each field what is changed, and under them what was changed before.

    Signals:
        changed: the person as it stands now, when the store has taken it.
    """

    changed = Signal(object)

    def __init__(self, person: Person, office: Office, parent: QWidget) -> None:
        self._person = person
        self._problems: Mapping[str, str] = {}
        self._told: Mapping[str, str] = {}
        self.summary = label(_NOTHING_CHANGED, "muted", wraps=True)
        self.history = label("", "muted", wraps=True)
        super().__init__(f"Rätta uppgifter om {person.name}", person_form(person), office, parent)
        self.do_it.setText("Spara rättelsen")
        column = cast(QVBoxLayout, self.layout())
        column.insertWidget(column.count() - 1, self.summary)
        grid = cast(QGridLayout, self.form.layout())
        grid.addWidget(label(_KEPT, "muted", wraps=True), _LAST_ROW, 0, 1, 2)
        grid.addWidget(self.history, _LAST_ROW + 1, 0, 1, 2)
        self.history.hide()
        self.on_typed()
        store = office.store
        office.database.run(
            lambda: store.person_history(person.id), self._show_history, self.show_failure
        )

    def hand_over(self) -> None:
        """Put the correction in the store; ask first when an address would be taken away."""
        if self.loses_contact():
            ask(self, _PROTECT, self._save)
        else:
            self._save()

    def on_typed(self) -> None:
        """Show at each field, and beside the buttons, what is changed."""
        super().on_typed()
        found = person_corrections(self.before, self.typed)
        for part in found.keys() | self._told.keys():
            text = found.get(part, "")
            if part not in self._problems and text != self._told.get(part, ""):
                told = [Finding(part, "", part, Severity.WARNING, text)] if text else []
                self.frames[part].show_findings(told)
        self._told = found
        places = ", ".join(self._name(part) for part in found)
        self.summary.setText(f"Ändrat: {places}." if places else _NOTHING_CHANGED)

    def show_problems(self, found: Mapping[str, str]) -> None:
        """Show at each field what to put right, and at the others what is changed."""
        super().show_problems(found)
        self._problems, self._told = found, {}
        self.on_typed()

    def _save(self) -> None:
        store, person = self._office.store, self.read(self._person.id)
        # Or a second click would save once more.
        self.do_it.setEnabled(False)
        self._office.database.run(
            lambda: store.change_person(person),
            lambda _: self._on_saved(person),
            self._on_not_saved,
        )

    def _on_saved(self, person: Person) -> None:
        self.done(self.DialogCode.Accepted)
        self.changed.emit(person)

    def _on_not_saved(self, error: Exception) -> None:
        self.do_it.setEnabled(True)
        if isinstance(error, PersonExists):
            self.show_problems({"personal_id": _KNOWN})
        else:
            self.show_failure(error)

    def _show_history(self, history: Sequence["PersonBefore"]) -> None:
        self.history.setText("\n".join(self._changes(history)))
        self.history.setVisible(bool(history))

    def _changes(self, history: Sequence["PersonBefore"]) -> Iterator[str]:
        """Tell each correction, the newest first: which facts, never what they were."""
        after = self._person
        for before in history:
            facts = ", ".join(map(self._name, changed_facts(before.person, after))) or _END
            yield f"Ändrad {dates.stamp(before.changed_at)} av {before.changed_by}: {facts.lower()}"
            after = before.person

    def _name(self, part: str) -> str:
        return self._office.method.field(f"person.{part}").label
