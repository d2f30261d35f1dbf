"""Texts folded for the guard, with the way back to the places where they were written."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from gplan_desktop.domain.text import fold


class _Letters(dict[int, str]):
    """Each sign as the guard compares it, worked out once: one letter, or none at all."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_sign(chr(code))
        return folded


def _fold_sign(sign: str) -> str:
    category = unicodedata.category(sign)
    if category in ("Cf", "Mn", "Me"):  # soft hyphens, joiners, marks: nothing of their own
        return ""
    if category == "Pd":
        return "-"
    return (fold(sign) or sign)[0]


_LETTERS = _Letters()


@dataclass(frozen=True)
class FoldedText:
    """A folded text; *origins* tells where each of its signs stands in the written one."""

    written: str
    folded: str
    origins: Sequence[int]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return start and length in the written text of a place in the folded one."""
        first = self.origins[start]
        return first, self.origins[end] - first

    def is_capital(self, start: int, end: int) -> bool:
        """Tell whether every letter of a place in the folded text is written large."""
        first, length = self.place(start, end)
        return self.written[first : first + length].isupper()


def folded_text(text: str) -> FoldedText:
    """Return *text* with small letters, plain dashes and spaces, and å ä ö kept."""
    folded = text.translate(_LETTERS)
    # A letter and its mark make two signs of one; only then is there no straight way back.
    if len(folded) == len(text):
        return FoldedText(text, folded, range(len(text) + 1))
    return _folded_with_marks(text)


def _folded_with_marks(text: str) -> FoldedText:
    signs: list[str] = []
    origins: list[int] = []
    for place, sign in enumerate(text):
        letter = _LETTERS[ord(sign)]
        if letter:
            signs.append(letter)
            origins.append(place)
        elif signs and unicodedata.combining(sign):
            composed = unicodedata.normalize("NFC", text[origins[-1]] + sign)
            signs[-1] = _LETTERS[ord(composed[0])]
    return FoldedText(text, "".join(signs), (*origins, len(text)))
