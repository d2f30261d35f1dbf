"""The paper of a person's tabs: without codes, unless somebody needs them and takes care of it."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.archive.names import safe_name, whose
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.print_out import Paper
from gplan_desktop.store.tabs import TabsRecord
from ui.errors import show_error
from ui.office import Office
from ui.paper_dialog import LooseSheet, PaperDialog
from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.labels import label

_TITLE = "Ska koderna vara med på papperet?"
_CARE = (
    "Ett papper med koder har man på sig under besöket. Det strimlas så snart det inte behövs. "
    "Att koderna har visats antecknas i loggen, och utskriften i listan över papper."
)
_ALL_TABS = "tabs"


class CodesQuestion(QDialog):
    """Asks whether the codes are to be on the paper; they are not, unless one says so."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.shows_codes = False
        self.setWindowTitle("Skriv ut flikarna")
        self.choice = ChoiceGroup([(False, "Utan koder"), (True, "Med koder")])
        self.choice.set_value(False)
        self.choice.set_name(_TITLE)
        self.choice.edited.connect(self._choose)
        self.go_on = push_button("Visa papperet", "primary")
        self.go_on.clicked.connect(self.accept)
        cancel = push_button("Avbryt")
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        column.setSpacing(theme.px(12))
        column.addWidget(label(_TITLE, "heading", wraps=True))
        column.addWidget(self.choice)
        column.addWidget(label(_CARE, "hint", wraps=True))
        column.addLayout(buttons)
        self.setMinimumWidth(theme.px(420))
        self.choice.setFocus()

    def _choose(self, shows_codes: object) -> None:
        self.shows_codes = bool(shows_codes)


class TabsPrint:
    """One way from the saved tabs to their paper; the windows belong to *parent*."""

    def __init__(self, person: Person, office: Office, parent: QWidget) -> None:
        self._person, self._office, self._parent = person, office, parent

    def begin(self) -> None:
        """Read what is saved, and ask about the codes if there are any."""
        store, person_id = self._office.store, self._person.id
        self._office.database.run(lambda: store.tabs.of_person(person_id), self._ask, show_error)

    def _ask(self, record: TabsRecord) -> None:
        if not record.tabs.holds_codes:
            self._show(record, shows_codes=False)
            return
        question = CodesQuestion(self._office.theme, self._parent)
        question.accepted.connect(lambda: self._answer(record, question.shows_codes))
        question.finished.connect(question.deleteLater)
        question.open()

    def _answer(self, record: TabsRecord, shows_codes: bool) -> None:
        """Show the paper; with codes only once it has been logged that they are shown."""
        if not shows_codes:
            self._show(record, shows_codes=False)
            return
        store, person_id = self._office.store, self._person.id
        self._office.database.run(
            lambda: store.tabs.note_code_shown(person_id, _ALL_TABS),
            lambda _: self._show(record, shows_codes=True),
            show_error,
        )

    def _show(self, record: TabsRecord, *, shows_codes: bool) -> None:
        office, person = self._office, self._person
        sheet = LooseSheet(
            Paper.TABS,
            lambda: office.record_papers.tabs(person, record.tabs, shows_codes),
            person_id=person.id,
            name=safe_name(f"Flikar – {whose(person.name)} – {office.today().isoformat()}"),
            checksum=record.digest,
            codes_shown=shows_codes,
        )
        dialog = PaperDialog(sheet, office, self._parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
