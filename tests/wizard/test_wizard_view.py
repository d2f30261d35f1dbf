"""The wizard as a whole: the keys, the way through, and room for everything on the screen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gplan_desktop.domain.plan import GoalAttainment, PlanStatus, Voice
from gplan_desktop.planning import begin_first
from gplan_desktop.settings import Settings
from ui import theme as themes
from wizard.pages.record_page import PARTS
from wizard.wizard_view import WizardView

CTRL = Qt.KeyboardModifier.ControlModifier


class Hands:
    """A writer who has no mouse: keys go to whatever has the focus."""

    def __init__(self, view, qtbot, type_text):
        self._view, self._qtbot, self._type = view, qtbot, type_text

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self._qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    def write(self, text):
        self._type(QApplication.focusWidget(), text)

    def tab_to(self, field):
        for _ in range(60):
            if getattr(self._view._field_in_use(), "field", "") == field:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {field}")

    def next_page(self):
        self.press(Qt.Key.Key_PageDown, CTRL)


@pytest.fixture
def hands(wizard, qtbot, type_text) -> Hands:
    return Hands(wizard, qtbot, type_text)


def test_the_whole_job_is_done_without_a_mouse(wizard, hands, office, dialog_of, qtbot):
    pages = [step.id for step in wizard.editor.steps]
    wizard.go(pages[0])
    for step in pages[: pages.index("plan_list")]:
        assert wizard.step.id == step
        fill_in(hands, wizard, step)
        if step != "review":
            hands.next_page()
    dialog = dialog_of(wizard)
    QApplication.processEvents()
    qtbot.waitUntil(dialog.isActiveWindow)
    while QApplication.focusWidget() is not dialog.establish:
        hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Space)
    office.database.flush()
    assert wizard.step.id == "plan_list"
    kept = office.database.call(lambda: office.store.plan(wizard.editor.plan.id))
    assert kept.status is PlanStatus.ESTABLISHED
    assert kept.plan.participation.voice is Voice.FIRST_PERSON
    assert kept.plan.participation.how == "Vid köksbordet – Eva på telefon"
    assert {a.attainment for a in kept.plan.areas} == {GoalAttainment.REMAINS}
    assert {a.result for a in kept.plan.areas} == {"Som förut, åäö"}
    assert kept.plan.accepted == ()


def fill_in(hands, wizard, step: str) -> None:
    if step == "participation":
        hands.tab_to("participation.ticked")
        hands.press(Qt.Key.Key_Space)
        hands.tab_to("participation.voice")
        hands.press(Qt.Key.Key_Space)
        hands.tab_to("participation.how")
        hands.write("Vid köksbordet – Eva på telefon")
    elif step == "close_previous":
        hands.press(Qt.Key.Key_Space)
        hands.tab_to("closing.participated")
        hands.press(Qt.Key.Key_Space)
    elif step == "contributors":
        for number in range(3):
            hands.tab_to(f"contributors.{number}.confirmed")
            hands.press(Qt.Key.Key_Space)
    elif step.startswith("area."):
        hands.tab_to(f"{step}.attainment")
        hands.press(Qt.Key.Key_Space)
        hands.tab_to(f"{step}.result")
        hands.write("Som förut, åäö")
        hands.tab_to(f"{step}.next_follow_up")
        hands.write("20 maj 2027")
    elif step == "follow_up":
        hands.tab_to("follow_up.day")
        hands.write("2027-05-20")
    elif step == "review":
        assert wizard.editor.blocking == ()
        hands.press(Qt.Key.Key_Return)


def test_enter_goes_on_and_the_page_keys_turn(wizard, hands, wishes):
    wizard.go(wizard.editor.steps[0].id)
    hands.press(Qt.Key.Key_PageDown, CTRL)
    assert wizard.step == wizard.editor.steps[1]
    hands.press(Qt.Key.Key_PageUp, CTRL)
    assert wizard.step == wizard.editor.steps[0]
    hands.press(Qt.Key.Key_PageUp, CTRL)
    assert wizard.step == wizard.editor.steps[0]
    hands.press(Qt.Key.Key_Return, CTRL)
    assert wizard.step == wizard.editor.steps[1]
    wizard.go("participation", "participation.how")
    hands.write("Första\nandra")
    assert wizard.step.id == "participation"
    assert wizard.editor.plan.participation.how == "Första\nandra"
    hands.press(Qt.Key.Key_Return, CTRL)
    assert wizard.step.id == "plan_information"
    assert wizard.editor.plan.participation.how == "Första\nandra"
    wizard.go(wizard.editor.steps[-1].id)
    assert wizard.footer.next.text() == "Till individen"
    hands.press(Qt.Key.Key_PageDown, CTRL)
    assert wishes.left == 1


def test_esc_asks_to_leave_and_nothing_is_lost(wizard, hands, office, wishes):
    wizard.go("participation", "participation.how")
    hands.write("Sista ordet")
    hands.press(Qt.Key.Key_Escape)
    assert wishes.left == 1
    wizard.header.back.click()
    assert wishes.left == 2
    wizard.show_problems()
    assert wizard.finish()
    assert not wizard.problems.isVisible()
    plan_id = wizard.editor.plan.id
    kept = office.database.call(lambda: office.store.plan(plan_id))
    assert kept.plan.participation.how == "Sista ordet"


def test_f8_shows_what_is_left_and_ctrl_s_saves(wizard, hands, office, qtbot):
    wizard.go("participation", "participation.how")
    hands.write("Sparas nu")
    hands.press(Qt.Key.Key_S, CTRL)
    office.database.flush()
    assert wizard.editor.is_saved
    hands.press(Qt.Key.Key_F8)
    assert wizard.problems.isVisible()


def test_a_first_plan_has_no_earlier_plan_to_close(show_wizard, office):
    view = show_wizard(
        office.database.call(lambda: begin_first("gunnel", office.desk())), at="login"
    )
    pages = [step.id for step in view.editor.steps]
    assert not {"choose_plan", "close_previous", "follow_up_intro"} & set(pages)
    # The record's own pages are the same whether a plan is the first or not.
    for step in set(pages) - set(PARTS):
        view.go(step)
    area = next(step for step in pages if step.startswith("area."))
    view.go(area)
    assert f"{area}.attainment" not in view.page.frames
    assert f"{area}.next_follow_up" in view.page.frames
    view.go("journal")
    assert len(view.page.line.sentence.buttons) == 1


@pytest.fixture
def largest(office, qapp):
    """The office with the text at 200 %; the next test dresses the application anew."""
    return replace(office, theme=themes.apply(qapp, Settings(theme="light", text_size=200)))


def test_nothing_is_cut_off_at_the_sides_at_twice_the_text_size(
    largest, show_wizard, follow_up_of, clipped, qapp
):
    view = show_wizard(follow_up_of("karin-plan-2"), help_open=True, dressed=largest)
    view.setUpdatesEnabled(True)
    for step in view.editor.steps:
        view.go(step.id)
        qapp.processEvents()
        assert clipped(view) == [], step.id
        assert not view.side._assignment_area.horizontalScrollBar().isVisible(), step.id
    view.go("area.d5", "area.d5.activities.0.what")
    qapp.processEvents()
    assert clipped(view) == []
    assert (view.width(), view.height()) == (1280, 680)


def test_a_plan_in_force_that_is_read_can_be_followed_up_from_there(
    current: WizardView, wishes
) -> None:
    assert current.header.follow_up.isVisible()
    current.header.follow_up.click()
    assert wishes.followed == [current.editor.plan.id]
    assert not current.header.meter.isVisible()
