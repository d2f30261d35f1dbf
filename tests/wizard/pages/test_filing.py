"""The paper is filed by the unit's routine: a tick that is kept with its time."""

from PySide6.QtCore import Qt

PAGE = "filing"


def aftercare(view, office):
    return office.database.call(lambda: office.store.aftercares.of_plan(view.editor.plan.id))


def test_filing_is_taken_back_ticked_again_and_kept(current, office, show_wizard, reopen, qtbot):
    office.database.flush()
    tick = current.page.tick
    assert tick.isChecked()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    office.database.flush()
    assert aftercare(current, office).filed_at is None
    assert not tick.isChecked()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    office.database.flush()
    assert aftercare(current, office).filed_at == office.now()
    assert current.page.when.text().startswith("Ikryssat")
    again = show_wizard(reopen(current.editor.plan.id), at=PAGE)
    office.database.flush()
    assert again.page.tick.isChecked()


def test_a_draft_is_not_filed(wizard):
    assert not wizard.page.tick.isEnabled()
    assert wizard.page.when.text() == "Gör det här när planen är upprättad och utskriven."
