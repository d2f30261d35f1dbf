"""Text of any script as glyphs."""

import itertools
import re
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printing.faces import words
from printing.faces.cut import Cut
from printing.faces.run import Run, Word
from printing.faces.typefaces import opened

SCRIPTS = {
    "swedish": "Åsa Öström ägde ”två” kaféer – à 1½ § 12 €",
    "diacritics": "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞß ąćęłńśźż čďěňřšťůž őű ğış ățș āēģīķļņū ħ ŵ ŷ",
    "sámi": "Ŋ ŋ Ŧ ŧ Č č Đ đ Š š Ž ž á ï ö ǥ ǩ ʒ ǯ",
    "vietnamese": "Nguyễn Thị Phương Tiếng Việt ắằẳẵặ",
    "apart": "e\u0301 a\u030a x\u030c",
    "greek": "Αθήνα Ελλάδα ἄνθρωπος",
    "cyrillic": "Москва Київ Београд Ђорђе Қазақстан Монгол хэл",
    "arabic": "مرحبا بالعالم لا إله إلا الله علاء",
    "arabic vowels": "مُحَمَّدٌ السَّلَامُ",
    "persian": "فارسی می‌خواهم گچپژ ۱۲۳",
    "kurdish": "کوردی ێ ۆ ڵ ڕ ە",
    "urdu and pashto": "ٹ ڈ ڑ ے ں ھ پښتو ځ ډ ړ ګ",
    "hebrew": "שלום ירושלים ״אב״",
    "hebrew points": "שָׁלוֹם עוֹלָם",
    "syriac": "ܫܠܡܐ ܣܘܪܝܝܐ",
    "ethiopic": "ሰላም ትግርኛ አማርኛ ።",
    "thai": "สวัสดีปีใหม่ น้ำ ที่นี่ กำลัง",
    "lao": "ສະບາຍດີ ຂອບໃຈ",
    "khmer": "ភាសាខ្មែរ សួស្តី",
    "burmese": "မြန်မာဘာသာ",
    "devanagari": "नमस्ते हिन्दी क्षत्रिय किताब",
    "bengali": "বাংলা কো স্ত্রী",
    "gurmukhi": "ਪੰਜਾਬੀ",
    "gujarati": "ગુજરાતી",
    "tamil": "தமிழ் கொடு",
    "telugu": "తెలుగు",
    "kannada": "ಕನ್ನಡ",
    "malayalam": "മലയാളം",
    "sinhala": "සිංහල ශ්‍රී",
    "armenian": "Հայերեն",
    "georgian": "ქართული",
    "chinese": "中文 汉字 繁體字 龍",
    "japanese": "日本語 ひらがな カタカナ",
    "korean": "한국어 김치",
    "emoji": "😀 ❤️ 👍🏽 👨‍👩‍👧 🇸🇪 1️⃣",
    "symbols": "☐ ☑ ✓ → ≥ ☎ ♥ ⚠ ∑ ½ ■ ▲ ●",
}
EACH_SCRIPT = pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS.keys())
TWINS = str.maketrans("\u00a0\u2010\u2011", " --")
MIRRORED = str.maketrans("()[]<>", ")(][><")


def said(runs: tuple[Run, ...]) -> str:
    """What a reader of the file gets to know of *runs*, in logical order."""
    return "".join(run.actual or said_by_glyphs(run) for run in runs)


def said_by_glyphs(run: Run) -> str:
    texts = [text for _, text in run.glyphs]
    if run.level % 2:
        return "".join(reversed(texts)).translate(MIRRORED)
    return "".join(texts)


def each_word(text: str, cut: Cut = Cut.REGULAR) -> list[Word]:
    return [words.word(part, cut) for part in text.split(" ")]


def drawn_width(run: Run) -> int:
    """How far a viewer moves its pen over the codes of *run*, in thousandths of an em."""
    shown = re.sub(r"\]TJ -?[\d.]+ Ts\[", " ", run.codes)
    glyphs = [int(code, 16) for part in re.findall("<(.*?)>", shown) for code in groups(part)]
    moves = re.sub("<.*?>", " ", shown).split()
    return sum(map(opened(run.face).width, glyphs)) - sum(map(int, moves))


def groups(codes: str) -> list[str]:
    return re.findall("....", codes)


@EACH_SCRIPT
def test_no_box_is_shown_in_any_cut(text):
    for cut in Cut:
        for word in each_word(text, cut):
            assert all(glyph for run in word.runs for glyph, _ in run.glyphs)
    assert not words.missing(text)


@EACH_SCRIPT
def test_all_that_was_written_can_be_read_again_from_the_codes(text):
    for word in each_word(text):
        assert said(word.runs) == word.text
        assert word.width == pytest.approx(sum(run.width for run in word.runs))
        for run in word.runs:
            assert run.width * 1000 == pytest.approx(drawn_width(run))
            shown = [
                int(code, 16) for part in re.findall("<(.*?)>", run.codes) for code in groups(part)
            ]
            assert shown == [glyph for glyph, _ in run.glyphs]


@pytest.mark.parametrize(
    "script", ["swedish", "greek", "cyrillic", "arabic", "persian", "kurdish", "hebrew"]
)
def test_ordinary_text_needs_no_second_telling(script):
    runs = [run for word in each_word(SCRIPTS[script]) for run in word.runs]
    assert not [run for run in runs if run.actual]


@pytest.mark.parametrize("cut", Cut)
def test_figures_need_no_second_telling(cut):
    for word in each_word("2026-11-24 kl.\u00a009.30 1.234,50 19410331–9036 +46 (070)", cut):
        assert not any(run.actual for run in word.runs)
        assert said(word.runs) == word.text.translate(TWINS)


def test_tabular_figures_are_of_one_width():
    widths = {words.word(figure, Cut.TABULAR).width for figure in "0123456789"}
    assert len(widths) == 1


def test_letters_are_kerned_but_never_joined():
    apart = sum(words.word(letter, Cut.REGULAR).width for letter in "AV")
    assert words.word("AV", Cut.REGULAR).width < apart
    assert [text for _, text in words.word("fiffla", Cut.REGULAR).runs[0].glyphs] == list("fiffla")


def test_arabic_letters_take_their_form_from_their_neighbours():
    (run,) = words.word("ببب", Cut.REGULAR).runs
    assert len({glyph for glyph, _ in run.glyphs}) == 3


def test_marks_are_raised_and_lowered():
    runs = [run for word in each_word(SCRIPTS["arabic vowels"]) for run in word.runs]
    raised = [run for run in runs if " Ts[" in run.codes]
    assert raised
    assert all(run.codes.count("]TJ 0 Ts[") for run in raised)


def test_right_to_left_within_left_to_right_is_a_run_of_its_own():
    runs = words.word("abc(سلام)12", Cut.REGULAR).runs
    assert [run.level for run in runs] == [0, 1, 0, 2]
    assert [len(run.glyphs) for run in runs] == [4, 4, 1, 2]


def test_brackets_are_mirrored_where_text_runs_to_the_left():
    (opening, *_) = words.word("(שלום)", Cut.REGULAR).runs
    (closing,) = words.word(")", Cut.REGULAR).runs
    assert opening.glyphs[0][0] == closing.glyphs[0][0]


def test_given_levels_decide_the_direction():
    (run,) = words.word("12", Cut.REGULAR, (2, 2)).runs
    assert run.level == 2
    assert words.word("12", Cut.REGULAR, (0, 0)) is words.word("12", Cut.REGULAR)


@pytest.mark.parametrize("emoji", ["👨‍👩‍👧", "🇸🇪", "❤️", "👍🏽", "1️⃣"])
def test_an_emoji_of_several_characters_is_one_glyph_or_stays_together(emoji):
    (run,) = words.word(emoji, Cut.REGULAR).runs
    assert run.face == "NotoEmoji"
    assert run.actual == emoji


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Åsa", ""),
        ("\U00012000 och \U00012000", "\U00012000"),
        ("\ue000\U000f0000", "\ue000\U000f0000"),
        ("□", ""),
        ("a\u200db\ufe0f\u202e", ""),
        ("\u0378", "\u0378"),
    ],
)
def test_what_cannot_be_shown_is_told(text, expected):
    assert words.missing(text) == expected


def test_what_cannot_be_shown_is_a_box_that_is_copied_as_what_was_written():
    runs = words.word("a\U00012000b", Cut.REGULAR).runs
    assert said(runs) == "a\U00012000b"
    (box,) = words.word("□", Cut.REGULAR).runs
    assert box.glyphs[0][0] in {glyph for run in runs for glyph, _ in run.glyphs}


@pytest.mark.parametrize("character", "\u200d\u200e\ufe0f\u2066\u00ad\u3164\ufffb\x07\ud800")
def test_what_has_no_look_takes_no_room(character):
    alone = words.word("ab", Cut.REGULAR)
    within = words.word(f"a{character}b", Cut.REGULAR)
    assert len(within.runs[0].glyphs) == 2
    assert within.width == pytest.approx(alone.width, abs=0.03)
    assert words.word(character, Cut.REGULAR).runs == ()


def test_nothing_is_nothing():
    assert words.word("", Cut.REGULAR).runs == ()
    assert not words.missing("")


@pytest.mark.parametrize("cut", Cut)
def test_a_space_says_a_space(cut):
    assert [text for _, text in words.space(cut).glyphs] == [" "]
    assert words.space(cut).width > 0.15
    assert words.space(cut, 1).level == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", ["a", "b", "c"]),
        ("e\u0301x", ["e\u0301", "x"]),
        ("👨‍👩‍👧a", ["👨‍👩‍👧", "a"]),
        ("🇸🇪🇳🇴", ["🇸🇪", "🇳🇴"]),
        ("", []),
    ],
)
def test_a_text_is_divided_where_readers_see_characters(text, expected):
    assert list(words.graphemes(text)) == expected


def test_every_assigned_character_of_the_scripts_is_shown_or_told():
    for code in itertools.chain(range(0xA0, 0x3100), range(0xFB00, 0x10000)):
        character = chr(code)
        if unicodedata.category(character) in ("Cn", "Cs", "Co"):
            continue
        runs = words.word(character, Cut.REGULAR).runs
        assert all(glyph for run in runs for glyph, _ in run.glyphs), hex(code)


@given(
    st.text(
        st.sampled_from([*sorted(set("".join(SCRIPTS.values())) - {" "}), "\u200d"]), max_size=9
    )
)
def test_nothing_is_lost_however_scripts_are_mixed(text):
    word = words.word(text, Cut.REGULAR)
    assert all(glyph for run in word.runs for glyph, _ in run.glyphs)
    assert without_joiners(said(word.runs)) == without_joiners(text)


def without_joiners(text: str) -> str:
    return text.translate(TWINS).translate(dict.fromkeys(map(ord, "\u200c\u200d\ufe0f")))


def test_eight_threads_shape_the_same_glyphs():
    texts = [f"{word}{number}" for number in range(40) for word in SCRIPTS.values()]

    def codes(_: int) -> list[str]:
        return [run.codes for text in texts for word in each_word(text) for run in word.runs]

    with ThreadPoolExecutor(8) as threads:
        first, *others = threads.map(codes, range(8))
    assert all(other == first for other in others)


def test_plain_text_reads_no_other_typeface():
    program = (
        "from printing.faces import words, typefaces\n"
        "from printing.faces.cut import Cut\n"
        "words.word('Åsa–2026', Cut.REGULAR)\n"
        "assert typefaces.opened.cache_info().currsize == 1\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
