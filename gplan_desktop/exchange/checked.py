"""What was found in a list before anything is written: row by row, and whether all is well."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self, TypeVar

_NAMED_ROWS = 3


@dataclass(frozen=True)
class Known:
    """What a list is checked against: the day, and what the unit has already."""

    today: date
    people: Mapping[str, str] = field(default_factory=dict)
    """The person's id by the value of the personal number."""
    names: frozenset[str] = frozenset()
    assignments: frozenset[tuple[str, date, str]] = frozenset()
    """Person's id, day and case officer of each."""


@dataclass(frozen=True)
class CheckedRow:
    """What there is to say of one row."""

    number: int
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    is_known: bool = False
    is_skipped: bool = False


_Row = TypeVar("_Row", bound=CheckedRow)


@dataclass(frozen=True)
class Checked:
    """A checked list; all of it is taken into the unit, or nothing."""

    rows: Sequence[CheckedRow]

    @property
    def is_ready(self) -> bool:
        """Whether nothing must be put right, and something is left to take in."""
        return not self.failed and self.skipped < len(self.rows)

    @property
    def failed(self) -> int:
        """How many rows must be put right."""
        return sum(bool(row.problems) for row in self.rows)

    @property
    def warned(self) -> int:
        """How many rows have something to look at."""
        return sum(bool(row.warnings) for row in self.rows)

    @property
    def known(self) -> int:
        """How many rows are in the unit already, skipped or not."""
        return sum(row.is_known for row in self.rows)

    @property
    def skipped(self) -> int:
        """How many rows are passed over."""
        return sum(row.is_skipped for row in self.rows)

    def without_known(self) -> Self:
        """Return the list with the rows passed over that are in the unit already."""
        return replace(self, rows=tuple(_skip(row) if row.is_known else row for row in self.rows))


def _skip(row: _Row) -> _Row:
    return replace(row, problems=(), warnings=(), is_skipped=True)


def other_rows(numbers: Sequence[int], number: int) -> str:
    """Return "rad 5 och 12": the rows of *numbers* but *number*, the first few of them."""
    # Not all of them are looked at: ten thousand rows may be alike.
    first = (other for other in numbers[: _NAMED_ROWS + 1] if other != number)
    named = [str(other) for other in first][:_NAMED_ROWS]
    more = len(numbers) - 1 - len(named)
    named = [*named, f"{more} till"] if more > 0 else named
    return "rad " + " och ".join(filter(None, (", ".join(named[:-1]), named[-1])))
