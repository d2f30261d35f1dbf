"""Beside the page: the help that follows the focus, and the paper that follows the writing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

PAGE = "participation"


def paper(preview) -> str:
    pages = preview.view.pages
    text = " ".join(pages.text(n) for n in range(pages.page_count)) if pages else ""
    return " ".join(text.split())


def press(qtbot, view, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget() or view, key, modifier)


@pytest.fixture
def pinned(show_wizard, follow_up_of):
    """The wizard as at the first start: the help is open and follows."""
    view = show_wizard(follow_up_of("karin-plan-2"), at=PAGE, help_open=True)
    view.page.frames["participation.how"].focus_box()
    return view


def test_pinned_help_is_open_and_follows_the_field_in_use(pinned, method, wishes, unnamed):
    help_panel = pinned.side.help
    assert help_panel.isVisible()
    assert help_panel.title.text() == "Hur har individen varit delaktig?"
    assert unnamed(pinned) == []
    pinned.page.frames["participation.wishes"].focus_box()
    assert help_panel.title.text() == "Individens önskemål"
    why = method.field("participation.wishes").help.why
    assert " ".join(why.split())[:30] in " ".join(help_panel.text.toPlainText().split())
    pinned.go("contributors", "contributors.1.role")
    assert help_panel.field == "contributors.1.role"
    pinned.go("tabs")
    assert not help_panel.isVisible()
    pinned.go("name")
    assert help_panel.isVisible()
    assert wishes.help == []


def test_f1_shows_the_help_of_one_field_until_the_page_is_left(wizard, qtbot, wishes):
    wizard.page.frames["participation.how"].focus_box()
    help_panel = wizard.side.help
    assert not help_panel.isVisible()
    press(qtbot, wizard, Qt.Key.Key_F1)
    assert help_panel.isVisible()
    assert not help_panel.pin.isChecked()
    wizard.page.frames["participation.wishes"].focus_box()
    assert help_panel.title.text() == "Hur har individen varit delaktig?"
    press(qtbot, wizard, Qt.Key.Key_F1)
    assert help_panel.title.text() == "Individens önskemål"
    press(qtbot, wizard, Qt.Key.Key_F1)
    assert not help_panel.isVisible()
    press(qtbot, wizard, Qt.Key.Key_F1)
    wizard.go("name")
    assert not help_panel.isVisible()
    assert wishes.help == []


def test_the_pin_lets_the_help_stay_and_is_remembered(wizard, qtbot, wishes):
    wizard.page.frames["participation.how"].focus_box()
    press(qtbot, wizard, Qt.Key.Key_F1)
    wizard.side.help.pin.click()
    assert wishes.help == [True]
    wizard.go("name", "name")
    assert wizard.side.help.field == "name"
    wizard.side.help.pin.click()
    assert wishes.help == [True, False]
    assert wizard.side.help.isVisible()
    wizard.go("participation")
    assert not wizard.side.help.isVisible()


def test_help_that_was_closed_stays_closed(pinned, qtbot, wishes):
    press(qtbot, pinned, Qt.Key.Key_F1)
    assert not pinned.side.help.isVisible()
    pinned.go("name", "name")
    assert not pinned.side.help.isVisible()
    assert wishes.help == [False]
    pinned.footer.help.click()
    assert pinned.side.help.field == "name"
    pinned.side.help.close_button.click()
    assert not pinned.side.help.isVisible()


def test_f6_goes_between_the_field_and_its_help(wizard, qtbot):
    wizard.page.frames["participation.how"].focus_box()
    box = wizard.page.frames["participation.how"].box
    for back in (Qt.Key.Key_F6, Qt.Key.Key_F1, Qt.Key.Key_Escape):
        press(qtbot, wizard, Qt.Key.Key_F6)
        assert wizard.side.help.text.hasFocus()
        assert wizard.side.help.field == "participation.how"
        press(qtbot, wizard, back)
        assert box.hasFocus()
    assert not wizard.side.help.isVisible()
    assert wizard.step.id == "participation"


def test_esc_leaves_the_help_before_it_leaves_the_plan(pinned, qtbot, wishes, type_text):
    press(qtbot, pinned, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_text(QApplication.focusWidget(), "delmål")
    press(qtbot, pinned, Qt.Key.Key_Return)
    assert pinned.side.help.title.text() == "Delmål"
    assert pinned.step.id == "participation"
    press(qtbot, pinned, Qt.Key.Key_Escape)
    assert pinned.side.help.title.text() == "Hur har individen varit delaktig?"
    press(qtbot, pinned, Qt.Key.Key_Escape)
    assert pinned.page.frames["participation.how"].box.hasFocus()
    assert pinned.side.help.isVisible()
    assert wishes.left == 0
    press(qtbot, pinned, Qt.Key.Key_Escape)
    assert wishes.left == 1


def test_ctrl_f_searches_from_every_page_and_goes_to_another(wizard, qtbot, type_text):
    for step in ("other_information", "review", "area.d4"):
        wizard.go(step)
        press(qtbot, wizard, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert wizard.side.help.search.hasFocus(), step
        type_text(QApplication.focusWidget(), "Namnge planen")
        press(qtbot, wizard, Qt.Key.Key_Return)
        wizard.side.help.go_there.setFocus()
        press(qtbot, wizard, Qt.Key.Key_Space)
        assert wizard.step.id == "name", step
        assert not wizard.side.help.isVisible(), step
        # No field of the page is left by that.
        assert all(not frame.problem.isVisible() for frame in wizard.page.frames.values()), step


def test_f1_on_a_page_without_fields_tells_of_the_page(wizard, qtbot, method):
    wizard.go("review")
    press(qtbot, wizard, Qt.Key.Key_F1)
    assert wizard.side.help.title.text() == method.steps["review"].title
    press(qtbot, wizard, Qt.Key.Key_F1)
    assert not wizard.side.help.isVisible()


def test_help_takes_the_place_of_the_paper(wizard, qtbot):
    wizard.page.frames["participation.how"].focus_box()
    press(qtbot, wizard, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert wizard.side.shows_preview
    press(qtbot, wizard, Qt.Key.Key_F1)
    assert not wizard.side.shows_preview
    assert wizard.side.help.isVisible()


def test_the_question_mark_of_every_field_opens_its_own_help(wizard, wishes, qtbot):
    help_panel = wizard.side.help
    for step in ("participation", "close_previous", "name", "contributors", "follow_up", "area.d4"):
        wizard.go(step)
        for field, frame in wizard.page.frames.items():
            frame.top.help_button.click()
            assert help_panel.field == field
            assert len(help_panel.text.toPlainText()) > 100, field
    wizard.page.frames["area.d4.goal"].top.help_button.click()
    assert help_panel.title.text() == "Mål"
    # A life area has its own examples.
    assert "Bra exempel – Förflyttning" in help_panel.text.toPlainText()
    qtbot.waitUntil(help_panel.isVisible)
    help_panel.closed.emit()
    assert not help_panel.isVisible()
    assert wishes.help == []


def test_ctrl_p_shows_the_paper_and_it_follows_the_writing(wizard, qtbot, type_text, unnamed):
    wizard.page.frames["participation.how"].focus_box()
    press(qtbot, wizard, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert wizard.side.shows_preview
    preview = wizard.side._preview
    qtbot.waitUntil(lambda: preview.view.current_page == 1)
    assert unnamed(wizard) == []
    first = paper(preview)
    assert "Karin Bergström" in first
    assert "UTKAST" in first
    assert "Därhemma" not in first
    type_text(wizard.page.frames["participation.how"].box, "Därhemma i lugn och ro")
    qtbot.waitUntil(lambda: "Därhemma i lugn och ro" in paper(preview))
    press(qtbot, wizard, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert not wizard.side.shows_preview


def test_the_print_page_of_a_draft_says_that_it_is_one(wizard, qtbot):
    wizard.editor.change("participation.how", "Ett tecken utan form: ᚠ")
    wizard.go("print")
    qtbot.waitUntil(lambda: wizard.page.preview.view.current_page == 1)
    assert "UTKAST" in wizard.page.notice.text()
    assert wizard.page.missing.text().endswith("ᚠ")
    assert not wizard.side.isVisible()


def test_pinned_help_tells_nothing_of_the_page_before(pinned, qtbot):
    assert pinned.side.help.field == "participation.how"
    pinned.go("follow_up")
    assert pinned.page.take.hasFocus()
    qtbot.waitUntil(lambda: pinned.side.help.field == "")
    assert "Ställ dig i ett fält" in pinned.side.help.reading.body
