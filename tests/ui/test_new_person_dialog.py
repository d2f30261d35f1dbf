from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from gplan_desktop.domain.identifiers import IdentifierKind
from gplan_desktop.domain.person import Person, SupportKind
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.new_person_dialog import NewPersonDialog
from ui.office import Office

RIGHT = {
    "given_name": "Åsa <b>",
    "family_name": "Öberg & Ek",
    "personal_id": "19490810-2389",
    "support_start": "2026-11-02",
    "unit": "Norra",
    "provider": "Vård AB",
    "address": "Storgatan 1",
    "phone": "070-174 06 99",
}


@pytest.fixture
def added() -> list[Person]:
    return []


@pytest.fixture
def dialog(office: Office, qtbot: Any, added: list[Person]) -> Iterator[NewPersonDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    dialog = NewPersonDialog(office, parent)
    dialog.added.connect(added.append)
    dialog.open()
    QApplication.processEvents()
    qtbot.waitUntil(dialog.isActiveWindow)
    yield dialog
    office.database.flush()


@pytest.fixture
def fill(dialog: NewPersonDialog, type_text: Callable[..., None]) -> Callable[..., None]:
    """Fill in the dialog as people do: type, tab, tick."""

    def fill(**changes: str) -> None:
        for part, text in (RIGHT | changes).items():
            dialog.frames[part].focus_box()
            type_text(dialog.focusWidget(), text)
        dialog.frames["support_kinds"].box.buttons[SupportKind.HOME_CARE].click()

    return fill


@pytest.fixture
def hand_in(dialog: NewPersonDialog, office: Office) -> Callable[[], None]:
    def hand_in() -> None:
        dialog.do_it.click()
        office.database.flush()

    return hand_in


def told(dialog: NewPersonDialog) -> dict[str, str]:
    """What stands to be put right, by field."""
    return {part: f.problem.text() for part, f in dialog.frames.items() if f.problem.isVisible()}


def test_a_person_is_added_as_typed_and_is_in_the_store(
    dialog: NewPersonDialog, fill: Any, hand_in: Any, added: list[Person], office: Office
) -> None:
    fill()
    hand_in()
    (person,) = added
    assert person.name == "Åsa <b> Öberg & Ek"
    assert str(person.personal_id) == "19490810-2389"
    assert person.support_kinds == (SupportKind.HOME_CARE,)
    assert (person.unit, person.provider.name) == ("Norra", "Vård AB")
    assert (person.address, person.phone) == ("Storgatan 1", "070-174 06 99")
    assert office.database.call(lambda: office.store.person(person.id)) == person


def test_the_keyboard_starts_at_the_given_name(dialog: NewPersonDialog) -> None:
    assert dialog.focusWidget() is dialog.frames["given_name"].box


def test_everything_missing_is_told_at_its_field_and_the_keyboard_goes_to_the_first(
    dialog: NewPersonDialog, hand_in: Any, added: list[Person]
) -> None:
    hand_in()
    required = {part for part, frame in dialog.frames.items() if frame.text.required}
    assert set(told(dialog)) == required
    assert dialog.problem.text() == "Det finns något att åtgärda."
    assert dialog.focusWidget() is dialog.frames["given_name"].box
    assert added == []


def test_a_wrong_number_is_told_and_kept_to_be_put_right(
    dialog: NewPersonDialog, fill: Any, hand_in: Any, added: Any, type_text: Any
) -> None:
    fill(personal_id="")
    box: Any = dialog.frames["personal_id"].box
    for number, says in (
        ("19410331-9037", "sista siffran"),
        ("410331", "tolv siffror"),
        ("20991231-1234", "födelseår"),
        ("19411331-9036", "inte ett datum"),
    ):
        box.clear()
        type_text(box, number)
        hand_in()
        assert list(told(dialog)) == ["personal_id"], number
        assert says in told(dialog)["personal_id"]
        assert box.text() == number
        assert added == []


def test_a_number_that_is_put_right_is_taken(
    dialog: NewPersonDialog, fill: Any, hand_in: Any, added: list[Person]
) -> None:
    fill(personal_id="19490810-2380")
    hand_in()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Backspace)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_9)
    hand_in()
    assert [str(person.personal_id) for person in added] == ["19490810-2389"]


def test_a_number_that_is_known_is_told_and_nothing_typed_is_lost(
    dialog: NewPersonDialog, fill: Any, hand_in: Any, added: Any
) -> None:
    fill(personal_id="19310401-9140")
    hand_in()
    assert dialog.isVisible()
    assert "redan en person med det personnumret" in dialog.problem.text()
    assert dialog.frames["given_name"].box.text() == RIGHT["given_name"]
    assert added == []


def test_a_reserve_number_is_taken_when_it_is_said_to_be_one(
    dialog: NewPersonDialog, fill: Any, hand_in: Any, added: list[Person]
) -> None:
    fill(personal_id="R-2026-TF14")
    dialog.reserve.click()
    hand_in()
    assert added[0].personal_id.kind is IdentifierKind.RESERVE


def test_a_protected_person_keeps_no_address_and_no_phone(
    dialog: NewPersonDialog, fill: Any, hand_in: Any, added: list[Person], office: Office
) -> None:
    fill()
    dialog.frames["protected_identity"].box.click()
    hand_in()
    kept = office.database.call(lambda: office.store.person(added[0].id))
    assert kept.protected_identity
    assert (kept.address, kept.phone) == ("", "")


def test_that_address_and_phone_are_not_kept_is_told_before_it_happens(
    dialog: NewPersonDialog, fill: Any
) -> None:
    fill()
    assert dialog.notice.isHidden()
    dialog.frames["protected_identity"].box.click()
    assert not dialog.notice.isHidden()
    boxes = [dialog.frames[part].box for part in ("address", "phone")]
    assert [box.isReadOnly() for box in boxes] == [True, True]
    dialog.frames["protected_identity"].box.click()
    assert dialog.notice.isHidden()
    assert [(box.isReadOnly(), bool(box.text())) for box in boxes] == [(False, True)] * 2


def test_an_external_provider_is_marked(
    dialog: NewPersonDialog, fill: Any, hand_in: Any, added: list[Person]
) -> None:
    fill()
    dialog.external.click()
    hand_in()
    assert added[0].provider.external


def test_signs_that_cannot_be_stored_are_left_out(
    dialog: NewPersonDialog, fill: Any, hand_in: Any, added: list[Person]
) -> None:
    fill(given_name="Å\0sa\x07")
    hand_in()
    assert added[0].given_name == "Åsa"


def test_esc_asks_before_what_was_typed_is_thrown_away(
    dialog: NewPersonDialog, fill: Any, office: Office, added: list[Person], messages: Any
) -> None:
    fill()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    (question,) = messages()
    assert dialog.isVisible()
    next(b for b in question.buttons() if b.text() == "Släng det jag skrev").click()
    office.database.flush()
    assert not isValid(dialog) or not dialog.isVisible()
    assert added == []


def test_esc_leaves_at_once_when_nothing_was_typed(dialog: NewPersonDialog, messages: Any) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert messages() == []
    assert not isValid(dialog) or not dialog.isVisible()


def test_everything_has_a_name_and_its_room(
    dialog: NewPersonDialog, unnamed: Any, clipped: Any
) -> None:
    assert unnamed(dialog) == []
    assert clipped(dialog) == []


def test_the_largest_text_is_scrolled_and_not_clipped(
    qapp: QApplication, office: Office, qtbot: Any, clipped: Any
) -> None:
    larger = themes.apply(qapp, Settings(theme="light", text_size=200))
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = NewPersonDialog(replace(office, theme=larger), parent)
    dialog.open()
    QApplication.processEvents()
    assert clipped(dialog) == []
    assert dialog.height() <= parent.screen().availableSize().height()


def test_tab_goes_from_the_number_to_its_tick_and_on(dialog: NewPersonDialog) -> None:
    dialog.frames["personal_id"].focus_box()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.reserve
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.frames["support_start"].box.line
