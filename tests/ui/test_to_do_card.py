"""The card of what is left to do: on the page of a person, and for the unit on the start."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from gplan_desktop.domain.overview import Aftercare
from gplan_desktop.domain.print_out import Occasion, Paper, PrintOut, Way
from gplan_desktop.domain.task import Task, TaskKind
from gplan_desktop.rules.to_do import ToDoKind
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.office import Office
from ui.record.ways import PartId
from ui.to_do_card import PersonToDoCard, UnitToDoCard
from ui.to_do_row import ToDoRow
from ui.to_do_ways import ToDoWays
from ui.widgets.scrolled import scrolled

TEXT = "Till Åsa Öberg\n\nDet nya behovet: <b>&\n" + "en rad till\n" * 20
KIND = ToDoKind


@pytest.fixture
def went() -> list[tuple[Any, ...]]:
    """Where the card asked to go."""
    return []


@pytest.fixture
def ways(went: list[tuple[Any, ...]]) -> ToDoWays:
    def to(name: str) -> Callable[..., None]:
        return lambda *where: went.append((name, *where))

    return ToDoWays(to("person"), to("follow up"), to("new plan"), to("plan"), to("part"))


@pytest.fixture
def add(office: Office) -> Callable[..., Task]:
    """Put a task in the store, so many days ago."""

    def add(task_id: str, person_id: str = "harry", days: int = 0, **changes: Any) -> Task:
        at = office.now() - timedelta(days=days)
        task = Task(task_id, person_id, TaskKind.CONTACT_CASE_OFFICER, TEXT, at, "Kim Ek")
        task = replace(task, **changes)
        office.database.call(lambda: office.store.tasks.add(task))
        return task

    return add


@pytest.fixture
def held() -> list[QWidget]:
    """The windows that the cards are scrolled in, held until the test is over."""
    return []


@pytest.fixture
def show(
    office: Office, ways: ToDoWays, put_up: Callable[..., Any], held: list[QWidget]
) -> Callable[..., Any]:
    """Show the card of a person; Harry needs no plan, so of his own he has nothing to do."""

    def show(person_id: str = "harry", office: Office = office) -> PersonToDoCard:
        card = PersonToDoCard(person_id, office, ways)
        held.append(put_up(scrolled(card), (1100, 600)))
        card.refresh()
        office.database.flush()
        return card

    return show


@pytest.fixture
def show_unit(
    office: Office,
    ways: ToDoWays,
    went: list[tuple[Any, ...]],
    put_up: Callable[..., Any],
    held: list[QWidget],
) -> Callable[..., UnitToDoCard]:
    def show_unit(height: int = 800, office: Office = office) -> UnitToDoCard:
        card = UnitToDoCard(office, ways, lambda: went.append(("all",)))
        held.append(put_up(scrolled(card), (1100, height)))
        card.refresh()
        office.database.flush()
        return card

    return show_unit


def texts(card: QWidget) -> list[str]:
    return [
        label.text() for label in card.findChildren(QLabel) if label.isVisible() and label.text()
    ]


def row_of(card: Any, kind: ToDoKind) -> ToDoRow:
    return next(row for row in card.rows.rows if row.to_do.kind is kind)


def stored(office: Office) -> list[Task]:
    return office.database.call(lambda: office.store.tasks.of_person("harry"))


def press(row: ToDoRow, office: Office) -> None:
    row.tick.click()
    office.database.flush()


def test_without_anything_to_do_nothing_is_shown(show: Any) -> None:
    assert show().isHidden()


def test_an_open_task_tells_what_where_when_and_by_whom(show: Any, add: Any) -> None:
    add("t", days=3, area="d5")
    assert texts(show()) == [
        "Att göra (1)",
        "Kontakta biståndshandläggaren",
        "Personlig vård, antecknat 2026-11-20 av Kim Ek",
    ]


def test_how_urgent_it_is_is_told_in_words(show: Any) -> None:
    card = show("karin")
    row = card.rows.rows[0]
    assert texts(row)[:2] == ["Följ upp planen", "Försenad 12 dagar"]
    assert row.due.property("role") == "problem"


def test_the_text_is_unfolded_when_asked_for(show: Any, add: Any) -> None:
    add("t")
    card = show()
    (row,) = card.rows.rows
    assert TEXT not in texts(card)
    row.text.unfold.click()
    assert TEXT in texts(card)
    assert row.text.unfold.text() == "Dölj texten"
    row.text.unfold.click()
    assert TEXT not in texts(card)


def test_the_text_is_copied_as_it_is(
    show: Any, add: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.to_do_text._TOLD_MS", 10)
    add("t")
    (row,) = show().rows.rows
    row.text.copy.click()
    assert QGuiApplication.clipboard().text() == TEXT
    assert row.text.copy.text() == "Kopierad"
    qtbot.waitUntil(lambda: row.text.copy.text() == "Kopiera texten")


def test_a_tick_tells_who_and_when_and_can_be_taken_back(
    show: Any, add: Any, office: Office
) -> None:
    add("t")
    card = show()
    (row,) = card.rows.rows
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
    office.database.call(lambda: office.store.tasks.tick("done", office.now()))
    card = show()
    assert [row.to_do.subject for row in card.rows.rows] == ["open"]
    (done,) = card.done.rows
    assert not done.isVisible()
    assert card.more.text() == "Visa det som är klart (1)"
    card.more.click()
    assert done.isVisible()
    assert card.more.text() == "Dölj det som är klart (1)"
    press(done, office)
    assert card.heading.text() == "Att göra (2)"


@pytest.mark.parametrize(
    ("person", "kind", "where"),
    [
        ("karin", KIND.FOLLOW_UP, ("follow up", "karin-plan-2")),
        ("karin", KIND.PRINT, ("plan", "karin-plan-2", "print")),
        ("karin", KIND.NOTE, ("plan", "karin-plan-2", "journal")),
        ("gunnel", KIND.ESTABLISH, ("new plan", "gunnel")),
    ],
)
def test_each_has_the_way_to_where_it_is_done(
    show: Any,
    office: Office,
    went: list[tuple[Any, ...]],
    person: str,
    kind: ToDoKind,
    where: tuple[str, ...],
) -> None:
    def undo() -> None:
        office.store.aftercares.note("karin-plan-2", Aftercare())

    office.database.call(undo)
    row_of(show(person), kind).act.click()
    assert went == [where]


def test_a_temporary_visit_plan_is_gone_to(show: Any, went: list[tuple[Any, ...]]) -> None:
    row_of(show("svenerik"), KIND.CLEAR_VISIT_PLAN).act.click()
    assert went == [("part", "svenerik", PartId.VISIT_PLANS)]


def test_what_is_begun_is_gone_on_with(show: Any, went: list[tuple[Any, ...]]) -> None:
    act = row_of(show("olena"), KIND.FOLLOW_UP).act
    assert act.text() == "Fortsätt uppföljningen"
    act.click()
    assert went == [("follow up", "olena-plan-1")]


def test_a_plan_is_filed_with_a_tick(show: Any, office: Office) -> None:
    store = office.store
    office.database.call(lambda: store.aftercares.note("karin-plan-2", Aftercare()))
    row = row_of(show("karin"), KIND.FILE)
    for filed_at in (office.now(), None):
        press(row, office)
        noted = office.database.call(lambda: store.aftercares.of_plan("karin-plan-2"))
        assert noted.filed_at == filed_at


def test_an_old_paper_is_collected_with_a_tick(show: Any, office: Office) -> None:
    occasion = Occasion(office.now(), "Kim Ek", Way.FILE)
    made = PrintOut("one", Paper.TABS, occasion, "harry", checksum="a" * 64)
    prints = office.store.prints
    office.database.call(lambda: prints.add([made]))
    (row,) = show().rows.rows
    assert row.tick.text() == "Borttagen"
    press(row, office)
    (noted,) = office.database.call(lambda: prints.of_person("harry"))
    assert noted.collected_by == office.unit.coordinator
    assert row.facts.text() == f"Borttagen 2026-11-23 kl. 11.00, {office.unit.coordinator}"


def test_the_keyboard_ticks(show: Any, add: Any, office: Office) -> None:
    add("t")
    (row,) = show().rows.rows
    row.tick.setFocus()
    QTest.keyClick(row.tick, Qt.Key.Key_Space)
    office.database.flush()
    assert not stored(office)[0].is_open


def test_a_tick_that_the_store_refuses_is_taken_back(
    show: Any, add: Any, office: Office, messages: Any
) -> None:
    add("t")
    (row,) = show().rows.rows
    row.to_do = replace(row.to_do, subject="gone")
    press(row, office)
    assert not row.tick.isChecked()
    assert "Uppgiften finns inte längre." in messages()[0].text()


@pytest.mark.parametrize(("height", "most"), [(800, 5), (680, 3)])
def test_the_unit_sees_the_most_urgent_and_the_way_to_all(
    show_unit: Any, went: list[tuple[Any, ...]], height: int, most: int
) -> None:
    card = show_unit(height)
    assert len(card.rows.rows) == most
    first = card.rows.rows[0]
    assert texts(first) == ["Följ upp planen", "Försenad 12 dagar", "Genomförandeplan Hemvård"]
    QTest.keyClick(first.person, Qt.Key.Key_Return)
    card.more.click()
    assert went == [("person", "karin"), ("all",)]
    left = card.heading.text().removeprefix("Att göra ")
    assert card.more.text() == f"Visa alla {left}"


def test_the_unit_card_takes_little_room(show_unit: Any, office: Office) -> None:
    card = show_unit(680)
    QApplication.processEvents()
    assert card.sizeHint().height() <= office.theme.px(180)


def test_everything_has_a_name_and_its_room(
    qapp: QApplication,
    office: Office,
    show: Any,
    show_unit: Any,
    add: Any,
    unnamed: Any,
    clipped: Any,
    qtbot: Any,
) -> None:
    add("t", "karin", area="d8")
    dressed = replace(office, theme=themes.apply(qapp, Settings(theme="light", text_size=200)))
    for card in (show("karin", dressed), show_unit(800, dressed)):
        assert unnamed(card) == []
        qtbot.waitUntil(lambda card=card: clipped(card) == [])
        assert card.minimumSizeHint().width() <= 1100
