"""QR codes: drawn in a document, seen on its page, read back."""

import hashlib

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from printing.pdf.colour import Colour
from printing.pdf.qr import modules
from printing.pdf.tags import Kind

A4_AT_150_DPI = QSize(1240, 1754)


@pytest.fixture
def seen(qapp):
    """The picture of the first page as a printer would make it."""

    def picture(data):
        buffer = QBuffer()
        buffer.setData(data)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document = QPdfDocument()
        document.load(buffer)
        drawn = document.render(0, A4_AT_150_DPI)
        document.close()
        drawn = drawn.convertToFormat(QImage.Format.Format_RGBA8888)
        page = Image.frombytes("RGBA", (drawn.width(), drawn.height()), bytes(drawn.constBits()))
        return Image.alpha_composite(Image.new("RGBA", page.size, "white"), page).convert("L")

    return picture


@pytest.mark.parametrize(
    "content", [hashlib.sha256(b"plan").hexdigest(), "GPLAN1:7K3M-9QXA-44TD", "Åsa Öström"]
)
def test_a_code_is_read_back_from_paper(pdf, seen, faults, content):
    pdf.begin_page()
    pdf.open(pdf.root.add(Kind.FIGURE, alternative="QR-kod med planens kontrollkod"))
    pdf.squares(
        (
            (60 + 68 * x, 500 + 68 * y, 68 * width, 68 * height)
            for x, y, width, height in modules(content)
        ),
        Colour.of("#1b2733"),
    )
    pdf.close()
    pdf.end_page()

    data = pdf.finish()

    assert faults(data) == []
    assert [code.text for code in zxingcpp.read_barcodes(seen(data))] == [content]


def test_its_parts_lie_in_the_square_with_a_margin_around():
    parts = modules("GPLAN1")

    margin = min(x for x, _, _, _ in parts)
    assert margin == pytest.approx(4 / (21 + 8))
    assert max(y + height for _, y, _, height in parts) == pytest.approx(1 - margin)
