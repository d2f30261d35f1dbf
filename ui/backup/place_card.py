"""Where the backups are made, how it is with them, and the button that makes one now."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout

from gplan_desktop.backup.kept import Reason
from gplan_desktop.backup.places import Fitness, Verdict
from gplan_desktop.domain.user import Permission
from ui.backup.backup_desk import BackupDesk
from ui.backup.backup_line import told_of
from ui.backup.backup_words import verdict_told
from ui.errors import show_error
from ui.own_words_card import readable
from ui.progress_window import ProgressWindow, Stopped
from ui.told_line import ToldLine
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.permitted import permit_all
from ui.widgets.spoken import say

_HEADING = "Plats"
_WHAT = (
    "Gplan gör en säkerhetskopia varje dag när programmet är öppet, läser tillbaka den och "
    "kontrollerar att den är hel. Ungefär 30 sparas: alla från den senaste veckan, sedan en i "
    "veckan och en i månaden. Kopiorna är krypterade. Välj en mapp på en annan disk än datorns "
    "egen, gärna på nätverket."
)
_NO_PLACE = "Ingen plats är vald."
_MAKING = "Säkerhetskopierar"


class PlaceCard(Card):
    """Tells the state first, then the place; *progress* is the window of one being made."""

    def __init__(self, desk: BackupDesk) -> None:
        super().__init__(desk.office.theme)
        self._desk, theme = desk, desk.office.theme
        self.progress: ProgressWindow | None = None
        self.column.setSpacing(theme.px(10))
        self.state = ToldLine(theme)
        self.place = label("", wraps=True)
        self.verdict = ToldLine(theme)
        self.make_button = push_button("Säkerhetskopiera nu", "primary")
        self.make_button.clicked.connect(self.make)
        self.choose_button = push_button("Välj plats…")
        self.choose_button.clicked.connect(self._choose)
        permit_all((self.make_button, self.choose_button), desk.office, Permission.BACK_UP)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self.make_button)
        row.addWidget(self.choose_button)
        row.addStretch(1)
        self.column.addWidget(self.state)
        self.column.addWidget(label(_HEADING, "heading"))
        self.column.addWidget(self.place)
        self.column.addWidget(self.verdict)
        self.column.addLayout(readable(label(_WHAT, "muted", wraps=True)))
        self.column.addLayout(row)
        desk.changed.connect(self.refresh)
        desk.chosen.connect(self._on_chosen)

    def refresh(self) -> None:
        """Tell how it is now."""
        place = self._desk.place
        self.state.show_told(told_of(self._desk))
        self.place.setText(str(place) if place else _NO_PLACE)
        self.make_button.setEnabled(place is not None and not self._desk.is_running)
        if place is None:
            self.verdict.show_told(None)
        else:
            self._desk.judge(self._show_verdict)

    def focus_first(self) -> None:
        """Put the keyboard on what one comes here to do."""
        button = self.make_button if self.make_button.isEnabled() else self.choose_button
        button.setFocus()

    def make(self) -> None:
        """Make a backup under a window that can stop it."""
        if self._desk.is_running or self._desk.place is None:
            return
        self.progress = ProgressWindow(_MAKING, self)
        self._desk.changed.connect(self._on_changed)
        self.progress.show()
        self._desk.make(Reason.ASKED, self.progress.tell, _tell_failure)

    def use(self, place: Path) -> None:
        """Make the backups at *place* from now on, and the first one at once."""
        self._desk.choose(place)

    def _choose(self) -> None:
        dialog = QFileDialog(self, "Välj mappen för säkerhetskopiorna")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self.use(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_chosen(self, verdict: Verdict) -> None:
        self._show_verdict(verdict)
        say(self.verdict, verdict.reason)
        if verdict.fitness is not Fitness.REFUSED:
            self.make()

    def _show_verdict(self, verdict: Verdict) -> None:
        self.verdict.show_told(verdict_told(verdict))

    def _on_changed(self) -> None:
        """Take the window away when the backup is made, or was not."""
        if self.progress and not self._desk.is_running:
            self._desk.changed.disconnect(self._on_changed)
            self.progress.done(QDialog.DialogCode.Accepted)
            self.progress.deleteLater()
            self.progress = None
            say(self.state, self.state.text.text())


def _tell_failure(error: Exception) -> None:
    """Tell why there is no backup, unless the user stopped it; the page may be gone by then."""
    if not isinstance(error, Stopped):
        show_error(error)
