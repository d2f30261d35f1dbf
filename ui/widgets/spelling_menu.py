"""What a marked word offers in the menu over it: hint, suggestions, word list, right place."""

from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu

from gplan_desktop.domain.sentences import sentences
from gplan_desktop.rules.marks import Mark, MarkKind

_HINT_WIDTH = 60
_MOST_SUGGESTIONS = 5
_MOVE = "Flytta till rätt plats…"


class SpellingHelp(Protocol):
    """Where suggestions come from and new words go."""

    def suggest(self, word: str, done: Callable[[tuple[str, ...]], None]) -> None:
        """Find what *word* may have been meant to be, and tell *done*."""

    def add(self, word: str) -> None:
        """Put *word* in the unit's own word list."""


def opens_menu(event: QKeyEvent) -> bool:
    """Tell whether Shift+F10 was pressed, which Qt itself knows only on some systems."""
    shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return shift and event.key() == Qt.Key.Key_F10


def sentence_at(text: str, place: int) -> str:
    """Return the sentence of *text* at Qt's *place*, which counts an emoji as two signs."""
    before = text.encode("utf-16-le", "surrogatepass")[: 2 * place]
    at = len(before.decode("utf-16-le", "surrogatepass"))
    found = (text[start:end] for start, end in sentences(text) if start <= at < end)
    return next(found, text.strip())


class MarkMenu(QObject):
    """Puts what belongs to the marks of one word before a menu's own entries."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        self._menu = menu
        self._first = menu.actions()[0] if menu.actions() else None
        self._searching: QAction | None = None
        self._replace: Callable[[str], None] = lambda _: None

    def offer_hints(self, marks: Sequence[Mark]) -> None:
        """Show why the words are marked, as lines that are only read."""
        texts = dict.fromkeys(m.text for m in marks if m.kind is not MarkKind.SPELLING)
        for text in texts:
            for line in wrap(text, _HINT_WIDTH):
                self._add(line).setEnabled(False)
        if texts:
            self._add_line()

    def offer_moving(self, text: str, marks: Sequence[Mark], move: Callable[[str], None]) -> None:
        """Offer to move the sentence of *text* with what has no place there (F19)."""
        guarded = next((mark for mark in marks if mark.kind is MarkKind.GUARD), None)
        if guarded is not None:
            sentence = sentence_at(text, guarded.start)
            self._add(_MOVE).triggered.connect(lambda: move(sentence))
            self._add_line()

    def offer_spelling(
        self, word: str, help_with: SpellingHelp, replace: Callable[[str], None]
    ) -> None:
        """Offer suggestions for *word*, which *replace* puts in, and to learn it."""
        self._replace = replace
        self._searching = self._add("Söker förslag…")
        self._searching.setEnabled(False)
        self._add_line()
        learn = self._add(f"Lägg till ”{word}” i enhetens ordlista")
        learn.triggered.connect(lambda: help_with.add(word))
        self._add_line()
        help_with.suggest(word, self._show_suggestions)

    def _show_suggestions(self, words: tuple[str, ...]) -> None:
        """Put *words* where it said that they were being looked for."""
        if self._searching is None:
            return
        if not words:
            self._searching.setText("Inga förslag")
            return
        first, self._first = self._first, self._searching
        for word in words[:_MOST_SUGGESTIONS]:
            chosen = self._add(word)
            chosen.triggered.connect(lambda _=False, word=word: self._replace(word))
        self._first = first
        self._menu.removeAction(self._searching)
        self._searching = None
        self._keep_on_screen()

    def _add(self, text: str) -> QAction:
        action = QAction(text.replace("&", "&&"), self._menu)
        self._insert(action)
        return action

    def _add_line(self) -> None:
        line = QAction(self._menu)
        line.setSeparator(True)
        self._insert(line)

    def _insert(self, action: QAction) -> None:
        if self._first is None:
            self._menu.addAction(action)
        else:
            self._menu.insertAction(self._first, action)

    def _keep_on_screen(self) -> None:
        """Move an open menu up when what came in has made it too high for its place."""
        screen = self._menu.screen().availableGeometry()
        over = self._menu.geometry().bottom() - screen.bottom()
        if self._menu.isVisible() and over > 0:
            self._menu.move(self._menu.x(), max(screen.top(), self._menu.y() - over))
