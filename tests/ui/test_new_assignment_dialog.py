from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip, QWidget

from gplan_desktop.domain.life_areas import Functioning
from ui.new_assignment_dialog import NewAssignmentDialog
from ui.office import Office


@pytest.fixture
def dialog(office: Office, qtbot: Any) -> Iterator[NewAssignmentDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    person = office.database.call(lambda: office.store.person("harry"))
    dialog = NewAssignmentDialog(person, office, parent)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    yield dialog
    office.database.flush()


@pytest.fixture
def write(dialog: NewAssignmentDialog, type_text: Callable[..., None]) -> Callable[..., None]:
    def write(part: str, text: str) -> None:
        dialog.frames[part].focus_box()
        type_text(dialog.focusWidget(), text)

    return write


@pytest.fixture
def hand_in(dialog: NewAssignmentDialog, office: Office) -> Callable[[], None]:
    def hand_in() -> None:
        dialog.do_it.click()
        office.database.flush()

    return hand_in


def told(dialog: NewAssignmentDialog) -> dict[str, str]:
    return {part: f.problem.text() for part, f in dialog.frames.items() if f.problem.isVisible()}


def pick(dialog: NewAssignmentDialog, part: str, degree: Functioning) -> None:
    box = dialog.frames[part].box
    place = list(Functioning).index(degree)
    box.setCurrentIndex(place)
    box.activated.emit(place)


def write_area(dialog: NewAssignmentDialog, write: Any, code: str) -> None:
    dialog.ticks[code].click()
    write(f"{code}.need", "Behöver stöd på morgonen, åäö <b>&")
    write(f"{code}.goal", "Klara morgonen själv")
    write(f"{code}.support", "Hjälp varje morgon")
    pick(dialog, f"{code}.assessed", Functioning.SEVERE)
    pick(dialog, f"{code}.intended", Functioning.SLIGHT)


def test_an_assignment_is_stored_as_it_was_copied_in_official_order(
    dialog: NewAssignmentDialog, write: Any, hand_in: Any, office: Office
) -> None:
    write("day", "20/11")
    write("case_officer", "Helena Dahl")
    for code in ("b1528A", "d5"):
        write_area(dialog, write, code)
    hand_in()
    newest = office.database.call(lambda: office.store.assignments("harry"))[0]
    assert (newest.day.isoformat(), newest.case_officer) == ("2026-11-20", "Helena Dahl")
    assert [area.code for area in newest.areas] == ["d5", "b1528A"]
    area = newest.areas[0]
    assert area.need == "Behöver stöd på morgonen, åäö <b>&"
    assert (area.assessed, area.intended) == (Functioning.SEVERE, Functioning.SLIGHT)
    assert (area.goal, area.support) == ("Klara morgonen själv", "Hjälp varje morgon")


def test_only_the_life_areas_that_are_ticked_are_asked_for(
    dialog: NewAssignmentDialog, hand_in: Any
) -> None:
    assert set(dialog.frames) == {"day", "case_officer"}
    hand_in()
    assert set(told(dialog)) == {"day", "case_officer"}
    assert dialog.problem.text() == "Välj minst ett livsområde."
    dialog.ticks["d4"].click()
    hand_in()
    parts = ("need", "assessed", "intended", "goal", "support")
    assert set(told(dialog)) == {"day", "case_officer", *(f"d4.{part}" for part in parts)}


def test_what_was_written_in_an_area_is_kept_when_it_is_unticked_and_ticked_again(
    dialog: NewAssignmentDialog, write: Any
) -> None:
    dialog.ticks["d6"].click()
    write("d6.need", "Städning")
    dialog.ticks["d6"].click()
    assert dialog.typed().areas == ()
    dialog.ticks["d6"].click()
    assert dialog.typed().areas[0].need == "Städning"


def test_an_assignment_cannot_be_made_tomorrow(
    dialog: NewAssignmentDialog, write: Any, hand_in: Any
) -> None:
    write("day", "2026-11-24")
    hand_in()
    assert told(dialog)["day"] == "Uppdragets datum måste vara senast i dag, 2026-11-23."


def test_the_question_mark_shows_help_beside_the_field(
    dialog: NewAssignmentDialog, qtbot: Any
) -> None:
    dialog.frames["case_officer"].help_button.click()
    qtbot.waitUntil(QToolTip.isVisible)
    assert "Skriv för- och efternamn" in QToolTip.text()
    QToolTip.hideText()


def test_f1_shows_the_help_of_the_field_in_use(dialog: NewAssignmentDialog, qtbot: Any) -> None:
    dialog.frames["day"].focus_box()
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    qtbot.waitUntil(QToolTip.isVisible)
    assert "Skriv datumet som står på uppdraget" in QToolTip.text()
    QToolTip.hideText()


def test_everything_the_keyboard_reaches_has_a_name(
    dialog: NewAssignmentDialog, unnamed: Callable[[QWidget], list[str]]
) -> None:
    dialog.ticks["d4"].click()
    assert unnamed(dialog) == []
