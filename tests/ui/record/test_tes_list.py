"""The text for TES: copied line by line, ticked off, and gone on with another day (F57)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gplan_desktop.domain.tabs import Secret
from gplan_desktop.domain.visit_plan import Arrival, Home, VisitPlan
from ui.office import Office
from ui.record.tes_list import TesDialog

PLAN = VisitPlan(
    "b1",
    "mirela",
    "Morgonbesök",
    arrival=Arrival(bring_key=True, door_alarm=True),
    home=Home(others_live_here=False, animals="katt"),
)
WITH_CODE = replace(PLAN, home=replace(PLAN.home, medicine_cabinet_code=Secret("2468")))
ANIMALS = 1


@pytest.fixture
def window(put_up: Callable[..., Any]) -> QWidget:
    made: QWidget = put_up(QWidget())
    return made


@pytest.fixture
def show(office: Office, window: QWidget, put_up: Callable[..., Any]) -> Callable[..., TesDialog]:
    """Open the list of a visit plan."""

    def show(plan: VisitPlan = PLAN) -> TesDialog:
        person = office.database.call(lambda: office.store.person("mirela"))
        dialog = TesDialog(person, plan, office, window)
        put_up(dialog, (600, 500))
        office.database.flush()
        return dialog

    return show


def copy(dialog: TesDialog, office: Office, row: int) -> None:
    dialog.rows[row].copy.click()
    office.database.flush()


def ticked(dialog: TesDialog) -> list[bool]:
    return [row.tick.isChecked() for row in dialog.rows]


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_copying_a_line_ticks_it_and_it_is_ticked_the_next_time(
    show: Callable[..., TesDialog], office: Office
) -> None:
    dialog = show()
    assert ticked(dialog) == [False] * 4
    copy(dialog, office, ANIMALS)
    assert clipboard() == "Djur finns i bostaden: katt"
    assert dialog.progress.text() == "1 av 4 inklistrade"
    again = show()
    assert ticked(again) == [False, True, False, False]
    assert again.rows[ANIMALS].state.text() == f"2026-11-23 kl. 11.00, {office.unit.coordinator}"


def test_all_is_copied_at_once_and_then_all_is_in_tes(
    show: Callable[..., TesDialog], office: Office
) -> None:
    dialog = show()
    dialog.copy_all.click()
    office.database.flush()
    assert clipboard().splitlines() == [row.item.text for row in dialog.rows]
    assert all(ticked(dialog))
    assert dialog.progress.text() == "Allt är i Tes."


def test_a_text_that_was_changed_since_is_to_be_pasted_again(
    show: Callable[..., TesDialog], office: Office
) -> None:
    copy(show(), office, ANIMALS)
    dialog = show(replace(PLAN, home=replace(PLAN.home, animals="två katter")))
    assert ticked(dialog) == [False] * 4
    assert dialog.rows[ANIMALS].state.text() == "Ändrad sedan den klistrades in"


def test_a_tick_is_set_and_taken_away_by_hand(
    show: Callable[..., TesDialog], office: Office
) -> None:
    dialog = show()
    for expected in (True, False):
        dialog.rows[0].tick.click()
        office.database.flush()
        assert ticked(show())[0] is expected


def test_what_stands_in_the_plan_no_more_is_to_be_taken_away_in_tes(
    show: Callable[..., TesDialog], office: Office
) -> None:
    copy(show(), office, ANIMALS)
    dialog = show(replace(PLAN, home=replace(PLAN.home, animals="")))
    dialog.copy_all.click()
    office.database.flush()
    assert dialog.progress.text() == "3 av 3 inklistrade"
    (card,) = dialog.gone.values()
    (done,) = card.findChildren(QPushButton)
    done.click()
    office.database.flush()
    assert dialog.gone == {}
    assert dialog.progress.text() == "Allt är i Tes."


def test_a_code_is_dots_on_the_screen_and_its_copying_is_in_the_log(
    show: Callable[..., TesDialog], office: Office, unnamed: Callable[[QWidget], list[str]]
) -> None:
    dialog = show(WITH_CODE)
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Kod till medicinskåp/läkemedelsskåp: ••••" in shown
    assert not any("2468" in text for text in shown)
    assert unnamed(dialog) == []
    copy(dialog, office, 1)
    assert clipboard() == "Kod till medicinskåp/läkemedelsskåp: 2468"
    actions = [entry.action for entry in office.database.call(office.store.audit)]
    told = [action for action in actions if not action.endswith(".read")]
    assert told[-3:] == ["code.shown", "transfer.ticked", "person.copied"]
