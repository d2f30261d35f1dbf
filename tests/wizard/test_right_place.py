"""A sentence in the wrong place of the plan is moved to the right one, from its own menu."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from gplan_desktop.domain.tabs import Code, Secret
from ui.right_place.dialog import RightPlaceDialog

NEEDS = "area.d5.needs"


def dialog_of(wizard: Any) -> RightPlaceDialog:
    return next(d for d in wizard.findChildren(RightPlaceDialog) if d.isVisible())


def test_a_code_goes_from_the_plan_to_the_tabs_and_back(wizard: Any, office: Any, qtbot: Any):
    wizard.go("area.d5")
    before = wizard.editor.value(NEEDS)
    wizard.editor.change(NEEDS, f"{before} Portkoden är 1234.")
    box = wizard.page.frame_of(NEEDS).box
    qtbot.waitUntil(lambda: any("Portkod" in mark.text for mark in box.marks()))
    actions = box.menu_at(len(before) + 5).actions()
    move = next(a for a in actions if isinstance(a, QAction) and "rätt plats" in a.text())
    move.trigger()
    dialog = dialog_of(wizard)
    assert dialog.desk.box.toPlainText() == "Portkoden är 1234."
    qtbot.keyClick(dialog.desk.box, Qt.Key.Key_Return)
    assert wizard.editor.value(NEEDS) == before
    person_id = wizard.editor.plan.person_id
    tabs = office.database.call(lambda: office.store.tabs.of_person(person_id)).tabs
    assert Code("Porten", Secret("1234")) in tabs.visit.door_codes
    dialog.desk.list.cards[0].undo.click()
    assert wizard.editor.value(NEEDS) == f"{before} Portkoden är 1234."
    dialog.close()


def test_the_adviser_is_on_every_page(wizard: Any):
    wizard.go("tabs")
    wizard.header.right_place.click()
    dialog = dialog_of(wizard)
    dialog.desk.show_text("Ta med nyckel.")
    dialog.desk.list.cards[0].views[0].go_wanted.emit(dialog.desk.list.cards[0].views[0].advice)
    assert wizard.step.id == "visit_plan"
