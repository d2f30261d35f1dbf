"""Rows put together to a list."""

from itertools import repeat

import pytest

from gplan_desktop.exchange.faults import TableUnreadable
from gplan_desktop.exchange.table import MOST_ROWS, Row, assemble, tidy


def test_the_first_row_with_two_filled_cells_holds_the_headings():
    rows = [Row(3, ("", "A\nB", "", "C", "")), Row(4, ("1",)), Row(5, ("1", "2"))]
    table = assemble([Row(1, ("Utdrag", "")), *rows])
    assert table.headings == ("Kolumn 1", "A B", "Kolumn 3", "C")
    assert list(table.rows) == rows[1:]
    assert table.notices == ("Rad 1 står ovanför rubrikerna och läses inte: ”Utdrag”.",)


@pytest.mark.parametrize("cells", [("A", "B"), ("A",)])
def test_too_many_rows_are_refused(cells):
    with pytest.raises(TableUnreadable, match="100 000 rader"):
        assemble(repeat(Row(1, cells), MOST_ROWS + 2))


@pytest.mark.parametrize(
    ("text", "left"),
    [(" a b ", "a b"), ("O\u0308", "Ö"), ("a\x00\u200b\r\nb\x85", "a\u200b\nb"), ("\ud800", "")],
)
def test_a_cell_is_left_without_what_nothing_can_hold(text, left):
    assert tidy(text) == left
