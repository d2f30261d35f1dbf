"""What makes room: buttons that wrap, and parts that are scrolled."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.widgets.flow_layout import FlowLayout
from ui.widgets.scrolled import scrolled


@pytest.fixture
def flow(hold: Any) -> Any:
    def flow(width: int) -> tuple[QWidget, list[QPushButton]]:
        holder = QWidget()
        layout = FlowLayout(holder, spacing=6)
        buttons = [QPushButton(f"Knapp {n}") for n in range(6)]
        for button in buttons:
            layout.addWidget(button)
        hold(holder, width=width)
        return holder, buttons

    return flow


def test_in_a_wide_window_all_stand_on_one_line(flow: Any) -> None:
    _, buttons = flow(1200)
    assert {button.y() for button in buttons} == {0}
    assert [button.x() for button in buttons] == sorted(button.x() for button in buttons)


def test_in_a_narrow_window_they_go_on_below_and_none_is_outside(flow: Any) -> None:
    holder, buttons = flow(260)
    assert len({button.y() for button in buttons}) > 1
    assert all(holder.rect().contains(button.geometry()) for button in buttons)


def test_widgets_can_be_counted_and_taken_out(qtbot: Any) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(holder, spacing=6)
    one = QPushButton("Ett")
    layout.addWidget(one)
    assert (layout.count(), layout.itemAt(1)) == (1, None)
    assert layout.takeAt(0).widget() is one
    assert (layout.count(), layout.takeAt(0)) == (0, None)


def test_what_is_lower_stands_in_the_middle_of_its_line(hold: Any) -> None:
    holder = QWidget()
    layout = FlowLayout(holder, spacing=6)
    low, high = QPushButton("Låg"), QPushButton("Hög")
    low.setFixedHeight(20)
    high.setFixedHeight(40)
    for button in (low, high):
        layout.addWidget(button)
    hold(holder, width=600)
    assert (low.y(), high.y()) == (10, 0)
    assert layout.heightForWidth(600) == 40


def test_what_is_too_high_is_scrolled_and_the_keyboard_brings_it_into_sight(hold: Any) -> None:
    inner = QWidget()
    column = QVBoxLayout(inner)
    buttons = [QPushButton(str(n)) for n in range(60)]
    for button in [QLabel("Överst"), *buttons]:
        column.addWidget(button)
    area = scrolled(inner)
    held = hold(area)
    assert area.verticalScrollBar().maximum() > 0
    assert area.horizontalScrollBar().maximum() == 0
    buttons[29].setFocus()
    held.press(Qt.Key.Key_Tab)
    assert buttons[30].hasFocus()
    assert buttons[30].visibleRegion().boundingRect() == buttons[30].rect()


def test_tab_passes_the_area_itself_by(hold: Any) -> None:
    held = hold(scrolled(QLabel("Text")))
    held.before.setFocus()
    held.press(Qt.Key.Key_Tab)
    assert held.after.hasFocus()
