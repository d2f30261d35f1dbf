"""Phrases and skeletons with blanks, and the way from blank to blank (F8, F15)."""

import pytest
from PySide6.QtCore import Qt

from gplan_desktop.domain.plan import GoalAttainment, Voice
from gplan_desktop.rules.blanks import blank_marks
from wizard.pages.writing_help import PhraseHelp

PAGE = "area.d5"
RESULT, NEEDS, HOW = "area.d5.result", "area.d5.needs", "area.d5.activities.0.how"


@pytest.fixture
def page(wizard):
    return wizard.page


def phrases(page, field: str) -> PhraseHelp:
    return page.frame_of(field).findChild(PhraseHelp)


def fetch(wizard, attainment: GoalAttainment) -> str:
    wizard.editor.change("area.d5.attainment", attainment)
    wizard.page.template.offer.click()
    return wizard.editor.value(RESULT)


def test_the_skeleton_comes_only_when_something_is_chosen(wizard, page):
    assert not page.template.offer.isEnabled()
    assert page.template.offer.toolTip().startswith("Välj först")
    text = fetch(wizard, GoalAttainment.PARTLY_MET)
    assert len(blank_marks(text)) >= 4
    box = page.frames[RESULT].box
    assert box.textCursor().selectedText().startswith("[…")
    box.undo()
    assert wizard.editor.value(RESULT) == ""


def test_the_skeleton_speaks_of_the_name_when_somebody_else_tells(wizard, page):
    wizard.editor.change("participation.voice", Voice.BY_OTHER)
    assert "Karin" in fetch(wizard, GoalAttainment.REMAINS)


def test_a_text_that_is_there_is_asked_about(wizard, page, messages):
    there = "Det går bra."
    wizard.editor.change(RESULT, there)
    for answer in ("Lägg till sist", "Ersätt", "Avbryt"):
        fetch(wizard, GoalAttainment.REMAINS)
        [question] = messages()
        next(b for b in question.buttons() if b.text() == answer).click()
        text = wizard.editor.value(RESULT)
        assert (text == there) == (answer == "Avbryt")
        assert text.startswith(there) == (answer != "Ersätt")
        assert (there in text) == (answer != "Ersätt")
        if answer != "Avbryt":
            page.frames[RESULT].box.undo()
        assert wizard.editor.value(RESULT) == there, answer


def test_a_phrase_comes_last_with_its_first_blank_marked(wizard, page):
    for field in (NEEDS, "area.d5.goal", HOW):
        before = wizard.editor.value(field)
        menu = phrases(page, field).make_menu()
        phrase = menu.actions()[0].toolTip()
        menu.actions()[0].trigger()
        assert wizard.editor.value(field) == f"{before} {phrase}"
        box = page.frames[field].box
        assert box.textCursor().selectedText().startswith("[…"), field
        assert box.hasFocus(), field


def test_the_keyboard_goes_from_blank_to_blank_over_the_whole_page(wizard, page, qtbot):
    wizard.editor.change(RESULT, "👍 Ett […ett] och […två].")
    wizard.editor.change(HOW, "Sedan […tre].")
    page.frames["area.d5.attainment"].focus_box()
    seen = []
    for _ in range(4):
        qtbot.keyClick(wizard.window().focusWidget(), Qt.Key.Key_J, Qt.KeyboardModifier(1 << 26))
        seen.append(wizard.window().focusWidget().textCursor().selectedText())
    assert seen == ["[…ett]", "[…två]", "[…tre]", "[…ett]"]


def test_the_way_to_the_next_blank_is_there_while_there_is_one(wizard, page, type_text):
    assert not page.template.next_blank.isVisible()
    fetch(wizard, GoalAttainment.REMAINS)
    assert page.template.next_blank.isVisible()
    wizard.editor.change(RESULT, "Kvar […ett].")
    page.template.next_blank.click()
    type_text(page.frames[RESULT].box, "två")
    assert wizard.editor.value(RESULT) == "Kvar två."
    assert not page.template.next_blank.isVisible()


def test_nothing_is_offered_in_a_plan_that_is_only_read(current):
    assert current.page.findChildren(PhraseHelp) == []
