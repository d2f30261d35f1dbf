"""The mark that one writes in a draft: set, told to others, and taken away."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from gplan_desktop.domain.user import only_user
from gplan_desktop.editing import PlanEditor
from gplan_desktop.planning import open_plan
from ui.drafts.writing_mark import WritingMark
from ui.office import Office

DRAFT = "olena-utkast"


@pytest.fixture
def mark(office: Office) -> Callable[[str], WritingMark]:
    """Make the mark of somebody who has opened a plan."""

    def make(plan_id: str = DRAFT) -> WritingMark:
        opened = office.database.call(lambda: open_plan(plan_id, office.desk()))
        return WritingMark(PlanEditor(opened.record, opened.situation), office)

    return make


def writer(office: Office) -> Any:
    office.database.flush()
    return office.database.call(lambda: office.store.writers.now(DRAFT))


def test_the_mark_stands_until_the_draft_is_left(office, mark, messages):
    one = mark()
    one.begin()
    assert writer(office).name == office.unit.coordinator
    one.end()
    one.end()
    assert writer(office) is None
    assert messages() == []


def test_another_user_who_writes_there_is_told_of(office, mark, messages, put_up):
    window = put_up(QWidget())
    mark().begin()
    office.database.flush()
    office.database.call(lambda: office.store.work_as(only_user("Bo Lind")))
    mark().begin()
    office.database.flush()
    [box] = messages()
    assert box.parent() is window
    told = f"{office.unit.coordinator} skriver också i planen, sedan 2026-11-23 kl. 11.00."
    assert box.text() == told
    assert "Inget skrivs över" in box.informativeText()


def test_an_established_plan_is_not_marked(office, mark):
    one = mark("karin-plan-2")
    one.begin()
    one.end()
    assert writer(office) is None
