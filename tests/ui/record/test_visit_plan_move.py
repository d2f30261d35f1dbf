"""The last day of a temporary visit plan: its text goes into the plan, and out of TES (S98-S99)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.domain.tabs import Secret
from gplan_desktop.domain.visit_plan import Home, VisitPlan
from ui.office import Office
from ui.record.visit_plan_move import MoveCard, Target, proposed, target_of
from ui.record.ways import RecordWays

SHOWER = "Karin får hjälp att duscha varje tisdag."
PLAN = VisitPlan(
    "b1",
    "karin",
    "Alla besök",
    temporary=True,
    written_on=date(2026, 11, 16),
    home=Home(others_live_here=False, medicine_cabinet_code=Secret("2468")),
    other=f"{SHOWER} Hon har haft en stroke.",
)
DRAFT = Target("draft", ("d4", "d5"), True)


@pytest.fixture
def went() -> list[tuple[str, ...]]:
    return []


@pytest.fixture
def card(office: Office, put_up: Callable[..., Any], went: list[tuple[str, ...]]) -> MoveCard:
    ways = RecordWays(lambda *to: went.append(to), lambda *to: None)
    made: MoveCard = put_up(MoveCard(office, ways), (700, 600))
    return made


def test_each_sentence_is_proposed_to_its_place_and_no_code_at_all(office: Office) -> None:
    found = {one.text: one.advice for one in proposed(PLAN, office.method)}
    assert found[SHOWER].area == "d5"
    assert not any("2468" in text or "2026-11-16" in text for text in found)


def test_a_sentence_is_copied_and_its_life_area_opened(
    card: MoveCard, went: list[tuple[str, ...]]
) -> None:
    card.show_plan(PLAN, "I dag är sista dagen", DRAFT)
    row = next(row for row in card.rows if row.text == SHOWER)
    row.copy.click()
    assert QGuiApplication.clipboard().text() == SHOWER
    assert row.open.text() == "Öppna planen på Personlig vård"
    row.open.click()
    assert went == [("draft", "area.d5")]
    assert not card.about_plan.isVisible()


def test_another_life_area_may_be_chosen(card: MoveCard, went: list[tuple[str, ...]]) -> None:
    card.show_plan(PLAN, "I dag är sista dagen", DRAFT)
    row = card.rows[0]
    assert not row.open.isVisible()
    row.area.edited.emit("d4")
    row.open.click()
    assert went == [("draft", "area.d4")]


def test_what_may_stand_in_no_plan_is_offered_none(card: MoveCard) -> None:
    card.show_plan(PLAN, "I dag är sista dagen", DRAFT)
    row = next(row for row in card.rows if "stroke" in row.text)
    assert not row.area.isVisible()
    assert not row.open.isVisible()


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (None, "Det finns ingen genomförandeplan än."),
        (replace(DRAFT, is_draft=False), "Planen är upprättad."),
    ],
)
def test_without_a_draft_it_says_what_to_do(
    card: MoveCard, target: Target | None, words: str
) -> None:
    card.show_plan(PLAN, "I dag är sista dagen", target)
    assert card.about_plan.text().startswith(words)


def test_the_rows_stay_while_nothing_is_new(card: MoveCard) -> None:
    card.show_plan(PLAN, "I dag är sista dagen", DRAFT)
    rows = card.rows
    card.show_plan(PLAN, "I dag är sista dagen", DRAFT)
    assert card.rows is rows


@pytest.mark.parametrize("person_id", ["karin", "mirela", "bertil"])
def test_the_draft_goes_before_the_plan_in_force(office: Office, person_id: str) -> None:
    store = office.store
    target = office.database.call(lambda: target_of(store, person_id))
    plans = office.database.call(lambda: store.plans(person_id))
    drafts = [plan.id for plan in plans if plan.status is PlanStatus.DRAFT]
    in_force = [plan.id for plan in plans if plan.is_current]
    wanted = [*drafts, *in_force]
    assert (target.plan_id if target else None) == (wanted[0] if wanted else None)
    assert target is None or target.is_draft is bool(drafts)
