"""Export: without what tells who somebody is, unless one asks for it and is told."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from gplan_desktop.exchange.table import Table
from gplan_desktop.exchange.table_file import read_table
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.exchange.export_dialog import ExportDialog, open_export
from ui.office import Office


@pytest.fixture
def parent(put_up: Callable[..., Any]) -> QWidget:
    """A window that lives as long as the test."""
    window: QWidget = put_up(QWidget())
    return window


@pytest.fixture
def dialog(office: Office, parent: QWidget) -> ExportDialog:
    return open_export(parent, office)


def saved(dialog: ExportDialog, path: Path) -> Table:
    dialog.export(path)
    return read_table(path)


def logged(office: Office) -> tuple[str, str]:
    last = office.database.call(lambda: office.store.audit(limit=100_000)[-1])
    return last.action, last.detail


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_list_tells_of_nobody_unless_it_is_asked_to(
    dialog: ExportDialog, office: Office, tmp_path: Path, form: str
) -> None:
    table = saved(dialog, tmp_path / f"lista.{form}")
    people = office.database.call(office.store.imports.all_people)
    assert len(table.rows) == len(people)
    assert not {"Personnummer", "Efternamn", "Förnamn", "Adress", "Telefon"} & set(table.headings)
    written = " ".join(cell for row in table.rows for cell in row.cells)
    assert not [p.name for p in people if p.family_name in written]
    assert logged(office) == ("people.exported", f"{len(people)} de-identified")
    assert dialog.told.text.text() == f"Klart. {len(people)} rader är sparade i lista.{form}."


def test_what_leaves_is_told_before_names_are_saved(
    dialog: ExportDialog, office: Office, tmp_path: Path
) -> None:
    assert not dialog.notice.isVisible()
    dialog.without.click()
    assert dialog.notice.isVisible()
    assert "lämnar den skyddade databasen" in dialog.secrecy.text()
    assert "26 kap. 1 §" in dialog.secrecy.text()
    table = saved(dialog, tmp_path / "lista.csv")
    assert table.headings[0] == "Personnummer"
    assert logged(office) == ("people.exported", f"{len(table.rows)} identified")


def test_assignments_are_saved_likewise(
    dialog: ExportDialog, office: Office, tmp_path: Path
) -> None:
    dialog.which.buttons[1].click()
    assert dialog.what.text() == "En rad för varje livsområde i varje uppdrag."
    table = saved(dialog, tmp_path / "uppdrag.csv")
    assignments = office.database.call(office.store.imports.all_assignments)
    assert len(table.rows) == sum(len(each.areas) for each in assignments)
    assert "Behov enligt uppdraget" not in table.headings
    assert logged(office)[0] == "assignments.exported"


def test_the_places_of_persons_do_not_follow_their_names(
    dialog: ExportDialog, office: Office, tmp_path: Path
) -> None:
    table = saved(dialog, tmp_path / "lista.csv")
    people = office.database.call(office.store.imports.all_people)
    starts = [f"{p.support_start:%Y-%m}" for p in sorted(people, key=lambda p: p.id)]
    assert [row.cells[table.headings.index("Stödet började")] for row in table.rows] == starts


def test_a_place_where_nothing_can_be_written_is_told(
    dialog: ExportDialog, tmp_path: Path, messages: Callable[[], list[QMessageBox]]
) -> None:
    dialog.export(tmp_path / "finns inte" / "lista.csv")
    (box,) = messages()
    assert box.text().startswith("Filen lista.csv kunde inte sparas")


@pytest.mark.parametrize(
    ("button", "chosen", "made"),
    [("as_csv", "lista", "lista.csv"), ("as_xlsx", "lista.xlsx", "lista.xlsx")],
)
def test_the_file_gets_the_ending_of_its_form(
    dialog: ExportDialog, tmp_path: Path, button: str, chosen: str, made: str
) -> None:
    getattr(dialog, button).click()
    (opened,) = dialog.findChildren(QFileDialog)
    opened.fileSelected.emit(str(tmp_path / chosen))
    opened.close()
    assert [path.name for path in tmp_path.glob("lista*")] == [made]


def test_every_text_has_its_room(
    office: Office,
    parent: QWidget,
    clipped: Callable[..., list[str]],
    unnamed: Callable[..., list[str]],
    qapp: QApplication,
) -> None:
    larger = themes.apply(qapp, Settings(theme="light", text_size=200))
    dialog = open_export(parent, replace(office, theme=larger))
    dialog.without.click()
    QApplication.processEvents()
    assert clipped(dialog) == []
    assert unnamed(dialog) == []
