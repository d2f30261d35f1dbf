"""A tick that asks for names, and keeps them for the one who changes mind."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.line_list_box import ListWords
from ui.widgets.ticked_lines_box import TickedLinesBox

WORDS = ListWords("Lägg till vårdplan", "vårdplan", "Namn")


@pytest.fixture
def told() -> list[object]:
    return []


@pytest.fixture
def window(qapp: object) -> QWidget:
    return QWidget()


@pytest.fixture
def box(
    window: QWidget, theme: Theme, put_up: Callable[..., Any], told: list[object]
) -> TickedLinesBox:
    layout = QVBoxLayout(window)
    box = TickedLinesBox(WORDS, theme)
    box.set_name("Utför enligt vårdplan")
    layout.addWidget(box.tick)
    layout.addWidget(box)
    box.edited.connect(told.append)
    put_up(window, (400, 300))
    return box


def test_ticking_asks_for_the_name(
    box: TickedLinesBox, told: list[object], type_text: Callable[..., None]
) -> None:
    assert not box.box.isVisible()
    box.tick.click()
    assert told == [("",)]
    assert box.box.lines[0].hasFocus()
    type_text(box.box.lines[0], "Sår")
    assert told[-1] == ("Sår",)


def test_unticking_empties_and_ticking_again_brings_the_names_back(
    box: TickedLinesBox, told: list[object]
) -> None:
    box.set_value(("Sår", "Förflyttning"))
    assert box.tick.isChecked()
    box.tick.click()
    box.tick.click()
    assert told == [(), ("Sår", "Förflyttning")]


def test_the_last_name_taken_away_takes_the_tick_too(
    box: TickedLinesBox, told: list[object]
) -> None:
    box.set_value(("Sår",))
    box.box.removes[0].click()
    assert told == [()]
    assert not box.tick.isChecked()
    assert box.tick.hasFocus()


def test_read_only_can_be_read(box: TickedLinesBox) -> None:
    box.set_value(("Sår",))
    box.set_read_only(True)
    assert box.box.texts == ("Sår",)
    assert not box.tick.isEnabled()
