"""Which of the three ways to change an established plan is open, and why not."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from gplan_desktop.domain.correction import Correction, CorrectionKind
from gplan_desktop.domain.overview import PlanSummary
from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.rules.changing import Change, around, refusal

TODAY = date(2026, 11, 24)
MADE = datetime(2026, 11, 20, 9, tzinfo=UTC)
PLAN = PlanSummary(
    "plan", "karin", "Hemvård", PlanStatus.ESTABLISHED, 1, MADE, MADE, "Anna Ek", date(2027, 5, 1)
)
DRAFT = PlanSummary("draft", "karin", "Hemvård", PlanStatus.DRAFT, 1, MADE)
FOLLOW_UP = replace(DRAFT, previous_id="plan")
BEGUN = Correction(
    "plan", CorrectionKind.CORRECTED, "Fel tid", MADE, "Anna Ek", MADE, "draft", is_done=False
)
CORRECTION = replace(DRAFT, corrects=BEGUN)
CORRECTS_ANOTHER = replace(DRAFT, corrects=replace(BEGUN, plan_id="other"))
OF_ANOTHER = replace(DRAFT, previous_id="other")
# A correction of a plan that followed the plan up goes back to the plan too.
OF_ITS_FOLLOW_UP = replace(CORRECTS_ANOTHER, previous_id="plan")


def refused(plan, *drafts):
    found = around(plan, [plan, *drafts], TODAY)
    return {change: why for change in Change if (why := refusal(change, found))}


@pytest.mark.parametrize("others", [(), (OF_ANOTHER,), (CORRECTS_ANOTHER,), (OF_ITS_FOLLOW_UP,)])
def test_a_plan_in_force_may_be_changed_in_all_three_ways(others):
    assert refused(PLAN, *others) == {}


def test_while_a_follow_up_is_written_the_slip_is_corrected_in_it():
    why = refused(PLAN, FOLLOW_UP)
    assert set(why) == {Change.CORRECT, Change.ANNUL}
    assert why[Change.CORRECT].startswith("En uppföljning av planen är påbörjad.")


def test_while_a_correction_is_written_it_can_only_be_gone_on_with():
    assert set(refused(PLAN, CORRECTION)) == {Change.NEW_VERSION, Change.ANNUL}


@pytest.mark.parametrize(("day", "is_open"), [(TODAY, False), (date(2026, 11, 25), True)])
def test_a_plan_that_is_due_is_followed_up_and_not_corrected(day, is_open):
    why = refused(replace(PLAN, next_follow_up=day))
    assert set(why) == (set() if is_open else {Change.CORRECT})


@pytest.mark.parametrize(
    ("status", "word"), [(PlanStatus.SUPERSEDED, "ersatt"), (PlanStatus.ANNULLED, "makulerad")]
)
def test_a_plan_that_is_not_in_force_is_not_changed(status, word):
    why = refused(replace(PLAN, status=status))
    assert set(why) == set(Change)
    assert all(f"Planen är {word}" in text for text in why.values())


def test_each_way_tells_when_to_use_it():
    assert all(change.when.startswith("När ") for change in Change)
    assert [change.needs_reason for change in Change] == [True, False, True]
