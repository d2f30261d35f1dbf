"""The activities: folded to two lines, one open at a time, none lost."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from gplan_desktop.domain.plan import Activity, DayPart, Voice

PAGE = "area.d6"


def folded(page) -> list[str]:
    return [row.heading.text() for row in page.activities.rows.rows if hasattr(row, "heading")]


def what(wizard) -> list[str]:
    return [activity.what for activity in wizard.editor.plan.area("d6").activities]


def press(page, text: str) -> None:
    next(b for b in page.findChildren(QPushButton) if b.text() == text).click()


def test_they_are_folded_to_what_and_when_until_one_is_opened(wizard, unnamed, type_text, qtbot):
    rows = wizard.page.activities.rows
    assert folded(wizard.page) == ["Middag", "Inköp", "Städning", "Tvätt"]
    assert rows.rows[0].line.text().startswith("Middag · Varje dag, ungefär kl. 12.30 · Jag pl")
    rows.rows[2].change.click()
    assert folded(wizard.page) == ["Middag", "Inköp", "Tvätt"]
    box = wizard.page.frames["area.d6.activities.2.what"].box
    assert QApplication.focusWidget() is box
    assert box.text() == "Städning"
    qtbot.waitUntil(box.isVisible)
    assert unnamed(wizard) == []
    rows.rows[0].change.click()
    assert folded(wizard.page) == ["Inköp", "Städning", "Tvätt"]
    assert "area.d6.activities.2.what" not in wizard.page.frames
    # What is written in an open one survives another page.
    type_text(wizard.page.frames["area.d6.activities.0.sub_goal"].box, " Själv till torget")
    wizard.go("name")
    wizard.go(PAGE)
    kept = wizard.page.frames["area.d6.activities.0.sub_goal"].box.text()
    assert kept.endswith(" Själv till torget")


def test_a_new_one_is_written_and_folded_with_what_is_missing(wizard, type_text, qtbot):
    wizard.page.activities.add.click()
    frames, place = wizard.page.frames, "area.d6.activities.4"
    assert QApplication.focusWidget() is frames[f"{place}.what"].box
    type_text(frames[f"{place}.what"].box, "Fönsterputs")
    type_text(frames[f"{place}.how"].box, "Nedifrån\noch upp")
    qtbot.mouseClick(frames[f"{place}.day_parts"].box.buttons[DayPart.NOON], Qt.MouseButton(1))
    press(wizard.page, "Klar med aktiviteten")
    row = wizard.page.activities.rows.rows[4]
    assert row.heading.text() == "Fönsterputs"
    assert row.line.text() == "Middag · Nedifrån och upp"
    assert row.problem.text() == "Skriv vem som gör vad i aktiviteten Fönsterputs."
    assert QApplication.focusWidget() is wizard.page.activities.add
    assert wizard.editor.plan.area("d6").activities[4] == Activity(
        "Fönsterputs", "Nedifrån\noch upp", day_parts=(DayPart.NOON,)
    )


def test_removing_one_leaves_the_others_as_they_were(wizard, qtbot):
    before = wizard.editor.plan.area("d6").activities
    wizard.page.activities.rows.rows[1].change.click()
    wizard.page.activities.rows.rows[0].remove.click()
    assert wizard.editor.plan.area("d6").activities == before[1:]
    assert folded(wizard.page) == ["Inköp", "Städning", "Tvätt"]
    for _ in range(3):
        wizard.page.activities.rows.rows[0].remove.click()
    assert what(wizard) == []
    wizard.show_problems()
    assert wizard.page.activities.top.problem.text() == "Lägg till minst en aktivitet."


def test_what_may_stand_is_not_told_as_if_it_hindered(wizard):
    place = "area.d6.activities.0"
    wizard.editor.change("participation.voice", Voice.FIRST_PERSON)
    wizard.editor.change(f"{place}.how", "Karin plockar fram maten och jag dukar.")
    wizard.editor.leave(f"{place}.how")
    row = wizard.page.activities.rows.rows[0]
    assert row.problem.text().startswith("Här blandas jag och namnet.")
    assert row.problem.property("role") == "hint"
    wizard.editor.change(f"{place}.who", "")
    wizard.editor.leave(f"{place}.who")
    assert row.problem.text().startswith("Skriv vem som gör vad")
    assert row.problem.property("role") == "problem"
