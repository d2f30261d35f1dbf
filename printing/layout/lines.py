"""A text as lines of glyphs, broken to a width."""

import functools
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from printing.faces import words
from printing.faces.cut import Cut
from printing.faces.run import Run, Word
from printing.layout.shown import SOFT_HYPHEN, places, shown
from printing.layout.style import Style

# A line that is filled so far needs no divided word; more hyphens would only disturb.
_FILLED = 0.8


@dataclass(frozen=True, eq=False, slots=True)
class Line:
    """Glyphs from left to right and their width in ems; whether they read from the right."""

    runs: tuple[Run, ...]
    width: float
    from_right: bool = False


@functools.lru_cache(maxsize=2048)
def lines(text: str, style: Style, width: float) -> tuple[Line, ...]:
    """Return *text* as lines at most *width* points wide; never none."""
    room = width / style.size
    return tuple(
        line
        for source in shown(text).split("\n")
        for line in _Breaking(source, style, room).lines()
    )


@functools.lru_cache(maxsize=1024)
def one_line(text: str, style: Style, width: float) -> Line:
    """Return *text* on one line, shortened with "…" if it is wider than *width* points."""
    source = " ".join(text.split())[:400]
    whole = _whole(source, style.cut)
    while source and whole.width > width / style.size:
        source = source[:-2].rstrip() + "…" if len(source) > 2 else ""
        whole = _whole(source, style.cut)
    return whole


def _whole(source: str, cut: Cut) -> Line:
    (line,) = _Breaking(source, Style(cut, 1, 1), float("inf")).lines()
    return line


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a word that stands on one line; level is that of the space after it."""

    word: Word
    level: int


class _Breaking:
    """One source line on its way into lines; filled from the first word on."""

    def __init__(self, source: str, style: Style, room: float) -> None:
        self._cut, self._hyphenates, self._room = style.cut, style.hyphenates, room
        self._space = words.space(style.cut).width
        self._tokens = [token for token in source.split(" ") if token]
        joined = " ".join(self._tokens)
        self._levels = words.levels(joined) if words.has_right_to_left(joined) else None

    def lines(self) -> Iterator[Line]:
        """Yield the lines; one without glyphs when there are no words."""
        pieces: list[_Piece] = []
        filled = 0.0
        for token, levels in self._words():
            rest, its = token, levels
            while rest:
                whole = words.word(rest, self._cut, its)
                gap = self._space if pieces else 0.0
                if filled + gap + whole.width <= self._room:
                    pieces.append(_Piece(whole, its[-1] if its else 0))
                    filled += gap + whole.width
                    break
                at, hyphen = self._divided(rest, its, filled + gap, is_first=not pieces)
                if at:
                    pieces.append(self._head(rest, its, at, hyphen=hyphen))
                    rest, its = rest[at:], its[at:] if its else None
                yield self._line(pieces, is_last=False, is_divided=bool(at))
                pieces, filled = [], 0.0
        yield self._line(pieces, is_last=True, is_divided=False)

    def _words(self) -> Iterator[tuple[str, tuple[int, ...] | None]]:
        at = 0
        for token in self._tokens:
            levels = self._levels[at : at + len(token)] if self._levels else None
            at += len(token) + 1
            yield self._without_soft_hyphens(token, levels)

    @staticmethod
    def _without_soft_hyphens(
        token: str, levels: tuple[int, ...] | None
    ) -> tuple[str, tuple[int, ...] | None]:
        if SOFT_HYPHEN not in token:
            return token, levels
        if levels:
            levels = tuple(
                lv for lv, sign in zip(levels, token, strict=True) if sign != SOFT_HYPHEN
            )
        return token.replace(SOFT_HYPHEN, ""), levels

    def _divided(
        self, token: str, levels: tuple[int, ...] | None, filled: float, *, is_first: bool
    ) -> tuple[int, bool]:
        """Return where to divide *token* so that its head fits on the line; 0 for nowhere."""
        room = self._room - filled
        is_wider = words.word(token, self._cut, levels).width > self._room
        is_filled = filled > self._room * _FILLED
        for at, hyphen in places(token, is_wider=is_wider, hyphenates=self._hyphenates):
            if hyphen and is_filled and not is_wider:
                continue
            if self._head(token, levels, at, hyphen=hyphen).word.width <= room:
                return at, hyphen
        return (self._torn(token, levels), False) if is_first else (0, False)

    def _torn(self, token: str, levels: tuple[int, ...] | None) -> int:
        """Return how much of a word that nothing divides fits on a line of its own."""
        ends = list(itertools.accumulate(map(len, words.graphemes(token))))
        low, high = 0, len(ends) - 1
        while low < high:
            middle = (low + high + 1) // 2
            at = ends[middle]
            head = words.word(token[:at], self._cut, levels[:at] if levels else None)
            low, high = (middle, high) if head.width <= self._room else (low, middle - 1)
        return ends[low]

    def _head(self, token: str, levels: tuple[int, ...] | None, at: int, *, hyphen: bool) -> _Piece:
        its = levels[:at] if levels else None
        head, level = words.word(token[:at], self._cut, its), its[-1] if its else 0
        if not hyphen:
            return _Piece(head, level)
        sign = _hyphen(self._cut, level)
        return _Piece(Word(head.text, head.width + sign.width, (*head.runs, sign)), level)

    def _line(self, pieces: list[_Piece], *, is_last: bool, is_divided: bool) -> Line:
        runs: list[Run] = []
        width = 0.0
        for number, piece in enumerate(pieces):
            if number:
                between = words.space(self._cut, min(pieces[number - 1].level, piece.level))
                runs.append(between)
                width += between.width
            runs.extend(piece.word.runs)
            width += piece.word.width
        if self._levels is None:
            if not is_last and not is_divided:
                # Without it readers join the last word with the first of the next line.
                runs.append(words.space(self._cut))
            return Line(tuple(runs), width)
        # Levels begin at that of the paragraph: 0 when it reads from the left, else 1.
        from_right = min(self._levels) == 1
        return Line(tuple(words.in_visual_order(runs)), width, from_right)


@functools.cache
def _hyphen(cut: Cut, level: int) -> Run:
    """Return the hyphen of a divided word, which copies as a soft one."""
    (run,) = words.word("-", cut).runs
    return replace(run, actual=SOFT_HYPHEN, level=level)
