"""A visit plan is checked before it is used: the manual's words, days and what may not be there."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gplan_desktop.domain.fields import with_value
from gplan_desktop.domain.plan import AcceptedWarning
from gplan_desktop.domain.tabs import Secret
from gplan_desktop.domain.visit_plan import (
    Arrival,
    Coverage,
    HealthCare,
    Home,
    SingleVisit,
    StaffWish,
    VisitPlan,
    Wish,
)
from gplan_desktop.method.model import Severity
from gplan_desktop.rules.visit_plan_checks import check_visit_plan, visit_plan_texts

MONDAY = date(2026, 10, 5)
THE_NEXT_MONDAY = date(2026, 10, 12)

PLAN = VisitPlan(
    "b1",
    "karin",
    "Alla besök",
    arrival=Arrival(Coverage.PARTLY, "hallen", bring_key=True, name_on_door="Lindqvist"),
    home=Home(
        others_live_here=True,
        others="Maken Sten, hör illa",
        animals="En katt",
        sensitive_to="Starka dofter och pälsdjur",
        medicine_cabinet_code=Secret("2468"),
    ),
    wish=Wish(StaffWish.FEMALE, "Dusch"),
    health_care=HealthCare(("Diabetes", "Förflyttning"), True, True, True),
    single_visits=(SingleVisit("Följ med på läkarbesök", THE_NEXT_MONDAY),),
    other="Ta av skorna i hallen.",
)


def found(plan, method, today=MONDAY):
    return {(f.rule, f.field): f for f in check_visit_plan(plan, method, today)}


def test_a_visit_plan_as_the_manual_wants_it_has_nothing_to_put_right(method):
    assert not found(PLAN, method)


@pytest.mark.parametrize(
    ("field", "value", "rule", "where"),
    [
        ("temporary", True, "visit-plan-day", "written_on"),
        ("arrival.place", " ", "visit-plan-place", "arrival.place"),
        ("home.others_live_here", None, "visit-plan-others", "home.others_live_here"),
        ("home.animals", "Djur finns", "visit-plan-animals", "home.animals"),
        ("wish.situations", "", "visit-plan-situations", "wish.situations"),
        (
            "health_care.care_plans",
            ("Förflyttning", ""),
            "visit-plan-care-plan",
            "health_care.care_plans",
        ),
        ("single_visits.0.text", "", "visit-plan-visit-text", "single_visits.0.text"),
        ("single_visits.0.day", None, "visit-plan-visit-day", "single_visits.0.day"),
    ],
)
def test_what_must_be_told_is_asked_for_at_its_field(method, field, value, rule, where):
    (one,) = found(with_value(PLAN, field, value), method).values()
    assert (one.rule, one.field, one.blocks) == (rule, f"visit_plan.{where}", True)


@pytest.mark.parametrize("animals", ["", "En hund", "Katten Sotis", "Ja, två hundar"])
def test_the_kind_of_animal_is_not_asked_for_when_told_or_when_there_are_none(method, animals):
    assert not found(with_value(PLAN, "home.animals", animals), method)


def test_a_place_is_only_asked_for_where_coverage_is_partly_missing(method):
    assert not found(replace(PLAN, arrival=Arrival(Coverage.MISSING)), method)


def test_a_temporary_one_is_overdue_the_day_after_the_fifth_weekday(method):
    plan = replace(PLAN, temporary=True, written_on=MONDAY, single_visits=())
    assert not found(plan, method, THE_NEXT_MONDAY)
    (late,) = found(plan, method, THE_NEXT_MONDAY + timedelta(days=1)).values()
    assert (late.rule, late.severity) == ("visit-plan-overdue", Severity.WARNING)
    assert "2026-10-12" in late.text


def test_a_visit_that_has_been_is_to_be_taken_away(method):
    late = found(PLAN, method, THE_NEXT_MONDAY + timedelta(days=1))
    (one,) = late.values()
    assert (one.rule, one.severity) == ("visit-plan-visit-past", Severity.HINT)


@pytest.mark.parametrize("field", [field for field, _ in visit_plan_texts(PLAN)])
def test_every_free_text_is_read_by_the_guard(method, field):
    place, text = field.removeprefix("visit_plan."), "Har epilepsi. 0-HLR."
    value = (f"Lyft, {text}",) if place == "health_care.care_plans" else text
    one = found(with_value(PLAN, place, value), method)["visit-plan-guarded", field]
    assert one.blocks
    assert one.about.count(", ") == 1
    assert "patientjournalen" in one.text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Palliativ vård", "patientjournalen"),
        ("MRSA", "patientjournalen"),
        ("Portkod 4512", "Besöksinfo"),
        ("Nyckel nummer 214", "Nyckelnummer"),
        ("Koden till ICA-kortet är 4512", "Viktigt att veta"),
    ],
)
def test_what_belongs_elsewhere_is_told_where(method, text, place):
    one = found(replace(PLAN, other=text), method)["visit-plan-guarded", "visit_plan.other"]
    assert place in one.text


@pytest.mark.parametrize("text", [*PLAN.health_care.sentences, "Covid-19, munskydd vid besök"])
def test_what_the_manual_permits_passes(method, text):
    assert not found(replace(PLAN, other=text), method)


def test_the_code_of_the_cabinet_belongs_in_its_own_field(method):
    one = found(replace(PLAN, other="Koden till medicinskåpet är 2468"), method)
    assert [(f.rule, f.severity) for f in one.values()] == [
        ("visit-plan-code-open", Severity.WARNING)
    ]
    assert "2468" not in repr(one)


def test_a_reason_changes_nothing_of_what_is_found(method):
    plan = replace(PLAN, other="Har epilepsi.")
    (one,) = found(plan, method).values()
    kept = AcceptedWarning(one.rule, one.field, "Beslutat med sjuksköterskan.", one.about)
    assert found(replace(plan, accepted=(kept,)), method) == found(plan, method)


def test_a_rule_that_is_not_valid_yet_finds_nothing(method):
    assert not found(VisitPlan("b2", "karin"), method, date(2024, 12, 31))


def test_the_texts_hold_every_written_place_once_and_no_code(method):
    texts = dict(visit_plan_texts(PLAN))
    assert len(texts) == len(tuple(visit_plan_texts(PLAN))) == 10
    assert "2468" not in "".join(texts.values())
    assert all(method.field(field) for field in texts)
