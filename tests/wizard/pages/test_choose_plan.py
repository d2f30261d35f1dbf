"""Which plan is followed up: told, and opened to read."""

from PySide6.QtWidgets import QApplication

PAGE = "choose_plan"


def test_the_earlier_plan_can_be_opened_to_read(wizard, wishes):
    assert QApplication.focusWidget() is wizard.page.open
    wizard.page.open.click()
    assert wishes.opened == ["karin-plan-2"]
    wizard.page.change.click()
    assert wishes.left == 1
