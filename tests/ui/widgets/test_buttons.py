from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from ui.widgets.buttons import push_button, tool_button


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press_once(hold: Any, key: Qt.Key) -> None:
    held = hold(push_button("Spara"))
    pressed: list[bool] = []
    held.box.clicked.connect(lambda: pressed.append(True))
    held.press(key)
    assert len(pressed) == 1


def test_enter_does_not_press_a_button_that_is_off(hold: Any) -> None:
    button = hold(push_button("Spara")).box
    button.setEnabled(False)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == []


def test_ctrl_enter_is_left_to_the_window(hold: Any) -> None:
    held = hold(push_button("Spara"))
    pressed: list[bool] = []
    held.box.clicked.connect(lambda: pressed.append(True))
    held.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []


def test_an_icon_gets_room_beside_the_text(hold: Any, theme: Any) -> None:
    plain = push_button("Skriv ut")
    hold(plain)
    with_icon = push_button("Skriv ut", "", theme.icon("print"))
    hold(with_icon)
    assert with_icon.sizeHint().width() > plain.sizeHint().width() + 20


def test_a_button_with_only_an_icon_has_a_name_and_a_tooltip(theme: Any) -> None:
    button = tool_button(theme.icon("print"), "Skriv ut")
    assert button.accessibleName() == button.toolTip() == "Skriv ut"
    assert not button.icon().isNull()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_a_button_with_only_an_icon_once(hold: Any, theme: Any, key: Qt.Key) -> None:
    held = hold(tool_button(theme.icon("print"), "Skriv ut"))
    pressed: list[bool] = []
    held.box.clicked.connect(lambda: pressed.append(True))
    held.press(key)
    held.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(pressed) == 1


@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)
def test_enter_opens_the_menu_of_a_button_that_has_one(hold: Any, theme: Any) -> None:
    held = hold(tool_button(theme.icon("contrast"), "Utseende"))
    menu, shown = QMenu(held.box), list[bool]()
    menu.addAction("Mörkt")
    held.box.setMenu(menu)
    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, menu.close))
    menu.aboutToShow.connect(lambda: shown.append(True))
    held.press(Qt.Key.Key_Return)
    assert shown == [True]
