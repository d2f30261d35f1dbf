"""A finished PDF to the printer or to a file."""

import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from PySide6.QtCore import QEventLoop, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QProgressDialog, QWidget

from gplan_desktop.errors import ExportFailed, PrintFailed
from ui.background import Background
from ui.pdf_document import PdfPages

Progress = Callable[[int, int], bool]

SMALLER_PAPER = "Papperet i skrivaren är mindre än A4. Sidorna har förminskats så att allt kom med."
_NO_PRINTER = "Det finns ingen skrivare installerad."
_NOT_TAKEN = "Skrivaren tog inte emot utskriften."
# A page in 300 dots an inch is 35 MB in the spooler; in 600 it would be 139.
_DOTS_PER_INCH = 300
_BAND = 256
# A driver rounds the paper to its own steps; so little is not worth a word.
_ROUNDING = 0.99
_TRIES = 5
_PAUSE_SECONDS = 0.2


@dataclass(frozen=True)
class Printed:
    """How printing went: true when the pages were sent, with what the user should know."""

    is_done: bool
    notice: str = ""

    def __bool__(self) -> bool:
        return self.is_done


def print_pdf(data: bytes, title: str, parent: QWidget, background: Background) -> Printed:
    """Ask for a printer in the system's dialog and print *data* there, in its right size.

    The window stays alive while *background* works. *title* is seen in the printer's queue by
    others, so it names no person. Raises PrintFailed when there is no printer or it refuses.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise PrintFailed(_NO_PRINTER)
    pages = PdfPages(data)
    count = pages.page_count
    pages.close()
    printer = ask_for_printer(title, count, parent)
    if printer is None:
        return Printed(is_done=False)
    return print_with_progress(data, printer, parent, background)


def ask_for_printer(title: str, pages: int, parent: QWidget) -> QPrinter | None:
    """Let the user choose printer, pages and copies in the system's dialog; None is no printing."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Skriv ut")
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, pages)
    answer = dialog.exec()
    dialog.deleteLater()
    return printer if answer == QPrintDialog.DialogCode.Accepted else None


def print_with_progress(
    data: bytes, printer: QPrinter, parent: QWidget, background: Background
) -> Printed:
    """Print *data* on a chosen *printer* while a small window counts the pages and can stop it.

    Raises PrintFailed when the printer refuses.
    """
    counter = _PageCounter(parent)
    loop, outcomes = QEventLoop(), list[Printed | Exception]()

    def end(outcome: Printed | Exception) -> None:
        outcomes.append(outcome)
        loop.quit()

    background.run(lambda: print_pages(data, printer, counter.count), end, end)
    loop.exec()
    counter.close()
    outcome = outcomes[0]
    if isinstance(outcome, Exception):
        raise outcome
    return outcome


def print_pages(data: bytes, printer: QPrinter, progress: Progress) -> Printed:
    """Print *data* page by page, as many times and in the order that *printer* says.

    The corner of a page lies in the corner of the paper; smaller paper gets smaller pages.
    *progress* is told (pages sent, pages in all) and stops the job by returning False. Any
    thread may print. Raises PrintFailed when the printer does not take the job.
    """
    pages = PdfPages(data)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintFailed(_NOT_TAKEN)
    try:
        # Or a PDF printer would store the text as a blurred photograph.
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        return _print_in_order(pages, printer, painter, progress)
    finally:
        painter.end()
        pages.close()


def save_pdf(data: bytes, path: Path) -> None:
    """Write *data* to *path* in one move: all of it or nothing, never half a file.

    May wait a second for a virus scanner, so it belongs in the background. Raises ExportFailed
    when the folder is gone or closed to us, or the file is open in another program.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".gplan-", suffix=".tmp")
    except OSError as error:
        raise ExportFailed(path) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _move(Path(name), path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise ExportFailed(path) from error


class _PageCounter(QObject):
    """Shows how many pages are sent, told from the worker, and lets the user stop."""

    _counted = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_stopped = Event()
        self._dialog = QProgressDialog("Skriver ut…", "Avbryt", 0, 0, parent)
        self._dialog.setWindowTitle("Skriv ut")
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.setAutoReset(False)
        self._dialog.setAutoClose(False)
        self._dialog.canceled.connect(self._is_stopped.set)
        self._counted.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._dialog.show()

    def count(self, sent: int, pages: int) -> bool:
        """Tell how far the printing is; False when it is to stop. Any thread."""
        self._counted.emit(sent, pages)
        return not self._is_stopped.is_set()

    def close(self) -> None:
        """Take the window away."""
        self._dialog.close()
        self._dialog.deleteLater()
        self.deleteLater()

    def _show(self, sent: int, pages: int) -> None:
        if not self._is_stopped.is_set():
            self._dialog.setMaximum(pages)
            self._dialog.setLabelText(f"Skriver ut. {sent} av {pages} sidor är klara.")
            self._dialog.setValue(sent)


def _print_in_order(
    pages: PdfPages, printer: QPrinter, painter: QPainter, progress: Progress
) -> Printed:
    order = _order(pages.page_count, printer)
    is_smaller = False
    for sent, index in enumerate(order):
        if not progress(sent, len(order)):
            printer.abort()
            return Printed(is_done=False)
        if sent and not printer.newPage():
            raise PrintFailed(_NOT_TAKEN)
        is_smaller |= _print_page(pages, index, printer, painter)
    progress(len(order), len(order))
    return Printed(is_done=True, notice=SMALLER_PAPER if is_smaller else "")


def _order(count: int, printer: QPrinter) -> list[int]:
    """Return the pages to send, counted from 0: those chosen, and copies the driver cannot make."""
    chosen = list(range(count))
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        chosen_by_hand = printer.pageRanges()
        chosen = [index for index in chosen if chosen_by_hand.contains(index + 1)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return chosen * copies
    return [index for index in chosen for _ in range(copies)]


def _print_page(pages: PdfPages, index: int, printer: QPrinter, painter: QPainter) -> bool:
    """Print one page in strips, for memory's sake; True when it had to be made smaller."""
    dots = printer.resolution()
    # A whole number of printer dots for each of ours leaves no seams between the strips.
    step = max(1, dots // _DOTS_PER_INCH)
    size, shrink = pages.page_size(index), _shrink(pages, index, printer)
    whole = (size * (shrink * dots / step / 72)).toSize()
    for top in range(0, whole.height(), _BAND):
        strip = QRect(0, top, whole.width(), min(_BAND, whole.height() - top))
        where = QRectF(0, top * step, strip.width() * step, strip.height() * step)
        painter.drawImage(where, pages.part(index, whole, strip))
    return shrink < 1


def _shrink(pages: PdfPages, index: int, printer: QPrinter) -> float:
    """Return how much smaller a page must be for the paper; 1 when it has its right size."""
    paper, page = printer.paperRect(QPrinter.Unit.Point), pages.page_size(index)
    shrink = min(paper.width() / page.width(), paper.height() / page.height())
    return shrink if shrink < _ROUNDING else 1.0


def _move(source: Path, target: Path) -> None:
    """Put *source* in the place of *target*; Windows refuses while a scanner reads either."""
    for attempt in range(_TRIES):
        try:
            source.replace(target)
        except PermissionError:
            if attempt == _TRIES - 1:
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return
