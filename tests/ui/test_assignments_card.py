from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.life_areas import life_area
from ui.assignments_card import AssignmentsCard, AssignmentWays, Ground, grounds
from ui.office import Office


@pytest.fixture
def corrected() -> list[Assignment]:
    return []


@pytest.fixture
def show(
    office: Office, put_up: Callable[..., Any], corrected: list[Assignment]
) -> Callable[[list[Ground]], AssignmentsCard]:
    def show(found: list[Ground]) -> AssignmentsCard:
        ways = AssignmentWays(lambda: None, corrected.append)
        card = put_up(AssignmentsCard(office.theme, ways), (700, 400))
        card.show_grounds(found)
        return card

    return show


def of(person_id: str, office: Office) -> list[Ground]:
    return office.database.call(lambda: grounds(office.store, person_id))


def test_an_assignment_is_locked_by_the_newest_plan_that_stands_on_it(office: Office) -> None:
    (ground,) = of("karin", office)
    assert [plan.id for plan in ground.plans] == ["karin-plan-2", "karin-plan-1"]
    assert ground.lock is not None
    assert ground.lock.id == "karin-plan-2"
    assert ground.why_locked == (
        f"Kan inte rättas: planen {ground.lock.name} upprättades 2026-05-15 på det. "
        "Lägg in ett nytt uppdrag i stället."
    )


def test_a_draft_locks_no_assignment(office: Office) -> None:
    store = office.store
    (locked,) = office.database.call(lambda: store.assignments.of_person("karin"))
    new = replace(locked, id="nytt", day=office.today())
    office.database.call(lambda: store.assignments.add(new))
    assert [(g.assignment.id, g.why_locked == "") for g in of("karin", office)] == [
        ("nytt", True),
        (locked.id, False),
    ]


def test_the_newest_is_told_in_words_and_the_older_ones_when_asked_for(
    show: Any, office: Office, corrected: list[Assignment]
) -> None:
    (ground,) = of("gunnel", office)
    older = Ground(replace(ground.assignment, id="äldre"))
    card = show([ground, older])
    assert [row.isVisible() for row in card.rows] == [True, False]
    labels = [life_area(area.code).label for area in ground.assignment.areas]
    assert card.rows[0].areas.text() == ", ".join(labels)
    assert card.older.text() == "Visa äldre uppdrag (1)"
    card.older.click()
    assert card.rows[1].isVisible()
    assert not card.older.isVisible()
    assert card.rows[1].correct.hasFocus()
    card.rows[1].correct.click()
    assert corrected == [older.assignment]


def test_a_locked_assignment_says_why_in_place_of_the_way(show: Any, office: Office) -> None:
    card = show(of("karin", office))
    assert not card.rows[0].correct.isVisible()
    assert card.rows[0].why.isVisible()


def test_without_assignments_the_way_to_the_first_is_told(show: Any) -> None:
    card = show([])
    assert card.empty.isVisible()
    assert not card.older.isVisible()
