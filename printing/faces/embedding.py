"""What a document must carry of its typefaces, as data for the file."""

import functools
import hashlib
import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

import uharfbuzz as hb

from printing.faces.run import Run
from printing.faces.typefaces import Opened, opened

# What almost every Swedish document uses: with these always along, most documents share the
# same part of a typeface, which is made once.
_USUAL = "".join(map(chr, range(0x20, 0x7F))) + "ÅÄÖåäöÉéÜü§°·×–—‘’”…•€☐☑✓→≥□"
_DROPPED = ("BASE", "GDEF", "GPOS", "GSUB", "OS/2", "STAT", "cmap", "gasp", "name", "post")
_SYMBOLIC, _SLANTED = 4, 64
_ENTRIES_IN_A_BLOCK = 100  # the most that a CMap may have in one


@dataclass(frozen=True)
class EmbeddedFace:
    """One typeface of a document: a Type0 font with Identity-H and CIDToGIDMap Identity.

    file is the TrueType data, compressed (FlateDecode); length its size before that. widths is
    the text of the W array, to_unicode that of the CMap. Measures are in thousandths of an em.
    """

    resource: str
    name: str
    file: bytes
    length: int
    widths: str
    to_unicode: str
    bounding_box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    italic_angle: float
    stem_width: int
    flags: int


class FontsInUse:
    """The typefaces of one document, and which of their glyphs it shows."""

    def __init__(self) -> None:
        self._resources: dict[str, str] = {}
        # By face; runs are the same objects again and again, so that most are known already.
        self._runs: dict[str, dict[Run, None]] = {}

    def use(self, run: Run) -> str:
        """Return the resource name of the typeface of *run*, whose glyphs are remembered."""
        name = self._resources.get(run.face)
        if name is None:
            name = self._resources[run.face] = f"F{len(self._resources) + 1}"
            self._runs[run.face] = {}
        self._runs[run.face][run] = None
        return name

    def objects(self) -> list[EmbeddedFace]:
        """Return the typefaces in the order in which they were first used."""
        return [self._embedded(face, resource) for face, resource in self._resources.items()]

    def _embedded(self, face: str, resource: str) -> EmbeddedFace:
        texts: dict[int, str] = {}
        for run in self._runs[face]:
            for glyph, text in run.glyphs:
                texts.setdefault(glyph, text)
        return _embedded(face, resource, tuple(sorted(texts.items())))


@functools.lru_cache(maxsize=64)
def _embedded(face: str, resource: str, texts: tuple[tuple[int, str], ...]) -> EmbeddedFace:
    typeface = opened(face)
    used = {glyph for glyph, _ in texts}
    part = _part(face, frozenset(used | _usual(face)))
    measures = _Measures.of(typeface)
    return EmbeddedFace(
        resource,
        f"{part.tag}+{face}",
        part.compressed,
        part.length,
        _widths(typeface, sorted(used)),
        _to_unicode(texts),
        measures.bounding_box,
        measures.ascent,
        measures.descent,
        measures.cap_height,
        measures.italic_angle,
        measures.stem_width,
        _SYMBOLIC | (_SLANTED if measures.italic_angle else 0),
    )


@functools.cache
def _usual(face: str) -> frozenset[int]:
    if not face.startswith("SourceSans3"):
        return frozenset()
    said = opened(face).text_of.items()
    return frozenset(glyph for glyph, text in said if text in _USUAL)


@dataclass(frozen=True)
class _Part:
    """A typeface with some of its glyphs, each under its old number."""

    tag: str
    compressed: bytes
    length: int


@functools.lru_cache(maxsize=64)
def _part(face: str, glyphs: frozenset[int]) -> _Part:
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS
        | hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.NO_HINTING
    )
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
    data = hb.subset(opened(face).face, wanted).blob.data
    compressed = zlib.compress(data, 9)
    return _Part(_tag(data), compressed, len(data))


def _tag(data: bytes) -> str:
    """Return the six letters that tell parts of the same typeface apart (PDF 1.7, 9.6.4)."""
    digest = hashlib.sha256(data).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _widths(typeface: Opened, glyphs: Iterable[int]) -> str:
    """Return the W array: each row of glyph numbers with its widths."""
    rows: list[tuple[int, list[int]]] = []
    for glyph in glyphs:
        if not rows or rows[-1][0] + len(rows[-1][1]) != glyph:
            rows.append((glyph, []))
        rows[-1][1].append(typeface.width(glyph))
    return "[" + " ".join(f"{first}[{' '.join(map(str, row))}]" for first, row in rows) + "]"


def _to_unicode(texts: Iterable[tuple[int, str]]) -> str:
    entries = [f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>" for glyph, text in texts]
    blocks = (
        entries[start : start + _ENTRIES_IN_A_BLOCK]
        for start in range(0, len(entries), _ENTRIES_IN_A_BLOCK)
    )
    body = "".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )


@dataclass(frozen=True)
class _Measures:
    bounding_box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    italic_angle: float
    stem_width: int

    @classmethod
    def of(cls, typeface: Opened) -> "_Measures":
        """Return what the typeface's own tables say, in thousandths of an em."""
        table = typeface.face.reference_table
        box = struct.unpack_from(">4h", table("head").data, 36)
        ascent, descent = struct.unpack_from(">2h", table("hhea").data, 4)
        (sixteenths,) = struct.unpack_from(">i", table("post").data, 4)
        (weight,) = struct.unpack_from(">H", table("OS/2").data, 4)
        (cap_height,) = struct.unpack_from(">h", table("OS/2").data, 88)
        measured = [typeface.thousandths(units) for units in (*box, ascent, descent, cap_height)]
        # No table tells how thick stems are; this is how viewers guess it from the weight.
        return cls(
            (measured[0], measured[1], measured[2], measured[3]),
            measured[4],
            measured[5],
            measured[6] or measured[4],
            sixteenths / 65536,
            round(50 + (weight / 65) ** 2),
        )
