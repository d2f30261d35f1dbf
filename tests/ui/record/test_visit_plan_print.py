"""The paper of a visit plan shows its code only when somebody wants it to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from gplan_desktop.domain.tabs import Secret
from gplan_desktop.domain.visit_plan import Home, VisitPlan, VisitPlanRecord
from ui.office import Office
from ui.paper_dialog import PaperDialog
from ui.record.visit_plan_print import CANCEL, WITH_CODE, WITHOUT_CODE, print_visit_plan

PLAN = VisitPlan("b1", "mirela", "Morgon/kväll", written_on=date(2026, 11, 23), home=Home(False))
CODE = Secret("2468")

Messages = Callable[[], list[QMessageBox]]


@pytest.fixture
def begin(office: Office, put_up: Callable[..., Any]) -> Callable[[Secret], QWidget]:
    """Ask for the paper of a visit plan with this code; the window it comes over."""

    def begin(code: Secret) -> QWidget:
        plan = replace(PLAN, home=replace(PLAN.home, medicine_cabinet_code=code))
        store = office.store
        office.database.call(lambda: store.visit_plans.save(plan, 0, "s"))
        record: VisitPlanRecord = office.database.call(lambda: store.visit_plans.get("b1"))
        person = office.database.call(lambda: store.person("mirela"))
        window: QWidget = put_up(QWidget())
        print_visit_plan(person, record, office, window)
        return window

    return begin


def answer(messages: Messages, text: str) -> None:
    (box,) = messages()
    next(button for button in box.buttons() if button.text() == text).click()


def shown(window: QWidget, office: Office) -> list[PaperDialog]:
    office.database.flush()
    office.paper.flush()
    return window.findChildren(PaperDialog)


def test_without_a_code_there_is_nothing_to_ask(
    begin: Callable[[Secret], QWidget], office: Office, messages: Messages
) -> None:
    window = begin(Secret(""))
    assert messages() == []
    (dialog,) = shown(window, office)
    dialog.close()


@pytest.mark.parametrize(("text", "logged"), [(WITHOUT_CODE, False), (WITH_CODE, True)])
def test_the_answer_decides_and_a_code_shown_is_in_the_log(
    begin: Callable[[Secret], QWidget],
    office: Office,
    messages: Messages,
    text: str,
    logged: bool,
) -> None:
    window = begin(CODE)
    answer(messages, text)
    (dialog,) = shown(window, office)
    actions = [entry.action for entry in office.database.call(office.store.audit)]
    assert ("code.shown" in actions[-1:]) is logged
    dialog.close()


def test_one_may_also_leave_it(
    begin: Callable[[Secret], QWidget], office: Office, messages: Messages
) -> None:
    window = begin(CODE)
    answer(messages, CANCEL)
    assert shown(window, office) == []
