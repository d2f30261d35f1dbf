"""Choices by keyboard: one of a few, several of a few, a tick, a list with an own text."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from ui.widgets.choice_box import ChoiceBox
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.several_box import SeveralBox
from ui.widgets.tick_box import TickBox

CHOICES = [(1, "Kvarstår"), (2, "Delvis uppfyllt"), (3, "Helt uppfyllt")]
KEY = Qt.Key


@pytest.fixture
def one(hold: Any) -> Any:
    return hold(ChoiceGroup(CHOICES))


@pytest.fixture
def several(hold: Any) -> Any:
    return hold(SeveralBox(CHOICES))


@pytest.fixture
def tick(hold: Any) -> Any:
    return hold(TickBox("Jag deltog & åt <b>"))


@pytest.fixture
def role(hold: Any) -> Any:
    return hold(ChoiceBox(["Anhörig", "God man"]))


def taken(group: ChoiceGroup) -> list[str]:
    return [button.text() for button in group.buttons if button.isChecked()]


def test_nothing_is_chosen_beforehand(one: Any) -> None:
    assert taken(one.box) == []


def test_space_takes_and_the_arrows_go_to_the_next_choice(one: Any) -> None:
    one.press(KEY.Key_Space)
    assert one.edited == [1]
    one.press(KEY.Key_Down)
    assert one.edited == [1, 2]
    assert taken(one.box) == ["Delvis uppfyllt"]
    assert one.left == []


def test_tab_leaves_the_whole_group_at_once(one: Any) -> None:
    one.box.set_value(2)
    one.press(KEY.Key_Tab)
    assert one.after.hasFocus()
    assert one.left == [True]


def test_the_plans_choice_is_shown_and_is_no_edit(one: Any) -> None:
    one.box.set_value(3)
    assert taken(one.box) == ["Helt uppfyllt"]
    one.box.set_value(None)
    assert taken(one.box) == []
    assert one.edited == []


def test_a_choice_to_read_only_cannot_be_changed(one: Any) -> None:
    one.box.set_value(1)
    one.box.set_read_only(True)
    one.box.buttons[1].click()
    assert taken(one.box) == ["Kvarstår"]


def test_choices_can_get_other_words_and_values(one: Any) -> None:
    one.box.set_choices([("a", "Ja"), ("b", "Nej"), ("c", "Vet inte")])
    one.press(KEY.Key_Space)
    assert one.edited == ["a"]
    assert taken(one.box) == ["Ja"]


def test_a_screen_reader_hears_the_field_and_the_choice(one: Any) -> None:
    one.box.set_name("Måluppfyllelse")
    assert one.box.buttons[0].accessibleName() == "Måluppfyllelse: Kvarstår"


def test_several_are_taken_and_told_in_order(several: Any) -> None:
    several.press(KEY.Key_Tab)
    several.press(KEY.Key_Tab)
    several.press(KEY.Key_Space)
    several.press(KEY.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    several.press(KEY.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    several.press(KEY.Key_Return)
    assert several.edited == [(3,), (1, 3)]
    several.press(KEY.Key_Space)
    assert several.edited[-1] == (3,)
    assert several.left == []


def test_tab_leaves_the_last_of_several(several: Any) -> None:
    for _ in CHOICES:
        several.press(KEY.Key_Tab)
    assert several.after.hasFocus()
    assert several.left == [True]


def test_the_plans_several_are_shown_and_are_no_edit(several: Any) -> None:
    several.box.set_value((1, 2))
    assert [b.isChecked() for b in several.box.buttons.values()] == [True, True, False]
    several.box.set_value(None)
    assert not any(b.isChecked() for b in several.box.buttons.values())
    assert several.edited == []


def test_several_wrap_instead_of_being_clipped(hold: Any) -> None:
    held = hold(SeveralBox([(n, f"Förmiddag {n}") for n in range(6)]), width=300)
    for button in held.box.buttons.values():
        right = button.mapTo(held.box.window(), button.rect().bottomRight())
        assert held.box.window().rect().contains(right)
        assert button.width() >= button.sizeHint().width()
    bottom = max(b.geometry().bottom() for b in held.box.buttons.values())
    assert held.box.height() > bottom


def test_several_to_read_only_cannot_be_changed_and_have_names(several: Any) -> None:
    several.box.set_name("När på dygnet")
    several.box.set_value((2,))
    several.box.set_read_only(True)
    several.box.buttons[1].click()
    assert several.edited == []
    assert several.box.buttons[2].accessibleName() == "När på dygnet: Delvis uppfyllt"


def test_space_ticks_and_unticks(tick: Any) -> None:
    tick.press(KEY.Key_Space)
    tick.press(KEY.Key_Space)
    assert tick.edited == [True, False]
    tick.press(KEY.Key_Tab)
    assert tick.after.hasFocus()
    assert tick.left == [True]


def test_the_plans_tick_is_shown_is_no_edit_and_can_be_locked(tick: Any) -> None:
    tick.box.set_value(True)
    tick.box.set_read_only(True)
    tick.box.click()
    assert tick.box.isChecked()
    assert tick.edited == []


def test_a_tick_is_seen(tick: Any) -> None:
    empty = tick.box.grab().toImage()
    tick.box.set_value(True)
    assert tick.box.grab().toImage() != empty


def test_nothing_is_chosen_in_a_list_beforehand(role: Any) -> None:
    assert role.box.currentText() == ""


def test_the_arrow_takes_the_next_in_the_list(role: Any) -> None:
    role.press(KEY.Key_Down)
    role.press(KEY.Key_Down)
    assert role.box.currentText() == "God man"
    assert role.edited[-1] == "God man"


def test_an_own_text_in_a_list_is_kept(role: Any) -> None:
    role.box.set_value("Granne")
    role.press(KEY.Key_Tab)
    assert role.box.currentText() == "Granne"
    role.box.set_value("God man")
    assert role.box.currentIndex() == 1


@pytest.mark.parametrize("written", ["God man", "god", "anhörig"])
def test_an_own_text_is_not_swapped_for_one_that_begins_alike(
    hold: Any, type_text: Any, written: str
) -> None:
    role = hold(ChoiceBox(["Anhörig", "God man eller förvaltare"]))
    type_text(QApplication.focusWidget(), written)
    role.press(KEY.Key_Tab)
    assert role.edited[-1] == written
    assert role.box.currentText() == written


def test_the_wheel_scrolls_the_page_and_never_the_choice(role: Any) -> None:
    role.box.set_value("Anhörig")
    down = QWheelEvent(
        QPointF(5, 5),
        role.box.mapToGlobal(QPointF(5, 5)),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(role.box, down)
    assert role.box.currentText() == "Anhörig"


def test_both_parts_of_a_list_have_the_name(role: Any) -> None:
    role.box.set_name("Roll")
    assert role.box.accessibleName() == role.box.lineEdit().accessibleName() == "Roll"


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_PageDown])
def test_the_page_keys_scroll_the_page_and_never_change_the_choice(role: Any, key: Qt.Key) -> None:
    role.press(Qt.Key.Key_Down)
    role.press(Qt.Key.Key_Down)
    chosen, told = role.box.currentText(), list(role.edited)
    role.press(key)
    assert role.box.currentText() == chosen
    assert role.edited == told
