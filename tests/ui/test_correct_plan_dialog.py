"""What to do about an established plan is asked with when to use each way."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from gplan_desktop.domain.overview import PlanSummary
from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.planning import begin_correction
from gplan_desktop.rules.changing import Around, Change, around
from ui.correct_plan_dialog import CorrectPlanDialog
from ui.office import Office

EARLY = date(2026, 5, 20)


@pytest.fixture
def plan(office: Office) -> PlanSummary:
    plans = office.database.call(lambda: office.store.plans("karin"))
    return next(plan for plan in plans if plan.is_current)


@pytest.fixture
def decided() -> list[tuple[Change, str]]:
    return []


@pytest.fixture
def ask(
    office: Office, put_up: Any, qtbot: Any, decided: list[tuple[Change, str]]
) -> Callable[[Around], CorrectPlanDialog]:
    """Ask over a window, which is held until the test is over."""
    window = put_up(QWidget())

    def ask(found: Around) -> CorrectPlanDialog:
        dialog = CorrectPlanDialog(found, office.theme, window)
        dialog.decided.connect(lambda change, reason: decided.append((change, reason)))
        dialog.open()
        QApplication.processEvents()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return ask


def said(dialog: QWidget) -> list[str]:
    return [shown.text() for shown in dialog.findChildren(QLabel) if shown.isVisible()]


def test_each_way_tells_when_to_use_it_and_nothing_is_chosen_beforehand(
    ask: Any, plan: PlanSummary, unnamed: Any, clipped: Any
) -> None:
    dialog = ask(around(plan, [plan], EARLY))
    assert [choice.text() for choice in dialog.choices.values()] == [c.label for c in Change]
    assert {change.when for change in Change} <= {*said(dialog)}
    assert dialog.change is None
    assert not dialog.do_it.isVisible()
    assert unnamed(dialog) == []
    assert clipped(dialog) == []


@pytest.mark.parametrize(
    ("change", "verb"),
    [(Change.CORRECT, "Börja rätta"), (Change.ANNUL, "Makulera planen")],
)
def test_a_reason_is_asked_for_and_handed_over(
    ask: Any,
    plan: PlanSummary,
    decided: list[tuple[Change, str]],
    type_text: Any,
    change: Change,
    verb: str,
) -> None:
    dialog = ask(around(plan, [plan], EARLY))
    dialog.choices[change].click()
    assert dialog.do_it.text() == verb
    assert dialog.consequence.isVisible() is (change is Change.ANNUL)
    dialog.do_it.click()
    assert "Skriv skälet." in said(dialog)
    assert dialog.isVisible()
    assert dialog.reason.hasFocus()
    type_text(dialog.reason, " Fel tid på duschen ")
    dialog.do_it.click()
    assert decided == [(change, "Fel tid på duschen")]
    assert not dialog.isVisible()


def test_a_follow_up_needs_no_reason(
    ask: Any, plan: PlanSummary, decided: list[tuple[Change, str]]
) -> None:
    dialog = ask(around(plan, [plan], EARLY))
    dialog.choices[Change.NEW_VERSION].click()
    assert not dialog.reason.isVisible()
    dialog.do_it.click()
    assert decided == [(Change.NEW_VERSION, "")]


def test_a_correction_that_was_begun_is_gone_on_with(
    ask: Any, office: Office, plan: PlanSummary, decided: list[tuple[Change, str]]
) -> None:
    desk = replace(office.desk(), today=EARLY)
    office.database.call(lambda: begin_correction(plan.id, "Fel tid", desk))
    plans = office.database.call(lambda: office.store.plans("karin"))
    dialog = ask(around(plan, plans, EARLY))
    assert [one for one, choice in dialog.choices.items() if choice.isEnabled()] == [Change.CORRECT]
    dialog.choices[Change.CORRECT].click()
    assert dialog.do_it.text() == "Fortsätt rättelsen"
    dialog.do_it.click()
    assert decided == [(Change.CORRECT, "")]


def test_what_cannot_be_done_tells_why_and_enter_does_nothing(
    ask: Any, plan: PlanSummary, decided: list[tuple[Change, str]], qtbot: Any
) -> None:
    superseded = replace(plan, status=PlanStatus.SUPERSEDED)
    dialog = ask(around(superseded, [superseded], EARLY))
    why = "Planen är ersatt och gäller inte. Bara en plan som gäller kan ändras."
    assert said(dialog).count(why) == len(Change)
    assert dialog.cancel.hasFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert decided == []
    dialog.reject()


def test_it_has_room_on_a_small_screen_with_large_text(ask: Any, plan: PlanSummary) -> None:
    dialog = ask(around(plan, [plan], EARLY))
    dialog.choices[Change.ANNUL].click()
    assert dialog.sizeHint().height() <= dialog.screen().availableSize().height()
