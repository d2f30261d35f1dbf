"""What is covered cannot be read or pressed, and is there again for the same user only."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ui.kept_dialog import KeptDialog
from ui.login.cover import Cover


@pytest.fixture
def window(put_up: Callable[..., Any]) -> QWidget:
    """A window with two lines and the keyboard in the second."""
    window = QWidget()
    window.all = QWidget(window)  # type: ignore[attr-defined]
    QVBoxLayout(window).addWidget(window.all)  # type: ignore[attr-defined]
    lines = QVBoxLayout(window.all)  # type: ignore[attr-defined]
    for _ in range(2):
        lines.addWidget(QLineEdit())
    put_up(window)
    window.findChildren(QLineEdit)[1].setFocus()
    return window


@pytest.fixture
def dialog(window: QWidget) -> QDialog:
    dialog = QDialog(window)
    dialog.open()
    return dialog


def cover(window: Any) -> Cover:
    return Cover(window.all, QLabel("Låst"))


def test_the_keyboard_comes_back_where_it_was(window: QWidget, qtbot: Any) -> None:
    covering = cover(window)
    assert not any(line.isEnabled() for line in window.findChildren(QLineEdit))
    covering.take_away()
    assert window.findChildren(QLineEdit)[1].hasFocus()


@pytest.mark.parametrize("is_same_user", [True, False])
def test_a_dialog_is_hidden_and_comes_back_to_the_same_user_only(
    window: QWidget, dialog: QDialog, is_same_user: bool
) -> None:
    covering = cover(window)
    assert not dialog.isVisible()
    if not is_same_user:
        covering.give_up()
    covering.take_away()
    assert dialog.isVisible() == is_same_user
    assert dialog.result() == QDialog.DialogCode.Rejected


class Typed(KeptDialog):
    """A dialog in which something has been typed."""

    def has_typed(self) -> bool:
        return True


def test_nothing_is_asked_for_who_has_gone(window: QWidget, theme: Any, messages: Any) -> None:
    typed = Typed("Ny person", "Lägg till", theme, window)
    typed.open()
    covering = cover(window)
    covering.give_up()
    late = QDialog(window)
    late.open()
    QApplication.processEvents()
    covering.take_away()
    assert not late.isVisible()
    assert not isValid(typed) or not typed.isVisible()
    assert messages() == []


def test_the_window_comes_back_when_it_has_been_minimised(window: QWidget) -> None:
    cover(window)
    window.showMinimized()
    window.showNormal()
    QApplication.processEvents()
    assert (window.isVisible(), window.windowOpacity()) == (True, 1)


def test_what_is_opened_under_the_cover_waits_until_it_is_taken_away(
    window: QWidget, qtbot: Any
) -> None:
    covering = cover(window)
    late = QDialog(window)
    late.open()
    qtbot.waitUntil(lambda: not late.isVisible())
    covering.take_away()
    assert (late.isVisible(), late.windowOpacity()) == (True, 1)


def test_the_menu_of_a_line_on_the_cover_is_shown(window: Any, qtbot: Any) -> None:
    line = QLineEdit()
    Cover(window.all, line)
    menu = QMenu(line)
    menu.addAction("Klistra in")
    menu.show()
    QApplication.processEvents()
    assert menu.isVisible()
