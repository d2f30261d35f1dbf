"""What is done after establishing: printed, noted in the journal, filed."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from gplan_desktop.domain.overview import Aftercare
from ui.errors import show_error
from ui.office import Office


class AftercareNotes(QObject):
    """Keeps the three notes of one plan, in the store and on every page.

    Signals:
        changed: a note was read from or written to the store.
    """

    changed = Signal()

    def __init__(self, office: Office, plan_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._office, self._plan_id = office, plan_id
        self.notes = Aftercare()

    def load(self) -> None:
        """Read the notes from the store."""
        store, plan_id = self._office.store, self._plan_id
        self._office.database.run(lambda: store.aftercares.of_plan(plan_id), self._show, show_error)

    def filed(self, done: bool) -> None:
        """Note that the paper was filed by the unit's routine, or take that back (S135)."""
        self._note(replace(self.notes, filed_at=self._office.now() if done else None))

    def _note(self, notes: Aftercare) -> None:
        store, plan_id = self._office.store, self._plan_id
        self._office.database.run(
            lambda: store.aftercares.note(plan_id, notes), lambda _: self._show(notes), show_error
        )

    def _show(self, notes: Aftercare) -> None:
        self.notes = notes
        self.changed.emit()
