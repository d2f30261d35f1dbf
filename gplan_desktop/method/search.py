"""Search in the metodstöd: as one types, best hit first, with room for typing errors."""

from collections.abc import Collection, Iterator, Mapping
from heapq import nsmallest

from gplan_desktop.domain.text import words
from gplan_desktop.method.entries import Entry
from gplan_desktop.method.hit import Hit, Marks
from gplan_desktop.method.word_index import WORD, Index, build_index, without_dots

__all__ = ["Index", "build_index", "search"]

_MOST_WORDS = 8
_LONGEST_WORD = 40
# A word in the title weighs more than how well it matches.
_PLACE_COST = 3
_SNIPPET = 120
_BEFORE = 50


def search(query: str, index: Index, limit: int = 12) -> tuple[Hit, ...]:
    """Return what all the words of *query* are found in, the best first."""
    asked = [word[:_LONGEST_WORD] for word in words(query)[:_MOST_WORDS]]
    meant = {word: index.meant_by(word) for word in asked}
    costs = _costs([_cost_by_entry(found, index) for found in meant.values()])

    def rank(number: int) -> tuple[int, int, int]:
        return costs[number], len(index.entries[number].title), number

    best = nsmallest(limit, costs, key=rank)
    marker = _Marker(index, meant)
    return tuple(_hit(index.entries[number], marker) for number in best)


def _cost_by_entry(found: dict[str, int], index: Index) -> dict[int, int]:
    """Return the entries in which one of the words *found* stands, with the least it costs."""
    costs: dict[int, int] = {}
    for word, cost in found.items():
        for number, place in index.places[word]:
            total = cost + place * _PLACE_COST
            if total < costs.get(number, total + 1):
                costs[number] = total
    return costs


def _costs(by_word: list[dict[int, int]]) -> dict[int, int]:
    """Return the entries that every word is found in, with what they cost in all."""
    if not by_word:
        return {}
    common = set(by_word[0]).intersection(*by_word[1:])
    return {number: sum(costs[number] for costs in by_word) for number in common}


class _Marker:
    """Tells where in a text the words that were asked for stand."""

    def __init__(self, index: Index, meant: Mapping[str, Collection[str]]) -> None:
        self._folded = index.folded
        self._asked = {word: asked for asked, found in meant.items() for word in found}

    def marks(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Yield the word asked for, and from where to where something in *text* matches it."""
        for token in WORD.finditer(text):
            word = self._folded[token.group()]
            if asked := self._asked.get(word):
                begin, end = _part(asked, word)
                yield asked, token.start() + begin, min(token.start() + end, token.end())

    def matched(self, text: str) -> int:
        """Return how many of the words asked for stand in *text*."""
        return len({asked for asked, _, _ in self.marks(text)})


def _part(asked: str, word: str) -> tuple[int, int]:
    """Return the part of *word* that is *asked*; all of it when it is spelled otherwise."""
    for spelled in (word, without_dots(word)):
        if (at := spelled.find(asked)) >= 0:
            return at, at + len(asked)
    return 0, len(word)


def _hit(entry: Entry, marker: _Marker) -> Hit:
    text = max(entry.texts, key=marker.matched)
    snippet = _snippet(text, [begin for _, begin, _ in marker.marks(text)])
    return Hit(
        entry.kind,
        entry.id,
        entry.title,
        entry.place,
        snippet,
        _ranges(marker, snippet),
        _ranges(marker, entry.title),
    )


def _ranges(marker: _Marker, text: str) -> Marks:
    return tuple((begin, end) for _, begin, end in marker.marks(text))


def _snippet(text: str, begins: Collection[int]) -> str:
    """Return the part of *text* around the first match, cut between words."""
    first = min(begins, default=0)
    begin = text.rfind(". ", 0, first) + 1
    if first - begin > _BEFORE:
        begin = max(begin, text.rfind(" ", 0, first - _BEFORE))
    end = text.find(" ", begin + _SNIPPET)
    shown = text[begin : end if end >= 0 else None].strip()
    is_whole = end < 0 or shown.endswith((".", "!", "?"))
    return f"{'…' if begin else ''}{shown}{'' if is_whole else '…'}"
