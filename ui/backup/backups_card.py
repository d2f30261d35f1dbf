"""The backups that there are, each with whether it was whole the last time it was read."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from gplan_desktop.backup.faults import BackupFailed
from gplan_desktop.backup.kept import Backup
from gplan_desktop.domain import dates
from gplan_desktop.domain.user import Permission
from ui.backup.backup_desk import BackupDesk
from ui.backup.backup_words import reason_word, size_word, state_told
from ui.errors import show_error
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.permitted import permit
from ui.widgets.record_table import Cell, RecordTable, Row
from ui.widgets.spoken import say

HEADINGS = ("Gjord", "Varför", "Individer", "Planer", "Storlek", "Kontroll")
WIDTHS = (200, 170, 100, 100, 100, 260)
_NONE = "Det finns ingen säkerhetskopia av enheten på platsen."
_UNSET = "Inga kopior än. Välj först var de ska ligga."
_CHECKING = "Läser hela kopian och kontrollerar den…"
_MOST_ROWS = 9


class BackupsCard(Card):
    """A table, newest first; one is chosen to be read again or put back."""

    def __init__(self, desk: BackupDesk, restore: Callable[[Backup], None]) -> None:
        super().__init__(desk.office.theme)
        self._desk, self._restore_wanted = desk, restore
        self._backups: dict[str, Backup] = {}
        theme = desk.office.theme
        self.column.setSpacing(theme.px(10))
        self.told = label("", "muted", wraps=True)
        self.table = RecordTable("Säkerhetskopior", HEADINGS, theme)
        self.table.set_widths([theme.px(width) for width in WIDTHS])
        self.table.chosen.connect(lambda _: self._set_enabled())
        self.table.opened.connect(lambda _: self._restore())
        self.verify_button = push_button("Kontrollera", "", theme.icon("fact_check", "accent"))
        self.verify_button.clicked.connect(self._verify)
        self.restore_button = push_button("Återställ…", "", theme.icon("history", "accent"))
        self.restore_button.clicked.connect(self._restore)
        permit(self.restore_button, desk.office, Permission.BACK_UP)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self.verify_button)
        row.addWidget(self.restore_button)
        row.addStretch(1)
        self.column.addWidget(label("Kopior", "heading"))
        self.column.addWidget(self.told)
        self.column.addWidget(self.table)
        self.column.addLayout(row)
        self._is_checking, self._result = False, ""
        desk.changed.connect(self.refresh)

    @property
    def chosen(self) -> Backup | None:
        """The backup that is chosen in the table."""
        return self._backups.get(self.table.current_id)

    def refresh(self) -> None:
        """Show the backups that there are now."""
        if not self._desk.is_running:
            self._desk.backups(self._show, self._on_not_found)

    def _show(self, backups: list[Backup]) -> None:
        self._backups = {backup.path.name: backup for backup in backups}
        self.table.show_rows([backup_row(backup) for backup in backups])
        self.table.setVisible(bool(backups))
        row_height = self.table.verticalHeader().defaultSectionSize()
        header = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(header + row_height * min(len(backups), _MOST_ROWS) + 4)
        nothing = _UNSET if self._desk.place is None else _NONE
        self._tell(self._result if backups else nothing)
        self._set_enabled()

    def _on_not_found(self, error: Exception) -> None:
        self._show([])
        if isinstance(error, BackupFailed):
            self._tell(f"Kopiorna kan inte visas: {error.why}. {error.todo}")
        else:
            show_error(error)

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.setVisible(bool(text))
        say(self.told, text)

    def _set_enabled(self) -> None:
        for button in (self.verify_button, self.restore_button):
            button.setEnabled(self.chosen is not None and not self._is_checking)

    def _restore(self) -> None:
        if self.chosen and not self._is_checking:
            self._restore_wanted(self.chosen)

    def _verify(self) -> None:
        if self.chosen:
            self._set_checking(True)
            self._desk.verify(self.chosen, self._on_verified, self._on_unusable)

    def _on_verified(self, backup: Backup) -> None:
        self._set_checking(False)
        self._result = f"Kopian från {dates.stamp(backup.made_at)} är hel."
        self.refresh()
        self.verify_button.setFocus()

    def _on_unusable(self, error: Exception) -> None:
        self._set_checking(False)
        self.refresh()
        show_error(error)

    def _set_checking(self, is_checking: bool) -> None:
        self._is_checking, self._result = is_checking, ""
        self._tell(_CHECKING if is_checking else "")
        self._set_enabled()


def backup_row(backup: Backup) -> Row:
    """Return the backup as a row under HEADINGS."""
    told, contents = state_told(backup), backup.contents
    return Row(
        backup.path.name,
        (
            Cell(dates.stamp(backup.made_at)),
            Cell(reason_word(backup), "muted"),
            Cell(str(contents.persons) if contents else "–"),
            Cell(str(contents.plans) if contents else "–"),
            Cell(size_word(backup.size)),
            Cell(told.text, told.role, told.icon),
        ),
    )
