"""Import: nothing is written before it is reviewed, and then all of it or nothing."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from gplan_desktop.domain.person import Person
from gplan_desktop.exchange.columns import ListKind
from gplan_desktop.exchange.table_file import read_table
from gplan_desktop.exchange.table_writing import write_csv
from gplan_desktop.exchange.tables import assignments_table
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.errors import show_error
from ui.exchange.export_dialog import ExportDialog
from ui.exchange.import_view import ImportView, ImportWays
from ui.office import Office
from ui.progress_window import ProgressWindow
from ui.reading_order import go_on

Cells = tuple[str, ...]
CsvFile = Callable[..., Path]
Messages = Callable[[], list[QMessageBox]]


class Around:
    """Where the page asked to go, and what it asked to have kept."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.columns: Mapping[str, Mapping[str, str]] = {}

    def keep(self, columns: Mapping[str, Mapping[str, str]]) -> None:
        self.columns = columns

    def ways(self) -> ImportWays:
        go = self.asked.append
        return ImportWays(lambda: go("leave"), lambda: go("list"), lambda: self.columns, self.keep)


@pytest.fixture
def around() -> Around:
    return Around()


@pytest.fixture
def view(office: Office, around: Around, put_up: Callable[..., Any]) -> ImportView:
    view: ImportView = put_up(ImportView(office, around.ways()))
    view.focus_first()
    return view


def people(office: Office) -> list[Person]:
    return office.database.call(office.store.imports.all_people)


def shown(view: ImportView) -> list[list[str]]:
    assert view.review.table
    return [[cell.text for cell in row.cells] for row in view.review.table.rows]


def test_first_there_is_only_the_choice_of_a_file(view: ImportView) -> None:
    assert view.file.which.buttons[0].hasFocus()
    assert [card.isVisible() for card in (view.columns, view.review, view.done)] == [False] * 3
    assert not view.file.again.isVisible()


def test_rows_that_are_right_are_reviewed_and_then_taken_in_at_one_press(
    view: ImportView, office: Office, around: Around, csv_file: CsvFile, ada: Cells, bo: Cells
) -> None:
    before = people(office)
    view.open_file(csv_file(ada, bo))
    assert view.file.name.text() == "personer.csv, 2 rader"
    assert view.review.summary.text() == "2 rader: 2 klara."
    assert shown(view)[0] == ["2", "Ada Ek", "19900101-••••", "Klar"]
    assert people(office) == before
    assert view.review.take_in.text() == "Läs in 2 personer"
    view.review.take_in.click()
    new = [person.name for person in people(office) if person not in before]
    assert new == ["Ada Ek", "Bo Ek"]
    assert view.done.told.text.text() == "2 personer är inlästa."
    assert not view.review.isVisible()
    view.done.to_list.click()
    assert around.asked == ["list"]


def test_rows_with_errors_come_first_and_hinder_the_rest(
    view: ImportView, csv_file: CsvFile, ada: Cells, bo: Cells, wrong: Cells
) -> None:
    view.open_file(csv_file(ada, wrong, bo))
    assert view.review.summary.text() == "3 rader: 2 klara, 1 fel."
    assert [row[0] for row in shown(view)] == ["3", "2", "4"]
    assert shown(view)[0][1] == "Cleo Ås"
    assert shown(view)[0][-1].startswith("Startdatum: ”31 februari” är inget datum.")
    assert view.review.detail.text().startswith("Rad 3, Cleo Ås: Startdatum:")
    assert not view.review.take_in.isEnabled()
    assert view.review.told.text.text().startswith("En rad måste rättas i filen.")
    assert view.review.take_in.accessibleDescription() == view.review.told.text.text()
    view.review.only_faults.click()
    assert [row[0] for row in shown(view)] == ["3"]


def test_the_keyboard_is_in_the_rows_where_enter_takes_nothing_in(
    view: ImportView, office: Office, csv_file: CsvFile, ada: Cells
) -> None:
    before = people(office)
    view.open_file(csv_file(ada))
    assert view.review.table
    assert view.focusWidget() is view.review.table
    QTest.keyClick(view.review.table, Qt.Key.Key_Return)
    assert people(office) == before


def test_tab_goes_on_from_the_rows_to_the_button_that_takes_them_in(
    view: ImportView, csv_file: CsvFile, ada: Cells
) -> None:
    view.open_file(csv_file(ada))
    go_on([view], view.review.table, forward=True)
    assert view.focusWidget() is view.review.take_in
    go_on([view], view.file.template, forward=True)
    assert view.columns.fold
    assert view.focusWidget() is view.columns.fold.head


def test_what_is_there_already_is_skipped_when_one_says_so(
    view: ImportView, office: Office, csv_file: CsvFile, ada: Cells, bo: Cells
) -> None:
    view.open_file(csv_file(ada))
    view.take_in()
    view.open_file(csv_file(ada, bo))
    assert view.review.summary.text() == "2 rader: 1 klar, 1 finns redan."
    assert not view.review.take_in.isEnabled()
    view.review.skip.click()
    office.paper.flush()
    assert [row[-1] for row in shown(view)] == ["Klar", "Finns redan, hoppas över"]
    assert view.review.take_in.text() == "Läs in en person"
    view.review.skip.click()
    assert not view.review.take_in.isEnabled()
    view.review.skip.click()
    office.paper.flush()
    view.review.take_in.click()
    assert view.done.told.text.text() == "En person är inläst."


def test_a_protected_identity_is_shown_by_its_lock(
    view: ImportView, csv_file: CsvFile, ada: Cells, bo: Cells
) -> None:
    headings = ("Pnr", "Efternamn", "Förnamn", "Start", "Insats", "Skyddad identitet")
    view.open_file(csv_file((*ada[:5], "ja"), (*bo[:5], "nej"), headings=headings))
    assert view.review.table
    names = {row.cells[1].text: row.cells[1].spoken for row in view.review.table.rows}
    assert names == {"Ada Ek": "Ada Ek, skyddade personuppgifter", "Bo Ek": "Bo Ek"}


def test_a_missing_column_is_chosen_on_screen_and_remembered(
    view: ImportView, around: Around, csv_file: CsvFile, ada: Cells
) -> None:
    headings = ("Personnummer", "Efternamn", "Förnamn", "Startdatum", "Sort", "Kommentar")
    path = csv_file(ada, headings=headings)
    view.open_file(path)
    assert not view.review.isVisible()
    assert view.columns.told.text.text() == "Välj vilken kolumn i filen som är ”Stöd”."
    assert view.columns.unused.text() == "Läses inte in: ”Sort”, ”Kommentar”."
    (row,) = [row for row in view.columns.rows if row.column.field == "support_kinds"]
    assert view.focusWidget() is row.choice
    choose(row.choice, "Sort")
    assert row.sample.text() == "Hemvård"
    view.columns.review.click()
    assert view.review.summary.text() == "En rad: 1 klar."
    assert around.columns["people"]["Sort"] == "support_kinds"
    assert around.columns["people"]["Kommentar"] == ""
    view.open_file(path)
    assert view.review.isVisible()
    assert view.columns.fold
    assert not view.columns.fold.is_open


def choose(box: Any, text: str) -> None:
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def test_another_choice_of_columns_needs_another_review(
    view: ImportView, csv_file: CsvFile, ada: Cells
) -> None:
    view.open_file(csv_file(ada))
    QApplication.processEvents()
    rows = {row.column.field: row for row in view.columns.rows}
    choose(rows["family_name"].choice, "Kommentar")
    assert not view.review.isVisible()
    assert "”Efternamn”" in view.columns.unused.text()
    choose(rows["given_name"].choice, "Kommentar")
    assert rows["family_name"].choice.currentText() == "Läs inte in"
    assert view.columns.told.text.text() == "Välj vilken kolumn i filen som är ”Efternamn”."
    choose(rows["family_name"].choice, "Efternamn")
    view.columns.review.click()
    assert shown(view)[0][1] == "lugn Ek"


def test_headings_that_are_somebodys_data_are_told_and_never_kept(
    view: ImportView, around: Around, csv_file: CsvFile, ada: Cells, bo: Cells
) -> None:
    view.open_file(csv_file(bo, headings=ada))
    assert view.columns.warning.isVisible()
    assert "19900101-••••" in view.columns.unused.text()
    for field, place in zip(
        ("personal_id", "family_name", "given_name", "support_start", "support_kinds"),
        range(5),
        strict=True,
    ):
        view.columns._choose(field, place)
    view.columns.review.click()
    assert view.review.isVisible()
    assert around.columns == {}


def test_a_file_that_was_changed_after_the_review_is_not_taken_in(
    view: ImportView,
    office: Office,
    csv_file: CsvFile,
    messages: Messages,
    ada: Cells,
    bo: Cells,
) -> None:
    before = people(office)
    view.open_file(csv_file(ada))
    csv_file(ada, bo)
    view.take_in()
    (box,) = messages()
    assert box.text() == (
        "Filen personer.csv har ändrats, flyttats eller tagits bort sedan den granskades."
    )
    assert people(office) == before
    box.close()
    view.file.again.click()
    assert view.review.summary.text() == "2 rader: 2 klara."


def test_a_person_who_came_in_after_the_review_is_told_and_nothing_is_written(
    view: ImportView,
    office: Office,
    csv_file: CsvFile,
    messages: Messages,
    ada: Cells,
    bo: Cells,
) -> None:
    view.open_file(csv_file(ada, bo))
    assert view.review.review
    other = replace(view.review.review.checked.people[0], id="other")  # type: ignore[union-attr]
    office.database.call(lambda: office.store.add_person(other))
    before = people(office)
    view.take_in()
    (box,) = messages()
    assert box.text() == ("En av raderna har hunnit läggas till i enheten sedan filen granskades.")
    assert people(office) == before
    assert view.review.summary.text() == "2 rader: 1 klar, 1 finns redan."


@pytest.mark.parametrize("step", ["open", "take in"])
def test_what_is_stopped_leaves_all_as_it_was(
    view: ImportView, office: Office, csv_file: CsvFile, ada: Cells, step: str
) -> None:
    before = people(office)
    path = csv_file(ada)
    if step == "take in":
        view.open_file(path)

    is_told = Event()

    def stop() -> None:
        (window,) = view.findChildren(ProgressWindow)
        window.reject()
        is_told.set()

    # The worker begins when the window has been told to stop.
    office.paper.run(is_told.wait, lambda _: None, show_error)
    QTimer.singleShot(0, stop)
    told = view.review.saved if step == "take in" else view.file.told
    view.take_in() if step == "take in" else view.open_file(path)
    assert told.text.text() == "Avbrutet. Inget är inläst."
    assert people(office) == before


def test_a_file_that_cannot_be_read_is_told_and_the_rest_stays(
    view: ImportView, tmp_path: Path, messages: Messages
) -> None:
    view.open_file(tmp_path / "finns inte.csv")
    (box,) = messages()
    assert box.text() == "Filen går inte att läsa in: den finns inte längre."
    assert not view.columns.isVisible()


def test_assignments_are_taken_in_area_by_area(
    view: ImportView, office: Office, tmp_path: Path
) -> None:
    person = people(office)[0]
    found = office.database.call(office.store.imports.all_assignments)
    new = replace(found[0], person_id=person.id, case_officer="Nils Ny")
    path = tmp_path / "uppdrag.csv"
    write_csv(assignments_table([new], [person], identified=True), path)
    view.file.which.buttons[1].click()
    view.open_file(path)
    count = len(new.areas)
    assert len(shown(view)) == count
    assert shown(view)[0][1] == person.name
    assert view.review.summary.text().endswith("Raderna är ett uppdrag.")
    view.review.take_in.click()
    assert view.done.told.text.text() == "Ett uppdrag är inläst."
    mine = office.database.call(lambda: office.store.assignments.of_person(person.id))
    (taken,) = [each for each in mine if each.case_officer == "Nils Ny"]
    assert taken.areas == new.areas
    view.open_file(path)
    assert view.review.summary.text() == f"{count} rader: 0 klara, {count} finns redan."


def test_another_kind_of_list_begins_anew(view: ImportView, csv_file: CsvFile, ada: Cells) -> None:
    view.open_file(csv_file(ada))
    view.file.which.buttons[1].click()
    assert not view.columns.isVisible()
    assert not view.file.again.isVisible()
    assert view.file.what.text().startswith("Ett livsområde på varje rad.")


@pytest.mark.parametrize("kind", ListKind)
def test_a_template_has_the_headings_and_tells_what_they_mean(
    view: ImportView, office: Office, tmp_path: Path, kind: ListKind
) -> None:
    view.file.which.buttons[list(ListKind).index(kind)].click()
    view.file.template.click()
    (dialog,) = view.findChildren(QFileDialog)
    assert dialog.nameFilters() == ["Excel-arbetsbok (*.xlsx)", "CSV-fil (*.csv)"]
    dialog.fileSelected.emit(str(tmp_path / "mall.xlsx"))
    dialog.close()
    office.paper.flush()
    assert load_workbook(tmp_path / "mall.xlsx").sheetnames == ["Lista", "Kolumner"]
    assert view.file.told.text.text().startswith("Mallen är sparad som mall.xlsx.")


def test_the_list_of_errors_is_saved_without_names_and_whole_numbers(
    view: ImportView,
    office: Office,
    csv_file: CsvFile,
    tmp_path: Path,
    ada: Cells,
    wrong: Cells,
) -> None:
    view.open_file(csv_file(ada, wrong))
    view.review.save.click()
    (dialog,) = view.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "fel.csv"))
    dialog.close()
    office.paper.flush()
    table = read_table(tmp_path / "fel.csv")
    assert table.headings == ("Rad", "Personnummer", "Vad som ska åtgärdas")
    (row,) = table.rows
    assert row.cells[:2] == ("3", "19900103-••••")
    assert "Cleo" not in (tmp_path / "fel.csv").read_text("utf-8-sig")


def test_escape_leaves_and_asks_nothing(
    view: ImportView,
    around: Around,
    qtbot: QtBot,
    csv_file: CsvFile,
    messages: Messages,
    ada: Cells,
) -> None:
    view.open_file(csv_file(ada))
    view.activateWindow()
    QApplication.processEvents()
    qtbot.waitUntil(view.isActiveWindow)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert around.asked == ["leave"]
    assert messages() == []


def test_lists_are_saved_from_here_too(view: ImportView) -> None:
    view.export.click()
    (dialog,) = view.findChildren(ExportDialog)
    assert dialog.isVisible()


def test_every_text_has_its_room_and_every_field_its_name(
    office: Office,
    around: Around,
    put_up: Callable[..., Any],
    clipped: Callable[..., list[str]],
    unnamed: Callable[..., list[str]],
    qapp: QApplication,
    csv_file: CsvFile,
    ada: Cells,
    wrong: Cells,
) -> None:
    larger = themes.apply(qapp, Settings(theme="light", text_size=200))
    view = put_up(ImportView(replace(office, theme=larger), around.ways()))
    view.open_file(csv_file(ada, wrong))
    for _ in range(5):
        QApplication.processEvents()
    assert clipped(view) == []
    assert unnamed(view) == []
