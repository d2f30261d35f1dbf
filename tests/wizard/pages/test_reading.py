"""Pages to read, and the links in them."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gplan_desktop.planning import begin_first
from gplan_desktop.rules.steps import steps

PAGE = "other_information"
LINK = re.compile(r"\]\(([^)]*)\)")


@pytest.fixture
def first(office):
    """Mona's first plan, just begun."""
    return office.database.call(lambda: begin_first("mona", office.desk()))


def test_every_link_in_every_page_leads_to_a_step(first, method):
    always = {step.id for step in steps(first.record.plan, method)}
    linked = {
        (page, link) for page, text in method.steps.items() for link in LINK.findall(text.body)
    }
    assert {page for page, _ in linked} >= {"other_information", "plan_information", "general"}
    for page, link in linked:
        kind, _, step = link.partition(":")
        assert kind == "step", page
        assert step in always, f"{page}: {link}"


def test_a_link_is_followed_with_the_keyboard(wizard, qtbot):
    wizard.page.text.setFocus()
    qtbot.keyClick(wizard.page.text, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is wizard.page.text
    qtbot.keyClick(wizard.page.text, Qt.Key.Key_Return)
    assert wizard.step.id == "visit_plan"


def test_a_link_to_a_page_that_this_plan_lacks_leads_nowhere(show_wizard, first):
    view = show_wizard(first, at=PAGE)
    view.page.text.link_wanted.emit("step:close_previous")
    assert view.step.id == PAGE


def test_a_page_without_a_page_of_its_own_shows_the_methods_text(wizard):
    wizard.go("login")
    assert "Treserva genomförandewebb" in wizard.page.text.toPlainText()
