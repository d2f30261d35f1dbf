"""The system's own dialog, where printer, copies, sides and pages are chosen."""

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from gplan_desktop.errors import PrintFailed

_NO_PRINTER = "Det finns ingen skrivare installerad."


def ask_for_printer(title: str, pages: int | None, parent: QWidget) -> QPrinter | None:
    """Let the user choose printer, copies and sides in the system's dialog; None is no printing.

    Of *pages* some can be chosen; None is for several documents, which are printed whole. *title*
    is seen in the printer's queue by others, so it names no person. Raises PrintFailed when there
    is no printer.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise PrintFailed(_NO_PRINTER)
    return _ask(title, pages, parent)


def _ask(title: str, pages: int | None, parent: QWidget) -> QPrinter | None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Skriv ut")
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, pages is not None)
    if pages is not None:
        dialog.setMinMax(1, pages)
    answer = dialog.exec()
    dialog.deleteLater()
    return printer if answer == QPrintDialog.DialogCode.Accepted else None
