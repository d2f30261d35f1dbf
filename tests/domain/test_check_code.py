"""Check codes: what the QR code holds, and what people type."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gplan_desktop.domain.check_code import CodeError, compare_code, qr_text, read_code

# Forty at every run: a hundred of each take seconds together.
some = settings(max_examples=40)

CHECKSUM = "8ee9a1536aa6def8c39d2ca08ec2860b11816740a4c4cbed8487ff131c06a628"
HEX = st.text("0123456789abcdef", min_size=64, max_size=64)


def test_the_qr_code_holds_the_format_and_the_checksum_alone():
    assert qr_text(CHECKSUM) == f"GPLAN1:{CHECKSUM.upper()}"
    # The signs that a QR code packs two by two.
    assert re.fullmatch("[0-9A-Z:]{71}", qr_text(CHECKSUM))
    with pytest.raises(ValueError, match="no checksum"):
        qr_text(CHECKSUM[:-1])


@pytest.mark.parametrize(
    "text",
    [
        "8ee9 a153 6aa6 def8",
        "8EE9A1536AA6DEF8",
        "  8ee9-a153-6aa6-def8\n",
        "8ee9 a153 6aa6 def8".replace(" ", "\u00a0"),
        "8ee9–a153–6aa6–def8",
        "8ee9.aI53.6aa6.def8",
        "8ee9 al53 6aa6 def8",
        "8ee9 a1S3 6aa6 def8",
        f"GPLAN1:{CHECKSUM}",
        f"gplan1:{CHECKSUM}\r\n",
        # A scanner that types as on an English keyboard, where the keyboard is Swedish.
        f"GPLAN1Ö{CHECKSUM.upper()}",
        f"GPLAN1: {CHECKSUM[:32]} {CHECKSUM[32:]}",
        CHECKSUM,
    ],
)
def test_a_code_is_read_as_people_and_scanners_write_it(text):
    assert CHECKSUM.startswith(read_code(text))
    assert compare_code(text, CHECKSUM)
    assert compare_code(text, CHECKSUM.upper())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Den här har 0"),
        ("8ee9 a153 6aa6 def", "Den här har 15"),
        (CHECKSUM + "0", "Den här har 65"),
        ("8ee9 a153 6aa6 dex8", "Tecknet ”x”"),
        ("Karin Öberg", "Tecknet ”k”"),
        (f"GPLAN2:{CHECKSUM}", "nyare version"),
        (f"GPLAN12:{CHECKSUM}", "nyare version"),
        ("GPLAN1:", "Den här har 0"),
    ],
)
def test_what_is_no_code_is_refused_with_a_sentence(text, words):
    with pytest.raises(CodeError, match=words):
        read_code(text)


@some
@given(HEX)
def test_every_checksum_comes_back_from_its_qr_code(checksum):
    assert read_code(qr_text(checksum)) == checksum
    assert compare_code(qr_text(checksum), checksum)


@some
@given(HEX, st.integers(0, 15))
def test_one_wrong_digit_is_another_code(checksum, place):
    wrong = "0" if checksum[place] != "0" else "f"
    typed = checksum[:place] + wrong + checksum[place + 1 : 16]
    assert not compare_code(typed, checksum)


@some
@given(HEX, st.lists(st.integers(0, 5), min_size=16, max_size=16))
def test_typing_slips_are_forgiven(checksum, slips):
    looks = {"0": "0oO", "1": "1lI", "2": "2zZ", "5": "5sS"}
    alike = [looks.get(digit, digit + digit.upper()) for digit in checksum[:16]]
    typed = "".join(signs[slip % len(signs)] for signs, slip in zip(alike, slips, strict=True))
    assert read_code(typed) == checksum[:16]


@given(st.text())
def test_no_text_does_more_than_be_refused(text):
    try:
        code = read_code(text)
    except CodeError:
        return
    assert re.fullmatch("[0-9a-f]{16}|[0-9a-f]{64}", code)
