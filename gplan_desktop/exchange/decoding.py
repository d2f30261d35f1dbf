"""Bytes to text: the encodings that Swedish systems and Excel write."""

import codecs
import re

from gplan_desktop.exchange.faults import TableUnreadable

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")


def decode(content: bytes) -> str:
    """Return the text of *content*: UTF-8, UTF-16 or Windows text (cp1252).

    Raises:
        TableUnreadable: it is no text, or in another encoding.
    """
    try:
        text = content.decode(_encoding(content))
    except UnicodeDecodeError:
        raise TableUnreadable("dess teckenkodning är okänd") from None
    # A few stray signs are left out; what is full of them was never text.
    if len(_CONTROLS.findall(text[:_SAMPLE])) * 20 > len(text[:_SAMPLE]):
        raise TableUnreadable("den är varken en Excel-arbetsbok (.xlsx) eller text")
    return text


def _encoding(content: bytes) -> str:
    for mark, encoding in _MARKED:
        if content.startswith(mark):
            return encoding
    unmarked = _utf_16_by_its_zeros(content[:_SAMPLE])
    if unmarked:
        return unmarked
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _utf_16_by_its_zeros(sample: bytes) -> str:
    """Return which UTF-16 a *sample* is in: Latin letters have a zero in every other byte."""
    first, second = (sample[start::2].count(0) * 3 > len(sample) / 2 for start in (0, 1))
    if first == second:
        return ""
    return "utf-16-be" if first else "utf-16-le"
