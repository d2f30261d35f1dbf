"""Whether a person shall have a plan, and the days there are."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gplan_desktop.domain.person import SupportKind
from gplan_desktop.domain.plan import FollowUp, PlanRecord, PlanStatus
from gplan_desktop.rules.need import (
    DaySpan,
    need_reference,
    plan_days,
    plan_need,
    what_follows,
)

HOME, NIGHT, SERVICE = SupportKind.HOME_CARE, SupportKind.NIGHT, SupportKind.SERVICE
ESCORT, ALARM, HEALTH = SupportKind.ESCORT, SupportKind.ALARM, SupportKind.HEALTH_CARE
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("kinds", "is_needed", "reason"),
    [
        ((), False, "Inget stöd är angivet."),
        ((ALARM,), False, "Stödet är endast trygghetslarm."),
        ((HEALTH,), False, "Stödet är endast HSL-åtgärder."),
        ((ALARM, HEALTH), False, "Stödet är endast trygghetslarm och HSL-åtgärder."),
        (
            (ESCORT,),
            True,
            "Stödet är endast ledsagning. Observera att en plan ska upprättas då.",
        ),
        ((HOME,), True, "Hemvård är stöd enligt socialtjänstlagen."),
        (
            (HOME, NIGHT, SERVICE),
            True,
            "Hemvård, hemvård natt och service är stöd enligt socialtjänstlagen.",
        ),
        (
            (ALARM, ESCORT),
            True,
            (
                "Ledsagning är stöd enligt socialtjänstlagen. "
                "Att individen också har trygghetslarm ändrar inget."
            ),
        ),
        (
            (HOME, ALARM, HEALTH),
            True,
            (
                "Hemvård är stöd enligt socialtjänstlagen. "
                "Att individen också har trygghetslarm och HSL-åtgärder ändrar inget."
            ),
        ),
    ],
)
def test_the_support_decides_whether_a_plan_shall_be_made(karin, kinds, is_needed, reason):
    need = plan_need(replace(karin.person, support_kinds=kinds))
    assert (need.is_needed, need.reason) == (is_needed, reason)


def test_the_answer_names_its_rule(copied):
    assert need_reference(copied.situation) == "Regel 1, manualen s. 3"


@pytest.mark.parametrize(
    ("left", "words", "is_overdue"),
    [
        (-12, "Försenad 12 dagar", True),
        (-1, "Försenad 1 dag", True),
        (0, "I dag är sista dagen", False),
        (1, "1 dag kvar", False),
        (30, "30 dagar kvar", False),
    ],
)
def test_what_is_left_is_told_in_words(left, words, is_overdue):
    limit = TODAY + timedelta(days=left)
    span = DaySpan(limit - timedelta(days=30), limit, TODAY, "Stödet började", "Senast")
    assert (span.length, span.left) == (30, left)
    assert (span.words, span.is_overdue) == (words, is_overdue)


def test_a_first_plan_has_the_methods_days_from_the_start_of_support(empty_first):
    span = plan_days(PlanRecord(empty_first.plan), empty_first.situation)
    start = empty_first.situation.person.support_start
    assert (span.start, span.limit) == (start, start + timedelta(days=30))
    assert (span.left, span.began, span.ends) == (29, "Stödet började", "Upprättas senast")


def test_a_follow_up_has_the_days_until_the_day_that_the_former_plan_set(copied, former):
    span = plan_days(PlanRecord(copied.plan), copied.situation)
    assert (span.start, span.limit) == (date(2026, 5, 15), former.plan.follow_up.day)
    assert (span.words, span.ends) == ("Försenad 12 dagar", "Följs upp senast")


def test_without_a_set_day_a_plan_has_the_methods_months(copied, former):
    undated = replace(former, plan=replace(former.plan, follow_up=FollowUp()))
    situation = replace(copied.situation, previous=undated)
    assert plan_days(PlanRecord(copied.plan), situation).limit == date(2026, 11, 15)


def test_a_plan_in_force_has_the_days_until_its_own_follow_up(copied, former):
    span = plan_days(former, replace(copied.situation, previous=None))
    assert (span.start, span.limit) == (date(2026, 5, 15), former.plan.follow_up.day)


def test_a_correction_has_the_days_of_the_plan_that_it_corrects(empty_first, former):
    late = replace(empty_first.situation, today=date(2027, 1, 1), corrected=former)
    span = plan_days(PlanRecord(empty_first.plan), late)
    assert (span.start, span.limit) == (date(2026, 5, 15), former.plan.follow_up.day)


@pytest.mark.parametrize("status", [PlanStatus.SUPERSEDED, PlanStatus.ANNULLED])
def test_a_plan_that_another_has_taken_over_from_has_no_days(copied, former, status):
    assert plan_days(replace(former, status=status), copied.situation) is None


def test_who_shall_have_no_plan_has_no_days_to_make_it(empty_first):
    person = replace(empty_first.situation.person, support_kinds=(ALARM,))
    situation = replace(empty_first.situation, person=person)
    assert plan_days(PlanRecord(empty_first.plan), situation) is None


def test_what_follows_is_told_for_every_plan(empty_first, copied, former):
    first, follow_up = PlanRecord(empty_first.plan), PlanRecord(copied.plan)
    late = replace(empty_first.situation, today=date(2027, 1, 1))
    alarm = replace(empty_first.situation.person, support_kinds=(ALARM,))
    told = {
        "first": what_follows(first, empty_first.situation),
        "late": what_follows(first, late),
        "not needed": what_follows(first, replace(empty_first.situation, person=alarm)),
        "follow-up": what_follows(follow_up, copied.situation),
        "correction": what_follows(first, replace(late, corrected=former)),
        "in force": what_follows(former, copied.situation),
        "superseded": what_follows(replace(former, status=PlanStatus.SUPERSEDED), copied.situation),
    }
    beginnings = {key: " ".join(text.split()[:5]) for key, text in told.items()}
    assert beginnings == {
        "first": "Upprätta planen när du och",
        "late": "Planen kan upprättas ändå. Du",
        "not needed": "",
        "follow-up": "När den här planen upprättas",
        "correction": "När den rättade planen upprättas",
        "in force": "Planen gäller och är skrivskyddad.",
        "superseded": "Planen är ersatt och gäller",
    }
    assert "inom 6 månader" in told["follow-up"]
