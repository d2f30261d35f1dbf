"""How a text is broken into lines."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printing.faces.cut import Cut
from printing.layout.lines import lines, one_line
from printing.layout.shown import SOFT_HYPHEN, places, shown
from printing.layout.style import LARGE, NORMAL, STEP, Style

PLAIN = Style(Cut.REGULAR, 10, 12)
WORDS = (
    "Jag",
    "vill",
    "omvårdnadspersonalens",
    "å",
    "kl. 10",
    "Öström-Åkerlund",
    "漢字漢字漢字",
    "سلام",
    "שלום",
    "สวัสดี",
    "x" * 90,
    "a/b",
    "7.30–8.15",
    "mjukt\u00adstreck",
    "👩‍👩‍👧",
    "e\u0301",
)


def text_of(line) -> str:
    return "".join(run.actual or "".join(text for _, text in run.glyphs) for run in line.runs)


def told(text: str, width: float, style: Style = PLAIN) -> list[str]:
    return [text_of(line).rstrip() for line in lines(text, style, width)]


def test_lines_break_between_words_where_they_fill_the_width():
    assert told("Jag vill bo kvar hemma hos mig", 56) == ["Jag vill bo", "kvar hemma", "hos mig"]


def test_lines_break_where_the_writer_broke_them_but_gaps_do_not_grow():
    assert told("ett\r\ntvå\n\n\n\n\ntre\n", 200) == ["ett", "två", "", "tre"]


def test_the_hour_stays_on_the_line_of_its_kl():
    assert "kl. 23" in told("Varje natt kl. 23", 62)[1].replace("\u00a0", " ")


def test_a_divided_word_ends_with_a_hyphen_that_copies_as_a_soft_one():
    first, *_, last = lines("omvårdnadspersonal", PLAIN, 60)
    assert text_of(first).endswith(SOFT_HYPHEN)
    assert not text_of(last).endswith(SOFT_HYPHEN)


def test_short_words_are_moved_rather_than_divided():
    assert told("Det är tillsammans", 70) == ["Det är", "tillsammans"]


def test_a_style_may_forbid_division_of_words_that_fit_on_a_line():
    style = Style(Cut.REGULAR, 10, 12, hyphenates=False)
    assert told("Om omvårdnadspersonalen", 112, style) == ["Om", "omvårdnadspersonalen"]


@pytest.mark.parametrize(
    ("word", "divided"),
    [
        ("busstation", "busstation"),
        ("nattillsynen", "nattill-synen"),
        ("biståndshandläggarmöte", "bi-stånds-hand-läggar-möte"),
        ("undersköterska", "under-sköterska"),
    ],
)
def test_words_of_care_are_divided_between_their_parts(word, divided):
    for at, hyphen in reversed(places(word, is_wider=True, hyphenates=True)):
        assert hyphen
        assert divided.replace("-", "")[:at] in {
            "".join(divided.split("-")[:n]) for n in range(1, divided.count("-") + 1)
        }


def test_an_interval_of_hours_is_not_divided():
    assert places("7.30–8.15", is_wider=False, hyphenates=True) == ()


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.integers(40, 400))
def test_no_line_is_wider_than_its_column_and_nothing_is_lost(words, width):
    text = " ".join(words)
    found = lines(text, PLAIN, width)
    for line in found:
        at_end = " " if text_of(line).endswith(" ") else ""
        slack = 0.25 * len(at_end)
        assert line.width * PLAIN.size <= width + 0.01 + slack or len(text_of(line).strip()) == 1


@given(
    st.lists(
        st.sampled_from([word for word in WORDS if word.isascii() or "ö" in word.lower()]),
        max_size=30,
    ),
    st.integers(40, 300),
)
def test_every_letter_stands_in_its_order(words, width):
    text = " ".join(words)
    joined = "".join(text_of(line) for line in lines(text, PLAIN, width))
    assert bare(joined) == bare(shown(text))


@given(st.text(max_size=200), st.integers(30, 300))
def test_no_text_is_too_odd_to_set(text, width):
    assert lines(text, PLAIN, width)


def test_a_text_that_reads_from_the_right_stands_at_the_right():
    (line,) = lines("سلام عليكم", PLAIN, 200)
    assert line.from_right
    assert not lines("Hej سلام", PLAIN, 200)[0].from_right


def test_one_line_is_shortened_visibly():
    assert text_of(one_line("Genomförandeplan dagverksamhet", PLAIN, 80)).endswith("…")


@pytest.mark.parametrize("look", [NORMAL, LARGE])
def test_every_leading_and_gap_keeps_the_grid(look):
    styles = [value for value in vars(look).values() if isinstance(value, Style)]
    for measure in itertools.chain.from_iterable((s.leading, s.before, s.after) for s in styles):
        assert measure % STEP == 0


@pytest.mark.parametrize("style", [v for v in vars(LARGE).values() if isinstance(v, Style)])
def test_large_print_is_never_under_sixteen_points(style):
    assert style.size >= 16


def bare(text: str) -> str:
    return "".join(text.split()).replace(SOFT_HYPHEN, "")
