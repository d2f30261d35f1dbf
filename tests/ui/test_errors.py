from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget

from gplan_desktop.errors import DatabaseDamaged, StorageFull
from ui.errors import show_error

Messages = Callable[[], list[QMessageBox]]


@pytest.fixture
def window(theme: Any, put_up: Callable[..., Any]) -> Any:
    return put_up(QPushButton("Spara"), (600, 400))


def test_what_happened_what_is_safe_and_what_to_do_are_told(
    window: QWidget, messages: Messages
) -> None:
    error = DatabaseDamaged(Path("<b>&.db"), "filen är tom")
    show_error(error)
    (message,) = messages()
    assert message.text() == error.happened
    assert message.informativeText() == f"{error.safe}\n{error.todo}"
    assert message.parent() is window


def test_the_button_is_a_verb_and_enter_presses_it(window: QWidget, messages: Messages) -> None:
    show_error(StorageFull())
    (message,) = messages()
    assert [button.text() for button in message.buttons()] == ["Stäng"]
    QTest.keyClick(message.buttons()[0], Qt.Key.Key_Return)
    assert messages() == []


def test_esc_closes_it_and_the_keyboard_goes_back(window: QWidget, messages: Messages) -> None:
    window.setFocus()
    show_error(StorageFull())
    QTest.keyClick(messages()[0], Qt.Key.Key_Escape)
    assert messages() == []
    assert window.hasFocus()


def test_a_bug_is_told_without_its_text_and_logged(
    window: QWidget, messages: Messages, expect_log: Callable[[str], None]
) -> None:
    expect_log("a bug")
    show_error(KeyError("Karin Bergström"))
    (message,) = messages()
    assert message.text() == "Något gick fel i programmet."
    assert "Karin" not in message.informativeText()
    assert "finns kvar" in message.informativeText()


def test_the_same_bug_again_and_again_opens_one_message(
    window: QWidget, messages: Messages, expect_log: Callable[[str], None]
) -> None:
    expect_log("a bug")
    for _ in range(5):
        show_error(KeyError("x"))
    assert len(messages()) == 1


def test_a_file_name_with_markup_is_shown_as_it_is(window: QWidget, messages: Messages) -> None:
    show_error(DatabaseDamaged(Path("<b>fet</b>.db"), "filen är tom"))
    (message,) = messages()
    for shown in message.findChildren(QLabel):
        assert shown.textFormat() is Qt.TextFormat.PlainText or not shown.text()


def test_everything_in_the_message_has_a_name(
    window: QWidget, messages: Messages, unnamed: Callable[..., list[str]]
) -> None:
    show_error(StorageFull())
    assert unnamed(messages()[0]) == []
