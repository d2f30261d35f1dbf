from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea

from gplan_desktop.domain.task import Task, TaskKind
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.end_support_dialog import EndSupportDialog
from ui.office import Office
from ui.person_view import PersonView
from ui.record.overview_part import OverviewPart
from ui.record.ways import PartId, PersonWays

WAYS = (
    "leave",
    "open_plan",
    "open_plan_at",
    "follow_up",
    "change_plan",
    "new_plan",
    "new_assignment",
    "correct_assignment",
    "correct_person",
    "print_plan",
    "transfer",
    "help_toggled",
)


@pytest.fixture
def went() -> list[tuple[Any, ...]]:
    """What the view asked for."""
    return []


@pytest.fixture
def show(office: Office, put_up: Callable[..., Any], went: list[tuple[Any, ...]]) -> Any:
    def show(person_id: str, office: Office = office) -> OverviewPart:
        person = office.database.call(lambda: office.store.person(person_id))
        ways = {name: lambda *args, name=name: went.append((name, *args)) for name in WAYS}
        view = put_up(PersonView(person, office, PersonWays(**ways)))
        view.start(help_open=False)
        office.database.flush()
        return view.parts[PartId.OVERVIEW]

    return show


@pytest.fixture
def add_task(office: Office, now: Callable[[], datetime]) -> Callable[[str, str], None]:
    """Put a task about a person in the store."""

    def add(task_id: str, person_id: str) -> None:
        kind = TaskKind.CONTACT_CASE_OFFICER
        task = Task(task_id, person_id, kind, "Ring om en ramp.", now(), "Kim Ek", "", "d8")
        office.database.call(lambda: office.store.tasks.add(task))

    return add


def offered(view: OverviewPart) -> list[str]:
    """The buttons for the chosen plan."""
    buttons = (view.follow_up, view.go_on, view.open, view.print)
    return [button.text() for button in buttons if button.isVisible()]


def choose(view: PersonView, plan_id: str) -> None:
    view.table.selectRow([row.id for row in view.table.rows].index(plan_id))


def texts(view: OverviewPart) -> list[str]:
    return [label.text() for label in view.window().findChildren(QLabel) if label.isVisible()]


def test_the_plan_in_force_is_chosen_and_can_be_followed_up(show: Any, went: Any) -> None:
    view = show("karin")
    assert view.table.current_id == "karin-plan-2"
    assert view.table.hasFocus()
    assert offered(view) == ["Följ upp planen", "Öppna", "Skriv ut"]
    for button in (view.follow_up, view.open, view.print):
        button.click()
    plan = "karin-plan-2"
    assert went == [("follow_up", plan), ("open_plan", plan), ("print_plan", plan)]


def test_only_the_plan_in_force_is_corrected_or_annulled(show: Any, went: Any) -> None:
    view = show("karin")
    view.change.click()
    assert went == [("change_plan", "karin-plan-2")]
    choose(view, "karin-plan-1")
    assert not view.change.isVisible()


def test_the_chosen_plan_tells_who_annulled_it_when_and_why(show: Any, office: Office) -> None:
    store = office.store
    office.database.call(lambda: store.corrections.annul("karin-plan-2", "Fel person"))
    view = show("karin")
    choose(view, "karin-plan-2")
    told = "Makulerad 2026-11-23 kl. 11.00 av Sam Ordnare: Fel person."
    assert (view.history.text(), view.history.isVisible()) == (told, True)
    assert offered(view) == ["Öppna", "Skriv ut"]
    choose(view, "karin-plan-1")
    assert not view.history.isVisible()


def test_a_replaced_plan_can_be_read_and_printed_but_not_followed_up(show: Any, went: Any) -> None:
    view = show("karin")
    choose(view, "karin-plan-1")
    assert offered(view) == ["Öppna", "Skriv ut"]
    view.open.click()
    assert went == [("open_plan", "karin-plan-1")]


def test_a_draft_is_gone_on_with(show: Any, went: Any) -> None:
    view = show("olena")
    choose(view, "olena-utkast")
    assert offered(view) == ["Fortsätt skriva", "Skriv ut"]
    view.go_on.click()
    assert went == [("open_plan", "olena-utkast")]


def test_a_follow_up_that_is_begun_is_gone_on_with_and_not_begun_twice(
    show: Any, went: Any
) -> None:
    view = show("olena")
    choose(view, "olena-plan-1")
    assert offered(view) == ["Fortsätt uppföljningen", "Öppna", "Skriv ut"]
    view.follow_up.click()
    # Planning opens the draft; see test_planning.
    assert went == [("follow_up", "olena-plan-1")]


def test_two_plans_in_force_are_each_followed_up(show: Any, went: Any) -> None:
    view = show("elsa")
    for plan in ("elsa-plan-natt", "elsa-plan-dag"):
        choose(view, plan)
        assert view.follow_up.isVisible()
        view.follow_up.click()
    assert went == [("follow_up", "elsa-plan-natt"), ("follow_up", "elsa-plan-dag")]


def test_without_plans_the_keyboard_is_on_the_way_to_the_first(show: Any, went: Any) -> None:
    view = show("gunnel")
    assert offered(view) == []
    assert any("Välj Ny plan" in text for text in texts(view))
    assert view.new_plan.hasFocus()
    QTest.keyClick(view.new_plan, Qt.Key.Key_Return)
    assert went == [("new_plan", "gunnel")]


def test_who_shall_have_no_plan_is_told_why(show: Any) -> None:
    assert any("Ingen plan ska upprättas" in text for text in texts(show("harry")))


def test_the_support_is_ended_marked_and_taken_back(show: Any, office: Office) -> None:
    view = show("karin")
    assert not view.notice.isVisible()
    view.end.click()
    [dialog] = view.findChildren(EndSupportDialog)
    for typed, problem in (
        ("2026-11-24", "Dagen har inte varit än."),
        ("2020-01-01", "Stödet bör"),
    ):
        dialog.day.line.edited.emit(typed)
        dialog.accept()
        assert dialog.problem.text().startswith(problem)
    dialog.day.line.edited.emit("2026-11-20")
    dialog.reasons.buttons[2].click()
    dialog.accept()
    office.database.flush()
    assert view.ended.text() == "Avslutad. Stödet avslutades 2026-11-20, flyttat."
    office.database.flush()
    assert (view.notice.isVisible(), view.end.isVisible()) == (True, False)
    assert view.table.rows[0].cells[-1].text == "–"
    assert (view.new_plan.isVisible(), view.follow_up.isVisible()) == (False, False)
    assert "Avslutad 2026-11-20" in texts(show("karin"))
    view.resume.click()
    office.database.flush()
    assert (view.notice.isVisible(), view.end.isVisible()) == (False, True)
    assert (view.new_plan.isVisible(), view.follow_up.isVisible()) == (True, True)


def test_a_protected_person_is_marked_in_words(show: Any) -> None:
    assert "Skyddade personuppgifter" in texts(show("mirela"))
    assert "Skyddade personuppgifter" not in texts(show("karin"))


def test_the_persons_facts_are_shown(show: Any) -> None:
    told = texts(show("karin"))
    assert "Karin Bergström" in told
    assert "19310401-9140" in told
    assert any(text.startswith("Hemvård, Trygghetslarm, sedan 2025-") for text in told)


def test_the_assignment_is_told_with_why_it_is_locked(show: Any, went: Any) -> None:
    view = show("karin")
    told = texts(view)
    assert any(text.startswith("2025-10-21, ") for text in told)
    assert any("Kan inte rättas: planen Genomförandeplan Hemvård" in text for text in told)
    view.assignments.add.click()
    assert went == [("new_assignment", view.person)]


def test_an_assignment_that_no_plan_stands_on_can_be_corrected(show: Any, went: Any) -> None:
    view = show("gunnel")
    (row,) = view.assignments.rows
    row.correct.click()
    ((way, person, assignment),) = went
    assert (way, person, assignment.person_id) == ("correct_assignment", view.person, "gunnel")


def test_who_has_no_tasks_is_shown_none(show: Any) -> None:
    assert show("harry").to_do.isHidden()


def test_with_tasks_the_plans_are_not_squeezed_away(
    show: Any, office: Office, add_task: Callable[..., None]
) -> None:
    for number in range(9):
        add_task(f"t{number}", "karin")
    view = show("karin")
    QApplication.processEvents()
    assert sum(bool(row.text) for row in view.to_do.rows.rows) == 9
    assert view.table.viewport().height() >= 2 * office.theme.px(40)
    assert view.window().findChild(QScrollArea).verticalScrollBar().maximum() > 0


def test_what_is_left_to_do_stands_beside_the_facts_where_there_is_room(show: Any) -> None:
    view = show("karin")
    QApplication.processEvents()
    top = view.to_do.y()
    view.window().resize(700, 680)
    QApplication.processEvents()
    assert view.to_do.y() > top


def test_enter_opens_and_esc_leaves(show: Any, went: Any) -> None:
    view = show("karin")
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    QTest.keyClick(view.table, Qt.Key.Key_Escape)
    assert went == [("open_plan", "karin-plan-2"), ("leave",)]


def test_the_way_back_is_a_button_too(show: Any, went: Any) -> None:
    view = show("karin")
    next(b for b in view.window().findChildren(QPushButton) if b.text() == "Till listan").click()
    assert went == [("leave",)]


@pytest.mark.parametrize("person", ["karin", "gunnel", "olena", "mirela"])
def test_everything_has_a_name_and_its_room(
    show: Any,
    unnamed: Any,
    clipped: Any,
    qtbot: Any,
    add_task: Callable[..., None],
    person: str,
) -> None:
    add_task("t", person)
    view = show(person)
    assert unnamed(view.window()) == []
    qtbot.waitUntil(lambda: clipped(view.window()) == [])


def test_large_text_has_its_room(
    qapp: QApplication,
    office: Office,
    show: Any,
    clipped: Any,
    qtbot: Any,
    add_task: Callable[..., None],
) -> None:
    add_task("t", "mirela")
    larger = themes.apply(qapp, Settings(theme="light", text_size=200))
    view = show("mirela", replace(office, theme=larger))
    qtbot.waitUntil(lambda: clipped(view.window()) == [])
    window = view.window()
    assert (window.width(), window.height()) == (1280, 680)
    across = window.findChild(QScrollArea).horizontalScrollBar()
    qtbot.waitUntil(lambda: across.maximum() == 0)
