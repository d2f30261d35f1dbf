from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.domain.tabs import Tabs
from gplan_desktop.method.model import Method
from gplan_desktop.record_editing import Judge, RecordEditor
from gplan_desktop.rules.finding import finding
from gplan_desktop.rules.tabs_checks import check_tabs
from ui.record.overrule import Overrules, may_stand

FIELD = "tabs.good_to_know.other"
ASKED = "Varför ska det stå kvar?"


@pytest.fixture
def editor(method: Method, today: date) -> RecordEditor[Tabs]:
    judge = Judge[Tabs](lambda tabs: check_tabs(tabs, method, today), lambda *_: ())
    return RecordEditor(Tabs("karin"), 0, "tabs", judge)


@pytest.fixture
def show(put_up: Callable[..., Any], theme: Any) -> Iterator[Callable[..., Overrules]]:
    """Show the ways out of the findings at a field on a page, as narrow as it may be."""
    pages = []

    def show(field: str, editor: RecordEditor[Tabs]) -> Overrules:
        overrules = Overrules(field, editor, theme)
        page = QWidget()
        pages.append(page)
        QVBoxLayout(page).addWidget(overrules)
        put_up(page, (560, 300))
        editor.listen(lambda _: overrules.refresh())
        return overrules

    yield show
    pages.clear()


@pytest.fixture
def shown(editor: RecordEditor[Tabs], show: Callable[..., Overrules]) -> Overrules:
    """The ways out at a field with a text that has no place there."""
    editor.change(FIELD, "Hon har MRSA.")
    return show(FIELD, editor)


def offered(shown: Overrules) -> list[str]:
    row = shown.rows[0]
    buttons = (row.move_text, row.let_stand, row.keep, row.cancel, row.take_back)
    return [button.text() for button in buttons if button.isVisible()]


def write_reason(shown: Overrules, reason: str) -> None:
    row = shown.rows[0]
    row.let_stand.click()
    row.line.setText(reason)
    row.keep.click()


def test_nothing_is_offered_before_the_field_was_left(
    shown: Overrules, editor: RecordEditor[Tabs]
) -> None:
    assert shown.rows == []
    editor.leave(FIELD)
    assert offered(shown) == ["Flytta till rätt plats…", "Låt det stå…"]


def test_the_text_is_handed_on_to_be_moved(shown: Overrules, editor: RecordEditor[Tabs]) -> None:
    wanted: list[str] = []
    shown.move_wanted.connect(wanted.append)
    editor.leave(FIELD)
    shown.rows[0].move_text.click()
    assert wanted == [FIELD]


def test_a_text_stands_with_its_reason(shown: Overrules, editor: RecordEditor[Tabs]) -> None:
    editor.leave(FIELD)
    shown.rows[0].let_stand.click()
    assert shown.rows[0].line.hasFocus()
    assert offered(shown) == ["Låt det stå", "Avbryt"]
    shown.rows[0].line.setText("Beslut av enhetschefen")
    QTest.keyClick(shown.rows[0].line, Qt.Key.Key_Return)
    assert [one.reason for one in editor.current.accepted] == ["Beslut av enhetschefen"]
    assert shown.rows[0].reason.text() == "Står kvar: Beslut av enhetschefen"
    assert offered(shown) == ["Ta bort skälet"]
    assert shown.rows[0].take_back.hasFocus()


def test_a_reason_is_asked_for_when_none_was_written(
    shown: Overrules, editor: RecordEditor[Tabs]
) -> None:
    editor.leave(FIELD)
    write_reason(shown, "  ")
    assert shown.rows[0].problem.isVisible()
    assert shown.rows[0].line.hasFocus()
    assert editor.current.accepted == ()


def test_the_reason_can_be_taken_back(shown: Overrules, editor: RecordEditor[Tabs]) -> None:
    editor.leave(FIELD)
    write_reason(shown, "Beslut")
    shown.rows[0].take_back.click()
    assert editor.current.accepted == ()
    assert offered(shown) == ["Flytta till rätt plats…", "Låt det stå…"]
    assert shown.rows[0].let_stand.hasFocus()


def test_one_can_think_better_of_it(shown: Overrules, editor: RecordEditor[Tabs]) -> None:
    editor.leave(FIELD)
    shown.rows[0].let_stand.click()
    shown.rows[0].cancel.click()
    assert offered(shown) == ["Flytta till rätt plats…", "Låt det stå…"]


def test_a_reason_holds_only_for_what_was_found_then(
    shown: Overrules, editor: RecordEditor[Tabs]
) -> None:
    editor.leave(FIELD)
    write_reason(shown, "Beslut")
    editor.change(FIELD, "Hon har hepatit.")
    assert offered(shown) == ["Flytta till rätt plats…", "Låt det stå…"]
    editor.change(FIELD, "Katten heter Måns.")
    assert not shown.isVisible()


def test_a_reason_being_written_is_kept_while_another_field_changes(
    shown: Overrules, editor: RecordEditor[Tabs]
) -> None:
    editor.leave(FIELD)
    shown.rows[0].let_stand.click()
    shown.rows[0].line.setText("Bes")
    editor.change("tabs.visit.floor", "3 tr")
    assert shown.rows[0].line.text() == "Bes"
    assert offered(shown) == ["Låt det stå", "Avbryt"]


def test_everything_that_the_keyboard_reaches_has_a_name(
    shown: Overrules, editor: RecordEditor[Tabs], unnamed: Any
) -> None:
    editor.leave(FIELD)
    assert unnamed(shown) == []
    shown.rows[0].let_stand.click()
    assert unnamed(shown) == []
    assert shown.rows[0].line.accessibleName().startswith(ASKED)


@pytest.mark.parametrize(
    ("rule", "field", "details", "expected"),
    [
        ("important-guarded", FIELD, {"about": "smitta", "places": "vårdplanen"}, True),
        ("tabs-asih", "tabs.reference_people", {}, True),
        ("tabs-others", "tabs.visit.others_live_here", {}, False),
        ("tabs-relative-contact", "tabs.relatives.0.contact", {"name": "Sten"}, False),
    ],
)
def test_what_must_be_put_right_cannot_be_let_stand(
    method: Method, rule: str, field: str, details: dict[str, str], expected: bool
) -> None:
    assert may_stand(finding(method, rule, field, **details)) is expected


def test_what_is_missing_elsewhere_is_not_offered_to_be_moved(
    method: Method, show: Callable[..., Overrules]
) -> None:
    asih = finding(method, "tabs-asih", "tabs.reference_people")
    editor = RecordEditor(Tabs("karin"), 0, "tabs", Judge[Tabs](lambda _: (asih,), lambda *_: ()))
    overrules = show("tabs.reference_people", editor)
    editor.show_all_findings()
    assert offered(overrules) == ["Låt det stå…"]
