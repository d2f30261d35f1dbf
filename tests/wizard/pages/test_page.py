"""Fields on the pages: what stands at them, when findings show, and that nothing typed is lost."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from gplan_desktop.domain.plan import DayPart, GoalAttainment, Voice
from ui.widgets.tick_box import TickBox
from wizard.pages.record_page import PARTS

WRITING = ("participation", "close_previous", "name", "contributors", "area.d5", "follow_up")
HARD = "<b>&amp; <img src='x'> %s {0} å ä ö é – € اَلسَّلَامُ عَلَيْكُمْ 👩🏽‍🦽‍➡️ 𝒳\n\tslut"


def labels(frame) -> list[str]:
    parts = [*frame.findChildren(QLabel), *frame.findChildren(TickBox)]
    return [part.text() for part in parts if part.isVisible()]


def stars(frame) -> list[str]:
    return [w.text() for w in frame.findChildren(QLabel) if w.property("role") == "star"]


def test_a_field_shows_label_star_and_hint_and_its_finding_only_when_left(wizard):
    for step in WRITING:
        wizard.go(step)
        frames = [frame for frame in wizard.page.frames.values() if frame.isVisible()]
        for frame in frames:
            assert frame.text.label in labels(frame), frame.field
            assert stars(frame) == ["*"] * frame.text.required, frame.field
            assert frame.top.hint.text() == frame.text.hint
            assert frame.top.hint.isVisible() or step == "contributors"
            assert not frame.problem.isVisible(), frame.field
        for frame in frames:
            frame.focus_box()
        wizard.footer.next.setFocus()
        shown = {f.field: f.problem.text() for f in frames if f.problem.isVisible()}
        fields = [f.field for f in frames]
        assert shown == {f.field: f.text for f in wizard.editor.findings if f.field in fields}


def test_a_finding_stands_only_at_its_own_field_and_goes_when_it_is_put_right(wizard, type_text):
    wizard.go("participation", "participation.how")
    how, voice = (wizard.page.frames[f"participation.{part}"] for part in ("how", "voice"))
    type_text(how.box, "V")
    type_text(how.box, "\b")
    how.box.selectAll()
    how.box.cut()
    assert not how.problem.isVisible()
    wizard.page.frames["participation.wishes"].focus_box()
    assert how.problem.text() == "Skriv hur individen har varit delaktig."
    assert not voice.problem.isVisible()
    type_text(how.box, "Vid köksbordet")
    assert not how.problem.isVisible()


def test_what_is_typed_reaches_the_plan_and_comes_back_at_the_same_place(
    wizard, show_wizard, reopen, type_text, qtbot
):
    def box(field):
        wizard.go(wizard.editor.step_of(field), field)
        return wizard.page.frames[field].box

    def click(button):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    click(box("participation.ticked"))
    click(box("participation.voice").buttons[2])
    type_text(box("participation.wishes"), "Lugn och ro på morgonen – kaffe först")
    click(box("name").buttons[1])
    type_text(box("contributors.1.name"), " Åkerö")
    role = box("contributors.1.role")
    role.lineEdit().selectAll()
    type_text(role.lineEdit(), "Grannen i trappan")
    click(box("contributors.0.confirmed"))
    click(box("area.d5.attainment").buttons[1])
    type_text(box("area.d5.attainment_reason"), "Hon berättar\noch vi har sett")
    type_text(box("area.d5.next_follow_up").line, "5 maj 2027")
    click(box("area.d5.activities.1.day_parts").buttons[DayPart.NIGHT])
    type_text(box("area.d5.activities.1.sub_goal"), "Själv vid handfatet")
    type_text(box("follow_up.day").line, "2027-03-01")
    box("area.d5.activities.1.what")
    assert wizard.finish()

    kept = reopen(wizard.editor.plan.id)
    plan = kept.record.plan
    assert plan == wizard.editor.plan
    assert plan.participation.ticked
    assert plan.participation.voice is Voice.BY_OBSERVATION
    assert plan.participation.wishes == "Lugn och ro på morgonen – kaffe först"
    assert plan.name == "Genomförandeplan Hemvård natt"
    assert plan.contributors[1].name == "Eva Bergström Åkerö"
    assert plan.contributors[1].role == "Grannen i trappan"
    assert [c.confirmed for c in plan.contributors] == [True, False, False]
    area = plan.area("d5")
    assert area.attainment is GoalAttainment.PARTLY_MET
    assert area.attainment_reason == "Hon berättar\noch vi har sett"
    assert area.next_follow_up == date(2027, 5, 5)
    assert area.activities[1].day_parts == (DayPart.AFTERNOON, DayPart.NIGHT)
    assert area.activities[1].sub_goal == "Själv vid handfatet"
    assert plan.follow_up.day == date(2027, 3, 1)

    again = show_wizard(kept)
    assert again.step.id == "area.d5"
    assert again._field_in_use().field == "area.d5.activities.1.what"
    frames = again.page.frames
    assert frames["area.d5.attainment"].box.buttons[1].isChecked()
    assert frames["area.d5.attainment_reason"].box.toPlainText() == "Hon berättar\noch vi har sett"
    assert frames["area.d5.next_follow_up"].box.line.text() == "2027-05-05"
    assert frames["area.d5.activities.1.day_parts"].box.buttons[DayPart.NIGHT].isChecked()
    again.go("contributors")
    assert again.page.frames["contributors.1.role"].box.currentText() == "Grannen i trappan"


def test_any_text_of_any_length_is_saved_and_read_back_sign_for_sign(wizard, reopen, type_text):
    wizard.go("area.d5", "area.d5.needs")
    box = wizard.page.frames["area.d5.needs"].box
    long = "Jag vill sköta min morgon själv. " * 600 + HARD
    QGuiApplication.clipboard().setText(long)
    box.selectAll()
    type_text(box, HARD.replace("\n\t", " "))
    box.paste()
    wanted = HARD.replace("\n\t", " ") + long
    assert len(wanted) > 19_000
    assert box.toPlainText() == wanted
    assert wizard.finish()
    assert reopen(wizard.editor.plan.id).record.plan.area("d5").needs == wanted


def test_the_page_of_an_established_plan_can_be_read_but_not_changed(
    current, type_text, qtbot, unnamed
):
    before = current.editor.plan
    # The record's own pages are the same whether the plan is established or not.
    for step in [step.id for step in current.editor.steps if step.id not in PARTS]:
        current.go(step)
        assert unnamed(current) == [], step
        for frame in current.page.frames.values():
            for box in (frame.box, getattr(frame.box, "line", frame.box)):
                type_text(box, "x")
                qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert current.editor.plan is before
    current.go("area.d4")
    assert not current.page.activities.add.isVisible()
    current.go("contributors")
    assert not current.page.add.isVisible()
