"""From "Upprätta handling" to a plan that nobody can change."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from gplan_desktop.domain.plan import AcceptedWarning, PlanStatus
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.widgets.buttons import Button
from wizard.establish_dialog import EstablishDialog


def texts_of(part) -> list[str]:
    return [w.text() for w in part.findChildren(QLabel) if w.text()]


def test_the_button_is_never_grey_and_shows_what_is_missing(wizard, qtbot):
    wizard.go("review")
    assert wizard.page.establish.isEnabled()
    assert QApplication.focusWidget() is wizard.page.establish
    qtbot.mouseClick(wizard.page.establish, Qt.MouseButton.LeftButton)
    assert wizard.problems.isVisible()
    assert wizard.findChildren(EstablishDialog) == []
    assert wizard.page.establish.isEnabled()


def test_the_question_tells_what_is_locked_and_what_is_filled_in(
    written, dialog_of, office, unnamed
):
    written.go("review")
    written.page.establish.click()
    dialog = dialog_of(written)
    said = "\n".join(texts_of(dialog))
    assert "Upprätta Genomförandeplan Hemvård?" in said
    assert "kan ingen ändra i den, inte heller du" in said
    for fact in ("Karin Bergström", "23 november 2026 kl. 11.00", office.unit.coordinator):
        assert fact in said
    assert "Blir ersatt och sparas oförändrad" in said
    assert dialog.reasons == []
    assert unnamed(dialog) == []
    dialog.reject()
    office.database.flush()
    assert written.editor.record.status is PlanStatus.DRAFT


def test_a_warning_asks_for_a_reason_and_the_reason_is_kept(
    written, dialog_of, disk, type_text, qtbot
):
    written.editor.change("participation.ticked", False)
    written.editor.change("closing.participated", False)
    assert written.header.meter.text() == "Redo att upprätta"
    written.establish()
    dialog = dialog_of(written)
    assert [f.text for f, _ in dialog.reasons] == [f.text for f in written.editor.warnings]
    assert all(f.text in box.accessibleName() for f, box in dialog.reasons)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.reasons[0][1])
    type_text(dialog.reasons[0][1], "Karin orkade inte")
    dialog.establish.click()
    assert dialog.isVisible()
    assert dialog.problem.text().startswith("Skriv ett skäl vid varje rad")
    assert QApplication.focusWidget() is dialog.reasons[1][1]
    type_text(dialog.reasons[1][1], "Hon sov")
    dialog.establish.click()
    written.office.database.flush()
    kept = disk.record(written)
    assert kept.status is PlanStatus.ESTABLISHED
    assert kept.plan.accepted == (
        AcceptedWarning("participation-not-ticked", "participation.ticked", "Karin orkade inte"),
        AcceptedWarning("previous-participation-not-ticked", "closing.participated", "Hon sov"),
    )


def test_a_reason_is_remembered_when_one_goes_back(written, dialog_of, type_text):
    written.editor.change("participation.ticked", False)
    written.establish()
    dialog = dialog_of(written)
    type_text(dialog.reasons[0][1], "Karin orkade inte")
    dialog.establish.click()
    assert written.editor.unanswered == ()


def test_nothing_can_be_typed_while_the_paper_is_made_or_afterwards(
    written, dialog_of, office, type_text, qtbot
):
    written.establish()
    dialog_of(written).accept()
    assert not written.isEnabled()
    office.database.flush()
    assert written.isEnabled()
    plan = written.editor.plan
    for step in ("participation", "contributors", "follow_up", "close_previous", "area.d5"):
        written.go(step)
        assert written.page.frames
        for frame in written.page.frames.values():
            inner = getattr(frame.box, "line", frame.box)
            type_text(inner, "x")
            qtbot.mouseClick(inner, Qt.MouseButton.LeftButton)
        if step == "close_previous":
            written.page.followed_up.click()
    assert written.page.activities.rows.rows[0].change.text() == "Visa"
    assert written.editor.plan is plan
    written.go("review")
    assert "Upprätta handling" not in [b.text() for b in written.page.findChildren(Button)]
    states = [written.editor.state(step) for step in written.editor.steps]
    assert set(states) == {None}


def test_the_new_plan_is_in_force_and_the_former_is_replaced(established, office, unnamed):
    assert established.step.id == "plan_list"
    rows = {row.id: [cell.text for cell in row.cells] for row in established.page.table.rows}
    new = rows[established.editor.plan.id]
    assert new[:3] == [
        "Genomförandeplan Hemvård",
        "Upprättad – tv (tillsvidare)",
        "2026-11-23",
    ]
    assert rows["karin-plan-2"][1] == "Ersatt"
    assert rows["karin-plan-2"][3] == "Uppföljd 2026-11-23"
    assert [row[1] for row in rows.values()].count("Upprättad – tv (tillsvidare)") == 1
    assert established.page.established.isVisible()
    assert "Kontrollkod" in established.page.locked.text()
    assert established.header.saved.text() == "Skrivskyddad"
    assert established.header.plan.text().endswith("Upprättad – tv (tillsvidare)")
    assert not established.header.meter.isVisible()
    assert not established.footer.save.isVisible()
    office.database.flush()
    assert established.focusWidget() is established.page.left.rows.rows[0].act
    former = office.database.call(lambda: office.store.plan("karin-plan-2"))
    assert former.followed_up_on == date(2026, 11, 23)
    assert unnamed(established) == []


def test_a_save_that_failed_never_establishes_behind_ones_back(written, dialog_of, disk, messages):
    # The plan stays complete, and then becomes incomplete, before the disk is well again.
    for how in ("Vid köksbordet", ""):
        disk.refuse()
        written.establish()
        dialog_of(written).accept()
        written.office.database.flush()
        [box] = messages()
        box.close()
        written.editor.change("participation.how", how)
        disk.refuse(False)
        disk.rest(written)
        assert written.header.saved.text() == "Allt sparat 11.00", how
        assert disk.record(written).status is PlanStatus.DRAFT, how
        assert written.editor.record.status is PlanStatus.DRAFT, how


def test_what_another_window_saved_is_read_before_the_plan_is_established(
    written, dialog_of, disk, office, save_elsewhere, messages
):
    save_elsewhere(written)
    written.editor.change("participation.how", "Ändrat här")
    written.establish()
    dialog_of(written).accept()
    office.database.flush()
    [box] = messages()
    assert "från ett annat ställe" in box.text()
    box.close()
    assert written.isEnabled()
    record = disk.record(written)
    assert record.status is PlanStatus.DRAFT
    told = record.plan.participation
    assert (told.how, told.wishes) == ("Ändrat här", "Därifrån")
    written.establish()
    dialog_of(written).accept()
    office.database.flush()
    assert written.editor.record.is_current


def test_each_guarded_text_has_its_own_reason_which_covers_only_what_it_is_about(
    written, dialog_of, disk, type_text
):
    fields = ("area.d5.needs", "area.d6.needs")
    for field, code in zip(fields, ("1234", "5678"), strict=True):
        written.editor.change(field, f"Portkod {code}. Jag vill bo kvar.")
    written.establish()
    dialog = dialog_of(written)
    assert [finding.field for finding, _ in dialog.reasons] == list(fields)
    places = [box.accessibleDescription() for _, box in dialog.reasons]
    assert places[0].startswith("Personlig vård · Behov och önskemål · Regel 37")
    for number, (_, box) in enumerate(dialog.reasons):
        type_text(box, f"Skäl {number}")
    dialog.reject()
    dialog.accept()
    kept = {a.field: (a.reason, a.about) for a in written.editor.plan.accepted}
    assert [kept[field][0] for field in fields] == ["Skäl 0", "Skäl 1"]
    assert all(about for _, about in kept.values())


def test_with_the_largest_text_no_fact_is_cut_off_and_the_page_keys_scroll_to_it(
    written, office, qapp, qtbot
):
    large = replace(office, theme=themes.apply(qapp, Settings(theme="light", text_size=200)))
    dialog = EstablishDialog(written.editor, large, written)
    dialog.open()
    shown = [w for w in dialog.findChildren(QLabel) if w.text() and w.isVisible() and w.wordWrap()]
    qtbot.waitUntil(lambda: all(w.height() >= w.heightForWidth(w.width()) for w in shown))
    bar = dialog._area.verticalScrollBar()
    assert bar.value() == 0 < bar.maximum()
    for key, seen in ((Qt.Key.Key_PageDown, bar.maximum()), (Qt.Key.Key_PageUp, 0)):
        for _ in range(9):
            qtbot.keyClick(dialog, key)
        assert bar.value() == seen
