"""The registerutdrag of one person: with or without codes, as PDF and JSON in a folder."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.archive.names import safe_name
from gplan_desktop.archive.register_extract import TITLE, Handed, gather, to_json
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.print_out import Occasion, Paper, PrintOut, Way
from gplan_desktop.domain.user import Permission
from gplan_desktop.rules.register_extract import register_extract
from ui.errors import show_error
from ui.office import Office
from ui.provider_files import folder_name, put
from ui.widgets.buttons import push_button
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.labels import label
from ui.widgets.low_area import LowArea
from ui.widgets.permitted import permit
from ui.widgets.spoken import say

if TYPE_CHECKING:
    from gplan_desktop.rules.register_extract import RegisterFacts

MakePdf = Callable[[Handed], bytes]
"""Makes the paper of an extract, in any thread."""

_WHAT = (
    "Allt som finns om individen i enheten: även hur det såg ut innan det ändrades, utkast, "
    "borttagna utkast, påbörjade anteckningar och vem som har läst."
)
_FILES = (
    "Två filer sparas i mappen som du väljer: en PDF att läsa och en JSON-fil för andra program."
)
_NOT_IN_IT = (
    "Inte med: det som står i Treserva, TES och andra system, och papper och filer som redan har "
    "lämnat Gplan. Säkerhetskopiorna har samma uppgifter som de såg ut när kopian gjordes."
)
_CHECK = (
    "Läs igenom utdraget innan det lämnas ut, så att det inte berättar något om en annan person "
    "som individen inte ska få veta. Journalanteckningar som är felmarkerade för att de gällde "
    "någon annan är inte med."
)
_LEAVES = (
    "Filerna lämnar Gplans skyddade plats. Spara dem där bara du kommer åt dem. Utdraget "
    "antecknas i utskriftsregistret och i loggen. Mappens namn har bara initialer och datum, så "
    "att namnet inte syns i listor över filer."
)
_CODES = "Koder och nyckelnummer"
_CHOOSE = "Välj mappen att spara registerutdraget i"
_MAKING = "Gör registerutdraget…"
# The buttons with what is around them, and the frame of the window system.
_BELOW, _FRAME, _WIDTH = 150, 60, 600


class RegisterExtractDialog(QDialog):
    """Says what is about to leave, asks about codes and where, and tells where it lies.

    Signals:
        noted: the extract is saved, and stands in the register.
    """

    noted = Signal()

    def __init__(self, person: Person, office: Office, make: MakePdf, parent: QWidget) -> None:
        super().__init__(parent)
        self._person, self._office, self._make = person, office, make
        theme = office.theme
        self.shows_codes = False
        self.setWindowTitle(TITLE)
        self.setMinimumWidth(theme.px(_WIDTH))
        self.choice = ChoiceGroup([(False, "Utan koder"), (True, "Med koder")])
        self.choice.set_value(False)
        self.choice.set_name(_CODES)
        self.choice.edited.connect(self._choose_codes)
        permit(self.choice.buttons[1], office, Permission.SHOW_CODES)
        self.outcome = label("", "done", wraps=True)
        self.outcome.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        column.setSpacing(theme.px(12))
        most = self.screen().availableSize().height() - theme.px(_BELOW) - _FRAME
        column.addWidget(LowArea(self._told(), most))
        column.addWidget(self.outcome)
        column.addLayout(self._buttons())
        self.choice.setFocus()

    def _told(self) -> QWidget:
        told, theme = QWidget(), self._office.theme
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, theme.px(6), 0)
        column.setSpacing(theme.px(12))
        column.addWidget(label(f"{TITLE} för {self._person.name}", "heading", wraps=True))
        for text, role in (
            (_WHAT, ""),
            (_NOT_IN_IT, ""),
            (_FILES, ""),
            (_CHECK, "muted"),
            (_CODES, "label"),
        ):
            column.addWidget(label(text, role, wraps=True))
        column.addWidget(self.choice)
        column.addWidget(label(_LEAVES, "hint", wraps=True))
        return told

    def save(self, folder: Path) -> None:
        """Make the extract and save it in a folder of its own in *folder*."""
        self.go_on.setEnabled(False)
        self._tell(_MAKING)
        store, person_id = self._office.store, self._person.id
        self._office.database.run(
            lambda: gather(store, person_id),
            lambda facts: self._write(facts, folder),
            self._on_failed,
        )

    def _write(self, facts: "RegisterFacts", folder: Path) -> None:
        handed = self._handed(facts)
        make, name = self._make, folder_name(self._person, self._office.today())
        stem = safe_name(TITLE)

        def work() -> Path:
            files = {f"{stem}.pdf": make(handed), f"{stem}.json": to_json(handed)}
            return put(files, folder, f"{TITLE} – {name}")

        self._office.paper.run(work, lambda saved: self._note(saved, handed), self._on_failed)

    def _handed(self, facts: "RegisterFacts") -> Handed:
        office = self._office
        extract = register_extract(facts, office.method, shows_codes=self.shows_codes)
        return Handed(extract, office.unit, office.now(), office.unit.coordinator)

    def _note(self, saved: Path, handed: Handed) -> None:
        """Note what has left; what cannot be noted has not left, so it is taken away again."""
        store = self._office.store
        noted = PrintOut(
            str(uuid4()),
            Paper.REGISTER_EXTRACT,
            Occasion(handed.at, handed.by, Way.FILE),
            person_id=self._person.id,
            codes_shown=handed.extract.shows_codes,
        )

        def not_noted(error: Exception) -> None:
            shutil.rmtree(saved, ignore_errors=True)
            self._on_failed(error)

        self._office.database.run(
            lambda: store.prints.add([noted]), lambda _: self._on_done(saved), not_noted
        )

    def _on_done(self, saved: Path) -> None:
        self._tell(f"Registerutdraget ligger i mappen {saved.name}.")
        self.cancel.setText("Stäng")
        self.cancel.setFocus()
        self.noted.emit()

    def _on_failed(self, error: Exception) -> None:
        self.outcome.hide()
        self.go_on.setEnabled(True)
        show_error(error)

    def _tell(self, text: str) -> None:
        self.outcome.setText(text)
        self.outcome.show()
        say(self.outcome, text)

    def _buttons(self) -> QHBoxLayout:
        self.cancel = push_button("Avbryt")
        self.cancel.clicked.connect(self.reject)
        self.go_on = push_button("Välj mapp…", "primary")
        self.go_on.clicked.connect(self._choose_folder)
        row = QHBoxLayout()
        row.addWidget(self.cancel)
        row.addStretch(1)
        row.addWidget(self.go_on)
        return row

    def _choose_codes(self, shows_codes: object) -> None:
        self.shows_codes = bool(shows_codes)

    def _choose_folder(self) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, _CHOOSE):
            self.save(Path(chosen))
