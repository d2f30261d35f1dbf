"""What a document carries of its typefaces."""

import os
import re
import struct
import subprocess
import sys
import zlib

import pytest
import uharfbuzz as hb

from printing.faces import words
from printing.faces.cut import Cut
from printing.faces.embedding import EmbeddedFace, FontsInUse
from printing.faces.typefaces import opened

TEXTS = ("Åsa ŋŧčđ", "مُحَمَّدٌ لا", "中文", "한국", "नमस्ते", "👨‍👩‍👧 😀", "สวัสดี", "a\U00012000")


def embedded(*texts: str, cut: Cut = Cut.REGULAR) -> list[EmbeddedFace]:
    fonts = FontsInUse()
    for text in texts:
        for run in words.word(text, cut).runs:
            fonts.use(run)
    return fonts.objects()


def used_glyphs(face: EmbeddedFace) -> dict[int, str]:
    _, entries = face.to_unicode.split("endcodespacerange")
    pairs = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>", entries)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


def widths(face: EmbeddedFace) -> dict[int, int]:
    rows = re.findall(r"(\d+)\[([\d ]+)\]", face.widths[1:-1])
    return {
        int(first) + place: int(width)
        for first, row in rows
        for place, width in enumerate(row.split())
    }


def outline(font: hb.Font, glyph: int) -> list[tuple[object, ...]]:
    pen = RecordingPen()
    font.draw_glyph_with_pen(glyph, pen)
    return pen.drawn


class RecordingPen:
    def __init__(self):
        self.drawn = []

    def __getattr__(self, name):
        return lambda *points: self.drawn.append((name, points))


def test_each_typeface_has_a_resource_name_in_order_of_use():
    fonts = FontsInUse()
    (plain,) = words.word("Åsa", Cut.REGULAR).runs
    (bold,) = words.word("Åsa", Cut.SEMIBOLD).runs
    assert [fonts.use(run) for run in (plain, bold, plain)] == ["F1", "F2", "F1"]
    assert [face.resource for face in fonts.objects()] == ["F1", "F2"]


def test_figures_of_one_width_are_of_the_same_typeface():
    fonts = FontsInUse()
    runs = [words.word("12", cut).runs[0] for cut in (Cut.REGULAR, Cut.TABULAR)]
    assert {fonts.use(run) for run in runs} == {"F1"}


@pytest.mark.parametrize("text", TEXTS)
def test_every_glyph_is_there_with_its_outline_and_width(text):
    for face in embedded(text):
        whole = opened(face.name.split("+")[1])
        data = zlib.decompress(face.file)
        assert len(data) == face.length
        font = hb.Font(hb.Face(data))
        assert widths(face).keys() == used_glyphs(face).keys()
        for glyph, width in widths(face).items():
            assert whole.thousandths(font.get_glyph_h_advance(glyph)) == width
            assert outline(font, glyph) == outline(whole.font, glyph)


@pytest.mark.parametrize("text", TEXTS)
def test_every_glyph_says_something_that_may_stand_in_a_file(text):
    for face in embedded(text):
        for said in used_glyphs(face).values():
            assert said
            assert not set(said) & set("\0\ufeff\ufffe")


def test_what_is_beyond_the_basic_plane_is_written_in_two_halves():
    (face,) = embedded("😀")
    assert "<D83DDE00>" in face.to_unicode


def test_no_block_has_more_than_a_hundred_entries():
    (face,) = embedded("".join(map(chr, range(0x100, 0x180))), "".join(map(chr, range(33, 127))))
    blocks = re.findall(r"(\d+) beginbfchar\n(.*?)\nendbfchar", face.to_unicode, re.DOTALL)
    assert [int(count) for count, _ in blocks] == [len(rows.split("\n")) for _, rows in blocks]
    assert len(blocks) > 1
    assert all(int(count) <= 100 for count, _ in blocks)


def test_documents_in_swedish_share_one_part_of_the_typeface():
    (one,) = embedded("Åsa")
    (other,) = embedded("”Öl” kl. 12–14, 30 €")
    assert one.file is other.file
    assert one.name == other.name
    assert one.widths != other.widths


def test_only_what_the_file_needs_is_carried():
    (face,) = embedded("Åsa")
    data = zlib.decompress(face.file)
    assert len(face.file) < 10_000
    assert set(hb.Face(data).table_tags) <= {"glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"}


def test_the_same_text_gives_the_same_bytes():
    assert embedded(*TEXTS) == embedded(*TEXTS)


def test_the_bytes_are_the_same_in_every_process():
    program = (
        "import hashlib\n"
        "from printing.faces import words, embedding\n"
        "from printing.faces.cut import Cut\n"
        "fonts = embedding.FontsInUse()\n"
        f"runs = [run for t in {TEXTS!a} for run in words.word(t, Cut.REGULAR).runs]\n"
        "[fonts.use(run) for run in runs]\n"
        "print(hashlib.sha256(repr((runs, fonts.objects())).encode()).hexdigest())\n"
    )
    sums = {
        subprocess.check_output([sys.executable, "-c", program], env=os.environ | seed)
        for seed in ({"PYTHONHASHSEED": "0"}, {"PYTHONHASHSEED": "7", "LANG": "fa_IR.UTF-8"})
    }
    assert len(sums) == 1


def test_measures_are_those_of_the_typeface():
    (regular,) = embedded("Åsa")
    (italic,) = embedded("Åsa", cut=Cut.ITALIC)
    assert (regular.ascent, regular.descent, regular.cap_height) == (1024, -400, 660)
    assert (regular.italic_angle, regular.flags) == (0, 4)
    assert italic.italic_angle < 0
    assert italic.flags == 68
    head = opened("SourceSans3-Regular").face.reference_table("head").data
    assert regular.bounding_box == struct.unpack_from(">4h", head, 36)


def test_names_tell_parts_apart():
    (one,), (other,) = embedded("Åsa"), embedded("ŋ")
    assert re.fullmatch(r"[A-Z]{6}\+SourceSans3-Regular", one.name)
    assert one.name != other.name
