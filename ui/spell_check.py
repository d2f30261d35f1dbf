"""Spelling help for the fields, off the window's thread; where it cannot be had it is off."""

import logging
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import QObject, Signal

from gplan_desktop.rules.marks import Mark
from ui.background import Background

if TYPE_CHECKING:
    # The window is shown before the dictionary's library is loaded.
    from gplan_desktop.spelling import Speller

T = TypeVar("T")
_log = logging.getLogger(__name__)
_Marked = Callable[[tuple[Mark, ...]], None]
_Suggested = Callable[[tuple[str, ...]], None]


@dataclass(frozen=True)
class OwnWords:
    """The unit's own word list: how it is read and written on the thread it belongs to."""

    thread: Background
    load: Callable[[], Iterable[str]]
    store: Callable[[str], None]


class SpellCheck(QObject):
    """Marks misspelt words and suggests others; what is asked before the dictionary is there waits.

    Signals:
        words_changed: there are words to check with, or one more; marks may be out of date.
    """

    words_changed = Signal()

    def __init__(
        self, background: Background, own: OwnWords, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._background, self._own = background, own
        self._names: frozenset[str] = frozenset()
        self._speller: Speller | None = None
        self._is_off = self._is_stopped = False
        self._waiting: dict[Hashable, Callable[[], None]] = {}

    def start(self) -> None:
        """Load the unit's own words and then the dictionary."""
        self._own.thread.run(self._own.load, self._make_speller, self._on_own_words_missing)

    def stop(self) -> None:
        """Answer nothing more: the threads are about to end, but a field may still be left."""
        self._is_stopped = True

    def accept_names(self, names: Iterable[str]) -> None:
        """Let *names* of the plan's people pass from now on, in place of earlier ones."""
        self._names = frozenset(names)

    def check(self, key: Hashable, text: str, done: _Marked) -> None:
        """Tell *done* the misspelt words of *text*, unless *key* is asked for again before that."""
        names = self._names
        self._ask(("spelling", key), lambda speller: speller.unknown(text, names), done)

    def suggest(self, word: str, done: _Suggested) -> None:
        """Tell *done* what *word* may have been meant to be; only the newest question counts."""
        self._ask("suggestions", lambda speller: speller.suggestions(word), done)

    def add(self, word: str) -> None:
        """Put *word* in the unit's own list, and accept it from now on."""
        self._own.thread.run(partial(self._own.store, word), _nothing, self._on_not_stored)
        self._ask(("new word", word), lambda speller: speller.add(word), _nothing)
        self.words_changed.emit()

    def forget(self, key: Hashable) -> None:
        """Drop what was asked for with *key*, for a field that is gone."""
        self._waiting.pop(("spelling", key), None)
        self._background.forget(("spelling", key))

    def _ask(
        self, key: Hashable, look_up: Callable[["Speller"], T], done: Callable[[T], None]
    ) -> None:
        if self._is_stopped:
            return
        if self._is_off:
            self._background.newest(key, tuple, cast("Callable[[Any], None]", done), _ignore)
        elif self._speller is None:
            self._waiting[key] = partial(self._ask, key, look_up, done)
        else:
            self._background.newest(key, partial(look_up, self._speller), done, self._switch_off)

    def _make_speller(self, own_words: Iterable[str]) -> None:
        work = partial(_load_speller, tuple(own_words))
        self._background.run(work, self._begin, self._switch_off)

    def _begin(self, speller: "Speller") -> None:
        self._speller = speller
        self._ask_all()
        self.words_changed.emit()

    def _switch_off(self, error: Exception) -> None:
        """Go on without spelling help: nothing else needs it."""
        _log.info("There is no spelling help: %s", type(error).__name__)
        self._is_off, self._speller = True, None
        self._ask_all()

    def _ask_all(self) -> None:
        waiting, self._waiting = self._waiting, {}
        for ask in waiting.values():
            ask()

    def _on_own_words_missing(self, error: Exception) -> None:
        _log.warning("The unit's own words could not be read: %s", type(error).__name__)
        self._make_speller(())

    def _on_not_stored(self, error: Exception) -> None:
        _log.warning("A word could not be stored: %s", type(error).__name__)


def _load_speller(own_words: tuple[str, ...]) -> "Speller":
    # Loaded on the worker, and where it is missing only spelling is.
    from gplan_desktop.spelling import Speller, care_words  # noqa: PLC0415

    return Speller(care_words(), own_words)


def _nothing(_: object) -> None:
    """Need no answer."""


def _ignore(_: Exception) -> None:
    """Nothing was to be done, so nothing can fail."""
