"""What the tests of the screen share: a running background and real PDFs."""

from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ui.background import Background

PdfBytes = Callable[..., bytes]


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    background = Background()
    background.start()
    yield background
    background.stop()


@pytest.fixture(scope="session")
def pdf_bytes() -> PdfBytes:
    """Make a PDF whose page n has a text and a corner mark that is n × 36 points wide."""

    def make(pages: int = 3, text: str = "Sida", size: tuple[float, float] = A4) -> bytes:
        file = BytesIO()
        canvas = Canvas(file, pagesize=size, invariant=True)
        for number in range(1, pages + 1):
            canvas.drawString(72, size[1] - 72, f"{text} {number}")
            canvas.rect(0, size[1] - 36, 36 * number, 36, stroke=0, fill=1)
            canvas.showPage()
        canvas.save()
        return file.getvalue()

    return make


@pytest.fixture(scope="session")
def written_pdf() -> PdfBytes:
    """Make a PDF with a page for each text: line by line, with a bookmark to each "# line"."""

    def make(*texts: str) -> bytes:
        file = BytesIO()
        canvas = Canvas(file, pagesize=A4, invariant=True)
        for text in texts:
            for number, line in enumerate(text.splitlines()):
                words = line.removeprefix("# ")
                if words != line:
                    # QtPdf warns of a bookmark that names only a page.
                    canvas.bookmarkPage(words, "XYZ", left=72, top=A4[1] - 52 - 20 * number)
                    canvas.addOutlineEntry(words, words)
                canvas.drawString(72, A4[1] - 72 - 20 * number, words)
            canvas.showPage()
        canvas.save()
        return file.getvalue()

    return make


@pytest.fixture
def put_up(qtbot: QtBot) -> Callable[..., QWidget]:
    """Show a view as large as a small laptop's window, with the keyboard in it.

    It is laid out but not painted, which takes long; grab() paints it all the same.
    """

    def put_up(view: QWidget, size: tuple[int, int] = (1280, 680)) -> QWidget:
        qtbot.addWidget(view)
        view.setUpdatesEnabled(False)
        view.resize(*size)
        view.show()
        view.activateWindow()
        # The wait itself sleeps between two looks, a thousand times in all.
        QApplication.processEvents()
        qtbot.waitUntil(view.isActiveWindow)
        return view

    return put_up


@pytest.fixture(scope="session")
def clipped() -> Callable[[QWidget], list[str]]:
    """List the texts on labels and buttons that are not shown whole."""

    def find(window: QWidget) -> list[str]:
        kinds = (QLabel, QAbstractButton)
        texts = [w for w in window.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible()]
        return [w.text() for w in texts if not _is_whole(w)]

    return find


def _is_whole(widget: QWidget) -> bool:
    """Tell whether a text has its room; what lies further down in a scrolled page has."""
    needed = widget.sizeHint()
    if isinstance(widget, QLabel) and widget.wordWrap():
        needed = QSize(0, widget.heightForWidth(widget.width()))
    parent = widget.parentWidget()
    inside = parent is None or parent.rect().contains(widget.geometry())
    # Layouts round; a pixel or two of air is no text.
    room = widget.size() + QSize(2, 2)
    return inside and needed.width() <= room.width() and needed.height() <= room.height()


@pytest.fixture
def messages(qapp: QApplication) -> Iterator[Callable[[], list[QMessageBox]]]:
    """The messages and questions that are open now; none is left to the next test."""

    def shown() -> list[QMessageBox]:
        boxes = [w for w in qapp.topLevelWidgets() if isinstance(w, QMessageBox)]
        return [box for box in boxes if box.isVisible()]

    assert shown() == []
    yield shown
    for box in shown():
        box.close()
