"""The eleven points of the national advice, and the meter of one life area."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from gplan_desktop.domain.fields import with_value
from gplan_desktop.domain.plan import Activity, AreaPlan, DayPart, Establishment, GoalAttainment
from gplan_desktop.rules.completeness import Point, area_points, plan_points

NIGHT = Establishment(datetime(2026, 11, 23, 23, 30, tzinfo=UTC), "Maria Nyström", "1", "00")
WHOLE = Activity("Dusch", "Sittande.", "Personalen.", (DayPart.MORNING,))
AREA = AreaPlan("d5", needs="Behov", goal="Mål", activities=(WHOLE,))
FOLLOWED_UP = replace(
    AREA,
    copied=True,
    attainment=GoalAttainment.REMAINS,
    result="Det fungerar.",
    next_follow_up=date(2027, 5, 3),
)


@pytest.fixture
def whole(follow_up):
    """A follow-up in which every point is met but the one that establishing meets."""
    return replace(
        follow_up,
        plan=follow_up.but(
            participation__wishes="Kaffe först.",
            follow_up__how="Vid köksbordet.",
            follow_up__cooperation="Distriktssköterskan.",
        ),
    )


def unmet(points: tuple[Point, ...]) -> list[tuple[int, str]]:
    return [(number, point.field) for number, point in enumerate(points, 1) if not point.met]


def test_a_whole_plan_lacks_only_the_establishing(whole):
    points = plan_points(whole.plan, whole.situation)
    assert unmet(points) == [(10, "review")]
    assert points[9].text == "Fastställs när du upprättar handlingen"


def test_establishing_meets_the_tenth_on_the_day_in_sweden(whole):
    points = plan_points(whole.plan, whole.situation, NIGHT)
    assert unmet(points) == []
    assert points[9].text == "Fastställd 2026-11-24"


def test_an_empty_plan_meets_no_point_and_each_tells_where_to_go(empty_first):
    area = f"area.{empty_first.plan.areas[0].code}"
    assert unmet(plan_points(empty_first.plan, empty_first.situation)) == [
        (1, f"{area}.goal"),
        (2, f"{area}.activities"),
        (3, f"{area}.activities"),
        (4, f"{area}.activities"),
        (5, f"{area}.activities"),
        (6, "follow_up.cooperation"),
        (7, f"{area}.next_follow_up"),
        (8, "participation.how"),
        (9, "contributors"),
        (10, "review"),
        (11, "follow_up.day"),
    ]


@pytest.mark.parametrize(
    ("field", "value", "numbers"),
    [
        ("area.d5.goal", " ", [1, 3]),
        ("area.d5.activities.1.what", "", [2]),
        ("area.d5.activities.1.who", "\n", [4]),
        ("area.d5.activities.1.day_parts", (), [5]),
        ("area.d5.activities.1.how", "", [5]),
        ("area.d5.activities", (), [2, 3, 4, 5]),
        ("follow_up.cooperation", "", [6]),
        ("follow_up.how", "", [7, 11]),
        ("follow_up.day", None, [11]),
        ("participation.how", "", [8]),
        ("participation.wishes", "", [8]),
        ("contributors", (), [9]),
        ("contributors.0.name", "", [9]),
        ("contributors.0.role", "", [9]),
        ("contributors.0.confirmed", False, [9]),
    ],
)
def test_each_lack_shows_at_its_points_and_leads_to_its_field(whole, field, value, numbers):
    points = plan_points(with_value(whole.plan, field, value), whole.situation, NIGHT)
    assert unmet(points) == [(number, field) for number in numbers]


def test_an_own_goal_is_a_goal_for_the_activity(whole):
    plan = with_value(whole.plan, "area.d5.goal", "")
    for number in range(len(plan.area("d5").activities)):
        plan = with_value(plan, f"area.d5.activities.{number}.sub_goal", "Själv.")
    assert unmet(plan_points(plan, whole.situation, NIGHT)) == [(1, "area.d5.goal")]


def test_a_goal_that_is_fully_met_may_have_no_activity(whole):
    plan = with_value(whole.plan, "area.d5.activities", ())
    plan = with_value(plan, "area.d5.attainment", GoalAttainment.FULLY_MET)
    assert unmet(plan_points(plan, whole.situation, NIGHT)) == []


def test_the_support_is_followed_up_as_a_whole_or_area_by_area(whole):
    plan = with_value(whole.plan, "follow_up.day", None)
    assert unmet(plan_points(plan, whole.situation, NIGHT)) == [(11, "follow_up.day")]
    plan = with_value(plan, "area.d6.next_follow_up", None)
    assert unmet(plan_points(plan, whole.situation, NIGHT)) == [
        (7, "area.d6.next_follow_up"),
        (11, "follow_up.day"),
    ]


def test_a_life_area_of_the_assignment_that_the_plan_lacks_has_no_goal(whole):
    plan = replace(whole.plan, areas=whole.plan.areas[:-1])
    assert unmet(plan_points(plan, whole.situation, NIGHT)) == [(1, "review")]


@pytest.mark.parametrize("case", ["whole", "empty_first"])
def test_every_point_is_a_short_text_and_a_place_that_is_known(request, method, case):
    found = request.getfixturevalue(case)
    points = plan_points(found.plan, found.situation)
    points += tuple(point for area in found.plan.areas for point in area_points(area))
    for point in points:
        assert 0 < len(point.text) <= 65
        assert point.field in method.steps or method.field(point.field)


def test_there_are_always_eleven(whole, empty_first, first):
    for case in (whole, empty_first, first):
        assert len(plan_points(case.plan, case.situation)) == 11


def test_the_meter_of_a_new_area_has_what_is_to_be_agreed():
    points = area_points(AREA)
    texts = ["Behov", "Mål", "Minst en aktivitet", "Vad", "Hur", "Av vem", "När"]
    assert [point.text for point in points] == texts
    assert unmet(points) == []


def test_the_meter_of_a_copied_area_has_what_is_decided_anew():
    points = area_points(FOLLOWED_UP)
    assert [point.text for point in points[7:]] == ["Värdering", "Resultat", "Nästa uppföljning"]
    assert unmet(points) == []


@pytest.mark.parametrize(
    ("part", "value", "numbers", "field"),
    [
        ("needs", "", [1], "needs"),
        ("goal", " ", [2], "goal"),
        ("activities", (), [3, 4, 5, 6, 7], "activities"),
        ("activities", (WHOLE, replace(WHOLE, what="")), [4], "activities.1.what"),
        ("activities", (WHOLE, replace(WHOLE, how="")), [5], "activities.1.how"),
        ("activities", (replace(WHOLE, who=""), WHOLE), [6], "activities.0.who"),
        ("activities", (replace(WHOLE, day_parts=()),), [7], "activities.0.day_parts"),
        ("attainment", None, [8], "attainment"),
        ("attainment", GoalAttainment.PARTLY_MET, [8], "attainment_reason"),
        ("result", "", [9], "result"),
        ("result", "Vi sågs […när] och pratade.", [9], "result"),
        ("next_follow_up", None, [10], "next_follow_up"),
    ],
)
def test_each_lack_in_an_area_shows_and_leads_to_its_field(part, value, numbers, field):
    points = area_points(replace(FOLLOWED_UP, **{part: value}))
    assert unmet(points) == [(number, f"area.d5.{field}") for number in numbers]


def test_an_area_whose_goal_is_fully_met_says_that_no_activity_is_needed():
    met = replace(FOLLOWED_UP, activities=(), attainment=GoalAttainment.FULLY_MET)
    points = area_points(replace(met, attainment_reason="Karin berättar det."))
    assert points[2].text == "Ingen aktivitet behövs, målet är helt uppfyllt"
    assert unmet(points) == []
    assert len(points) == 6
