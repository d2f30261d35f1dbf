"""Reads the cells of one row, and keeps what must be put right in them."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from gplan_desktop.exchange.cell_values import CellError
from gplan_desktop.exchange.table import Row, Table

T = TypeVar("T")


class RowReader:
    """One row of a table, read by field; each field that fails is told of once."""

    def __init__(self, table: Table, row: Row, mapping: Mapping[str, int]) -> None:
        self._headings = table.headings
        self._row = row
        self._mapping = mapping
        self._problems: dict[str, str] = {}
        self._tell_faults()

    def text(self, field: str) -> str:
        """Return what stands in the cell of *field*; nothing when the list has no such column."""
        place = self._mapping.get(field)
        # Rows may be shorter than the headings.
        return self._row.cells[place] if place is not None and place < len(self._row.cells) else ""

    def value(self, field: str, read: Callable[[str], T], blank: T) -> T:
        """Return what *read* makes of the cell, or *blank* when it is empty or cannot be read."""
        text = self.text(field)
        if not text or field in self._problems:
            return blank
        try:
            return read(text)
        except CellError as error:
            self.tell(field, str(error))
            return blank

    def tell(self, field: str, text: str) -> None:
        """Keep what must be put right in the cell of *field*."""
        heading = self._headings[self._mapping[field]]
        self._problems.setdefault(field, f"{heading}: {text}")

    def problems(self, of_form: Mapping[str, str]) -> tuple[str, ...]:
        """Return all that must be put right, with what the form says of the other fields."""
        if "" in self._problems:
            return (self._problems[""],)
        return tuple((dict(of_form) | self._problems).values())

    def _tell_faults(self) -> None:
        fields = {place: field for field, place in self._mapping.items()}
        for fault in self._row.faults:
            if fault.column is None:
                self._problems[""] = fault.text
            elif fault.column in fields:
                self.tell(fields[fault.column], fault.text)
