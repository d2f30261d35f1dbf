"""Closing the earlier plan: two ticks of the writer's, three things done already."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from gplan_desktop.domain.plan import Closing

TODAY = date(2026, 11, 23)
PAGE = "close_previous"


def test_the_tick_fills_in_today_can_be_taken_back_and_is_all_there_is_to_do(wizard, qtbot):
    page = wizard.page
    assert QApplication.focusWidget() is page.followed_up
    assert not page.followed_up.isChecked()
    qtbot.keyClick(page.followed_up, Qt.Key.Key_Space)
    assert wizard.editor.plan.closing == Closing(TODAY, False)
    day = page.frames["closing.followed_up_on"].box
    assert day.line.text() == "2026-11-23"
    qtbot.keyClick(page.followed_up, Qt.Key.Key_Space)
    assert wizard.editor.plan.closing == Closing()
    assert day.line.text() == ""
    # What the program has done by itself is told, and asks nothing.
    said = [w.text() for w in page.findChildren(QLabel)]
    assert "Kopiera till nytt formulär" in said
    assert "✓  Klart. Namn, behov, mål och aktiviteter är kopierade." in said
    assert "✓  Klart. Här behöver du inte svara på någon fråga." in said


def test_an_earlier_day_may_be_written_but_not_a_later_one(wizard, type_text):
    frame = wizard.page.frames["closing.followed_up_on"]
    frame.focus_box()
    type_text(frame.box.line, "2026-11-20")
    assert wizard.page.followed_up.isChecked()
    assert wizard.editor.plan.closing.followed_up_on == date(2026, 11, 20)
    frame.box.line.selectAll()
    type_text(frame.box.line, "2026-11-24")
    wizard.page.followed_up.setFocus()
    assert "måste vara senast 2026-11-23" in frame.problem.text()
