"""The characters of a page as one reads, copies and searches them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gplan_desktop.domain.text import fold

# What the reader of a PDF puts where a word goes on in the next line.
_JOINTS = "\ufffe\x02\xad"
_PIECE = re.compile(
    rf"(?P<joint>[{_JOINTS}])(?:\r?\n)?|(?P<space>\s+)|.[\u0300-\u036f]*", re.DOTALL
)
_WORD = re.compile(rf"[\w{_JOINTS}\u0300-\u036f’']+|\s+|.", re.DOTALL)
_LINE = re.compile(r"[^\n]*\n?")
# "dag- och natthjälp": there the hyphen was written, and is no hyphenation.
_GOES_ON = re.compile(r"(?:och|eller|samt|till|som)\b")


@dataclass(frozen=True)
class Stretch:
    """Some characters of a page, both counted from 0."""

    page: int
    start: int
    length: int


@dataclass(frozen=True)
class Folded:
    """The text of a page as it is searched, and where in the page each of its signs stands."""

    text: str
    places: tuple[int, ...]


def plain(characters: str) -> str:
    """Return the text as it is copied and read aloud: words whole, lines as on the paper."""
    return "".join(text for text, _ in _pieces(characters)).strip()


def folded(characters: str) -> Folded:
    """Return the text as it is searched: small letters, å ä ö kept, a line end like a space."""
    signs: list[str] = []
    places: list[int] = []
    for text, place in _pieces(characters):
        for sign in " " if text.isspace() else _fold(text):
            signs.append(sign)
            places.append(place)
    places.append(len(characters))
    return Folded("".join(signs), tuple(places))


def find(query: str, page: int, text: Folded) -> list[Stretch]:
    """Return where *query* stands on a page, in reading order; nowhere when it is blank."""
    wanted = " ".join(fold(query).split())
    if not wanted:
        return []
    starts = (found.start() for found in re.finditer(re.escape(wanted), text.text))
    return [_stretch(page, text, start, start + len(wanted)) for start in starts]


def word_around(characters: str, place: int) -> tuple[int, int]:
    """Return where the word at *place* begins and ends, also when it goes on in the next line."""
    return _around(_WORD, characters, place)


def line_around(characters: str, place: int) -> tuple[int, int]:
    """Return where the line at *place* begins and ends."""
    return _around(_LINE, characters, place)


def _around(pattern: re.Pattern[str], characters: str, place: int) -> tuple[int, int]:
    for found in pattern.finditer(characters):
        if found.end() > place:
            return found.span()
    return (place, place)


def _stretch(page: int, text: Folded, begin: int, end: int) -> Stretch:
    start = text.places[begin]
    # Up to where the next sign stands; marks over the last letter belong to it.
    return Stretch(page, start, text.places[end] - start)


def _pieces(characters: str) -> Iterator[tuple[str, int]]:
    """Yield the text piece by piece, with the place of each."""
    for found in _PIECE.finditer(characters):
        if found["joint"]:
            yield _joined(found["joint"], characters[found.end() : found.end() + 10]), found.start()
        elif found["space"]:
            yield "\n" if "\n" in found["space"] else " ", found.start()
        else:
            yield unicodedata.normalize("NFC", found[0]), found.start()


def _joined(joint: str, rest: str) -> str:
    """Return what stood at the end of the line: a hyphen that was written, or nothing."""
    if joint == "\xad":
        return ""
    if _GOES_ON.match(rest):
        return "- "
    return "-" if rest[:1].isupper() or rest[:1].isdigit() else ""


@lru_cache(maxsize=2048)
def _fold(sign: str) -> str:
    return fold(sign)
