"""One page on which a backup is put back: what it holds, what changes, and a word to type."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.backup.finding import Changes, Inspected
from gplan_desktop.backup.kept import Backup
from gplan_desktop.domain import dates
from ui.backup.backup_words import changes_told, held_told
from ui.own_words_card import readable
from ui.theme import Theme
from ui.told_line import ToldLine
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.line_box import LineBox
from ui.widgets.spoken import say

WORD = "ÅTERSTÄLL"
_READING = "Läser hela kopian och jämför den med det som finns nu…"
_ASIDE = (
    "Det som finns i Gplan nu läggs åt sidan i en mapp bredvid databasen, så att IT kan ta fram "
    "det. Mappen raderas efter ett år, eller när någon gallras. Användare och "
    "lösenfraser blir också som när kopian gjordes. Att kopian är återställd antecknas i loggen."
)
_LABEL = f"Skriv {WORD} för att fortsätta"


class RestorePage(Card):
    """Shown while the backup is read, and then with what was found; *lines* tell what changes."""

    def __init__(
        self, theme: Theme, leave: Callable[[], None], restore: Callable[[], None]
    ) -> None:
        super().__init__(theme)
        self._theme = theme
        self._restore = restore
        self.lines: list[ToldLine] = []
        self.column.setSpacing(theme.px(12))
        self.heading = label("", "heading", wraps=True)
        self.busy = label(_READING, "muted", wraps=True)
        self.found = QWidget()
        self._build_found()
        self.leave_button = push_button("Avbryt")
        self.leave_button.clicked.connect(leave)
        self.restore_button = push_button("Återställ", "danger")
        self.restore_button.clicked.connect(self._on_entered)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self.restore_button)
        row.addWidget(self.leave_button)
        row.addStretch(1)
        for part in (self.heading, self.busy, self.found):
            self.column.addWidget(part)
        self.column.addLayout(row)

    def show_reading(self, backup: Backup) -> None:
        """Say that *backup* is being read."""
        self.heading.setText(f"Återställ kopian från {dates.stamp(backup.made_at)}")
        self.found.hide()
        self.busy.show()
        self.word.clear()
        self._judge()
        self.leave_button.setFocus()
        say(self.busy, _READING)

    def show_found(self, found: Inspected, changes: Changes | None) -> None:
        """Tell what the backup holds and what changes, if that is known, and ask for the word."""
        self.busy.hide()
        self.held.setText(held_told(found))
        for line in self.lines:
            line.deleteLater()
        self.lines = [ToldLine(self._theme, told) for told in changes_told(changes)]
        for line in self.lines:
            self._changes.addWidget(line)
        self.found.show()
        self._judge()
        self.word.setFocus()
        say(self.held, " ".join([self.held.text(), *(line.text.text() for line in self.lines)]))

    def _build_found(self) -> None:
        column = QVBoxLayout(self.found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(12))
        self.held = label("", wraps=True)
        self._changes = QVBoxLayout()
        self._changes.setSpacing(self._theme.px(8))
        name = label(_LABEL, "label")
        self.word = LineBox()
        self.word.setAccessibleName(_LABEL)
        self.word.setMaximumWidth(self._theme.px(220))
        self.word.textChanged.connect(lambda _: self._judge())
        self.word.returnPressed.connect(self._on_entered)
        name.setBuddy(self.word)
        column.addWidget(self.held)
        column.addWidget(label("Det här ändras", "label"))
        column.addLayout(self._changes)
        column.addLayout(readable(label(_ASIDE, "muted", wraps=True)))
        column.addWidget(name)
        column.addWidget(self.word)

    def _is_sure(self) -> bool:
        return self.found.isVisibleTo(self) and self.word.text().strip().upper() == WORD

    def _judge(self) -> None:
        self.restore_button.setEnabled(self._is_sure())

    def _on_entered(self) -> None:
        if self._is_sure():
            self._restore()
