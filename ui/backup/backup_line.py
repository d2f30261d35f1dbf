"""The line on the start view that tells how it is with the backups."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gplan_desktop.backup.status import State
from gplan_desktop.domain.user import Permission
from ui.backup.backup_desk import BackupDesk
from ui.backup.backup_words import RUNNING, mismatch_told, status_told
from ui.seal_words import Told
from ui.told_line import ToldLine
from ui.widgets.buttons import push_button

_UNSEEN = "Men kopiorna går inte att nå nu: {}."
_SHOW, _CHOOSE, _TELL = "Säkerhetskopior", "Välj plats", "Säg till enhetschefen."


class BackupLine(QWidget):
    """One sentence, and the way to the page.

    Who may not back up is told only of what is wrong, and whom to tell.
    """

    def __init__(self, desk: BackupDesk, show_backups: Callable[[], None]) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.office.theme
        self.told = ToldLine(theme)
        self.show_button = push_button(_SHOW, "link")
        self.show_button.clicked.connect(show_backups)
        self._only_told = bool(desk.office.may(Permission.BACK_UP))
        self.show_button.setHidden(self._only_told)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self.told, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.show_button)
        desk.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Tell how it is now."""
        status = self._desk.status
        told = told_of(self._desk)
        if self._only_told:
            self.setHidden(told.role not in ("warning", "problem"))
            told = Told(told.role, f"{told.text} {_TELL}")
        self.told.show_told(told)
        self.show_button.setText(_CHOOSE if status.state is State.UNSET else _SHOW)


def told_of(desk: BackupDesk) -> Told:
    """Tell the worst first: another file, one on its way, or how old the last one is."""
    if told := mismatch_told(desk.contradicted):
        return told
    if desk.is_running:
        return RUNNING
    told = status_told(desk.status, desk.office.now())
    if desk.unseen and told.role == "done":
        return Told("warning", f"{told.text} {_UNSEEN.format(desk.unseen)}")
    return told
