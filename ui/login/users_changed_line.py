"""What others have done with who may log in, told on the start until it is seen (F64, F66)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.log_entry import LogEntry
from gplan_desktop.rules.log_words import in_words
from ui.errors import show_error
from ui.office import Office
from ui.seal_words import Told
from ui.told_line import ToldLine
from ui.widgets.buttons import push_button

_LEAD = "Det här har ändrats om vem som kan logga in. Känner du inte till det, fråga vem det var."
_MOST = 3
_MORE_ONE, _MORE = "1 ändring till finns i loggen.", "{} ändringar till finns i loggen."


class UsersChangedLine(QWidget):
    """The latest changes, one a line, and two ways on: the log, and that one has seen it."""

    def __init__(self, office: Office, show_log: Callable[[], None]) -> None:
        super().__init__()
        self._office = office
        self.told = ToldLine(office.theme)
        self.show_button = push_button("Loggkontroll", "link")
        self.show_button.clicked.connect(show_log)
        self.seen = push_button("Jag har sett det", "link")
        self.seen.clicked.connect(self._note_seen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(office.theme.px(12))
        row.addWidget(self.told, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.show_button)
        row.addWidget(self.seen)
        self.hide()
        users = office.store.users
        office.database.newest("users changed line", users.changes, self._show, show_error)

    def _show(self, changes: Sequence[LogEntry]) -> None:
        if changes:
            lines = [_LEAD, *(self._words(entry) for entry in changes[:_MOST])]
            if more := len(changes) - _MOST if len(changes) > _MOST else 0:
                lines.append(_MORE_ONE if more == 1 else _MORE.format(more))
            self.told.show_told(Told("warning", "\n".join(lines)))
        self.setVisible(bool(changes))

    def _words(self, entry: LogEntry) -> str:
        """Return "2026-11-24 kl. 10.12, Ad Min: Gav en användare namn och roll: …"."""
        role = self._office.method.access.roles.get(entry.detail.partition(" ")[0])
        told = f", {role.label.lower()}" if role and entry.user else ""
        return f"{dates.stamp(entry.at)}, {entry.actor}: {in_words(entry)}{told}"

    def _note_seen(self) -> None:
        self.hide()
        self._office.database.run(self._office.store.users.note_seen, lambda _: None, show_error)
