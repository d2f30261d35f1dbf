"""What is missing: counted in the header, listed by step, and a way to each field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from gplan_desktop.domain.plan import GoalAttainment, Voice

PAGE = "participation"


def lines(view) -> list[QPushButton]:
    buttons = view.problems.findChildren(QPushButton, "problem")
    return [b for b in buttons if b.isVisibleTo(view.problems)]


def headings(view) -> list[str]:
    labels = view.problems.findChildren(QLabel)
    return [w.text() for w in labels if w.property("role") == "label"]


def said(view) -> list[str]:
    return [line.accessibleName() for line in lines(view)]


def press(view, text: str, nth: int = 0) -> None:
    [line for line in lines(view) if line.accessibleName() == text][nth].click()


def test_the_header_counts_what_is_left_and_opens_the_list(wizard, qtbot, unnamed):
    count = len(wizard.editor.blocking)
    assert wizard.header.meter.text() == f"Redo att upprätta: {count} saker kvar"
    assert wizard.header.person.text() == "Karin Bergström   19310401-••••"
    assert wizard.header.plan.text() == "Genomförandeplan Hemvård  ·  Utkast"
    qtbot.mouseClick(wizard.header.meter, Qt.MouseButton.LeftButton)
    assert wizard.problems.isVisible()
    assert not wizard.problems.isModal()
    assert wizard.problems.heading.text() == f"Det finns något att åtgärda: {count} saker"
    assert len(lines(wizard)) == count
    qtbot.waitUntil(lambda: QApplication.focusWidget() is wizard.problems.heading)
    assert unnamed(wizard.problems) == []
    # Every line tells its rule, and where that comes from.
    shown = wizard.problems.findChildren(QLabel)
    small = [w.text() for w in shown if w.property("role") == "small" and not w.isHidden()]
    assert small == [line.accessibleDescription() for line in lines(wizard)]
    assert all(text.startswith("Regel ") for text in small)


def test_the_list_says_what_the_fields_say_under_the_step_they_stand_on(wizard):
    wizard.show_problems()
    steps = wizard.editor.steps
    with_work = {f.step for f in wizard.editor.blocking}
    assert headings(wizard) == [
        f"Steg {n}, {step.title}" for n, step in enumerate(steps, 1) if step.id in with_work
    ]
    for step in (s for s in steps if s.id in with_work):
        wizard.go(step.id)
        for frame in wizard.page.frames.values():
            for text in filter(None, frame.problem.text().split("\n")):
                assert text in said(wizard) or frame.problem.property("role") == "warning"
    assert {f.text for f in wizard.editor.blocking} == set(said(wizard))


def test_a_line_goes_to_its_field_also_in_a_folded_activity(wizard, qtbot):
    wizard.editor.change("area.d6.activities.2.how", " ")
    wizard.show_problems()
    press(wizard, "Skriv hur aktiviteten Städning ska göras.")
    assert wizard.step.id == "area.d6"
    assert wizard._field_in_use().field == "area.d6.activities.2.how"
    # Far down on its page it is scrolled into sight.
    box = wizard.page.frames["area.d6.activities.2.how"].box
    qtbot.waitUntil(lambda: box.visibleRegion().boundingRect().size() == box.size())
    assert wizard.isActiveWindow()
    assert wizard.problems.isVisible()
    press(wizard, "Kryssa i att Eva Bergström var med den här gången, eller ta bort raden.")
    assert wizard._field_in_use().field == "contributors.1.confirmed"
    press(wizard, "Välj det datum då den tidigare planen är uppföljd.")
    assert wizard._field_in_use().field == "closing.followed_up_on"


def test_a_line_goes_to_the_button_where_something_must_be_added(wizard):
    wizard.editor.change("contributors", ())
    wizard.editor.change("area.d9.activities", ())
    wizard.show_problems()
    press(wizard, "Lägg till minst en medverkande.")
    assert QApplication.focusWidget() is wizard.page.add
    press(wizard, "Lägg till minst en aktivitet.")
    assert wizard.step.id == "area.d9"
    assert QApplication.focusWidget() is wizard.page.activities.add
    assert wizard.page.activities.top.problem.isVisible()


def test_the_lines_vanish_one_by_one_and_at_last_one_can_establish(
    wizard, type_text, unnamed, dialog_of
):
    wizard.show_problems()
    count = len(lines(wizard))
    press(wizard, "Skriv hur individen har varit delaktig.")
    type_text(wizard.page.frames["participation.how"].box, "Vid")
    assert len(lines(wizard)) == count - 1
    assert "Skriv hur individen har varit delaktig." not in said(wizard)
    for field in [f.field for f in wizard.editor.blocking]:
        if field.endswith(".confirmed"):
            wizard.editor.change(field, True)
    assert len(lines(wizard)) == count - 4
    assert wizard.problems.isVisible()
    wizard.problems.close()
    fill_in_all_but_the_day(wizard.editor)
    wizard.show_problems()
    assert len(lines(wizard)) == 1
    wizard.editor.change("follow_up.day", wizard.editor.situation.latest_follow_up)
    assert lines(wizard) == []
    assert wizard.problems.heading.text() == "Inget saknas. Planen kan upprättas."
    assert wizard.header.meter.text() == "Redo att upprätta"
    assert unnamed(wizard.problems) == []
    wizard.problems.establish.click()
    assert dialog_of(wizard).isVisible()


def fill_in_all_but_the_day(editor) -> None:
    editor.mark_followed_up()
    editor.change("participation.voice", Voice.FIRST_PERSON)
    for area in editor.plan.areas:
        editor.change(f"area.{area.code}.attainment", GoalAttainment.REMAINS)
        editor.change(f"area.{area.code}.result", "Som förut.")
        editor.change(f"area.{area.code}.next_follow_up", editor.situation.latest_follow_up)


def test_the_rule_is_told_at_the_field_too(wizard):
    wizard.page.frames["participation.how"].focus_box()
    wizard.page.frames["participation.wishes"].focus_box()
    frame = wizard.page.frames["participation.how"]
    assert frame.problem.toolTip() == "Regel 4, manualen s. 6"
    assert frame.box.accessibleDescription().endswith("Regel 4, manualen s. 6")


def test_tab_comes_to_the_lines_from_the_top_and_then_to_the_buttons(wizard, qtbot):
    wizard.show_problems()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is wizard.problems.heading)
    wizard.editor.change("participation.voice", Voice.FIRST_PERSON)
    order = []
    for _ in range(len(lines(wizard)) + 1):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        order.append(QApplication.focusWidget())
    assert order[:-1] == lines(wizard)
    assert order[-1].text() == "Stäng"


def test_it_does_not_lie_over_the_way_on(wizard):
    wizard.resize(1280, 600)
    wizard.show_problems()
    bottom = wizard.problems.mapToGlobal(wizard.problems.rect().bottomLeft())
    assert bottom.y() < wizard.footer.mapToGlobal(wizard.footer.rect().topLeft()).y()


def test_an_established_plan_is_not_offered_to_be_established_again(current, qtbot):
    qtbot.keyClick(current, Qt.Key.Key_F8)
    assert not current.problems.isVisible()
