"""The encodings that Swedish systems write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gplan_desktop.exchange.decoding import decode
from gplan_desktop.exchange.faults import TableUnreadable

TEXT = "Förnamn;Ort\r\nKarin Öberg;Ängelholm – Å\r\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_swedish_text_is_read_in_every_encoding_that_is_met(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


def test_utf_16_with_the_mark_of_big_endian_is_read():
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT


def test_a_stray_zero_does_not_make_a_text_unreadable():
    text = TEXT * 5
    assert decode(text.replace("Karin", "Ka\x00rin", 1).encode()).count("\x00") == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xc5\x81;\x81", "teckenkodning"),  # neither UTF-8 nor a sign of Windows text
        (b"\xff\xfeN", "teckenkodning"),  # half a sign
        (bytes(range(32)) * 9, "varken"),
    ],
)
def test_what_is_no_text_is_told(content, reason):
    with pytest.raises(TableUnreadable, match=reason):
        decode(content)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_utf_8_with_a_mark_is_always_what_it_was(text):
    assert decode(text.encode("utf-8-sig")) == text
