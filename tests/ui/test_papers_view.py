"""The page Papper: many plans at once, papers to collect, and the register of prints."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from gplan_desktop.domain.print_out import Occasion, Paper, PrintOut, Way, print_of_plan
from gplan_desktop.errors import DatabaseMissing, PrintFailed
from gplan_desktop.rules.to_do import ToDoKind
from gplan_desktop.settings import Settings
from printing.joining.merging import merged
from ui import theme as themes
from ui.archive_dialog import ArchiveDialog
from ui.office import Office
from ui.papers import Summary
from ui.papers_view import PapersView, PapersWays
from ui.reading_order import go_on
from ui.to_do_card import of_unit

JUNE = datetime(2026, 6, 25, 10, tzinfo=UTC)
IN_JUNE = ["olena-plan-1", "mirela-plan-1", "svenerik-plan-1"]


class Went:
    """Where the page asked to go."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def ways(self) -> PapersWays:
        go = self.asked.append
        return PapersWays(lambda: go("leave"), go, merged, lambda: go("seal"))


@pytest.fixture
def went() -> Went:
    return Went()


@pytest.fixture
def in_june(office: Office) -> Office:
    """The practice unit on a day when three of its plans are new and not printed."""
    return replace(office, now=lambda: JUNE)


@pytest.fixture
def page(in_june: Office, put_up: Callable[..., Any], went: Went) -> Callable[..., PapersView]:
    """Put the page up, with what the store holds."""

    def page(**changes: object) -> PapersView:
        view: PapersView = put_up(PapersView(replace(in_june, **changes), went.ways()))
        view.refresh()
        in_june.database.flush()
        view.focus_first()
        QApplication.processEvents()
        return view

    return page


@pytest.fixture
def unprinted(page: Callable[..., PapersView], in_june: Office) -> PapersView:
    """The page with all plans of the last days that have not been printed."""
    view = page()
    view.many.which.buttons[1].click()
    in_june.database.flush()
    return view


@pytest.fixture
def printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the system's dialog answer with a printer that prints to this file."""
    file = tmp_path / "ut.pdf"
    chosen = QPrinter(QPrinter.PrinterMode.HighResolution)
    chosen.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    chosen.setOutputFileName(str(file))
    chosen.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    chosen.setResolution(72)
    monkeypatch.setattr("ui.printing.ask_for_printer", lambda *_: chosen)
    return file


def texts(view: PapersView) -> list[str]:
    return [shown.text() for shown in view.findChildren(QLabel) if shown.isVisible()]


def registered(office: Office) -> list[PrintOut]:
    return office.database.call(
        lambda: office.store.prints.between(date(2026, 1, 1), date(2026, 12, 31))
    )


def add_print(office: Office, plan_id: str, print_id: str = "print", **changes: Any) -> PrintOut:
    """Note a print of the plan, from the day before."""
    occasion = Occasion(JUNE - timedelta(days=1), "Kim Ek", changes.pop("way", Way.PRINTER))

    def work() -> PrintOut:
        made = print_of_plan(print_id, office.store.plan(plan_id), Paper.PLAN, occasion)
        made = replace(made, **changes)
        office.store.prints.add([made])
        return made

    return office.database.call(work)


def pages_of(path: Path) -> int:
    return len(PdfReader(path).pages)


def stored_pages(office: Office, plan_ids: list[str], folder: Path) -> int:
    """Count the pages of the papers that were stored with the plans."""
    count = 0
    for plan_id in plan_ids:
        path = folder / f"{plan_id}.stored"
        path.write_bytes(office.database.call(lambda plan_id=plan_id: office.store.pdf(plan_id)))
        count += pages_of(path)
    return count


# --- many at once


def test_today_is_chosen_and_a_day_without_plans_is_told(page: Any) -> None:
    view = page()
    assert view.many.day.line.text() == "2026-06-25"
    assert "Ingen gällande plan upprättades i dag. Välj en annan dag." in texts(view)
    assert not view.many.print.isVisible()
    assert view.many.which.buttons[0].hasFocus()


def test_another_day_shows_its_plans(page: Any, in_june: Office, type_text: Any) -> None:
    view = page()
    for day, shown in (("2026-06-21", ["mirela-plan-1"]), ("2026-06-20", []), ("x", [])):
        view.many.day.line.clear()
        type_text(view.many.day.line, day)
        in_june.database.flush()
        assert list(view.many.plans.ticks) == shown
    assert view.many.empty.text() == "Skriv datumet så här: 2026-10-05, 5/10 eller 5 okt."


def test_those_not_printed_stand_by_unit_all_ticked(unprinted: PapersView) -> None:
    many = unprinted.many
    assert list(many.plans.ticks) == IN_JUNE
    assert {"Dagverksamheten Solgläntan", "Hemvården Björkbacken"} <= {*texts(unprinted)}
    assert many.chosen.text() == "3 av 3 valda"
    assert not many.day.isVisible()
    assert many.plans.ticks["mirela-plan-1"].accessibleName() == (
        "Mirela Dragan, Genomförandeplan Hemvård, upprättad 2026-06-21, skyddade personuppgifter"
    )


def test_all_printed_already_is_told(page: Any, in_june: Office) -> None:
    for plan_id in IN_JUNE:
        add_print(in_june, plan_id, plan_id)
    view = page()
    view.many.which.buttons[1].click()
    in_june.database.flush()
    assert "Alla planer som har upprättats de senaste 30 dagarna är utskrivna." in texts(view)


def test_all_and_none_are_ticked_at_once_and_one_is_needed(unprinted: PapersView) -> None:
    many = unprinted.many
    many.none.click()
    assert many.chosen.text() == "0 av 3 valda"
    many.print.click()
    assert many.outcome.text() == "Kryssa i minst en plan."
    many.all.click()
    assert many.chosen.text() == "3 av 3 valda"


def test_the_stored_papers_are_printed_and_noted(
    unprinted: PapersView, in_june: Office, printer: Path, tmp_path: Path
) -> None:
    many = unprinted.many
    many.plans.ticks["svenerik-plan-1"].click()
    many.print.click()
    in_june.database.flush()
    assert many.outcome.text() == "2 planer är utskrivna."
    assert not many.details.isVisible()
    assert pages_of(printer) == stored_pages(in_june, IN_JUNE[:2], tmp_path)
    noted = registered(in_june)
    assert {made.plan_id for made in noted} == set(IN_JUNE[:2])
    assert {made.occasion for made in noted} == {
        Occasion(JUNE, in_june.unit.coordinator, Way.PRINTER)
    }
    assert all(made.checksum and made.paper is Paper.PLAN for made in noted)
    # What is left stays unticked, and what was printed stands in the register on the page.
    assert list(many.plans.ticks) == ["svenerik-plan-1"]
    assert many.chosen.text() == "0 av 1 valda"
    assert len(unprinted.register.table.rows) == 2


def test_when_all_are_printed_the_keyboard_goes_back_to_the_choice(
    unprinted: PapersView, in_june: Office, printer: Path
) -> None:
    unprinted.many.print.setFocus()
    QTest.keyClick(unprinted.many.print, Qt.Key.Key_Return)
    in_june.database.flush()
    assert unprinted.many.outcome.text() == "3 planer är utskrivna."
    assert unprinted.focusWidget() is unprinted.many.which.buttons[1]


@pytest.mark.usefixtures("printer")
def test_ctrl_p_prints_from_the_midst_of_the_list(
    unprinted: PapersView, in_june: Office, qtbot: QtBot
) -> None:
    tick = unprinted.many.plans.ticks["olena-plan-1"]
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(unprinted.many.result.isVisible)
    in_june.database.flush()
    assert len(registered(in_june)) == 3


def test_a_plan_that_cannot_be_read_is_named_and_the_others_come_out(
    unprinted: PapersView, in_june: Office, printer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = in_june.store.pdf

    def pdf(plan_id: str) -> bytes:
        if plan_id == "mirela-plan-1":
            raise DatabaseMissing(Path("borta.db"))
        return stored(plan_id)

    monkeypatch.setattr(in_june.store, "pdf", pdf)
    unprinted.many.print.click()
    in_june.database.flush()
    assert unprinted.many.outcome.text() == "2 planer är utskrivna."
    failed, reason = unprinted.many.details.text().splitlines()
    assert failed == "Det gick inte att skriva ut:"
    assert reason.startswith("• Genomförandeplan Hemvård – Mirela Dragan – 2026-06-21: ")
    assert {made.plan_id for made in registered(in_june)} == {"olena-plan-1", "svenerik-plan-1"}


def test_what_did_not_come_out_is_told_and_not_noted(
    unprinted: PapersView, in_june: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(jobs: Any, *_: object) -> Summary:
        return Summary(broken_off=(jobs[0],), not_begun=(*jobs[1:],), notice="Sidor är kvar.")

    monkeypatch.setattr("ui.plans_out.print_many", stopped)
    unprinted.many.print.click()
    in_june.database.flush()
    assert unprinted.many.outcome.text() == "Ingen plan skrevs ut."
    assert unprinted.many.details.text().splitlines() == [
        "Sidor är kvar.",
        "Utskriften avbröts. Sidor av de här planerna kan ändå komma ut. De räknas inte:",
        "• Genomförandeplan dagverksamhet – Олена Коваленко – 2026-06-04",
        "De här påbörjades inte:",
        "• Genomförandeplan Hemvård – Mirela Dragan – 2026-06-21",
        "• Genomförandeplan Hemvård – Sven-Erik Holm – 2026-06-08",
    ]
    assert registered(in_june) == []


def test_a_printer_that_takes_nothing_is_told(
    unprinted: PapersView, in_june: Office, monkeypatch: pytest.MonkeyPatch, messages: Any
) -> None:
    def refuse(*_: object) -> None:
        raise PrintFailed("Skrivaren tog inte emot utskriften.")

    monkeypatch.setattr("ui.printing.ask_for_printer", refuse)
    unprinted.many.print.click()
    (message,) = messages()
    assert message.text() == "Skrivaren tog inte emot utskriften."
    assert not unprinted.many.result.isVisible()
    assert registered(in_june) == []


def test_all_are_saved_as_one_pdf(
    unprinted: PapersView, in_june: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: object, _title: str, name: str, _kind: str) -> tuple[str, str]:
        asked.append(name)
        return str(tmp_path / "alla"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    unprinted.many.one.click()
    in_june.database.flush()
    assert asked == ["Genomförandeplaner 2026-06-25.pdf"]
    assert unprinted.many.outcome.text() == "3 planer är sparade."
    assert pages_of(tmp_path / "alla.pdf") == stored_pages(in_june, IN_JUNE, tmp_path)
    assert {made.occasion.way for made in registered(in_june)} == {Way.FILE}
    # A file is no print: they are still to be printed.
    assert list(unprinted.many.plans.ticks) == IN_JUNE


def test_each_is_saved_in_a_folder(
    unprinted: PapersView, in_june: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "planer"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    unprinted.many.folder.click()
    in_june.database.flush()
    assert "Genomförandeplan Hemvård – MD – 2026-06-21.pdf" in {
        path.name for path in folder.iterdir()
    }
    assert len(registered(in_june)) == len(list(folder.iterdir())) == 3


def test_nothing_happens_when_no_place_is_chosen(
    unprinted: PapersView, in_june: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    unprinted.many.folder.click()
    unprinted.many.one.click()
    assert not unprinted.many.result.isVisible()
    assert registered(in_june) == []


# --- to collect


def test_without_old_papers_it_is_told(page: Any) -> None:
    view = page()
    assert view.collect.rows == []
    assert "Just nu finns det inga gamla papper att samla in." in texts(view)


def test_an_old_paper_tells_whose_which_when_by_whom_and_why(page: Any, in_june: Office) -> None:
    add_print(in_june, "karin-plan-1")
    view = page()
    (row,) = view.collect.rows
    assert row.person.text() == "Karin Bergström"
    assert {
        "Papper att samla in (1)",
        "Genomförandeplan",
        "Utskriven 2026-06-24 kl. 12.00 av Kim Ek. Planen har ersatts av en ny.",
    } <= {*texts(view)}


def test_the_papers_to_collect_are_those_of_the_list_of_things_to_do(
    page: Any, in_june: Office
) -> None:
    add_print(in_june, "karin-plan-1")
    add_print(in_june, "olena-utkast", "two")
    in_june.database.call(lambda: in_june.store.remove_draft("olena-utkast"))
    shown = [row.to_do for row in page().collect.rows]
    left = in_june.database.call(lambda: of_unit(in_june)).left
    assert len(shown) == 2
    assert set(shown) == {one for one in left if one.kind is ToDoKind.COLLECT_PAPER}


def test_a_tick_notes_it_collected_and_can_be_taken_back(page: Any, in_june: Office) -> None:
    add_print(in_june, "karin-plan-1")
    view = page()
    (row,) = view.collect.rows
    row.tick.setFocus()
    QTest.keyClick(row.tick, Qt.Key.Key_Space)
    in_june.database.flush()
    (noted,) = registered(in_june)
    assert (noted.collected_at, noted.collected_by) == (JUNE, in_june.unit.coordinator)
    assert row.facts.text() == f"Insamlad 2026-06-25 kl. 12.00, {in_june.unit.coordinator}"
    assert view.collect.heading.text() == "Papper att samla in"
    row.tick.click()
    in_june.database.flush()
    assert not registered(in_june)[0].is_collected
    assert view.collect.heading.text() == "Papper att samla in (1)"
    row.tick.click()
    view.refresh()
    in_june.database.flush()
    assert view.collect.rows == []


def test_a_tick_that_is_not_taken_goes_back(page: Any, in_june: Office, messages: Any) -> None:
    add_print(in_june, "karin-plan-1")
    view = page()
    (row,) = view.collect.rows
    row.to_do = replace(row.to_do, subject="finns inte")
    row.tick.click()
    in_june.database.flush()
    assert not row.tick.isChecked()
    assert len(messages()) == 1


def test_the_name_leads_to_the_person(page: Any, in_june: Office, went: Went) -> None:
    add_print(in_june, "karin-plan-1")
    view = page()
    view.collect.rows[0].person.click()
    assert went.asked == ["karin"]


# --- the register


def test_an_empty_register_is_told(page: Any) -> None:
    view = page()
    assert "Inget har skrivits ut eller sparats de senaste 30 dagarna." in texts(view)
    assert not view.register.table.isVisible()


def test_the_register_shows_what_whose_by_whom_and_how(
    page: Any, in_june: Office, went: Went
) -> None:
    add_print(in_june, "karin-plan-2", "one")
    add_print(in_june, "olena-utkast", "two", way=Way.FILE)
    view = page()
    assert [[cell.text for cell in row.cells] for row in view.register.table.rows] == [
        [
            "2026-06-24 kl. 12.00",
            "Genomförandeplan, utkast",
            "Олена Коваленко",
            "Kim Ek",
            "Fil",
        ],
        ["2026-06-24 kl. 12.00", "Genomförandeplan", "Karin Bergström", "Kim Ek", "Skrivare"],
    ]


def test_enter_in_the_register_leads_to_the_person(page: Any, in_june: Office, went: Went) -> None:
    add_print(in_june, "karin-plan-2")
    view = page()
    view.register.table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view.register.table, Qt.Key.Key_Return)
    assert went.asked == ["karin"]


# --- the page


def test_esc_goes_back_to_the_list(page: Any, went: Went) -> None:
    view = page()
    QTest.keyClick(view.many.which.buttons[0], Qt.Key.Key_Escape)
    assert went.asked == ["leave"]


def test_the_seal_is_checked_on_a_page_of_its_own(page: Any, went: Went) -> None:
    view = page()
    view.seal.click()
    assert went.asked == ["seal"]


def test_tab_reaches_everything_as_one_reads(unprinted: PapersView, in_june: Office) -> None:
    add_print(in_june, "karin-plan-1")
    unprinted.refresh()
    in_june.database.flush()
    many, (old,) = unprinted.many, unprinted.collect.rows
    wanted = [many.which.buttons[1], many.all, many.none, *many.plans.ticks.values()]
    wanted += [many.print, many.one, many.folder, *unprinted.loose.buttons]
    wanted += [old.person, old.tick, unprinted.register.table]
    many.focus_first()
    for widget in wanted:
        assert unprinted.focusWidget() is widget
        go_on([unprinted], widget, forward=True)


def test_everything_has_a_name(
    unprinted: PapersView, in_june: Office, unnamed: Callable[..., list[str]]
) -> None:
    add_print(in_june, "karin-plan-1")
    unprinted.refresh()
    in_june.database.flush()
    assert unnamed(unprinted) == []


def test_the_largest_text_clips_nothing(
    qapp: QApplication, page: Any, in_june: Office, clipped: Any
) -> None:
    larger = themes.apply(qapp, Settings(theme="light", text_size=200))
    add_print(in_june, "karin-plan-1", "one")
    add_print(in_june, "olena-plan-1", "two", way=Way.FILE)
    view = page(theme=larger)
    view.many.which.buttons[1].click()
    view.many.none.click()
    view.many.print.click()
    in_june.database.flush()
    QApplication.processEvents()
    assert clipped(view) == []
    assert (view.width(), view.height()) == (1280, 680)


def test_the_plans_in_force_can_be_put_in_a_package(
    page: Callable[..., PapersView], in_june: Office
) -> None:
    view = page()
    view.archive.click()
    in_june.database.flush()
    (dialog,) = view.findChildren(ArchiveDialog)
    assert dialog.isVisible()
    dialog.reject()
