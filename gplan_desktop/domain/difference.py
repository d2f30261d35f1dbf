"""What differs between two texts, word by word, told so that it can be read (F35)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, groupby

from gplan_desktop.domain.labelled import Labelled


class PieceKind(Labelled):
    """What became of a piece of text; the label says it to those who see no colours."""

    SAME = "same", "Oförändrat"
    ADDED = "added", "Tillagt"
    REMOVED = "removed", "Borttaget"


@dataclass(frozen=True)
class Piece:
    """A run of text, and whether it was there before, came, or went."""

    kind: PieceKind
    text: str


# Signs without any width come along from the web; nobody sees that they differ.
_SPACE = r"[\s\u200b\u2060\ufeff]"
# A word keeps what stands inside it ("kl. 08:00", "0-HLR", "TV:n"); any other sign is alone.
_WORD = re.compile(rf"\w+(?:[-–'’.:/]\w+)*|(?!{_SPACE}).")
_SENTENCE_ENDS = frozenset(".!?")
_LONGEST_ISLAND = 2

_Span = tuple[int, int, int, int]


def compare(before: str, after: str) -> tuple[Piece, ...]:
    """Return how *before* became *after*, in runs of whole words.

    SAME and ADDED joined are *after*. SAME and REMOVED joined are *before*,
    but for white space that differs: that is no change, and reads as in *after*.
    """
    if before == after:
        return (Piece(PieceKind.SAME, after),) if after else ()
    old, new = _Text(before), _Text(after)
    return tuple(_joined(_pieces(old, new, _changes(old, new))))


def same_words(before: str, after: str) -> bool:
    """Tell whether the texts differ in nothing but white space."""
    return before == after or _Text(before).words == _Text(after).words


class _Text:
    """A text as words, and the spaces before, between and after them."""

    def __init__(self, text: str) -> None:
        found = list(_WORD.finditer(text))
        self.words = [match[0] for match in found]
        self._text = text
        self._starts = [*(match.start() for match in found), len(text)]
        self._ends = [0, *(match.end() for match in found)]

    def inner(self, start: int, end: int) -> str:
        """Return the words from *start* to *end* with the spaces between them."""
        return self._text[self._starts[start] : self._ends[end]]

    def outer(self, start: int, end: int) -> str:
        """Return the words from *start* to *end* with the spaces before and after them too."""
        return self._text[self._ends[start] : self._starts[end]]

    def gap(self, place: int) -> str:
        """Return the space before the word at *place*, or after the last."""
        return self.outer(place, place)

    def sentences(self) -> list[tuple[str, ...]]:
        """Return the words sentence by sentence; where lines break is of no matter."""
        found: list[tuple[str, ...]] = []
        start = 0
        for place, word in enumerate(self.words, 1):
            if word in _SENTENCE_ENDS:
                found.append(tuple(self.words[start:place]))
                start = place
        return [*found, tuple(self.words[start:])] if start < len(self.words) else found


def _changes(old: _Text, new: _Text) -> list[_Span]:
    """Return the places that differ: whole sentences first, then the words in them.

    Sentences first is what keeps long texts fast, and what keeps a new sentence whole.
    """
    before, after = old.sentences(), new.sentences()
    starts_before, starts_after = _starts(before), _starts(after)
    found: list[_Span] = []
    for i1, i2, j1, j2 in _differing(before, after):
        a1, a2, b1, b2 = (starts_before[i1], starts_before[i2], starts_after[j1], starts_after[j2])
        within = _differing(old.words[a1:a2], new.words[b1:b2])
        found += [(a1 + c1, a1 + c2, b1 + d1, b1 + d2) for c1, c2, d1, d2 in within]
    return _without_islands(found, new)


def _starts(sentences: list[tuple[str, ...]]) -> list[int]:
    return list(accumulate(map(len, sentences), initial=0))


def _differing(before: Sequence[object], after: Sequence[object]) -> Iterator[_Span]:
    # autojunk stays on: over two hundred items, the commonest are no place to begin to match.
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after).get_opcodes():
        if kind != "equal":
            yield i1, i2, j1, j2


def _without_islands(changes: list[_Span], new: _Text) -> list[_Span]:
    """Join changes that only a word or two keep apart: "och" alone between them helps nobody."""
    joined: list[_Span] = []
    for change in changes:
        if joined and _is_island(joined[-1], change, new):
            a1, _, b1, _ = joined.pop()
            joined.append((a1, change[1], b1, change[3]))
        else:
            joined.append(change)
    return joined


def _is_island(left: _Span, right: _Span, new: _Text) -> bool:
    kept = new.words[left[3] : right[2]]
    words = sum(word[0].isalnum() for word in kept)
    crosses_sentence = any(word in _SENTENCE_ENDS for word in kept)
    return not crosses_sentence and words <= min(_LONGEST_ISLAND, _size(left), _size(right))


def _size(change: _Span) -> int:
    a1, a2, b1, b2 = change
    return max(a2 - a1, b2 - b1)


def _pieces(old: _Text, new: _Text, changes: list[_Span]) -> Iterator[Piece]:
    """Return the pieces in order; the spaces at a change's edges go with the change."""
    place, end = 0, len(new.words)
    if not changes or changes[0][2] > 0:
        yield Piece(PieceKind.SAME, new.gap(0))
    for change in changes:
        yield Piece(PieceKind.SAME, new.inner(place, change[2]))
        yield from _changed(old, new, change)
        place = change[3]
    if place < end:
        yield Piece(PieceKind.SAME, new.inner(place, end) + new.gap(end))


def _changed(old: _Text, new: _Text, change: _Span) -> Iterator[Piece]:
    """Return what went and what came, without the space about them that stayed."""
    a1, a2, b1, b2 = change
    gone, come = old.outer(a1, a2), new.outer(b1, b2)
    tail = new.gap(b2) if new.gap(b2) == old.gap(a2) else ""
    gone, come = gone.removesuffix(tail), come.removesuffix(tail)
    lead = new.gap(b1) if gone.startswith(new.gap(b1)) and come.startswith(new.gap(b1)) else ""
    yield Piece(PieceKind.SAME, lead)
    yield Piece(PieceKind.REMOVED, gone.removeprefix(lead))
    yield Piece(PieceKind.ADDED, come.removeprefix(lead))
    yield Piece(PieceKind.SAME, tail)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Return *pieces* without the empty ones, neighbours of one kind made one."""
    for kind, run in groupby((p for p in pieces if p.text), key=lambda piece: piece.kind):
        yield Piece(kind, "".join(piece.text for piece in run))
