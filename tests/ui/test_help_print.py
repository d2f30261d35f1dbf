"""The help on paper: the whole text, readable in every theme, and its source at the foot."""

from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gplan_desktop.errors import WorldError
from gplan_desktop.method.model import Method
from gplan_desktop.method.reading import Reading, field_reading, step_reading
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.help_print import print_help, print_reading
from ui.pdf_document import PdfPages

SOURCE = "Metodstöd för att följa upp, version 2026.2"

pytestmark = pytest.mark.usefixtures("theme")


def printer_to(path: Path, dots: int = 300) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(dots)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return printer


def pages_of(path: Path) -> list[str]:
    """Return the letters of each page; where Qt has spaced them, the reader sees words."""
    pages = PdfPages(path.read_bytes())
    texts = [letters(pages.text(index)) for index in range(pages.page_count)]
    pages.close()
    return texts


def letters(text: str) -> str:
    return "".join(text.split())


def test_the_whole_help_of_a_field_is_on_paper_as_text(tmp_path: Path, method: Method) -> None:
    reading = field_reading(method, "area.d4.goal")
    print_reading(reading, SOURCE, printer_to(tmp_path / "ut.pdf"))
    (page,) = pages_of(tmp_path / "ut.pdf")
    assert page.startswith("MålVarför")
    assert letters("Bra exempel – Förflyttning") in page
    for part in reading.body.replace("**", "").split("\n\n"):
        assert letters(part.removeprefix("### ")) in page
    assert letters(SOURCE) in page
    assert "Sida1av1" in page


@pytest.mark.parametrize("dots", [150, 1200])
def test_a_page_of_the_manual_goes_over_as_many_papers_as_it_needs(
    tmp_path: Path, method: Method, dots: int
) -> None:
    reading = step_reading(method, "visit_plan")
    body = f"{reading.body}\n\n{reading.body}\n\n{reading.body}"
    print_reading(Reading(reading.title, body), SOURCE, printer_to(tmp_path / "ut.pdf", dots))
    pages = pages_of(tmp_path / "ut.pdf")
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert letters(SOURCE) in page
        assert f"Sida{number}av{len(pages)}" in page
    first_cell = method.steps["visit_plan"].body.split()[1]
    assert sum(page.count(first_cell) for page in pages) >= 3


def test_a_link_is_only_its_words_on_paper(tmp_path: Path) -> None:
    reading = Reading("Flikar", "Läs mer under [Delaktighet](step:participation).")
    print_reading(reading, SOURCE, printer_to(tmp_path / "ut.pdf"))
    (page,) = pages_of(tmp_path / "ut.pdf")
    assert "LäsmerunderDelaktighet." in page


def test_only_the_chosen_pages_are_printed(tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "ut.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    print_reading(Reading("Lång", "En rad.\n\n" * 200), SOURCE, printer)
    (page,) = pages_of(tmp_path / "ut.pdf")
    assert "Sida2av" in page


def darkest(path: Path) -> int:
    pages = PdfPages(path.read_bytes())
    image = pages.image(0, 595)
    pages.close()
    return min(image.pixelColor(x, y).lightness() for x in range(60, 300) for y in range(60, 200))


def test_a_dark_theme_prints_black_on_white_too(
    tmp_path: Path, method: Method, qapp: QApplication
) -> None:
    themes.apply(qapp, Settings(theme="dark"))
    print_reading(field_reading(method, "name"), SOURCE, printer_to(tmp_path / "ut.pdf"))
    assert darkest(tmp_path / "ut.pdf") < 60


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told(tmp_path: Path, method: Method) -> None:
    printer = printer_to(tmp_path / "finns inte" / "ut.pdf")
    with pytest.raises(WorldError, match="tog inte emot"):
        print_reading(field_reading(method, "name"), SOURCE, printer)


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinterNames()), reason="this machine has a printer")
def test_without_a_printer_it_is_said(qtbot: QtBot, method: Method) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    with pytest.raises(WorldError, match="ingen skrivare installerad"):
        print_help(field_reading(method, "name"), SOURCE, parent)
