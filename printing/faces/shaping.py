"""One typeface, one direction: text in, a run of glyphs out."""

from __future__ import annotations

import itertools
from typing import NamedTuple

import uharfbuzz as hb

from printing.faces.clusters import Part, invisible_in
from printing.faces.cut import Cut
from printing.faces.run import Run
from printing.faces.typefaces import NON_JOINER, Opened, Position, opened

# One glyph for each letter wherever the script can do without ligatures, so that what is
# copied or searched is what was written.
_FEATURES = dict.fromkeys(("liga", "clig", "dlig", "calt"), False)
_TABULAR = {**_FEATURES, "tnum": True}
# Characters that are drawn as another one, and may be copied as that.
_TWINS = {"\u00a0": " ", "\u2010": "-", "\u2011": "-"}
_MIRRORED = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))
_NOTHING = "\u200b"


class _Glyph(NamedTuple):
    """A glyph in its place, and the part of the text that it stands for."""

    number: int
    start: int  # of its cluster in the text
    text: str
    place: Position  # in thousandths of an em


def shaped(part: Part, cut: Cut, level: int) -> tuple[Run, ...]:
    """Return *part* in glyphs, as runs in logical order."""
    typeface = opened(part.face)
    glyphs = _glyphs(typeface, part, cut, level)
    if level % 2 == 0:
        return (_run(part.face, glyphs, part.written, level),) if glyphs else ()
    # Readers turn what runs from right to left around, each in its own way. The less they are
    # told of whole texts, the less they turn too often.
    pieces = _by_saying(typeface, glyphs)
    return tuple(_run(part.face, piece, _written(piece), level) for piece in reversed(pieces))


def _run(face: str, glyphs: list[_Glyph], written: str, level: int) -> Run:
    typeface = opened(face)
    plain = typeface.text_of
    codes, width = _codes(typeface, glyphs)
    said = tuple((g.number, plain.get(g.number) or g.text or _NOTHING) for g in glyphs)
    actual = "" if all(_is_plain(typeface, glyph) for glyph in glyphs) else written
    return Run(face, codes, width, said, actual, level)


def _is_plain(typeface: Opened, glyph: _Glyph) -> bool:
    """Whether *glyph* says the same here as everywhere."""
    said = typeface.text_of.get(glyph.number)
    # A mirrored bracket is turned back by readers, as the whole text around it.
    return said == _TWINS.get(glyph.text, glyph.text) or said == _MIRRORED.get(glyph.text, "")


def _by_saying(typeface: Opened, glyphs: list[_Glyph]) -> list[list[_Glyph]]:
    """Divide *glyphs* between those that speak for themselves and those that do not."""
    clusters = [list(same) for _, same in itertools.groupby(glyphs, lambda g: g.start)]
    pieces: list[list[_Glyph]] = []
    was_plain = False
    for cluster in clusters:
        is_plain = all(_is_plain(typeface, glyph) for glyph in cluster)
        if pieces and is_plain and was_plain:
            pieces[-1] += cluster
        else:
            pieces.append(cluster)
        was_plain = is_plain
    return pieces


def _written(glyphs: list[_Glyph]) -> str:
    return "".join(glyph.text for glyph in reversed(glyphs))


def _glyphs(typeface: Opened, part: Part, cut: Cut, level: int) -> list[_Glyph]:
    buffer = _shape(typeface, part.drawn, cut, level)
    infos = buffer.glyph_infos
    starts = [info.cluster for info in infos]
    texts = _texts(part.written, starts, level)
    places = [typeface.in_thousandths(p.position) for p in buffer.glyph_positions or ()]
    glyphs = list(map(_Glyph, [info.codepoint for info in infos], starts, texts, places))
    return _with_followers(typeface, glyphs) if typeface.followers and level % 2 else glyphs


def _with_followers(typeface: Opened, glyphs: list[_Glyph]) -> list[_Glyph]:
    """Return *glyphs* with an empty one for the second letter of each lam-alef."""
    complete = []
    for glyph in glyphs:
        follower = typeface.followers.get(glyph.number)
        if follower is not None and len(glyph.text) == 2:
            last = _Glyph(follower, glyph.start, glyph.text[1], (0, 0, 0, 0))
            complete += [last, glyph._replace(text=glyph.text[0])]
        else:
            complete.append(glyph)
    return complete


def _shape(typeface: Opened, text: str, cut: Cut, level: int) -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.add_str(text)
    # The language of the machine must not decide how a letter looks.
    buffer.language = "sv"
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if level % 2 else "ltr"
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    keeps = typeface.writes_non_joiner and invisible_in(text) == {NON_JOINER}
    ignorable = "PRESERVE_DEFAULT_IGNORABLES" if keeps else "REMOVE_DEFAULT_IGNORABLES"
    buffer.flags = hb.BufferFlags[ignorable] | hb.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE
    hb.shape(typeface.font, buffer, _TABULAR if cut is Cut.TABULAR else _FEATURES)
    return buffer


def _texts(written: str, starts: list[int], level: int) -> list[str]:
    """Return what each glyph stands for; of a cluster's glyphs the first written says it all."""
    if not starts:
        return []
    distinct = sorted(set(starts))
    if len(distinct) == len(starts) == len(written):
        return [written[start] for start in starts]
    ends = dict(zip(distinct, [*distinct[1:], len(written)], strict=True))
    # What vanished before the first glyph belongs to it.
    begins = {start: start if at else 0 for at, start in enumerate(distinct)}
    texts, said = [], set[int]()
    for start in reversed(starts) if level % 2 else starts:
        texts.append("" if start in said else written[begins[start] : ends[start]])
        said.add(start)
    return texts[::-1] if level % 2 else texts


def _codes(typeface: Opened, glyphs: list[_Glyph]) -> tuple[str, float]:
    """Return the inside of the TJ array, and the width in ems."""
    parts = []
    width_of = typeface.width
    pen = drawn = rise = 0  # where the next glyph belongs, and where it would land
    for number, _, _, (x_offset, y_offset, advance, _) in glyphs:
        if y_offset != rise:
            parts.append(f"]TJ {y_offset / 1000:g} Ts[")
            rise = y_offset
        if pen + x_offset != drawn:
            parts.append(str(drawn - pen - x_offset))
        parts.append(f"<{number:04x}>")
        drawn = pen + x_offset + width_of(number)
        pen += advance
    if rise:
        parts.append("]TJ 0 Ts[")
    if pen != drawn:
        parts.append(str(drawn - pen))
    codes = "".join(parts).replace("><", "")
    # Two numbers of neighbouring runs must not grow together.
    return codes if codes.startswith(("<", "]")) else f" {codes}", pen / 1000
