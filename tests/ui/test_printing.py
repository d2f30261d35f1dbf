from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gplan_desktop.errors import DatabaseMissing, PrintFailed
from ui.background import Background
from ui.papers import PaperJob
from ui.pdf_document import PdfPages
from ui.print_job import SMALLER_PAPER, STAYS
from ui.printing import (
    Printed,
    print_jobs,
    print_pages,
    print_pdf,
)
from ui.progress_window import Stopped

PdfBytes = Callable[..., bytes]

pytestmark = pytest.mark.usefixtures("qapp")


def printer_to(path: Path, size: QPageSize.PageSizeId = QPageSize.PageSizeId.A4) -> QPrinter:
    printer = to_file(QPrinter(QPrinter.PrinterMode.HighResolution), path)
    printer.setPageSize(QPageSize(size))
    return printer


def to_file(printer: QPrinter, path: Path) -> QPrinter:
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(150)
    return printer


def go_on(_text: str, _done: int, _whole: int) -> None:
    pass


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


@pytest.mark.parametrize("dots", [150, 1200])
def test_what_is_printed_looks_like_the_preview(
    tmp_path: Path, pdf_bytes: PdfBytes, dots: int
) -> None:
    data, file = pdf_bytes(pages=1), tmp_path / "ut.pdf"
    printer = printer_to(file)
    printer.setResolution(dots)
    print_pages(data, printer, go_on)
    before, after = grey(data), grey(file.read_bytes())
    assert before.size == after.size
    assert sum(ImageChops.difference(before, after).histogram()[101:]) < 60


def grey(data: bytes) -> Image.Image:
    """Return the first page as dots of grey; an edge may fall on either side of a dot."""
    pages = PdfPages(data)
    image = pages.part(0, QSize(300, 424), QRect(0, 0, 300, 424))
    pages.close()
    dots = image.convertToFormat(QImage.Format.Format_Grayscale8).constBits()
    return Image.frombytes("L", (300, 424), bytes(dots))


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
    print_pages(pdf_bytes(pages=2), printer, lambda *progress: seen.append(progress))
    assert numbers(file) == [1, 2, 1, 2]
    assert [progress[1:] for progress in seen] == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
    assert seen[1][0] == "Skriver ut. 1 av 4 sidor är klara."


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


def stop_at(text: str) -> Callable[[str, int, int], None]:
    def tell(told: str, _done: int, _whole: int) -> None:
        if text in told:
            raise Stopped

    return tell


def test_printing_stops_when_asked_to(tmp_path: Path, marked: bytes) -> None:
    printed = print_pages(marked, printer_to(tmp_path / "ut.pdf"), stop_at("1 av 3"))
    assert not printed
    # What lies in the file cannot be taken back, and is told.
    assert printed.notice == STAYS


def test_what_is_stopped_before_the_first_page_leaves_nothing(
    tmp_path: Path, marked: bytes
) -> None:
    printed = print_pages(marked, printer_to(tmp_path / "ut.pdf"), stop_at("0 av 3"))
    assert printed == Printed(is_done=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told(tmp_path: Path, marked: bytes) -> None:
    printer = printer_to(tmp_path / "finns inte" / "ut.pdf")
    with pytest.raises(PrintFailed, match="Skrivaren"):
        print_pages(marked, printer, go_on)
    with pytest.raises(PrintFailed, match="Skrivaren"):
        print_jobs([PaperJob("A", lambda: marked)], printer, go_on)


class BreaksOff(QPrinter):
    """A file that takes two pages and no more."""

    taken = 1

    def newPage(self) -> bool:  # noqa: N802
        self.taken += 1
        return self.taken <= 2 and super().newPage()


def test_a_printer_that_gives_up_is_told_with_what_was_sent(tmp_path: Path, marked: bytes) -> None:
    with pytest.raises(PrintFailed, match="kan komma ut: 2 st"):
        print_pages(marked, to_file(BreaksOff(), tmp_path / "ut.pdf"), go_on)


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinterNames()), reason="this machine has a printer")
def test_without_a_printer_it_is_said(qtbot: QtBot, background: Background, marked: bytes) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    with pytest.raises(PrintFailed, match="ingen skrivare installerad"):
        print_pdf(marked, "Genomförandeplan", parent, background)


# --- many in one job


class TwoSided(QPrinter):
    """A file that says it has two sides, which a PDF has not."""

    def duplex(self) -> QPrinter.DuplexMode:
        return QPrinter.DuplexMode.DuplexLongSide


@pytest.fixture
def jobs(pdf_bytes: PdfBytes) -> list[PaperJob]:
    return [
        PaperJob("A", lambda: pdf_bytes(pages=3)),
        PaperJob("B", lambda: pdf_bytes(pages=1)),
        PaperJob("C", lambda: pdf_bytes(pages=2)),
    ]


def titles(jobs: tuple[PaperJob, ...]) -> str:
    return "".join(job.title for job in jobs)


def test_many_documents_become_one_job_and_are_counted(
    tmp_path: Path, jobs: list[PaperJob]
) -> None:
    file, seen = tmp_path / "ut.pdf", []
    summary = print_jobs(jobs, printer_to(file), lambda *told: seen.append(told))
    assert titles(summary.done) == "ABC"
    assert summary.is_complete
    assert numbers(file) == [1, 2, 3, 1, 1, 2]
    assert [text for text, _, _ in seen][:3] == [
        "Plan 1 av 3 görs i ordning.",
        "Plan 1 av 3: sida 1 av 3",
        "Plan 1 av 3: sida 2 av 3",
    ]
    parts = [done / whole for _, done, whole in seen]
    assert parts == sorted(parts)
    assert parts[-1] == 1


def test_on_both_sides_every_document_begins_on_a_sheet_of_its_own(
    tmp_path: Path, jobs: list[PaperJob]
) -> None:
    file = tmp_path / "ut.pdf"
    print_jobs(jobs, to_file(TwoSided(), file), go_on)
    assert numbers(file) == [1, 2, 3, 0, 1, 0, 1, 2]


def test_the_last_document_comes_first_when_the_last_page_does(
    tmp_path: Path, jobs: list[PaperJob]
) -> None:
    file = tmp_path / "ut.pdf"
    printer = printer_to(file)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    summary = print_jobs(jobs, printer, go_on)
    assert numbers(file) == [2, 1, 1, 3, 2, 1]
    assert titles(summary.done) == "ABC"


def missing() -> bytes:
    raise DatabaseMissing(Path("borta.db"))


def test_a_document_that_cannot_be_made_stops_no_other(
    tmp_path: Path, jobs: list[PaperJob], expect_log: Callable[[str], None]
) -> None:
    expect_log("a bug")
    file = tmp_path / "ut.pdf"
    torn = [PaperJob("X", missing), PaperJob("Y", lambda: b"ingen pdf")]
    summary = print_jobs([torn[0], *jobs, torn[1]], printer_to(file), go_on)
    assert titles(summary.done) == "ABC"
    assert [failure.job.title for failure in summary.failed] == ["X", "Y"]
    assert summary.failed[0].reason.startswith("Enhetens databas finns inte")
    assert "antecknat i loggen" in summary.failed[1].reason
    assert not summary.is_complete
    assert len(numbers(file)) == 6


def test_nothing_is_sent_when_nothing_could_be_made(tmp_path: Path) -> None:
    summary = print_jobs([PaperJob("X", missing)], printer_to(tmp_path / "ut.pdf"), go_on)
    assert titles(summary.done + summary.not_begun + summary.broken_off) == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "broken_off", "not_begun"),
    [
        ("Plan 1 av 3 görs", "", "ABC"),
        ("Plan 1 av 3: sida 2", "A", "BC"),
        ("Plan 3 av 3 görs", "AB", "C"),
    ],
)
def test_a_stopped_job_tells_what_may_come_out_and_what_was_not_begun(
    tmp_path: Path, jobs: list[PaperJob], text: str, broken_off: str, not_begun: str
) -> None:
    summary = print_jobs(jobs, printer_to(tmp_path / "ut.pdf"), stop_at(text))
    assert titles(summary.done) == ""
    assert titles(summary.broken_off) == broken_off
    assert titles(summary.not_begun) == not_begun
    assert summary.notice == (STAYS if broken_off else "")


def test_a_printer_that_gives_up_leaves_nothing_as_printed(
    tmp_path: Path, jobs: list[PaperJob]
) -> None:
    summary = print_jobs(jobs, to_file(BreaksOff(), tmp_path / "ut.pdf"), go_on)
    assert titles(summary.done) == ""
    assert titles(summary.broken_off) == "A"
    assert titles(summary.not_begun) == "BC"
    assert "kan komma ut: 2 st" in summary.notice
