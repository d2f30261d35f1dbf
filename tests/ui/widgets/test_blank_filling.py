"""Ready texts find their place between what stands there, and can be taken back in one step."""

import pytest

from ui.widgets import blank_filling
from ui.widgets.text_box import TextBox


@pytest.fixture
def box(theme, qtbot):
    box = TextBox()
    qtbot.addWidget(box)
    box.show()
    return box


@pytest.mark.parametrize(
    ("before", "at", "after"),
    [
        ("", 0, "Ny."),
        ("Gammal.", 0, "Gammal. Ny."),
        ("Gammal. ", 0, "Gammal. Ny."),
        ("Ett två", 3, "Ett Ny. två"),
        ("👍 två", 2, "👍 Ny. två"),
        ("Rad\n", 4, "Rad\nNy."),
    ],
)
def test_a_phrase_is_parted_from_what_stands_around_it(box, before, at, after):
    box.set_value(before)
    cursor = box.textCursor()
    cursor.setPosition(at)
    box.setTextCursor(cursor)
    box.clearFocus()
    blank_filling.insert(box, "Ny.")
    assert box.toPlainText() == after
    box.undo()
    assert box.toPlainText() == before


def test_blanks_are_marked_one_after_the_other_also_after_an_emoji(box):
    box.set_value("👍👍 […ett] och […två]")
    seen = []
    for _ in range(3):
        assert blank_filling.select_next_blank(box)
        seen.append(box.textCursor().selectedText())
    assert seen == ["[…ett]", "[…två]", "[…ett]"]


def test_without_a_blank_the_caret_stays(box):
    box.set_value("Inget.")
    before = box.textCursor().position()
    assert not blank_filling.select_next_blank(box)
    assert box.textCursor().position() == before
