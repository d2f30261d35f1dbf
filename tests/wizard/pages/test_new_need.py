"""A need that does not fit is written to the case officer and stays as a task (S69, F36)."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from ui.widgets.tick_box import TickBox
from wizard.need_dialog import NeedDialog

PAGE = "area.d5"


def open_dialog(wizard) -> NeedDialog:
    wizard.page.new_need.write.click()
    return next(d for d in wizard.findChildren(NeedDialog) if d.isVisible())


def keep(wizard, office, text: str) -> None:
    dialog = open_dialog(wizard)
    dialog.box.set_value(text)
    dialog.keep.click()
    office.database.flush()


def test_the_text_is_ready_with_its_first_blank_marked(wizard, unnamed):
    dialog = open_dialog(wizard)
    assert "Peter Hallberg" in dialog.text
    assert "Personlig vård" in dialog.text
    assert dialog.box.textCursor().selectedText().startswith("[…")
    assert unnamed(dialog) == []
    dialog.keep.click()
    assert dialog.isVisible()
    assert dialog.told.text().startswith("Fyll i eller ta bort")
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == dialog.text
    # What was begun is there the next time.
    dialog.box.set_value("Halvt")
    dialog.reject()
    assert open_dialog(wizard).text == "Halvt"


def test_it_is_kept_as_a_task_and_ticked_on_the_page(wizard, office, today):
    wizard.editor.change("area.d5.result", "Något")
    person = wizard.editor.plan.person_id
    keep(wizard, office, "Karin behöver en ramp.")
    [task] = office.database.call(lambda: office.store.tasks.of_person(person))
    assert (task.text, task.area, task.created_by) == (
        "Karin behöver en ramp.",
        "d5",
        office.unit.coordinator,
    )
    assert task.plan_id == wizard.editor.plan.id
    assert wizard.editor.record.version > 0
    shown = wizard.page.new_need.tasks
    assert "Karin behöver en ramp." in [w.text() for w in shown.findChildren(QLabel)]
    shown.findChild(TickBox).click()
    office.database.flush()
    [task] = office.database.call(lambda: office.store.tasks.of_person(person))
    assert not task.is_open
    assert any(w.text().startswith("Klar") for w in shown.findChildren(QLabel))


def test_a_task_of_a_form_that_is_dropped_points_at_no_plan(wizard, office):
    keep(wizard, office, "En ramp.")
    person = wizard.editor.plan.person_id
    [task] = office.database.call(lambda: office.store.tasks.of_person(person))
    assert task.plan_id == ""
