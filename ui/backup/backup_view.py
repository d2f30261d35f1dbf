"""The page Säkerhetskopior: how it is with them, making one, and putting one back."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gplan_desktop.backup.finding import Changes, Inspected
from gplan_desktop.backup.kept import Backup
from gplan_desktop.backup.unlocking import OpenedBackup
from ui.backup.backup_desk import BackupDesk
from ui.backup.backups_card import BackupsCard
from ui.backup.place_card import PlaceCard
from ui.backup.restore_page import RestorePage
from ui.errors import show_error
from ui.widgets.buttons import push_button
from ui.widgets.labels import label
from ui.widgets.scrolled import scrolled

Restore = Callable[[Backup, OpenedBackup], None]
"""Closes the unit, puts the backup that has this key in its place, and opens it again."""


@dataclass(frozen=True)
class BackupWays:
    """Where one goes from the page, and what puts a backup back."""

    leave: Callable[[], None]
    restore: Restore


class BackupView(QWidget):
    """The state and the list, or the page on which one is put back; goes back with Esc."""

    def __init__(self, desk: BackupDesk, ways: BackupWays) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._desk, self._ways = desk, ways
        self._asked: Backup | None = None
        self._key = b""
        theme = desk.office.theme
        self.place = PlaceCard(desk)
        self.backups = BackupsCard(desk, self._ask)
        self.restore = RestorePage(theme, self.leave, self._restore)
        self._pages = QStackedWidget()
        self._pages.addWidget(scrolled(self._column(self.place, self.backups)))
        self._pages.addWidget(scrolled(self._column(self.restore)))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.px(16), 0, 0)
        outer.setSpacing(theme.px(12))
        outer.addLayout(self._head())
        outer.addWidget(self._pages, 1)
        QShortcut(QKeySequence("Esc"), self, self.leave)

    @property
    def is_restoring(self) -> bool:
        """Whether the page on which a backup is put back is shown."""
        return self._pages.currentIndex() == 1

    def refresh(self) -> None:
        """Show how it is with the backups now."""
        self.place.refresh()
        self.backups.refresh()

    def focus_first(self) -> None:
        """Put the keyboard on what one comes here to do."""
        self.place.focus_first()

    def leave(self) -> None:
        """Go back one page."""
        if not self.is_restoring:
            self._ways.leave()
            return
        self._asked, self._key = None, b""
        self._pages.setCurrentIndex(0)
        self.backups.table.setFocus()

    def _head(self) -> QHBoxLayout:
        theme = self._desk.office.theme
        back = push_button("Till listan", "link", theme.icon("arrow_back", "accent"))
        back.setToolTip("Esc")
        back.clicked.connect(self._ways.leave)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(28), 0, theme.px(28), 0)
        row.setSpacing(theme.px(12))
        row.addWidget(back)
        row.addWidget(label("Säkerhetskopior", "title"))
        row.addStretch(1)
        return row

    def _column(self, *cards: QWidget) -> QWidget:
        theme = self._desk.office.theme
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(theme.px(28), 0, theme.px(28), theme.px(20))
        layout.setSpacing(theme.px(12))
        for card in cards:
            layout.addWidget(card)
        layout.addStretch(1)
        return inner

    def _ask(self, backup: Backup) -> None:
        """Read the backup, and tell what it would mean to put it back."""
        self._asked = backup
        self._pages.setCurrentIndex(1)
        self.restore.show_reading(backup)
        self._desk.inspect(backup, self._show_found, self._on_unusable)

    def _show_found(self, told: tuple[Inspected, Changes, bytes]) -> None:
        found, changes, key = told
        if found.backup is self._asked:
            self._key = key
            self.restore.show_found(found, changes)

    def _on_unusable(self, error: Exception) -> None:
        if self._asked:
            self.leave()
            show_error(error)

    def _restore(self) -> None:
        if self._asked:
            self._desk.note_restoring(self._asked)
            by = self._desk.office.unit.coordinator
            self._ways.restore(self._asked, OpenedBackup(self._key, by))
