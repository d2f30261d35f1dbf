from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea

from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.first_view import FirstView


@pytest.fixture
def view(theme: Any, put_up: Callable[..., Any]) -> Any:
    return put_up(FirstView(theme))


def test_what_there_is_to_do_is_offered(view: FirstView) -> None:
    assert [b.text() for b in view.findChildren(QPushButton)] == [
        "Öva med påhittade personer",
        "Börja använda",
        "Har du en säkerhetskopia från en annan dator? Lägg tillbaka den…",
    ]


def test_practice_is_one_press_away(view: FirstView, qtbot: Any) -> None:
    view.practise.setFocus()
    with qtbot.waitSignal(view.practice_wanted):
        QTest.keyClick(view.practise, Qt.Key.Key_Return)


def test_the_unit_and_the_name_are_told_without_spaces_around(
    view: FirstView, qtbot: Any, type_text: Callable[..., None]
) -> None:
    type_text(view.unit, "  Hemvården Åsen <b> ")
    type_text(view.coordinator, "Åsa Öberg")
    with qtbot.waitSignal(view.unit_wanted) as wanted:
        QTest.keyClick(view.coordinator, Qt.Key.Key_Return)
    assert wanted.args == ["Hemvården Åsen <b>", "Åsa Öberg"]


@pytest.mark.parametrize(
    ("unit", "name", "told", "missing"),
    [
        ("", "Åsa Öberg", "Skriv enhetens namn.", "unit"),
        ("Norra", "   ", "Skriv ditt namn.", "coordinator"),
        ("", "", "Skriv enhetens namn.", "unit"),
    ],
)
def test_what_is_missing_is_told_and_the_keyboard_goes_there(
    view: FirstView, qtbot: Any, unit: str, name: str, told: str, missing: str
) -> None:
    view.unit.setText(unit)
    view.coordinator.setText(name)
    with qtbot.assertNotEmitted(view.unit_wanted):
        view.begin.click()
    assert view.problem.isVisible()
    assert view.problem.text() == told
    assert getattr(view, missing).hasFocus()
    assert (view.unit.text(), view.coordinator.text()) == (unit, name)


def test_the_message_goes_when_all_is_written(view: FirstView) -> None:
    view.begin.click()
    view.unit.setText("Norra")
    view.coordinator.setText("Åsa Öberg")
    view.begin.click()
    assert not view.problem.isVisible()


def test_everything_has_a_name(view: FirstView, unnamed: Callable[..., list[str]]) -> None:
    assert unnamed(view) == []


def test_the_largest_text_clips_nothing(
    qapp: QApplication, theme: Any, put_up: Any, clipped: Any
) -> None:
    view = put_up(FirstView(themes.apply(qapp, Settings(theme="light", text_size=200))))
    view.begin.click()
    QApplication.processEvents()
    assert clipped(view) == []
    assert (view.width(), view.height()) == (1280, 680)
    area = view.findChild(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0


def test_tab_brings_what_lies_further_down_into_sight(
    qapp: QApplication, theme: Any, put_up: Any
) -> None:
    view = put_up(FirstView(themes.apply(qapp, Settings(theme="light", text_size=200))))
    view.coordinator.setFocus()
    QTest.keyClick(view.coordinator, Qt.Key.Key_Tab)
    assert view.begin.hasFocus()
    assert view.begin.visibleRegion().boundingRect() == view.begin.rect()
