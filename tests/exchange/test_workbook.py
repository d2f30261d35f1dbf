"""Excel workbooks: what stands in the cells, and what may be wrong with the file."""

from contextlib import suppress
from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from gplan_desktop.errors import WorldError
from gplan_desktop.exchange.faults import Cancelled, TableUnreadable
from gplan_desktop.exchange.table import FORMULA, CellFault
from gplan_desktop.exchange.watch import Watch
from gplan_desktop.exchange.workbook import read_workbook

WATCH = Watch()


def repacked(content: bytes, change) -> bytes:
    """Return the workbook with the files in it changed: *change* gets and gives name and bytes."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(*change(name, old.read(name)))
    return made.getvalue()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  Öberg ", "Öberg"),
        ("194103319036", "194103319036"),
        (194103319036, "194103319036"),
        (194103319036.0, "194103319036"),
        ("0401010000", "0401010000"),
        (1.5, "1.5"),
        (date(2026, 11, 23), "2026-11-23"),
        (datetime(2026, 11, 23), "2026-11-23"),  # noqa: DTZ001 - as Excel has them
        (datetime(2026, 11, 23, 8, 30), "2026-11-23 08:30:00"),  # noqa: DTZ001
        (time(8, 30), "08:30:00"),
        (True, "ja"),
        (False, "nej"),
        ("två_x000D_\nrader", "två\nrader"),
    ],
)
def test_a_cell_is_read_as_it_would_be_typed(workbook, value, text):
    path = workbook(Blad=[["A", "B"], ["x", value]])
    assert read_workbook(path.read_bytes(), WATCH).rows[0].cells == ("x", text)


def test_formulas_and_errors_are_told_and_never_worked_out(workbook):
    path = workbook(Blad=[["A", "B", "C"], ["=1+1", "#N/A", "x"]])
    (row,) = read_workbook(path.read_bytes(), WATCH).rows
    assert row.faults == (
        CellFault(0, FORMULA),
        CellFault(1, "innehåller felvärdet #N/A."),
    )


def test_rows_have_their_numbers_and_blank_ones_are_passed_over(workbook):
    path = workbook(Blad=[["Utdrag"], [], ["A", "B"], ["1", None], [None, " "], ["3", "4"]])
    table = read_workbook(path.read_bytes(), WATCH)
    assert [(row.number, row.cells) for row in table.rows] == [(4, ("1",)), (6, ("3", "4"))]


def test_the_first_sheet_with_rows_is_read_and_the_others_are_named(workbook):
    rows = [["A", "B"], ["1", "2"]]
    path = workbook(Tom=[], Lista=rows, Tom2=[], Mer=rows, Val=rows)
    made = load_workbook(path)
    made["Val"].sheet_state = "hidden"
    made.save(path)
    table = read_workbook(path.read_bytes(), WATCH)
    assert table.notices == ("Bara bladet ”Lista” läses, inte ”Mer”.",)


def test_what_a_sheet_says_of_its_size_is_not_believed(workbook):
    content = workbook(Blad=[["A", "B"], ["1", "2"]]).read_bytes()
    changed = repacked(content, lambda n, data: (n, data.replace(b'ref="A1:B2"', b'ref="A1"')))
    assert changed != content
    assert read_workbook(changed, WATCH).rows[0].cells == ("1", "2")


def test_a_date_that_excel_cannot_show_is_told(workbook):
    path = workbook(Blad=[["A", "B"], ["x", date(2026, 11, 23)]])
    wrong = repacked(path.read_bytes(), lambda n, data: (n, data.replace(b"46349", b"99999999")))
    (row,) = read_workbook(wrong, WATCH).rows
    assert row.faults == (CellFault(1, "innehåller felvärdet #VALUE!."),)


BOMB = b"""<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet>&b;</worksheet>"""


@pytest.mark.parametrize("part", ["sheet1.xml", "workbook.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("replaced", [BOMB, b"", b"<x/>", b"\xff\xfe"])
def test_a_workbook_with_a_part_that_is_wrong_is_refused(workbook, part, replaced):
    content = workbook(Blad=[["A", "B"], ["1", "2"]]).read_bytes()
    wrong = repacked(content, lambda n, data: (n, replaced if n.endswith(part) else data))
    with pytest.raises(TableUnreadable):
        read_workbook(wrong, WATCH)


def test_a_row_far_below_the_last_of_excel_does_not_keep_the_program_busy(workbook):
    content = workbook(Blad=[["A", "B"], ["1", "2"]]).read_bytes()
    wrong = repacked(content, lambda n, d: (n, d.replace(b'"2"', b'"9999999999"').replace(
        b'"A2"', b'"A9999999999"')))  # fmt: skip
    with pytest.raises(TableUnreadable, match="skadad"):
        read_workbook(wrong, WATCH)


def test_too_many_columns_are_refused(workbook):
    path = workbook(Blad=[["A", "B"], ["x"] * 257])
    with pytest.raises(TableUnreadable, match="256 kolumner"):
        read_workbook(path.read_bytes(), WATCH)


def test_an_empty_workbook_is_told(workbook):
    with pytest.raises(TableUnreadable, match="tom"):
        read_workbook(workbook(Blad=[], Blad2=[[None]]).read_bytes(), WATCH)


def zipped(**files: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_", "/").replace("-", "."), data)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (zipped(**{"content-xml": b""}), "annat format"),
        (zipped(**{"xl_workbook-bin": b""}), "annat format"),
        (zipped(**{"word_document-xml": b""}), "ingen Excel-arbetsbok"),
        (zipped(**{"xl_workbook-xml": b""})[:-9], "skadad"),
        (zipped(**{"xl_workbook-xml": b""}), "skadad"),
    ],
)
def test_other_zips_and_damaged_ones_are_told(content, reason):
    with pytest.raises(TableUnreadable, match=reason):
        read_workbook(content, WATCH)


def test_a_workbook_that_would_fill_the_memory_is_refused_before_it_is_unpacked():
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"")
    content = bytearray(made.getvalue())
    at = content.rindex(b"PK\x01\x02") + 24
    content[at : at + 4] = (400 * 1024**2).to_bytes(4, "little")
    with pytest.raises(TableUnreadable, match="packas upp"):
        read_workbook(bytes(content), WATCH)


def test_progress_is_told_and_the_reading_can_be_stopped_anywhere():
    made = Workbook(write_only=True)
    sheet = made.create_sheet("Blad")
    for number in range(601):
        sheet.append([f"{number}", "x"])
    file = BytesIO()
    made.save(file)
    told: list[tuple[int, int]] = []
    read_workbook(file.getvalue(), Watch(lambda *at: told.append(at)))
    assert [done for done, _ in told] == [200, 400, 600]
    for asked in (1, 5, len(told) + 4):
        answers = iter([False] * asked)
        with pytest.raises(Cancelled):
            read_workbook(file.getvalue(), Watch(cancelled=lambda it=answers: next(it, True)))


def test_no_damage_to_a_workbook_gives_anything_but_a_message(workbook):
    content = workbook(Blad=[["A", "B"], ["1", "2"]]).read_bytes()
    for at in range(0, len(content), 97):
        damaged = bytearray(content)
        damaged[at] ^= 0xFF
        # Some damage does no harm.
        with suppress(WorldError):
            read_workbook(bytes(damaged), WATCH)
