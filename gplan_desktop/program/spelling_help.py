"""The spelling help: one at a time, for the unit that is open, begun when there is time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.background import Background
from ui.spell_check import OwnWords, SpellCheck

if TYPE_CHECKING:
    from gplan_desktop.store.store import Store


class SpellingHelp:
    """Makes the spelling help of a unit; while a dictionary is read the window stands still."""

    def __init__(self, words: Background, database: Background, parent: QObject) -> None:
        self._words, self._database, self._parent = words, database, parent
        self._check: SpellCheck | None = None
        self.may_begin = False

    def of(self, store: "Store") -> SpellCheck:
        """Return the spelling help with the unit's own words."""
        if self._check is not None:
            self._check.deleteLater()
        own = OwnWords(self._database, store.words.all, store.words.add)
        self._check = SpellCheck(self._words, own, self._parent)
        if self.may_begin:
            self._check.start()
        return self._check

    def begin(self) -> None:
        """Read the dictionary: everything else is loaded now."""
        self.may_begin = True
        if self._check is not None:
            self._check.start()

    def end(self) -> None:
        """Read nothing more; what is still being loaded does not begin with it either."""
        if self._check is not None:
            self._check.stop()
        self._check = None
