from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.widgets.low_area import LowArea

MOST = 100


@pytest.fixture
def area(qtbot: Any, theme: Any) -> Iterator[LowArea]:
    """An area with one line in a column that gives back what it does not need."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    inner = QWidget()
    QVBoxLayout(inner).addWidget(QLabel("En rad"))
    area = LowArea(inner, MOST)
    column.addWidget(area)
    column.addStretch(1)
    qtbot.addWidget(holder)
    holder.resize(300, 400)
    holder.show()
    yield area
    holder.close()


def test_the_area_is_as_high_as_what_is_in_it_up_to_the_limit(area: LowArea, qtbot: Any) -> None:
    low = area.height()
    assert 0 < low < MOST
    for _ in range(2):
        area.widget().layout().addWidget(QLabel("En rad till"))
    qtbot.waitUntil(lambda: low < area.height() <= MOST)
    for _ in range(9):
        area.widget().layout().addWidget(QLabel("En rad till"))
    qtbot.waitUntil(lambda: area.height() == MOST)
    assert area.verticalScrollBar().maximum() > 0


def test_a_text_that_wraps_makes_the_area_higher(area: LowArea, qtbot: Any) -> None:
    low = area.height()
    text = QLabel("ord " * 20)
    text.setWordWrap(True)
    area.widget().layout().addWidget(text)
    qtbot.waitUntil(lambda: area.height() > low)
    wide = area.height()
    area.parentWidget().resize(900, 400)
    qtbot.waitUntil(lambda: area.height() < wide)
