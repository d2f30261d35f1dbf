"""Which typeface shows what: a text divided so that marks and emoji stay with their base."""

import functools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from printing.faces.cut import Cut
from printing.faces.typefaces import EMOJI, Typeface, candidates, opened, typeface

BOX = "□"
# What cannot be drawn or written into a file, and what no typeface knows to leave out, is
# replaced by a space without width, which HarfBuzz removes.
_UNSAID = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufff9-\ufffb\u115f\u1160\u3164\uffa0]")
_NOTHING = "\u200b"
_JOINER = "\u200d"
_AS_EMOJI = "\ufe0f"
# Signs that enclose or precede figures; they format, but have a look of their own.
_VISIBLE_SIGNS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text for one typeface: what was written, and what is drawn for it.

    Both are equally long, so that glyphs can be traced back.
    """

    face: str
    written: str
    drawn: str


def in_typefaces(text: str, cut: Cut) -> Iterator[Part]:
    """Yield *text* in parts that cannot be divided, each with the typeface that shows it."""
    for grapheme in graphemes(text):
        yield from _shown(grapheme, cut)


def shows_plainly(text: str, cut: Cut) -> bool:
    """Whether *text* is letters, signs and figures that the typeface of *cut* has, and no more."""
    return _plain_characters(typeface(cut).name).issuperset(text)


@functools.cache
def _plain_characters(face: str) -> frozenset[str]:
    characters = map(chr, opened(face).characters)
    return frozenset(c for c in characters if unicodedata.category(c)[0] in "LNPSZ")


def graphemes(text: str) -> Iterator[str]:
    """Yield what readers take for one character each: a letter with its marks, an emoji."""
    text = _UNSAID.sub(_NOTHING, text)
    start = 0
    for at in range(1, len(text)):
        if not _belongs_together(text, at, at - start):
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


def is_invisible(character: str) -> bool:
    """Whether *character* only steers its neighbours, such as a joiner or a text direction."""
    return (
        (unicodedata.category(character) == "Cf" and character not in _VISIBLE_SIGNS)
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
        or character == "\u034f"
    )


def invisible_in(text: str) -> set[str]:
    """Return the characters of *text* without a look of their own."""
    return set(filter(is_invisible, text))


def _belongs_together(text: str, at: int, length: int) -> bool:
    """Whether the character at *at* belongs to the *length* characters before it."""
    before, character = text[at - 1], text[at]
    return (
        before == _JOINER
        or unicodedata.category(character)[0] == "M"
        or is_invisible(character)
        or ord(character) in _SKIN_TONES
        or (length == 1 and ord(before) in _FLAG_LETTERS and ord(character) in _FLAG_LETTERS)
    )


@functools.lru_cache(maxsize=20_000)
def _shown(grapheme: str, cut: Cut) -> tuple[Part, ...]:
    visible = "".join(c for c in grapheme if not is_invisible(c))
    best = _best(grapheme, visible, cut)
    if best:
        return (Part(best.name, grapheme, grapheme),)
    if len(grapheme) > 1:
        return tuple(part for character in grapheme for part in _shown(character, cut))
    return (Part(typeface(cut).name, grapheme, " " if grapheme.isspace() else BOX),)


def _best(grapheme: str, visible: str, cut: Cut) -> Typeface | None:
    if _AS_EMOJI in grapheme and visible and EMOJI.shows(visible):
        return EMOJI
    composed = unicodedata.normalize("NFC", visible)
    first = visible[:1] or grapheme[0]
    for face in candidates(first, cut):
        if face.shows(visible) or face.shows(composed):
            return face
    return None
