"""One life area: what a follow-up, a first plan and a new area are asked for."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gplan_desktop.domain.plan import Activity, AreaPlan, DayPart, GoalAttainment
from gplan_desktop.rules.area_checks import check_area

TODAY = date(2026, 11, 23)
LATEST = date(2027, 5, 23)
DONE = Activity("Dusch", "Sittande", "Personalen", (DayPart.MORNING,))


def rules(area, situation):
    return [finding.rule for finding in check_area(area, situation)]


@pytest.fixture
def area(follow_up):
    return follow_up.plan.area("d5")


@pytest.fixture
def situation(follow_up):
    return follow_up.situation


def test_an_area_that_was_not_there_before_is_not_followed_up(situation):
    assert rules(AreaPlan("d5"), situation) == ["area-needs", "area-goal", "area-activities"]
    written = AreaPlan("d5", needs="Behov", goal="Mål", activities=(DONE,))
    assert rules(written, situation) == []


def test_what_remains_needs_no_reason(area, situation):
    assert rules(replace(area, attainment=GoalAttainment.REMAINS), situation) == []


@pytest.mark.parametrize(
    ("attainment", "words"),
    [
        (GoalAttainment.PARTLY_MET, "delvis uppfyllt"),
        (GoalAttainment.FULLY_MET, "helt uppfyllt"),
    ],
)
def test_the_reason_is_asked_for_in_the_words_that_were_chosen(area, situation, attainment, words):
    without = replace(area, attainment=attainment)
    (finding,) = check_area(without, situation)
    assert words in finding.text
    assert rules(replace(without, attainment_reason="Karin berättar"), situation) == []


@pytest.mark.parametrize(
    ("attainment", "found"),
    [
        (GoalAttainment.REMAINS, ["area-activities"]),
        (GoalAttainment.PARTLY_MET, ["area-activities"]),
        (GoalAttainment.FULLY_MET, []),
    ],
)
def test_only_a_goal_that_is_met_may_need_no_more_activity(area, situation, attainment, found):
    bare = replace(area, attainment=attainment, attainment_reason="Därför", activities=())
    assert rules(bare, situation) == found


def test_a_nameless_activity_is_asked_for_its_name_first(area, situation):
    (finding,) = check_area(replace(area, activities=(DONE, Activity())), situation)
    assert (finding.rule, finding.field) == ("activity-what", "area.d5.activities.1.what")
    assert "aktivitet 2" in finding.text


def test_an_activity_says_how_who_and_when(area, situation):
    bare = replace(area, activities=(Activity(" Dusch "),))
    found = list(check_area(bare, situation))
    assert [f.field.rpartition(".")[2] for f in found] == ["how", "who", "day_parts"]
    assert all("aktiviteten Dusch" in f.text for f in found)


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (TODAY - timedelta(days=1), ["area-next-past"]),
        (TODAY, ["area-next-past"]),
        (TODAY + timedelta(days=1), []),
        (LATEST, []),
        (LATEST + timedelta(days=1), ["area-next-late"]),
        (None, ["area-next-missing"]),
    ],
)
def test_the_areas_next_date_lies_ahead_within_the_limit(area, situation, day, found):
    assert rules(replace(area, next_follow_up=day), situation) == found


def test_a_date_in_a_new_area_is_judged_too(situation):
    new = AreaPlan("d5", needs="Behov", goal="Mål", activities=(DONE,), next_follow_up=TODAY)
    assert rules(new, situation) == ["area-next-past"]


def test_an_area_that_is_no_longer_decided_is_still_followed_up(area, situation):
    bare = replace(situation.assignment, areas=())
    found = rules(replace(area, attainment=None), replace(situation, assignment=bare))
    assert found == ["area-not-assigned", "area-attainment"]
