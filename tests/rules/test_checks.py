"""Every rule of the manual: broken alone it is found, and put right it is gone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from gplan_desktop.domain.fields import value_at, with_value
from gplan_desktop.domain.person import SupportKind
from gplan_desktop.domain.plan import (
    AreaPlan,
    Contributor,
    GoalAttainment,
    Participation,
    PlanRecord,
    PlanStatus,
)
from gplan_desktop.method.model import Severity
from gplan_desktop.rules.checks import check
from gplan_desktop.rules.steps import steps

TODAY = date(2026, 11, 23)
LATEST = date(2027, 5, 23)
DAY = timedelta(days=1)
# The plan in force was established 192 days ago.
ESTABLISHED = TODAY - 192 * DAY
NIGHT = "Genomförandeplan Hemvård natt"

# Rule, field, and what stands there when a complete follow-up breaks the rule.
BROKEN = (
    ("participation-voice", "participation.voice", None),
    ("participation-how", "participation.how", " \n"),
    ("participation-how", "participation.how", "\u200b"),
    ("participation-not-ticked", "participation.ticked", False),
    ("previous-not-followed-up", "closing.followed_up_on", None),
    ("previous-followed-up-in-future", "closing.followed_up_on", TODAY + DAY),
    ("previous-followed-up-too-early", "closing.followed_up_on", ESTABLISHED - DAY),
    ("previous-participation-not-ticked", "closing.participated", False),
    ("name-not-approved", "name", "Genomförandeplan Dagverksamhet"),
    ("name-not-approved", "name", ""),
    ("name-changed", "name", NIGHT),
    ("contributors-none", "contributors", ()),
    ("contributor-name", "contributors.1.name", " "),
    ("contributor-role", "contributors.0.role", ""),
    ("contributor-unconfirmed", "contributors.2.confirmed", False),
    ("area-attainment", "area.d5.attainment", None),
    ("area-attainment-reason", "area.d5.attainment", GoalAttainment.PARTLY_MET),
    ("area-attainment-reason", "area.d6.attainment", GoalAttainment.FULLY_MET),
    ("area-result", "area.b1528A.result", ""),
    ("area-needs", "area.d9.needs", ""),
    ("area-goal", "area.d9.goal", "\t"),
    ("area-activities", "area.d4.activities", ()),
    ("activity-what", "area.d5.activities.1.what", ""),
    ("activity-how", "area.d5.activities.0.how", ""),
    ("activity-who", "area.d6.activities.3.who", ""),
    ("activity-day-parts", "area.d5.activities.0.day_parts", ()),
    ("area-next-missing", "area.d5.next_follow_up", None),
    ("area-next-late", "area.d5.next_follow_up", LATEST + DAY),
    ("follow-up-missing", "follow_up.day", None),
    ("follow-up-past", "follow_up.day", TODAY),
    ("follow-up-past", "follow_up.day", TODAY - DAY),
    ("follow-up-late", "follow_up.day", LATEST + DAY),
    ("text-blank", "participation.wishes", "Jag vill […vad]."),
    ("text-guarded", "participation.wishes", "Jag har epilepsi."),
    ("text-voice", "participation.wishes", "Karin vill ha kaffe först."),
    ("text-value-words", "participation.wishes", "Jag vägrar kaffe."),
)
# These are broken by what stands beside the plan, or together with another rule.
BROKEN_OTHERWISE = {
    "area-next-past",
    "area-not-assigned",
    "established-late",
    "follow-up-after-area",
    "name-in-force",
    "plan-not-needed",
    "previous-not-in-force",
}


def rules(plan, situation):
    return [finding.rule for finding in check(plan, situation)]


def test_complete_plans_have_no_findings(first, follow_up):
    assert check(first.plan, first.situation) == ()
    assert check(follow_up.plan, follow_up.situation) == ()


def test_every_rule_of_a_plan_is_tried_here(method):
    # Those of a person's record are tried in the tests of its own checks.
    of_records = ("visit-plan-", "tabs-", "important-", "journal-")
    of_plans = {rule for rule in method.rules if not rule.startswith(of_records)}
    assert {rule for rule, _, _ in BROKEN} | BROKEN_OTHERWISE == of_plans


@pytest.mark.parametrize(("rule", "field", "value"), BROKEN)
def test_a_broken_rule_is_found_alone_told_and_gone_when_put_right(
    follow_up, method, rule, field, value
):
    right = value_at(follow_up.plan, field)
    broken = with_value(follow_up.plan, field, value)
    (finding,) = check(broken, follow_up.situation)
    assert finding.rule == rule
    assert finding.field == (f"{field}_reason" if rule == "area-attainment-reason" else field)
    value_at(follow_up.plan, finding.field)  # KeyError for a place that is not there
    assert finding.step in {step.id for step in steps(follow_up.plan, method)}
    assert finding.severity is method.rules[rule].severity
    assert finding.text.endswith(".")
    assert "{" not in finding.text
    assert rules(with_value(broken, field, right), follow_up.situation) == []


def test_findings_come_in_the_order_of_the_pages(copied, empty_first, method):
    for case in (copied, empty_first):
        order = [step.id for step in steps(case.plan, method)]
        places = [order.index(finding.step) for finding in check(case.plan, case.situation)]
        assert places == sorted(places)


def test_nothing_that_is_copied_counts_as_done(copied):
    found = check(copied.plan, copied.situation)
    per_area = {"area-attainment", "area-result", "area-next-missing"}
    for area in copied.plan.areas:
        assert {f.rule for f in found if f.step == f"area.{area.code}"} == per_area
    unconfirmed = [f for f in found if f.rule == "contributor-unconfirmed"]
    assert len(unconfirmed) == len(copied.plan.contributors)
    assert {f.rule for f in found} - per_area - {"contributor-unconfirmed"} == {
        "participation-voice",
        "participation-how",
        "participation-not-ticked",
        "previous-not-followed-up",
        "previous-participation-not-ticked",
        "follow-up-missing",
    }


def test_a_first_plan_is_not_asked_what_only_a_follow_up_has(empty_first):
    found = set(rules(empty_first.plan, empty_first.situation))
    assert found == {
        "participation-voice",
        "participation-how",
        "participation-not-ticked",
        "contributors-none",
        "area-needs",
        "area-goal",
        "area-activities",
        "follow-up-missing",
    }


@pytest.mark.parametrize("kinds", [(SupportKind.ALARM,), (SupportKind.HEALTH_CARE,)])
def test_only_alarm_or_health_care_needs_no_plan(first, kinds):
    person = replace(first.situation.person, support_kinds=kinds)
    (finding,) = check(first.plan, replace(first.situation, person=person))
    assert (finding.rule, finding.field, finding.step) == ("plan-not-needed", *2 * ("general",))
    assert finding.blocks
    assert kinds[0].label in finding.text


@pytest.mark.parametrize("days", [0, 29, 30])
def test_a_first_plan_within_thirty_days_is_in_time(first, days):
    person = replace(first.situation.person, support_start=first.situation.today - days * DAY)
    assert check(first.plan, replace(first.situation, person=person)) == ()


def test_a_first_plan_after_thirty_days_asks_for_a_reason(first):
    today = first.situation.today
    person = replace(first.situation.person, support_start=today - 31 * DAY)
    (finding,) = check(first.plan, replace(first.situation, person=person))
    assert (finding.rule, finding.severity) == ("established-late", Severity.WARNING)
    assert finding.step == finding.field == "review"
    assert (today - DAY).isoformat() in finding.text
    assert "Dagar efter gränsen: 1." in finding.text


def test_a_follow_up_has_no_limit_from_the_start_of_support(follow_up):
    assert follow_up.situation.today - follow_up.situation.person.support_start > 30 * DAY
    assert "established-late" not in rules(follow_up.plan, follow_up.situation)


@pytest.mark.parametrize("day", [TODAY, ESTABLISHED, ESTABLISHED + DAY])
def test_the_earlier_plan_is_followed_up_between_its_own_day_and_today(follow_up, day):
    assert rules(follow_up.but(closing__followed_up_on=day), follow_up.situation) == []


def test_the_day_of_the_earlier_plan_is_the_day_in_sweden(follow_up):
    former = follow_up.situation.previous
    # An hour after midnight in Sweden, and still the day before by UTC.
    late = replace(former.establishment, at=datetime(2026, 7, 1, 23, 0, tzinfo=UTC))
    situation = replace(follow_up.situation, previous=replace(former, establishment=late))
    early = follow_up.but(closing__followed_up_on=date(2026, 7, 1))
    (finding,) = check(early, situation)
    assert finding.rule == "previous-followed-up-too-early"
    assert "2026-07-02" in finding.text
    assert rules(follow_up.but(closing__followed_up_on=date(2026, 7, 2)), situation) == []


def test_an_earlier_plan_without_a_day_of_its_own_sets_no_limit(follow_up):
    former = replace(follow_up.situation.previous, establishment=None)
    situation = replace(follow_up.situation, previous=former)
    assert rules(follow_up.but(closing__followed_up_on=date(2020, 1, 1)), situation) == []


def test_only_the_plan_in_force_is_followed_up(follow_up):
    former = replace(follow_up.situation.previous, status=PlanStatus.SUPERSEDED)
    situation = replace(follow_up.situation, previous=former)
    (finding,) = check(follow_up.plan, situation)
    assert (finding.rule, finding.step) == ("previous-not-in-force", "choose_plan")
    assert finding.blocks


def test_two_plans_in_force_never_share_a_name(follow_up, first):
    for case in (follow_up, first):
        situation = replace(case.situation, others=(PlanRecord(case.plan),))
        (finding,) = check(case.plan, situation)
        assert (finding.rule, finding.field) == ("name-in-force", "name")
        assert finding.blocks
        other = replace(case.situation, others=(PlanRecord(replace(case.plan, name=NIGHT)),))
        assert check(case.plan, other) == ()


def test_a_rule_that_is_not_valid_yet_finds_nothing(follow_up):
    plan, day = follow_up.but(name="Egen plan"), date(2026, 12, 1)
    method = follow_up.situation.method
    later = replace(method.rules["name-not-approved"], valid_from=day)
    changed = replace(method, rules={**method.rules, "name-not-approved": later})
    assert rules(plan, replace(follow_up.situation, method=changed)) == []
    assert rules(plan, follow_up.situation) == ["name-not-approved"]


def test_each_approved_name_is_right_for_a_first_plan(first, method):
    for name in method.plan_names:
        assert rules(first.but(name=name), first.situation) == []


@pytest.mark.parametrize("day", [TODAY + DAY, LATEST - DAY, LATEST])
def test_the_next_follow_up_lies_ahead_within_the_limit(follow_up, day):
    assert rules(follow_up.but(follow_up__day=day), follow_up.situation) == []


@pytest.mark.parametrize(
    ("today", "latest"),
    [
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2026, 3, 31), date(2026, 9, 30)),
    ],
)
def test_the_limit_is_six_calendar_months_clipped_to_the_last_day(follow_up, today, latest):
    situation = replace(follow_up.situation, today=today)
    assert situation.latest_follow_up == latest
    plan = follow_up.plan
    for area in plan.areas:
        plan = with_value(plan, f"area.{area.code}.next_follow_up", latest)
    allowed = with_value(plan, "follow_up.day", latest)
    late = with_value(plan, "follow_up.day", latest + DAY)
    assert "follow-up-late" not in rules(allowed, situation)
    assert "follow-up-late" in rules(late, situation)


def test_the_plans_date_is_not_after_the_earliest_of_the_areas(follow_up):
    earlier = follow_up.but(area__d5__next_follow_up=LATEST - 10 * DAY)
    (finding,) = check(earlier, follow_up.situation)
    assert (finding.rule, finding.field) == ("follow-up-after-area", "follow_up.day")
    assert "Personlig vård" in finding.text
    assert (LATEST - 10 * DAY).isoformat() in finding.text
    same = with_value(earlier, "follow_up.day", LATEST - 10 * DAY)
    assert rules(same, follow_up.situation) == []


def test_one_contributor_has_one_finding_at_a_time(follow_up):
    nobody = follow_up.but(contributors=(Contributor(),))
    assert rules(nobody, follow_up.situation) == ["contributor-name"]
    nameless_role = follow_up.but(contributors=(Contributor("Karin"),))
    assert rules(nameless_role, follow_up.situation) == ["contributor-role"]


def test_an_empty_participation_has_three_findings(follow_up):
    empty = follow_up.but(participation=Participation())
    assert rules(empty, follow_up.situation) == [
        "participation-voice",
        "participation-how",
        "participation-not-ticked",
    ]


def test_braces_in_what_was_written_stay_as_they_are(follow_up):
    broken = follow_up.but(
        area__d5__activities__0__what="{0} {activity}", area__d5__activities__0__how=""
    )
    (finding,) = check(broken, follow_up.situation)
    assert "{0} {activity}" in finding.text


def test_an_area_beside_the_assignment_is_a_hint_only(follow_up):
    plan = replace(follow_up.plan, areas=(*follow_up.plan.areas, AreaPlan("e398A")))
    hints = [f for f in check(plan, follow_up.situation) if f.rule == "area-not-assigned"]
    assert [(f.field, f.blocks) for f in hints] == [("area.e398A.needs", False)]
