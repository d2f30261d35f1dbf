"""That nobody touches the program is told, and counted from the last touch."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from ui.login.idle_guard import IdleGuard


@pytest.fixture
def guard(qapp: Any, qtbot: Any) -> Iterator[IdleGuard]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    guard = IdleGuard(10, window)
    guard.watch()
    yield guard
    guard.rest()


def test_the_time_is_the_one_that_was_set(guard: IdleGuard) -> None:
    assert guard.timer.interval() == 10 * 60 * 1000
    assert guard.timer.isActive()
    guard.set_minutes(2)
    assert guard.timer.interval() == 2 * 60 * 1000
    assert guard.timer.isActive()


def test_it_is_told_when_the_time_is_up(guard: IdleGuard, qtbot: Any) -> None:
    with qtbot.waitSignal(guard.idle):
        guard.timer.timeout.emit()


def test_every_touch_begins_the_time_anew(guard: IdleGuard) -> None:
    guard.timer.start(5)
    guard.timer.setInterval(600_000)
    QTest.keyClick(guard.parent(), Qt.Key.Key_A)
    assert guard.timer.remainingTime() > 500_000


def test_ctrl_l_is_heard_in_a_dialog_and_in_a_menu_too(guard: IdleGuard, qtbot: Any) -> None:
    window = guard.parent()
    dialog, menu = QDialog(window), QMenu(window)
    menu.addAction("Namn")
    dialog.open()
    for one in (dialog, menu):
        one.show()
        with qtbot.waitSignal(guard.idle, timeout=1000):
            QTest.keyClick(one, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        one.hide()


def test_nothing_is_counted_while_it_rests(guard: IdleGuard) -> None:
    guard.rest()
    QTest.keyClick(guard.parent(), Qt.Key.Key_A)
    assert not guard.timer.isActive()
