"""The first step of an import: what the list is of, and which file it is."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gplan_desktop.domain.user import Permission
from gplan_desktop.exchange.columns import ListKind
from gplan_desktop.exchange.tables import legend, template
from ui.errors import show_error
from ui.exchange.import_words import of_kind, rows
from ui.exchange.import_work import ReadList
from ui.exchange.list_files import CSV, XLSX, choose_list, save_list_as, write_list
from ui.office import Office
from ui.seal_words import Told
from ui.told_line import ToldLine
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label
from ui.widgets.permitted import permit_all
from ui.widgets.spoken import say

_HEADING = "1. Välj fil"


class FileCard(Card):
    """A choice between persons and assignments, the file, and a template to begin from.

    Signals:
        chosen: the path of the file to read; it may be the same as before.
        kind_changed: the list is to be of another kind.
    """

    chosen = Signal(object)
    kind_changed = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__(office.theme)
        self._office, theme = office, office.theme
        self.kind = ListKind.PEOPLE
        self._path: Path | None = None
        self.which = ChoiceGroup([(kind, kind.label) for kind in ListKind], across=True)
        self.which.set_name("Vad listan innehåller")
        self.which.set_value(self.kind)
        self.which.edited.connect(self._on_kind)
        self.what = label(of_kind(self.kind), "muted", wraps=True)
        self.name = label("", wraps=True)
        self.notices = label("", "muted", wraps=True)
        self.told = ToldLine(theme)
        self.column.setSpacing(theme.px(8))
        self.column.addWidget(label(_HEADING, "heading"))
        self.column.addWidget(self.which)
        self.column.addWidget(self.what)
        self.column.addWidget(self._buttons())
        for part in (self.name, self.notices, self.told):
            self.column.addWidget(part)
        self.forget()

    def forget(self) -> None:
        """Show that no file is chosen."""
        self._path = None
        self.again.hide()
        self.name.hide()
        self.notices.hide()

    def show_list(self, listed: ReadList) -> None:
        """Tell which file was read, and what there is to say of how."""
        self._path = listed.path
        self.again.show()
        self.name.setText(f"{listed.path.name}, {rows(len(listed.table.rows)).lower()}")
        self.name.show()
        self.notices.setText("\n".join(listed.table.notices))
        self.notices.setVisible(bool(listed.table.notices))

    def save_template(self, path: Path) -> None:
        """Save a list to fill in at *path*, and tell so."""
        kind = self.kind
        self._office.paper.run(
            lambda: write_list(template(kind), path, legend(kind)),
            lambda _: self._on_saved(path),
            show_error,
        )

    def _buttons(self) -> QWidget:
        theme = self._office.theme
        self.choose = push_button("Välj fil…", "", theme.icon("description", "accent"))
        self.choose.clicked.connect(lambda: choose_list(self, self.chosen.emit))
        self.again = push_button("Läs om filen")
        self.again.setToolTip("När du har rättat och sparat filen")
        self.again.clicked.connect(lambda: self.chosen.emit(self._path))
        permit_all((self.choose, self.again), self._office, Permission.WRITE)
        self.template = push_button("Spara en mall…", "link")
        self.template.clicked.connect(self._ask_for_template)
        buttons = QWidget()
        flow = FlowLayout(buttons, theme.px(10))
        for button in (self.choose, self.again, self.template):
            flow.addWidget(button)
        return buttons

    def _ask_for_template(self) -> None:
        name = f"Mall {self.kind.label.lower()}"
        save_list_as(self, "Spara en mall", name, self.save_template, XLSX, CSV)

    def _on_kind(self, kind: ListKind) -> None:
        self.kind = kind
        self.what.setText(of_kind(kind))
        self.told.show_told(None)
        self.forget()
        self.kind_changed.emit()

    def _on_saved(self, path: Path) -> None:
        text = f"Mallen är sparad som {path.name}. Ta bort exempelraden när du fyller i den."
        self.told.show_told(Told("done", text))
        say(self.told, text)
