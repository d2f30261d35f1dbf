"""What stands about a person is corrected: seen before it is saved, and kept as it was."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from gplan_desktop.domain.person import Person, SupportKind
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.correct_person_dialog import CorrectPersonDialog
from ui.office import Office


@pytest.fixture
def karin(office: Office) -> Person:
    """Karin as she is in the store, after her phone and unit were corrected once."""

    def corrected() -> Person:
        store = office.store
        person = store.person(store.people("Karin")[0].id)
        store.change_person(replace(person, phone="070-174 06 77", unit="Södra"))
        return store.person(person.id)

    return office.database.call(corrected)


@pytest.fixture
def changed() -> list[Person]:
    return []


@pytest.fixture
def correct(
    office: Office, qtbot: Any, changed: list[Person]
) -> Iterator[Callable[..., CorrectPersonDialog]]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def correct(person: Person, **of_office: Any) -> CorrectPersonDialog:
        dialog = CorrectPersonDialog(person, replace(office, **of_office), parent)
        dialog.changed.connect(changed.append)
        dialog.open()
        QApplication.processEvents()
        qtbot.waitUntil(dialog.isActiveWindow)
        office.database.flush()
        return dialog

    yield correct
    office.database.flush()


@pytest.fixture
def dialog(correct: Callable[..., CorrectPersonDialog], karin: Person) -> CorrectPersonDialog:
    return correct(karin)


@pytest.fixture
def write(type_text: Callable[..., None]) -> Callable[..., None]:
    """Write something else in a field."""

    def write(dialog: CorrectPersonDialog, part: str, text: str) -> None:
        dialog.frames[part].focus_box()
        dialog.focusWidget().selectAll()
        type_text(dialog.focusWidget(), text)

    return write


@pytest.fixture
def hand_in(office: Office) -> Callable[..., None]:
    def hand_in(dialog: CorrectPersonDialog) -> None:
        dialog.do_it.click()
        office.database.flush()

    return hand_in


def answer(messages: Any, text: str) -> None:
    (question,) = messages()
    next(button for button in question.buttons() if button.text() == text).click()


def test_everything_stands_as_it_is_known(dialog: CorrectPersonDialog, karin: Person) -> None:
    frames = dialog.frames
    assert frames["given_name"].box.text() == karin.given_name
    assert frames["personal_id"].box.text() == str(karin.personal_id)
    assert frames["support_start"].box.line.text() == karin.support_start.isoformat()
    assert frames["support_kinds"].box.buttons[SupportKind.HOME_CARE].isChecked()
    assert frames["phone"].box.text() == "070-174 06 77"
    assert dialog.summary.text() == "Inget är ändrat än."
    assert not dialog.has_typed()


def test_a_change_is_seen_saved_and_kept_as_it_was(
    dialog: CorrectPersonDialog,
    write: Any,
    hand_in: Any,
    changed: list[Person],
    office: Office,
    karin: Person,
) -> None:
    write(dialog, "address", "Nygatan 2 <b>")
    dialog.frames["support_kinds"].box.buttons[SupportKind.NIGHT].click()
    told = dialog.frames["address"].problem
    assert told.text() == f"Ändrat. Förut stod det: ”{karin.address}”"
    assert told.property("role") == "warning"
    assert dialog.summary.text() == "Ändrat: Stöd som individen har, Adress."
    hand_in(dialog)
    (person,) = changed
    assert (person.id, person.address) == (karin.id, "Nygatan 2 <b>")
    assert SupportKind.NIGHT in person.support_kinds
    assert office.database.call(lambda: office.store.person(karin.id)) == person
    history = office.database.call(lambda: office.store.person_history(karin.id))
    assert history[0].person == karin


def test_what_was_changed_back_is_no_change(
    dialog: CorrectPersonDialog, write: Any, karin: Person
) -> None:
    write(dialog, "unit", "Norra")
    write(dialog, "unit", karin.unit)
    assert not dialog.frames["unit"].problem.isVisible()
    assert dialog.summary.text() == "Inget är ändrat än."
    assert not dialog.has_typed()


def test_earlier_corrections_are_told_by_their_facts(
    dialog: CorrectPersonDialog, office: Office
) -> None:
    by = office.unit.coordinator
    assert dialog.history.text() == f"Ändrad 2026-11-23 kl. 11.00 av {by}: enhet, telefon"
    assert not dialog.history.isHidden()


def test_a_person_who_never_was_corrected_has_no_history(
    correct: Callable[..., CorrectPersonDialog], office: Office
) -> None:
    person = office.database.call(lambda: office.store.person(office.store.people("Elsa")[0].id))
    assert correct(person).history.isHidden()


def test_a_protected_identity_takes_the_address_away_after_a_question(
    dialog: CorrectPersonDialog, hand_in: Any, changed: Any, messages: Any, office: Office
) -> None:
    dialog.frames["protected_identity"].box.click()
    assert not dialog.notice.isHidden()
    assert dialog.frames["address"].problem.text().startswith("Tas bort")
    hand_in(dialog)
    answer(messages, "Gå tillbaka")
    assert (changed, dialog.isVisible()) == ([], True)
    hand_in(dialog)
    answer(messages, "Ta bort dem och spara")
    office.database.flush()
    (person,) = changed
    assert person.protected_identity
    assert (person.address, person.phone) == ("", "")


def test_a_number_of_somebody_else_is_told_at_its_field_and_nothing_is_lost(
    dialog: CorrectPersonDialog,
    write: Any,
    hand_in: Any,
    changed: Any,
    office: Office,
    karin: Person,
) -> None:
    other = office.database.call(lambda: office.store.person(office.store.people("Elsa")[0].id))
    write(dialog, "unit", "Norra")
    write(dialog, "personal_id", str(other.personal_id))
    hand_in(dialog)
    assert dialog.frames["personal_id"].problem.text().startswith("En annan person i enheten har")
    assert dialog.frames["personal_id"].problem.property("role") == "problem"
    assert dialog.frames["unit"].problem.text() == f"Ändrat. Förut stod det: ”{karin.unit}”"
    assert changed == []
    write(dialog, "personal_id", str(karin.personal_id))
    hand_in(dialog)
    assert [person.unit for person in changed] == ["Norra"]


def test_what_is_missing_is_told_at_its_field(
    dialog: CorrectPersonDialog, write: Any, hand_in: Any, changed: Any
) -> None:
    write(dialog, "family_name", " ")
    hand_in(dialog)
    assert dialog.frames["family_name"].problem.text() == "Skriv efternamnet."
    assert dialog.focusWidget() is dialog.frames["family_name"].box
    assert changed == []


def test_esc_asks_only_when_something_was_changed(
    dialog: CorrectPersonDialog, write: Any, messages: Any
) -> None:
    write(dialog, "unit", "Norra")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    answer(messages, "Släng det jag skrev")
    assert not isValid(dialog) or not dialog.isVisible()


def test_everything_has_a_name_and_its_room(
    correct: Callable[..., CorrectPersonDialog],
    qapp: QApplication,
    karin: Person,
    unnamed: Any,
    clipped: Any,
) -> None:
    worn = themes.apply(qapp, Settings(theme="light", text_size=200))
    dialog = correct(karin, theme=worn)
    dialog.frames["protected_identity"].box.click()
    QApplication.processEvents()
    assert unnamed(dialog) == []
    assert clipped(dialog) == []
