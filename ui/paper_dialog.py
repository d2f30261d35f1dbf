"""A paper that is of no plan, such as a list or a blank form: seen, printed, saved."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gplan_desktop.domain.print_out import Occasion, Paper, PrintOut, Way
from gplan_desktop.domain.user import Permission
from ui.clipboard import note_copied
from ui.errors import show_error
from ui.office import Office
from ui.paper_out import Names, PaperOut
from ui.preview import Preview
from ui.widgets.permitted import permit_all

_SAFE = "Inget har ändrats i Gplan."


@dataclass(frozen=True)
class LooseSheet:
    """A paper and what makes it; person_id is "" when it is of no one person.

    checksum and subject tell the register which state of which record it shows,
    and codes_shown that codes can be read on it; name is the file's, without ".pdf".
    """

    paper: Paper
    make: Callable[[], bytes]
    person_id: str = ""
    name: str = ""
    checksum: str = ""
    subject: str = ""
    codes_shown: bool = False


class PaperDialog(QDialog):
    """The pages of one paper with print and save; what leaves the program is noted.

    Signals:
        noted: it has left the program and is in the register.
    """

    noted = Signal()

    def __init__(self, sheet: LooseSheet, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._sheet, self._office = sheet, office
        theme = office.theme
        self.setWindowTitle(sheet.paper.label)
        self.resize(theme.px(820), min(theme.px(720), parent.window().height()))
        self.preview = Preview(
            office.paper,
            lambda name: theme.icon(name, "on_accent" if name == "print" else "accent"),
        )
        permit_all(self.preview.ways_out, office, Permission.PRINT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.preview)
        label, file = sheet.paper.label, f"{sheet.name or sheet.paper.label}.pdf"
        out = PaperOut(
            self.preview,
            office.paper,
            lambda: Names(label, file, _SAFE),
            lambda: office.demand(Permission.PRINT),
        )
        out.left.connect(self._note)
        self.preview.view.copied.connect(lambda: note_copied(sheet.person_id, office))
        self.preview.show_document(sheet.make)
        self.preview.view.setFocus()

    def _note(self, way: Way) -> None:
        store, sheet = self._office.store, self._sheet
        occasion = Occasion(self._office.now(), self._office.unit.coordinator, way)
        noted = PrintOut(
            str(uuid4()),
            sheet.paper,
            occasion,
            person_id=sheet.person_id,
            checksum=sheet.checksum,
            codes_shown=sheet.codes_shown,
            subject=sheet.subject,
        )
        self._office.database.run(
            lambda: store.prints.add([noted]), lambda _: self.noted.emit(), show_error
        )
