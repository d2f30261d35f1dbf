"""The page Borttagna utkast: what lies there, how long, and the way back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.drafts.bin_view import BinView, BinWays
from ui.office import Office

DRAFT = "olena-utkast"


@pytest.fixture
def went() -> list[str]:
    """Where the page has gone."""
    return []


@pytest.fixture
def page(office: Office, put_up: Callable[..., Any], went: list[str]) -> Callable[..., BinView]:
    def page(dressed: Office = office) -> BinView:
        view: BinView = put_up(BinView(dressed, BinWays(lambda: went.append("leave"), went.append)))
        view.focus_first()
        view.refresh()
        office.database.flush()
        QApplication.processEvents()
        return view

    return page


@pytest.fixture
def removed(office: Office) -> Office:
    """An office where a begun plan was taken away now."""
    office.database.call(lambda: office.store.remove_draft(DRAFT))
    return office


def status(office: Office, plan_id: str = DRAFT) -> PlanStatus:
    return office.database.call(lambda: office.store.plan(plan_id).status)


def test_an_empty_bin_says_so(page, went, unnamed):
    view = page()
    assert view.empty.isVisible()
    assert not view.table.isVisible()
    assert not view.bring_back.isVisible()
    assert view.back.hasFocus()
    assert unnamed(view) == []
    view.back.click()
    assert went == ["leave"]


@pytest.mark.usefixtures("removed")
def test_a_draft_is_told_with_whose_it_is_when_and_how_long(page, unnamed, clipped):
    view = page()
    [row] = view.table.rows
    person, plan, when, by, left = (cell.text for cell in row.cells)
    assert (person, when, left) == ("Олена Коваленко", "2026-11-23 kl. 11.00", "30 dagar")
    assert plan
    assert by == view._office.unit.coordinator
    assert view.table.hasFocus()
    assert unnamed(view) == []
    assert clipped(view) == []


@pytest.mark.parametrize(
    ("days", "told"), [(23, "7 dagar"), (29, "1 dag"), (30, "raderas snart"), (45, "raderas snart")]
)
def test_the_days_left_are_counted(removed, page, now, days, told):
    view = page(replace(removed, now=lambda: now() + timedelta(days=days)))
    cell = view.table.rows[0].cells[-1]
    assert (cell.text, cell.role) == (told, "warning")


def test_a_draft_that_is_brought_back_is_opened_where_it_was(removed, page, went):
    place = removed.database.call(lambda: removed.store.place(DRAFT))
    view = page()
    view.bring_back.click()
    removed.database.flush()
    assert went == [DRAFT]
    assert status(removed) is PlanStatus.DRAFT
    assert removed.database.call(lambda: removed.store.place(DRAFT)) == place


def test_it_is_brought_back_with_enter_too(removed, page, went):
    view = page()
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    removed.database.flush()
    assert went == [DRAFT]


def test_a_draft_stays_when_a_newer_has_come_and_the_reason_is_told(removed, page, went, messages):
    store = removed.store

    def begin_another() -> None:
        plan = store.plan(DRAFT).plan
        store.save_draft(replace(plan, id="newer"), 0, Place())

    removed.database.call(begin_another)
    view = page()
    view.bring_back.click()
    removed.database.flush()
    [box] = messages()
    assert box.text().startswith("Utkastet går inte att ta tillbaka: det finns ett nyare utkast")
    assert went == []
    assert len(view.table.rows) == 1
    assert status(removed) is PlanStatus.REMOVED


def test_everything_has_its_room_at_large_text(removed, page, qapp, clipped):
    large = themes.apply(qapp, Settings(theme="light", text_size=150))
    view = page(replace(removed, theme=large))
    assert clipped(view) == []
