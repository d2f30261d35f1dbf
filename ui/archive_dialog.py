"""Where plans are put in an archive package: which ones, what to think of, and how it went."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gplan_desktop.archive.names import unlike
from gplan_desktop.domain import dates
from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.domain.user import Permission
from gplan_desktop.errors import WorldError
from ui.archive_work import ArchiveWork, Choice
from ui.errors import show_error
from ui.office import Office
from ui.progress_window import Stopped, with_progress
from ui.seal_words import Told
from ui.told_line import ToldLine
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.spoken import say

_TITLE = "Gör ett arkivpaket"
_WHAT = (
    "Paketet innehåller varje plan som PDF och som text, och kontrollsummor som visar om något "
    "ändras efteråt. Det kan kontrolleras i Sigill eller helt utan Gplan."
)
_SECRECY = (
    "Paketet lämnar den skyddade databasen och är inte krypterat. Det innehåller uppgifter som "
    "omfattas av sekretess enligt 26 kap. 1 § offentlighets- och sekretesslagen. Spara det där "
    "bara behöriga kommer åt det, och skicka det inte med vanlig e-post. I utskriftsregistret "
    "antecknas vilka planer du har sparat, och när."
)
_EMPTY = "Det finns ingen upprättad plan att lägga i ett paket. Välj planer som är upprättade."
_STOPPED = "Avbrutet. Inget paket har gjorts."
_WAYS = {
    PlanStatus.ESTABLISHED: "gäller",
    PlanStatus.SUPERSEDED: "ersatt",
    PlanStatus.ANNULLED: "makulerad",
}
_TICKED = Qt.CheckState.Checked
_TICK = 16
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
_WIDTH, _HEIGHT = 620, 560


def make_archive(parent: QWidget, office: Office, plans: Sequence[Choice]) -> "ArchiveDialog":
    """Open the dialog that makes a package of *plans*; drafts among them are left out."""
    dialog = ArchiveDialog(office, plans, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


class ArchiveDialog(QDialog):
    """The plans with a tick each, what the secrecy asks for, and a zip or a folder to choose."""

    def __init__(self, office: Office, plans: Sequence[Choice], parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self._plans = [choice for choice in plans if choice[1].status in _WAYS]
        self._left_out = len(plans) - len(self._plans)
        theme = office.theme
        self.setWindowTitle(_TITLE)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.list = self._plan_list()
        self.count = label("", "muted", wraps=True)
        self.told = ToldLine(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        column.setSpacing(theme.px(10))
        column.addWidget(label(_TITLE, "title"))
        column.addWidget(label(_WHAT if self._plans else _EMPTY, "muted", wraps=True))
        column.addWidget(self.list, 1)
        column.addWidget(self.count)
        column.addWidget(self._secrecy())
        column.addWidget(self.told)
        column.addLayout(self._buttons())
        if not self._plans:
            column.addStretch(1)
        self.list.itemChanged.connect(self._on_ticked)
        self._on_ticked()
        self.resize(theme.px(_WIDTH), theme.px(_HEIGHT) if self._plans else 0)
        (self.list if self._plans else self.cancel).setFocus()

    def chosen(self) -> list[Choice]:
        """Return the plans that are ticked, in the order they were given."""
        ticks = [self.list.item(row).checkState() for row in range(self.list.count())]
        chosen = zip(self._plans, ticks, strict=True)
        return [choice for choice, tick in chosen if tick is _TICKED]

    def make(self, target: Path) -> None:
        """Make the package at *target* under a window that can stop it, and tell how it went."""
        work = ArchiveWork(self._office, self.chosen(), target)
        self.told.show_told(None)
        try:
            self._office.demand(Permission.EXPORT)
            count = with_progress(work.run, _TITLE, self, self._office.paper)
        except Stopped:
            self._tell(Told("warning", _STOPPED))
        except WorldError as error:
            show_error(error)
        else:
            plans = "En plan" if count == 1 else f"{count} planer"
            self._tell(Told("done", f"Klart. {plans} ligger i {target.name}, i {target.parent}."))
            self.cancel.setText("Stäng")
            self.cancel.setFocus()

    def _plan_list(self) -> QListWidget:
        shown = QListWidget()
        shown.setAccessibleName("Planer som läggs i paketet")
        shown.setAccessibleDescription("Mellanslag bockar för och av")
        shown.setWordWrap(True)
        side = self._office.theme.px(_TICK)
        shown.setStyleSheet(f"QListView::indicator {{ width: {side}px; height: {side}px; }}")
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for choice in self._plans:
            item = QListWidgetItem(_in_words(choice), shown)
            item.setFlags(_FLAGS)
            item.setCheckState(_TICKED)
        if self._plans:
            shown.setCurrentRow(0)
        shown.setVisible(bool(self._plans))
        return shown

    def _secrecy(self) -> QWidget:
        theme = self._office.theme
        self.secrecy = Card(theme, "notice")
        self.secrecy.column.setContentsMargins(*[theme.px(side) for side in (16, 10, 16, 10)])
        self.secrecy.column.addWidget(label(_SECRECY, wraps=True))
        self.secrecy.setVisible(bool(self._plans))
        return self.secrecy

    def _buttons(self) -> QHBoxLayout:
        self.as_zip = push_button("Spara som zip-fil…", "primary")
        self.as_zip.clicked.connect(self._choose_zip)
        self.as_folder = push_button("Spara som mapp…")
        self.as_folder.clicked.connect(self._choose_folder)
        self.cancel = push_button("Avbryt" if self._plans else "Stäng")
        self.cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(self._office.theme.px(10))
        row.addStretch(1)
        for button in (self.cancel, self.as_folder, self.as_zip):
            row.addWidget(button)
        for button in (self.as_folder, self.as_zip):
            button.setVisible(bool(self._plans))
        return row

    def _on_ticked(self) -> None:
        """Tell how many plans are ticked; without any there is nothing to save."""
        count = len(self.chosen())
        left_out = f" {_drafts(self._left_out)}" if self._left_out else ""
        self.count.setText(f"{count} av {len(self._plans)} planer är med.{left_out}")
        self.count.setVisible(bool(self._plans or self._left_out))
        for button in (self.as_zip, self.as_folder):
            button.setEnabled(count > 0)

    def _choose_zip(self) -> None:
        dialog = QFileDialog(self, "Spara arkivpaketet som zip-fil")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("Zip-filer (*.zip)")
        dialog.setDefaultSuffix("zip")
        dialog.selectFile(f"{self._name()}.zip")
        dialog.fileSelected.connect(lambda path: self.make(_as_zip(Path(path))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, "Välj var mappen med paketet ska ligga")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self.make(self._new_folder(Path(path))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _new_folder(self, parent: Path) -> Path:
        """Return a folder in *parent* that is not there yet."""
        taken: list[str] = []
        # A folder that cannot be read cannot be written either, which is told when it is tried.
        with suppress(OSError):
            taken = [path.name for path in parent.iterdir()]
        return parent / unlike(self._name(), taken)

    def _name(self) -> str:
        return f"Arkivpaket {self._office.today():%Y-%m-%d}"

    def _tell(self, told: Told) -> None:
        self.told.show_told(told)
        say(self.told, told.text)


def _as_zip(path: Path) -> Path:
    return path if path.suffix.lower() == ".zip" else path.with_name(f"{path.name}.zip")


def _in_words(choice: Choice) -> str:
    person, plan = choice
    at = plan.established_at
    day = f", upprättad {dates.in_sweden(at):%Y-%m-%d}" if at else ""
    protected = " (skyddade personuppgifter)" if person.protected else ""
    return f"{person.name}{protected}: {plan.name}{day}, {_WAYS[plan.status]}"


def _drafts(count: int) -> str:
    what = "Ett utkast är" if count == 1 else f"{count} utkast är"
    return f"{what} inte med, för bara upprättade planer kan läggas i ett paket."
