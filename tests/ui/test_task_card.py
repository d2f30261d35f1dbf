from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from gplan_desktop.domain.task import Task, TaskKind
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.office import Office
from ui.task_card import TaskCard, of_person, of_unit
from ui.task_row import TaskRow

TEXT = "Till Åsa Öberg\n\nDet nya behovet: <b>&\n" + "en rad till\n" * 20


@pytest.fixture
def add(office: Office) -> Callable[..., Task]:
    """Put a task in the store, so many days ago."""

    def add(task_id: str, person_id: str = "karin", days: int = 0, **changes: Any) -> Task:
        at = office.now() - timedelta(days=days)
        task = Task(task_id, person_id, TaskKind.CONTACT_CASE_OFFICER, TEXT, at, "Kim Ek")
        task = replace(task, **changes)
        office.database.call(lambda: office.store.add_task(task))
        return task

    return add


@pytest.fixture
def show(office: Office, put_up: Callable[..., Any]) -> Callable[..., TaskCard]:
    """Show the card of Karin, or of the unit when there is a way to a person."""

    def show(open_person: Callable[[str], None] | None = None, office: Office = office) -> TaskCard:
        ways = of_unit(office, open_person) if open_person else of_person("karin", office)
        card = put_up(TaskCard(office, ways), (1100, 300))
        card.refresh()
        office.database.flush()
        return card

    return show


def texts(card: TaskCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def stored(office: Office) -> list[Task]:
    return office.database.call(lambda: office.store.tasks("karin"))


def press(row: TaskRow, office: Office) -> None:
    row.tick.click()
    office.database.flush()


def test_without_tasks_nothing_is_shown(show: Any) -> None:
    assert show().isHidden()
    assert show(lambda _: None).isHidden()


def test_an_open_task_tells_what_where_when_and_by_whom(show: Any, add: Any) -> None:
    add("t", days=3, area="d5")
    assert texts(show()) == [
        "Att göra (1)",
        "Kontakta biståndshandläggaren",
        "Personlig vård, antecknat 2026-11-20 av Kim Ek",
    ]


def test_a_task_about_no_life_area_begins_with_a_capital_too(show: Any, add: Any) -> None:
    add("t")
    assert "Antecknat 2026-11-23 av Kim Ek" in texts(show())


def test_the_text_is_unfolded_when_asked_for(show: Any, add: Any) -> None:
    add("t")
    card = show()
    (row,) = card.open_rows
    assert TEXT not in texts(card)
    row.unfold.click()
    assert TEXT in texts(card)
    assert row.unfold.text() == "Dölj texten"
    row.unfold.click()
    assert TEXT not in texts(card)


def test_the_text_is_copied_as_it_is(
    show: Any, add: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.task_row._TOLD_MS", 10)
    add("t")
    (row,) = show().open_rows
    row.copy.click()
    assert QGuiApplication.clipboard().text() == TEXT
    assert row.copy.text() == "Kopierad"
    qtbot.waitUntil(lambda: row.copy.text() == "Kopiera texten")


def test_a_tick_tells_who_and_when_and_can_be_taken_back(
    show: Any, add: Any, office: Office
) -> None:
    add("t")
    card = show()
    (row,) = card.open_rows
    press(row, office)
    assert f"Klart 2026-11-23 kl. 11.00, {office.unit.coordinator}" in texts(card)
    assert card.heading.text() == "Att göra"
    assert [(task.done_at, task.done_by) for task in stored(office)] == [
        (office.now(), office.unit.coordinator)
    ]
    press(row, office)
    assert card.heading.text() == "Att göra (1)"
    assert stored(office)[0].is_open


def test_what_was_done_before_is_folded(show: Any, add: Any, office: Office) -> None:
    add("open")
    add("done")
    office.database.call(lambda: office.store.tick_task("done", office.now()))
    card = show()
    assert [row.task.id for row in card.open_rows] == ["open"]
    assert not card.done_rows[0].isVisible()
    assert card.fold.text() == "Visa det som är klart (1)"
    card.fold.click()
    assert card.done_rows[0].isVisible()
    assert card.fold.text() == "Dölj det som är klart (1)"
    press(card.done_rows[0], office)
    assert card.heading.text() == "Att göra (2)"


def test_the_unit_sees_whose_task_it_is_and_the_way_there(show: Any, add: Any) -> None:
    add("first", "olena", days=2)
    add("second", "karin", days=1)
    went: list[str] = []
    card = show(went.append)
    assert [row.task.id for row in card.open_rows] == ["first", "second"]
    row = card.open_rows[1]
    assert row.person.text() == "Karin Bergström"
    QTest.keyClick(row.person, Qt.Key.Key_Return)
    assert went == ["karin"]


def test_many_tasks_of_the_unit_are_scrolled_and_take_little_room(
    show: Any, add: Any, office: Office
) -> None:
    for number in range(9):
        add(f"t{number}")
    card = show(lambda _: None)
    QApplication.processEvents()
    assert len(card.open_rows) == 9
    assert card.sizeHint().height() <= office.theme.px(180)


def test_the_keyboard_ticks(show: Any, add: Any, office: Office) -> None:
    add("t")
    (row,) = show().open_rows
    row.tick.setFocus()
    QTest.keyClick(row.tick, Qt.Key.Key_Space)
    office.database.flush()
    assert not stored(office)[0].is_open


def test_a_tick_that_the_store_refuses_is_taken_back(
    show: Any, add: Any, office: Office, messages: Any
) -> None:
    add("t")
    (row,) = show().open_rows
    row.task = replace(row.task, id="gone")
    press(row, office)
    assert not row.tick.isChecked()
    assert "Uppgiften finns inte längre." in messages()[0].text()


@pytest.mark.parametrize("size", [100, 200])
def test_everything_has_a_name_and_its_room(
    qapp: QApplication,
    office: Office,
    show: Any,
    add: Any,
    unnamed: Any,
    clipped: Any,
    qtbot: Any,
    size: int,
) -> None:
    add("t", area="d8")
    dressed = themes.apply(qapp, Settings(theme="light", text_size=size))
    card = show(lambda _: None, replace(office, theme=dressed))
    assert unnamed(card) == []
    qtbot.waitUntil(lambda: clipped(card) == [])
    assert card.minimumSizeHint().width() <= 1100
