from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QMenu, QTableView, QToolButton

from ui.widgets.date_box import NOT_A_DATE, DateBox

# The offscreen screen has no keyboard to give to a menu alone.
# What the style sheet and Qt leave free on either side of a text in a table.
AIR = 11
no_grabbing = pytest.mark.qt_log_ignore("does not support grabbing", extend=True)


@pytest.fixture
def held(hold: Any, theme: Any, today: date) -> Any:
    return hold(DateBox(lambda: today, theme.icon("calendar_month")))


@pytest.fixture
def type_date(held: Any, type_text: Callable[..., None]) -> Callable[[str], None]:
    return lambda text: type_text(held.box.line, text)


@pytest.mark.parametrize(
    "written",
    ["2026-12-05", "20261205", "261205", "5/12", "5/12 2026", "5.12.2026", "5 dec", "5 DECEMBER"],
)
def test_a_date_is_understood_however_it_is_written(
    held: Any, type_date: Callable[[str], None], written: str
) -> None:
    type_date(written)
    assert held.edited[-1] == date(2026, 12, 5)
    assert held.box.line.text() == written
    held.press(Qt.Key.Key_Tab)
    assert held.box.line.text() == "2026-12-05"
    assert held.left
    assert held.box.problem == ""


@pytest.mark.parametrize("written", ["30/2", "i morgon", "2026-13-01", "<b>&", "12345"])
def test_what_is_no_date_stays_and_is_told(
    held: Any, type_date: Callable[[str], None], written: str
) -> None:
    type_date(written)
    held.press(Qt.Key.Key_Tab)
    assert held.box.line.text() == written
    assert held.edited[-1] is None
    assert held.box.problem == NOT_A_DATE


def test_the_plans_answer_does_not_clear_what_cannot_be_read(
    held: Any, type_date: Callable[[str], None]
) -> None:
    held.box.edited.connect(held.box.set_value)
    type_date("5 dec x")
    assert held.box.line.text() == "5 dec x"
    assert held.box.problem == ""
    held.press(Qt.Key.Key_Tab)
    assert held.box.line.text() == "5 dec x"
    assert held.box.problem == NOT_A_DATE


def test_an_empty_line_is_no_problem(held: Any, type_date: Callable[[str], None]) -> None:
    held.box.set_value(date(2026, 12, 5))
    held.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    held.press(Qt.Key.Key_Delete)
    assert held.edited == [None]
    assert held.box.problem == ""


def test_the_plans_date_is_shown_in_full_and_is_no_edit(held: Any) -> None:
    held.box.set_value(date(2026, 12, 5))
    assert held.box.line.text() == "2026-12-05"
    held.box.set_value(None)
    assert held.box.line.text() == ""
    assert held.edited == []


def test_enter_shows_the_date_in_full(held: Any, type_date: Callable[[str], None]) -> None:
    type_date("5/12")
    held.press(Qt.Key.Key_Return)
    assert held.box.line.text() == "2026-12-05"


@no_grabbing
def test_a_day_is_picked_from_the_calendar_by_keyboard(held: Any) -> None:
    held.box.set_value(date(2026, 12, 5))
    QTest.keyClick(held.box.button, Qt.Key.Key_Space)
    menu = held.box.findChild(QMenu)
    calendar = menu.findChild(QCalendarWidget)
    assert calendar.selectedDate().toPython() == date(2026, 12, 5)
    assert calendar.firstDayOfWeek() is Qt.DayOfWeek.Monday
    view = QApplication.focusWidget()
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert held.edited == [date(2026, 12, 6)]
    assert held.box.line.text() == "2026-12-06"
    assert held.left


@no_grabbing
def test_the_calendar_opens_on_today_when_nothing_is_written(held: Any, today: date) -> None:
    held.box.button.click()
    menu = held.box.findChild(QMenu)
    assert menu.findChild(QCalendarWidget).selectedDate().toPython() == today
    menu.close()


def test_a_date_to_read_only_has_no_calendar(held: Any) -> None:
    held.box.set_value(date(2026, 12, 5))
    held.box.set_read_only(True)
    held.paste("1")
    assert held.edited == []
    assert not held.box.button.isVisible()


def test_both_parts_have_names(held: Any, unnamed: Any) -> None:
    held.before.setAccessibleName("före")
    held.after.setAccessibleName("efter")
    held.box.set_name("Nästa uppföljning")
    assert unnamed(held.box.window()) == []
    assert held.box.line.accessibleName() == "Nästa uppföljning"


@no_grabbing
def test_every_day_of_the_week_has_room_for_its_name(held: Any) -> None:
    held.box.button.click()
    menu = held.box.findChild(QMenu)
    view = menu.findChild(QTableView)
    for column in range(1, 8):
        name = view.model().index(0, column).data()
        needed = view.fontMetrics().horizontalAdvance(name) + 2 * AIR
        assert view.columnWidth(column) >= needed, name
    menu.close()


@no_grabbing
def test_the_calendar_has_no_colours_of_its_own(held: Any, unnamed: Any) -> None:
    held.box.button.click()
    menu = held.box.findChild(QMenu)
    calendar = menu.findChild(QCalendarWidget)
    for day in Qt.DayOfWeek:
        assert calendar.weekdayTextFormat(day) == QTextCharFormat()
    signs = {b.text(): b.icon().isNull() for b in menu.findChildren(QToolButton)}
    assert signs["‹"] is signs["›"] is True
    assert unnamed(menu) == []
    menu.close()
