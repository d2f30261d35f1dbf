"""What is new in a plan: the words, the activities and the life areas, and nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from gplan_desktop.domain.difference import PieceKind
from gplan_desktop.domain.plan import Activity, AreaPlan, DayPart, FollowUp, GoalAttainment, Plan
from gplan_desktop.rules.difference import ChangeKind, what_is_new

SHOWER = Activity("Dusch", "Sittande på pall.", "Personalen.", (DayPart.MORNING,), "Torsdag")
WALK = Activity("Promenad", "Med rullator till dammen.", "Karin går.", (DayPart.NOON,), "Fredag")
MEAL = Activity("Middag", "Vid köksbordet.", "Karin dukar.", (DayPart.NOON,), "Varje dag")


def plan_of(*areas: AreaPlan, **values: object) -> Plan:
    return replace(Plan("p", "karin", "u", "Genomförandeplan Hemvård", areas=areas), **values)


def changed_area(before, after):
    """Return the difference between two lists of activities in one life area."""
    former = plan_of(AreaPlan("d5", activities=tuple(before)))
    (area,) = what_is_new(plan_of(AreaPlan("d5", activities=tuple(after))), former).areas
    return area


def told(area):
    return [(one.kind, one.what, [part.part for part in one.parts]) for one in area.activities]


def test_a_plan_is_the_same_as_itself(follow_up, former):
    news = what_is_new(follow_up.plan, former.plan)
    assert news.is_same
    assert news.areas == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("area__d5__result", "Ett annat resultat"),
        ("area__d5__attainment", GoalAttainment.FULLY_MET),
        ("area__d5__next_follow_up", None),
        ("participation__how", "På ett annat sätt"),
        ("participation__wishes", "Något annat"),
        ("contributors", ()),
        ("follow_up__day", None),
    ],
)
def test_what_is_told_anew_each_time_is_no_change(follow_up, former, field, value):
    assert what_is_new(follow_up.but(**{field: value}), former.plan).is_same


def test_white_space_is_no_change(follow_up, former):
    plan = follow_up.plan
    area = plan.area("d5")
    spaced = replace(
        area,
        needs=area.needs.replace(" ", "\n") + "\n",
        activities=tuple(replace(a, how=f" {a.how}  ") for a in area.activities),
    )
    areas = tuple(spaced if one is area else one for one in plan.areas)
    assert what_is_new(replace(plan, areas=areas), former.plan).is_same


def test_needs_and_goal_are_told_word_by_word():
    before = AreaPlan("d5", needs="Jag går själv.", goal="Jag går ut.")
    (area,) = what_is_new(plan_of(replace(before, goal="Jag går hem.")), plan_of(before)).areas
    assert (area.kind, area.label) == (ChangeKind.CHANGED, "Personlig vård")
    (part,) = area.parts
    assert part.part == "goal"
    assert [(piece.kind, piece.text) for piece in part.pieces] == [
        (PieceKind.SAME, "Jag går "),
        (PieceKind.REMOVED, "ut"),
        (PieceKind.ADDED, "hem"),
        (PieceKind.SAME, "."),
    ]


def test_added_and_left_areas_are_told_whole(follow_up, former):
    *kept, _trust = follow_up.plan.areas
    new = AreaPlan("d1", needs="Jag vill lära mig läsplattan.", activities=(MEAL,))
    news = what_is_new(replace(follow_up.plan, areas=(new, *kept)), former.plan)
    assert [(area.label, area.kind) for area in news.areas] == [
        ("Lärande och att tillämpa kunskap", ChangeKind.ADDED),
        ("Känsla av trygghet", ChangeKind.REMOVED),
    ]
    added, removed = news.areas
    assert [part.part for part in added.parts] == ["needs"]
    assert [one.kind for one in added.activities] == [ChangeKind.ADDED]
    pieces = [piece for part in removed.parts for piece in part.pieces]
    assert {piece.kind for piece in pieces} == {PieceKind.REMOVED}
    assert [one.kind for one in removed.activities] == [ChangeKind.REMOVED]


def test_an_added_area_is_a_change_before_anything_is_written_in_it():
    news = what_is_new(plan_of(AreaPlan("d5"), AreaPlan("d6")), plan_of(AreaPlan("d5")))
    assert [area.code for area in news.areas] == ["d6"]
    assert not news.is_same


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"how": "Stående."}, "how"),
        ({"who": "Eva."}, "who"),
        ({"day_parts": (DayPart.MORNING, DayPart.EVENING)}, "day_parts"),
        ({"when": "Fredag"}, "when"),
        ({"sub_goal": "Själv."}, "sub_goal"),
        ({"what": "Duschen"}, "what"),
        ({"what": "Dusch och hårtvätt", "when": "Fredag"}, "what"),
        ({"what": "Hjälp i badrummet"}, "what"),
    ],
)
def test_a_changed_activity_is_still_the_same_one(change, part):
    area = changed_area([SHOWER, WALK], [replace(SHOWER, **change), WALK])
    (activity,) = area.activities
    assert activity.kind is ChangeKind.CHANGED
    assert part in [one.part for one in activity.parts]


def test_day_parts_are_told_in_words_whatever_order_they_were_chosen_in():
    both = replace(SHOWER, day_parts=(DayPart.EVENING, DayPart.MORNING))
    area = changed_area([SHOWER], [both])
    assert "".join(piece.text for piece in area.activities[0].parts[0].pieces) == "Morgon, Kväll"
    turned = replace(both, day_parts=both.day_parts[::-1])
    one, other = (plan_of(AreaPlan("d5", activities=(a,))) for a in (both, turned))
    assert what_is_new(one, other).is_same


def test_a_new_and_a_left_activity_are_told_whole():
    area = changed_area([SHOWER, WALK], [SHOWER, replace(MEAL, sub_goal="")])
    parts = ["what", "how", "who", "day_parts", "when"]
    assert told(area) == [
        (ChangeKind.ADDED, "Middag", parts),
        (ChangeKind.REMOVED, "Promenad", parts),
    ]
    assert not area.reordered


def test_another_order_of_the_same_activities_is_told_as_such():
    area = changed_area([SHOWER, WALK, MEAL], [MEAL, SHOWER, WALK])
    assert area.reordered
    assert area.activities == ()


def test_a_moved_and_changed_activity_is_found_again():
    area = changed_area([SHOWER, WALK], [replace(WALK, when="Måndag"), SHOWER])
    assert area.reordered
    assert told(area) == [(ChangeKind.CHANGED, "Promenad", ["when"])]


def test_of_two_with_one_name_the_more_alike_is_the_same_one():
    at_night = Activity("Tillsyn", "Lyssna vid dörren.", "Natten.", (DayPart.NIGHT,), "Kl. 1")
    at_noon = Activity("Tillsyn", "Ring på först.", "Dagen.", (DayPart.NOON,), "Kl. 12")
    area = changed_area([at_night, at_noon], [replace(at_noon, sub_goal="Lugn."), at_night])
    assert told(area) == [(ChangeKind.CHANGED, "Tillsyn", ["sub_goal"])]


def test_an_empty_row_says_nothing():
    rows = (SHOWER, Activity(), Activity(" "))
    one, other = (plan_of(AreaPlan("d5", activities=a)) for a in (rows, (SHOWER,)))
    assert what_is_new(one, other).is_same


def test_name_and_next_follow_up_are_told_but_decide_nothing():
    former = plan_of(follow_up=FollowUp(date(2026, 5, 4)))
    plan = plan_of(name="Genomförandeplan Hemvård natt", follow_up=FollowUp(date(2026, 11, 4)))
    news = what_is_new(plan, former)
    assert news.is_same
    assert [piece.kind for piece in news.name] == [PieceKind.SAME, PieceKind.ADDED]
    assert (news.former_follow_up_day, news.follow_up_day) == (date(2026, 5, 4), date(2026, 11, 4))
