"""One life area: attainment, its reason, what is copied, and the assignment beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from gplan_desktop.domain.plan import GoalAttainment


def take(wizard, qtbot, number: int) -> None:
    button = wizard.page.frames["area.d5.attainment"].box.buttons[number]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_reason_is_asked_for_only_at_delvis_and_helt(wizard, qtbot, type_text):
    wizard.go("area.d5")
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
    wizard.go("area.d5")
    box = wizard.page.frames["area.d5.attainment_reason"].box
    heights = set()
    for _ in range(5):
        wizard.editor.change("area.d5.attainment_reason", "sist")
        wizard.editor.change("area.d5.attainment_reason", "rad\n" * 4 + "sist")
        heights.add(box.height())
    assert len(heights) == 1
    take(wizard, qtbot, 1)
    qtbot.waitUntil(lambda: box.viewport().height() >= 5 * box.fontMetrics().lineSpacing())


def test_copied_text_is_marked_until_it_is_decided_on(wizard, qtbot):
    wizard.go("area.d5")
    assert wizard.page.copied.isVisible()
    assert wizard.page.copied.text().startswith("Kopierad – ej omprövad.")
    take(wizard, qtbot, 0)
    assert not wizard.page.copied.isVisible()


def test_the_assignment_stands_beside_the_area_and_nowhere_else(wizard, qtbot):
    wizard.go("area.d5")
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
