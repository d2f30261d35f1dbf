"""A page on its paper: its size and place, and what the printer cannot reach."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ui.pdf_document import PdfPages
from ui.print_page import Paper, Placed, place_of, print_page

pytestmark = pytest.mark.usefixtures("qapp")

WIDE, HIGH = A4
LETTER = QPageSize(QPageSize.PageSizeId.Letter)
FITS = Placed(is_smaller=False, is_clipped=False)


class Printer(QPrinter):
    """A file that says it cannot reach the outermost 4 mm, as office printers cannot."""

    margin_mm = 4.0

    def pageLayout(self) -> QPageLayout:  # noqa: N802
        layout = super().pageLayout()
        layout.setUnits(QPageLayout.Unit.Millimeter)
        layout.setMinimumMargins(QMarginsF(*[self.margin_mm] * 4))
        return layout


@pytest.fixture
def printer(tmp_path: Path) -> Printer:
    printer = Printer(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "ut.pdf"))
    printer.setResolution(150)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    return printer


def drawn(draw: Callable[[Canvas], None]) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def block(left: float, bottom: float, wide: float, high: float) -> bytes:
    return drawn(lambda canvas: canvas.rect(left, bottom, wide, high, stroke=0, fill=1))


def printed(data: bytes, printer: QPrinter) -> Placed:
    pages, painter = PdfPages(data), QPainter(printer)
    placed = print_page(pages, 0, Paper(printer), painter)
    painter.end()
    pages.close()
    return placed


@pytest.mark.parametrize(
    ("left", "bottom", "is_clipped"),
    [
        (5 * mm, 5 * mm, False),
        (3 * mm, 100 * mm, True),
        (100 * mm, 3 * mm, True),
        (WIDE - 23 * mm, 100 * mm, True),
        (100 * mm, HIGH - 23 * mm, True),
        (WIDE - 25 * mm, HIGH - 25 * mm, False),
    ],
)
def test_ink_where_the_printer_cannot_reach_is_told(
    printer: Printer, left: float, bottom: float, is_clipped: bool
) -> None:
    placed = printed(block(left, bottom, 20 * mm, 20 * mm), printer)
    assert placed == Placed(is_smaller=False, is_clipped=is_clipped)


def test_a_band_from_edge_to_edge_is_meant_to_run_out(printer: Printer) -> None:
    assert printed(block(0, HIGH - 11 * mm, WIDE, 11 * mm), printer) == FITS


def test_a_printer_that_reaches_the_edge_misses_nothing(printer: Printer) -> None:
    printer.margin_mm = 0
    assert printed(block(0, 0, 20 * mm, 20 * mm), printer) == FITS


def ink(path: Path) -> tuple[float, float, float, float]:
    """Measure where the ink is, in points from the paper's upper left corner."""
    pages = PdfPages(path.read_bytes())
    image = pages.image(0, round(pages.page_size(0).width() * 2))
    pages.close()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    lines = [bytes(grey.constScanLine(y))[: grey.width()] for y in range(grey.height())]
    rows = [y for y, line in enumerate(lines) if min(line) < 128]
    columns = [x for x in range(grey.width()) if min(lines[y][x] for y in rows) < 128]
    return columns[0] / 2, rows[0] / 2, (columns[-1] + 1) / 2, (rows[-1] + 1) / 2


def test_on_a4_a_page_lies_where_it_was_drawn(printer: Printer, tmp_path: Path) -> None:
    printed(block(100, HIGH - 250, 200, 50), printer)
    assert ink(tmp_path / "ut.pdf") == pytest.approx((100, 200, 300, 250), abs=0.5 * mm)


def test_far_down_a_page_is_right_to_half_a_millimetre(printer: Printer, tmp_path: Path) -> None:
    """Strip after strip, or what lies lowest would drift upwards."""
    printed(block(100, 40, 200, 50), printer)
    expected = (100, HIGH - 90, 300, HIGH - 40)
    assert ink(tmp_path / "ut.pdf") == pytest.approx(expected, abs=0.5 * mm)


def test_on_letter_a_page_is_smaller_and_in_the_middle(printer: Printer, tmp_path: Path) -> None:
    printer.setPageSize(LETTER)
    assert printed(block(100, HIGH - 250, 200, 50), printer).is_smaller
    by, left = 792 / HIGH, (612 - WIDE * 792 / HIGH) / 2
    expected = (left + 100 * by, 200 * by, left + 300 * by, 250 * by)
    assert ink(tmp_path / "ut.pdf") == pytest.approx(expected, abs=1)


@pytest.mark.parametrize("size", [(105, 148), (60, 200), (30, 40), (200, 30)])
def test_on_tiny_paper_everything_is_still_there(
    printer: Printer, tmp_path: Path, size: tuple[float, float]
) -> None:
    paper = QPageSize(QSizeF(*size), QPageSize.Unit.Millimeter, "Lapp")
    printer.setPageSize(paper)
    data = block(60 * mm, 100 * mm, 90 * mm, 90 * mm)
    assert printed(data, printer).is_smaller
    shrink = min(size[0] * mm / WIDE, size[1] * mm / HIGH)
    left, top, right, bottom = ink(tmp_path / "ut.pdf")
    assert (right - left, bottom - top) == pytest.approx((90 * mm * shrink,) * 2, abs=1.5)
    assert (left + right) / 2 == pytest.approx(size[0] * mm / 2, abs=1)


@pytest.mark.parametrize(
    ("dots", "fine", "coarse"),
    [(72, 1, 1), (300, 1, 1), (360, 1, 1), (600, 1, 2), (720, 2, 2), (1200, 2, 4), (2400, 4, 8)],
)
def test_pictures_have_300_to_600_dots_an_inch(
    printer: Printer, dots: int, fine: int, coarse: int
) -> None:
    printer.setResolution(dots)
    pages = PdfPages(block(0, 0, 1, 1))
    for is_fine, step in ((True, fine), (False, coarse)):
        place = place_of(pages, 0, Paper(printer, is_fine))
        assert place.step == step
        assert place.whole.height() == pytest.approx(HIGH / 72 * dots / step, abs=1)
    pages.close()


def pictures(path: Path) -> list[str]:
    resources = PdfReader(path).pages[0]["/Resources"]
    return [str(found["/Filter"]) for found in resources.get("/XObject", {}).values()]


def test_empty_paper_is_not_sent(printer: Printer, tmp_path: Path) -> None:
    printed(block(100, HIGH - 100, 50, 50), printer)
    assert len(pictures(tmp_path / "ut.pdf")) == 1
