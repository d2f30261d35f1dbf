"""One job in the printer's queue, to which documents are sent one after another."""

from collections.abc import Callable
from types import TracebackType
from typing import Self

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from gplan_desktop.errors import PrintFailed
from ui.pdf_document import PdfPages
from ui.print_order import order
from ui.print_page import Paper, print_page

SMALLER_PAPER = "Papperet i skrivaren är mindre än A4. Sidorna har förminskats så att allt kom med."
CLIPPED = (
    "Skrivaren når inte så nära papperets kant. Kontrollera att inget saknas ytterst på sidorna."
)
STAYS = "Skrivaren kunde inte ta tillbaka de sidor som redan hade skickats."
_NOT_TAKEN = "Skrivaren tog inte emot utskriften."
_GONE = "Skrivaren {name} finns inte längre."
_BROKE_OFF = "Skrivaren slutade ta emot. Sidor som skickades innan kan komma ut: {pages} st."

Progress = Callable[[int, int], None]


class PrintJob:
    """A job that is sent when the block ends, and taken back when an error ends it.

    The corner of a page lies in the corner of the paper; smaller paper gets smaller pages. Any
    thread may print. *is_taken_back* says how that went; not every printer can. *is_fine* uses
    as many dots as anybody can see, which is too much for hundreds of pages.
    """

    def __init__(self, printer: QPrinter, *, is_fine: bool) -> None:
        self._printer, self._painter = printer, QPainter()
        self._paper = Paper(printer, is_fine)
        self._owed_blank_pages = 0
        self._notices: list[str] = []
        self.pages_sent = 0
        self.is_taken_back = True

    def __enter__(self) -> Self:
        require_printer(self._printer)
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if not self._painter.isActive():
            return
        if error is not None:
            self.is_taken_back = self._printer.abort()
        self._painter.end()
        if error is None:
            require_printer(self._printer)

    @property
    def notice(self) -> str:
        """What the user should know of how the pages came to lie on the paper."""
        return " ".join(self._notices)

    def send(self, pages: PdfPages, progress: Progress) -> None:
        """Print a document, as many times and in the order that the printer says.

        *progress* is told (pages sent, pages in all) before each page; what it raises stops
        the job. Raises PrintFailed when the printer takes no more.
        """
        wanted = order(pages.page_count, self._printer)
        for sent, index in enumerate(wanted):
            progress(sent, len(wanted))
            self._send_page(pages, index)
        progress(len(wanted), len(wanted))

    def _send_page(self, pages: PdfPages, index: int | None) -> None:
        if index is None:
            # Nothing needs to come after the last page of the job.
            self._owed_blank_pages += 1
            return
        if self.pages_sent:
            self._turn_page()
        else:
            self._begin()
        placed = print_page(pages, index, self._paper, self._painter)
        self.pages_sent += 1
        self._note(SMALLER_PAPER, placed.is_smaller)
        self._note(CLIPPED, placed.is_clipped)

    def _begin(self) -> None:
        """Open the job in the queue, now that there is something to print in it."""
        self._printer.setFullPage(True)
        if not self._painter.begin(self._printer):
            raise PrintFailed(_NOT_TAKEN)
        # Or a PDF printer would store the text as a blurred photograph.
        self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)

    def _turn_page(self) -> None:
        for _ in range(1 + self._owed_blank_pages):
            if not self._printer.newPage():
                raise PrintFailed(_BROKE_OFF.format(pages=self.pages_sent))
        self._owed_blank_pages = 0

    def _note(self, notice: str, holds: bool) -> None:
        if holds and notice not in self._notices:
            self._notices.append(notice)


def require_printer(printer: QPrinter) -> None:
    """Raise PrintFailed when the printer has been taken away since it was chosen."""
    is_file = printer.outputFormat() is not QPrinter.OutputFormat.NativeFormat
    if not is_file and QPrinterInfo.printerInfo(printer.printerName()).isNull():
        raise PrintFailed(_GONE.format(name=printer.printerName()))
