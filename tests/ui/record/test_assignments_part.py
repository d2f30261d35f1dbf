"""All assignments of a person, what was corrected in them, and what differs between two."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from gplan_desktop.domain.life_areas import Functioning
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.office import Office
from ui.record.assignments_part import AssignmentsPart
from ui.record.ways import PersonWays, RecordWays
from ui.widgets.scrolled import scrolled


@pytest.fixture
def went() -> list[tuple[Any, ...]]:
    """What the part asked for."""
    return []


@pytest.fixture
def held() -> list[QWidget]:
    """The windows that the parts are scrolled in, held until the test is over."""
    return []


@pytest.fixture
def show(
    office: Office, put_up: Any, went: list[tuple[Any, ...]], held: list[QWidget]
) -> Callable[..., AssignmentsPart]:
    def show(
        person_id: str = "karin", office: Office = office, width: int = 900
    ) -> AssignmentsPart:
        person = office.database.call(lambda: office.store.person(person_id))
        names = [field.name for field in fields(PersonWays)]
        acts = {name: lambda *a, name=name: went.append((name, *a)) for name in names}
        ways = RecordWays(lambda *_: None, lambda *_: None)
        part = AssignmentsPart(person, office, ways, PersonWays(**acts))
        part.refresh()
        office.database.flush()
        held.append(put_up(scrolled(part), (width, 680)))
        return part

    return show


@pytest.fixture
def decide_anew(office: Office) -> Callable[[str], None]:
    """Put a newer assignment of Karin in the store, with another need and one area less."""

    def decide(assignment_id: str = "nytt") -> None:
        store = office.store
        old = store.assignments.get("karin-uppdrag")
        first, *rest = old.areas
        changed = replace(first, need="Karin vill gå ut varje dag.", assessed=Functioning.SEVERE)
        areas = (changed, *rest[:-1])
        officer = "Eva Ström"
        new = replace(old, id=assignment_id, day=office.today(), case_officer=officer, areas=areas)
        store.assignments.add(new)

    return lambda *args: office.database.call(lambda: decide(*args))


def texts(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def test_an_assignment_tells_its_plans_and_why_it_is_locked(
    show: Any, went: list[tuple[Any, ...]]
) -> None:
    part = show()
    (row,) = part.rows
    assert [button.text() for button in row.plans] == [
        "Genomförandeplan Hemvård, upprättad 2026-05-15, tv (tillsvidare)",
        "Genomförandeplan Hemvård, upprättad 2025-11-18, ersatt",
    ]
    assert row.why.isVisible()
    assert not row.correct.isVisible()
    assert not row.tick.isVisible()
    row.plans[0].click()
    part.add.click()
    assert went == [("open_plan", "karin-plan-2"), ("new_assignment", part.person)]


def test_the_newest_is_first_and_can_be_corrected_while_it_is_free(
    show: Any, decide_anew: Any, went: list[tuple[Any, ...]]
) -> None:
    decide_anew()
    part = show()
    assert [row.kept.assignment.id for row in part.rows] == ["nytt", "karin-uppdrag"]
    assert "Ingen plan är skriven på uppdraget än." in texts(part.rows[0])
    part.rows[0].correct.click()
    assert went == [("correct_assignment", part.person, part.rows[0].kept.assignment)]


def test_what_was_decided_is_unfolded_in_words(show: Any) -> None:
    (row,) = show().rows
    row.decided.head.click()
    told = texts(row)
    assert "Bedömt funktionstillstånd" in told
    assert "2  Måttlig begränsning" in told


def test_corrections_tell_when_by_whom_and_what(
    show: Any, decide_anew: Any, office: Office
) -> None:
    decide_anew()

    def correct() -> None:
        new = office.store.assignments.get("nytt")
        first, *rest = new.areas
        corrected = replace(first, goal="Att komma ut.")
        office.store.assignments.change(replace(new, areas=(corrected, *rest)))

    office.database.call(correct)
    new, old = show().rows
    assert not old.corrections.isVisible()
    assert new.corrections.head.text() == "Rättat (1)"
    new.corrections.head.click()
    told = texts(new)
    assert f"Rättat 2026-11-23 kl. 11.00 av {office.unit.coordinator}" in told
    assert "Ändrat livsområde: Förflyttning" in told


def test_two_that_are_ticked_are_compared_with_the_older_to_the_left(
    show: Any, decide_anew: Any
) -> None:
    decide_anew()
    part = show()
    for row in part.rows:
        row.tick.click()
    assert part.comparison.difference.former_day.isoformat() == "2025-10-21"
    assert part.comparison.difference.day.isoformat() == "2026-11-23"
    told = texts(part)
    assert "Skillnaden mellan uppdragen" in told
    assert "Ändrat livsområde: Förflyttning" in told
    assert "Livsområdet är borttaget: Känsla av trygghet" in told
    part.rows[0].tick.click()
    assert part.comparison is None
    assert "Skillnaden mellan uppdragen" not in texts(part)


def test_two_that_say_the_same_are_told_so_and_a_third_takes_the_first_ones_place(
    show: Any, decide_anew: Any
) -> None:
    decide_anew("two")
    decide_anew("three")
    part = show()
    for row in part.rows[:2]:
        row.tick.click()
    assert "Uppdragen säger samma sak." in texts(part)
    part.rows[2].tick.click()
    assert [row.tick.isChecked() for row in part.rows] == [False, True, True]


@pytest.mark.parametrize(("size", "width"), [(100, 560), (150, 1200)])
def test_everything_has_a_name_and_its_room(
    qapp: Any,
    office: Office,
    show: Any,
    decide_anew: Any,
    unnamed: Any,
    clipped: Any,
    qtbot: Any,
    size: int,
    width: int,
) -> None:
    decide_anew()
    dressed = replace(office, theme=themes.apply(qapp, Settings(theme="light", text_size=size)))
    part = show("karin", dressed, width)
    for row in part.rows:
        row.tick.click()
        row.decided.head.click()
    assert unnamed(part) == []
    qtbot.waitUntil(lambda: clipped(part) == [])
    assert part.minimumSizeHint().width() <= width
