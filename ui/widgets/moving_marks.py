"""Marks follow their words while the text around them is written."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from gplan_desktop.rules.marks import Mark


@dataclass(frozen=True)
class Change:
    """In a text, *removed* units at *start* gave way to *added* new ones."""

    start: int
    removed: int
    added: int

    @classmethod
    def between(cls, old: str, new: str) -> "Change":
        """Return the smallest change that makes *new* of *old*, in Qt's units."""
        before, after = _in_units(old), _in_units(new)
        start = _alike(before, after)
        end = _alike(before[start:][::-1], after[start:][::-1])
        return cls(start, len(before) - start - end, len(after) - start - end)


def moved(marks: Iterable[Mark], change: Change) -> list[Mark]:
    """Return *marks* after *change*, without those whose words it touched."""
    by = change.added - change.removed
    kept = []
    for mark in marks:
        if mark.end <= change.start:
            kept.append(mark)
        elif mark.start >= change.start + change.removed:
            kept.append(replace(mark, start=mark.start + by) if by else mark)
    return kept


def in_qt_units(marks: Sequence[Mark], text: str) -> list[Mark]:
    """Count *marks* in *text* as Qt does, an emoji as two."""
    if text.isascii() or max(text) <= "\uffff":
        return list(marks)
    return _counted(marks, lambda place: _units(text[:place]))


def in_signs(marks: Sequence[Mark], text: str) -> tuple[Mark, ...]:
    """Count *marks* in *text* as Python does, from the units of Qt."""
    if text.isascii() or max(text) <= "\uffff":
        return tuple(marks)
    units = text.encode("utf-16-le", "surrogatepass")
    return tuple(
        _counted(marks, lambda place: len(units[: 2 * place].decode("utf-16-le", "surrogatepass")))
    )


def _counted(marks: Sequence[Mark], count: Callable[[int], int]) -> list[Mark]:
    return [replace(m, start=count(m.start), length=count(m.end) - count(m.start)) for m in marks]


def _units(text: str) -> int:
    return len(_in_units(text))


def _in_units(text: str) -> Sequence[int]:
    return memoryview(text.encode("utf-16-le", "surrogatepass")).cast("H")


def _alike(one: Sequence[int], other: Sequence[int]) -> int:
    """Return how many units *one* and *other* have in common from the start."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
