from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from ui.theme import Theme
from ui.widgets.record_table import Cell, RecordTable, Row

KEY = Qt.Key


def rows(*ids: str) -> list[Row]:
    return [Row(i, (Cell(f"Namn {i}"), Cell("Försenad", "problem", "error-fill"))) for i in ids]


@pytest.fixture
def held(hold: Any, theme: Any) -> Any:
    table = RecordTable("Individer", ("Namn", "Status"), theme)
    held = hold(table)
    held.opened, held.chosen = [], []
    table.opened.connect(held.opened.append)
    table.chosen.connect(held.chosen.append)
    return held


def test_the_first_record_is_chosen_and_told(held: Any) -> None:
    held.box.show_rows(rows("a", "b"))
    assert held.box.current_id == "a"
    assert held.chosen[-1] == "a"


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter])
def test_enter_opens_the_chosen_record(held: Any, key: Qt.Key) -> None:
    held.box.show_rows(rows("a", "b"))
    held.press(KEY.Key_Down)
    held.press(key)
    assert held.opened == ["b"]


def test_a_double_click_opens(held: Any, qtbot: Any) -> None:
    held.box.show_rows(rows("a", "b"))
    place = held.box.visualRect(held.box.model().index(1, 0)).center()
    QTest.mouseClick(held.box.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(held.box.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert held.opened == ["b"]


def test_the_chosen_record_stays_chosen_when_others_come_and_go(held: Any) -> None:
    held.box.show_rows(rows("a", "b", "c"))
    held.press(KEY.Key_Down)
    held.box.show_rows(rows("x", "c", "b"))
    assert held.box.current_id == "b"
    held.press(KEY.Key_Return)
    assert held.opened == ["b"]


def test_when_the_chosen_record_goes_the_first_is_chosen(held: Any) -> None:
    held.box.show_rows(rows("a", "b"))
    held.press(KEY.Key_Down)
    held.box.show_rows(rows("c", "d"))
    assert held.box.current_id == held.chosen[-1] == "c"


def test_an_empty_table_has_nothing_to_open(held: Any) -> None:
    held.box.show_rows(rows("a"))
    held.box.show_rows([])
    assert held.box.current_id == ""
    assert held.chosen[-1] == ""
    held.press(KEY.Key_Return)
    held.press(KEY.Key_Down)
    assert held.opened == []


def test_a_table_may_begin_with_none_chosen_until_one_comes_by_keyboard(held: Any) -> None:
    held.before.setFocus()
    held.box.show_rows(rows("a", "b"), select=False)
    assert held.box.current_id == ""
    held.press(KEY.Key_Tab)
    assert held.box.current_id == "a"


def test_tab_goes_on_out_of_the_table(held: Any) -> None:
    held.box.show_rows(rows("a", "b"))
    held.press(KEY.Key_Tab)
    assert held.after.hasFocus()


def test_words_colour_and_icon_say_the_same(held: Any, theme: Any) -> None:
    held.box.show_rows(rows("a"))
    index = held.box.model().index(0, 1)
    assert index.data() == "Försenad"
    assert index.data(Qt.ItemDataRole.ForegroundRole).name() == theme.colours.problem
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()


def test_headings_are_told(held: Any) -> None:
    model, across = held.box.model(), Qt.Orientation.Horizontal
    assert [model.headerData(n, across) for n in range(2)] == ["Namn", "Status"]


def test_markup_in_a_name_is_shown_as_it_is(held: Any) -> None:
    held.box.show_rows([Row("a", (Cell("<b>&\n"), Cell("")))])
    assert held.box.model().index(0, 0).data() == "<b>&\n"


def test_the_columns_share_the_width(held: Any) -> None:
    held.box.set_widths([300, 100])
    held.box.show_rows(rows("a"))
    header = held.box.horizontalHeader()
    assert header.length() <= held.box.viewport().width()
    assert header.sectionSize(0) == pytest.approx(3 * header.sectionSize(1), abs=3)


@pytest.mark.parametrize(("width", "is_out"), [(150, False), (1000, True)])
def test_a_column_that_can_be_spared_is_left_out_where_there_is_no_room(
    held: Any, width: int, is_out: bool
) -> None:
    held.box.set_widths([width, width], spare=1)
    held.box.show_rows(rows("a"))
    assert held.box.isColumnHidden(1) is is_out
    assert held.box.horizontalHeader().sectionSize(0) <= held.box.viewport().width()


def test_the_table_has_a_name(held: Any) -> None:
    assert held.box.accessibleName() == "Individer"


def test_a_ring_shows_in_which_record_the_keyboard_is(held: Any, theme: Any) -> None:
    held.box.show_rows(rows("a", "b"))
    view = held.box.viewport()
    assert ringed(view, held.box, theme) == [True, False]
    held.press(KEY.Key_Down)
    assert ringed(view, held.box, theme) == [False, True]
    held.press(KEY.Key_Tab)
    assert ringed(view, held.box, theme) == [False, False]


def ringed(view: Any, table: RecordTable, theme: Any) -> list[bool]:
    picture, accent = view.grab().toImage(), QColor(theme.colours.accent)
    tops = [table.rowViewportPosition(row) + 1 for row in range(len(table.rows))]
    return [picture.pixelColor(view.width() // 2, top) == accent for top in tops]


def test_icons_grow_with_the_text(theme: Any, qtbot: Any) -> None:
    for size, wide in ((100, 16), (150, 24), (200, 32)):
        table = RecordTable("Individer", ("Namn",), Theme(theme.colours, size))
        qtbot.addWidget(table)
        assert table.iconSize() == QSize(wide, wide)
