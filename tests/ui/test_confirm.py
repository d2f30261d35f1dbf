from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from ui.confirm import Question, ask

QUESTION = Question("Ta bort <b>?", "Texten går inte att få tillbaka.", "Ta bort", "Behåll")


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def box(
    theme: Any, put_up: Callable[..., Any], done: list[str], messages: Any
) -> Iterator[QMessageBox]:
    window = put_up(QPushButton("Ta bort"), (600, 400))
    yield ask(window, QUESTION, lambda: done.append("done"))
    window.close()


def button(box: QMessageBox, text: str) -> QPushButton:
    return next(b for b in box.buttons() if b.text() == text)


def test_the_question_its_consequence_and_two_verbs_are_shown(box: QMessageBox) -> None:
    assert (box.text(), box.informativeText()) == (QUESTION.text, QUESTION.consequence)
    assert {b.text() for b in box.buttons()} == {"Ta bort", "Behåll"}
    assert box.isVisible()


def test_the_verb_does_it_once(box: QMessageBox, done: list[str]) -> None:
    button(box, "Ta bort").click()
    assert done == ["done"]
    assert not box.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_esc_leave_everything_as_it_is(
    box: QMessageBox, done: list[str], key: Qt.Key
) -> None:
    QTest.keyClick(box, key)
    assert done == []
    assert not box.isVisible()


def test_the_verb_that_leaves_does_nothing(box: QMessageBox, done: list[str]) -> None:
    button(box, "Behåll").click()
    assert done == []


def test_what_is_asked_is_shown_as_it_is_written(box: QMessageBox) -> None:
    for shown in box.findChildren(QLabel):
        assert shown.textFormat() is Qt.TextFormat.PlainText or not shown.text()
