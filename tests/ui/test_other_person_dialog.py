"""Another unit's person is opened with the whole number and a reason, which stands in the log."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from gplan_desktop.domain.user import with_role
from gplan_desktop.errors import NotOwnPerson
from gplan_desktop.program.offices import standing
from ui.office import Office
from ui.other_person_dialog import OtherPersonDialog, is_whole_number

Show = Callable[[str], OtherPersonDialog]


@pytest.fixture
def coordinator(office: Office) -> Office:
    """The office of one whose own unit has nobody."""
    store, roles = office.store, office.method.access.roles
    actor = replace(with_role("u1", "Kim Ek", "samordnare", roles), units=frozenset({"Ingen"}))
    office.database.call(lambda: store.work_as(actor))
    return replace(office, standing=standing(store))


@pytest.fixture
def number(office: Office) -> str:
    """Karin's number."""
    return str(office.database.call(lambda: office.store.person("karin")).personal_id)


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def show(
    number: str, coordinator: Office, put_up: Callable[..., Any], opened: list[str]
) -> Callable[[str], OtherPersonDialog]:
    under = put_up(QWidget())

    def show(typed: str) -> OtherPersonDialog:
        dialog = OtherPersonDialog(coordinator, typed, under)
        dialog.opened.connect(opened.append)
        dialog.open()
        return dialog

    return show


def choose(dialog: OtherPersonDialog, reason: str) -> None:
    next(one for one in dialog.reasons.buttons if one.text() == reason).click()


def press(dialog: OtherPersonDialog, office: Office) -> None:
    dialog.do_it.click()
    office.database.flush()


def reasons(office: Office) -> list[Any]:
    rows = office.database.call(
        lambda: office.store._connection.rows("SELECT person_id, by, reason FROM opened_other")
    )
    return [(row["person_id"], row["by"], row["reason"]) for row in rows]


def test_a_ready_reason_opens_the_person_and_is_logged(
    show: Show, coordinator: Office, number: str, opened: list[str]
) -> None:
    with pytest.raises(NotOwnPerson):
        coordinator.database.call(lambda: coordinator.store.person("karin"))
    dialog = show(number)
    choose(dialog, "Jag ersätter en kollega")
    press(dialog, coordinator)
    assert opened == ["karin"]
    assert reasons(coordinator) == [("karin", "Kim Ek", "Jag ersätter en kollega")]
    assert coordinator.database.call(lambda: coordinator.store.person("karin")).id == "karin"


def test_an_own_reason_is_written(
    show: Show, coordinator: Office, number: str, opened: list[str], type_text: Any
) -> None:
    dialog = show("")
    type_text(dialog.number, number.replace("-", ""))
    choose(dialog, "Något annat skäl")
    press(dialog, coordinator)
    assert "varför du öppnar" in dialog.problem.text()
    type_text(dialog.own, "Akut hembesök på Åsgatan")
    press(dialog, coordinator)
    assert opened == ["karin"]
    assert reasons(coordinator)[0][2] == "Akut hembesök på Åsgatan"


@pytest.mark.parametrize(
    ("typed", "reason", "says"),
    [
        ("", "Individen har bytt enhet", "tolv siffror"),
        ("19410331-9037", "Individen har bytt enhet", "sista siffran"),
        ("19410331-9036", "", "varför du öppnar"),
        ("19121212-1212", "Enhetschefen har bett mig", "Ingen individ i enheten"),
    ],
)
def test_what_is_lacking_is_told_and_nothing_is_opened(
    show: Show, coordinator: Office, opened: list[str], typed: str, reason: str, says: str
) -> None:
    dialog = show(typed)
    if reason:
        choose(dialog, reason)
    press(dialog, coordinator)
    assert says in dialog.problem.text()
    assert dialog.isVisible()
    assert dialog.do_it.isEnabled()
    assert opened == []
    assert reasons(coordinator) == []


def test_who_may_never_open_others_is_told_why(
    show: Show, coordinator: Office, number: str, opened: list[str]
) -> None:
    roles = coordinator.method.access.roles
    actor = replace(with_role("u2", "Bo Al", "extern_utforare", roles), provider="Omsorg AB")
    coordinator.database.call(lambda: coordinator.store.work_as(actor))
    dialog = show(number)
    choose(dialog, "Individen har bytt enhet")
    press(dialog, coordinator)
    assert "hör inte till dina individer" in dialog.problem.text()
    assert opened == []


def test_it_is_said_that_it_is_logged_and_every_part_has_a_name(
    show: Show, unnamed: Any, clipped: Any, coordinator: Office
) -> None:
    dialog = show("")
    assert unnamed(dialog) == []
    assert clipped(dialog) == []


@pytest.mark.parametrize(
    ("text", "whole"), [("19410331-9036", True), ("194103319036", True), ("Karin", False)]
)
def test_a_whole_number_is_known(office: Office, text: str, whole: bool) -> None:
    assert is_whole_number(text, office) is whole
