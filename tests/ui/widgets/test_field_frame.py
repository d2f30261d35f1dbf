from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from gplan_desktop.method.model import FieldText, Help, Severity
from gplan_desktop.rules.finding import Finding
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.date_box import NOT_A_DATE, DateBox
from ui.widgets.field_frame import FieldFrame
from ui.widgets.line_box import LineBox
from ui.widgets.several_box import SeveralBox
from ui.widgets.text_box import TextBox
from ui.widgets.tick_box import TickBox

HELP = Help("Därför", "Så här", "Bra", "Mindre bra", "s. 7")
TEXT = FieldText("goal", "Mål & <b>delmål</b>", "Skriv vad individen vill.", HELP, required=True)
OPTIONAL = FieldText("goal", "Telefon", "", HELP)
FIELD = "area.d4.goal"


@pytest.fixture
def frame(hold: Any, theme: Any) -> FieldFrame:
    return hold(FieldFrame(FIELD, TEXT, TextBox(), theme)).box


def finding(text: str, severity: Severity = Severity.BLOCKING) -> Finding:
    return Finding("rule", "goal", FIELD, severity, text)


def seen(frame: FieldFrame) -> list[str]:
    return [label.text() for label in frame.findChildren(QLabel) if label.isVisible()]


def spoken(widget: Any, part: QAccessible.Text) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(part)


def test_label_star_and_hint_are_seen_as_they_are_written(frame: FieldFrame) -> None:
    assert seen(frame) == ["Mål & <b>delmål</b>", "*", "Skriv vad individen vill."]


def test_what_need_not_be_filled_in_has_no_star(hold: Any, theme: Any) -> None:
    frame = hold(FieldFrame("person.phone", OPTIONAL, LineBox(), theme)).box
    assert "*" not in seen(frame)
    assert "obligatorisk" not in spoken(frame.box, QAccessible.Text.Name)


def test_a_screen_reader_hears_label_duty_and_hint(frame: FieldFrame) -> None:
    assert spoken(frame.box, QAccessible.Text.Name) == "Mål & <b>delmål</b> (obligatorisk)"
    assert spoken(frame.box, QAccessible.Text.Description) == "Skriv vad individen vill."


def test_the_input_is_found_by_the_fields_id(frame: FieldFrame) -> None:
    assert frame.box.objectName() == FIELD


def test_a_problem_is_seen_as_text_and_mark_and_heard(frame: FieldFrame) -> None:
    frame.show_findings([finding("Skriv ett mål.")])
    assert "Skriv ett mål." in seen(frame)
    assert frame.box.property("problem") is True
    assert spoken(frame.box, QAccessible.Text.Description) == "Skriv ett mål."


def test_the_weightiest_comes_first_and_decides_the_look(frame: FieldFrame) -> None:
    frame.show_findings([finding("Kan bli bättre.", Severity.HINT), finding("Saknas.")])
    assert frame.problem.text() == "Saknas.\nKan bli bättre."
    assert frame.problem.property("role") == "problem"


@pytest.mark.parametrize("severity", [Severity.WARNING, Severity.HINT])
def test_what_does_not_block_is_told_without_the_mark(
    frame: FieldFrame, severity: Severity
) -> None:
    frame.show_findings([finding("Tänk på tonen.", severity)])
    assert "Tänk på tonen." in seen(frame)
    assert not frame.box.property("problem")


def test_a_problem_that_is_put_right_is_gone(frame: FieldFrame) -> None:
    frame.show_findings([finding("Skriv ett mål.")])
    frame.show_findings([])
    assert seen(frame)[-1] == "Skriv vad individen vill."
    assert not frame.box.property("problem")
    assert spoken(frame.box, QAccessible.Text.Description) == "Skriv vad individen vill."


def test_a_marked_field_looks_different(frame: FieldFrame) -> None:
    before = frame.box.grab().toImage()
    frame.show_findings([finding("Skriv ett mål.")])
    assert frame.box.grab().toImage() != before


def test_the_question_mark_tells_which_field(frame: FieldFrame, qtbot: Any) -> None:
    assert frame.help_button.accessibleName() == "Hjälp om Mål & <b>delmål</b> (F1)"
    with qtbot.waitSignal(frame.help_wanted) as wanted:
        qtbot.mouseClick(frame.help_button, Qt.MouseButton.LeftButton)
    assert wanted.args == [FIELD]


def test_tab_passes_the_question_mark_by(hold: Any, theme: Any) -> None:
    held = hold(FieldFrame(FIELD, TEXT, TextBox(), theme))
    held.before.setFocus()
    held.press(Qt.Key.Key_Tab)
    assert held.box.box.hasFocus()
    held.press(Qt.Key.Key_Tab)
    assert held.after.hasFocus()


def test_a_date_that_cannot_be_read_is_told_before_all_else(
    hold: Any, theme: Any, today: date
) -> None:
    box = DateBox(lambda: today, theme.icon("calendar_month"))
    held = hold(FieldFrame(FIELD, TEXT, box, theme))
    held.box.focus_box()
    held.paste("snart")
    held.press(Qt.Key.Key_Tab)
    held.box.show_findings([finding("Skriv ett datum.")])
    assert held.box.problem.text() == NOT_A_DATE
    assert box.line.property("problem") is True


def test_a_tick_says_the_label_itself(hold: Any, theme: Any) -> None:
    frame = hold(FieldFrame("participation.ticked", TEXT, TickBox(), theme)).box
    assert frame.box.text() == TEXT.label
    assert not frame.caption.isVisible()


@pytest.mark.parametrize(
    "make",
    [
        LineBox,
        TextBox,
        TickBox,
        lambda: ChoiceGroup([(1, "Ja"), (2, "Nej")]),
        lambda: SeveralBox([(1, "Morgon"), (2, "Kväll")]),
    ],
)
def test_the_label_leads_the_keyboard_to_the_input_and_all_have_names(
    hold: Any, theme: Any, unnamed: Any, make: Any
) -> None:
    frame = hold(FieldFrame(FIELD, TEXT, make(), theme)).box
    frame.focus_box()
    assert frame.isAncestorOf(frame.window().focusWidget())
    assert frame.caption.buddy() is frame.box
    assert unnamed(frame) == []
