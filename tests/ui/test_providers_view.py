"""The page Externa utförare: who is whose, what may be read, and what leaves the unit."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from gplan_desktop.domain.person import Provider
from gplan_desktop.domain.print_out import Paper, PrintOut, Way
from gplan_desktop.domain.tabs import Code, Secret, Tabs, VisitInformation
from ui.office import Office
from ui.provider_export import ProviderExport
from ui.provider_words import MOVED, NONE_READY, ONE_BY_ONE, READY, Order
from ui.providers_view import ProvidersView, ProvidersWays

NAME = "Norrbackens Hemservice AB"
OTHER = "Älvans Omsorg AB"
BOM = b"\xef\xbb\xbf"


class Went:
    """Where the page asked to go."""

    def __init__(self) -> None:
        self.asked: list[str] = []


@pytest.fixture
def went() -> Went:
    return Went()


@pytest.fixture
def give(office: Office) -> Callable[..., None]:
    """Let a provider carry out the support of some of the practice unit's persons."""

    def give(*person_ids: str, provider: Provider = Provider(NAME, external=True)) -> None:  # noqa: B008
        def work() -> None:
            for person_id in person_ids:
                person = office.store.person(person_id)
                office.store.change_person(replace(person, provider=provider))

        office.database.call(work)

    return give


@pytest.fixture
def page(office: Office, put_up: Callable[..., Any], went: Went) -> Callable[[], ProvidersView]:
    """Put the page up, with what the store holds."""

    def page() -> ProvidersView:
        go = went.asked.append
        view: ProvidersView = put_up(ProvidersView(office, ProvidersWays(lambda: go("leave"), go)))
        refresh(view, office)
        view.focus_first()
        QApplication.processEvents()
        return view

    return page


def refresh(view: ProvidersView, office: Office) -> None:
    view.refresh()
    office.database.flush()
    office.paper.flush()


def cells(view: ProvidersView, person_id: str) -> list[str]:
    return next([cell.text for cell in row.cells] for row in view.table.rows if row.id == person_id)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that is chosen whenever one is asked for."""
    chosen = tmp_path / "till utföraren"
    chosen.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(chosen))
    return chosen


@pytest.fixture
def agree(
    qtbot: QtBot, messages: Callable[[], list[QMessageBox]]
) -> Callable[[Callable[[], Any]], str]:
    """Press a button, read the question, say yes, and wait for how it went."""

    def agree(finished: Callable[[], bool]) -> str:
        (box,) = messages()
        asked = f"{box.text()} {box.informativeText()}"
        next(button for button in box.buttons() if button.text() == "Välj mapp…").click()
        qtbot.waitUntil(finished)
        return asked

    return agree


def noted(office: Office, person_id: str) -> list[PrintOut]:
    return office.database.call(lambda: office.store.prints.of_person(person_id))


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_every_external_provider_is_offered_with_its_persons(
    page: Callable[[], ProvidersView], give: Callable[..., None]
) -> None:
    give("karin", "mirela", provider=Provider(OTHER, external=True))
    view = page()
    assert [view.pick.itemText(i) for i in range(view.pick.count())] == [
        f"{NAME}, 1 individ",
        f"{OTHER}, 2 individer",
    ]
    assert [row.id for row in view.table.rows] == ["rolf"]


def test_another_provider_shows_only_its_own_persons(
    page: Callable[[], ProvidersView], office: Office, give: Callable[..., None]
) -> None:
    give("karin", "mirela", provider=Provider(OTHER, external=True))
    view = page()
    view.read.click()
    view.pick.edited.emit(OTHER)
    office.paper.flush()
    assert [row.id for row in view.table.rows] == ["karin", "mirela"]
    assert view.card.isHidden()


def test_a_row_tells_what_is_ready_and_what_stands_in_the_way(
    page: Callable[[], ProvidersView], give: Callable[..., None]
) -> None:
    give("mirela", "gunnel", "harry")
    view = page()
    assert cells(view, "rolf") == [
        "Rolf Engdahl",
        "19430328-••••",
        "Genomförandeplan service",
        "Om 100 dagar",
        "Färdig",
        READY,
    ]
    assert cells(view, "mirela")[5] == ONE_BY_ONE
    assert cells(view, "gunnel")[2:] == [
        "–",
        "Ingen plan – senast 14 dec",
        "Ingen besöksplan",
        "Ingen upprättad plan",
    ]
    assert cells(view, "harry")[3:] == ["Ingen plan ska upprättas", "Ingen besöksplan", READY]


def test_without_external_providers_one_reads_how_a_person_is_marked(
    page: Callable[[], ProvidersView], give: Callable[..., None], unnamed: Any
) -> None:
    give("rolf", provider=Provider("Hemvården Björkbacken"))
    view = page()
    assert view.empty.isVisible()
    assert not view.table.isVisible()
    assert view.back.hasFocus()
    assert unnamed(view) == []


def test_what_may_be_read_is_shown_and_follows_the_selection(
    page: Callable[[], ProvidersView],
    office: Office,
    give: Callable[..., None],
    unnamed: Any,
    clipped: Any,
) -> None:
    give("gunnel")
    view = page()
    view.table.selectRow(0)
    view.read.click()
    assert view.card.heading.text() == f"Det här får {NAME} läsa om Rolf Engdahl"
    assert "Rör inte figurerna på hyllan" in view.card.text.toPlainText()
    assert view.card.text.hasFocus()
    QApplication.processEvents()
    assert unnamed(view) == []
    assert clipped(view) == []
    view.table.selectRow(1)
    assert "Gunnel Åkerlund" in view.card.text.toPlainText()
    assert view.card.stops.text.text() == (
        "Kan inte exporteras än. Ingen upprättad plan. Upprätta planen först."
    )
    assert view.card.export.isHidden()


def test_enter_opens_the_person_and_esc_leaves(
    page: Callable[[], ProvidersView], went: Went
) -> None:
    view = page()
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    view.open.click()
    assert went.asked == ["rolf", "leave", "rolf"]


def test_each_person_gets_a_folder_with_the_plan_and_the_text(
    page: Callable[[], ProvidersView],
    office: Office,
    give: Callable[..., None],
    folder: Path,
    agree: Callable[..., str],
) -> None:
    give("karin", "mirela", "gunnel")
    view = page()
    view.export.click()
    asked = agree(view.outcome.isVisible)
    assert f"Exportera uppgifter om 2 individer till {NAME}?" in asked
    assert "inte krypterade" in asked
    assert "personuppgifter" in asked
    assert "2 individer följer inte med" in asked
    assert view.outcome.happened.text() == "2 individer exporterades till mappen ”till utföraren”."
    assert names(folder) == [
        "KB – 2026-11-23/Det utföraren får läsa.txt",
        "KB – 2026-11-23/Genomförandeplan Hemvård.pdf",
        "RE – 2026-11-23/Det utföraren får läsa.txt",
        "RE – 2026-11-23/Genomförandeplan service.pdf",
    ]
    stored = office.database.call(lambda: office.store.pdf("rolf-plan-1"))
    rolf = folder / "RE – 2026-11-23"
    assert (rolf / "Genomförandeplan service.pdf").read_bytes() == stored
    text = (rolf / "Det utföraren får läsa.txt").read_bytes()
    assert text.startswith(BOM)
    assert text.count(b"\n") == text.count(b"\r\n")
    view.table.selectRow(2)
    view.read.click()
    assert text.decode("utf-8-sig").replace("\r\n", "\n") == view.card.text.toPlainText()


def test_what_left_is_in_the_register_and_the_log(
    page: Callable[[], ProvidersView], office: Office, folder: Path, agree: Callable[..., str]
) -> None:
    view = page()
    before = office.database.call(office.store.audit)
    view.export.click()
    agree(view.outcome.isVisible)
    out = noted(office, "rolf")
    assert {print_out.paper for print_out in out} == {Paper.PLAN, Paper.VISIT_PLAN, Paper.TABS}
    assert {print_out.occasion.way for print_out in out} == {Way.FILE}
    assert not any(print_out.codes_shown for print_out in out)
    after = office.database.call(office.store.audit)
    assert sorted(entry.action for entry in after[len(before) :]) == [
        "paper.saved",
        "paper.saved",
        "plan.saved",
    ]
    # As they stand now nothing is to be taken back.
    assert office.database.call(lambda: office.store.prints.to_collect_of("rolf")) == []


def test_a_protected_person_is_exported_alone_under_no_name(
    page: Callable[[], ProvidersView],
    give: Callable[..., None],
    folder: Path,
    agree: Callable[..., str],
) -> None:
    give("mirela")
    view = page()
    view.table.selectRow(0)
    view.read.click()
    view.card.export.click()
    asked = agree(view.card.outcome.isVisible)
    assert "Mirela Dragan" in asked
    assert "skyddade personuppgifter" in asked
    assert names(folder) == [
        "Individ med skyddade personuppgifter – 2026-11-23/Det utföraren får läsa.txt",
        "Individ med skyddade personuppgifter – 2026-11-23/Genomförandeplan Hemvård.pdf",
    ]


def test_no_code_stands_in_any_file(
    page: Callable[[], ProvidersView], office: Office, folder: Path, agree: Callable[..., str]
) -> None:
    def plant() -> None:
        record = office.store.tabs.of_person("rolf")
        visit = VisitInformation((Code("PORTEN", Secret("HEMLIGKOD")),), others_live_here=False)
        tabs = Tabs("rolf", keys=(Code("KÄLLAREN", Secret("HEMLIGKOD")),), visit=visit)
        office.store.tabs.save(tabs, record.version, "s")

    office.database.call(plant)
    view = page()
    view.export.click()
    agree(view.outcome.isVisible)
    for file in folder.rglob("*.*"):
        if file.is_file():
            told = file.read_bytes()
            assert b"HEMLIGKOD" not in told
            assert "KÄLLAREN".encode() not in told


def test_the_same_name_gets_a_number_and_nothing_is_replaced(
    page: Callable[[], ProvidersView], folder: Path, agree: Callable[..., str]
) -> None:
    taken = folder / "re – 2026-11-23"
    taken.mkdir()
    view = page()
    view.export.click()
    agree(view.outcome.isVisible)
    assert {path.name for path in folder.iterdir()} == {
        "re – 2026-11-23",
        "RE – 2026-11-23 (2)",
    }
    assert list(taken.iterdir()) == []


def test_leaving_it_exports_nothing(
    page: Callable[[], ProvidersView],
    office: Office,
    folder: Path,
    messages: Callable[[], list[QMessageBox]],
) -> None:
    view = page()
    view.export.click()
    messages()[0].reject()
    QApplication.processEvents()
    assert list(folder.iterdir()) == []
    assert noted(office, "rolf") == []
    assert view.outcome.isHidden()


def test_when_nobody_is_ready_one_reads_why(
    page: Callable[[], ProvidersView], give: Callable[..., None]
) -> None:
    give("gunnel")
    give("rolf", provider=Provider("Hemvården Björkbacken"))
    view = page()
    view.export.click()
    assert view.outcome.happened.text() == NONE_READY


def test_a_folder_that_refuses_is_told_and_nothing_is_noted(
    page: Callable[[], ProvidersView], office: Office, tmp_path: Path
) -> None:
    view = page()
    view.card.outcome.hide()

    order = Order(NAME, (("rolf", "Rolf Engdahl"),))
    ProviderExport(office, view, view.outcome.show_outcome).write(order, tmp_path / "borta")
    assert view.outcome.happened.text() == "Ingenting exporterades."
    assert "Rolf Engdahl: Det går inte att skriva i mappen borta." in view.outcome.details.text()
    assert noted(office, "rolf") == []


def test_a_person_who_has_changed_provider_meanwhile_is_not_handed_over(
    page: Callable[[], ProvidersView],
    give: Callable[..., None],
    folder: Path,
    agree: Callable[..., str],
) -> None:
    view = page()
    view.export.click()
    give("rolf", provider=Provider(OTHER, external=True))
    agree(view.outcome.isVisible)
    assert f"Rolf Engdahl: {MOVED}" in view.outcome.details.text()
    assert list(folder.iterdir()) == []
