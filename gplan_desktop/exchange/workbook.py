"""Reads a list from an Excel workbook (.xlsx); formulas are never worked out."""

import warnings
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from io import BytesIO
from itertools import chain, islice
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from gplan_desktop.exchange.faults import TableUnreadable
from gplan_desktop.exchange.table import FORMULA, CellFault, Row, Table, assemble, garbled, tidy
from gplan_desktop.exchange.watch import Watch

if TYPE_CHECKING:
    from openpyxl import Workbook

_MOST_UNPACKED = 300 * 1024**2
_MOST_COLUMNS = 256
_LAST_ROW = 1_048_576
_PEEKED_ROWS = 100
# What damaged and hostile workbooks make openpyxl, zipfile and the XML parser raise.
_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BadZipFile,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zlib.error,
)
_DAMAGED = "arbetsboken är skadad"


def read_workbook(content: bytes, watch: Watch) -> Table:
    """Return the list in the first sheet that has rows.

    Raises:
        TableUnreadable: it holds none, is damaged, or is no workbook.
        Cancelled: the user stopped the work.
    """
    _refuse_others(content)
    with _without_warnings(), closing(_load(_Stoppable(content, watch))) as workbook:
        sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
        for sheet in sheets:
            rows = _rows(sheet, watch)
            first = next(rows, None)
            if first:
                table = assemble(chain([first], rows))
                others = [s.title for s in sheets if s is not sheet and _has_rows(s)]
                return Table(table.headings, table.rows, table.notices + _notice(sheet, others))
    raise TableUnreadable("arbetsboken är tom", "Välj en fil med uppgifter.")


class _Stoppable(BytesIO):
    """A file in memory whose reading stops when the user does: texts alone may take long."""

    def __init__(self, content: bytes, watch: Watch) -> None:
        super().__init__(content)
        self._watch = watch

    def read(self, size: int | None = -1, /) -> bytes:
        self._watch.stop_if_cancelled()
        return super().read(size)


def _refuse_others(content: bytes) -> None:
    """Raise TableUnreadable for a zip that is no .xlsx, or would fill the memory."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
    except _BROKEN as error:
        raise TableUnreadable(_DAMAGED) from error
    if "xl/workbook.bin" in sizes or "content.xml" in sizes:
        raise TableUnreadable("den är sparad i ett annat format än .xlsx")
    if not any(name.startswith("xl/") for name in sizes):
        raise TableUnreadable("den är ingen Excel-arbetsbok")
    if sum(sizes.values()) > _MOST_UNPACKED:
        raise TableUnreadable("den är för stor när den packas upp", "Dela upp den i flera filer.")


@contextmanager
def _without_warnings() -> Iterator[None]:
    """Silence openpyxl, which warns of all that it will not write back."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _load(file: BytesIO) -> "Workbook":
    # Loaded here: the program's start must not pay for what few begin the day with.
    from openpyxl import load_workbook  # noqa: PLC0415

    try:
        return load_workbook(file, read_only=True, keep_links=False)
    except _BROKEN as error:
        raise TableUnreadable(_DAMAGED) from error


def _notice(read: Any, others: list[str]) -> tuple[str, ...]:
    names = ", ".join(f"”{name}”" for name in others)
    return (f"Bara bladet ”{read.title}” läses, inte {names}.",) if others else ()


def _has_rows(sheet: Any) -> bool:
    peeked = islice(_whole(sheet.iter_rows()), _PEEKED_ROWS)
    return any(cell.value is not None for row in peeked for cell in row)


def _rows(sheet: Any, watch: Watch) -> Iterator[Row]:
    total = sheet.max_row or 0
    # What a workbook says of its own size may be wrong, and would cut columns off.
    sheet.reset_dimensions()
    for number, cells in enumerate(_whole(sheet.iter_rows()), 1):
        watch.at(number, total if total <= _LAST_ROW else number)
        if number > _LAST_ROW:
            raise TableUnreadable(_DAMAGED)
        yield from _row(number, cells)


def _whole(rows: Iterable[Any]) -> Iterator[Any]:
    """Return each of *rows*; what breaks on the way is the workbook's fault and not ours."""
    iterator = iter(rows)
    while True:
        try:
            row = next(iterator)
        except StopIteration:
            return
        except _BROKEN as error:
            raise TableUnreadable(_DAMAGED) from error
        yield row


def _row(number: int, cells: Iterable[Any]) -> Iterator[Row]:
    texts = tuple(_text(cell.value) for cell in cells)
    width = max((place for place, text in enumerate(texts, 1) if text), default=0)
    if width > _MOST_COLUMNS:
        raise TableUnreadable("bladet har fler än 256 kolumner", "Ta bort de kolumner som är över.")
    if width:
        texts = texts[:width]
        yield Row(number, texts, (*_faults(cells), *garbled(texts)))


def _faults(cells: Iterable[Any]) -> Iterator[CellFault]:
    for column, cell in enumerate(cells):
        if cell.data_type == "f":
            yield CellFault(column, FORMULA)
        elif cell.data_type == "e":
            yield CellFault(column, f"innehåller felvärdet {cell.value}.")


def _text(value: Any) -> str:
    """Return *value* as it would be typed: ISO dates, whole numbers without decimals."""
    match value:
        case None:
            return ""
        case str():
            # Excel writes the carriage returns of pasted texts so.
            return tidy(value.replace("_x000D_", ""))
        case bool():
            return "ja" if value else "nej"
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            on_the_day = value.time() == datetime.min.time()
            return f"{value.date()}" if on_the_day else value.isoformat(" ", "seconds")
        case _:
            # A formula that fills several cells keeps its text inside.
            return tidy(str(getattr(value, "text", None) or value))
