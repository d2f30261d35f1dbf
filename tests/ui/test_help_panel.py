"""The manual at hand: read, search, go to the page, by keyboard and with a screen reader."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gplan_desktop.method.model import Method
from gplan_desktop.method.reading import field_reading
from gplan_desktop.method.search import build_index
from ui.help_panel import HelpPanel
from ui.theme import Theme

Put = Callable[..., QWidget]


@pytest.fixture
def panel(put_up: Put, method: Method, theme: Theme) -> Any:
    panel = HelpPanel(method, theme, lambda step: step == "tabs")
    put_up(panel, (360, 560))
    panel.show_field("area.d4.goal")
    return panel


@pytest.fixture
def look_up(panel: HelpPanel, type_text: Any) -> Callable[[str], None]:
    """Search as people do: go to the line and type over what stands there."""

    def look_up(query: str) -> None:
        panel.go_to_search()
        type_text(panel.search, query)

    return look_up


def press(panel: HelpPanel, key: Qt.Key) -> None:
    QTest.keyClick(panel.focusWidget(), key)


def texts_cut_off(panel: HelpPanel, clipped: Any) -> list[str]:
    """Leave aside the icons in the search line, whose size is Qt's own."""
    return [text for text in clipped(panel) if text]


def test_the_help_has_the_title_of_its_field_and_its_whole_text(
    panel: HelpPanel, method: Method
) -> None:
    assert panel.title.text() == "Mål"
    assert panel.text.accessibleName() == "Hjälp: Mål"
    shown = panel.text.toPlainText()
    assert "Bra exempel – Förflyttning" in shown
    assert method.areas["d4"].examples.goal.poor in shown
    assert method.field("area.*.goal").help.good not in shown


def test_hits_come_as_one_types_and_esc_goes_back_to_the_help(
    panel: HelpPanel, look_up: Any
) -> None:
    look_up("delmå")
    assert panel.hits.isVisible()
    assert panel.hits.hits[0].title == "Delmål"
    assert panel.count.text() == f"{len(panel.hits.hits)} träffar"
    press(panel, Qt.Key.Key_Escape)
    assert panel.search.text() == ""
    assert panel.text.hasFocus()
    assert panel.title.text() == "Mål"


def test_the_whole_search_is_done_with_the_keyboard(
    panel: HelpPanel, look_up: Any, qtbot: QtBot
) -> None:
    look_up("flikar")
    press(panel, Qt.Key.Key_Down)
    assert panel.hits.hasFocus()
    assert panel.hits.currentIndex().row() == 0
    press(panel, Qt.Key.Key_Down)
    press(panel, Qt.Key.Key_Up)
    press(panel, Qt.Key.Key_Up)
    assert panel.search.hasFocus()
    press(panel, Qt.Key.Key_Down)
    press(panel, Qt.Key.Key_Return)
    assert panel.title.text() == "Flikar i Treserva"
    assert panel.text.hasFocus()
    with qtbot.waitSignal(panel.left):
        press(panel, Qt.Key.Key_Escape)
        assert panel.title.text() == "Mål"
        press(panel, Qt.Key.Key_Escape)


def test_enter_in_the_search_opens_the_best_hit_and_the_search_shows_the_hits_again(
    panel: HelpPanel, look_up: Any
) -> None:
    look_up("personnummer")
    press(panel, Qt.Key.Key_Return)
    assert panel.field == "person.personal_id"
    assert not panel.hits.isVisible()
    panel.go_to_search()
    assert panel.hits.isVisible()
    assert panel.search.selectedText() == "personnummer"


def test_enter_turns_no_page_of_the_window_around(
    panel: HelpPanel, look_up: Any, method: Method
) -> None:
    look_up("xyzzyx")
    for widget in (panel.search, panel.text):
        widget.setFocus()
        press(panel, Qt.Key.Key_Return)
    assert panel.title.text() == "Mål"


def test_a_step_can_be_gone_to_only_where_the_window_has_it(
    panel: HelpPanel, look_up: Any, qtbot: QtBot
) -> None:
    look_up("Flikar i Treserva")
    press(panel, Qt.Key.Key_Return)
    assert panel.go_there.isVisible()
    with qtbot.waitSignal(panel.step_wanted) as wanted:
        panel.go_there.click()
    assert wanted.args == ["tabs"]
    look_up("Tes-besöksplan innehåll")
    press(panel, Qt.Key.Key_Return)
    assert panel.title.text() == "Tes-besöksplan innehåll"
    assert not panel.go_there.isVisible()


def test_an_example_opens_the_help_with_that_life_area(panel: HelpPanel, look_up: Any) -> None:
    look_up("promenader har utförts")
    press(panel, Qt.Key.Key_Return)
    assert panel.field == "area.d4.result"
    assert "Mindre bra exempel – Förflyttning" in panel.text.toPlainText()


def test_a_rule_is_shown_with_its_source(panel: HelpPanel, look_up: Any, method: Method) -> None:
    look_up("regel 12")
    press(panel, Qt.Key.Key_Return)
    assert panel.title.text() == "Regel 12"
    assert "Källa" in panel.text.toPlainText()


def test_a_long_text_is_opened_where_the_match_is(panel: HelpPanel, look_up: Any) -> None:
    look_up("vobo")
    press(panel, Qt.Key.Key_Return)
    assert panel.text.textCursor().selectedText() == "Vobo"
    assert panel.text.viewport().rect().contains(panel.text.cursorRect())
    assert panel.text.verticalScrollBar().value() > 0


def test_no_hit_is_said_in_words(panel: HelpPanel, look_up: Any) -> None:
    look_up("qqqqq")
    assert panel.count.text() == "Inget i metodstödet handlar om ”qqqqq”. Pröva med ett annat ord."
    assert not panel.hits.isVisible()
    press(panel, Qt.Key.Key_Down)
    assert panel.search.hasFocus()


def test_what_was_looked_up_stays_while_one_is_in_the_same_field(
    panel: HelpPanel, look_up: Any
) -> None:
    look_up("personnummer")
    press(panel, Qt.Key.Key_Return)
    panel.follow("area.d4.goal")
    assert panel.title.text() == "Personnummer"
    panel.follow("area.d4.needs")
    assert panel.title.text() == "Behov och önskemål"
    assert panel.search.text() == ""


def test_the_text_is_scrolled_and_read_with_the_keyboard(panel: HelpPanel) -> None:
    panel.enter()
    assert panel.text.hasFocus()
    assert panel.text.verticalScrollBar().maximum() > 0
    for _ in range(4):
        press(panel, Qt.Key.Key_PageDown)
    bar = panel.text.verticalScrollBar()
    assert bar.value() > bar.maximum() // 2
    keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert panel.text.textInteractionFlags() & keys
    panel.show_field("name")
    assert bar.value() == 0


def test_everything_has_a_name_and_its_room(
    panel: HelpPanel, look_up: Any, unnamed: Any, clipped: Any
) -> None:
    assert unnamed(panel) == []
    assert texts_cut_off(panel, clipped) == []
    look_up("individen")
    assert unnamed(panel) == []
    assert texts_cut_off(panel, clipped) == []
    rows = [panel.hits.model().index(row, 0) for row in range(len(panel.hits.hits))]
    spoken = [index.data(Qt.ItemDataRole.AccessibleTextRole) for index in rows]
    assert all(hit.title in text for hit, text in zip(panel.hits.hits, spoken, strict=True))
    assert not panel.hits.horizontalScrollBar().isVisible()
    panel.grab()


def test_the_pin_says_in_words_how_it_stands(panel: HelpPanel, qtbot: QtBot) -> None:
    assert panel.pin.text() == "Följ fältet"
    with qtbot.waitSignal(panel.pinned) as told:
        panel.pin.click()
    assert told.args == [True]
    assert panel.pin.text() == "Följer fältet"
    panel.resize(panel.minimumWidth(), 560)
    assert panel.pin.text() == ""
    assert panel.pin.accessibleName() == "Låt hjälpen ligga kvar och följa fältet"


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinterNames()), reason="this machine has a printer")
def test_without_a_printer_it_is_said(panel: HelpPanel, messages: Any) -> None:
    panel.printer.click()
    assert messages()[0].text() == "Det finns ingen skrivare installerad."


def test_a_link_in_a_text_shows_the_page_that_it_names(panel: HelpPanel) -> None:
    panel.text.link_wanted.emit("step:tabs")
    assert panel.title.text() == "Flikar i Treserva"
    panel.text.link_wanted.emit("step:nowhere")
    panel.text.link_wanted.emit("https://example.org")
    assert panel.title.text() == "Flikar i Treserva"


def test_a_field_that_is_shown_again_keeps_its_place(panel: HelpPanel, method: Method) -> None:
    panel.enter()
    press(panel, Qt.Key.Key_PageDown)
    before = panel.text.verticalScrollBar().value()
    panel.show_field("area.d4.goal")
    assert panel.text.verticalScrollBar().value() == before
    assert panel.reading == field_reading(method, "area.d4.goal")


def test_the_search_is_made_ready_when_it_is_first_used(panel: HelpPanel, look_up: Any) -> None:
    build_index.cache_clear()
    panel.go_to_search()
    assert build_index.cache_info().currsize == 0
    look_up("mål")
    look_up("delmål")
    assert build_index.cache_info().misses == 1
