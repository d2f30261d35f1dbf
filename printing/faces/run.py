"""Glyphs in a row, ready to be measured and written."""

from dataclasses import dataclass


@dataclass(frozen=True, eq=False, slots=True)
class Run:
    """Glyphs of one typeface, from left to right as they are drawn.

    codes is the inside of a TJ array ("<0024>-12<0045>"), width is in ems (1.0 is the size of
    the type). Where a mark stands above or below its place, codes leave the array, raise the
    baseline by a part of an em and begin a new one ("<0012>]TJ .21 Ts[<0034>]TJ 0 Ts["); whoever
    writes them must therefore set the type to size 1 and put its size in the text matrix.
    glyphs pairs each glyph with the text it stands for; where that cannot be said glyph by glyph,
    actual holds the text of the whole run in logical order. level is the bidi embedding level:
    even runs from left to right, odd from right to left.
    """

    face: str
    codes: str
    width: float
    glyphs: tuple[tuple[int, str], ...]
    actual: str = ""
    level: int = 0


@dataclass(frozen=True, eq=False, slots=True)
class Word:
    """A text without spaces as runs in logical order, with its whole width in ems."""

    text: str
    width: float
    runs: tuple[Run, ...]
