"""The words of the metodstöd, where they stand, and which of them a searched word may mean."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from gplan_desktop.domain.text import fold
from gplan_desktop.method.entries import Entry, EntryKind, entries
from gplan_desktop.method.model import Method

WORD = re.compile(r"[^\W_]+")
_WITHOUT_DOTS = str.maketrans("åäö", "aao")
# So many letters a word must have to be found inside of others.
_INSIDE_FROM = 3
# Another spelling never goes before the one that was typed; a guess goes last.
_IS_WORD, _BEGINS_WORD, _IN_WORD, _DOTS_LEFT_OUT, _MISTYPED = 0, 1, 2, 10, 20


@dataclass(frozen=True)
class _Spelling:
    """Words under each other, to be looked through in one go, and the words they stand for."""

    text: str
    stands_for: Mapping[str, tuple[str, ...]]

    def containing(self, asked: str) -> Iterator[tuple[str, int]]:
        """Yield every word in which *asked* stands, with what such a match costs."""
        wanted = asked if len(asked) >= _INSIDE_FROM else f"\n{asked}"
        at = self.text.find(wanted)
        while at >= 0:
            begin = self.text.rfind("\n", 0, at + 1) + 1
            end = self.text.index("\n", at + 1)
            found = self.text[begin:end]
            is_beginning = found.startswith(asked)
            cost = _IS_WORD if found == asked else _BEGINS_WORD if is_beginning else _IN_WORD
            yield from ((word, cost) for word in self.stands_for[found])
            at = self.text.find(wanted, end)


@dataclass(frozen=True)
class Index:
    """The whole metodstöd made ready to be searched.

    *places* tells for each folded word in which entries it stands, and whether in
    the title (0), the line under it (1) or the texts (2). An example has the title
    of its field, which goes before it.
    """

    entries: tuple[Entry, ...]
    folded: Mapping[str, str]
    places: Mapping[str, tuple[tuple[int, int], ...]]
    spelled: _Spelling
    undotted: _Spelling

    def meant_by(self, asked: str) -> dict[str, int]:
        """Return the words that *asked* may mean, with what it costs to take them for it.

        å, ä and ö are letters of their own, so "mal" means "mål" only after all
        that is spelled so; typing errors are guessed when nothing else is found.
        """
        found = dict(self.spelled.containing(asked))
        for word, cost in self.undotted.containing(asked):
            found.setdefault(word, cost + _DOTS_LEFT_OUT)
        return found or self._mistyped(asked)

    def _mistyped(self, asked: str) -> dict[str, int]:
        allowed = (len(asked) >= 4) + (len(asked) >= 8)
        found: dict[str, int] = {}
        vocabulary = tuple(self.places) if allowed else ()
        # A word may be typed in part, with a letter too many or too few.
        for length in (len(asked) - 1, len(asked), len(asked) + 1):
            heads = [word[:length] for word in vocabulary]
            for _, errors, number in process.extract_iter(
                asked, heads, scorer=OSA.distance, score_cutoff=allowed
            ):
                word, cost = vocabulary[number], _MISTYPED + round(errors)
                found[word] = min(cost, found.get(word, cost))
        return found


# Every help panel searches in the same one; beside it is at most that of an older plan.
@lru_cache(maxsize=2)
def build_index(method: Method) -> Index:
    """Return *method* made ready; it takes some hundredths of a second."""
    found = entries(method)
    folded: dict[str, str] = {}
    places: dict[str, dict[tuple[int, int], None]] = {}
    for number, entry in enumerate(found):
        for place, token in _tokens(entry):
            if token not in folded:
                folded[token] = fold(token)
            places.setdefault(folded[token], {})[number, place] = None
    undotted: dict[str, tuple[str, ...]] = {}
    for word in places:
        if (bare := without_dots(word)) != word:
            undotted[bare] = (*undotted.get(bare, ()), word)
    return Index(
        entries=found,
        folded=folded,
        places={word: tuple(where) for word, where in places.items()},
        spelled=_Spelling(_under_each_other(places), {word: (word,) for word in places}),
        undotted=_Spelling(_under_each_other(undotted), undotted),
    )


def without_dots(word: str) -> str:
    """Return *word* as it is typed on a keyboard without å, ä and ö."""
    return word.translate(_WITHOUT_DOTS)


def _tokens(entry: Entry) -> Iterator[tuple[int, str]]:
    first, *rest = entry.texts
    heads = [entry.title, entry.place, first]
    is_own = entry.kind is not EntryKind.EXAMPLE
    for place, texts in enumerate((heads[:is_own], heads[is_own:], rest)):
        for text in texts:
            yield from ((place, token) for token in WORD.findall(text))


def _under_each_other(words: Iterable[str]) -> str:
    return "\n" + "".join(f"{word}\n" for word in words)
