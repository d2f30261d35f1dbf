"""The dialog for a new person in the unit."""

from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gplan_desktop.domain.person import Person
from gplan_desktop.rules.registering import PersonForm
from ui.office import Office
from ui.person_dialog import PersonDialog


class NewPersonDialog(PersonDialog):
    """Adds a person.

    Signals:
        added: the person, when the store has taken it.
    """

    added = Signal(object)

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__("Ny person", PersonForm(), office, parent)
        self.do_it.setText("Lägg till personen")

    def hand_over(self) -> None:
        """Put the person in the store."""
        store, person = self._office.store, self.read(str(uuid4()))
        self._office.database.run(
            lambda: store.add_person(person), lambda _: self._on_added(person), self.show_failure
        )

    def _on_added(self, person: Person) -> None:
        self.done(self.DialogCode.Accepted)
        self.added.emit(person)
