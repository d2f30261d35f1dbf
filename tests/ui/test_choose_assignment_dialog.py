"""Which assignment a plan stands on is asked when more than one could be meant."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.planning import Choices
from ui.choose_assignment_dialog import ChooseAssignmentDialog, choose_assignment
from ui.office import Office


@pytest.fixture
def own(office: Office) -> Assignment:
    return office.database.call(lambda: office.store.assignments.of_person("karin"))[0]


@pytest.fixture
def newer(own: Assignment, office: Office) -> Assignment:
    return replace(own, id="nytt", day=office.today(), case_officer="Eva Ström")


@pytest.fixture
def chosen() -> list[str]:
    return []


@pytest.fixture
def ask(office: Office, own: Assignment, put_up: Any, qtbot: Any, chosen: list[str]) -> Any:
    """Ask over a window, which is held until the test is over."""
    window = put_up(QWidget())

    def ask(*assignments: Assignment) -> ChooseAssignmentDialog | None:
        choices = Choices(assignments, {own.id: "Genomförandeplan Hemvård"})
        choose_assignment(choices, office.theme, window, chosen.append)
        dialog = window.findChild(ChooseAssignmentDialog)
        if dialog:
            QApplication.processEvents()
            qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return ask


def test_nothing_is_asked_when_it_is_clear(ask: Any, own: Assignment, chosen: list[str]) -> None:
    assert ask(own) is None
    assert chosen == [own.id]


def test_the_proposed_one_is_first_and_chosen(
    ask: Any, own: Assignment, newer: Assignment, chosen: list[str]
) -> None:
    dialog = ask(newer, own)
    first, second = dialog.which.buttons
    assert first.text().startswith("2026-11-23, Eva Ström (förslag)\nFörflyttning, Personlig vård")
    assert second.text().endswith("Genomförandeplan Hemvård bygger på det nu.")
    assert first.isChecked()
    assert first.hasFocus()
    dialog.do_it.click()
    assert chosen == ["nytt"]


def test_another_one_is_chosen_by_keyboard(
    ask: Any, own: Assignment, newer: Assignment, chosen: list[str]
) -> None:
    dialog = ask(newer, own)
    QTest.keyClick(dialog.which.buttons[0], Qt.Key.Key_Down)
    dialog.do_it.click()
    assert chosen == [own.id]


def test_esc_begins_nothing(
    ask: Any, own: Assignment, newer: Assignment, chosen: list[str], unnamed: Any, clipped: Any
) -> None:
    dialog = ask(newer, own)
    assert unnamed(dialog) == []
    assert clipped(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert chosen == []
