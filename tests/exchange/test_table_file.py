"""Any file that is chosen: read whole, or told why not."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gplan_desktop.errors import WorldError
from gplan_desktop.exchange import table_file
from gplan_desktop.exchange.faults import FileChanged, TableUnreadable
from gplan_desktop.exchange.table_file import read_table
from gplan_desktop.exchange.watch import Watch

LIST = "Förnamn;Ort\nKarin;Umeå\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize("name", ["lista.csv", "lista.txt", "lista.xls", "lista"])
def test_a_csv_is_known_by_what_is_in_it(tmp_path, name):
    (tmp_path / name).write_bytes(LIST.encode("cp1252"))
    table = read_table(tmp_path / name)
    assert table.headings == ("Förnamn", "Ort")
    assert [(row.number, row.cells) for row in table.rows] == [(2, ("Karin", "Umeå"))]


def test_a_workbook_is_known_by_what_is_in_it(workbook):
    path = workbook(Blad=[["Förnamn", "Ort"], ["Karin", "Umeå"]])
    assert read_table(path.rename(path.with_suffix(".csv"))).rows[0].cells == ("Karin", "Umeå")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "den är tom"),
        (b" \r\n\x00", "den är tom"),
        (OLE + bytes(600), "format som Gplan inte läser"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "skyddad med lösenord"),
        (b"%PDF-1.7\n", "format som Gplan inte läser"),
        (b"\n <html><table>", "format som Gplan inte läser"),
        (b"PK\x03\x04 half", "skadad"),
        (bytes(range(256)) * 4, "teckenkodning"),
    ],
)
def test_what_holds_no_list_is_told_in_three_sentences(tmp_path, content, reason):
    path = tmp_path / "fil"
    path.write_bytes(content)
    with pytest.raises(TableUnreadable, match=reason) as told:
        read_table(path)
    assert told.value.safe == "Inget är inläst."
    assert told.value.todo.endswith(".")


def test_a_file_over_50_mb_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "stor.csv"
    with path.open("wb") as file:
        file.truncate(table_file.LARGEST_FILE + 1)
    with pytest.raises(TableUnreadable, match="större än 50 MB"):
        read_table(path)


@pytest.mark.parametrize(
    ("name", "reason"), [("", "en mapp"), ("saknas.csv", "finns inte"), ("\x00", "går inte")]
)
def test_what_is_no_file_is_told(tmp_path, name, reason):
    with pytest.raises(TableUnreadable, match=reason):
        read_table(tmp_path / name)


def test_a_pipe_is_not_waited_for(tmp_path):
    if not hasattr(os, "mkfifo"):
        pytest.skip("Windows has no such pipes")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(TableUnreadable, match="ingen vanlig fil"):
        read_table(tmp_path / "pipe")


def test_a_locked_file_is_told(tmp_path, without_rights):
    path = tmp_path / "lista.csv"
    path.write_text(LIST, "utf-8")
    tmp_path.parent.chmod(0o755)
    tmp_path.parent.parent.chmod(0o755)
    tmp_path.chmod(0o755)
    path.chmod(0)
    with without_rights(), pytest.raises(TableUnreadable, match=r"låst\.") as told:
        read_table(path)
    assert "öppen i Excel" in told.value.todo


@pytest.mark.parametrize("change", ["same size", "longer", "gone"])
def test_a_file_that_changes_while_it_is_read_is_not_read(tmp_path, change):
    path = tmp_path / "lista.csv"
    text = "A;B\n" + "1;2\n" * 300
    path.write_text(text, "utf-8")

    def meddle(_done: int, _total: int) -> None:
        if change == "gone":
            path.unlink()
        else:
            new = text.replace("1;2", "1;3") if change == "same size" else f"{text}5;6\n"
            path.write_text(new, "utf-8")

    with pytest.raises(FileChanged, match="ändrades medan den lästes"):
        read_table(path, Watch(meddle))


PIECES = st.sampled_from(
    [b"Namn", b";", b",", b"\t", b"\n", b"\r", b'"', b"=", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf",
     "Öberg".encode(), "Öberg".encode("cp1252"), "a;b\n".encode("utf-16"), b"'", b"<"]
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.binary(max_size=300) | st.lists(PIECES, max_size=30).map(b"".join))
def test_any_bytes_are_read_or_told_of(tmp_path: Path, content):
    path = tmp_path / "fil.csv"
    path.write_bytes(content)
    with suppress(WorldError):
        table = read_table(path)
        assert len(table.headings) > 1
        assert all(any(row.cells) or row.faults for row in table.rows)


def test_what_reads_workbooks_is_not_loaded_until_one_is_read():
    code = "import sys, gplan_desktop.exchange.table_file as t, gplan_desktop.exchange.tables; "
    code += "import gplan_desktop.exchange.table_writing; sys.exit('openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
