"""Lists as files: whole, harmless and as Excel wants them."""

import errno

import pytest
from openpyxl import load_workbook

from gplan_desktop.exchange.faults import TableNotWritten
from gplan_desktop.exchange.table import Row, Table
from gplan_desktop.exchange.table_file import read_table
from gplan_desktop.exchange.table_writing import write_csv, write_xlsx

CELLS = ("=cmd", "#N/A", "0041", "rad 1\nrad 2", "”a”; 'b'", "\ud800\uffffÖ", "-1")
TABLE = Table(tuple("ABCDEFG"), (Row(2, CELLS),))


def test_a_csv_is_as_excel_reads_it_in_swedish(tmp_path):
    write_csv(Table(("Förnamn", "B"), (Row(2, ("=cmd", 'a;"b"\nc')),)), tmp_path / "lista.csv")
    assert (tmp_path / "lista.csv").read_bytes() == (
        b'\xef\xbb\xbfF\xc3\xb6rnamn;B\r\n\'=cmd;"a;""b""\nc"\r\n'
    )


def test_no_cell_of_a_workbook_is_anything_but_text(tmp_path):
    path = tmp_path / "lista.xlsx"
    write_xlsx(TABLE, path, Table(("Kolumn", "Vad"), (Row(2, ("A", "=x")),)))
    book = load_workbook(path)
    assert book.sheetnames == ["Lista", "Kolumner"]
    assert book.properties.creator == "Gplan"
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}
    assert tuple(cell.value for cell in book["Lista"][2]) == (*CELLS[:5], "Ö", "-1")
    assert book["Lista"].column_dimensions["A"].number_format == "@"
    assert book["Lista"].freeze_panes == "A2"


def test_what_was_written_is_read_again(tmp_path):
    write_xlsx(TABLE, tmp_path / "lista.xlsx", TABLE)
    table = read_table(tmp_path / "lista.xlsx")
    assert table.rows[0].cells == (*CELLS[:5], "Ö", "-1")
    assert table.notices == ("Bara bladet ”Lista” läses, inte ”Kolumner”.",)


def test_a_text_that_excel_would_cut_is_told(tmp_path):
    path = tmp_path / "lista.xlsx"
    with pytest.raises(TableNotWritten, match="för lång för Excel") as told:
        write_xlsx(Table(("A", "B"), (Row(2, ("x" * 32_768, "")),)), path)
    assert told.value.todo == "Spara som CSV i stället."
    assert not path.exists()


@pytest.mark.parametrize(
    ("error", "reason"),
    [(OSError(errno.ENOSPC, ""), "disken är full"), (OSError(errno.EIO, ""), "inte att skriva")],
)
def test_why_a_list_could_not_be_written_is_told(tmp_path, error, reason, monkeypatch):
    def full(_):
        raise error

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(TableNotWritten, match=reason):
        write_csv(TABLE, tmp_path / "lista.csv")
    assert list(tmp_path.iterdir()) == []
