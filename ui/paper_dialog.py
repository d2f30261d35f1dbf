"""A paper that is of no plan, such as a list or a blank form: seen, printed, saved."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gplan_desktop.domain.print_out import Occasion, Paper, PrintOut, Way
from ui.errors import show_error, tell
from ui.office import Office
from ui.preview import Preview
from ui.printing import print_pdf
from ui.save_pdf import ask_where, save_pdf

_SAFE = "Inget har ändrats i Gplan."


@dataclass(frozen=True)
class LooseSheet:
    """A paper and what makes it; person_id is "" when it is of no one person."""

    paper: Paper
    make: Callable[[], bytes]
    person_id: str = ""


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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.preview)
        self.preview.print_requested.connect(self._print)
        self.preview.save_requested.connect(self._save)
        self.preview.show_document(sheet.make)
        self.preview.view.setFocus()

    def _print(self) -> None:
        try:
            printed = print_pdf(
                self.preview.data, self._sheet.paper.label, self, self._office.paper
            )
        except Exception as error:  # noqa: BLE001 - every failure is told, none ends the program
            show_error(error)
            return
        if printed:
            self._note(Way.PRINTER)
        if printed.notice:
            tell(printed.notice, _SAFE, "")

    def _save(self) -> None:
        name = f"{self._sheet.paper.label}.pdf"
        path = ask_where(self, name)
        if path:
            data = self.preview.data
            self._office.paper.run(
                lambda: save_pdf(data, path), lambda _: self._note(Way.FILE), show_error
            )

    def _note(self, way: Way) -> None:
        store, sheet = self._office.store, self._sheet
        occasion = Occasion(self._office.now(), self._office.unit.coordinator, way)
        noted = PrintOut(str(uuid4()), sheet.paper, occasion, person_id=sheet.person_id)
        self._office.database.run(
            lambda: store.prints.add([noted]), lambda _: self.noted.emit(), show_error
        )
