"""The transfer sheet: what is copied into Treserva, in which order, and what is left."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from gplan_desktop.domain.fields import with_value
from gplan_desktop.domain.plan import Activity, Contributor, DayPart, GoalAttainment
from gplan_desktop.domain.transfer import TransferItem, Transferred
from gplan_desktop.rules.transfer import Manner, Progress, advice, manner, plan_items

AT = datetime(2026, 11, 23, 10, tzinfo=UTC)
A, B, C = (
    TransferItem("name", "Namn", "Ett", "Första"),
    TransferItem("participation.how", "Hur", "Två", "Första"),
    TransferItem("follow_up.day", "Dag", "2027-05-20", "Sista"),
)


def by_field(plan, method):
    return {item.field: item for item in plan_items(plan, method)}


def ticks(*items):
    return {item.field: Transferred(item.field, item.digest, AT, "Eva Lind") for item in items}


def test_the_order_is_that_of_the_manuals_pages(follow_up, method):
    groups = list(dict.fromkeys(item.group for item in plan_items(follow_up.plan, method)))
    areas = [area.label for area in follow_up.plan.areas]
    before = ["Delaktighet", "Avsluta den tidigare planen", "Namnge planen", "Medverkande"]
    assert groups == [*before, *areas, "Planering av uppföljning"]


def test_a_life_area_is_valued_before_it_is_written_and_its_day_stands_by_the_result(
    follow_up, method
):
    area = follow_up.plan.areas[0]
    plan = follow_up.but(**{f"area__{area.code}__attainment_reason": "Vi såg det."})
    own = [f for f in by_field(plan, method) if f.startswith(f"area.{area.code}.")]
    assert [field.split(".", 2)[2] for field in own] == [
        "attainment",
        "attainment_reason",
        "result",
        "next_follow_up",
        "needs",
        "goal",
        *(f"activities.{number}" for number in range(len(area.activities))),
    ]


def test_a_first_plan_has_nothing_to_close_and_its_days_stand_last(first, method):
    found = list(by_field(first.plan, method))
    assert not [field for field in found if field.startswith("closing")]
    assert not [field for field in found if field.endswith(("attainment", "result"))]
    code = first.plan.areas[0].code
    plan = with_value(first.plan, f"area.{code}.next_follow_up", date(2027, 5, 20))
    own = [item for item in plan_items(plan, method) if item.field.startswith(f"area.{code}.")]
    assert own[-1].text == "Nästa uppföljning: 2027-05-20"


def test_what_is_blank_is_left_out(copied, method):
    plan = copied.but(participation__wishes=" \n", name="  Namnet ")
    found = by_field(plan, method)
    assert "participation.wishes" not in found
    assert "participation.ticked" not in found
    assert "closing.followed_up_on" not in found
    assert "contributors" not in found
    assert found["name"].text == "Namnet"
    assert all(item.text for item in found.values())


def test_only_those_who_took_part_this_time_are_named(copied, method):
    there = (Contributor("Karin", "Individen", True), Contributor("Eva", "Kontaktman", False))
    plan = copied.but(contributors=(*there, Contributor(" Bo ", "", True)))
    assert by_field(plan, method)["contributors"].text == "Karin, Individen\nBo"


@pytest.mark.parametrize(
    ("activity", "text"),
    [
        (
            Activity(
                "Dusch",
                "På pallen.\nVarmt vatten.",
                "Personalen",
                (DayPart.EVENING, DayPart.MORNING),
                "tisdag kl. 9",
                "Själv på sikt",
            ),
            (
                "Vad: Dusch\nNär: Morgon, kväll, tisdag kl. 9\nHur: På pallen.\nVarmt vatten.\n"
                "Av vem: Personalen\nDelmål: Själv på sikt"
            ),
        ),
        (Activity("Handla", when=" på fredagar "), "Vad: Handla\nNär: På fredagar"),
    ],
)
def test_an_activity_is_one_text(copied, method, activity, text):
    code = copied.plan.areas[0].code
    plan = copied.but(**{f"area__{code}__activities": (activity,)})
    item = by_field(plan, method)[f"area.{code}.activities.0"]
    assert (item.label, item.text) == ("Aktiviteter", text)


def test_activities_are_told_apart_by_their_number(copied, method):
    code = copied.plan.areas[0].code
    blank, told = Activity(), Activity("Dusch")
    plan = copied.but(**{f"area__{code}__activities": (told, blank, told)})
    found = [item for item in plan_items(plan, method) if f".{code}.activities" in item.field]
    assert [item.label for item in found] == ["Aktiviteter, 1 av 3", "Aktiviteter, 3 av 3"]


def test_labels_are_those_of_the_fields(follow_up, method):
    found = by_field(follow_up.plan, method)
    code = follow_up.plan.areas[0].code
    assert found[f"area.{code}.result"].label == "Resultat av uppföljning"
    assert found["participation.how"].label == "Hur har individen varit delaktig?"


def test_boxes_are_ticked_choices_are_made_and_the_rest_is_pasted(follow_up, method):
    found = by_field(follow_up.plan, method)
    code = follow_up.plan.areas[0].code
    not_pasted = {f: manner(i) for f, i in found.items() if manner(i) is not Manner.PASTED}
    assert not_pasted == {
        "participation.ticked": Manner.TICKED,
        "closing.participated": Manner.TICKED,
        **{f"area.{area.code}.attainment": Manner.CHOSEN for area in follow_up.plan.areas},
    }
    assert found[f"area.{code}.attainment"].text == GoalAttainment.REMAINS.label


def test_what_is_done_in_the_former_plan_is_said_with_its_day(follow_up, former, method):
    found = by_field(follow_up.plan, method)
    day = former.establishment.at.date().isoformat()
    for field in ("closing.followed_up_on", "closing.participated"):
        assert f"i den tidigare planen, upprättad {day}." in advice(found[field], former)
    assert advice(found["closing.participated"], None).startswith("Görs i den tidigare planen. ")
    assert advice(found["participation.how"], former) == ""


@pytest.mark.parametrize(
    ("done", "after", "in_turn"),
    [
        ((), "", A),
        ((A,), "", B),
        ((A,), "participation.how", C),
        ((A, C), "follow_up.day", B),
        ((B,), "gone", A),
        ((A, B, C), "name", None),
    ],
)
def test_the_next_is_the_first_that_is_left_and_none_is_forgotten(done, after, in_turn):
    assert Progress((A, B, C), ticks(*done)).next_after(after) == in_turn


def test_a_tick_for_another_text_does_not_count_and_is_told():
    progress = Progress((replace(A, text="Annat"), B, C), ticks(A, B))
    changed = progress.items[0]
    assert (progress.is_done(changed), progress.is_changed(changed)) == (False, True)
    assert (progress.is_done(B), progress.is_changed(B)) == (True, False)
    assert (progress.is_done(C), progress.is_changed(C)) == (False, False)
    assert progress.done == 1
    assert progress.next_after() == changed


def test_pages_are_counted():
    progress = Progress((A, B, C), ticks(A, C))
    assert [(g.title, g.done, len(g.fields), g.is_done) for g in progress.groups] == [
        ("Första", 1, 2, False),
        ("Sista", 1, 1, True),
    ]
    assert not progress.is_finished
    assert Progress((A, B, C), ticks(A, B, C)).is_finished
