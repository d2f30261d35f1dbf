"""Earlier versions of a draft: compared with what stands now, taken back, and undone again."""

from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from ui.drafts.restore_dialog import RestoreDialog
from ui.drafts.side_by_side import SideBySide

PAGE, HOW = "participation", "participation.how"


@pytest.fixture
def edited(wizard) -> Any:
    """A draft that was first saved with one text, and then with another."""
    wizard.page.frames[HOW].focus_box()
    for text in ("Samtal hemma", "Samtal i telefon"):
        wizard.editor.change(HOW, text)
        assert wizard.finish()
    return wizard


def versions(view) -> RestoreDialog:
    view.show_versions()
    view.office.database.flush()
    return next(d for d in view.findChildren(RestoreDialog) if d.isVisible())


def points(view) -> list[str]:
    store, plan_id = view.office.store, view.editor.plan.id
    found = view.office.database.call(lambda: store.restore_points(plan_id))
    return [point.plan.participation.how for point in found]


def test_an_earlier_version_stands_beside_what_stands_now(edited, unnamed):
    dialog = versions(edited)
    [row] = dialog.table.rows
    assert [cell.text for cell in row.cells] == ["2026-11-23 kl. 11.00", "Delaktighet"]
    [pair] = dialog.findChildren(SideBySide)
    assert pair.texts == ("Samtal i telefon", "Samtal hemma")
    assert dialog.take_back.isEnabled()
    assert unnamed(dialog) == []
    assert dialog.empty.isHidden()


def test_a_version_is_taken_back_and_what_stood_there_is_kept_to_come_back_to(edited, disk):
    versions(edited).take_back.click()
    edited.office.database.flush()
    assert edited.editor.plan.participation.how == "Samtal hemma"
    assert edited.page.frames[HOW].box.toPlainText() == "Samtal hemma"
    assert edited.step.id == "participation"
    assert edited.finish()
    assert disk.record(edited).plan.participation.how == "Samtal hemma"
    assert points(edited) == ["Samtal i telefon", "Samtal hemma"]
    # What was taken back is undone the same way.
    versions(edited).take_back.click()
    edited.office.database.flush()
    assert edited.editor.plan.participation.how == "Samtal i telefon"


def test_a_version_that_is_the_same_cannot_be_taken_back(edited):
    edited.editor.change(HOW, "Samtal hemma")
    dialog = versions(edited)
    assert dialog.table.rows[0].cells[1].text == "Samma text som nu"
    assert not dialog.take_back.isEnabled()
    assert dialog.findChildren(SideBySide) == []


def test_rows_and_life_areas_come_back_too(edited, disk):
    before = edited.editor.plan
    assert edited.finish()
    edited.office.database.call(lambda: edited.office.store.keep_point(before.id))
    edited.go("area.d5")
    edited.editor.change("area.d5.activities", ())
    dialog = versions(edited)
    assert "Personlig vård" in dialog.table.rows[0].cells[1].text
    dialog.take_back.click()
    edited.office.database.flush()
    assert edited.editor.plan == before
    assert edited.finish()
    assert disk.record(edited).plan == before


def test_everything_since_the_plan_was_opened_is_undone_after_a_question(edited, disk, messages):
    opened = edited.editor.as_opened
    dialog = versions(edited)
    dialog.undo.click()
    [box] = messages()
    buttons = {button.text(): button for button in box.buttons()}
    assert box.defaultButton() is buttons["Behåll det jag skrivit"]
    buttons["Behåll det jag skrivit"].click()
    assert edited.editor.plan.participation.how == "Samtal i telefon"
    dialog.undo.click()
    [box] = messages()
    next(b for b in box.buttons() if b.text() == "Ångra allt").click()
    edited.office.database.flush()
    assert edited.editor.plan == opened
    assert edited.finish()
    assert disk.record(edited).plan == opened
    assert points(edited)[0] == "Samtal i telefon"


def test_the_state_at_opening_is_told_of(edited, show_wizard, reopen):
    again = show_wizard(reopen(edited.editor.plan.id))
    again.editor.change(HOW, "Ett möte")
    dialog = versions(again)
    assert dialog.table.rows[0].cells[1].text == "Delaktighet, när utkastet öppnades"


def test_a_form_that_was_just_begun_has_no_versions_and_nothing_to_undo(wizard):
    dialog = versions(wizard)
    assert dialog.empty.isVisible()
    assert not dialog.table.isVisible()
    assert not dialog.take_back.isEnabled()
    assert not dialog.undo.isEnabled()


def test_what_cannot_be_saved_is_told_before_any_version_is_shown(wizard, disk, messages):
    wizard.editor.change(HOW, "Osparat")
    disk.refuse()
    wizard.show_versions()
    disk.refuse(False)
    assert len(messages()) == 1
    assert not wizard.findChildren(RestoreDialog)


def test_the_review_leads_to_the_versions(edited):
    edited.go("review")
    edited.page.versions.click()
    edited.office.database.flush()
    dialog = next(d for d in edited.findChildren(RestoreDialog) if d.isVisible())
    assert any("20 senaste" in shown.text() for shown in dialog.findChildren(QLabel))


def test_an_established_plan_has_no_versions(current):
    current.show_versions()
    current.office.database.flush()
    assert not current.findChildren(RestoreDialog)
