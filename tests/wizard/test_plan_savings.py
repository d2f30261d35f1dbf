"""Saving by itself: when, in which words, and that nothing is lost when it fails."""

from PySide6.QtCore import QTimer
from shiboken6 import isValid

from gplan_desktop.domain.overview import Place
from wizard.wizard_view import WizardView

PAGE = "participation"
FAILING = "Senaste ändringen är inte sparad – försöker igen"


def kept(disk, view):
    return disk.record(view).plan


def type_in(view, field: str, text: str, type_text) -> None:
    view.go(view.editor.step_of(field), field)
    type_text(view.page.frames[field].box, text)


def test_the_text_is_saved_when_the_keys_have_rested_two_seconds(wizard, office, type_text, disk):
    told = []
    type_in(wizard, "participation.how", "Vid", type_text)
    office.database.flush()
    wizard.autosave.told.connect(lambda text, well: told.append((text, well)))
    type_text(wizard.page.frames["participation.how"].box, " köksbordet")
    assert wizard.autosave.findChild(QTimer).interval() == 2_000
    assert told == []
    disk.rest(wizard)
    assert told == [("Sparar…", True), ("Allt sparat 11.00", True)]
    assert wizard.header.saved.text() == "Allt sparat 11.00"
    assert kept(disk, wizard).participation.how == "Vid köksbordet"


def test_every_change_of_page_saves_text_and_place(wizard, office, type_text, disk):
    type_in(wizard, "participation.how", "Vid köksbordet", type_text)
    wizard.go("area.d6", "area.d6.goal")
    office.database.flush()
    plan_id = wizard.editor.plan.id
    assert kept(disk, wizard).participation.how == "Vid köksbordet"
    place = office.database.call(lambda: office.store.place(plan_id))
    assert place == Place("area.d6", "area.d6.goal")


def test_what_is_typed_during_a_save_is_saved_after_it(wizard, type_text, disk):
    type_in(wizard, "participation.how", "Vid", type_text)
    wizard.autosave.save()
    type_text(wizard.page.frames["participation.how"].box, " köksbordet")
    assert kept(disk, wizard).participation.how == "Vid"
    wizard.office.database.flush()
    disk.rest(wizard)
    assert kept(disk, wizard).participation.how == "Vid köksbordet"


def test_a_failing_save_is_told_once_tried_again_and_loses_nothing(
    wizard, type_text, disk, messages
):
    type_in(wizard, "participation.how", "Vid", type_text)
    disk.refuse()
    disk.rest(wizard)
    assert wizard.header.saved.text() == FAILING
    assert wizard.header.saved.property("role") == "problem"
    [box] = messages()
    assert "går inte att skriva" in box.text()
    box.close()
    assert wizard.autosave.findChild(QTimer).interval() == 5_000
    disk.rest(wizard)
    assert wizard.header.saved.text() == FAILING
    assert messages() == []
    type_text(wizard.page.frames["participation.how"].box, " köksbordet")
    assert not wizard.finish()
    assert messages() == []
    disk.refuse(False)
    disk.rest(wizard)
    assert wizard.header.saved.text() == "Allt sparat 11.00"
    assert wizard.header.saved.property("role") == "small"
    assert kept(disk, wizard).participation.how == "Vid köksbordet"


def test_a_save_that_fails_anew_is_told_anew(wizard, disk, messages):
    for text in ("ett", "två"):
        wizard.editor.change("participation.how", text)
        disk.refuse()
        disk.rest(wizard)
        [box] = messages()
        box.close()
        disk.refuse(False)
        disk.rest(wizard)
    assert kept(disk, wizard).participation.how == "två"


def test_leaving_saves_everything_at_once(wizard, disk, type_text):
    type_in(wizard, "area.d4.goal", " Och längre.", type_text)
    assert wizard.finish()
    assert kept(disk, wizard) == wizard.editor.plan
    assert not wizard.autosave.findChild(QTimer).isActive()


def test_the_clock_of_a_view_that_is_gone_has_stopped(office, follow_up_of, wishes, qtbot):
    opened = follow_up_of("karin-plan-2")
    view = WizardView(opened, office, wishes.ways())
    view.start(opened, help_open=False)
    view.editor.change("participation.how", "Aldrig sparat")
    timer = view.autosave.findChild(QTimer)
    assert timer.isActive()
    with qtbot.waitSignal(view.destroyed):
        view.deleteLater()
    assert not isValid(timer)
