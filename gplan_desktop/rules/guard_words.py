"""Single words that the guard looks for: whole, as a beginning, inside, or misspelt."""

import re
from collections.abc import Mapping
from functools import lru_cache

from gplan_desktop.domain.text import fold
from gplan_desktop.method.guard_terms import Guard, Term
from gplan_desktop.rules.guard_patterns import is_single_word
from gplan_desktop.rules.guard_slips import begins_with_slip

# Short words are one letter from too many others.
_SHORTEST_WITH_SLIP = 6


class GuardedWords:
    """Tells which term a word is, if any; far faster for long texts than one great expression."""

    def __init__(self, guard: Guard) -> None:
        self._whole: dict[str, str] = {}
        self._beginnings: dict[str, str] = {}
        self._insides: dict[str, str] = {}
        self._ends: dict[str, str] = {}
        self._capitals: dict[str, str] = {}
        self._slips: dict[str, list[tuple[str, str]]] = {}
        self._ordinary = tuple(map(fold, guard.ordinary))
        for key, term in guard.terms.items():
            self._add(key, term)
        self._inside = re.compile("|".join(map(re.escape, self._insides)) or "(?!)")
        self._starts = _shelves(self._beginnings, slice(0, 3))
        self._stops = _shelves(self._ends, slice(-3, None))
        self.term_of = lru_cache(maxsize=8192)(self._term_of)

    def _add(self, key: str, term: Term) -> None:
        for word in filter(is_single_word, term.words):
            self._shelf_of(word)[fold(word.strip("*"))] = key
        for word in filter(is_single_word, term.capitals):
            self._capitals[fold(word)] = key
        for root in map(fold, term.slips):
            self._beginnings[root] = key
            self._slips.setdefault(root[0], []).append((root, key))

    def _shelf_of(self, word: str) -> dict[str, str]:
        if word.startswith("*"):
            return self._insides if word.endswith("*") else self._ends
        return self._beginnings if word.endswith("*") else self._whole

    def capital_term_of(self, word: str) -> str | None:
        """Return the term that the folded *word* is if it is written in capitals."""
        return self._capitals.get(word)

    def _term_of(self, word: str) -> str | None:
        if term := self._whole.get(word):
            return term
        for beginning, term in self._starts.get(word[:3], ()):
            if word.startswith(beginning):
                return term
        if inside := self._inside.search(word):
            return self._insides[inside[0]]
        for end, term in self._stops.get(word[-3:], ()):
            if word.endswith(end):
                return term
        return self._misspelt(word)

    def _misspelt(self, word: str) -> str | None:
        """The first letter is hardly ever the wrong one, so a word meets few roots."""
        if len(word) < _SHORTEST_WITH_SLIP or word.startswith(self._ordinary):
            return None
        for root, term in self._slips.get(word[0], ()):
            if begins_with_slip(word, root):
                return term
        return None


def _shelves(words: Mapping[str, str], part: slice) -> dict[str, list[tuple[str, str]]]:
    """Sort words with their terms by three of their letters, the longest first."""
    shelves: dict[str, list[tuple[str, str]]] = {}
    for word in sorted(words, key=len, reverse=True):
        shelves.setdefault(word[part], []).append((word, words[word]))
    return shelves
