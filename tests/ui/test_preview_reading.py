from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QIcon, QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.background import Background
from ui.pdf_document import PdfPages
from ui.preview import Preview
from ui.preview_reading import PreviewReading

PdfBytes = Callable[..., bytes]
CTRL = Qt.KeyboardModifier.ControlModifier
PAGES = (
    "Utkast, sida 1\n# Mina mål\nJag vill gå till\nkyrkan varje sön-\ndag",
    "Utkast, sida 2\n# Hjälp\nJag får hjälp",
)


@pytest.fixture
def reading(qtbot: QtBot, written_pdf: PdfBytes) -> PreviewReading:
    reading = PreviewReading()
    qtbot.addWidget(reading)
    reading.show_pages(PdfPages(written_pdf(*PAGES)))
    reading.show()
    return reading


def lines(reading: PreviewReading) -> list[str]:
    return reading.toPlainText().splitlines()


def test_the_words_stand_in_order_and_what_is_repeated_once(reading: PreviewReading) -> None:
    assert lines(reading) == [
        "Utkast, sida 1",
        "Mina mål",
        "Jag vill gå till",
        "kyrkan varje söndag",
        "Sida 2 av 2",
        "Hjälp",
        "Jag får hjälp",
    ]


def test_the_bookmarks_are_headings(reading: PreviewReading) -> None:
    block, levels = reading.document().begin(), {}
    while block.isValid():
        levels[block.text()] = block.blockFormat().headingLevel()
        block = block.next()
    assert [text for text, level in levels.items() if level == 1] == ["Mina mål", "Hjälp"]


def test_screen_readers_get_the_text_with_a_caret(reading: PreviewReading) -> None:
    spoken = QAccessible.queryAccessibleInterface(reading)
    assert spoken.text(QAccessible.Text.Name) == "Dokumentet som text"
    text = spoken.textInterface()
    assert "kyrkan varje söndag" in text.text(0, text.characterCount())
    reading.moveCursor(QTextCursor.MoveOperation.NextBlock)
    assert text.cursorPosition() == len("Utkast, sida 1\n")
    assert bool(spoken.state().readOnly)


def test_a_newer_document_is_read_on_from_the_same_place(
    reading: PreviewReading, written_pdf: PdfBytes
) -> None:
    for _ in range(3):
        reading.moveCursor(QTextCursor.MoveOperation.NextBlock)
    place = reading.textCursor().position()
    reading.show_pages(PdfPages(written_pdf(*PAGES, "Mer")))
    assert reading.textCursor().position() == place
    reading.show_pages(PdfPages(written_pdf("Kort")))
    assert reading.textCursor().position() == 4
    reading.show_pages(None)
    assert reading.toPlainText() == ""


def test_the_letters_become_larger_and_smaller(qtbot: QtBot, reading: PreviewReading) -> None:
    before = reading.document().size().height()
    qtbot.keyClick(reading, Qt.Key.Key_Plus, CTRL)
    qtbot.keyClick(reading, Qt.Key.Key_Plus, CTRL)
    assert reading.document().size().height() > before * 1.2
    qtbot.keyClick(reading, Qt.Key.Key_Minus, CTRL)
    qtbot.keyClick(reading, Qt.Key.Key_0, CTRL)
    assert reading.document().size().height() == before


def test_the_text_is_shown_in_place_of_the_pages_and_follows_them(
    qtbot: QtBot, background: Background, put_up: Callable[..., QWidget], written_pdf: PdfBytes
) -> None:
    preview = Preview(background, lambda _: QIcon())
    put_up(preview)
    preview.show_document(lambda: written_pdf("Först"))
    background.flush()
    preview.view.setFocus()
    qtbot.keyClick(preview.view, Qt.Key.Key_T, CTRL)
    assert preview.shows_text
    assert preview.reading.hasFocus()
    assert lines(preview.reading) == ["Först"]
    preview.show_document(lambda: written_pdf("Sedan"))
    preview._render_waiting()
    background.flush()
    assert lines(preview.reading) == ["Sedan"]
    qtbot.keyClick(preview.reading, Qt.Key.Key_T, CTRL)
    assert not preview.shows_text
    assert preview.view.hasFocus()
