"""The plan: what a follow-up takes over, and where a plan stands in its life."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from gplan_desktop.domain.assignment import AssignedArea, Assignment
from gplan_desktop.domain.life_areas import Functioning
from gplan_desktop.domain.plan import (
    AreaPlan,
    Contributor,
    DayPart,
    Establishment,
    GoalAttainment,
    Plan,
    PlanRecord,
    PlanStatus,
    Voice,
    copy_for_follow_up,
    first_plan,
    new_form,
)


def assigned(*codes: str) -> Assignment:
    level = Functioning.SEVERE
    areas = (AssignedArea(code, "Behov", level, level, "Mål", "Stöd") for code in codes)
    return Assignment("uppdrag-2", "karin", date(2026, 10, 1), "Bo Lind", tuple(areas))


def test_a_first_plan_has_an_empty_area_for_each_decided_one_in_official_order():
    plan = first_plan("ny", assigned("b1528A", "d6", "d1"), "Genomförandeplan Hemvård")
    assert plan == Plan(
        "ny",
        "karin",
        "uppdrag-2",
        "Genomförandeplan Hemvård",
        areas=(AreaPlan("d1"), AreaPlan("d6"), AreaPlan("b1528A")),
    )
    assert not plan.is_follow_up


def test_a_follow_up_takes_over_name_needs_goals_and_activities_only(full_plan):
    copied = copy_for_follow_up("ny", full_plan, assigned("d5", "d6"))
    d5, d6 = full_plan.areas
    # Everything that is not named here starts empty (S164).
    assert copied == Plan(
        id="ny",
        person_id="karin",
        assignment_id="uppdrag-2",
        name=full_plan.name,
        previous_id="plan-1",
        contributors=(
            Contributor("Karin Öberg", "Individen"),
            Contributor("Eva Öberg", "Närstående"),
        ),
        areas=tuple(
            AreaPlan(a.code, copied=True, needs=a.needs, goal=a.goal, activities=a.activities)
            for a in (d5, d6)
        ),
    )
    assert copied.is_follow_up


def test_copied_areas_await_review_until_attainment_is_decided(full_plan):
    copied = copy_for_follow_up("ny", full_plan, assigned("d5", "d6"))
    assert all(area.awaits_review for area in copied.areas)
    decided = replace(copied.area("d5"), attainment=GoalAttainment.REMAINS)
    assert not decided.awaits_review


def test_newly_decided_areas_are_added_in_official_order(full_plan):
    copied = copy_for_follow_up("ny", full_plan, assigned("e398A", "d5", "d1", "d6"))
    assert [(area.code, area.copied) for area in copied.areas] == [
        ("d1", False),
        ("d5", True),
        ("d6", True),
        ("e398A", False),
    ]
    assert not copied.area("d1").awaits_review


def test_an_area_that_is_no_longer_decided_is_kept_to_be_followed_up(full_plan):
    copied = copy_for_follow_up("ny", full_plan, assigned("d5"))
    assert [area.code for area in copied.areas] == ["d5", "d6"]


def test_a_new_form_is_a_copy_only_when_there_is_something_to_follow_up(full_plan):
    assignment = assigned("d5", "d6")
    assert new_form("ny", assignment, "Namn", None) == first_plan("ny", assignment, "Namn")
    assert new_form("ny", assignment, "Namn", full_plan) == copy_for_follow_up(
        "ny", full_plan, assignment
    )


def test_an_area_is_found_by_its_code(full_plan):
    assert full_plan.area("d6").label == "Hemliv"
    with pytest.raises(KeyError):
        full_plan.area("d1")


def test_the_earliest_follow_up_of_the_areas(full_plan):
    earliest = full_plan.earliest_area_follow_up
    assert earliest
    assert earliest.code == "d6"
    undated = replace(full_plan, areas=(AreaPlan("d5"),))
    assert undated.earliest_area_follow_up is None


def test_of_two_equally_early_areas_the_first_is_told(full_plan):
    day = date(2026, 9, 1)
    areas = tuple(replace(area, next_follow_up=day) for area in full_plan.areas)
    earliest = replace(full_plan, areas=(AreaPlan("d1"), *areas)).earliest_area_follow_up
    assert earliest
    assert earliest.code == "d5"


def test_a_reason_belongs_to_one_rule_at_one_field(full_plan):
    assert full_plan.accepted_reason("established-late", "review") == "Sjukhus"
    assert full_plan.accepted_reason("established-late", "name") == ""
    assert full_plan.accepted_reason("name-changed", "review") == ""


@pytest.mark.parametrize("status", PlanStatus)
def test_only_a_draft_may_be_changed(full_plan, status):
    record = PlanRecord(full_plan, status)
    assert record.is_locked is (status is not PlanStatus.DRAFT)
    assert record.is_current is (status is PlanStatus.ESTABLISHED)


@pytest.mark.parametrize(
    ("checksum", "code"), [("0123456789abcdef" * 4, "0123 4567 89ab cdef"), ("", "")]
)
def test_the_check_code_is_the_beginning_of_the_checksum_in_words_of_four(checksum, code):
    moment = datetime(2026, 11, 23, 13, 30, tzinfo=UTC)
    assert Establishment(moment, "Anna Ek", "2026.1", checksum).check_code == code


@pytest.mark.parametrize("kind", [PlanStatus, GoalAttainment, DayPart, Voice])
def test_every_choice_has_its_own_words(kind):
    labels = [choice.label for choice in kind]
    assert all(label[0].isupper() for label in labels)
    assert len(set(labels)) == len(labels)


def test_only_what_remains_needs_no_reason():
    assert [a for a in GoalAttainment if not a.needs_reason] == [GoalAttainment.REMAINS]


def test_the_day_goes_from_morning_to_night():
    assert [part.label for part in DayPart] == [
        "Morgon",
        "Förmiddag",
        "Middag",
        "Eftermiddag",
        "Kväll",
        "Natt",
    ]
