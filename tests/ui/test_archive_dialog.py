"""The dialog that makes archive packages: real plans to real zips and folders."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from gplan_desktop.archive.verify import verify_package
from gplan_desktop.domain.overview import PersonSummary, PlanSummary
from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.domain.print_out import Paper, Way
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.archive_dialog import ArchiveDialog, make_archive
from ui.archive_work import ArchiveNotNoted, ArchiveWork, PlanNotArchived
from ui.office import Office
from ui.progress_window import ProgressWindow
from ui.seal_words import Told

Plans = list[tuple[PersonSummary, PlanSummary]]


@pytest.fixture
def every_plan(office: Office) -> Plans:
    """All plans of the practice unit, drafts too."""

    def find() -> Plans:
        people = office.store.people("", 2000)
        return [(person, plan) for person in people for plan in office.store.plans(person.id)]

    return office.database.call(find)


@pytest.fixture
def plans(every_plan: Plans) -> Plans:
    """The established plans."""
    return [choice for choice in every_plan if choice[1].status is not PlanStatus.DRAFT]


@pytest.fixture
def opened(office: Office, put_up: Callable[..., Any]) -> Callable[..., ArchiveDialog]:
    """Open the dialog over a window, which lives as long as the test."""
    parent = QWidget()

    def opened(plans: Plans, **changes: object) -> ArchiveDialog:
        put_up(parent)
        dialog = make_archive(parent, replace(office, **changes), plans)
        QApplication.processEvents()
        return dialog

    return opened


def texts(dialog: ArchiveDialog) -> list[str]:
    return [shown.text() for shown in dialog.findChildren(QLabel) if shown.isVisible()]


def go_on(_text: str, _done: int, _whole: int) -> None:
    pass


def registered(office: Office, plans: Plans) -> list[tuple[str, Paper, Way]]:
    def find() -> list[tuple[str, Paper, Way]]:
        made = [out for _, plan in plans for out in office.store.prints.of_plan(plan.id)]
        return [(out.plan_id, out.paper, out.occasion.way) for out in made]

    return office.database.call(find)


def test_secrecy_is_told_before_anything_is_made(
    opened: Callable[..., ArchiveDialog], plans: Plans
) -> None:
    dialog = opened(plans)
    (told,) = [text for text in texts(dialog) if "26 kap. 1 §" in text]
    assert "lämnar den skyddade databasen" in told
    assert "inte med vanlig e-post" in told
    assert len(dialog.chosen()) == len(plans)


@pytest.mark.parametrize("form", ["paket.zip", "paket"])
def test_a_package_holds_the_plans_that_are_ticked_and_is_noted_in_the_register(
    opened: Callable[..., ArchiveDialog], office: Office, plans: Plans, tmp_path: Path, form: str
) -> None:
    before = registered(office, plans)
    dialog = opened(plans[:3])
    dialog.list.setCurrentRow(1)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.count.text() == "2 av 3 planer är med."
    dialog.make(tmp_path / form)
    report = verify_package(tmp_path / form)
    assert report.is_as_made
    assert len(report.plans) == 2
    assert dialog.told.text.text() == f"Klart. 2 planer ligger i {form}, i {tmp_path}."
    assert dialog.cancel.text() == "Stäng"
    noted = [found for found in registered(office, plans) if found not in before]
    assert noted == [(plan.id, Paper.PLAN, Way.ARCHIVE) for _, plan in (plans[0], plans[2])]


def test_the_files_are_called_by_person_and_day_and_never_by_number(
    opened: Callable[..., ArchiveDialog], plans: Plans, tmp_path: Path
) -> None:
    person, plan = plans[0]
    numbered = replace(plan, name=f"Hemvård {person.number}")
    opened([(person, numbered)]).make(tmp_path / "paket.zip")
    with ZipFile(tmp_path / "paket.zip") as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".pdf")]
    assert name == f"planer/{person.name} {plan.established_at:%Y-%m-%d}.pdf"


def test_drafts_are_left_out_and_told(
    opened: Callable[..., ArchiveDialog], every_plan: Plans, plans: Plans
) -> None:
    drafts = len(every_plan) - len(plans)
    dialog = opened(every_plan)
    assert dialog.list.count() == len(plans)
    assert drafts
    assert "bara upprättade planer kan läggas i ett paket" in dialog.count.text()


def test_without_established_plans_there_is_nothing_to_save(
    opened: Callable[..., ArchiveDialog], unnamed: Callable[..., list[str]]
) -> None:
    dialog = opened([])
    assert any(text.startswith("Det finns ingen upprättad plan") for text in texts(dialog))
    assert not dialog.as_zip.isVisible()
    assert not dialog.secrecy.isVisible()
    assert unnamed(dialog) == []


def test_without_ticks_nothing_can_be_saved(
    opened: Callable[..., ArchiveDialog], plans: Plans
) -> None:
    dialog = opened(plans[:1])
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.as_zip.isEnabled()
    assert not dialog.as_folder.isEnabled()


def test_a_zip_is_named_in_a_dialog_and_gets_its_ending(
    opened: Callable[..., ArchiveDialog], plans: Plans, tmp_path: Path
) -> None:
    dialog = opened(plans[:1])
    dialog.as_zip.click()
    chooser = dialog.findChild(QFileDialog)
    assert chooser.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    chooser.fileSelected.emit(str(tmp_path / "paket v. 2"))
    assert verify_package(tmp_path / "paket v. 2.zip").is_as_made


def test_a_folder_gets_a_name_that_is_not_taken(
    opened: Callable[..., ArchiveDialog], plans: Plans, tmp_path: Path
) -> None:
    place = tmp_path / "plats"
    place.mkdir()
    dialog = opened(plans[:1])
    for _ in range(2):
        dialog.as_folder.click()
        chooser = dialog.findChildren(QFileDialog)[-1]
        chooser.fileSelected.emit(str(place))
        chooser.reject()
    assert sorted(path.name for path in place.iterdir()) == [
        "Arkivpaket 2026-11-23",
        "Arkivpaket 2026-11-23 (2)",
    ]


def test_a_place_that_cannot_be_written_is_told_and_the_dialog_stays(
    opened: Callable[..., ArchiveDialog],
    office: Office,
    plans: Plans,
    tmp_path: Path,
    messages: Any,
) -> None:
    before = registered(office, plans)
    dialog = opened(plans[:1])
    dialog.make(tmp_path / "borta" / "paket.zip")
    (message,) = messages()
    assert message.text().startswith("Arkivpaketet kunde inte skapas")
    assert dialog.isVisible()
    assert dialog.cancel.text() == "Avbryt"
    assert registered(office, plans) == before


def test_making_can_be_stopped_and_leaves_nothing(
    opened: Callable[..., ArchiveDialog], office: Office, plans: Plans, tmp_path: Path
) -> None:
    place = tmp_path / "plats"
    place.mkdir()
    before = registered(office, plans)
    dialog = opened(plans)
    gate = Event()

    def stop() -> None:
        (window,) = dialog.findChildren(ProgressWindow)
        window.stop_button.click()
        gate.set()

    # The first plan is not to be had until the button has been pressed.
    office.database.run(gate.wait, lambda _: None, lambda _: None)
    QTimer.singleShot(0, stop)
    dialog.make(place / "paket.zip")
    assert dialog.told.text.text() == "Avbrutet. Inget paket har gjorts."
    assert list(place.iterdir()) == []
    assert registered(office, plans) == before


def test_a_plan_that_cannot_be_read_is_named(office: Office, plans: Plans, tmp_path: Path) -> None:
    person, plan = plans[0]
    gone = (person, replace(plan, id="borta"))
    with pytest.raises(PlanNotArchived) as raised:
        ArchiveWork(office, [gone], tmp_path / "paket.zip").run(go_on)
    assert raised.value.happened.startswith(f"”{person.name} 20")
    assert "Ta bort bocken för planen" in raised.value.todo
    assert not (tmp_path / "paket.zip").exists()


def test_a_package_that_cannot_be_noted_is_told(
    office: Office, plans: Plans, tmp_path: Path
) -> None:
    def fill() -> None:
        connection = office.store._connection
        pages = connection.row("PRAGMA page_count")["page_count"]
        connection.row(f"PRAGMA max_page_count = {pages}")

    # The database's disk is full when the package is ready; the store takes nothing more.
    many = plans * 20
    office.database.call(fill)
    with pytest.raises(ArchiveNotNoted) as raised:
        ArchiveWork(office, many, tmp_path / "paket.zip").run(go_on)
    assert "kunde inte antecknas i utskriftsregistret" in raised.value.happened
    assert verify_package(tmp_path / "paket.zip").is_as_made


def test_everything_has_a_name(
    opened: Callable[..., ArchiveDialog], plans: Plans, unnamed: Callable[..., list[str]]
) -> None:
    assert unnamed(opened(plans)) == []


def test_the_largest_text_clips_nothing(
    qapp: QApplication,
    opened: Callable[..., ArchiveDialog],
    every_plan: Plans,
    clipped: Any,
) -> None:
    larger = themes.apply(qapp, Settings(theme="light", text_size=200))
    dialog = opened(every_plan, theme=larger)
    dialog.told.show_told(Told("warning", "Avbrutet. Inget paket har gjorts."))
    QApplication.processEvents()
    assert clipped(dialog) == []
