"""What holds for every input of text: nothing that is written is lost or changed."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from gplan_desktop.domain.text import clean
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.line_box import LineBox
from ui.widgets.text_box import TextBox

INPUTS = {"text": TextBox, "line": LineBox, "choice": lambda: ChoiceBox(["Anhörig", "God man"])}
TEXTS = {
    "Swedish": "Åsa går själv till övningen – é € ”så”",
    "Arabic": "مرحبا بالعالم",
    "emoji": "👩🏽‍🦽 glad 😀",
    "markup": "<b>&amp; &x <img src=x>",
    "long": "å" * 20_000,
}


@pytest.fixture(params=INPUTS.values(), ids=INPUTS.keys())
def held(request: Any, hold: Any) -> Any:
    return hold(request.param())


def text_of(box: Any) -> str:
    if isinstance(box, TextBox):
        return box.toPlainText()
    return box.currentText() if isinstance(box, ChoiceBox) else box.text()


def caret(box: Any) -> int:
    """The caret's place, counted as Qt does in units of UTF-16."""
    if isinstance(box, TextBox):
        return box.textCursor().position()
    return (box.lineEdit() if isinstance(box, ChoiceBox) else box).cursorPosition()


def put_caret(box: Any, place: int) -> None:
    if isinstance(box, TextBox):
        cursor = box.textCursor()
        cursor.setPosition(place)
        box.setTextCursor(cursor)
    else:
        (box.lineEdit() if isinstance(box, ChoiceBox) else box).setCursorPosition(place)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_what_is_pasted_stands_there_and_is_told(held: Any, text: str) -> None:
    held.paste(text)
    assert text_of(held.box) == text
    assert held.edited[-1] == text


@pytest.mark.parametrize("name", ["Swedish", "Arabic", "emoji", "markup"])
def test_what_is_typed_is_told_sign_by_sign(
    held: Any, type_text: Callable[..., None], name: str
) -> None:
    type_text(QApplication.focusWidget(), TEXTS[name])
    assert held.edited[-1] == TEXTS[name]
    assert len(held.edited) == len(TEXTS[name])


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_what_the_plan_holds_is_shown_as_it_is_and_is_no_edit(held: Any, text: str) -> None:
    held.box.set_value(text)
    assert text_of(held.box) == text
    assert held.edited == []


def test_signs_that_no_paper_can_hold_go_and_the_caret_stays(held: Any) -> None:
    held.clean_each_edit(clean)
    held.box.set_value("Karin går ut")
    put_caret(held.box, 5)
    held.paste(" Å\0s\x07a 😀")
    assert text_of(held.box) == "Karin Åsa 😀 går ut"
    # The sign for joy counts for two in UTF-16.
    assert caret(held.box) == len("Karin Åsa 😀") + 1


def test_the_caret_stays_behind_signs_that_count_for_two(held: Any) -> None:
    held.clean_each_edit(clean)
    held.paste("😀😀😀😀\0")
    assert caret(held.box) == 8
    held.paste("!")
    assert text_of(held.box) == "😀😀😀😀!"


def test_half_a_sign_is_no_trouble(held: Any) -> None:
    held.clean_each_edit(clean)
    held.paste("a\ud83db")
    assert text_of(held.box) == "ab"


def test_the_same_value_again_leaves_the_caret(held: Any) -> None:
    held.box.set_value("Karin")
    put_caret(held.box, 2)
    held.box.set_value("Karin")
    assert caret(held.box) == 2


def test_tab_goes_on_and_back_and_tells_that_the_field_was_left(held: Any) -> None:
    held.press(Qt.Key.Key_Tab)
    assert held.after.hasFocus()
    assert held.left
    held.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    held.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert held.before.hasFocus()
    assert text_of(held.box) == ""


def test_what_is_read_only_cannot_be_changed_by_keyboard(held: Any) -> None:
    held.box.set_value("Karin")
    held.box.set_read_only(True)
    held.paste("annat")
    held.press(Qt.Key.Key_Delete)
    assert text_of(held.box) == "Karin"
    assert held.edited == []


@pytest.mark.parametrize("make", [TextBox, LineBox])
def test_a_menu_over_the_field_is_no_leaving(hold: Any, make: Any) -> None:
    held = hold(make())
    popup = QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason)
    QApplication.sendEvent(held.box, popup)
    assert held.left == []
