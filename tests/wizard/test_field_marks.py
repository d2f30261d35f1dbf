"""What one should look at in a text is marked when one pauses, and never in a name."""

import pytest
from PySide6.QtCore import QTimer

from gplan_desktop.domain.plan import Voice
from gplan_desktop.rules.marks import MarkKind
from ui.field_marks import FieldMarks

NEEDS, GOAL = "area.d5.needs", "area.d5.goal"
TEXT = "Kunden vill 👍 ha hemtjenst. "


@pytest.fixture
def spelled(office, dictionary_read_once):
    """The spelling help with its dictionary read, and a way to wait for its answers."""
    office.spelling.start()

    def answer() -> None:
        for thread in (office.database, office.spelling._background):
            thread.flush()

    answer()
    return answer


def marked(wizard, field: str) -> dict[str, MarkKind]:
    box = wizard.page.frames[field].box
    text = box.toPlainText() if hasattr(box, "toPlainText") else box.text()
    return {mark.of(text): mark.kind for mark in box.marks()}


def pause_of(wizard, field: str) -> QTimer:
    return wizard.page.frames[field].findChild(FieldMarks).findChild(QTimer)


def test_rules_and_spelling_mark_the_same_text_once_one_pauses(wizard, spelled, type_text, qtbot):
    wizard.go("area.d5", NEEDS)
    type_text(wizard.page.frames[NEEDS].box, TEXT)
    pause = pause_of(wizard, NEEDS)
    assert marked(wizard, NEEDS) == {}
    with qtbot.waitSignal(pause.timeout):
        pause.start(0)
    spelled()
    assert marked(wizard, NEEDS) == {"Kunden": MarkKind.VOICE, "hemtjenst": MarkKind.SPELLING}


def test_a_field_that_is_left_is_marked_at_once(wizard, spelled, type_text):
    wizard.go("area.d5", NEEDS)
    type_text(wizard.page.frames[NEEDS].box, "Kunden badar. ")
    wizard.page.frames[GOAL].focus_box()
    assert marked(wizard, NEEDS) == {"Kunden": MarkKind.VOICE}
    assert not pause_of(wizard, NEEDS).isActive()


def test_a_text_that_is_taken_back_gets_its_marks_again(wizard, type_text):
    wizard.editor.change(NEEDS, "Kunden")
    wizard.go("area.d5", NEEDS)
    box = wizard.page.frames[NEEDS].box
    box.selectAll()
    box.cut()
    box.paste()
    wizard.page.frames[GOAL].focus_box()
    assert marked(wizard, NEEDS) == {"Kunden": MarkKind.VOICE}


def test_a_page_is_read_anew_when_it_is_shown_again(wizard):
    wizard.editor.change(GOAL, "Jag går ut.")
    wizard.go("area.d5")
    assert marked(wizard, GOAL) == {}
    wizard.editor.change("participation.voice", Voice.BY_OTHER)
    wizard.go("name")
    wizard.go("area.d5")
    assert marked(wizard, GOAL) == {"Jag": MarkKind.VOICE}


def test_the_plans_people_are_no_misspelt_words(wizard, spelled):
    wizard.editor.change("contributors.0.name", "Sixten Zlatarovic")
    wizard.editor.change(GOAL, "Sixten Zlatarovic och Hallberg badar med Brzezinski.")
    wizard.go("area.d5")
    spelled()
    assert marked(wizard, GOAL) == {"Brzezinski": MarkKind.SPELLING}


def test_a_name_is_not_read_for_anything(wizard):
    wizard.editor.change("contributors.0.name", "19310401-9140")
    wizard.go("contributors")
    assert marked(wizard, "contributors.0.name") == {}


def test_an_established_plan_is_not_marked(current):
    current.go("area.d5")
    assert current.page.findChildren(FieldMarks) == []
