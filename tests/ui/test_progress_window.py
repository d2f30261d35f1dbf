from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.background import Background
from ui.progress_window import ProgressWindow, Stopped, Tell, with_progress

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def parent(put_up: Callable[..., QWidget]) -> QWidget:
    return put_up(QWidget(), (600, 400))


def until_stopped(tell: Tell) -> str:
    try:
        while True:
            tell("Plan 3 av 12: sida 2 av 4", 25, 100)
    except Stopped:
        return "stopped"


def when_told(parent: QWidget, do: Callable[[ProgressWindow], None]) -> QTimer:
    """Do something with the window as soon as it tells how far the work has come."""
    timer = QTimer(parent)

    def look() -> None:
        window = parent.findChild(ProgressWindow)
        if window is not None and window.text.text().startswith("Plan"):
            timer.stop()
            do(window)

    timer.timeout.connect(look)
    timer.start(0)
    return timer


STOPS: dict[str, Callable[[ProgressWindow], object]] = {
    "esc": lambda window: QTest.keyClick(window, Qt.Key.Key_Escape),
    "button": lambda window: window.stop_button.click(),
    "cross": lambda window: window.close(),
}


@pytest.mark.parametrize("stop", STOPS.values(), ids=STOPS)
def test_the_user_can_stop_the_work(
    qtbot: QtBot, parent: QWidget, background: Background, stop: Callable[..., None]
) -> None:
    when_told(parent, stop)
    assert with_progress(until_stopped, "Skriv ut", parent, background) == "stopped"
    qtbot.waitUntil(lambda: parent.findChild(ProgressWindow) is None)


def test_the_window_stays_until_the_work_has_ended(parent: QWidget, background: Background) -> None:
    may_end, seen = Event(), []

    def slow(tell: Tell) -> str:
        answer = until_stopped(tell)
        may_end.wait(5)
        return answer

    def stop(window: ProgressWindow) -> None:
        window.stop_button.click()
        seen.append((window.isVisible(), window.text.text(), window.stop_button.isEnabled()))
        may_end.set()

    when_told(parent, stop)
    with_progress(slow, "Skriv ut", parent, background)
    assert seen == [(True, "Avbryter…", False)]


def test_how_far_it_is_is_shown_and_spoken(
    parent: QWidget, background: Background, unnamed: Callable[[QWidget], list[str]]
) -> None:
    seen = []

    def look(window: ProgressWindow) -> None:
        seen.append((window.bar.value(), window.bar.maximum(), window.bar.accessibleName()))
        seen.append((window.bar.accessibleDescription(), window.windowTitle(), unnamed(window)))
        window.reject()

    when_told(parent, look)
    with_progress(until_stopped, "Skriv ut", parent, background)
    assert seen == [
        (25, 100, "Skriv ut"),
        ("Plan 3 av 12: sida 2 av 4", "Skriv ut", []),
    ]


def test_what_goes_wrong_is_raised_where_it_was_asked_for(
    parent: QWidget, background: Background
) -> None:
    def fails(_tell: Tell) -> None:
        raise KeyError("fel")

    with pytest.raises(KeyError):
        with_progress(fails, "Skriv ut", parent, background)
