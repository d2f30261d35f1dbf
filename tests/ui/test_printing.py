import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gplan_desktop.errors import ExportFailed, PrintFailed
from ui.background import Background
from ui.pdf_document import PdfPages
from ui.printing import (
    SMALLER_PAPER,
    Printed,
    ask_for_printer,
    print_pages,
    print_pdf,
    print_with_progress,
    save_pdf,
)

PdfBytes = Callable[..., bytes]

pytestmark = pytest.mark.usefixtures("qapp")
not_native = pytest.mark.skipif(sys.platform == "win32", reason="Windows has its own dialog")


def printer_to(path: Path, size: QPageSize.PageSizeId = QPageSize.PageSizeId.A4) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(150)
    printer.setPageSize(QPageSize(size))
    return printer


def go_on(_sent: int, _pages: int) -> bool:
    return True


def numbers(path: Path) -> list[int]:
    """Tell the pages apart by how far their mark reaches."""
    pages = PdfPages(path.read_bytes())
    found = [black_width(pages, index) for index in range(pages.page_count)]
    pages.close()
    return found


def black_width(pages: PdfPages, index: int) -> int:
    image = pages.image(index, 595)
    return sum(image.pixelColor(x, 10).lightness() < 128 for x in range(595)) // 36


@pytest.fixture
def marked(pdf_bytes: PdfBytes) -> bytes:
    return pdf_bytes(pages=3)


def test_pages_are_printed_in_their_right_size_from_the_corner(
    tmp_path: Path, marked: bytes
) -> None:
    file = tmp_path / "ut.pdf"
    assert print_pages(marked, printer_to(file), go_on) == Printed(is_done=True)
    boxes = [page.mediabox for page in PdfReader(file).pages]
    assert [(round(box.width), round(box.height)) for box in boxes] == [(595, 842)] * 3
    pages = PdfPages(file.read_bytes())
    image = pages.image(0, 595)
    pages.close()
    assert [image.pixelColor(x, 18).name() for x in (1, 33, 39)] == ["#000000"] * 2 + ["#ffffff"]
    assert [image.pixelColor(18, y).name() for y in (1, 33, 39)] == ["#000000"] * 2 + ["#ffffff"]


@pytest.mark.parametrize("dots", [150, 300, 600, 1200])
def test_what_is_printed_looks_like_the_preview(
    tmp_path: Path, pdf_bytes: PdfBytes, dots: int
) -> None:
    data, file = pdf_bytes(pages=1), tmp_path / "ut.pdf"
    printer = printer_to(file)
    printer.setResolution(dots)
    print_pages(data, printer, go_on)
    shown, printed = PdfPages(data), PdfPages(file.read_bytes())
    before, after = shown.image(0, 298), printed.image(0, 298)
    shown.close()
    printed.close()
    differing = sum(
        abs(before.pixelColor(x, y).lightness() - after.pixelColor(x, y).lightness()) > 100
        for x in range(100)
        for y in range(before.height())
    )
    assert differing < 20


def test_text_is_not_blurred_like_a_photograph(tmp_path: Path, marked: bytes) -> None:
    file = tmp_path / "ut.pdf"
    print_pages(marked, printer_to(file), go_on)
    page = PdfReader(file).pages[0]
    kinds = {str(picture["/Filter"]) for picture in page["/Resources"]["/XObject"].values()}
    assert kinds == {"/FlateDecode"}


def test_smaller_paper_gets_smaller_pages_and_it_is_told(
    tmp_path: Path, pdf_bytes: PdfBytes
) -> None:
    file = tmp_path / "ut.pdf"
    printed = print_pages(pdf_bytes(pages=1), printer_to(file, QPageSize.PageSizeId.Letter), go_on)
    assert printed.notice == SMALLER_PAPER
    assert round(PdfReader(file).pages[0].mediabox.height) == 792


def test_larger_paper_gets_pages_of_the_right_size(tmp_path: Path, pdf_bytes: PdfBytes) -> None:
    printed = print_pages(
        pdf_bytes(pages=1), printer_to(tmp_path / "ut.pdf", QPageSize.PageSizeId.A3), go_on
    )
    assert printed == Printed(is_done=True)


def test_only_the_chosen_pages_are_printed(tmp_path: Path, marked: bytes) -> None:
    file = tmp_path / "ut.pdf"
    printer = printer_to(file)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    print_pages(marked, printer, go_on)
    assert numbers(file) == [2, 3]


def test_copies_that_the_driver_cannot_make_are_made(tmp_path: Path, pdf_bytes: PdfBytes) -> None:
    file = tmp_path / "ut.pdf"
    printer = printer_to(file)
    printer.setCopyCount(2)
    seen = []
    print_pages(pdf_bytes(pages=2), printer, lambda *progress: not seen.append(progress))
    assert numbers(file) == [1, 2, 1, 2]
    assert seen == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]


def test_pages_and_copies_come_in_the_order_that_was_chosen(
    tmp_path: Path, pdf_bytes: PdfBytes
) -> None:
    file = tmp_path / "ut.pdf"
    printer = printer_to(file)
    printer.setCopyCount(2)
    printer.setCollateCopies(False)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    print_pages(pdf_bytes(pages=2), printer, go_on)
    assert numbers(file) == [2, 2, 1, 1]


def test_printing_stops_when_asked_to(tmp_path: Path, marked: bytes) -> None:
    seen = []

    def stop_after_one(sent: int, pages: int) -> bool:
        seen.append((sent, pages))
        return sent < 1

    assert not print_pages(marked, printer_to(tmp_path / "ut.pdf"), stop_after_one)
    assert seen == [(0, 3), (1, 3)]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told(
    qtbot: QtBot, background: Background, tmp_path: Path, marked: bytes
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    printer = printer_to(tmp_path / "finns inte" / "ut.pdf")
    with qtbot.captureExceptions() as unexpected, pytest.raises(PrintFailed, match="Skrivaren"):
        print_with_progress(marked, printer, parent, background)
    assert unexpected == []


def test_the_pages_are_counted_while_the_worker_prints(
    qtbot: QtBot, background: Background, tmp_path: Path, pdf_bytes: PdfBytes
) -> None:
    parent, shown = QWidget(), set()
    qtbot.addWidget(parent)
    timer = QTimer(parent)
    timer.timeout.connect(lambda: shown.add(parent.findChild(QProgressDialog).labelText()))
    timer.start(0)
    file = tmp_path / "ut.pdf"
    assert print_with_progress(pdf_bytes(pages=6), printer_to(file), parent, background)
    timer.stop()
    assert len(PdfReader(file).pages) == 6
    # How many of the six are seen depends on how fast the machine is.
    assert any("av 6 sidor är klara" in text for text in shown)
    qtbot.waitUntil(lambda: parent.findChild(QProgressDialog) is None)


def test_the_user_can_stop_the_printing(
    qtbot: QtBot, background: Background, tmp_path: Path, pdf_bytes: PdfBytes
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    QTimer.singleShot(0, lambda: parent.findChild(QProgressDialog).findChild(QPushButton).click())
    printed = print_with_progress(
        pdf_bytes(pages=40), printer_to(tmp_path / "ut.pdf"), parent, background
    )
    assert not printed


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinterNames()), reason="this machine has a printer")
def test_without_a_printer_it_is_said(qtbot: QtBot, background: Background, marked: bytes) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    with pytest.raises(PrintFailed, match="ingen skrivare installerad"):
        print_pdf(marked, "Genomförandeplan", parent, background)


def answer_dialog(accept: bool) -> None:
    """Close the dialog that the program waits for."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QPrintDialog)
    dialog.done(QPrintDialog.DialogCode.Accepted if accept else QPrintDialog.DialogCode.Rejected)


@not_native
def test_a_cancelled_dialog_prints_nothing(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    QTimer.singleShot(0, lambda: answer_dialog(accept=False))
    assert ask_for_printer("Genomförandeplan", 3, parent) is None


@not_native
def test_the_chosen_printer_prints_a4_under_a_name_without_a_person(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    QTimer.singleShot(0, lambda: answer_dialog(accept=True))
    printer = ask_for_printer("Genomförandeplan", 3, parent)
    assert printer is not None
    assert printer.docName() == "Genomförandeplan"
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A4


def test_a_saved_file_is_our_own_bytes(tmp_path: Path, marked: bytes) -> None:
    file = tmp_path / "Åsas plan.pdf"
    file.write_bytes(b"en annan fil")
    save_pdf(marked, file)
    assert file.read_bytes() == marked
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_is_gone_is_told(tmp_path: Path, marked: bytes) -> None:
    with pytest.raises(ExportFailed, match=r"plan\.pdf"):
        save_pdf(marked, tmp_path / "borta" / "plan.pdf")


def test_a_file_that_cannot_be_replaced_is_told_and_nothing_is_left_behind(
    tmp_path: Path, marked: bytes
) -> None:
    taken = tmp_path / "plan.pdf"
    taken.mkdir()
    with pytest.raises(ExportFailed):
        save_pdf(marked, taken)
    assert list(tmp_path.iterdir()) == [taken]


def test_a_file_that_is_held_for_a_moment_is_saved_all_the_same(
    tmp_path: Path, marked: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_replace, refusals = Path.replace, [PermissionError(), PermissionError()]

    def replace(source: Path, target: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return really_replace(source, target)

    monkeypatch.setattr(Path, "replace", replace)
    save_pdf(marked, tmp_path / "plan.pdf")
    assert (tmp_path / "plan.pdf").read_bytes() == marked


def test_a_file_that_stays_open_elsewhere_is_told(
    tmp_path: Path, marked: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace(source: Path, target: Path) -> Path:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(ExportFailed):
        save_pdf(marked, tmp_path / "plan.pdf")
    assert list(tmp_path.iterdir()) == []
