"""What is shown when the file of keys cannot be used: why, and the two ways back into the unit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.vault.faults import VaultUnusable
from ui.seal_words import Told
from ui.theme import Theme
from ui.told_line import ToldLine
from ui.widgets.buttons import Button, push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.scrolled import scrolled

_OLDER = "Använd en äldre kopia"
_OLDER_LEAD = (
    "Gplan sparar de tre senaste nyckelfilerna. Du loggar in med den lösenfras som gällde när "
    "kopian gjordes. Börja med den nyaste. Enhetens uppgifter är desamma; bara ändringar av "
    "användare och lösenfraser som gjorts efter kopian behöver göras om."
)
_RESTORE = "Återställ från säkerhetskopia"
_RESTORE_LEAD = (
    "I varje säkerhetskopia finns nyckelfilen som gällde då. Det som finns på datorn nu läggs åt "
    "sidan och raderas inte. Du får se vad som ändras innan något görs."
)


@dataclass(frozen=True)
class DamagedWays:
    """What may be done about it; use_copy takes the copy's file and how it is called."""

    use_copy: Callable[[Path, str], None]
    restore: Callable[[], None]
    try_again: Callable[[], None]
    practise: Callable[[], None]


def copy_name(path: Path) -> str:
    """Return "Nyckelfilen från 2026-11-23 kl. 11.02"; without its time when it has gone since."""
    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return f"Nyckelfilen {path.name}"
    return f"Nyckelfilen från {dates.stamp(changed)}"


class DamagedView(QWidget):
    """A card with the reason, a button for each older copy, and the way to the backups."""

    def __init__(self, error: VaultUnusable, theme: Theme, ways: DamagedWays) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._theme, self._ways = theme, ways
        card = Card(theme)
        card.column.setSpacing(theme.px(10))
        card.column.addWidget(label("Nyckelfilen går inte att använda", "title"))
        card.column.addWidget(ToldLine(theme, Told("problem", error.happened)))
        card.column.addWidget(label(error.safe, wraps=True))
        self.copies = [self._copy_button(path) for path in error.copies]
        if self.copies:
            self._part(card, _OLDER, _OLDER_LEAD, self.copies)
        self.restore = push_button("Visa säkerhetskopiorna…", "" if self.copies else "primary")
        self.restore.clicked.connect(ways.restore)
        self._part(card, _RESTORE, _RESTORE_LEAD, [self.restore])
        self.again = push_button("Försök igen", "link")
        self.again.clicked.connect(ways.try_again)
        self.practise = push_button("Öva under tiden", "link", theme.icon("school", "accent"))
        self.practise.clicked.connect(ways.practise)
        card.column.addLayout(self._row(self.again, self.practise))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.px(28), theme.px(16), theme.px(28), theme.px(20))
        column.addWidget(card)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner))

    def focus_first(self) -> None:
        """Put the keyboard at what is best to do: the newest copy, or the backups."""
        (self.copies[0] if self.copies else self.restore).setFocus()

    def _copy_button(self, path: Path) -> Button:
        name = copy_name(path)
        button = push_button(name)
        button.clicked.connect(lambda: self._ways.use_copy(path, name))
        return button

    def _part(self, card: Card, heading: str, lead: str, buttons: Sequence[QWidget]) -> None:
        card.column.addSpacing(self._theme.px(8))
        card.column.addWidget(label(heading, "heading"))
        card.column.addWidget(label(lead, wraps=True))
        for button in buttons:
            card.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _row(self, *buttons: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(10))
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        return row
