"""Reads a list from the text of a CSV file, whichever sign stands between its cells."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import StringIO

from gplan_desktop.exchange.guarding import unguard
from gplan_desktop.exchange.table import FORMULA, CellFault, Row, Table, assemble, garbled, tidy
from gplan_desktop.exchange.watch import Watch

_SEPARATORS = (";", ",", "\t")
_SAMPLE_LENGTH = 65_536
_SAMPLE_ROWS = 50
_QUOTES = "Raden går inte att läsa. Kontrollera att varje citattecken har ett som avslutar."
_TOO_LONG = "Raden går inte att läsa. En cell är längre än 131 072 tecken."
_TOO_WIDE = "Raden har fler celler än det finns rubriker. Sätt citattecken runt texter med ”{}”."


def read_csv(text: str, watch: Watch) -> Table:
    """Return the list in *text*.

    Raises:
        TableUnreadable: it holds none.
        Cancelled: the user stopped the work.
    """
    separator = _separator(text[:_SAMPLE_LENGTH])
    table = assemble(_rows(text, separator, watch))
    width = len(table.headings)
    too_wide = CellFault(None, _TOO_WIDE.format(separator))
    rows = (
        replace(row, faults=(too_wide,)) if any(row.cells[width:]) else row for row in table.rows
    )
    return replace(table, rows=tuple(rows))


def _separator(sample: str) -> str:
    return max(_SEPARATORS, key=lambda separator: _agreement(sample, separator))


def _agreement(sample: str, separator: str) -> float:
    """Return how well the rows fit under the first of them: that tells more than many columns."""
    lines = StringIO(sample, newline="")
    records = (record for record in csv.reader(lines, delimiter=separator) if any(record))
    widths = [len(record) for record, _ in zip(records, range(_SAMPLE_ROWS), strict=False)]
    widest = next((width for width in widths if width > 1), 1)
    # Rows may be shorter than the headings: some systems leave out what is empty at the end.
    fitting = sum(1 < width <= widest for width in widths)
    return (fitting / max(1, len(widths))) ** 6 * (widest - 1)


def _rows(text: str, separator: str, watch: Watch) -> Iterator[Row]:
    total = text.count("\n") + 1
    for number, (record, fault) in enumerate(_records(text, separator), 1):
        watch.at(number, total)
        if fault:
            yield Row(number, (), (CellFault(None, fault),))
        elif any(record):
            yield from _row(number, record)


def _records(text: str, separator: str) -> Iterator[tuple[Sequence[str], str]]:
    """Return each record, or why it cannot be read; in Excel it is the row with its number."""
    # Strict, or a quotation mark that nothing ends would swallow the rest of the file.
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        try:
            yield next(reader), ""
        except StopIteration:
            return
        except csv.Error as error:
            yield (), _TOO_LONG if "limit" in str(error) else _QUOTES


def _row(number: int, record: Sequence[str]) -> Iterator[Row]:
    written = [tidy(text) for text in record]
    if any(written):
        formulas = (CellFault(i, FORMULA) for i, text in enumerate(written) if text[:1] == "=")
        cells = tuple(unguard(text) for text in written)
        yield Row(number, cells, (*formulas, *garbled(cells)))
