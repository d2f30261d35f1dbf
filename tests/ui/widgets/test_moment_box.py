"""A day and a time for something that has happened."""

from collections.abc import Callable
from datetime import UTC, datetime, time
from typing import Any

import pytest
from PySide6.QtCore import Qt

from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.widgets.date_box import NOT_A_DATE
from ui.widgets.moment_box import NOT_A_TIME, MomentBox, read_clock

NOON = datetime(2026, 11, 20, 11, tzinfo=UTC)


@pytest.fixture
def held(hold: Any, theme: Any, today: Any) -> Any:
    return hold(MomentBox(lambda: today, theme.icon("calendar_month")))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("14.30", time(14, 30)),
        ("14:30", time(14, 30)),
        ("1430", time(14, 30)),
        ("9.05", time(9, 5)),
        ("kl. 9", time(9)),
        ("0", time(0)),
        ("24.00", None),
        ("12.60", None),
        ("middag", None),
        ("", None),
    ],
)
def test_a_time_is_understood_however_it_is_written(written: str, read: time | None) -> None:
    assert read_clock(written) == read


def test_a_moment_is_shown_and_changed_by_the_clock_in_sweden(
    held: Any, type_text: Callable[..., None]
) -> None:
    held.box.set_value(NOON)
    assert (held.box.day.line.text(), held.box.clock.text()) == ("2026-11-20", "12.00")
    held.box.clock.setFocus()
    held.box.clock.selectAll()
    type_text(held.box.clock, "815")
    assert held.edited[-1] == datetime(2026, 11, 20, 7, 15, tzinfo=UTC)
    held.press(Qt.Key.Key_Tab)
    assert held.box.clock.text() == "08.15"
    assert held.box.problem == ""


@pytest.mark.parametrize(("part", "problem"), [("day", NOT_A_DATE), ("clock", NOT_A_TIME)])
def test_what_cannot_be_read_stays_and_says_so(
    held: Any, type_text: Callable[..., None], part: str, problem: str
) -> None:
    held.box.set_value(NOON)
    line = held.box.day.line if part == "day" else held.box.clock
    line.setFocus()
    line.selectAll()
    type_text(line, "igår")
    assert held.edited[-1] is None
    held.press(Qt.Key.Key_Tab)
    held.box.set_value(None)
    assert held.box.problem == problem
    assert line.text() == "igår"


@pytest.mark.parametrize("size", [100, 200])
def test_the_time_has_room_for_its_digits(hold: Any, qapp: Any, today: Any, size: int) -> None:
    theme = themes.apply(qapp, Settings(theme="light", text_size=size))
    clock = hold(MomentBox(lambda: today, theme.icon("calendar_month"))).box.clock
    assert clock.width() == 2 * clock.fontMetrics().horizontalAdvance("00.00")


def test_it_is_read_only_as_a_whole(held: Any) -> None:
    held.box.set_read_only(True)
    assert held.box.day.line.isReadOnly()
    assert held.box.clock.isReadOnly()
