"""The check code on screen and paper, by which a plan is proved to be unchanged (Sigill).

What the QR code holds is "GPLAN1:" and the 64 hexadecimal digits of the
plan's SHA-256, in capitals: no personal data, and signs that a QR code packs
tighter than small letters. The number is the version of this format.
"""

import re

_VERSION = 1
_SHORT, _WHOLE = 16, 64
_DIGITS = "0123456789abcdef"
# The sign after the version may be another: a scanner that types as on an
# English keyboard gives "Ö" for ":" where the keyboard is Swedish.
_MARKED = re.compile(r"\s*gplan\s*(?P<version>\d+)[^0-9a-z]+(?P<digits>.*)", re.DOTALL)
_BETWEEN = re.compile(r"[\s.:_\-\u00ad\u2010-\u2015]+")
# Letters that no hexadecimal digit is written with, and what they were read from.
_LIKE_DIGITS = str.maketrans("oilsz", "01152")
_CHECKSUM = re.compile("[0-9a-f]{64}")


class CodeError(ValueError):
    """A text that cannot be a check code; the sentence is for the one who typed it."""


def qr_text(checksum: str) -> str:
    """Return what the QR code of a plan with *checksum* holds: "GPLAN1:8EE9…".

    Raises:
        ValueError: when it is no SHA-256 in hexadecimal.
    """
    if not _CHECKSUM.fullmatch(checksum.lower()):
        raise ValueError("no checksum")
    return f"GPLAN{_VERSION}:{checksum.upper()}"


def read_code(text: str) -> str:
    """Return the 16 or 64 hexadecimal digits of a code that was typed or scanned.

    Spaces, dashes and letter case are of no matter, and letters that look
    like a digit are taken for it: O for 0, l and I for 1.

    Raises:
        CodeError: with a sentence about what is wrong.
    """
    text = text.lower()
    if marked := _MARKED.fullmatch(text):
        if marked["version"].lstrip("0") != str(_VERSION):
            raise CodeError("Koden är gjord med en nyare version av Gplan.")
        text = marked["digits"]
    digits = _BETWEEN.sub("", text).translate(_LIKE_DIGITS)
    _refuse_strange(digits)
    return digits


def compare_code(text: str, checksum: str) -> bool:
    """Tell whether a typed or scanned code is that of *checksum*; CodeError as read_code."""
    return checksum.lower().startswith(read_code(text))


def _refuse_strange(digits: str) -> None:
    strange = next((sign for sign in digits if sign not in _DIGITS), "")
    if strange:
        raise CodeError(
            f"Tecknet ”{strange}” kan inte stå i en kontrollkod. "
            "Den består av siffrorna 0–9 och bokstäverna a–f."
        )
    if len(digits) not in (_SHORT, _WHOLE):
        raise CodeError(
            f"En kontrollkod har {_SHORT} tecken, eller {_WHOLE} i QR-koden. "
            f"Den här har {len(digits)}."
        )
