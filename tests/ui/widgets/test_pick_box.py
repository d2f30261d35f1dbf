from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.widgets.pick_box import PickBox


@pytest.fixture
def box(qtbot: Any) -> PickBox:
    box = PickBox([(1, "ett"), (2, "två"), (3, "tre")])
    qtbot.addWidget(box)
    box.show()
    return box


def test_nothing_is_taken_at_first(box: PickBox) -> None:
    assert box.currentIndex() == -1


def test_the_value_that_the_writer_takes_is_told(box: PickBox, qtbot: Any) -> None:
    with qtbot.waitSignal(box.edited) as told:
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert told.args == [1]


def test_a_value_is_shown_without_being_told(box: PickBox, qtbot: Any) -> None:
    with qtbot.assertNotEmitted(box.edited):
        box.set_value(3)
    assert box.currentText() == "tre"
    box.set_value(None)
    assert box.currentIndex() == -1


def test_the_wheel_never_changes_the_choice(box: PickBox) -> None:
    box.set_value(2)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert box.currentText() == "två"


def test_read_only_cannot_be_changed(box: PickBox) -> None:
    box.set_read_only(True)
    assert not box.isEnabled()


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_PageDown])
def test_the_page_keys_never_change_the_choice(box: PickBox, key: Qt.Key) -> None:
    box.set_value(2)
    QTest.keyClick(box, key)
    assert box.currentText() == "två"
