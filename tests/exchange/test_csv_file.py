"""CSV, whichever sign stands between the cells."""

import pytest

from gplan_desktop.exchange.csv_file import read_csv
from gplan_desktop.exchange.faults import Cancelled, TableUnreadable
from gplan_desktop.exchange.table import FORMULA, CellFault
from gplan_desktop.exchange.watch import Watch

WATCH = Watch()


def cells(text: str) -> list[tuple[str, ...]]:
    return [row.cells for row in read_csv(text, WATCH).rows]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_the_separator_is_found_by_the_content(separator):
    lines = ("Namn|Ort|Kod", '"Ek, Bo; \t"|Lund|1', "Öberg|Umeå|2")
    table = read_csv("\r\n".join(lines).replace("|", separator), WATCH)
    assert table.headings == ("Namn", "Ort", "Kod")
    assert table.rows[1].cells == ("Öberg", "Umeå", "2")


def test_commas_in_texts_do_not_hide_the_semicolons():
    line = f"Ek, Bo;1;{', '.join('abcdefghijklmnopqrstuv')}"
    assert cells(f"Namn;Nr;Text\n{line}\n") == [tuple(line.split(";"))]


def test_a_name_with_a_comma_on_every_short_row_does_not_either():
    lines = ("Namn;B;C;D", *(f"Ek, Bo;{i}" + ";x" * (i % 3) for i in range(9)))
    assert [len(row) for row in cells("\n".join(lines))] == [2, 3, 4] * 3


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_ends_a_line(end):
    assert cells(end.join(("A;B", "1;2", "3;4"))) == [("1", "2"), ("3", "4")]


def test_a_cell_may_hold_lines_separators_and_quotation_marks():
    assert cells('A;B\n"en\r\ntvå; ""tre""";2\n') == [('en\ntvå; "tre"', "2")]


def test_a_row_has_the_number_that_excel_shows():
    table = read_csv('A;B\n\n;\n"x\ny";1\n2;3\n', WATCH)
    assert [row.number for row in table.rows] == [4, 5]


def test_short_rows_and_empty_cells_at_the_end_are_allowed():
    table = read_csv("A;B;;\n1\n2;3;;;\n", WATCH)
    assert table.headings == ("A", "B")
    assert [row.faults for row in table.rows] == [(), ()]


def test_a_row_with_a_cell_too_many_is_told():
    (row,) = read_csv("A;B\n1;2;3\n", WATCH).rows
    assert [(fault.column, "fler celler" in fault.text) for fault in row.faults] == [(None, True)]


def test_a_formula_is_told_and_not_read():
    table = read_csv("A;B\n =cmd|' /C calc'!A0;'=kvar\n+46;-1\n", WATCH)
    assert table.rows[0].faults == (CellFault(0, FORMULA),)
    assert table.rows[0].cells[1] == "=kvar"
    assert table.rows[1].faults == ()


@pytest.mark.parametrize("line", ['"a"b;2', '1;"a', '"x" y;"z"'])
def test_quotation_marks_that_do_not_match_are_told_at_their_row(line):
    rows = read_csv(f"A;B\n1;2\n{line}\n", WATCH).rows
    assert [row.number for row in rows if row.faults] == [3]
    assert "citattecken" in rows[1].faults[0].text


def test_a_cell_without_end_is_told():
    rows = read_csv(f"A;B\n1;{'x' * 140_000}\n2;3\n", WATCH).rows
    assert "131 072" in rows[0].faults[0].text
    assert rows[1].cells == ("2", "3")


@pytest.mark.parametrize("text", ["Ã–berg", "BjÃ¶rn", "\ufffdberg", "H†kan"])
def test_letters_that_were_lost_are_told(text):
    (row,) = read_csv(f"A;B\n1;{text}\n", WATCH).rows
    assert [(fault.column, "felkodad" in fault.text) for fault in row.faults] == [(1, True)]


@pytest.mark.parametrize("text", ["João Ñandú", "”Sol”", "Žižek Łuk Çelik", "SÃO", "kl. 8 – 10"])
def test_names_of_other_languages_are_no_lost_letters(text):
    (row,) = read_csv(f"A;B\n1;{text}\n", WATCH).rows
    assert row.faults == ()


def test_titles_above_the_headings_are_passed_over_and_told():
    table = read_csv(f"sep=;\n{'Utdrag ' * 20}\nA;B\n1;2\n", WATCH)
    assert table.headings == ("A", "B")
    assert table.notices[0] == "Rad 1 står ovanför rubrikerna och läses inte: ”sep=”."
    assert len(table.notices[1]) < 130


def test_a_column_without_a_heading_gets_a_name():
    assert read_csv("A;;C\n1;2;3\n", WATCH).headings == ("A", "Kolumn 2", "C")


@pytest.mark.parametrize(
    ("text", "reason"),
    [("\n;;\n", "ingen rad med rubriker"), ("bara text\n", "rubriker"), ("A;B\n", "inga rader")],
)
def test_a_file_without_a_list_is_told(text, reason):
    with pytest.raises(TableUnreadable, match=reason):
        read_csv(text, WATCH)


def test_progress_is_told_and_the_reading_can_be_stopped():
    text, told = "A;B\n" + "1;2\n" * 1000, []
    read_csv(text, Watch(progress=lambda *at: told.append(at)))
    assert told == [(done, 1002) for done in (200, 400, 600, 800, 1000)]
    with pytest.raises(Cancelled):
        read_csv(text, Watch(told[:0].append, lambda: True))
