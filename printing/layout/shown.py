"""What of a written text stands on paper, and where its words may be divided."""

import functools
import re

from pyphen import Pyphen

import resources
from gplan_desktop.domain.text import clean

SOFT_HYPHEN = "\u00ad"
_TIME_OF_DAY = re.compile(r"\b([Kk]l\.) (?=\d)")
_PLAIN = re.compile("[ -~\n\u00a0åäöÅÄÖéÉü–”’…·−×§°½]*")
_LETTERS = re.compile(r"[^\W\d_]+")
_AFTER = re.compile(r"(?<=[^\W\d_][-–/])(?=[^\W\d_])")
# Han, kana and hangul have no spaces between words: a line may end after any of them.
_EAST_ASIAN = re.compile(
    "(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff01-\uff60、。])(?![、。，．）」』！？])"
)
# Shorter words are only divided where they are wider than the column.
_SHORTEST_DIVIDED, _SHORTEST_TORN = 12, 6


def shown(text: str) -> str:
    """Return *text* as it is set: cleaned, no spaces at the ends, at most one empty line in a row.

    The hour stays on the line of its "kl.".
    """
    text = text.strip()
    if not _PLAIN.fullmatch(text):
        text = clean(text).strip()
    lines = (line.strip() for line in text.split("\n"))
    return _TIME_OF_DAY.sub("\\1\u00a0", re.sub(r"\n{3,}", "\n\n", "\n".join(lines)))


def one_line(text: str) -> str:
    """Return *text* for where there are no lines: page head, bookmarks, metadata."""
    return " ".join(clean(text).split())


@functools.lru_cache(maxsize=8192)
def places(word: str, *, is_wider: bool, hyphenates: bool) -> tuple[tuple[int, bool], ...]:
    """Return where *word* may be divided, last first, and whether a hyphen is to be written.

    A word that is wider than its column is divided however short it is.
    """
    found = {
        at.start(): False for pattern in (_AFTER, _EAST_ASIAN) for at in pattern.finditer(word)
    }
    shortest = _SHORTEST_TORN if is_wider else _SHORTEST_DIVIDED
    if hyphenates or is_wider:
        for part in _LETTERS.finditer(word):
            if len(part[0]) >= shortest:
                for at in _divided(part[0].lower()):
                    found.setdefault(part.start() + at, True)
    return tuple(sorted(((at, hyphen) for at, hyphen in found.items() if at), reverse=True))


def _divided(word: str) -> list[int]:
    """Return the places in a word of small letters: our own corrections before the pattern's."""
    for known, ends in _corrections():
        if word.startswith(known):
            rest = word[len(known) :]
            inner = _divided(rest) if len(rest) >= _SHORTEST_TORN else []
            bounds = [len(known)] if len(rest) >= 3 else []
            return [*ends, *bounds, *(len(known) + at for at in inner)]
    return [int(at) for at in _patterns().positions(word)]


@functools.cache
def _corrections() -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return words of care divided by hand, longest first; they may begin longer words."""
    known = []
    for line in resources.read_text("hyphenation.txt").splitlines():
        if line and not line.startswith("#"):
            parts = line.split("-")
            ends = tuple(len("".join(parts[:n])) for n in range(1, len(parts)))
            known.append(("".join(parts), ends))
    return tuple(sorted(known, key=lambda entry: -len(entry[0])))


@functools.cache
def _patterns() -> Pyphen:
    # Shorter beginnings and ends than three letters make words hard to read.
    return Pyphen(lang="sv", left=3, right=3)
