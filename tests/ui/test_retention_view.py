"""The page Gallring: nobody is ticked, nothing is erased in passing, and what was is told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget

from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.journal_entry import EntryDraft
from gplan_desktop.domain.user import Permission
from gplan_desktop.method.model import Method
from ui import retention_words as words
from ui.erase_dialog import EraseDialog
from ui.office import Office, Standing
from ui.retention_view import RetentionView, RetentionWays
from ui.widgets.permitted import is_closed

LATER = datetime(2031, 12, 1, 10, tzinfo=UTC)
BORN_ON_THE_15TH = PersonalId(IdentifierKind.PERSONAL, "189905159198")


class Went:
    """Where the page asked to go."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def ways(self) -> RetentionWays:
        return RetentionWays(lambda: self.asked.append("leave"), self.asked.append)


@pytest.fixture
def went() -> Went:
    return Went()


@pytest.fixture
def page(
    office: Office, put_up: Callable[..., Any], went: Went, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., RetentionView]:
    """Put the page up years later: two persons without plans are due, one of them is kept."""
    store = office.store

    def add() -> None:
        karin = store.person("karin")
        for person_id, name, number in (
            ("old", "Olle Ek", PersonalId(IdentifierKind.PERSONAL, "189903319031")),
            ("kept", "Klas Lind", BORN_ON_THE_15TH),
        ):
            given, _, family = name.partition(" ")
            changes = {"given_name": given, "family_name": family, "personal_id": number}
            store.add_person(replace(karin, id=person_id, **changes))

    office.database.call(add)
    books = replace(store.retention._books, now=lambda: LATER)
    monkeypatch.setattr(store.retention, "_books", books)

    def page(**changes: Any) -> RetentionView:
        view: RetentionView = put_up(
            RetentionView(replace(office, now=lambda: LATER, **changes), went.ways())
        )
        view.refresh()
        office.database.flush()
        view.focus_first()
        QApplication.processEvents()
        return view

    return page


def texts(view: QWidget) -> str:
    return "\n".join(one.text() for one in view.findChildren(QLabel) if one.isVisible())


def erase_dialog(view: RetentionView, office: Office) -> EraseDialog:
    """Tick the one who is due, and ask."""
    view.ticks["old"].click()
    view.erase.click()
    QApplication.processEvents()
    assert view.dialog.isVisible()
    return view.dialog


def answer(dialog: EraseDialog, typed: str) -> None:
    dialog.ended.click()
    dialog.place.click()
    dialog.typed.setText(typed)
    dialog.do_it.click()


def test_who_is_due_is_listed_by_name_and_days_and_nobody_is_ticked(
    page: Callable[..., RetentionView], went: Went
) -> None:
    view = page()
    assert "old" in view.ticks
    assert "kept" not in view.ticks
    assert view.chosen == []
    shown = texts(view)
    assert "sista anteckningen 2026-11-23, ska gallras sedan 2031-11-24" in shown
    assert "Klas Lind: Född den 5, 15 eller 25 i en månad." in shown
    assert "18990331" not in shown
    assert view.ticks["old"].accessibleName().startswith("Olle Ek, sista anteckningen")
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert went.asked == ["leave"]


def test_the_law_is_told_with_the_numbers_of_the_method(
    page: Callable[..., RetentionView], method: Method
) -> None:
    assert "gallras 5 år efter den sista anteckningen" in texts(page())
    assert "Göteborgs kommun gallras ingenting" in words.lead(method.retention)
    longer = replace(method.retention, years=10, exempt_days=(), exempt_places=())
    assert "10 år" in words.lead(longer)
    assert "född" not in words.lead(longer)


def test_when_nobody_is_due_the_page_says_how_that_comes(
    page: Callable[..., RetentionView], method: Method
) -> None:
    longer = replace(method.retention, years=50)
    view = page(method=replace(method, retention=longer))
    assert view.ticks == {}
    assert view.empty.isVisible()
    assert not view.erase.isVisible()
    assert not view.exempt.isVisible()


def test_without_a_tick_the_page_says_what_to_do(page: Callable[..., RetentionView]) -> None:
    view = page()
    view.erase.click()
    assert view.problem.isVisible()
    assert not hasattr(view, "dialog")


@pytest.mark.parametrize("typed", ["", "gallra", "GALRA"])
def test_nothing_is_erased_until_the_word_is_typed(
    page: Callable[..., RetentionView], office: Office, typed: str
) -> None:
    view = page()
    dialog = erase_dialog(view, office)
    answer(dialog, typed)
    assert dialog.isVisible()
    assert dialog.problem.text() == words.TYPE_MISSING
    dialog.reject()
    office.database.flush()
    assert office.database.call(office.store.retention.done) == []


def test_nothing_is_erased_until_what_is_asked_is_ticked(
    page: Callable[..., RetentionView], office: Office
) -> None:
    dialog = erase_dialog(page(), office)
    dialog.typed.setText(words.TYPED)
    dialog.do_it.click()
    assert dialog.problem.text() == words.TICKS_MISSING
    dialog.ended.click()
    dialog.do_it.click()
    assert dialog.problem.text() == words.TICKS_MISSING
    dialog.reject()


def test_enter_in_the_box_erases_nobody(page: Callable[..., RetentionView], office: Office) -> None:
    dialog = erase_dialog(page(), office)
    dialog.ended.click()
    dialog.place.click()
    dialog.typed.setText(words.TYPED)
    QTest.keyClick(dialog.typed, Qt.Key.Key_Return)
    office.database.flush()
    assert office.database.call(office.store.retention.done) == []


def test_the_dialog_says_that_it_is_for_good_and_until_when_copies_hold_it(
    page: Callable[..., RetentionView],
    office: Office,
    clipped: Callable[[QWidget], list[str]],
    unnamed: Callable[[QWidget], list[str]],
) -> None:
    dialog = erase_dialog(page(), office)
    shown = texts(dialog)
    assert "Gallra 1 individ?" in shown
    assert "Olle Ek" in shown
    assert "Det går inte att ångra." in shown
    assert "Efter torsdag 2 december 2032" in shown
    assert "bredvid databasen raderas nu" in shown
    assert "Östergötlands län" in shown
    assert clipped(dialog) == []
    assert unnamed(dialog) == []
    dialog.reject()


def test_the_chosen_are_erased_and_it_is_told(
    page: Callable[..., RetentionView], office: Office
) -> None:
    view = page()
    answer(erase_dialog(view, office), words.TYPED)
    office.database.flush()
    assert "old" not in view.ticks
    assert "1 individ är raderad." in view.outcome.text()
    assert "2031-12-01 kl. 11.00 av Sam Ordnare: 1 individ." in texts(view)
    assert "old" not in {one.id for one in office.database.call(office.store.people)}


def test_who_has_been_written_of_since_is_told_and_left(
    page: Callable[..., RetentionView],
    office: Office,
    messages: Callable[[], list[QMessageBox]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    view = page()
    dialog = erase_dialog(view, office)
    store = office.store
    monkeypatch.setattr(store.journal, "_books", replace(store.journal._books, now=lambda: LATER))
    office.database.call(lambda: store.journal.keep_draft("old", EntryDraft(text="Ringde igen.")))
    answer(dialog, words.TYPED)
    office.database.flush()
    [message] = messages()
    assert "Gallringen avbröts" in message.text()
    assert not view.outcome.isVisible()
    assert "old" not in view.ticks


def test_a_person_is_opened_to_be_looked_at(page: Callable[..., RetentionView], went: Went) -> None:
    view = page()
    [look] = [one for one in view.findChildren(QWidget) if one.accessibleName() == "Öppna Olle Ek"]
    QTest.mouseClick(look, Qt.MouseButton.LeftButton)
    assert went.asked == ["old"]


def test_whose_role_may_not_erase_is_told_why(page: Callable[..., RetentionView]) -> None:
    view = page(standing=Standing({Permission.ERASE: "Din roll får inte gallra uppgifter."}))
    assert is_closed(view.erase)
    assert "får inte gallra" in view.erase.toolTip()


def test_every_text_is_whole_and_every_control_has_a_name(
    page: Callable[..., RetentionView],
    clipped: Callable[[QWidget], list[str]],
    unnamed: Callable[[QWidget], list[str]],
) -> None:
    view = page()
    assert clipped(view) == []
    assert unnamed(view) == []


def test_copies_are_gone_a_year_and_two_days_later() -> None:
    assert "torsdag 25 november 2027" in words.copies(date(2026, 11, 23))
