"""The paper is filed by the unit's routine: a tick that is kept with its time."""

from PySide6.QtCore import Qt


def aftercare(view, office):
    return office.database.call(lambda: office.store.aftercares.of_plan(view.editor.plan.id))


def test_filing_is_ticked_kept_and_can_be_taken_back(
    established, office, show_wizard, reopen, qtbot
):
    established.go("filing")
    tick = established.page.tick
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    office.database.flush()
    assert aftercare(established, office).filed_at == office.now()
    assert established.page.when.text().startswith("Ikryssat")
    again = show_wizard(reopen(established.editor.plan.id))
    office.database.flush()
    again.go("filing")
    assert again.page.tick.isChecked()
    qtbot.keyClick(again.page.tick, Qt.Key.Key_Space)
    office.database.flush()
    assert aftercare(again, office).filed_at is None
    assert not again.page.tick.isChecked()


def test_a_draft_is_not_filed(wizard):
    wizard.go("filing")
    assert not wizard.page.tick.isEnabled()
    assert wizard.page.when.text() == "Gör det här när planen är upprättad och utskriven."
