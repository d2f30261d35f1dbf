"""A help text on paper: its title, its text, and at the foot which metodstöd it stands in."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPageLayout,
    QPainter,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from gplan_desktop.errors import PrintFailed, WorldError
from gplan_desktop.method.entries import without_links
from gplan_desktop.method.reading import Reading
from ui.print_dialog import ask_for_printer
from ui.print_job import require_printer
from ui.print_order import order, without_last_blanks
from ui.theme import FAMILY

_MARGIN_MM = 20
# The page is laid out in these dots, whatever the printer has: a pixel means the same to all.
_DOTS_PER_INCH = 96
_BODY, _FOOT = 15, 11
_FOOT_ROOM = 40
_SAFE = "Hjälpen finns kvar här i fönstret."
_TODO = "Kontrollera skrivaren och försök igen."


def print_help(reading: Reading, source: str, parent: QWidget) -> None:
    """Ask for a printer in the system's dialog and print *reading*; *source* goes to the foot.

    Raises:
        WorldError: when there is no printer or it refuses.
    """
    pages = _document(reading, _room(QPrinter())).pageCount()
    with _help_is_safe():
        printer = ask_for_printer(f"Hjälp: {reading.title}", pages, parent)
    if printer is not None:
        print_reading(reading, source, printer)


def print_reading(reading: Reading, source: str, printer: QPrinter) -> None:
    """Print *reading* on a chosen *printer*, as text and black on white in every theme.

    Raises:
        WorldError: when the printer does not take the job.
    """
    printer.setPageMargins(QMarginsF(*[_MARGIN_MM] * 4), QPageLayout.Unit.Millimeter)
    with _help_is_safe():
        require_printer(printer)
    painter = QPainter()
    if not painter.begin(printer):
        raise WorldError("Skrivaren tog inte emot utskriften.", _SAFE, _TODO)
    dots = printer.resolution() / _DOTS_PER_INCH
    painter.scale(dots, dots)
    room = _room(printer)
    document = _document(reading, room)
    count = document.pageCount()
    for sent, index in enumerate(without_last_blanks(order(count, printer))):
        if sent:
            printer.newPage()
        if index is not None:
            _draw_page(painter, document, index)
            _draw_foot(painter, room, source, f"Sida {index + 1} av {count}")
    painter.end()


@contextmanager
def _help_is_safe() -> Iterator[None]:
    """Say of a printer that fails that the help is safe, which is no plan."""
    try:
        yield
    except PrintFailed as error:
        raise WorldError(error.happened, _SAFE, _TODO) from error


def _room(printer: QPrinter) -> QSizeF:
    """Return the part of the paper inside of the margins, in our own dots."""
    return printer.pageRect(QPrinter.Unit.Inch).size() * _DOTS_PER_INCH


def _document(reading: Reading, room: QSizeF) -> QTextDocument:
    document = QTextDocument()
    document.setUseDesignMetrics(True)
    document.setDocumentMargin(0)
    document.setDefaultFont(_font(_BODY))
    document.setMarkdown(f"# {reading.title}\n\n{without_links(reading.body)}")
    _space_blocks(document)
    document.setPageSize(QSizeF(room.width(), room.height() - _FOOT_ROOM))
    return document


def _space_blocks(document: QTextDocument) -> None:
    block = document.begin()
    while block.isValid():
        heading = block.blockFormat().headingLevel() > 0
        spacing = QTextBlockFormat(block.blockFormat())
        spacing.setTopMargin(14 if heading and block.position() else 0)
        spacing.setBottomMargin(6)
        QTextCursor(block).setBlockFormat(spacing)
        block = block.next()


def _draw_page(painter: QPainter, document: QTextDocument, index: int) -> None:
    size = document.pageSize()
    top = index * size.height()
    context = QAbstractTextDocumentLayout.PaintContext()
    # Or a dark theme would print its light letters on white paper.
    context.palette.setColor(QPalette.ColorRole.Text, QColor(Qt.GlobalColor.black))
    context.clip = QRectF(0, top, size.width(), size.height())
    painter.save()
    painter.translate(0, -top)
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _draw_foot(painter: QPainter, room: QSizeF, source: str, page: str) -> None:
    foot = QRectF(0, room.height() - _FOOT_ROOM, room.width(), _FOOT_ROOM)
    painter.setFont(_font(_FOOT))
    painter.setPen(Qt.GlobalColor.black)
    low = Qt.AlignmentFlag.AlignBottom
    painter.drawText(foot, low | Qt.AlignmentFlag.AlignRight, page)
    wide = foot.adjusted(0, 0, -90, 0)
    painter.drawText(wide, low | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, source)


def _font(pixels: int) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    # Who prints to a PDF could else not search for words with "ft" and "tt".
    font.setFeature(QFont.Tag("liga"), 0)
    return font
