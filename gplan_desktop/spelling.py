"""Swedish spelling: words that no list knows, and what they may have been meant to be."""

import os
import re
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path
from unicodedata import normalize

from hunspell import Hunspell

from gplan_desktop.rules.marks import Mark, MarkKind
from resources import read_bytes, read_text

_MOST_SUGGESTIONS = 5
_LETTERS = "eantrsldomikgvfhupåäöbcyjxwzéqàü"
# Letters with their accents written apart, and soft hyphens, are inside a word.
_TOKEN = re.compile(r"[\w\u0300-\u036f\u00ad]+")
_LATIN = re.compile(r"[a-z\u00df-\u024f\u1e00-\u1eff]+", re.IGNORECASE)
_NO_WORDS = re.compile(
    r"""\[…[^\]\n]*\]                       # a blank that is still to be filled in
      | \S+@\S+                             # an e-mail address
      | (?:https?://|www\.)\S+              # an address on the net
      | \b[\w-]+\.(?:se|nu|com|org|net|eu)\b(?:/\S*)?
      | \b(?:[^\W\d_]{1,3}\.){2,}           # bl.a.
      | \b(?:[A-ZÅÄÖ]{2,}|\d+):\w+          # HSL:s, 1:a
    """,
    re.VERBOSE,
)
_ROOT = re.compile(r"(?:pa|st):(\S+)")
_NEVER_SUGGESTED = re.compile(rb"^([^/\r\n]+)/[^\s!]*!", re.MULTILINE)
_ENDINGS = [
    *("n", "en", "et", "t", "ar", "er", "or", "r", "na", "arna", "erna", "orna"),
    *("s", "ns", "ens", "ets", "ts", "ars", "ers", "ors", "nas", "arnas", "ernas"),
]
# What is often taken for something else in Swedish; each goes both ways.
_SLIPS = [(sign, sign * 2) for sign in "bdfgklmnprst"] + [
    *[("e", "ä"), ("o", "å"), ("a", "å"), ("a", "ä"), ("o", "ö"), ("u", "o"), ("i", "e")],
    *[("k", "ck"), ("c", "ck"), ("g", "j"), ("c", "s"), ("d", "t"), ("v", "f"), ("x", "ks")],
    *[("sj", "sk"), ("sh", "sch"), ("sj", "sch"), ("tj", "k"), ("tj", "kj"), ("gn", "ngn")],
]


def care_words() -> tuple[str, ...]:
    """Return the words of care that the program is delivered with."""
    lines = read_text("method/care_words.txt").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


class Speller:
    """Knows the dictionary, the words of care and the unit's own; for one thread at a time.

    Making it takes a fifth of a second, and OSError or RuntimeError tells that it failed.
    """

    def __init__(self, care: Iterable[str], own: Iterable[str] = ()) -> None:
        self._care = sorted({word.lower() for word in care})
        self._words = {*self._care, *(word.lower() for word in own)}
        self._known: dict[str, bool] = {}
        with as_file(files("resources").joinpath("spelling")) as folder:
            self._dictionary = _open(folder)

    def unknown(self, text: str, names: Iterable[str] = ()) -> tuple[Mark, ...]:
        """Mark the words of *text* that are neither in a list nor among *names*.

        Not marked: abbreviations, words with digits, addresses, blanks to be filled in, and what
        is written in another script. Words joined by a hyphen are looked up one by one.
        """
        accepted = _parts_of(names)
        shown = _NO_WORDS.sub(lambda found: " " * len(found.group()), text)
        return tuple(
            Mark(found.start(), len(found.group()), MarkKind.SPELLING, _hint(found.group()))
            for found in _TOKEN.finditer(shown)
            if _is_to_be_checked(found.group())
            and plain(found.group()).lower() not in accepted
            and not self._is_fine(found, shown)
        )

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return at most five words that *word* may be a slip for, the likeliest first.

        The library's own suggestions are not used: it keeps the whole program waiting for a third
        of a second and gives up on long words before it has found the nearest.
        """
        written = plain(word)
        lower = written.lower()
        ranked = self._ranked(_one_change(lower), written)
        ranked = ranked or self._ranked(_two_slips(lower), written)
        near = get_close_matches(lower, self._care, 2, 0.84)
        best = dict.fromkeys([*ranked[:2], *near, *ranked])
        return tuple(_as_written(guess, written) for guess in best)[:_MOST_SUGGESTIONS]

    def add(self, word: str) -> None:
        """Accept *word* from now on, in every case and with the usual endings."""
        self._words.add(plain(word).lower())
        self._known = {known: True for known, is_known in self._known.items() if is_known}

    def _is_fine(self, found: re.Match[str], text: str) -> bool:
        """Look up a word, with regard to what stands next to it."""
        word = plain(found.group())
        before, after = (
            text[max(0, found.start() - 2) : found.start()],
            text[found.end() : found.end() + 1],
        )
        if self._knows(word):
            return True
        if after == "-":  # vecko- och månadsplan
            return self._knows(word + "plan")
        if after == ".":  # kl.
            return bool(self._dictionary.spell(word + "."))
        # 80-årig
        return before[:1].isdigit() and before[1:] in {"-", "–"} and self._knows("tio" + word)

    def _knows(self, word: str) -> bool:
        if word not in self._known:
            self._known[word] = self._look_up(word)
        return self._known[word]

    def _look_up(self, word: str) -> bool:
        lower = word.lower()
        return (
            self._dictionary.spell(word)
            or self._is_own(lower)
            or any(self._is_compound(lower[:at], lower[at:]) for at in range(3, len(lower) - 2))
        )

    def _is_own(self, word: str) -> bool:
        """Tell whether *word* is one of care or of the unit, perhaps with an ending."""
        return word in self._words or any(
            word.endswith(ending) and word[: -len(ending)] in self._words for ending in _ENDINGS
        )

    def _is_compound(self, first: str, last: str) -> bool:
        """Tell whether two known words are joined, with or without an s, one of them of care."""
        firsts = {first, first[:-1]} if first.endswith("s") and len(first) > 3 else {first}
        if self._is_own(last):
            return any(one in self._words or self._dictionary.spell(one) for one in firsts)
        return not firsts.isdisjoint(self._words) and self._dictionary.spell(last)

    def _ranked(self, guesses: Iterable[str], written: str) -> list[str]:
        """Return the known *guesses*: words of care first, what the dictionary joined last."""
        ranks = {
            guess: (guess not in self._words, "pa:" in self._reading(guess))
            for guess in dict.fromkeys(guesses)
            if self._may_suggest(guess, written)
        }
        return sorted(ranks, key=ranks.__getitem__)

    def _may_suggest(self, guess: str, written: str) -> bool:
        if guess in self._words:
            return True
        cased = guess.capitalize() if written[:1].isupper() else guess
        if guess in self._not_suggested or not self._dictionary.spell(cased):
            return False
        return self._not_suggested.isdisjoint(_ROOT.findall(self._reading(guess)))

    def _reading(self, word: str) -> str:
        """Return how the dictionary reads *word*: its stem, and what it is joined of."""
        return " ".join(self._dictionary.analyze(word)).lower()

    @cached_property
    def _not_suggested(self) -> frozenset[str]:
        """The words, mostly coarse ones, that the dictionary asks us never to suggest."""
        found = _NEVER_SUGGESTED.findall(read_bytes("spelling/sv.dic"))
        return frozenset(word.decode().lower() for word in found)


def plain(word: str) -> str:
    """Return *word* as the dictionary writes it: whole letters, and no soft hyphens."""
    return normalize("NFC", word.replace("\u00ad", ""))


def _open(folder: Path) -> Hunspell:
    # "utf_8" in place of "utf-8": then the library leaves the path as we give it.
    dictionary = Hunspell("sv", _long_path(folder), "utf_8")
    if not dictionary.spell("och"):
        raise RuntimeError("The dictionary could not be read.")
    return dictionary


def _long_path(folder: Path, system: str = os.name) -> str:
    r"""Return the path of *folder* so that the library can read it whatever letters it has.

    On Windows it takes the path for UTF-8 only when it begins with \\?\.
    """
    path = str(folder)
    if system != "nt" or path.startswith("\\\\?\\"):
        return path
    return rf"\\?\UNC\{path[2:]}" if path.startswith("\\\\") else rf"\\?\{path}"


def _parts_of(names: Iterable[str]) -> Collection[str]:
    """Return every name in *names* by itself, also in the genitive."""
    parts = {part.lower() for name in names for part in _TOKEN.findall(plain(name))}
    return parts | {part + "s" for part in parts}


def _is_to_be_checked(token: str) -> bool:
    """Tell a Swedish word from abbreviations, trade names and other scripts."""
    word = plain(token)
    return len(word) > 1 and word[1:] == word[1:].lower() and bool(_LATIN.fullmatch(word))


def _as_written(guess: str, written: str) -> str:
    """Return *guess* with a capital where *written* has one."""
    return guess[:1].upper() + guess[1:] if written[:1].isupper() else guess


def _hint(word: str) -> str:
    return f"”{word}” finns inte i ordlistan."


def _one_change(word: str) -> Iterator[str]:
    """Make all words that are one slip of the hand from *word*, the commonest slips first."""
    places = range(len(word) + 1)
    yield from _slips(word)
    yield from (
        word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :] for at in places
    )
    yield from (word[:at] + sign + word[at:] for at in places for sign in _LETTERS)
    yield from (word[:at] + word[at + 1 :] for at in places[:-1])
    yield from (word[:at] + sign + word[at + 1 :] for at in places[:-1] for sign in _LETTERS)


def _two_slips(word: str) -> Iterator[str]:
    return (twice for once in _slips(word) for twice in _slips(once))


def _slips(word: str) -> Iterator[str]:
    """Make the words that sound or look like *word*."""
    for one, other in _SLIPS:
        for written, meant in ((one, other), (other, one)):
            for found in re.finditer(written, word):
                yield word[: found.start()] + meant + word[found.end() :]
