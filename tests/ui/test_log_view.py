"""The page Loggkontroll: a question to the log, its answer, the check and the report."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from gplan_desktop.domain.log_entry import LogSheet, Noted
from gplan_desktop.domain.print_out import Paper
from ui import log_words as words
from ui.log_against_dialog import LogAgainstDialog
from ui.log_month_line import LogMonthLine
from ui.log_view import LogView, LogWays
from ui.log_words import Question
from ui.office import Office
from ui.paper_dialog import PaperDialog


class Went:
    """Where the page asked to go, and what it asked a report of."""

    def __init__(self, pdf: bytes) -> None:
        self.asked: list[str] = []
        self.sheets: list[LogSheet] = []
        self._pdf = pdf

    def ways(self) -> LogWays:
        return LogWays(lambda: self.asked.append("leave"), self.asked.append, self.report)

    def report(self, sheet: LogSheet) -> bytes:
        self.sheets.append(sheet)
        return self._pdf


@pytest.fixture
def went(pdf_bytes: Callable[..., bytes]) -> Went:
    return Went(pdf_bytes(1))


@pytest.fixture
def page(office: Office, put_up: Callable[..., Any], went: Went) -> LogView:
    """The page after somebody has read about Karin."""
    store = office.store
    office.database.call(lambda: (store.person("karin"), store.tabs.of_person("karin")))
    view: LogView = put_up(LogView(office, went.ways()))
    view.refresh()
    office.database.flush()
    view.focus_first()
    QApplication.processEvents()
    return view


def ask(page: LogView, office: Office, question: Question) -> None:
    page.choice.which.buttons[list(Question).index(question)].click()
    office.database.flush()


def cells(page: LogView) -> list[list[str]]:
    model = page.table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_it_begins_with_what_is_unusual(page: LogView) -> None:
    assert page.choice.question is Question.UNUSUAL
    assert page.what.text() == words.NOTHING_UNUSUAL
    assert page.table.isHidden()


def test_a_person_is_searched_for_and_told_about(
    page: LogView, office: Office, type_text: Callable[..., None], went: Went, qtbot: QtBot
) -> None:
    ask(page, office, Question.PERSON)
    assert page.what.text() == words.PICK_PERSON
    assert not page.report.isEnabled()
    page.choice.search.setFocus()
    type_text(page.choice.search, "Karin")
    qtbot.waitUntil(page.choice.found.isVisible)
    QTest.keyClick(page.choice.search, Qt.Key.Key_Return)
    office.database.flush()
    told = cells(page)
    assert told[0][1:3] == ["Sam Ordnare", "Öppnade Karins flikar"]
    assert page.choice.person.startswith("Karin")
    assert page.choice.chosen.text() == page.choice.person
    page.table.opened.emit(page.table.model().rows[0].id)
    assert went.asked == ["karin"]


def test_nobody_found_is_told(
    page: LogView, office: Office, type_text: Callable[..., None], qtbot: QtBot
) -> None:
    ask(page, office, Question.PERSON)
    page.choice.search.setFocus()
    type_text(page.choice.search, "Xerxes")
    qtbot.waitUntil(lambda: page.choice.chosen.text() == words.NOBODY_FOUND)


def test_a_user_is_picked(page: LogView, office: Office) -> None:
    ask(page, office, Question.USER)
    assert page.what.text() == words.PICK_USER
    page.choice.users.activated.emit(0)
    office.database.flush()
    assert sorted({row[1] for row in cells(page)}) == ["Sam Ordnare"]
    assert "händelser, den senaste först" in page.what.text()


def test_another_period_asks_again(page: LogView, office: Office) -> None:
    page.show_person("karin", "Karin Öberg")
    page.choice.span.activated.emit(0)
    office.database.flush()
    assert page.choice.days == 7
    assert (page.choice.period.last - page.choice.period.first).days == 6
    assert "Öppnade Karins flikar" in [row[2] for row in cells(page)]


def test_the_whole_log_is_checked_and_that_is_noted(page: LogView, office: Office) -> None:
    page.check.click()
    assert page.outcome.text().startswith("Loggen är hel: ")
    last = office.database.call(lambda: office.store.audit(limit=100_000)[-1])
    assert last.action == Noted.LOG_CHECKED.value


def test_an_altered_log_is_told(
    page: LogView, office: Office, messages: Callable[[], list[QMessageBox]]
) -> None:
    connection = office.store._connection

    def alter() -> None:
        with connection.writing():
            connection.write("DROP TRIGGER audit_no_update")
            connection.write("UPDATE audit SET actor = 'Ingen' WHERE rid = 3")

    office.database.call(alter)
    page.check.click()
    assert "loggen är ändrad vid händelse 3" in messages()[0].text()
    assert page.outcome.isHidden()


def test_a_report_has_what_is_shown_and_the_end_of_the_log(
    page: LogView, office: Office, went: Went
) -> None:
    page.show_person("karin", "Karin Öberg")
    office.database.flush()
    page.report.click()
    office.database.flush()
    dialog = page.findChild(PaperDialog)
    assert dialog is not None
    office.paper.flush()
    [sheet] = went.sheets
    assert sheet.about == "Om en individ: Karin Öberg"
    assert [entry.action for entry in sheet.entries[:2]] == ["tabs.read", "person.read"]
    head = office.database.call(office.store.log.head)
    assert (sheet.head_number, sheet.head_digest) == (head.number, head.digest)
    assert dialog.windowTitle() == Paper.LOG_REPORT.label
    dialog.reject()


def test_last_months_report_is_asked_for_until_it_is_made_and_its_end_can_be_compared(
    office: Office, went: Went, put_up: Callable[..., Any], qtbot: QtBot, type_text: Any
) -> None:
    office = replace(office, now=lambda: datetime(2026, 12, 8, 9, tzinfo=UTC))
    page = put_up(LogView(office, went.ways()))
    page.refresh()
    line = LogMonthLine(office, lambda: went.asked.append("log"))
    qtbot.addWidget(line)
    office.database.flush()
    assert line.told.text.text() == "Månadsrapporten ur loggen för november 2026 är inte gjord än."
    assert page.month.told.text() == line.told.text.text()
    line.show_button.click()
    assert went.asked == ["log"]
    page.month.make.click()
    for thread in (office.database, office.paper, office.database):
        thread.flush()
    [sheet] = went.sheets
    assert (sheet.about, str(sheet.period.last)) == ("Månadsrapport november 2026", "2026-11-30")
    assert sum(one.times for one in sheet.counts) > 0
    entry = office.database.call(lambda: office.store._audit.entries(sheet.head_number - 1, 1))[0]
    assert (entry.action, entry.detail) == (Noted.LOG_REPORTED, "2026-11")
    assert "är gjord" in page.month.told.text()
    page.month.compare.click()
    (dialog,) = page.findChildren(LogAgainstDialog)
    dialog.do_it.click()
    assert "alla 32 tecken" in dialog.outcome.text()
    type_text(dialog.number, str(sheet.head_number))
    type_text(dialog.digits, f"{sheet.head_digest[:4]} {sheet.head_digest[4:32]}\n")
    assert dialog.outcome.text() == "Stämmer. Loggen är hel och har 1 händelse efter rapporten."
    type_text(dialog.number, "0")
    dialog.do_it.click()
    assert "Stämmer inte: loggen är ändrad vid händelse" in dialog.outcome.text()
    dialog.reject()
    page.window().findChild(PaperDialog).reject()


def test_esc_goes_back(page: LogView, went: Went) -> None:
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert went.asked == ["leave"]


def test_every_text_has_its_room(
    page: LogView, office: Office, clipped: Callable[[Any], list[str]]
) -> None:
    for question in Question:
        ask(page, office, question)
        QApplication.processEvents()
        # The search line has a button of its own without words.
        assert [text for text in clipped(page) if text] == []


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (0, words.NOTHING),
        (1, "1 händelse."),
        (3, "3 händelser, den senaste först."),
        (5, "De senaste 5 händelserna visas. Välj en kortare period för att se andra."),
    ],
)
def test_the_number_of_entries_in_words(count: int, told: str) -> None:
    assert words.counted(count, 5) == told
