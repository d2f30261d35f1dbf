"""The typefaces: Source Sans 3 for what we write, and small ones for all other scripts."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import uharfbuzz as hb

import resources
from printing.faces.cut import Cut

# Offset to the right and upwards, advance to the right and upwards.
Position = tuple[int, int, int, int]

NON_JOINER = "\u200c"
_JOINER = "\u200d"
_LAM_ALEFS = ("لا", "لأ", "لإ", "لآ")
# Old signs for direction without a look; HarfBuzz leaves them out, so their glyphs are free.
_FREE = "\u202a\u202b\u202c\u202d"


@dataclass(frozen=True)
class Typeface:
    """A font file, and the ranges of characters it is asked for; it is read when first needed."""

    name: str
    file: str
    ranges: tuple[range, ...]
    joins: bool = False  # letters change their form by their neighbours

    def may_show(self, character: str) -> bool:
        """Whether *character* lies in a range of this typeface; reads no file."""
        return any(ord(character) in part for part in self.ranges)

    def shows(self, text: str) -> bool:
        """Whether there is a glyph for each character of *text*."""
        return opened(self.name).characters.issuperset(map(ord, text))


class Opened:
    """A typeface that has been read: what HarfBuzz needs, and what each glyph says.

    text_of gives the text of each glyph that always says the same; followers the empty glyph
    that comes after a ligature, in the order of reading; writes_non_joiner is true when the glyph
    of U+200C is empty, so that the Persian half space can stand in the file as a glyph.
    """

    def __init__(self, typeface: Typeface) -> None:
        self.face = hb.Face(resources.read_bytes(typeface.file))
        self.font = hb.Font(self.face)
        self._upem = self.face.upem
        self.followers: dict[int, int] = {}
        self._widths: dict[int, int] = {}
        self.characters = frozenset(self.face.unicodes)
        self.text_of = self._plain_glyphs()
        self.writes_non_joiner = False
        if typeface.joins:
            self.writes_non_joiner = self._is_empty(
                self.font.get_nominal_glyph(ord(NON_JOINER)) or 0
            )
            self._add_forms()
            self._divide_lam_alef()

    def thousandths(self, units: int) -> int:
        """Return a length in the typeface's own units in thousandths of an em."""
        return units if self._upem == 1000 else round(units * 1000 / self._upem)

    def in_thousandths(self, position: Position) -> Position:
        """Return *position* in thousandths of an em."""
        if self._upem == 1000:
            return position
        x, y, right, up = map(self.thousandths, position)
        return x, y, right, up

    def width(self, glyph: int) -> int:
        """Return how far *glyph* moves the pen, in thousandths of an em."""
        known = self._widths.get(glyph)
        if known is None:
            known = self.thousandths(self.font.get_glyph_h_advance(glyph))
            self._widths[glyph] = known
        return known

    def _plain_glyphs(self) -> dict[int, str]:
        nominal = self.font.get_nominal_glyph
        # Of characters with the same glyph, the first is the common one (space, hyphen).
        return {nominal(code): _said(chr(code)) for code in sorted(self.characters, reverse=True)}

    def _add_forms(self) -> None:
        for code in sorted(self.characters):
            for before, after in (("", _JOINER), (_JOINER, _JOINER), (_JOINER, "")):
                glyphs = self._shaped(before + chr(code) + after)
                if len(glyphs) == 1:
                    self.text_of.setdefault(glyphs[0], chr(code))

    def _divide_lam_alef(self) -> None:
        """Let an empty glyph after the ligature say its alef.

        Poppler and PDFium turn the two letters around when one glyph says both, so that
        "salam" cannot be found.
        """
        letters = {glyph: text for glyph, text in self.text_of.items() if text in _LAM_ALEFS}
        for glyph, text in letters.items():
            empty = self.font.get_nominal_glyph(ord(_FREE[_LAM_ALEFS.index(text)])) or 0
            if self._is_empty(empty):
                self.text_of[glyph], self.text_of[empty] = text[0], text[1]
                self.followers[glyph] = empty

    def _is_empty(self, glyph: int) -> bool:
        extents = self.font.get_glyph_extents(glyph)
        return bool(glyph and extents and not extents.width and not self.width(glyph))

    def _shaped(self, text: str) -> list[int]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        buffer.guess_segment_properties()
        hb.shape(self.font, buffer)
        return [info.codepoint for info in buffer.glyph_infos]


def _said(character: str) -> str:
    """Return *character*, or the letters of which it is a form (Hebrew, Arabic)."""
    if "\ufb1d" <= character <= "\ufefc":
        return unicodedata.normalize("NFKC", character)
    return character


_ANY = (range(0x110000),)
_CUTS = {
    Cut.REGULAR: Typeface("SourceSans3-Regular", "fonts/SourceSans3-Regular.ttf", _ANY),
    Cut.TABULAR: Typeface("SourceSans3-Regular", "fonts/SourceSans3-Regular.ttf", _ANY),
    Cut.SEMIBOLD: Typeface("SourceSans3-SemiBold", "fonts/SourceSans3-SemiBold.ttf", _ANY),
    Cut.ITALIC: Typeface("SourceSans3-Italic", "fonts/SourceSans3-Italic.ttf", _ANY),
}


def _small(name: str, *ranges: tuple[int, int], joins: bool = False) -> Typeface:
    spans = tuple(range(first, last + 1) for first, last in ranges)
    return Typeface(name, f"fonts/others/{name}.ttf", spans, joins)


_SYMBOLS = (0x2000, 0x2BFF)
_EUROPEAN = (
    (0x0041, 0x052F),
    (0x1AB0, 0x1AFF),
    (0x1C80, 0x1C8F),
    (0x1D00, 0x218F),
    (0x2C60, 0x2C7F),
    (0x2DE0, 0x2E7F),
    (0xA640, 0xA69F),
    (0xA720, 0xA7FF),
    (0xAB30, 0xAB6F),
    (0xFB00, 0xFB06),
    (0xFE20, 0xFE2F),
)
_ARABIC = (
    (0x0600, 0x06FF),
    (0x0750, 0x077F),
    (0x0870, 0x08FF),
    (0xFB50, 0xFDFF),
    (0xFE70, 0xFEFE),
)
EMOJI = _small("NotoEmoji", _SYMBOLS, (0x3030, 0x303D), (0x3297, 0x3299), (0x1F000, 0x1FAFF))
_OTHERS = (
    _small("NotoSans", *_EUROPEAN),
    _small("NotoSansArmenian", (0x0530, 0x058F), (0xFB13, 0xFB17)),
    _small("NotoSansHebrew", (0x0590, 0x05FF), (0xFB1D, 0xFB4F)),
    # Vazirmatn has a glyph for each letter, where Noto draws letter and dots apart: what it
    # shows can be copied. Noto has the rarer letters.
    _small("Vazirmatn", *_ARABIC, joins=True),
    _small("NotoSansArabic", *_ARABIC, joins=True),
    _small("NotoSansSyriac", (0x0700, 0x074F), (0x0860, 0x086F), joins=True),
    _small("NotoSansDevanagari", (0x0900, 0x097F), (0xA8E0, 0xA8FF)),
    _small("NotoSansBengali", (0x0980, 0x09FF)),
    _small("NotoSansGurmukhi", (0x0A00, 0x0A7F)),
    _small("NotoSansGujarati", (0x0A80, 0x0AFF)),
    _small("NotoSansTamil", (0x0B80, 0x0BFF)),
    _small("NotoSansTelugu", (0x0C00, 0x0C7F)),
    _small("NotoSansKannada", (0x0C80, 0x0CFF)),
    _small("NotoSansMalayalam", (0x0D00, 0x0D7F)),
    _small("NotoSansSinhala", (0x0D80, 0x0DFF)),
    _small("NotoSansThai", (0x0E00, 0x0E7F)),
    _small("NotoSansLao", (0x0E80, 0x0EFF)),
    _small("NotoSansMyanmar", (0x1000, 0x109F), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F)),
    _small("NotoSansGeorgian", (0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)),
    _small("NotoSansEthiopic", (0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F)),
    _small("NotoSansKhmer", (0x1780, 0x17FF), (0x19E0, 0x19FF)),
    _small("NotoSansKR", (0x3131, 0x318F), (0xAC00, 0xD7A3)),
    _small(
        "NotoSansSC",
        _SYMBOLS,
        (0x2E80, 0x9FFF),
        (0xF900, 0xFAFF),
        (0xFE30, 0xFE4F),
        (0xFF00, 0xFFEF),
    ),
    _small("NotoSansSymbols2", _SYMBOLS),
    _small("NotoSansSymbols", _SYMBOLS),
    _small("NotoSansMath", _SYMBOLS),
    EMOJI,
)
_BY_NAME = {typeface.name: typeface for typeface in (*_CUTS.values(), *_OTHERS)}


def typeface(cut: Cut) -> Typeface:
    """Return the typeface of *cut*."""
    return _CUTS[cut]


def candidates(character: str, cut: Cut) -> Iterator[Typeface]:
    """Yield the typefaces that may show *character*, the best first."""
    yield _CUTS[cut]
    yield from (other for other in _OTHERS if other.may_show(character))


@functools.cache
def opened(name: str) -> Opened:
    """Return the typeface called *name*, read once in a process."""
    return Opened(_BY_NAME[name])
