import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from ui.pdf_document import PdfPages

PdfBytes = Callable[..., bytes]


@pytest.fixture
def pages(qapp: QApplication, pdf_bytes: PdfBytes) -> Iterator[PdfPages]:
    pages = PdfPages(pdf_bytes(text="Åsas sida"))
    yield pages
    pages.close()


def test_pages_are_counted_measured_and_read(pages: PdfPages) -> None:
    assert pages.page_count == 3
    assert round(pages.page_size(0).width()) == 595
    assert round(pages.page_size(0).height()) == 842
    assert pages.text(1) == "Åsas sida 2"


def test_a_page_is_drawn_on_white(pages: PdfPages) -> None:
    image = pages.image(0, 595)
    assert image.format() == QImage.Format.Format_RGB32
    assert (image.width(), image.height()) == (595, 842)
    assert image.pixelColor(300, 600).name() == "#ffffff"
    assert image.pixelColor(10, 10).name() == "#000000"


def test_a_finer_screen_gets_more_dots_of_the_same_size(pages: PdfPages) -> None:
    image = pages.image(0, 400, 1.5)
    assert image.width() == 600
    assert image.deviceIndependentSize().width() == 400


def test_a_part_shows_its_place_of_the_page(pages: PdfPages) -> None:
    whole = QSize(595, 842)
    top = pages.part(0, whole, QRect(0, 0, 595, 30))
    below = pages.part(0, whole, QRect(0, 40, 595, 30))
    assert top.size() == QSize(595, 30)
    assert top.pixelColor(10, 10).name() == "#000000"
    assert below.pixelColor(10, 10).name() == "#ffffff"


@pytest.mark.parametrize("keep", [0.0, 0.2, 0.7])
def test_half_a_pdf_is_refused(pdf_bytes: PdfBytes, keep: float) -> None:
    data = pdf_bytes()
    with pytest.raises(ValueError, match="no PDF"):
        PdfPages(data[: int(len(data) * keep)])


@pytest.mark.usefixtures("qapp")
def test_something_else_is_refused() -> None:
    with pytest.raises(ValueError, match="no PDF"):
        PdfPages("Detta är ingen PDF".encode())


def test_a_program_that_forgets_to_close_ends_quietly(tmp_path: Path, pdf_bytes: PdfBytes) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(pdf_bytes())
    program = (
        "import sys, pathlib\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from ui.page_view import PageView\n"
        "from ui.pdf_document import PdfPages\n"
        "app = QApplication([])\n"
        "view = PageView()\n"
        "view.show_pages(PdfPages(pathlib.Path(sys.argv[1]).read_bytes()))\n"
        "view.show(); view.grab()\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, str(file)],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
