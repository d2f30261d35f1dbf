"""The page Att göra: everything in the unit, filtered, ticked, and what was done."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gplan_desktop.domain.task import Task, TaskKind
from gplan_desktop.rules.to_do import ToDoKind
from ui.office import Office
from ui.to_do_view import ToDoView
from ui.to_do_ways import by_tick_alone
from ui.widgets.pick_box import PickBox


@pytest.fixture
def went() -> list[str]:
    return []


@pytest.fixture
def page(office: Office, put_up: Callable[..., Any], went: list[str]) -> Callable[[], ToDoView]:
    def page() -> ToDoView:
        ways = by_tick_alone(went.append)
        view = put_up(ToDoView(office, ways, lambda: went.append("leave")))
        view.refresh()
        office.database.flush()
        view.focus_first()
        return view

    return page


@pytest.fixture
def add_tasks(office: Office) -> Callable[[int], None]:
    """Put so many tasks about Karin in the store."""

    def add_tasks(count: int) -> None:
        for number in range(count):
            at = office.now() - timedelta(minutes=number)
            kind = TaskKind.CONTACT_CASE_OFFICER
            office.store.tasks.add(Task(f"t{number}", "karin", kind, "Ring.", at, "Kim Ek"))

    return lambda count: office.database.call(lambda: add_tasks(count))


def choose(view: ToDoView, box: PickBox, text: str) -> None:
    box.setCurrentText(text)
    box.activated.emit(box.currentIndex())
    view._office.database.flush()


def kinds(view: ToDoView) -> set[ToDoKind]:
    return {row.to_do.kind for row in view.rows.rows}


def test_everything_is_shown_and_counted(page: Any) -> None:
    view = page()
    assert view.kinds.hasFocus()
    assert view.heading.text() == f"Att göra ({len(view.rows.rows)})"
    assert {ToDoKind.FOLLOW_UP, ToDoKind.ESTABLISH, ToDoKind.CLEAR_VISIT_PLAN} <= kinds(view)


def test_one_kind_is_chosen(page: Any, add_tasks: Any) -> None:
    add_tasks(2)
    view = page()
    choose(view, view.kinds, "Kontakta biståndshandläggaren")
    assert kinds(view) == {ToDoKind.CONTACT_CASE_OFFICER}
    assert view.heading.text() == "Att göra (2)"
    choose(view, view.kinds, "Samla in gammalt papper")
    assert view.rows.rows == []
    assert view.empty.text().startswith("Det finns inget sådant att göra.")
    choose(view, view.kinds, "Allt")
    assert ToDoKind.FOLLOW_UP in kinds(view)


def test_one_unit_is_chosen_and_stays_chosen(page: Any, office: Office) -> None:
    view = page()
    units = {one.id: one.unit for one in office.database.call(office.store.people)}
    chosen = units["karin"]
    choose(view, view.units, chosen)
    shown = {units[row.to_do.person_id] for row in view.rows.rows}
    assert shown == {chosen}
    view.refresh()
    office.database.flush()
    assert {units[row.to_do.person_id] for row in view.rows.rows} == {chosen}
    assert view.units.currentText() == chosen


def test_many_are_shown_a_page_at_a_time(page: Any, add_tasks: Any) -> None:
    add_tasks(50)
    view = page()
    choose(view, view.kinds, "Kontakta biståndshandläggaren")
    assert (len(view.rows.rows), view.more.text()) == (40, "Visa fler (10 till)")
    assert view.heading.text() == "Att göra (50)"
    view.more.click()
    assert len(view.rows.rows) == 50
    assert not view.more.isVisible()
    assert view.heading.text() == "Att göra (50)"


def test_a_tick_is_counted_and_then_stands_with_what_is_done(
    page: Any, add_tasks: Any, office: Office
) -> None:
    add_tasks(1)
    view = page()
    choose(view, view.kinds, "Kontakta biståndshandläggaren")
    view.rows.rows[0].tick.click()
    office.database.flush()
    assert view.heading.text() == "Att göra"
    view.fold.toggle()
    office.database.flush()
    assert "t0" in [row.to_do.subject for row in view.done.rows]
    choose(view, view.kinds, "Allt")
    assert "t0" not in [row.to_do.subject for row in view.rows.rows]


def test_the_name_leads_to_the_person_and_esc_back(page: Any, went: list[str]) -> None:
    view = page()
    view.rows.rows[0].person.click()
    QTest.keyClick(view.kinds, Qt.Key.Key_Escape)
    assert went == ["karin", "leave"]


def test_everything_has_a_name_and_its_room(
    page: Any, unnamed: Any, clipped: Any, qtbot: Any
) -> None:
    view = page()
    view.fold.toggle()
    view._office.database.flush()
    assert unnamed(view) == []
    qtbot.waitUntil(lambda: clipped(view) == [])
