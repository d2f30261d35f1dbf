"""The Unicode bidirectional algorithm (UAX 9): which way each character of a paragraph runs."""

from __future__ import annotations

import bisect
import itertools
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from printing.faces.bidi_explicit import (
    EMBEDDINGS,
    ISOLATES,
    REMOVED,
    Embeddings,
    matching_isolates,
)
from printing.faces.run import Run

_NEUTRALS = ISOLATES | {"B", "S", "WS", "ON", "PDI"}
_AS_RIGHT = {"R": "R", "EN": "R", "AN": "R", "L": "L"}
_TRAILING = ISOLATES | REMOVED | {"WS", "PDI"}
_FIRST_RIGHT_TO_LEFT = "\u0590"


def has_right_to_left(text: str) -> bool:
    """Whether anything in *text* runs from right to left."""
    # Almost every text ends before the first such script.
    if not text or max(text) < _FIRST_RIGHT_TO_LEFT:
        return False
    return any(_kind(c) in {"R", "AL", "AN", "RLE", "RLO", "RLI"} for c in text)


def levels(paragraph: str) -> tuple[int, ...]:
    """Return the embedding level of each character: even to the right, odd to the left.

    The first letter decides how the whole paragraph runs. Spaces at its end follow the
    paragraph; those at the end of other lines are for whoever breaks the lines.
    """
    kinds = [_kind(c) for c in paragraph]
    base = _base_level(kinds, 0, len(kinds))
    if not has_right_to_left(paragraph):
        return (base,) * len(kinds)
    resolved = _Paragraph(paragraph, kinds, base).resolved()
    return tuple(_with_base_at_ends(kinds, resolved, base))


def in_visual_order(runs: Sequence[Run]) -> list[Run]:
    """Return the *runs* of one line from left to right (rule L2)."""
    ordered = list(runs)
    highest = max((run.level for run in ordered), default=0)
    for level in range(highest, 0, -1):
        start = 0
        while start < len(ordered):
            end = start
            while end < len(ordered) and ordered[end].level >= level:
                end += 1
            ordered[start:end] = ordered[start:end][::-1]
            start = end + 1
    return ordered


def _kind(character: str) -> str:
    # Characters without a class are unassigned; those in the blocks of the right-to-left
    # scripts have no typeface either, so it does not matter where they stand.
    return unicodedata.bidirectional(character) or "L"


def _base_level(kinds: list[str], start: int, end: int) -> int:
    """Return 1 where the first strong character outside isolates runs to the left (P2, P3)."""
    depth = 0
    for kind in kinds[start:end]:
        if kind in ISOLATES:
            depth += 1
        elif kind == "PDI":
            if not depth and start:
                break
            depth = max(depth - 1, 0)
        elif not depth and kind in {"L", "R", "AL"}:
            return int(kind != "L")
    return 0


def _with_base_at_ends(kinds: list[str], resolved: list[int], base: int) -> Iterator[int]:
    """Yield the levels with spaces at the end and separators at the base level (L1)."""
    reset = [False] * len(kinds)
    at_end = True
    for at in range(len(kinds) - 1, -1, -1):
        at_end = kinds[at] in {"B", "S"} or (at_end and kinds[at] in _TRAILING)
        reset[at] = at_end
    for level, to_base in zip(resolved, reset, strict=True):
        yield base if to_base else level


@dataclass
class _Sequence:
    """Characters of one level that follow each other when isolates are passed over (BD13)."""

    places: list[int]
    level: int
    before: str  # the direction of what stands before and after (X10)
    after: str


class _Paragraph:
    """A paragraph while its levels are found, rule by rule."""

    def __init__(self, text: str, kinds: list[str], base: int) -> None:
        self.text = text
        self.original = kinds
        self.kinds = list(kinds)
        self.base = base
        self.matches = matching_isolates(kinds)
        self.levels = [base] * len(kinds)

    def resolved(self) -> list[int]:
        """Return the level of each character before L1."""
        self._explicit()
        for sequence in self._sequences():
            self._weak(sequence)
            self._brackets(sequence)
            self._neutral(sequence)
            self._implicit(sequence)
        self._carry_removed()
        return self.levels

    def _explicit(self) -> None:
        """Apply the embeddings, overrides and isolates that are written in the text (X1–X8)."""
        inside = Embeddings(self.base)
        for at, kind in enumerate(self.original):
            if kind == "PDI":
                inside.end_isolate()
            self.levels[at] = inside.level
            if inside.override and kind not in REMOVED:
                self.kinds[at] = inside.override
            if kind in ISOLATES or kind in EMBEDDINGS:
                inside.begin(kind, self._direction(at))
            elif kind == "PDF":
                inside.end_embedding()
            elif kind == "B":
                self.levels[at] = self.base

    def _direction(self, at: int) -> int:
        kind = self.original[at]
        if kind == "FSI":
            return _base_level(self.original, at + 1, self.matches.get(at, len(self.original)))
        return int(kind[0] == "R")

    def _sequences(self) -> list[_Sequence]:
        """Return the isolating run sequences (X9, X10)."""
        kept = [at for at, kind in enumerate(self.original) if kind not in REMOVED]
        runs = [list(run) for _, run in itertools.groupby(kept, lambda at: self.levels[at])]
        starting = {run[0]: run for run in runs}
        continuing = set(self.matches.values())
        sequences = []
        for run in runs:
            if run[0] in continuing:
                continue
            places = list(run)
            while (close := self.matches.get(places[-1], -1)) in starting:
                places += starting[close]
            sequences.append(self._bounded(places, kept))
        return sequences

    def _bounded(self, places: list[int], kept: list[int]) -> _Sequence:
        level = self.levels[places[0]]
        earlier = bisect.bisect_left(kept, places[0]) - 1
        later = bisect.bisect_right(kept, places[-1])
        is_open = self.original[places[-1]] in ISOLATES and places[-1] not in self.matches
        before = self.base if earlier < 0 else self.levels[kept[earlier]]
        after = self.base if later == len(kept) or is_open else self.levels[kept[later]]
        return _Sequence(places, level, "LR"[max(level, before) % 2], "LR"[max(level, after) % 2])

    def _weak(self, sequence: _Sequence) -> None:
        """Settle marks, figures and their separators (W1–W7)."""
        kinds = [self.kinds[at] for at in sequence.places]
        _marks_and_figures(kinds, sequence.before)
        _separators(kinds)
        _terminators(kinds)
        strong = sequence.before
        for at, kind in enumerate(kinds):
            if kind in {"ES", "ET", "CS"}:
                kinds[at] = "ON"
            elif kind in {"L", "R"}:
                strong = kind
            elif kind == "EN" and strong == "L":
                kinds[at] = "L"
        self._set(sequence, kinds)

    def _brackets(self, sequence: _Sequence) -> None:
        """Give both brackets of a pair one direction (N0)."""
        kinds = [self.kinds[at] for at in sequence.places]
        ahead = "LR"[sequence.level % 2]
        for opener, close in self._pairs(sequence, kinds):
            inside = {_AS_RIGHT.get(kind) for kind in kinds[opener + 1 : close]}
            direction = ahead if ahead in inside else ""
            if not direction and inside & {"L", "R"}:
                earlier = (_AS_RIGHT[k] for k in reversed(kinds[:opener]) if k in _AS_RIGHT)
                direction = next(earlier, sequence.before)
            if direction:
                self._set_bracket(sequence, kinds, opener, direction)
                self._set_bracket(sequence, kinds, close, direction)
        self._set(sequence, kinds)

    def _set_bracket(self, sequence: _Sequence, kinds: list[str], at: int, direction: str) -> None:
        kinds[at] = direction
        following = at + 1
        while following < len(kinds) and self.original[sequence.places[following]] == "NSM":
            kinds[following] = direction
            following += 1

    def _pairs(self, sequence: _Sequence, kinds: list[str]) -> list[tuple[int, int]]:
        """Return the paired brackets by their openers (BD16)."""
        stack: list[tuple[str, int]] = []
        pairs: list[tuple[int, int]] = []
        for at, place in enumerate(sequence.places):
            character = self.text[place]
            if kinds[at] != "ON" or not unicodedata.mirrored(character):
                continue
            if unicodedata.category(character) == "Ps":
                if len(stack) == 63:
                    return sorted(pairs)
                stack.append((_closing(character), at))
            elif unicodedata.category(character) == "Pe":
                for depth in range(len(stack) - 1, -1, -1):
                    if stack[depth][0] == unicodedata.normalize("NFC", character):
                        pairs.append((stack[depth][1], at))
                        del stack[depth:]
                        break
        return sorted(pairs)

    def _neutral(self, sequence: _Sequence) -> None:
        """Let neutral characters follow their neighbours, or the paragraph (N1, N2)."""
        kinds = [self.kinds[at] for at in sequence.places]
        ahead = "LR"[sequence.level % 2]
        start = 0
        while start < len(kinds):
            end = start
            while end < len(kinds) and kinds[end] in _NEUTRALS:
                end += 1
            if end > start:
                before = _AS_RIGHT[kinds[start - 1]] if start else sequence.before
                after = _AS_RIGHT[kinds[end]] if end < len(kinds) else sequence.after
                kinds[start:end] = [before if before == after else ahead] * (end - start)
            start = end + 1
        self._set(sequence, kinds)

    def _implicit(self, sequence: _Sequence) -> None:
        """Raise the levels by direction (I1, I2)."""
        for at in sequence.places:
            if sequence.level % 2:
                self.levels[at] += self.kinds[at] != "R"
            else:
                self.levels[at] += {"L": 0, "R": 1}.get(self.kinds[at], 2)

    def _carry_removed(self) -> None:
        """Let characters that the rules pass over stay with what stands before them (5.2)."""
        for at, kind in enumerate(self.original):
            if kind in REMOVED:
                self.levels[at] = self.levels[at - 1] if at else self.base

    def _set(self, sequence: _Sequence, kinds: list[str]) -> None:
        for at, kind in zip(sequence.places, kinds, strict=True):
            self.kinds[at] = kind


def _closing(opening: str) -> str:
    """Return the bracket that closes *opening*, which stands one or two places after it."""
    for distance in (1, 2):
        following = chr(ord(opening) + distance)
        if unicodedata.category(following) == "Pe":
            return unicodedata.normalize("NFC", following)
    return ""


def _marks_and_figures(kinds: list[str], before: str) -> None:
    """Let marks follow their letter, and figures after Arabic letters be Arabic (W1–W3)."""
    previous = strong = before
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[at] = "ON" if previous in ISOLATES or previous == "PDI" else previous
        if kinds[at] in {"L", "R", "AL"}:
            strong = kinds[at]
        elif kinds[at] == "EN" and strong == "AL":
            kinds[at] = "AN"
        previous = kinds[at]
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]


def _separators(kinds: list[str]) -> None:
    """Let one separator within a number belong to it (W4)."""
    for at in range(1, len(kinds) - 1):
        before, kind, after = kinds[at - 1 : at + 2]
        if before == after and (
            (kind == "ES" and before == "EN") or (kind == "CS" and before in {"EN", "AN"})
        ):
            kinds[at] = before


def _terminators(kinds: list[str]) -> None:
    """Let signs such as % and € belong to the number beside them (W5)."""
    start = 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        beside = (kinds[start - 1] if start else "", kinds[end] if end < len(kinds) else "")
        if "EN" in beside:
            kinds[start:end] = ["EN"] * (end - start)
        start = end + 1
