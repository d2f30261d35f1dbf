"""Beside the page: the help that follows the focus, and the paper that follows the writing."""

from io import BytesIO

from pypdf import PdfReader
from PySide6.QtCore import Qt


def paper(preview) -> str:
    if not preview.data:
        return ""
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(preview.data)).pages)
    return " ".join(text.split())


def press(qtbot, view, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(view.focusWidget(), key, modifier)


def test_the_help_follows_the_field_in_use(wizard, qtbot, method, wishes, unnamed):
    wizard.go("participation", "participation.how")
    assert not wizard.side.help.isVisible()
    press(qtbot, wizard, Qt.Key.Key_F1)
    help_panel = wizard.side.help
    qtbot.waitUntil(help_panel.isVisible)
    assert help_panel.title.text() == "Hur har individen varit delaktig?"
    assert unnamed(wizard) == []
    wizard.page.frames["participation.wishes"].focus_box()
    assert help_panel.title.text() == "Individens önskemål"
    why = method.field("participation.wishes").help.why
    assert " ".join(why.split())[:30] in " ".join(help_panel.text.toPlainText().split())
    wizard.go("contributors", "contributors.1.role")
    assert help_panel.field == "contributors.1.role"
    press(qtbot, wizard, Qt.Key.Key_F1)
    assert not help_panel.isVisible()
    assert wishes.help == [True, False]


def test_the_question_mark_opens_the_help_of_its_own_field(wizard, wishes, qtbot):
    wizard.go("participation", "participation.how")
    wizard.page.frames["participation.wishes"].top.help_button.click()
    assert wizard.side.help.title.text() == "Individens önskemål"
    qtbot.waitUntil(wizard.side.help.isVisible)
    assert wishes.help == [True]
    wizard.side.help.closed.emit()
    assert not wizard.side.help.isVisible()
    assert wishes.help == [True, False]


def test_every_field_with_a_question_mark_has_help_to_show(wizard):
    for step in ("participation", "close_previous", "name", "contributors", "area.d5", "follow_up"):
        wizard.go(step)
        for field, frame in wizard.page.frames.items():
            frame.top.help_button.click()
            assert wizard.side.help.field == field
            assert len(wizard.side.help.text.toPlainText()) > 100, field


def test_ctrl_p_shows_the_paper_and_it_follows_the_writing(wizard, qtbot, type_text, unnamed):
    wizard.go("participation", "participation.how")
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


def test_an_established_plan_is_shown_as_the_very_paper_that_was_kept(established, office, qtbot):
    established.go("print")
    plan_id = established.editor.plan.id
    kept = office.database.call(lambda: office.store.pdf(plan_id))
    qtbot.waitUntil(lambda: established.page.preview.data == kept)
    assert "UTKAST" not in paper(established.page.preview)
    assert not established.page.notice.isVisible()


def test_the_print_page_of_a_draft_says_that_it_is_one(wizard, qtbot):
    wizard.editor.change("participation.how", "Ett tecken utan form: \U0001f9bc")
    wizard.go("print")
    qtbot.waitUntil(lambda: wizard.page.preview.view.current_page == 1)
    assert "UTKAST" in wizard.page.notice.text()
    assert wizard.page.missing.text().endswith("\U0001f9bc")
    assert not wizard.side.isVisible()
