"""The invented persons: always as told, whatever day it is, and models of good plans."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from importlib.resources import files

import pytest

from gplan_desktop.domain.identifiers import IdentifierKind, parse
from gplan_desktop.domain.life_areas import life_area
from gplan_desktop.domain.person import SupportKind
from gplan_desktop.domain.plan import Establishment, Plan, PlanRecord, PlanStatus, Voice
from gplan_desktop.domain.text import clean
from gplan_desktop.examples import FILES, Example, examples
from gplan_desktop.method.model import Method
from gplan_desktop.rules.checks import check
from gplan_desktop.rules.finding import Finding
from gplan_desktop.rules.situation import Situation
from gplan_desktop.rules.tabs_checks import check_tabs
from gplan_desktop.rules.visit_plan_checks import check_visit_plan

# A day on which it is winter, the last of a long month, a leap day and the day before March.
DAYS = (date(2026, 11, 23), date(2027, 8, 31), date(2028, 2, 29), date(2027, 3, 1))
OFFICIAL_TEST_NUMBERS = {
    *("19310401-9140", "19410331-9036", "19440122-9085", "19350223-4796", "19250909-9269"),
    *("19430328-2398", "19490810-2363", "19271101-9097", "19490791-2382", "19451102-7080"),
}
NOT_IN_PLANS = re.compile(
    r"\b(HLR|palliativ\w*|MRSA|hepatit|syrgas|diagnos\w*|demens\w*|stroke|diabetes|insulin|"
    r"läkemed\w*|medicin\w*|tablett\w*|kunden\w*|brukare\w*|vägra\w*|portkod)\b",
    re.IGNORECASE,
)


@pytest.fixture
def people(today: date) -> dict[str, Example]:
    return {example.person.id: example for example in examples(today)}


def findings(example: Example, method: Method) -> Iterator[tuple[Plan, Finding]]:
    """Check every established plan as on the day when it was established."""
    records: dict[str, PlanRecord] = {}
    for made in example.established:
        previous = records.get(made.plan.previous_id or "")
        situation = situation_of(example, made.plan, previous, method, made.day)
        yield from ((made.plan, finding) for finding in check(made.plan, situation))
        moment = Establishment(datetime.combine(made.day, time(10)), made.by, "2026.1", "")
        records[made.plan.id] = PlanRecord(made.plan, PlanStatus.ESTABLISHED, 1, moment)


def situation_of(
    example: Example, plan: Plan, previous: PlanRecord | None, method: Method, day: date
) -> Situation:
    assignment = next(a for a in example.assignments if a.id == plan.assignment_id)
    return Situation(example.person, assignment, previous, method, day)


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from texts(entry)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from texts(getattr(value, name))


def test_every_file_is_one_person() -> None:
    kept = {entry.name for entry in files("resources").joinpath("examples").iterdir()}
    assert kept == set(FILES)
    assert len(examples(DAYS[0])) == len(FILES) == 10


@pytest.mark.parametrize("day", DAYS)
def test_established_plans_are_right_by_every_rule(method: Method, day: date) -> None:
    found = [
        (plan.id, finding.rule, finding.field)
        for example in examples(day)
        for plan, finding in findings(example, method)
    ]
    assert found == []


def test_dates_move_with_the_day(today: date) -> None:
    later = today + timedelta(days=100)
    for now, then in zip(examples(today), examples(later), strict=True):
        assert then.person.support_start - now.person.support_start == timedelta(days=100)
        for before, after in zip(now.established, then.established, strict=True):
            assert after.day - before.day == timedelta(days=100)
            first, second = before.plan.follow_up.day, after.plan.follow_up.day
            assert first
            assert second
            assert second - first == timedelta(days=100)


def test_numbers_are_official_test_numbers(people: dict[str, Example], today: date) -> None:
    numbers = {str(example.person.personal_id) for example in people.values()}
    assert numbers == OFFICIAL_TEST_NUMBERS
    assert all(str(parse(number, today)) == number for number in numbers)


def test_phone_numbers_are_kept_for_invented_persons(people: dict[str, Example]) -> None:
    for example in people.values():
        assert re.fullmatch(r"(070-174 06 \d\d)?", example.person.phone)


@pytest.mark.parametrize(("person", "days"), [("svenerik", 12), ("karin", -12)])
def test_one_is_due_soon_and_one_is_overdue(
    people: dict[str, Example], today: date, person: str, days: int
) -> None:
    newest = people[person].established[-1]
    assert newest.plan.follow_up.day == today + timedelta(days=days)


def test_the_main_case_is_a_chain_of_two_with_five_areas(people: dict[str, Example]) -> None:
    first, second = people["karin"].established
    assert second.plan.previous_id == first.plan.id
    assert second.plan.closing.followed_up_on == second.day
    assert second.plan.closing.participated
    assert second.plan.participation.ticked
    assert len(second.plan.areas) == 5
    assert all(area.copied and not area.awaits_review for area in second.plan.areas)
    assert len({area.attainment for area in second.plan.areas}) == 3


def test_what_a_follow_up_does_not_tell_is_taken_over(people: dict[str, Example]) -> None:
    first, second = (made.plan for made in people["karin"].established)
    assert second.area("d6").substance == first.area("d6").substance
    assert second.area("d4").goal != first.area("d4").goal


@pytest.mark.parametrize(("person", "left"), [("gunnel", 21), ("bertil", 3), ("mona", 14)])
def test_some_have_no_plan_yet(
    people: dict[str, Example], method: Method, today: date, person: str, left: int
) -> None:
    example = people[person]
    latest = example.person.support_start + timedelta(days=method.limits.establish_days)
    assert (latest - today).days == left
    assert example.person.needs_plan
    assert example.assignments
    assert not example.established


def test_day_and_night_stand_side_by_side(people: dict[str, Example]) -> None:
    names = {made.plan.name for made in people["elsa"].established}
    assert names == {"Genomförandeplan Hemvård", "Genomförandeplan Hemvård natt"}
    assert not any(made.plan.is_follow_up for made in people["elsa"].established)


def test_service_is_given_by_an_external_provider(people: dict[str, Example]) -> None:
    rolf = people["rolf"]
    assert rolf.person.provider.external
    assert rolf.person.support_kinds == (SupportKind.SERVICE,)
    assert rolf.established[0].plan.name == "Genomförandeplan service"


def test_only_escort_needs_a_plan_and_only_alarm_does_not(people: dict[str, Example]) -> None:
    assert people["mona"].person.support_kinds == (SupportKind.ESCORT,)
    assert people["mona"].person.needs_plan
    assert people["harry"].person.support_kinds == (SupportKind.ALARM,)
    assert not people["harry"].person.needs_plan
    assert not people["harry"].established


def test_protected_identity_tells_nothing_of_the_place(people: dict[str, Example]) -> None:
    mirela = people["mirela"].person
    assert mirela.protected_identity
    assert mirela.personal_id.kind is IdentifierKind.COORDINATION
    assert (mirela.address, mirela.phone) == ("", "")


def test_one_name_is_written_in_another_script(people: dict[str, Example]) -> None:
    assert people["olena"].person.name == "Олена Коваленко"
    assert people["olena"].established[0].plan.name == "Genomförandeplan dagverksamhet"


def test_one_follow_up_is_half_written(
    people: dict[str, Example], method: Method, today: date
) -> None:
    example = people["olena"]
    (draft,) = example.drafts
    made = example.established[0]
    assert draft.previous_id == made.plan.id
    reviewed = [area.awaits_review for area in draft.areas]
    assert True in reviewed
    assert False in reviewed
    moment = Establishment(datetime.combine(made.day, time(10)), made.by, "2026.1", "")
    previous = PlanRecord(made.plan, PlanStatus.ESTABLISHED, 1, moment)
    situation = situation_of(example, draft, previous, method, today)
    assert {finding.field for finding in check(draft, situation)} >= {
        "area.d3.attainment",
        "area.d9.attainment_reason",
        "follow_up.day",
    }


def test_every_area_has_goal_and_activities_with_all_parts(people: dict[str, Example]) -> None:
    plans = [made.plan for example in people.values() for made in example.established]
    for area in (area for plan in plans for area in plan.areas):
        assert area.activities
        for activity in area.activities:
            assert all((activity.what, activity.how, activity.who, activity.day_parts)), area
            assert activity.when


def test_codes_are_ibics(people: dict[str, Example]) -> None:
    for example in people.values():
        for area in (area for assignment in example.assignments for area in assignment.areas):
            known = {sub.code for sub in life_area(area.code).sub_areas}
            assert set(area.sub_areas) <= known, (example.person.id, area.code)


def test_roles_and_names_are_the_methods(people: dict[str, Example], method: Method) -> None:
    for plan in all_plans(people):
        assert plan.name in method.plan_names
        assert {contributor.role for contributor in plan.contributors} <= set(method.roles)


def test_the_ids_are_all_different(people: dict[str, Example]) -> None:
    ids = [plan.id for plan in all_plans(people)]
    assert len(set(ids)) == len(ids)


def test_texts_are_clean_and_hold_no_health_care(people: dict[str, Example]) -> None:
    for example in people.values():
        for text in texts((example.assignments, example.established, example.drafts)):
            assert clean(text) == text.strip()
            assert "  " not in text
            assert not NOT_IN_PLANS.search(text), text


def test_who_tells_says_jag(people: dict[str, Example]) -> None:
    for plan in all_plans(people):
        says_jag = plan.participation.voice is Voice.FIRST_PERSON
        for area in plan.areas:
            assert bool(re.search(r"\bjag\b", area.needs, re.IGNORECASE)) is says_jag
            assert bool(re.search(r"\bjag\b", area.goal, re.IGNORECASE)) is says_jag


def all_plans(people: dict[str, Example]) -> list[Plan]:
    return [
        plan
        for example in people.values()
        for plan in (*(made.plan for made in example.established), *example.drafts)
    ]


@pytest.mark.parametrize("day", DAYS)
def test_what_stands_around_the_plans_is_a_model_too(day: date, method: Method) -> None:
    told = examples(day)
    for example in told:
        for visit_plan in example.visit_plans:
            found = [f for f in check_visit_plan(visit_plan, method, day) if f.blocks]
            assert found == [], visit_plan.id
        if example.tabs:
            assert check_tabs(example.tabs, method, day, example.visit_plans) == ()
        assert all(entry.at.date() < day for entry in example.journal)
    assert sum(len(example.visit_plans) for example in told) == 4
