from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from gplan_desktop.domain.print_out import Paper, PrintOut
from gplan_desktop.domain.tabs import Code, Secret, Tabs
from gplan_desktop.errors import WorldError
from ui.office import Office
from ui.paper_dialog import PaperDialog
from ui.record.tabs_print import CodesQuestion, TabsPrint

FULL = Tabs("gunnel", keys=(Code("Ytterdörren", Secret("B-17")),))


@pytest.fixture
def window(put_up: Callable[..., Any]) -> QWidget:
    """The window over which the questions are asked."""
    return put_up(QWidget())


@pytest.fixture
def begin(office: Office, window: QWidget) -> Callable[[Tabs], None]:
    """Save tabs and begin to print them."""

    def begin(tabs: Tabs) -> None:
        store = office.store
        office.database.call(lambda: store.tabs.save(tabs, 0, "session"))
        person = office.database.call(lambda: store.person("gunnel"))
        TabsPrint(person, office, window).begin()
        office.database.flush()

    return begin


@pytest.fixture
def paper(office: Office, window: QWidget, qtbot: Any) -> Callable[[], PaperDialog]:
    """Wait for the pages of the paper that is shown."""

    def paper() -> PaperDialog:
        office.database.flush()
        [dialog] = window.findChildren(PaperDialog)
        qtbot.waitUntil(lambda: dialog.preview.view.pages is not None)
        return dialog

    return paper


def answer(window: QWidget, *, shows_codes: bool) -> None:
    [question] = window.findChildren(CodesQuestion)
    question.choice.buttons[1 if shows_codes else 0].click()
    question.go_on.click()


def shown_codes(office: Office) -> list[tuple[str, str]]:
    entries = office.database.call(lambda: office.store.audit(0, 10_000))
    return [(e.subject, e.detail) for e in entries if e.action == "code.shown"]


def noted(office: Office) -> list[PrintOut]:
    today = office.today()
    found = office.database.call(lambda: office.store.prints.between(today, today))
    return [one for one in found if one.paper is Paper.TABS]


def test_the_paper_is_without_codes_unless_one_says_otherwise(
    begin: Any, window: QWidget, paper: Any, office: Office
) -> None:
    begin(FULL)
    [question] = window.findChildren(CodesQuestion)
    assert question.choice.buttons[0].isChecked()
    question.go_on.click()
    assert "B-17" not in paper().preview.view.pages.text(0)
    assert shown_codes(office) == []


def test_codes_on_the_paper_are_logged_as_shown(
    begin: Any, window: QWidget, paper: Any, office: Office
) -> None:
    begin(FULL)
    answer(window, shows_codes=True)
    assert "B-17" in paper().preview.view.pages.text(0)
    assert shown_codes(office) == [("gunnel", "tabs")]


def test_codes_that_cannot_be_logged_are_not_shown(
    begin: Any, window: QWidget, office: Office, messages: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: str) -> None:
        raise WorldError("Disken är full.", "Inget har ändrats.", "Gör plats.")

    monkeypatch.setattr(office.store.tabs, "note_code_shown", full)
    begin(FULL)
    answer(window, shows_codes=True)
    office.database.flush()
    assert window.findChildren(PaperDialog) == []
    assert [message.text() for message in messages()] == ["Disken är full."]


def test_nothing_is_asked_when_there_is_no_code(begin: Any, window: QWidget, paper: Any) -> None:
    begin(replace(FULL, keys=()))
    assert window.findChildren(CodesQuestion) == []
    assert "Flikar" in paper().preview.view.pages.text(0)


def test_one_can_leave_the_question(begin: Any, window: QWidget, office: Office) -> None:
    begin(FULL)
    [question] = window.findChildren(CodesQuestion)
    question.reject()
    office.database.flush()
    assert window.findChildren(PaperDialog) == []


@pytest.mark.parametrize("shows_codes", [False, True])
def test_the_register_tells_which_tabs_and_whether_with_codes(
    begin: Any,
    window: QWidget,
    paper: Any,
    office: Office,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Any,
    shows_codes: bool,
) -> None:
    offered: list[str] = []

    def choose(_parent: Any, _title: str, name: str, *_: Any) -> tuple[str, str]:
        offered.append(name)
        return str(tmp_path / "flikar.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    begin(FULL)
    answer(window, shows_codes=shows_codes)
    dialog = paper()
    dialog.preview.save_requested.emit()
    office.paper.flush()
    office.database.flush()
    [one] = noted(office)
    digest = office.database.call(lambda: office.store.tabs.of_person("gunnel").digest)
    assert (one.person_id, one.checksum, one.codes_shown) == ("gunnel", digest, shows_codes)
    assert offered[0].endswith("2026-11-23.pdf")
    assert "Flikar – G" in offered[0]


def test_everything_in_the_question_has_a_name(begin: Any, window: QWidget, unnamed: Any) -> None:
    begin(FULL)
    [question] = window.findChildren(CodesQuestion)
    assert unnamed(question) == []
