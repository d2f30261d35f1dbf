"""Which pages go to the printer: chosen ones, copies, both sides, last page first."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from ui.print_order import comes_last_first, order, without_last_blanks

pytestmark = pytest.mark.usefixtures("qapp")
ONE, LONG, AUTO = (
    QPrinter.DuplexMode.DuplexNone,
    QPrinter.DuplexMode.DuplexLongSide,
    QPrinter.DuplexMode.DuplexAuto,
)


class Printer(QPrinter):
    """A file that says it has two sides, which a PDF has not."""

    sides = ONE

    def duplex(self) -> QPrinter.DuplexMode:
        return self.sides


@pytest.fixture
def printer(tmp_path: Path) -> Printer:
    printer = Printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "ut.pdf"))
    return printer


@pytest.mark.parametrize(
    ("count", "copies", "collated", "duplex", "expected"),
    [
        (3, 1, True, ONE, [0, 1, 2]),
        (2, 2, True, ONE, [0, 1, 0, 1]),
        (2, 2, False, ONE, [0, 0, 1, 1]),
        (3, 1, True, LONG, [0, 1, 2, None]),
        (4, 1, True, LONG, [0, 1, 2, 3]),
        (3, 2, True, LONG, [0, 1, 2, None, 0, 1, 2, None]),
        (3, 2, False, LONG, [0, 1, 0, 1, 2, None, 2, None]),
        (1, 1, True, AUTO, [0, None]),
    ],
)
def test_every_copy_begins_on_a_sheet_of_its_own(
    printer: Printer,
    count: int,
    copies: int,
    collated: bool,
    duplex: QPrinter.DuplexMode,
    expected: list[int | None],
) -> None:
    printer.setCopyCount(copies)
    printer.setCollateCopies(collated)
    printer.sides = duplex
    assert order(count, printer) == expected


@pytest.mark.parametrize(
    ("duplex", "expected"), [(ONE, [2, 1, 0]), (LONG, [2, None, 0, 1]), (AUTO, [2, None, 0, 1])]
)
def test_last_first_turns_the_sheets_and_not_their_sides(
    printer: Printer, duplex: QPrinter.DuplexMode, expected: list[int | None]
) -> None:
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    printer.sides = duplex
    assert comes_last_first(printer)
    assert order(3, printer) == expected


def test_only_chosen_pages_are_ordered(printer: Printer) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert order(5, printer) == [1, 2]


@pytest.mark.parametrize(
    ("pages", "expected"), [([0, None], [0]), ([0, None, 1], [0, None, 1]), ([], []), ([None], [])]
)
def test_nothing_needs_to_come_after_the_last_page(
    pages: list[int | None], expected: list[int | None]
) -> None:
    assert without_last_blanks(pages) == expected
