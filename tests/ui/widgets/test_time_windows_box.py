"""Time windows as people write them, and what cannot be read stays."""

from collections.abc import Callable
from datetime import time
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gplan_desktop.domain.visit_plan import TimeWindow
from ui.theme import Theme
from ui.widgets.time_windows_box import NOT_A_WINDOW, TimeWindowsBox, read_window


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("10:00-11:00", "10:00-11:00"),
        ("10-11", "10:00-11:00"),
        ("10.30–11.00", "10:30-11:00"),
        (" kl. 8 till kl 9 ", "08:00-09:00"),
        ("mellan 7 och 8.15", "07:00-08:15"),
        ("22-24", "22:00-00:00"),
        ("23 — 1", "23:00-01:00"),
    ],
)
def test_a_window_is_read_however_it_is_written(text: str, told: str) -> None:
    window = read_window(text)
    assert window is not None
    assert window.text == told


@pytest.mark.parametrize("text", ["", "10.00", "10-25", "10-10", "10:60-11", "morgon", "24:30-1"])
def test_what_is_no_window_is_not_read(text: str) -> None:
    assert read_window(text) is None


@pytest.fixture
def window(qapp: object) -> QWidget:
    return QWidget()


@pytest.fixture
def box(window: QWidget, theme: Theme, put_up: Callable[..., Any]) -> TimeWindowsBox:
    """The box in a window with another field to go to."""
    layout = QVBoxLayout(window)
    box = TimeWindowsBox(theme)
    box.set_name("Tidsfönster")
    layout.addWidget(box)
    layout.addWidget(QLineEdit())
    put_up(window, (400, 300))
    return box


def leave(box: QWidget) -> None:
    other = next(w for w in box.window().findChildren(QLineEdit) if not box.isAncestorOf(w))
    other.setFocus()


def test_a_row_is_added_typed_and_shown_in_full_when_left(
    box: TimeWindowsBox, type_text: Callable[..., None]
) -> None:
    told: list[object] = []
    box.edited.connect(told.append)
    box.box.add.click()
    (line,) = box.box.lines
    assert line.hasFocus()
    type_text(line, "10-11")
    window = TimeWindow(time(10), time(11))
    assert told[-1] == (window,)
    box.set_value((window,))
    assert line.text() == "10-11"
    leave(box)
    assert line.text() == "10:00-11:00"
    assert box.problem == ""


def test_what_cannot_be_read_stays_and_is_told_when_left(
    box: TimeWindowsBox, type_text: Callable[..., None]
) -> None:
    box.set_value((TimeWindow(time(8), time(9)),))
    box.box.add.click()
    type_text(box.box.lines[1], "sen")
    assert box.problem == ""
    box.set_value((TimeWindow(time(8), time(9)),))
    leave(box)
    assert box.problem == NOT_A_WINDOW
    assert box.box.texts == ("08:00-09:00", "sen")


def test_a_row_is_removed(box: TimeWindowsBox) -> None:
    windows = (TimeWindow(time(8), time(9)), TimeWindow(time(17), time(18)))
    told: list[object] = []
    box.edited.connect(told.append)
    box.set_value(windows)
    assert told == []
    box.box.removes[0].click()
    assert told[-1] == windows[1:]
    assert box.box.texts == ("17:00-18:00",)
    assert box.box.add.hasFocus()


def test_read_only_shows_no_way_to_change(
    box: TimeWindowsBox, unnamed: Callable[[QWidget], list[str]]
) -> None:
    box.set_value((TimeWindow(time(8), time(9)),))
    assert unnamed(box) == []
    box.set_read_only(True)
    assert box.box.texts == ("08:00-09:00",)
    assert box.box.lines[0].isReadOnly()
    assert not box.box.add.isVisible()
    assert not box.box.removes[0].isVisible()
