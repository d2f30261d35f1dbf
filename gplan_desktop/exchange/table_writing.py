"""Writes a list as CSV or as an Excel workbook; no cell of it can become a formula."""

import csv
import errno
import re
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from gplan_desktop.exchange.faults import TableNotWritten
from gplan_desktop.exchange.guarding import guard
from gplan_desktop.exchange.table import Table
from gplan_desktop.whole_file import write_whole

if TYPE_CHECKING:
    from openpyxl import Workbook

_LONGEST_CELL = 32_767
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_WIDTHS = (10, 40)
# What XML cannot hold, and a few that it can but should not.
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_csv(table: Table, path: Path) -> None:
    """Write *table* as Excel reads CSV in Swedish: UTF-8 with its mark, semicolons, CRLF.

    Raises:
        TableNotWritten.
    """
    _write(path, lambda file: _write_csv(table, file))


def write_xlsx(table: Table, path: Path, legend: Table | None = None) -> None:
    """Write *table* as a workbook of texts, with *legend* in a sheet of its own.

    Raises:
        TableNotWritten: also when a text is longer than Excel can hold.
    """
    if any(len(text) > _LONGEST_CELL for row in table.rows for text in row.cells):
        raise TableNotWritten(path, "en text är för lång för Excel", "Spara som CSV i stället.")
    _write(path, lambda file: _workbook(table, legend).save(file))


def _write(path: Path, write: Callable[[BinaryIO], None]) -> None:
    try:
        write_whole(path, write)
    except OSError as error:
        raise _explained(error, path) from error


def _explained(error: OSError, path: Path) -> TableNotWritten:
    if error.errno in _NO_ROOM:
        return TableNotWritten(path, "disken är full", "Frigör plats, eller välj en annan disk.")
    return TableNotWritten(
        path,
        "det går inte att skriva där",
        "Välj en annan mapp, eller stäng filen om den är öppen i ett annat program.",
    )


def _write_csv(table: Table, file: BinaryIO) -> None:
    text = TextIOWrapper(file, "utf-8-sig", "replace", newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for cells in (table.headings, *(row.cells for row in table.rows)):
        writer.writerow([guard(cell) for cell in cells])
    text.flush()
    text.detach()


def _workbook(table: Table, legend: Table | None) -> "Workbook":
    # Loaded here: the program's start must not pay for it.
    from openpyxl import Workbook  # noqa: PLC0415

    workbook = Workbook(write_only=True)
    workbook.properties.creator = "Gplan"
    _add_sheet(workbook, "Lista", table)
    if legend:
        _add_sheet(workbook, "Kolumner", legend)
    return workbook


def _add_sheet(workbook: "Workbook", title: str, table: Table) -> None:
    from openpyxl.cell import Cell, WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    def as_text(text: str, *, is_heading: bool = False) -> Cell:
        cell = WriteOnlyCell(sheet, _NOT_IN_XML.sub("", text))
        # Whatever it looks like: "=cmd" and "#N/A" are texts here.
        cell.data_type = "s"
        if is_heading:
            cell.font = Font(bold=True)
        return cell

    sheet = workbook.create_sheet(title)
    sheet.freeze_panes = "A2"
    for place, heading in enumerate(table.headings):
        column = sheet.column_dimensions[get_column_letter(place + 1)]
        column.width = _width(heading, table, place)
        # A number that is typed into the list later keeps its zeros.
        column.number_format = "@"
    sheet.append([as_text(heading, is_heading=True) for heading in table.headings])
    for row in table.rows:
        sheet.append([as_text(text) for text in row.cells])


def _width(heading: str, table: Table, place: int) -> int:
    longest = max((len(row.cells[place]) for row in table.rows[:100]), default=0)
    narrowest, widest = _WIDTHS
    return min(widest, max(narrowest, len(heading) + 2, longest + 2))
