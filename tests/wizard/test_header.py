"""How many life areas are reviewed, and the way to the next one (F34)."""

from PySide6.QtCore import Qt

from gplan_desktop.domain.plan import GoalAttainment


def test_f7_and_the_button_go_to_the_next_area_that_waits(wizard, qtbot):
    assert wizard.header.review.text() == "0 av 5 omprövade"
    assert "F7" in wizard.header.review.toolTip()
    wizard.go("name")
    qtbot.keyClick(wizard, Qt.Key.Key_F7)
    assert wizard.step.id == "area.d4"
    assert wizard._field_in_use().field == "area.d4.attainment"
    wizard.header.review.click()
    assert wizard.step.id == "area.d5"
    for area in wizard.editor.plan.areas:
        wizard.editor.change(f"area.{area.code}.attainment", GoalAttainment.REMAINS)
    assert wizard.header.review.text() == "5 av 5 omprövade"
    wizard.review_next()
    assert wizard.step.id == "attainment"


def test_an_established_plan_has_nothing_to_review(current):
    assert not current.header.review.isVisible()
    current.review_next()
