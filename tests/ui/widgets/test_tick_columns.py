from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from ui.widgets.tick_columns import TickColumns

CHOICES = [
    ("a", "Att gå"),
    ("b", "Att tvätta och torka kläder och textilier med hushållsapparater"),
    ("c", "Att <b>&"),
]


@pytest.fixture
def columns(qtbot: Any, theme: Any) -> TickColumns:
    columns = TickColumns(CHOICES, theme)
    qtbot.addWidget(columns)
    columns.resize(500, 200)
    columns.show()
    return columns


@pytest.fixture
def told(columns: TickColumns) -> list[object]:
    told: list[object] = []
    columns.edited.connect(told.append)
    return told


def test_what_is_ticked_is_told_in_the_order_of_the_choices(
    columns: TickColumns, told: list[object]
) -> None:
    for value in ("c", "a", "c"):
        columns.ticks[value].click()
    assert told == [("c",), ("a", "c"), ("a",)]


def test_a_value_is_shown_without_telling_and_what_has_no_box_is_kept(
    columns: TickColumns, told: list[object]
) -> None:
    columns.set_value(("b", "unknown"))
    assert [value for value, tick in columns.ticks.items() if tick.isChecked()] == ["b"]
    assert told == []
    columns.ticks["a"].click()
    assert told == [("a", "b", "unknown")]


def test_the_text_ticks_too(columns: TickColumns, told: list[object]) -> None:
    text = next(label for label in columns.findChildren(QLabel) if label.text() == "Att <b>&")
    QTest.mouseClick(text, Qt.MouseButton.LeftButton)
    assert told == [("c",)]
    QTest.mousePress(text, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(text, Qt.MouseButton.LeftButton, pos=text.rect().bottomRight() * 3)
    assert told == [("c",)]


def test_the_first_column_holds_the_first_half(columns: TickColumns) -> None:
    first, second, third = columns.ticks.values()
    assert first.parentWidget() is second.parentWidget()
    assert third.parentWidget() is not first.parentWidget()


def test_every_tick_has_a_name_and_long_texts_wrap(
    columns: TickColumns, unnamed: Callable[[QWidget], list[str]]
) -> None:
    assert unnamed(columns) == []
    columns.set_name("Delområden")
    assert columns.ticks["a"].accessibleName() == "Delområden: Att gå"
    assert columns.minimumSizeHint().width() < 400


def test_what_is_only_read_cannot_be_ticked(columns: TickColumns, told: list[object]) -> None:
    columns.set_read_only(True)
    columns.ticks["a"].click()
    assert told == []
