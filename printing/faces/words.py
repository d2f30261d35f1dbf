"""Words as glyphs: the one way in which text becomes something to measure and draw."""

import functools
import itertools
from collections.abc import Iterator

from printing.faces.bidi import has_right_to_left, in_visual_order, levels
from printing.faces.clusters import BOX, Part, graphemes, in_typefaces, shows_plainly
from printing.faces.cut import Cut
from printing.faces.run import Run, Word
from printing.faces.shaping import shaped
from printing.faces.typefaces import typeface

__all__ = [
    "graphemes",
    "has_right_to_left",
    "in_visual_order",
    "levels",
    "missing",
    "space",
    "word",
]


def word(text: str, cut: Cut, levels: tuple[int, ...] | None = None) -> Word:
    """Return *text* in glyphs; the same object again for the same text, as long as it is used.

    levels holds the bidi level of each character of *text*, as `levels` gives them for the
    paragraph it stands in; without them it is a paragraph of its own.
    """
    if levels is not None and not any(levels):
        levels = None if not has_right_to_left(text) else levels
    return _word(text, cut, levels)


@functools.cache
def space(cut: Cut, level: int = 0) -> Run:
    """Return the space between two words."""
    (run,) = _runs(" ", cut, (level,))
    return run


def missing(text: str) -> str:
    """Return the characters of *text* that no typeface can show, each once."""
    parts = (part for c in dict.fromkeys(text) for part in in_typefaces(c, Cut.REGULAR))
    return "".join(part.written for part in parts if part.drawn == BOX != part.written)


@functools.lru_cache(maxsize=20_000)
def _word(text: str, cut: Cut, given: tuple[int, ...] | None) -> Word:
    own = given or (levels(text) if has_right_to_left(text) else (0,) * len(text))
    runs = tuple(_runs(text, cut, own))
    return Word(text, round(sum(run.width for run in runs), 3), runs)


def _runs(text: str, cut: Cut, own: tuple[int, ...]) -> Iterator[Run]:
    """Yield the runs of *text*: each of one typeface and one direction."""
    if not any(own) and shows_plainly(text, cut):
        yield from shaped(Part(typeface(cut).name, text, text), cut, 0)
        return
    at = 0
    placed = []
    for part in in_typefaces(text, cut):
        placed.append((part, own[at]))
        at += len(part.written)
    for (face, level), same in itertools.groupby(placed, lambda pair: (pair[0].face, pair[1])):
        parts = [part for part, _ in same]
        written = "".join(part.written for part in parts)
        drawn = "".join(part.drawn for part in parts)
        yield from shaped(Part(face, written, drawn), cut, level)
