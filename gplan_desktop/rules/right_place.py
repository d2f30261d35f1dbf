"""Rätt plats-rådgivaren: names the home of each sentence, the reason and the rule (S84-S129).

The guard tells what may not be written at all; for the rest, words speak for
and against each place. All words are data (resources/method/places.toml).
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gplan_desktop.domain.home import Home
from gplan_desktop.domain.life_areas import official_order
from gplan_desktop.domain.sentences import Span, sentences
from gplan_desktop.domain.text import is_blank
from gplan_desktop.method.guard_terms import Guard, Place
from gplan_desktop.method.model import Method
from gplan_desktop.method.place_guide import AREA, PlaceGuide, Spot
from gplan_desktop.rules.guard import Hit, guard_hits
from gplan_desktop.rules.place_words import Clue, ClueFinder, ClueWords

_SURE, _LIKELY, _HINT, _AGAINST = 6, 3, 1, -4
# What the guard finds may not stand elsewhere, so it goes before all words …
_OF_THE_GUARD = 100
# … but a sentence that tells so much besides has a second home.
_TELLS_MORE = 10
# The same clue twice in a sentence weighs more than once, but not more and more.
_MOST_TIMES = 2
# What a life area's words add to the plan, at most; they tell what it is about, not what it is.
_MOST_OF_AREA = 4
# A sentence that tells of something that has happened is no plan, whatever it is about.
_HAPPENED = 4
# Wishes and habits tell little where the words of another place stand, such as "kvinnlig personal".
_MOST_OF_PLAN = 5
_GENERAL = (Home.PLAN, Home.JOURNAL, Home.HEALTH_RECORD)
_LEAST = 3
_MARGIN = 3
_AREA_PREFIX = "area."
# The metodstöd in use and the one of an old plan.
_METHODS_AT_A_TIME = 2

Scores = Mapping[str, int]


@dataclass(frozen=True)
class Advice:
    """A home of a sentence: the field to write it in, why, and by which rule.

    *area* is the code of the life area in a plan. *permitted* is what may be
    written in the visit plan instead.
    """

    home: Home
    field: str
    reason: str
    rule: str
    area: str = ""
    permitted: str = ""


@dataclass(frozen=True)
class Answer:
    """The advice on one sentence: one home when it is sure, else the two likeliest."""

    text: str
    start: int
    length: int
    advices: tuple[Advice, ...]

    @property
    def is_sure(self) -> bool:
        """Whether there is only one home to think of."""
        return len(self.advices) == 1


def right_place(text: str, method: Method) -> tuple[Answer, ...]:
    """Return where each sentence of *text* belongs (F19, S84-S129); nothing for a blank text."""
    if is_blank(text):
        return ()
    adviser = _adviser(method.places, method.guard)
    spans = list(sentences(text))
    kinds = _kinds_in(spans, guard_hits(text, Place.PLAN, method.guard))
    scores = [
        adviser.scores(text[start:end], found)
        for (start, end), found in zip(spans, kinds, strict=True)
    ]
    about = adviser.area(_together(scores))
    return tuple(
        Answer(text[start:end], start, end - start, adviser.advices(found, about))
        for (start, end), found in zip(spans, scores, strict=True)
    )


def make_ready(method: Method) -> None:
    """Read the words of *method*, so that the first text is hardly slower than the next."""
    _adviser(method.places, method.guard)


def _kinds_in(spans: Iterable[Span], hits: Sequence[Hit]) -> Iterator[set[str]]:
    """Yield for each of *spans* what kinds the guard found in it; both are in order."""
    starts = [hit.start for hit in hits]
    for start, end in spans:
        inside = slice(bisect_left(starts, start), bisect_left(starts, end))
        yield {hit.kind for hit in hits[inside]}


def _together(scores: Iterable[Scores]) -> Scores:
    whole: Counter[str] = Counter()
    for found in scores:
        whole.update(found)
    return whole


@dataclass(frozen=True)
class _Candidate:
    """A spot and how much speaks for it."""

    spot: str
    score: int


def _is_clear(first: _Candidate, second: _Candidate) -> bool:
    if first.score >= _OF_THE_GUARD:
        return second.score < _TELLS_MORE
    return first.score - second.score >= _MARGIN


class _Adviser:
    """Weighs the words of a sentence by one guide."""

    def __init__(self, guide: PlaceGuide, guard: Guard) -> None:
        self._guide = guide
        self._finder = ClueFinder(
            _clue_words(guide), {**guard.parts, **guide.parts}, guide.ordinary
        )
        self._spot_of_kind = {kind: key for key, spot in guide.spots.items() for kind in spot.kinds}

    def advices(self, scores: Scores, about: str) -> tuple[Advice, ...]:
        """Return one advice when the *scores* of a sentence make it sure, else two; the best first.

        *about* is the life area of the whole text, for a sentence that names none.
        """
        area = self.area(scores) or about
        first, second = self._best_two(scores, area)
        if first.score < _LEAST and second.score < _LEAST:
            return self._unknown(area)
        best = self._advice(first.spot, area)
        return (best,) if _is_clear(first, second) else (best, self._advice(second.spot, area))

    def scores(self, sentence: str, kinds: Collection[str]) -> Scores:
        """Return how much speaks for each spot and area; *kinds* are what the guard found."""
        scores: dict[str, int] = defaultdict(int)
        for clue, times in self._finder.find(sentence).items():
            scores[clue.target] += clue.weight * min(times, _MOST_TIMES)
        for kind in kinds:
            if spot := self._spot_of_kind.get(kind):
                scores[spot] = max(scores[spot], 0) + _OF_THE_GUARD
        return scores

    def area(self, scores: Scores) -> str:
        """Return the life area that most words speak for, or "" when none does."""
        codes = [code for code in self._guide.areas if scores.get(_AREA_PREFIX + code, 0) > 0]
        return max(
            codes,
            key=lambda code: (scores[_AREA_PREFIX + code], -official_order(code)),
            default="",
        )

    def _best_two(self, scores: Scores, area: str) -> tuple[_Candidate, _Candidate]:
        """Return the best spot of each of the two best homes."""
        best: dict[Home, _Candidate] = {}
        for key, spot in self._guide.spots.items():
            score = scores.get(key, 0)
            if spot.home not in best or score > best[spot.home].score:
                best[spot.home] = _Candidate(key, score)
        best[Home.PLAN] = self._plan(best, min(scores.get(_AREA_PREFIX + area, 0), _MOST_OF_AREA))
        first, second, *_ = sorted(best.values(), key=lambda one: -one.score)
        return first, second

    def _plan(self, best: Mapping[Home, _Candidate], of_area: int) -> _Candidate:
        """Return the spot of the plan, with what its area adds and the other places take away."""
        plan = best[Home.PLAN]
        score = plan.score + (of_area if best[Home.JOURNAL].score < _HAPPENED else 0)
        if any(one.score >= _SURE for home, one in best.items() if home not in _GENERAL):
            score = min(score, _MOST_OF_PLAN)
        return _Candidate(plan.spot, score)

    def _unknown(self, area: str) -> tuple[Advice, Advice]:
        """Nothing tells whether it is what shall be done or what was done."""
        plan, journal = (
            next(key for key, spot in self._guide.spots.items() if spot.home is home)
            for home in (Home.PLAN, Home.JOURNAL)
        )
        why = self._guide.unknown
        return self._advice(plan, area, why.plan), self._advice(journal, area, why.journal)

    def _advice(self, key: str, area: str, reason: str = "") -> Advice:
        spot = self._guide.spots[key]
        if spot.home is not Home.PLAN or AREA not in spot.field:
            return Advice(
                spot.home, spot.field, reason or spot.reason, spot.rule, "", spot.permitted
            )
        reasons = [reason or spot.reason, *([self._guide.areas[area].reason] if area else [])]
        field = spot.field.replace(AREA, area or "*")
        return Advice(spot.home, field, " ".join(reasons), spot.rule, area, spot.permitted)


@lru_cache(maxsize=_METHODS_AT_A_TIME)
def _adviser(guide: PlaceGuide, guard: Guard) -> _Adviser:
    return _Adviser(guide, guard)


def _clue_words(guide: PlaceGuide) -> Iterator[ClueWords]:
    for key, spot in guide.spots.items():
        yield from _of_spot(key, spot)
    for code, area in guide.areas.items():
        yield ClueWords(Clue(_AREA_PREFIX + code, _LIKELY), area.likely)
        yield ClueWords(Clue(_AREA_PREFIX + code, _HINT), area.hint)


def _of_spot(key: str, spot: Spot) -> Iterator[ClueWords]:
    yield ClueWords(Clue(key, _SURE), spot.sure)
    yield ClueWords(Clue(key, _LIKELY), spot.likely)
    yield ClueWords(Clue(key, _HINT), spot.hint)
    yield ClueWords(Clue(key, _AGAINST), spot.against)
