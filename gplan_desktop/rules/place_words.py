"""Finds the words that tell where a sentence belongs, also with one letter wrong."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from gplan_desktop.domain.text import fold
from gplan_desktop.rules.guard_fold import folded_text
from gplan_desktop.rules.guard_patterns import is_single_word, regex_of
from gplan_desktop.rules.guard_slips import begins_with_slip

_WORD = re.compile(r"[^\W_]+")
# Anna Berg at the start, or Anna further in; a word in front of it stands for any name.
_CAPITALISED = "[A-ZÅÄÖ][a-zåäöé]+"
_NAME = re.compile(
    rf"\A{_CAPITALISED}(?= {_CAPITALISED})"
    rf"|(?:(?<=\w )|(?<=[,:(/] )|(?<=[(/])){_CAPITALISED}(?:[ -]{_CAPITALISED}){{0,2}}(?![^\W_])"
)
_NAME_SIGN = "ettnamn"
_CHOICES = re.compile(r"\(([^()]*)\)(?!\?)")
_FIRST_PART = re.compile(r"<(\w+)>")
_WORDS_OF_PART = re.compile(r"(?:\(\?:)?([\w |-]+)")
_DIGITS = re.compile(r"(?:\(\?:)*(?:\\\+|\\d|\[[\d-]+\])")
# Phrases are kept on shelves, by so many of their first letters; some are met at every word.
_SHELF = 3
_GOES_ON = ("*", "-", "(", "<", "?")
_OF_NUMBERS = "0"
_OF_ALL = ""
# Short words are one letter from too many others.
_SHORTEST_WITH_SLIP = 7


@dataclass(frozen=True)
class Clue:
    """That a word speaks for *target* (or against it), and how much."""

    target: str
    weight: int


@dataclass(frozen=True)
class ClueWords:
    """The patterns that are one clue."""

    clue: Clue
    patterns: tuple[str, ...]


class _Phrase:
    """A pattern of many words; made into an expression when a text comes near it."""

    def __init__(self, clue: Clue, pattern: str, parts: Mapping[str, str]) -> None:
        self.clue = clue
        self._pattern = pattern
        self._parts = parts

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        return re.compile(regex_of(self._pattern, self._parts))

    def is_at(self, place: int, folded: str) -> bool:
        """Tell whether it begins at *place* in *folded*."""
        return self._regex.match(folded, place) is not None


class ClueFinder:
    """Finds every clue in a sentence; most words of it need no more than a look in a cache."""

    def __init__(
        self, lists: Iterable[ClueWords], parts: Mapping[str, str], ordinary: Iterable[str]
    ) -> None:
        self._parts = {**parts, "namn": _NAME_SIGN}
        self._ordinary = tuple(map(fold, ordinary))
        self._whole: dict[str, list[Clue]] = defaultdict(list)
        self._beginnings: dict[str, list[tuple[str, Clue]]] = defaultdict(list)
        self._elsewhere: list[tuple[re.Pattern[str], Clue]] = []
        self._phrases: dict[str, list[_Phrase]] = defaultdict(list)
        for entry in lists:
            for pattern in map(fold, entry.patterns):
                self._add(pattern, entry.clue)
        self._clues_of = lru_cache(maxsize=8192)(self._clues_of_word)

    def find(self, sentence: str) -> Counter[Clue]:
        """Return how many times each clue is found in *sentence*."""
        signed = _NAME.sub(rf"{_NAME_SIGN} \g<0>", sentence)
        return Counter(self._found(folded_text(signed).folded))

    def _found(self, folded: str) -> Iterator[Clue]:
        for word in _WORD.finditer(folded):
            yield from self._clues_of(word[0])
            shelf = _OF_NUMBERS if word[0][0].isdigit() else word[0][:_SHELF]
            near = (*self._phrases.get(shelf, ()), *self._phrases.get(_OF_ALL, ()))
            yield from {phrase.clue for phrase in near if phrase.is_at(word.start(), folded)}

    def _add(self, pattern: str, clue: Clue) -> None:
        if not is_single_word(pattern):
            phrase = _Phrase(clue, pattern, self._parts)
            for shelf in _shelves(pattern, self._parts):
                self._phrases[shelf].append(phrase)
        elif pattern.startswith("*"):
            self._elsewhere.append((re.compile(regex_of(pattern, self._parts)), clue))
        elif pattern.endswith("*"):
            self._beginnings[pattern[0]].append((pattern[:-1], clue))
        else:
            self._whole[pattern].append(clue)

    def _clues_of_word(self, word: str) -> tuple[Clue, ...]:
        near = self._beginnings.get(word[0], ())
        known = [clue for beginning, clue in near if word.startswith(beginning)]
        known += self._whole.get(word, ())
        found = {*known, *(clue for regex, clue in self._elsewhere if regex.match(word))}
        return tuple(found) if known else (*found, *self._misspelt(word))

    def _misspelt(self, word: str) -> set[Clue]:
        """The first letter is hardly ever the wrong one, so a word meets few roots."""
        if len(word) < _SHORTEST_WITH_SLIP or word.startswith(self._ordinary):
            return set()
        return {
            clue
            for root, clue in self._beginnings.get(word[0], ())
            if len(root) >= _SHORTEST_WITH_SLIP and begins_with_slip(word, root)
        }


def _shelves(pattern: str, parts: Mapping[str, str]) -> set[str]:
    """Return the shelves of all that *pattern* may begin with."""
    choices = _CHOICES.match(pattern)
    rest = pattern[choices.end() :][:1] if choices else ""
    starts = [choice + rest for choice in choices[1].split("|")] if choices else [pattern]
    return {shelf for start in starts for shelf in _shelves_of(start, parts)}


def _shelves_of(start: str, parts: Mapping[str, str]) -> set[str]:
    first = _FIRST_PART.match(start)
    if first is None:
        return {_shelf_of_letters(start)}
    part = parts[first[1]]
    if re.match(part, ""):  # a place, such as the start of the sentence: what follows tells
        return _shelves(start[first.end() :], parts)
    if _DIGITS.match(part):
        return {_OF_NUMBERS}
    words = _WORDS_OF_PART.match(part)
    return {_shelf_of_letters(word) for word in words[1].split("|")} if words else {_OF_ALL}


def _shelf_of_letters(start: str) -> str:
    letters = _WORD.match(start)
    if letters is None:
        return _OF_ALL
    is_whole_word = not start[letters.end() :].startswith(_GOES_ON)
    return letters[0][:_SHELF] if is_whole_word or letters.end() >= _SHELF else _OF_ALL
