"""What may stand in a text, and how texts are compared and searched."""

import re
import unicodedata

_KEPT_LETTERS = frozenset("åäö")
_ALLOWED_CONTROLS = frozenset("\n\t")
# Word processors break a line by hand with a vertical tab, and a page with a form feed.
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


def clean(text: str) -> str:
    """Return *text* without what neither screen, paper nor database can hold.

    Removes control characters (NUL among them) and lone surrogates, turns
    every kind of line end into a line feed and composes letters (NFC).
    """
    text = _LINE_END.sub("\n", text)
    kept = "".join(c for c in text if _is_storable(c))
    return unicodedata.normalize("NFC", kept)


def _is_storable(character: str) -> bool:
    return character in _ALLOWED_CONTROLS or unicodedata.category(character) not in ("Cc", "Cs")


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
