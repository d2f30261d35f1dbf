"""Links in a text that is read: followed with the mouse and with the keyboard."""

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.markdown_view import MarkdownView

TEXT = "Läs om [flikar](step:tabs) och [journalen](step:journal)."


def view_with_links(theme: Any) -> tuple[MarkdownView, list[str]]:
    view, wanted = MarkdownView("Text", theme), []
    view.show_markdown(TEXT)
    view.link_wanted.connect(wanted.append)
    return view, wanted


def test_tab_goes_from_link_to_link_and_then_on_and_enter_follows(hold: Any, theme: Any) -> None:
    view, wanted = view_with_links(theme)
    held = hold(view)
    held.press(Qt.Key.Key_Tab)
    held.press(Qt.Key.Key_Return)
    held.press(Qt.Key.Key_Tab)
    held.press(Qt.Key.Key_Enter)
    assert wanted == ["step:tabs", "step:journal"]
    held.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is held.after
    held.press(Qt.Key.Key_Backtab)
    held.press(Qt.Key.Key_Backtab)
    held.press(Qt.Key.Key_Backtab)
    held.press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is held.before


def test_the_link_that_has_the_keyboard_stands_out(hold: Any, theme: Any) -> None:
    view, _ = view_with_links(theme)
    held = hold(view)
    assert view.extraSelections() == []
    held.press(Qt.Key.Key_Tab)
    [here] = view.extraSelections()
    assert here.cursor.selectedText() == "flikar"
    assert here.format.background().color().name() == theme.colours.accent
    held.after.setFocus()
    assert view.extraSelections() == []


def test_a_click_follows_a_link_and_opens_nothing_itself(hold: Any, theme: Any) -> None:
    view, wanted = view_with_links(theme)
    hold(view)
    cursor = view.document().find("flikar")
    cursor.setPosition(cursor.selectionStart() + 2)
    place: QPoint = view.cursorRect(cursor).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted == ["step:tabs"]
    assert "flikar" in view.toPlainText()


def test_a_link_is_known_by_more_than_its_colour(theme: Any) -> None:
    view, _ = view_with_links(theme)
    fonts = {
        word: view.document().find(word).charFormat().fontUnderline()
        for word in ("Läs", "flikar", "och", "journalen")
    }
    assert fonts == {"Läs": False, "flikar": True, "och": False, "journalen": True}


def test_a_link_further_down_is_brought_in_sight(qtbot: Any, theme: Any) -> None:
    view, _ = view_with_links(theme)
    view.show_markdown("En rad.\n\n" * 60 + TEXT)
    area, page = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    QVBoxLayout(page).addWidget(view)
    area.setWidget(page)
    area.resize(400, 300)
    area.show()
    area.activateWindow()
    QApplication.processEvents()
    qtbot.waitUntil(area.isActiveWindow)
    view.setFocus()
    assert area.verticalScrollBar().value() == 0
    QTest.keyClick(view, Qt.Key.Key_Tab)
    link = view.viewport().mapTo(area.viewport(), view.cursorRect().center())
    assert area.viewport().rect().contains(link)


def test_headings_of_every_level_are_as_large_as_a_cards(theme: Any) -> None:
    view = MarkdownView("Text", theme)
    sizes = []
    for text in ("## Rubrik", "### Rubrik"):
        view.show_markdown(text)
        sizes.append(view.document().size().height())
    assert sizes[0] == sizes[1]
