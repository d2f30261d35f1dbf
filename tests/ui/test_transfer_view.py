"""The transfer sheet: one key copies, ticks and goes on; nothing is ticked that was not pasted."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from gplan_desktop.errors import RecordMissing
from gplan_desktop.planning import Opened, open_plan
from gplan_desktop.rules.transfer import Manner, manner
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.office import Office
from ui.transfer_view import TransferView, TransferWays

ENTER = Qt.Key.Key_Return


@pytest.fixture
def opened(office: Office) -> Opened:
    """Karin's plan in force, opened to be read."""

    def find() -> Opened:
        plans = (plan for person in office.store.people("Karin") for plan in person.current)
        return open_plan(next(plans).id, office.desk())

    return office.database.call(find)


@pytest.fixture
def left() -> list[str]:
    return []


@pytest.fixture
def sheet(
    opened: Opened, office: Office, put_up: Callable[..., Any], left: list[str]
) -> Callable[..., TransferView]:
    """Put the sheet up, as when one comes to it."""

    def sheet(size: tuple[int, int] = (1280, 680), **changes: Any) -> TransferView:
        ways = TransferWays(lambda: left.append("leave"))
        view: TransferView = put_up(TransferView(opened, replace(office, **changes), ways), size)
        view.refresh()
        office.database.flush()
        view.focus_first()
        return view

    return sheet


@pytest.fixture
def press(office: Office) -> Callable[..., None]:
    """Press the one key, and wait for the store."""

    def press(view: TransferView, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(view.stage.do_it, ENTER)
            office.database.flush()

    return press


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def ticked(office: Office, opened: Opened) -> dict[str, Any]:
    return office.database.call(lambda: office.store.transfers.of(opened.record.plan.id))


def tick_all_but(view: TransferView, office: Office, opened: Opened, *fields: str) -> None:
    def work() -> None:
        for item in view._progress.items:
            if item.field not in fields:
                office.store.transfers.tick(opened.record.plan.id, item)

    office.database.call(work)
    view.refresh()
    office.database.flush()


def test_the_first_text_waits_and_nothing_is_copied_before_it_is_asked_for(
    sheet: Callable[..., TransferView], office: Office, opened: Opened
) -> None:
    QGuiApplication.clipboard().setText("mitt eget")
    view = sheet()
    assert view.stage.do_it.text() == "Kopiera"
    assert view.stage.do_it.hasFocus()
    assert view.stage.text.toPlainText() == "Individen berättar själv"
    assert view.count.text() == f"0 av {len(view.table.rows)} överförda"
    assert clipboard() == "mitt eget"
    assert ticked(office, opened) == {}


def test_one_key_copies_then_ticks_and_copies_the_next(
    sheet: Callable[..., TransferView], press: Any, office: Office, opened: Opened
) -> None:
    view = sheet()
    first, second = view._progress.items[:2]
    press(view)
    assert clipboard() == first.text
    assert view.stage.do_it.text() == "Inklistrad – kopiera nästa"
    assert ticked(office, opened) == {}
    press(view)
    assert clipboard() == second.text == view.stage.text.toPlainText()
    (tick,) = ticked(office, opened).values()
    assert tick.covers(first)
    assert view.table.current_id == second.field
    assert view.table.rows[0].cells[-1].text == f"2026-11-23 kl. 11.00 av {tick.by}"
    assert view.count.text().startswith("1 av ")
    assert (view.bar.value(), view.bar.maximum()) == (1, len(view.table.rows))


def test_the_clipboard_is_not_left_full_while_a_box_is_ticked(
    sheet: Callable[..., TransferView], press: Any, office: Office, opened: Opened
) -> None:
    view = sheet()
    box = next(item for item in view._progress.items if manner(item) is Manner.TICKED)
    press(view, 1 + [item.field for item in view._progress.items].index(box.field))
    assert view.stage.heading.text() == box.label
    assert view.stage.do_it.text() == "Ikryssad – kopiera nästa"
    assert not view.stage.again.isVisible()
    assert clipboard() == ""
    press(view)
    assert box.field in ticked(office, opened)
    assert clipboard() == view.stage.text.toPlainText()


def test_a_key_held_down_and_a_double_click_tick_nothing(
    sheet: Callable[..., TransferView], office: Office, opened: Opened
) -> None:
    view = sheet()
    button = view.stage.do_it
    held = (QEvent.Type.KeyPress, ENTER, Qt.KeyboardModifier.NoModifier, "\r", True)
    QTest.keyPress(button, ENTER)
    for _ in range(3):
        QApplication.sendEvent(button, QKeyEvent(*held))
    office.database.flush()
    assert ticked(office, opened) == {}
    # The first press of a double click is a press like any other.
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    office.database.flush()
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    office.database.flush()
    assert list(ticked(office, opened)) == ["participation.voice"]
    assert view.stage.do_it.text() == "Inklistrad – kopiera nästa"


def test_a_tick_is_taken_back_and_the_item_is_left_again(
    sheet: Callable[..., TransferView], press: Any, office: Office, opened: Opened
) -> None:
    view = sheet()
    press(view, 3)
    assert len(ticked(office, opened)) == 2
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Home)
    view.table.selectRow(0)
    assert view.stage.state.text().startswith("Inklistrad 2026-11-23 kl. 11.00 av ")
    view.stage.take_back.click()
    office.database.flush()
    assert view.stage.do_it.hasFocus()
    assert view.stage.do_it.text() == "Kopiera"
    assert not view.stage.take_back.isVisible()
    assert view.table.rows[0].cells[-1].text == "Kvar"
    assert list(ticked(office, opened)) == [view.table.rows[1].id]


def test_arrows_look_around_and_leave_the_clipboard_alone(
    sheet: Callable[..., TransferView], press: Any
) -> None:
    view = sheet()
    press(view)
    copied = clipboard()
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    assert view.stage.heading.text() == view.table.rows[1].cells[1].text
    assert view.stage.do_it.text() == "Kopiera"
    QTest.keyClick(view.table, Qt.Key.Key_Up)
    assert view.stage.do_it.text() == "Inklistrad – kopiera nästa"
    assert clipboard() == copied
    QTest.keyClick(view.table, ENTER)
    assert view.stage.do_it.hasFocus()


def test_it_goes_on_where_it_was_left(
    sheet: Callable[..., TransferView], press: Any, office: Office
) -> None:
    view = sheet()
    press(view, 3)
    view.hide()
    again = sheet()
    assert again.table.current_id == again.table.rows[2].id
    assert again.stage.do_it.text() == "Kopiera"
    assert again.count.text().startswith("2 av ")


def test_a_page_leads_to_what_is_left_of_it(sheet: Callable[..., TransferView], press: Any) -> None:
    view = sheet()
    press(view, 2)
    assert view.groups.item(0).text().splitlines()[1].startswith("1 av ")
    view.groups.setFocus()
    view.groups.setCurrentRow(view.groups.count() - 1)
    QTest.keyClick(view.groups, ENTER)
    assert view.stage.group.text() == "Planering av uppföljning"
    assert view.stage.do_it.hasFocus()
    view.groups.itemClicked.emit(view.groups.item(0))
    assert view.table.current_id != ""
    assert view.stage.heading.text() == view.table.rows[1].cells[1].text


def test_another_text_than_the_one_that_was_pasted_is_told_and_copied_anew(
    sheet: Callable[..., TransferView], press: Any, office: Office, opened: Opened
) -> None:
    view = sheet()
    first = view._progress.items[0]
    plan_id, before = opened.record.plan.id, replace(first, text="Så stod det")
    office.database.call(lambda: office.store.transfers.tick(plan_id, before))
    view.refresh()
    office.database.flush()
    assert view.stage.state.text().startswith("Ändrad sedan den fördes över 2026-11-23 kl. 11.00")
    assert view.table.rows[0].cells[-1].text == "Ändrad sedan den fördes över"
    press(view, 2)
    assert ticked(office, opened)[first.field].covers(first)


def test_at_the_end_it_is_proved_and_the_clipboard_is_empty(
    sheet: Callable[..., TransferView], press: Any, office: Office, opened: Opened, left: Any
) -> None:
    view = sheet()
    last = view._progress.items[-1]
    tick_all_but(view, office, opened, last.field)
    press(view)
    assert view.stage.do_it.text() == "Inklistrad – klart"
    press(view)
    number = len(view.table.rows)
    assert view.stage.heading.text() == "Allt är överfört"
    by = office.unit.coordinator
    told = f"{number} av {number} är överförda av {by}. Klart 2026-11-23 kl. 11.00."
    assert view.stage.state.text() == told
    assert clipboard() == ""
    assert not view.stage.text.isVisible()
    view.table.selectRow(0)
    assert view.stage.take_back.isVisible()
    press(view)
    assert left == ["leave"]


def test_a_done_item_leads_back_to_what_is_left(
    sheet: Callable[..., TransferView], press: Any
) -> None:
    view = sheet()
    press(view, 2)
    view.table.selectRow(0)
    assert view.stage.do_it.text() == "Fortsätt med det som är kvar"
    view.stage.again.click()
    assert clipboard() == view.stage.text.toPlainText()
    press(view)
    assert view.table.current_id == view.table.rows[1].id


def test_leaving_takes_our_text_from_the_clipboard_but_nobody_elses(
    sheet: Callable[..., TransferView], press: Any
) -> None:
    view = sheet()
    press(view)
    view.hide()
    assert clipboard() == ""
    again = sheet()
    press(again)
    QGuiApplication.clipboard().setText("något annat")
    again.hide()
    assert clipboard() == "något annat"


def test_windows_is_told_to_keep_no_history_of_the_texts(
    sheet: Callable[..., TransferView], press: Any
) -> None:
    view = sheet()
    press(view)
    data: QMimeData = QGuiApplication.clipboard().mimeData()
    kinds = [kind for kind in data.formats() if "x-qt-windows-mime" in kind]
    assert len(kinds) == 3
    assert all(data.data(kind) for kind in kinds)


def test_a_store_that_refuses_ticks_nothing_and_the_item_stays(
    sheet: Callable[..., TransferView],
    press: Any,
    office: Office,
    monkeypatch: pytest.MonkeyPatch,
    messages: Any,
) -> None:
    view = sheet()
    press(view)

    def refuse(*_: object) -> None:
        raise RecordMissing("Planen")

    monkeypatch.setattr(office.store.transfers, "tick", refuse)
    press(view)
    assert len(messages()) == 1
    assert view.stage.do_it.text() == "Inklistrad – kopiera nästa"
    assert view.count.text().startswith("0 av ")


def test_esc_and_the_way_back_leave(sheet: Callable[..., TransferView], left: Any) -> None:
    view = sheet()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert left == ["leave"]


@pytest.mark.parametrize(("size", "shown"), [(150, True), (200, False)])
def test_everything_has_a_name_and_its_room_at_every_size_of_text(
    sheet: Callable[..., TransferView],
    qapp: QApplication,
    unnamed: Any,
    clipped: Any,
    size: int,
    shown: bool,
) -> None:
    worn = themes.apply(qapp, Settings(theme="light", text_size=size))
    view = sheet(theme=worn)
    QApplication.processEvents()
    assert unnamed(view) == []
    assert clipped(view) == []
    assert view.groups.isVisible() is shown
    assert not view.findChild(QScrollArea).horizontalScrollBar().isVisible()
