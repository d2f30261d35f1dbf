"""What may stand in a text, and how texts are compared and searched."""

import re
import unicodedata

_KEPT_LETTERS = frozenset("åäö")
# The controls and the halves of pairs (Cc and Cs in Unicode), but for the line feed and the tab.
_NOT_STORABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# Word processors break a line by hand with a vertical tab, and a page with a form feed.
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


def clean(text: str) -> str:
    """Return *text* without what neither screen, paper nor database can hold.

    Removes control characters (NUL among them) and lone surrogates, turns
    every kind of line end into a line feed and composes letters (NFC).
    """
    kept = _NOT_STORABLE.sub("", _LINE_END.sub("\n", text))
    return unicodedata.normalize("NFC", kept)


def fold(text: str) -> str:
    """Return *text* as it is searched: small letters without accents, å ä ö kept."""
    return "".join(_fold_letter(c) for c in unicodedata.normalize("NFC", text).casefold())


def _fold_letter(letter: str) -> str:
    if letter in _KEPT_LETTERS:
        return letter
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(p for p in parts if not unicodedata.combining(p))


def words(text: str) -> list[str]:
    """Return the folded words of *text*, in order."""
    return "".join(c if c.isalnum() else " " for c in fold(text)).split()


def is_blank(text: str) -> bool:
    """Tell whether nothing readable stands in *text*."""
    # Not only strip(): texts copied from the web may hold signs without any width.
    return not any(c.isprintable() and not c.isspace() for c in text)


def initials(name: str) -> str:
    """Return the first letters of the first and the last name: "A.Ö."; "–" of a name without."""
    letters = [_first_letter(part) for part in unicodedata.normalize("NFC", name).split()]
    found = [letter for letter in letters if letter]
    if not found:
        return "–"
    ends = found[:1] if len(found) == 1 else [found[0], found[-1]]
    return "".join(f"{letter}." for letter in ends)


def _first_letter(part: str) -> str:
    return next((character.upper() for character in part if character.isalpha()), "")
