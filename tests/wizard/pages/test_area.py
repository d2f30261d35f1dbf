"""One life area: attainment, its reason, what is copied, and the assignment beside it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel

from gplan_desktop.domain.plan import GoalAttainment

PAGE = "area.d5"


def take(wizard, qtbot, number: int) -> None:
    button = wizard.page.frames["area.d5.attainment"].box.buttons[number]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_reason_is_asked_for_only_at_delvis_and_helt(wizard, qtbot, type_text):
    reason = wizard.page.frames["area.d5.attainment_reason"]
    assert not reason.isVisible()
    take(wizard, qtbot, 0)
    assert not reason.isVisible()
    take(wizard, qtbot, 1)
    assert reason.isVisible()
    type_text(reason.box, "Hon går längre\noch längre\noch längre")
    assert reason.box.height() >= 3 * reason.box.fontMetrics().lineSpacing()
    take(wizard, qtbot, 0)
    assert not reason.isVisible()
    take(wizard, qtbot, 2)
    assert reason.isVisible()
    assert wizard.editor.plan.area("d5").attainment is GoalAttainment.FULLY_MET
    assert wizard.editor.plan.area("d5").attainment_reason.startswith("Hon går längre")


def test_a_text_that_was_hidden_is_shown_whole(wizard, qtbot):
    box = wizard.page.frames["area.d5.attainment_reason"].box
    heights = set()
    for _ in range(5):
        wizard.editor.change("area.d5.attainment_reason", "sist")
        wizard.editor.change("area.d5.attainment_reason", "rad\n" * 4 + "sist")
        heights.add(box.height())
    assert len(heights) == 1
    take(wizard, qtbot, 1)
    qtbot.waitUntil(lambda: box.viewport().height() >= 5 * box.fontMetrics().lineSpacing())


def test_copied_text_is_marked_until_it_is_decided_on_beside_what_was_decided_before(wizard, qtbot):
    # Earlier values are told in words and days.
    said = [w.text() for w in wizard.page.findChildren(QLabel)]
    assert said.index("Kvarstår") < said.index("2026-05-15")
    assert wizard.page.copied.isVisible()
    assert wizard.page.copied.text().startswith("Kopierad – ej omprövad.")
    take(wizard, qtbot, 0)
    assert not wizard.page.copied.isVisible()


def test_the_assignment_stands_beside_the_area_and_nowhere_else(wizard, qtbot):
    pane = wizard.side.assignment
    qtbot.waitUntil(pane.isVisible)
    said = [w.text() for w in pane.findChildren(QLabel)]
    assert "Hjälp med dusch en gång i veckan och med påklädning varje morgon." in said
    assert "2  Måttlig begränsning" in said
    assert "Att tvätta sig, Kroppsvård, Att klä sig" in said
    wizard.go("area.d9")
    qtbot.waitUntil(lambda: "Peter Hallberg" in pane.source.text())
    seen = [w.text() for w in pane.findChildren(QLabel) if w.isVisible()]
    assert not any("Att klä sig" in text for text in seen)
    wizard.go("name")
    assert not wizard.side.isVisible()


def test_the_points_tell_what_is_there_and_lead_to_what_is_not(wizard, qtbot, type_text):
    points = {b.text(): b for b in wizard.page.points.buttons}
    assert points["Vad"].accessibleName() == "Vad: klart"
    assert points["Resultat"].accessibleName() == "Resultat: saknas"
    points["Resultat"].click()
    box = wizard.page.frames["area.d5.result"].box
    assert box.hasFocus()
    type_text(box, "Det går bra.")
    assert points["Resultat"].accessibleName() == "Resultat: klart"
    points["Hur"].click()
    assert "area.d5.activities.0.how" in wizard.page.frames
    # Tab comes to one point, and the arrows to the others.
    buttons = wizard.page.points.buttons
    buttons[0].setFocus()
    qtbot.keyClick(buttons[0], Qt.Key.Key_Right)
    assert buttons[1].hasFocus()
    qtbot.keyClick(buttons[1], Qt.Key.Key_Left)
    qtbot.keyClick(buttons[0], Qt.Key.Key_Left)
    assert buttons[-1].hasFocus()
    tabbed = [b for b in buttons if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert tabbed == [buttons[-1]]


def test_what_is_new_is_compared_when_it_is_opened_and_after_a_pause(wizard, qtbot):
    wizard.editor.change("area.d5.goal", "Jag vill bada.")
    news = wizard.page.news

    def said() -> str:
        shown = news.findChildren(QLabel)
        return " ".join(w.accessibleName() for w in shown if not w.isHidden())

    assert said().strip() == ""
    pause = news.findChild(QTimer)
    news.fold.head.click()
    qtbot.waitUntil(lambda: "[Tillagt: bada" in said())
    wizard.editor.change("area.d5.goal", "Jag vill simma.")
    assert "simma" not in said()
    with qtbot.waitSignal(pause.timeout):
        pause.start(0)
    qtbot.waitUntil(lambda: "[Tillagt: simma" in said())
    assert "bada" not in said()
