"""Where persons or assignments are saved as a list: which, in what form, and what leaves."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.user import Permission
from gplan_desktop.errors import WorldError
from gplan_desktop.exchange.columns import ListKind
from ui.errors import show_error
from ui.exchange.export_work import Export
from ui.exchange.import_words import rows
from ui.exchange.list_files import CSV, XLSX, save_list_as
from ui.office import Office
from ui.progress_window import Stopped, with_progress
from ui.seal_words import Told
from ui.told_line import ToldLine
from ui.widgets.buttons import Button, push_button
from ui.widgets.card import Card
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.labels import label
from ui.widgets.permitted import permit_all
from ui.widgets.spoken import say
from ui.widgets.tick_box import TickBox

_TITLE = "Spara som lista"
_WITHOUT = "Utan uppgifter som pekar ut individen"
_WHAT = {
    ListKind.PEOPLE: "En rad för varje individ i enheten.",
    ListKind.ASSIGNMENTS: "En rad för varje livsområde i varje uppdrag.",
}
_LEFT_OUT = {
    ListKind.PEOPLE: (
        "Listan är utan namn, personnummer, adress och telefon, och av dagen då stödet började "
        "finns bara år och månad. I en liten enhet kan någon ändå kännas igen."
    ),
    ListKind.ASSIGNMENTS: (
        "Listan är utan personnummer, handläggare och uppdragets texter, och av dagen för "
        "uppdraget finns bara år och månad. I en liten enhet kan någon ändå kännas igen."
    ),
}
_LEAVES = {
    ListKind.PEOPLE: "namn, personnummer, adress, telefon och vilket stöd var och en har",
    ListKind.ASSIGNMENTS: "personnummer, handläggare och uppdragens texter om behov och mål",
}
_SECRECY = (
    "Listan lämnar den skyddade databasen och är inte krypterad. Den innehåller {}. Uppgifterna "
    "omfattas av sekretess enligt 26 kap. 1 § offentlighets- och sekretesslagen. Spara listan där "
    "bara behöriga kommer åt den, och ta bort den när den inte behövs. Den som har skyddade "
    "personuppgifter är med, utan adress och telefon. I loggen antecknas att du har sparat listan."
)
_STOPPED = "Avbrutet. Ingen lista är sparad."
_WIDTH = 560


def open_export(parent: QWidget, office: Office) -> "ExportDialog":
    """Open the dialog that saves a list of the unit's persons or assignments."""
    dialog = ExportDialog(office, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


class ExportDialog(QDialog):
    """Persons or assignments, a tick that is on, what leaves the unit, and two forms of file."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, theme = office, office.theme
        self.kind = ListKind.PEOPLE
        self.setWindowTitle(_TITLE)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.which = ChoiceGroup([(kind, kind.label) for kind in ListKind], across=True)
        self.which.set_name("Vad listan innehåller")
        self.which.set_value(self.kind)
        self.which.edited.connect(self._on_kind)
        self.what = label("", "muted", wraps=True)
        self.without = TickBox(_WITHOUT)
        self.without.setChecked(True)
        self.without.edited.connect(lambda _: self._show_what())
        self.left_out = label("", "muted", wraps=True)
        self.told = ToldLine(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        column.setSpacing(theme.px(10))
        column.addWidget(label(_TITLE, "title"))
        parts = (self.which, self.what, self.without, self.left_out, self._notice(), self.told)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(self._buttons())
        self.setMinimumWidth(theme.px(_WIDTH))
        self._show_what()
        self.which.setFocus()

    def export(self, path: Path) -> None:
        """Save the list at *path* under a window that can stop it, and tell how it went."""
        work, office = Export(self.kind, identified=not self.without.isChecked()), self._office
        self.told.show_told(None)
        try:
            count = with_progress(
                lambda tell: work.run(office, path, tell), _TITLE, self, office.paper
            )
        except Stopped:
            self._tell(Told("warning", _STOPPED))
        except WorldError as error:
            show_error(error)
        else:
            self._tell(Told("done", f"Klart. {rows(count)} är sparade i {path.name}."))
            self.close_button.setFocus()

    def _notice(self) -> QWidget:
        theme = self._office.theme
        self.notice = Card(theme, "notice")
        self.notice.column.setContentsMargins(*[theme.px(side) for side in (16, 10, 16, 10)])
        self.secrecy = label("", wraps=True)
        self.notice.column.addWidget(self.secrecy)
        return self.notice

    def _buttons(self) -> QHBoxLayout:
        self.as_xlsx = self._button("Spara för Excel…", XLSX, "primary")
        self.as_csv = self._button("Spara som CSV…", CSV)
        permit_all((self.as_xlsx, self.as_csv), self._office, Permission.EXPORT)
        self.close_button = push_button("Stäng")
        self.close_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(self._office.theme.px(10))
        row.addStretch(1)
        for button in (self.close_button, self.as_csv, self.as_xlsx):
            row.addWidget(button)
        return row

    def _button(self, text: str, form: str, kind: str = "") -> Button:
        button = push_button(text, kind)
        button.clicked.connect(lambda: save_list_as(self, _TITLE, self._name(), self.export, form))
        return button

    def _name(self) -> str:
        return f"{self.kind.label} {self._office.today():%Y-%m-%d}"

    def _on_kind(self, kind: ListKind) -> None:
        self.kind = kind
        self._show_what()

    def _show_what(self) -> None:
        """Tell what is left out of the list, or what of it leaves the safe place."""
        is_without = self.without.isChecked()
        self.what.setText(_WHAT[self.kind])
        self.left_out.setText(_LEFT_OUT[self.kind])
        self.secrecy.setText(_SECRECY.format(_LEAVES[self.kind]))
        self.left_out.setVisible(is_without)
        self.notice.setVisible(not is_without)
        self.told.show_told(None)
        self._make_room()
        if not is_without:
            say(self.notice, self.secrecy.text())

    def _make_room(self) -> None:
        """Grow with what is told: a dialog does not follow texts that wrap."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setMinimumHeight(
                layout.totalHeightForWidth(max(self.width(), self.minimumWidth()))
            )

    def _tell(self, told: Told) -> None:
        self.told.show_told(told)
        self._make_room()
        say(self.told, told.text)
