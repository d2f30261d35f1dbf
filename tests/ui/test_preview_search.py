from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.background import Background
from ui.preview import Preview

PdfBytes = Callable[..., bytes]
NO_KEY = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def preview(
    qtbot: QtBot, background: Background, put_up: Callable[..., QWidget], written_pdf: PdfBytes
) -> Preview:
    preview = Preview(background, lambda _: QIcon())
    put_up(preview)
    preview.show_document(lambda: written_pdf("hus och bil", "bil", "hus hus"))
    background.flush()
    preview.view.setFocus()
    return preview


def line(preview: Preview) -> QLineEdit:
    return preview.findChild(QLineEdit)


def told(preview: Preview) -> list[str]:
    labels = preview.findChildren(QLabel)
    return [found.text() for found in labels if found.isVisible() and "träff" in found.text()] + [
        found.text() for found in labels if found.isVisible() and found.text()[:1].isdigit()
    ]


def press(
    qtbot: QtBot, preview: Preview, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY
) -> None:
    target = preview.window().focusWidget()
    # As the system sends it: windows' shortcuts are asked first.
    qtbot.keyClick(target, key, modifiers)


def find(preview: Preview, text: str) -> None:
    line(preview).setText(text)
    line(preview).textEdited.emit(text)


def coloured(preview: Preview, colour: str) -> int:
    image = preview.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(image.constBits()).cast("I").tolist().count(QColor(colour).rgb())


def test_ctrl_f_opens_the_search_of_the_pages_and_not_that_of_the_window(
    qtbot: QtBot, preview: Preview
) -> None:
    asked = []
    shortcut = QShortcut(QKeySequence("Ctrl+F"), preview.window())
    shortcut.activated.connect(lambda: asked.append("window"))
    press(qtbot, preview, Qt.Key.Key_F, CTRL)
    assert line(preview).isVisible()
    assert line(preview).hasFocus()
    assert asked == []


def test_hits_are_counted_and_gone_through(qtbot: QtBot, preview: Preview) -> None:
    preview.search()
    find(preview, "hus")
    assert "1 av 3" in told(preview)
    for key, modifiers, number in (
        (Qt.Key.Key_Return, NO_KEY, 2),
        (Qt.Key.Key_F3, NO_KEY, 3),
        (Qt.Key.Key_F3, SHIFT, 2),
        (Qt.Key.Key_Return, SHIFT, 1),
        (Qt.Key.Key_F3, SHIFT, 3),
    ):
        press(qtbot, preview, key, modifiers)
        assert f"{number} av 3" in told(preview)
    assert preview.view.current_page == 3
    find(preview, "tåg")
    assert told(preview)[0] == "Inga träffar"


def test_hits_are_marked_and_the_current_more_strongly(preview: Preview) -> None:
    assert coloured(preview, "#ffe68a") == 0
    preview.search()
    find(preview, "hus")
    preview.view.go_to_page(3)
    assert coloured(preview, "#ffb454") == 0
    assert coloured(preview, "#ffe68a") > 5
    preview._search.step(1)
    assert coloured(preview, "#ffb454") > 5
    assert coloured(preview, "#ffe68a") > 5


def test_hits_stay_marked_when_the_document_changes(
    preview: Preview, background: Background, written_pdf: PdfBytes
) -> None:
    preview.search()
    find(preview, "bil")
    line_before = told(preview)
    preview.show_document(lambda: written_pdf("en ny rad\nhus och bil", "bil"))
    preview._render_waiting()
    background.flush()
    assert told(preview) == line_before
    assert coloured(preview, "#ffb454") > 5


def test_esc_closes_the_search_first_and_the_view_later(qtbot: QtBot, preview: Preview) -> None:
    left = []
    QShortcut(QKeySequence("Esc"), preview.window()).activated.connect(lambda: left.append(1))
    preview.search()
    find(preview, "bil")
    press(qtbot, preview, Qt.Key.Key_Escape)
    assert not line(preview).isVisible()
    assert preview.view.hasFocus()
    assert coloured(preview, "#ffb454") == 0
    assert left == []
    press(qtbot, preview, Qt.Key.Key_Escape)
    assert left == [1]


def test_what_is_selected_is_searched_for(preview: Preview) -> None:
    preview.view.selection.select_all()
    preview.search()
    assert line(preview).text() == ""
    find(preview, "bil")


def test_another_persons_document_is_not_searched_for_the_same(preview: Preview) -> None:
    preview.search()
    find(preview, "Anna")
    preview.clear()
    assert line(preview).text() == ""
    assert not line(preview).isVisible()


def test_the_other_keys_of_the_line_stay_in_it(preview: Preview) -> None:
    preview.search()
    find(preview, "bil")
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Home, NO_KEY)
    QApplication.sendEvent(line(preview), event)
    assert line(preview).cursorPosition() == 0
