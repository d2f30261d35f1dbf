"""The same draft written in two windows: put together, asked about, and never written over."""

from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from gplan_desktop.domain.print_out import Paper
from gplan_desktop.planning import establish
from gplan_desktop.rules.merging import Choice
from ui.autosave import REFUSED
from ui.drafts.merge_dialog import MergeDialog

HOW, WISHES = "participation.how", "participation.wishes"


@pytest.fixture
def elsewhere(wizard, save_elsewhere) -> Any:
    """Another place where both of two fields of the draft were written and saved."""
    wizard.editor.change(HOW, "Härifrån")
    other = save_elsewhere(wizard)
    other.editor.change(HOW, "Vi ringer.")
    assert other.finish()
    return other


def save(view) -> None:
    view.autosave.save_or_settle()
    view.office.database.flush()


def asked(view) -> MergeDialog:
    return next(d for d in view.findChildren(MergeDialog) if d.isVisible())


def is_asking(view) -> bool:
    return any(d.isVisible() for d in view.findChildren(MergeDialog))


def choose(dialog: MergeDialog, choice: Choice) -> None:
    for group in dialog.groups.values():
        place = list(Choice).index(choice)
        group.buttons[place].click()
    dialog.save.click()


def test_what_only_the_other_changed_is_taken_over_and_told(wizard, save_elsewhere, disk, messages):
    wizard.editor.change(HOW, "Härifrån")
    wizard.go("participation")
    save_elsewhere(wizard)
    wizard.editor.change(HOW, "Härifrån och vidare")
    save(wizard)
    [box] = messages()
    assert box.text() == "Texten har också ändrats från ett annat ställe: Delaktighet."
    assert "inget har skrivits över" in box.informativeText()
    kept = disk.record(wizard).plan
    assert kept == wizard.editor.plan
    assert (kept.participation.how, kept.participation.wishes) == (
        "Härifrån och vidare", "Därifrån"
    )  # fmt: skip
    assert wizard.page.frames[WISHES].box.toPlainText() == "Därifrån"
    assert wizard.header.saved.text() == "Allt sparat 11.00"


def test_a_field_that_both_changed_is_asked_about_and_nothing_is_chosen(
    wizard, elsewhere, disk, unnamed
):
    wizard.editor.change(HOW, "Jag besöker")
    save(wizard)
    dialog = asked(wizard)
    assert list(dialog.groups) == [HOW]
    assert not any(button.isChecked() for button in dialog.groups[HOW].buttons)
    assert not dialog.save.isEnabled()
    assert dialog.left.text() == "1 val återstår"
    texts = [shown.accessibleName() for shown in dialog.findChildren(QLabel)]
    assert "Min text: Jag besöker" in texts
    assert "Den sparade texten: Vi ringer." in texts
    assert any("medan du skrev" in shown.text() for shown in dialog.findChildren(QLabel))
    assert unnamed(dialog) == []
    assert disk.record(wizard).plan == elsewhere.editor.plan
    assert wizard.header.saved.text() == REFUSED


@pytest.mark.parametrize(
    ("choice", "text"),
    [
        (Choice.MINE, "Jag besöker"),
        (Choice.SAVED, "Vi ringer."),
        (Choice.BOTH, "Vi ringer. Jag besöker"),
    ],
)
@pytest.mark.usefixtures("elsewhere")
def test_what_is_chosen_is_saved_with_the_rest_of_both(wizard, disk, choice, text):
    wizard.editor.change(HOW, "Jag besöker")
    wizard.editor.change("area.d5.goal", "Att bada")
    save(wizard)
    choose(asked(wizard), choice)
    wizard.office.database.flush()
    kept = disk.record(wizard).plan
    assert kept == wizard.editor.plan
    assert (kept.participation.how, kept.participation.wishes) == (text, "Därifrån")
    assert kept.area("d5").goal == "Att bada"
    assert not is_asking(wizard)
    wizard.editor.change(HOW, "Vidare")
    assert wizard.finish()


@pytest.mark.usefixtures("elsewhere")
def test_the_text_that_was_saved_over_is_kept_as_a_restore_point(wizard, office):
    wizard.editor.change(HOW, "Jag besöker")
    save(wizard)
    choose(asked(wizard), Choice.MINE)
    office.database.flush()
    plan_id = wizard.editor.plan.id
    points = office.database.call(lambda: office.store.restore_points(plan_id))
    assert points[0].plan.participation.how == "Vi ringer."


def test_who_chooses_later_keeps_the_text_and_is_asked_again(wizard, elsewhere, disk, type_text):
    wizard.go("participation", HOW)
    wizard.editor.change(HOW, "Jag besöker")
    save(wizard)
    asked(wizard).later.click()
    type_text(wizard.page.frames[HOW].box, "!")
    wizard.go("name")
    assert not is_asking(wizard)
    assert "!" in wizard.editor.plan.participation.how
    assert disk.record(wizard).plan == elsewhere.editor.plan
    wizard.footer.save.click()
    wizard.office.database.flush()
    assert is_asking(wizard)


@pytest.mark.usefixtures("elsewhere")
def test_a_plan_is_not_left_while_something_is_to_be_chosen(wizard, disk):
    wizard.editor.change(HOW, "Jag besöker")
    assert not wizard.finish()
    choose(asked(wizard), Choice.BOTH)
    assert wizard.finish()
    assert disk.record(wizard).plan.participation.how == "Vi ringer. Jag besöker"


def test_a_third_save_from_elsewhere_is_put_together_too(wizard, elsewhere, disk, messages):
    wizard.editor.change(HOW, "Jag besöker")
    save(wizard)
    dialog = asked(wizard)
    elsewhere.editor.change("area.d5.goal", "Att bada")
    assert elsewhere.finish()
    choose(dialog, Choice.MINE)
    wizard.office.database.flush()
    kept = disk.record(wizard).plan
    assert (kept.participation.how, kept.area("d5").goal) == ("Jag besöker", "Att bada")
    assert len(messages()) == 1


def test_a_plan_that_was_established_elsewhere_is_told_of_as_before(
    written, save_elsewhere, reopen, office, messages
):
    save_elsewhere(written)
    opened, desk = reopen(written.editor.plan.id), office.desk()
    render = lambda record: office.render(record, opened.situation, Paper.PLAN)  # noqa: E731
    office.database.call(lambda: establish(opened, desk, office.now(), render))
    written.editor.change(HOW, "För sent")
    save(written)
    [box] = messages()
    assert "upprättad" in box.text()
    assert not is_asking(written)
