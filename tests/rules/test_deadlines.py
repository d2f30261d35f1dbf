"""Deadlines in words; the due day itself is not overdue."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from gplan_desktop.domain.overview import PersonSummary, PlanSummary
from gplan_desktop.domain.person import SupportKind
from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.rules.deadlines import (
    Urgency,
    counted,
    days_in_words,
    deadline,
    follow_up_deadline,
    propose_follow_up,
    visit_plan_ends,
)

TODAY = date(2026, 11, 23)
LATEST = date(2027, 5, 23)
MOMENT = datetime(2026, 6, 1, 12, tzinfo=UTC)
KARIN = PersonSummary(
    id="karin",
    name="Karin Öberg",
    number="19410331-••••",
    unit="Norrgården",
    provider="Hemvården",
    external=False,
    protected=False,
    support_start=TODAY,
    support_kinds=(SupportKind.HOME_CARE,),
    needs_plan=True,
)


def due(day: date | None, name: str = "Genomförandeplan Hemvård") -> PlanSummary:
    status = PlanStatus.ESTABLISHED
    return PlanSummary(f"plan-{day}", "karin", name, status, 1, MOMENT, next_follow_up=day)


def after(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "words", "urgency"),
    [
        (-365, "Försenad 365 dagar", Urgency.OVERDUE),
        (-12, "Försenad 12 dagar", Urgency.OVERDUE),
        (-1, "Försenad 1 dag", Urgency.OVERDUE),
        (0, "I dag", Urgency.SOON),
        (1, "I morgon", Urgency.SOON),
        (2, "Om 2 dagar", Urgency.SOON),
        (30, "Om 30 dagar", Urgency.SOON),
        (31, "Om 31 dagar", Urgency.LATER),
    ],
)
def test_a_follow_up_is_told_in_words(method, days, words, urgency):
    told = follow_up_deadline(due(after(days)), method.limits, TODAY)
    assert (told.day, told.text, told.urgency) == (after(days), words, urgency)
    assert days_in_words(after(days), TODAY) == words


def test_a_plan_without_a_date_has_no_deadline(method):
    told = follow_up_deadline(due(None), method.limits, TODAY)
    assert (told.day, told.urgency, told.text) == (None, Urgency.NONE, "")


@pytest.mark.parametrize(
    ("start", "words", "urgency"),
    [
        (-42, "Ingen plan – försenad 12 dagar", Urgency.OVERDUE),
        (-31, "Ingen plan – försenad 1 dag", Urgency.OVERDUE),
        (-30, "Ingen plan – senast 23 nov", Urgency.SOON),
        (-9, "Ingen plan – senast 14 dec", Urgency.SOON),
        (0, "Ingen plan – senast 23 dec", Urgency.SOON),
        (1, "Ingen plan – senast 24 dec", Urgency.LATER),
        (20, "Ingen plan – senast 12 jan 2027", Urgency.LATER),
    ],
)
def test_a_first_plan_is_due_thirty_days_after_the_start_of_support(method, start, words, urgency):
    told = deadline(replace(KARIN, support_start=after(start)), method.limits, TODAY)
    assert (told.text, told.urgency, told.day) == (words, urgency, after(start + 30))


def test_who_needs_no_plan_has_no_deadline(method):
    told = deadline(replace(KARIN, needs_plan=False), method.limits, TODAY)
    assert (told.day, told.urgency, told.text) == (None, Urgency.NONE, "Ingen plan ska upprättas")


def test_nothing_is_due_when_the_support_has_ended(method):
    person = replace(KARIN, current=(due(after(-3)),), support_end=TODAY)
    told = deadline(person, method.limits, TODAY)
    words = f"Stödet avslutades {TODAY.isoformat()}"
    assert (told.day, told.urgency, told.text) == (None, Urgency.NONE, words)


def test_of_several_plans_in_force_the_first_due_is_told(method):
    plans = (due(after(40)), due(None, "Genomförandeplan service"), due(after(-3), "natt"))
    told = deadline(replace(KARIN, current=plans), method.limits, TODAY)
    assert told.text == "Försenad 3 dagar"


def test_a_plan_in_force_is_followed_up_even_if_none_would_be_made_now(method):
    person = replace(KARIN, needs_plan=False, current=(due(after(2)),))
    assert deadline(person, method.limits, TODAY).text == "Om 2 dagar"


@pytest.mark.parametrize(("days", "words"), [(0, "0 dagar"), (1, "1 dag"), (2, "2 dagar")])
def test_one_day_is_counted_in_the_singular(days, words):
    assert counted(days) == words


def test_the_earliest_date_of_the_areas_is_proposed(follow_up):
    plan = follow_up.but(area__d6__next_follow_up=after(60))
    proposal = propose_follow_up(plan, follow_up.situation)
    assert (proposal.day, proposal.reason) == (after(60), "Först av datumen: Hemliv.")


def test_without_dates_the_last_weekday_within_the_limit_is_proposed(copied):
    proposal = propose_follow_up(copied.plan, copied.situation)
    # 23 May 2027 is a Sunday.
    assert proposal.day == date(2027, 5, 21)
    assert proposal.reason == "Senaste vardagen inom 6 månader från i dag."


def test_a_date_beyond_the_limit_is_not_proposed(copied):
    plan = copied.but(area__d6__next_follow_up=LATEST + timedelta(days=1))
    assert propose_follow_up(plan, copied.situation).day == date(2027, 5, 21)
    on_the_limit = copied.but(area__d6__next_follow_up=LATEST)
    assert propose_follow_up(on_the_limit, copied.situation).day == LATEST


@pytest.mark.parametrize(
    ("changes", "last"),
    [
        ({}, date(2027, 1, 4)),
        ({"eves_are_weekdays": True}, date(2026, 12, 30)),
        ({"visit_plan_weekdays": 3}, date(2026, 12, 29)),
    ],
)
def test_a_temporary_visit_plan_ends_after_the_weekdays_of_the_method(method, changes, last):
    limits = replace(method.limits, **changes)
    assert visit_plan_ends(date(2026, 12, 22), limits) == last
