"""The help in a dialog of fields: beside them, never over them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.field_dialog import FieldDialog
from ui.new_person_dialog import NewPersonDialog
from ui.office import Office

Open = Callable[..., NewPersonDialog]


@pytest.fixture
def open_dialog(
    office: Office, qtbot: Any, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Open]:
    """Open the dialog for a new person on a screen and in a text size of one's choice."""
    room: list[QSize] = []
    parents: list[QWidget] = []
    # The offscreen screen is smaller than any that the program is made for.
    monkeypatch.setattr(FieldDialog, "room", lambda _: room[-1])

    def opened(text_size: int = 100, width: int = 1280, height: int = 620) -> NewPersonDialog:
        room.append(QSize(width, height))
        dressed = themes.apply(qapp, Settings(theme="light", text_size=text_size))
        parent = QWidget()
        parents.append(parent)
        qtbot.addWidget(parent)
        parent.show()
        dialog = NewPersonDialog(replace(office, theme=dressed), parent)
        dialog.open()
        QApplication.processEvents()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    yield opened
    office.database.flush()


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def test_the_help_is_open_beside_the_fields_and_follows(open_dialog: Open) -> None:
    dialog = open_dialog()
    assert dialog.width() == 1060
    assert dialog.help_panel.isVisible()
    assert dialog.help_panel.title.text() == "Förnamn"
    dialog.frames["phone"].focus_box()
    assert dialog.help_panel.title.text() == "Telefon"


def test_help_and_fields_both_have_their_room(
    open_dialog: Open, clipped: Any, unnamed: Any, qapp: QApplication
) -> None:
    dialog = open_dialog(150)
    qapp.processEvents()
    assert dialog.help_panel.isVisible()
    assert (dialog.width(), dialog.height()) <= (1280, 620)
    assert [text for text in clipped(dialog) if text] == []
    assert unnamed(dialog) == []
    assert not dialog._area.horizontalScrollBar().isVisible()
    fields = QRect(dialog._area.mapTo(dialog, QPoint(0, 0)), dialog._area.size())
    side = QRect(dialog.help_panel.mapTo(dialog, QPoint(0, 0)), dialog.help_panel.size())
    assert not fields.intersects(side)
    assert side.left() > fields.right()


def test_on_a_small_screen_the_help_comes_when_it_is_asked_for(open_dialog: Open) -> None:
    dialog = open_dialog(200, width=1280)
    assert not dialog.help_panel.isVisible()
    press(Qt.Key.Key_F1)
    assert dialog.help_panel.isVisible()
    assert dialog.help_panel.title.text() == "Förnamn"
    assert dialog.width() <= 1280


def test_f1_takes_the_help_away_and_brings_it_back(open_dialog: Open) -> None:
    dialog = open_dialog()
    press(Qt.Key.Key_F1)
    assert not dialog.help_panel.isVisible()
    dialog.frames["personal_id"].focus_box()
    press(Qt.Key.Key_F1)
    assert dialog.help_panel.isVisible()
    assert dialog.help_panel.title.text() == "Personnummer"


def test_the_question_mark_shows_the_help_of_its_field(open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.frames["unit"].help_button.click()
    assert dialog.help_panel.title.text() == "Enhet"


def test_f6_and_esc_go_between_the_fields_and_the_help(open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.frames["phone"].focus_box()
    for back in (Qt.Key.Key_F6, Qt.Key.Key_Escape):
        press(Qt.Key.Key_F6)
        assert dialog.help_panel.text.hasFocus()
        press(back)
        assert dialog.frames["phone"].box.hasFocus()
    assert dialog.isVisible()


def test_enter_in_the_search_hands_nothing_over(open_dialog: Open, type_text: Any) -> None:
    dialog = open_dialog()
    QTest.keyClick(dialog, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_text(dialog.help_panel.search, "skyddade")
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.help_panel.title.text() == "Skyddade personuppgifter"
    assert not dialog.problem.isVisible()


def test_tab_goes_from_the_last_field_to_the_help_and_on_to_the_buttons(open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.frames["phone"].focus_box()
    reached = []
    while dialog.focusWidget() is not dialog.do_it:
        press(Qt.Key.Key_Tab)
        reached.append(dialog.focusWidget())
    assert dialog.help_panel.search in reached
    assert dialog.help_panel.text in reached
