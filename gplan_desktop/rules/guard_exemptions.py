"""What passes the guard all the same: permitted phrases and innocent contexts."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from gplan_desktop.method.guard_terms import Exemption, Guard, Scope
from gplan_desktop.rules.guard_patterns import any_of

# No longer: a row of joined words is looked at as a word for each hit in it.
_LONGEST_WORD = 60
_WORD_AROUND = re.compile(rf"[\w/-]{{1,{_LONGEST_WORD}}}")
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s)|\n")


@dataclass(frozen=True)
class Reach:
    """A stretch of a text in which some kinds pass."""

    start: int
    end: int
    frees: frozenset[str]


@dataclass(frozen=True)
class Rule:
    """One exemption, ready to be used."""

    scope: Scope
    words: re.Pattern[str]
    frees: frozenset[str]
    until: re.Pattern[str] | None
    unless: re.Pattern[str] | None

    def reaches(self, sentence: str) -> Iterator[tuple[int, int]]:
        """Return the stretches of *sentence* that it frees."""
        if self.unless and self.unless.search(sentence):
            return
        for match in self.words.finditer(sentence):
            if self.scope is Scope.SENTENCE:
                yield 0, len(sentence)
            elif self.scope is Scope.REST:
                stop = self.until and self.until.search(sentence, match.end())
                yield match.start(), stop.start() if stop else len(sentence)
            else:
                yield match.span()


def rule_of(exemption: Exemption, guard: Guard) -> Rule:
    """Return *exemption* ready to be used."""
    words = any_of(exemption.words, guard.parts) or re.compile("(?!)")
    return Rule(
        exemption.scope,
        words,
        guard.kinds_of(exemption),
        any_of(exemption.until, guard.parts),
        any_of(exemption.unless, guard.parts),
    )


class Exempted:
    """What passes in one text; a sentence is looked at when something was found in it."""

    def __init__(self, folded: str, rules: Sequence[Rule], abbreviations: frozenset[str]) -> None:
        self._folded = folded
        self._rules = rules
        self._starts = [0, *_sentence_starts(folded, abbreviations)]
        self._reaches_of = cache(self._reaches)

    def frees(self, start: int, end: int, kind: str) -> bool:
        """Tell whether what was found from *start* to *end* passes, being of *kind*."""
        number = bisect_right(self._starts, start) - 1
        return any(
            kind in reach.frees and reach.start <= start < reach.end
            for reach in self._reaches_of(number)
        ) or self._word_is_free(start, end, kind)

    def _reaches(self, number: int) -> list[Reach]:
        start = self._starts[number]
        end = (*self._starts, len(self._folded))[number + 1]
        sentence = self._folded[start:end]
        return [
            Reach(start + first, start + last, rule.frees)
            for rule in self._rules
            if rule.scope is not Scope.WORD
            for first, last in rule.reaches(sentence)
        ]

    def _word_is_free(self, start: int, end: int, kind: str) -> bool:
        words = {self._word_at(start), self._word_at(end - 1)}
        return any(
            rule.scope is Scope.WORD and kind in rule.frees and rule.words.fullmatch(word)
            for rule in self._rules
            for word in words
        )

    def _word_at(self, place: int) -> str:
        first = max(0, place - _LONGEST_WORD)
        while place > first and (
            self._folded[place - 1].isalnum() or self._folded[place - 1] in "-/_"
        ):
            place -= 1
        around = _WORD_AROUND.match(self._folded, place)
        return around[0] if around else ""


def _sentence_starts(folded: str, abbreviations: frozenset[str]) -> Iterator[int]:
    """Return where sentences start; the full stop of an abbreviation ends none."""
    for end in _SENTENCE_END.finditer(folded):
        before = folded[_last_space(folded, end.start()) : end.start()].strip()
        if end[0] == "\n" or before not in abbreviations:
            yield end.end()


def _last_space(folded: str, place: int) -> int:
    return max(folded.rfind(" ", 0, place), folded.rfind("\n", 0, place), 0)


def compiled(exemptions: Mapping[str, Exemption], guard: Guard) -> list[Rule]:
    """Return every one of *exemptions* ready to be used."""
    return [rule_of(exemption, guard) for exemption in exemptions.values()]
