"""The one way in which a user's text comes onto the paper."""

from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import Paragraph

from gplan_desktop.domain.text import clean
from printing import fonts, styles
from printing.text import REPLACEMENT, missing, one_line, safe, safe_in_column, texts_in

fonts.register()


def shown(markup: str) -> str:
    return Paragraph(markup, styles.BODY).getPlainText(identify=True)


@given(st.text(alphabet=st.sampled_from("ab <>&;/\"'#=!?-[]\nåß\x00\x1f"), max_size=60))
def test_nothing_in_a_text_acts_as_markup(text):
    expected = "".join(clean(text).split())

    assert "".join(shown(safe(text)).split()) == expected


@given(st.text(max_size=40))
def test_no_text_is_too_odd_to_set(text):
    Paragraph(safe_in_column(text), styles.CELL).wrap(90, 800)


def test_lines_break_where_the_writer_broke_them_but_gaps_do_not_grow():
    assert safe("ett\r\ntvå\n\n\n\n\ntre\n") == "ett<br/>två<br/><br/>tre"


def test_a_time_of_day_is_not_divided_between_two_lines():
    assert safe("Varje natt kl. 23") == "Varje natt kl.\u00a023"


def test_long_words_in_columns_may_be_divided_and_short_ones_not():
    assert safe_in_column("tillsammans") == "tillsammans"
    divided = safe_in_column("omvårdnadspersonal & hej")
    assert "\u00ad" in divided
    assert divided.replace("\u00ad", "") == "omvårdnadspersonal &amp; hej"
    parts = divided.split()[0].split("\u00ad")
    assert min(len(parts[0]), len(parts[-1])) >= 3


def test_a_character_without_glyph_is_shown_and_one_without_look_is_dropped():
    assert safe("س") == REPLACEMENT
    assert safe("a\u200db\ufe0f\u2066c") == "abc"
    assert missing("😀a😀\u200dس") == "😀س"


def test_where_there_are_no_lines_the_text_is_one_line():
    assert one_line(" a\nb\t<c> ") == "a b <c>"


def test_every_text_of_a_record_is_found(established):
    found = set(texts_in(established))

    assert {"Dusch", "Åsa Berg", "Maria Lindqvist", "Öström-Åkerlund", "Nattpatrullen"} <= found
