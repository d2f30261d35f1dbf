from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.widgets.text_box import TextBox

LINES = "\n".join(f"Rad {n} med å, ä och ö" for n in range(1, 11))


@pytest.fixture
def held(hold: Any) -> Any:
    return hold(TextBox())


def is_clipped(box: TextBox) -> bool:
    """Tell whether any line lies outside what is shown."""
    last = box.document().lastBlock()
    bottom = box.blockBoundingGeometry(last).translated(box.contentOffset()).bottom()
    return bottom > box.viewport().height() or box.verticalScrollBar().maximum() > 0


def test_it_grows_with_each_line_and_clips_none(held: Any, type_text: Callable[..., None]) -> None:
    heights = []
    for line in range(10):
        type_text(held.box, f"Rad {line}\n")
        assert not is_clipped(held.box)
        heights.append(held.box.height())
    assert heights == sorted(heights)
    assert heights[-1] > heights[0]


def test_it_grows_with_what_wraps(held: Any, qtbot: Any) -> None:
    low = held.box.height()
    held.box.set_value("Karin går gärna ut när solen skiner. " * 6)
    assert held.box.height() > low
    assert not is_clipped(held.box)
    wide = held.box.height()
    held.box.window().resize(240, 600)
    qtbot.waitUntil(lambda: held.box.height() > wide and not is_clipped(held.box))


def test_it_shrinks_again_but_not_below_its_first_height(held: Any) -> None:
    low = held.box.height()
    held.box.set_value(LINES)
    held.box.set_value("")
    assert held.box.height() == low


def test_the_largest_text_is_not_clipped(hold: Any, qapp: QApplication) -> None:
    box = TextBox()
    box.set_value(LINES)
    held = hold(box)
    themes.apply(qapp, Settings(theme="light", text_size=200))
    QApplication.processEvents()
    assert not is_clipped(held.box)


def test_a_very_long_text_is_scrolled_in_a_box_that_fits_the_page(held: Any) -> None:
    held.box.set_value("ord " * 5_000)
    assert held.box.height() < 14 * 40
    held.paste("slut")
    assert held.box.cursorRect().bottom() <= held.box.viewport().height()


def test_enter_is_a_new_line_but_with_ctrl_it_is_the_wizards(held: Any) -> None:
    held.press(Qt.Key.Key_Return)
    assert held.edited[-1] == "\n"
    held.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert held.box.toPlainText() == "\n"


def test_read_only_text_can_be_marked_and_copied_by_keyboard(held: Any) -> None:
    held.box.set_value("Karin")
    held.box.set_read_only(True)
    held.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    held.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Karin"
    held.box.set_read_only(False)
    held.paste("Åsa")
    assert held.edited == ["Åsa"]


def test_pasted_formatting_becomes_plain_text(held: Any) -> None:
    data = QMimeData()
    data.setHtml("<b>fet</b> & <i>kursiv</i>")
    data.setText("fet & kursiv")
    QApplication.clipboard().setMimeData(data)
    held.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert held.edited == ["fet & kursiv"]


def test_line_ends_of_every_kind_become_one(held: Any) -> None:
    held.paste("ett\r\ntvå\u2029tre")
    assert held.edited == ["ett\ntvå\ntre"]
