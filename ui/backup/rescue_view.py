"""What is shown when the unit cannot be opened, or is not here: why, and the backups of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.backup.faults import BackupFailed
from gplan_desktop.backup.finding import Inspected, inspect, list_backups
from gplan_desktop.backup.kept import Backup
from gplan_desktop.backup.unlocking import OpenedBackup
from gplan_desktop.errors import WorldError
from ui.background import Background
from ui.backup.backup_view import Restore
from ui.backup.backups_card import HEADINGS, WIDTHS, backup_row
from ui.backup.key_card import KeyCard
from ui.backup.restore_page import RestorePage
from ui.errors import show_error
from ui.seal_words import Told
from ui.theme import Theme
from ui.told_line import ToldLine
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.record_table import RecordTable
from ui.widgets.scrolled import scrolled

Unlock = Callable[[Backup, str, str], OpenedBackup]
_NO_PLACE = "Välj mappen där säkerhetskopiorna ligger."
_NONE = "Det finns ingen säkerhetskopia i mappen {}. Välj en annan mapp."
_CLOSED, _NEW = "Enheten går inte att öppna", "Lägg tillbaka en enhet"
_NEW_TOLD = (
    "Allt som fanns i säkerhetskopian kommer tillbaka: individer, planer, användare och logg. "
    "Välj mappen där den ligger. Du behöver en lösenfras som gällde då, eller återställningskoden."
)
_MOST_ROWS = 6


@dataclass(frozen=True)
class Lost:
    """Why the unit cannot be opened, and where its backups are.

    Without an error there is no unit on this computer yet.
    """

    error: WorldError | None
    place: Path | None


@dataclass(frozen=True)
class RescueWays:
    """What may be done about it; *who_may* are the roles that *unlock* takes users of."""

    try_again: Callable[[], None]
    practise: Callable[[], None]
    restore: Restore
    unlock: Unlock
    who_may: Sequence[str]


class RescueView(QWidget):
    """Backups are listed, one is unlocked if need be, read, and put back after a typed word."""

    def __init__(self, lost: Lost, ways: RescueWays, theme: Theme, worker: Background) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._lost, self._ways, self._theme, self._worker = lost, ways, theme, worker
        self._backups: dict[str, Backup] = {}
        self._chosen: Backup | None = None
        self._opened: OpenedBackup | None = None
        self.key_card = KeyCard(theme, ways.who_may)
        self.key_card.given.connect(self._unlock)
        self.key_card.left.connect(self.leave)
        self.restore = RestorePage(theme, self.leave, self._restore)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(theme.px(28), theme.px(16), theme.px(28), theme.px(20))
        layout.setSpacing(theme.px(12))
        layout.addWidget(self._why_card())
        layout.addWidget(self._list_card())
        layout.addWidget(self.key_card)
        layout.addWidget(self.restore)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner))
        QShortcut(QKeySequence("Esc"), self, self.leave)
        self.leave()
        if lost.place:
            self.look(lost.place)

    def look(self, place: Path) -> None:
        """Show the backups at *place*."""
        self._worker.newest("rescue", lambda: (place, list_backups(place)), self._show, self._tell)

    def leave(self) -> None:
        """Go back to the list of backups."""
        self._chosen = self._opened = None
        self.key_card.hide()
        self.restore.hide()
        self.list.show()
        self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard on what is done first: to try again, or to choose where to look."""
        (self.again if self._lost.error else self.place).setFocus()

    def _why_card(self) -> Card:
        card, error = Card(self._theme), self._lost.error
        card.column.setSpacing(self._theme.px(10))
        card.column.addWidget(label(_CLOSED if error else _NEW, "title"))
        if error:
            card.column.addWidget(ToldLine(self._theme, Told("problem", error.happened)))
        told = f"{error.safe} {error.todo}".strip() if error else _NEW_TOLD
        card.column.addWidget(label(told, wraps=True))
        self.again = push_button("Försök igen" if error else "Tillbaka", "primary" if error else "")
        self.again.clicked.connect(self._ways.try_again)
        self.practise = push_button("Öva under tiden")
        self.practise.clicked.connect(self._ways.practise)
        card.column.addLayout(self._row(self.again, self.practise))
        return card

    def _list_card(self) -> Card:
        self.list = Card(self._theme)
        self.list.column.setSpacing(self._theme.px(10))
        self.told = label(_NO_PLACE, wraps=True)
        self.table = RecordTable("Säkerhetskopior", HEADINGS, self._theme)
        self.table.set_widths([self._theme.px(width) for width in WIDTHS])
        self.table.opened.connect(lambda _: self._choose())
        self.table.hide()
        self.restore_button = push_button("Återställ…")
        self.restore_button.setEnabled(False)
        self.restore_button.clicked.connect(self._choose)
        self.place = push_button("Välj mapp…", "" if self._lost.error else "primary")
        self.place.clicked.connect(self._choose_place)
        self.list.column.addWidget(label("Återställ en säkerhetskopia", "heading"))
        self.list.column.addWidget(self.told)
        self.list.column.addWidget(self.table)
        self.list.column.addLayout(self._row(self.restore_button, self.place))
        return self.list

    def _row(self, *buttons: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(10))
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _choose_place(self) -> None:
        dialog = QFileDialog(self, "Välj mappen med säkerhetskopiorna")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self.look(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show(self, found: tuple[Path, list[Backup]]) -> None:
        place, backups = found
        self._backups = {backup.path.name: backup for backup in backups}
        self.table.show_rows([backup_row(backup) for backup in backups])
        self.table.setVisible(bool(backups))
        row_height = self.table.verticalHeader().defaultSectionSize()
        header = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(header + row_height * min(len(backups), _MOST_ROWS) + 4)
        self.told.setText(str(place) if backups else _NONE.format(place))
        self.restore_button.setEnabled(bool(backups))

    def _tell(self, error: Exception) -> None:
        if isinstance(error, BackupFailed):
            self.told.setText(f"Kopiorna kan inte visas: {error.why}. {error.todo}")
        else:
            show_error(error)

    def _choose(self) -> None:
        self._chosen = self._backups.get(self.table.current_id)
        if self._chosen:
            self._ask()

    def _ask(self) -> None:
        for part in (self.list, self.restore):
            part.hide()
        self.key_card.show()
        self.key_card.ask()

    def _unlock(self, login: str, secret: str) -> None:
        if backup := self._chosen:
            unlock = self._ways.unlock
            self._worker.newest(
                "unlock", lambda: unlock(backup, login, secret), self._read, self._on_locked
            )

    def _on_locked(self, error: Exception) -> None:
        if isinstance(error, WorldError):
            self.key_card.ask(error.message)
        else:
            self.leave()
            show_error(error)

    def _read(self, opened: OpenedBackup) -> None:
        if backup := self._chosen:
            self._opened = opened
            self.list.hide()
            self.key_card.hide()
            self.restore.show()
            self.restore.show_reading(backup)
            self._worker.newest(
                "unlock", lambda: inspect(backup, opened.key), self._show_found, self._on_unusable
            )

    def _show_found(self, found: Inspected) -> None:
        self.restore.show_found(found, None)

    def _on_unusable(self, error: Exception) -> None:
        self.leave()
        show_error(error)

    def _restore(self) -> None:
        if self._chosen and self._opened:
            self._ways.restore(self._chosen, self._opened)
