"""One entry of the journal to read; a struck one keeps its text, and says that it is struck."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel

from gplan_desktop.domain import dates
from gplan_desktop.domain.journal_entry import JournalEntry
from ui.clipboard import lend
from ui.record import journal_words
from ui.theme import Theme
from ui.widgets.buttons import Button, push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.spoken import say

_COPY, _COPIED = "Kopiera", "Kopierad"
_TOLD_MS = 3000


@dataclass(frozen=True)
class ShownEntry:
    """An entry with the struck one that it stands instead of, and the one that replaced it."""

    entry: JournalEntry
    corrected: JournalEntry | None = None
    replacement: JournalEntry | None = None


class JournalEntryCard(Card):
    """When it happened, under what, the text, by whom and when it was written.

    Signals:
        strike_wanted: the entry is to be struck.
        copied: the entry is on the clipboard.
    """

    strike_wanted = Signal()
    copied = Signal()

    def __init__(self, shown: ShownEntry, theme: Theme) -> None:
        super().__init__(theme)
        self.entry, self._theme = shown.entry, theme
        self.column.setSpacing(theme.px(6))
        self.column.addLayout(self._head())
        for told in _history(shown):
            self.column.addWidget(told)
        self.text = label(shown.entry.text, "muted" if shown.entry.strike else "", wraps=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if shown.entry.strike:
            # A style sheet can strike a text out, but would lay it out anew for every entry.
            font = self.text.font()
            font.setStrikeOut(True)
            self.text.setFont(font)
        self.column.addWidget(self.text)
        self.column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(10))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(label(dates.stamp(self.entry.at), "label"), 0, top)
        row.addWidget(label(journal_words.subject(self.entry), wraps=True), 1, top)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        row.addWidget(label(journal_words.written(self.entry), "small", wraps=True), 1)
        self.copy = self._button(_COPY, "content_copy")
        self.copy.clicked.connect(self._copy)
        row.addWidget(self.copy)
        if not self.entry.strike:
            self.strike = self._button("Felmarkera", "close")
            self.strike.clicked.connect(self.strike_wanted)
            row.addWidget(self.strike)
        return row

    def _button(self, verb: str, icon: str) -> Button:
        button = push_button(verb, "link", self._theme.icon(icon, "accent"))
        button.setAccessibleName(f"{verb} anteckningen från {dates.stamp(self.entry.at)}")
        return button

    def _copy(self) -> None:
        lend(journal_words.as_text(self.entry))
        self.copied.emit()
        self.copy.setText(_COPIED)
        say(self.copy, _COPIED)
        QTimer.singleShot(_TOLD_MS, self.copy, lambda: self.copy.setText(_COPY))


def _history(shown: ShownEntry) -> list[QLabel]:
    """Return in words what the entry corrects, that it is struck, and what replaced it."""
    told = []
    if shown.corrected:
        which = dates.stamp(shown.corrected.at)
        told.append(
            label(f"Ersätter den felmarkerade anteckningen från {which}.", "small", wraps=True)
        )
    if shown.entry.strike:
        told.append(label(journal_words.struck(shown.entry.strike), "warning", wraps=True))
    if shown.replacement:
        told.append(label(journal_words.replaced(shown.replacement), "small", wraps=True))
    return told
