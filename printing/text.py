"""The one way in which a user's text comes onto the paper."""

import functools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from xml.sax.saxutils import escape

from pyphen import Pyphen

from gplan_desktop.domain.text import clean
from printing import fonts

REPLACEMENT = "□"
_SOFT_HYPHEN = "\u00ad"
_TIME_OF_DAY = re.compile(r"\b([Kk]l\.) (?=\d)")
_LONG_WORD = re.compile(r"[^\W\d_]{12,}")


def safe(text: str) -> str:
    """Return *text* as ReportLab markup that says exactly what was written.

    Nothing in it can act as markup, lines break where the writer broke them,
    and a character that the typeface lacks is shown as a square.
    """
    kept_together = _TIME_OF_DAY.sub("\\1\u00a0", _on_paper(text.strip()))
    lines = escape(kept_together).split("\n")
    return re.sub(r"(<br/>){3,}", "<br/><br/>", "<br/>".join(line.strip() for line in lines))


def safe_in_column(text: str) -> str:
    """Return *text* as `safe` does, with soft hyphens where long words may be divided.

    ReportLab's own hyphenation lets words run out of the column when it
    divides a paragraph between two pages.
    """
    return _LONG_WORD.sub(lambda word: _divisible(word[0]), safe(text))


def one_line(text: str) -> str:
    """Return *text* for where there is no markup: page head, bookmarks, metadata."""
    return " ".join(_on_paper(text).split())


def missing(text: str) -> str:
    """Return the characters of *text* that the paper shows as squares, each once."""
    return "".join(c for c in dict.fromkeys(clean(text)) if _glyph(c) == REPLACEMENT != c)


def texts_in(value: object) -> Iterator[str]:
    """Yield every text in a record, however deep it lies."""
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_in(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))


@functools.lru_cache(maxsize=4096)
def _divisible(word: str) -> str:
    return str(_divider().inserted(word, _SOFT_HYPHEN))


@functools.cache
def _divider() -> Pyphen:
    # Shorter beginnings and ends than three letters make words hard to read.
    return Pyphen(lang="sv", left=3, right=3)


def _on_paper(text: str) -> str:
    cleaned = clean(text)
    if fonts.covers(cleaned.replace("\n", "")):
        return cleaned
    return "".join(map(_glyph, cleaned))


@functools.lru_cache(maxsize=4096)
def _glyph(character: str) -> str:
    if character == "\n" or fonts.covers(character):
        return character
    if character.isspace():
        return " "
    return "" if _has_no_look(character) else REPLACEMENT


def _has_no_look(character: str) -> bool:
    """Whether *character* only steers its neighbours, such as a joiner or a text direction."""
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"
