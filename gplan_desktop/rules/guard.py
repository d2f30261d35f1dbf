"""The guard: finds what is not allowed where a text is written, and where it belongs instead.

Health information (S108-S110, S121-S125), codes (S113-S115), and numbers of
people; the permitted phrases (S103-S107) and Covid-19 (S120) pass. What it
looks for is data (resources/method/guard.toml).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import filterfalse

from gplan_desktop.method.guard_terms import Guard, Place, Term
from gplan_desktop.rules.guard_exemptions import Exempted, Rule, compiled
from gplan_desktop.rules.guard_fold import FoldedText, folded_text
from gplan_desktop.rules.guard_patterns import (
    Alternation,
    Source,
    at_word_starts,
    is_single_word,
)
from gplan_desktop.rules.guard_words import GuardedWords
from gplan_desktop.rules.marks import Mark, MarkKind

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Hit:
    """Something that may not stand there: *length* signs of the text from *start* on.

    *belongs* is the right place ("fliken Besöksinfo"), *reason* a sentence.
    """

    start: int
    length: int
    term: str
    kind: str
    label: str
    belongs: str
    reason: str

    @property
    def end(self) -> int:
        """The place after the last sign."""
        return self.start + self.length


def make_ready(guard: Guard) -> None:
    """Compile what *guard* looks for, so that the first text is not slower than the next."""
    _prepared(guard)


@lru_cache(maxsize=256)
def guard_hits(text: str, place: Place, guard: Guard) -> tuple[Hit, ...]:
    """Return what may not stand in *text* at *place*, in order (S108-S115, S121-S125)."""
    read = folded_text(text)
    found = _Search(_prepared(guard), read, place).found()
    return tuple(_hit(read, start, end, term, guard) for start, end, term in found)


def guard_marks(text: str, place: Place, guard: Guard) -> tuple[Mark, ...]:
    """Return the hits of the guard as marks, each with where it belongs and why."""
    return tuple(
        Mark(hit.start, hit.length, MarkKind.GUARD, hint(hit, guard))
        for hit in guard_hits(text, place, guard)
    )


def hint(hit: Hit, guard: Guard) -> str:
    """Return what the writer reads about *hit*."""
    label = hit.label[0].upper() + hit.label[1:]
    return guard.hint.format(label=label, belongs=hit.belongs, reason=hit.reason)


def _hit(read: FoldedText, start: int, end: int, term_id: str, guard: Guard) -> Hit:
    term = guard.terms[term_id]
    kind = guard.kinds[term.kind]
    label = term.label or kind.label
    return Hit(*read.place(start, end), term_id, term.kind, label, kind.belongs, kind.reason)


@dataclass(frozen=True)
class _Prepared:
    """A guard with its expressions compiled."""

    guard: Guard
    words: GuardedWords
    phrases: Alternation
    rules: tuple[Rule, ...]
    abbreviations: frozenset[str]


@lru_cache(maxsize=4)
def _prepared(guard: Guard) -> _Prepared:
    sources = [source for key, term in guard.terms.items() for source in _phrases_of(key, term)]
    return _Prepared(
        guard,
        GuardedWords(guard),
        at_word_starts(sources, guard.parts),
        (*compiled(guard.permitted, guard), *compiled(guard.innocent, guard)),
        frozenset(guard.abbreviations),
    )


def _phrases_of(key: str, term: Term) -> Iterator[Source]:
    for patterns, capitals in ((term.words, False), (term.capitals, True)):
        if phrases := tuple(filterfalse(is_single_word, patterns)):
            yield Source(key, phrases, capitals)


class _Search:
    """One search through one text."""

    def __init__(self, prepared: _Prepared, read: FoldedText, place: Place) -> None:
        self._prepared = prepared
        self._read = read
        self._place = place
        self._taken: list[tuple[int, int, str]] = []
        self._covered = bytearray(len(read.folded))
        self._exempted: Exempted | None = None

    def found(self) -> list[tuple[int, int, str]]:
        """Return start, end and term of all that is forbidden here, in order."""
        self._look_for_phrases()
        self._look_for_words()
        kinds, terms = self._prepared.guard.kinds, self._prepared.guard.terms
        return sorted(
            one for one in self._taken if self._place in kinds[terms[one[2]].kind].forbidden
        )

    def _look_for_phrases(self) -> None:
        """Go on one sign after what passes: a longer phrase must not hide one within."""
        phrases, folded, place = self._prepared.phrases, self._read.folded, 0
        while match := phrases.regex.search(folded, place):
            source = phrases.source_of(match)
            small = source.capitals and not self._read.is_capital(*match.span())
            taken = not small and self._take(*match.span(), source.term)
            place = match.end() if taken else match.start() + 1

    def _look_for_words(self) -> None:
        words = self._prepared.words
        for match in _WORD.finditer(self._read.folded):
            term = words.term_of(match[0])
            if term is None and (term := words.capital_term_of(match[0])):
                term = term if self._read.is_capital(*match.span()) else None
            if term:
                self._take(*match.span(), term)

    def _take(self, start: int, end: int, term: str) -> bool:
        """Keep what was found, unless it passes or part of it is kept already."""
        if any(self._covered[start:end]):
            return False
        if self._exempted is None:
            self._exempted = Exempted(
                self._read.folded, self._prepared.rules, self._prepared.abbreviations
            )
        if self._exempted.frees(start, end, self._prepared.guard.terms[term].kind):
            return False
        self._taken.append((start, end, term))
        self._covered[start:end] = b"\x01" * (end - start)
        return True
