"""Which pages a printer is to get, in which order, and where a page is left blank."""

from PySide6.QtPrintSupport import QPrinter

_ONE_SIDE = QPrinter.DuplexMode.DuplexNone


def order(count: int, printer: QPrinter) -> list[int | None]:
    """Return the pages to send, counted from 0: those chosen, and copies the driver cannot make.

    None is a blank page: on both sides of the paper every copy, and what is printed after it,
    begins on a sheet of its own. A printer that decides by itself is taken to print on both
    sides, or one person's plan might end up on the back of another's.
    """
    chosen = _chosen(count, printer)
    sides = 1 if printer.duplex() is _ONE_SIDE else 2
    sheets = [_sheet(chosen[at : at + sides], sides) for at in range(0, len(chosen), sides)]
    if comes_last_first(printer):
        sheets.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        sheets *= copies
    else:
        sheets = [sheet for sheet in sheets for _ in range(copies)]
    return [page for sheet in sheets for page in sheet]


def without_last_blanks(pages: list[int | None]) -> list[int | None]:
    """Return *pages* up to the last that has something on it: nothing comes after the job."""
    last = max((at for at, page in enumerate(pages) if page is not None), default=-1)
    return pages[: last + 1]


def comes_last_first(printer: QPrinter) -> bool:
    """Whether the last page is printed first, for printers that lay the pages face up."""
    return printer.pageOrder() is QPrinter.PageOrder.LastPageFirst


def _chosen(count: int, printer: QPrinter) -> list[int]:
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        return list(range(count))
    by_hand = printer.pageRanges()
    return [index for index in range(count) if by_hand.contains(index + 1)]


def _sheet(pages: list[int], sides: int) -> list[int | None]:
    return [*pages, *[None] * (sides - len(pages))]
