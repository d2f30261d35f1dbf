"""The pages: in the manual's order, and how far each has come."""

from dataclasses import replace

import pytest

from gplan_desktop.domain.fields import with_value
from gplan_desktop.domain.plan import AreaPlan, Contributor
from gplan_desktop.method.model import Severity
from gplan_desktop.rules.finding import Finding
from gplan_desktop.rules.steps import (
    Step,
    StepKind,
    StepState,
    is_started,
    neighbour,
    state,
    steps,
)

BEFORE = ["general", "login", "participation", "plan_information"]
EARLIER = ["follow_up_intro", "choose_plan", "close_previous"]
KARINS_AREAS = ["area.d4", "area.d5", "area.d6", "area.d9", "area.b1528A"]
FINISH = ["follow_up", "review", "plan_list"]
OTHER = [
    *("other_information", "visit_plan", "health_information", "tabs", "contact_person"),
    *("external_provider", "print", "filing", "journal"),
]
WRITING = Step("name", "earlier", StepKind.WRITING, "Namn")
READING = Step("general", "start", StepKind.READING, "Allmänt")
ACTING = Step("review", "finish", StepKind.ACTING, "Granska")
BLOCKING = Finding("name-not-approved", "name", "name", Severity.BLOCKING, "Välj.")
WARNING = Finding("name-changed", "name", "name", Severity.WARNING, "Välj.")


def ids(plan, method):
    return [step.id for step in steps(plan, method)]


def step_named(case, step_id):
    return next(s for s in steps(case.plan, case.situation.method) if s.id == step_id)


def test_a_follow_up_has_every_page_in_the_manuals_order(copied, method):
    middle = ["name", "contributors", "attainment"]
    assert ids(copied.plan, method) == [
        *BEFORE,
        *EARLIER,
        *middle,
        *KARINS_AREAS,
        *FINISH,
        *OTHER,
    ]


def test_a_first_plan_has_no_earlier_plan_to_choose_and_close(empty_first, copied, method):
    without = [step for step in ids(copied.plan, method) if step not in EARLIER]
    without[without.index("attainment")] = "first_areas"
    assert ids(empty_first.plan, method) == without


def test_every_text_of_the_method_has_a_page(copied, empty_first, method):
    found = ids(copied.plan, method) + ids(empty_first.plan, method)
    assert {step.partition(".")[0] for step in found} == set(method.steps)


def test_groups_follow_each_other_without_coming_back(copied, empty_first, method):
    for case in (copied, empty_first):
        groups = [step.group for step in steps(case.plan, method)]
        assert groups == sorted(groups, key=list(method.groups).index)


def test_a_first_plan_is_section_one_and_a_follow_up_section_two(copied, empty_first, method):
    def sections(plan):
        return {method.groups[step.group] for step in steps(plan, method)}

    follow_up, first = sections(copied.plan), sections(empty_first.plan)
    assert {title[:9] for title in follow_up - first} == {"Avsnitt 2", "Värdera m"}
    assert {title[:9] for title in first - follow_up} == {"Avsnitt 1", "Livsområd"}


def test_an_areas_page_carries_its_official_label(copied):
    page = step_named(copied, "area.b1528A")
    assert (page.title, page.area, page.kind) == (
        "Känsla av trygghet",
        "b1528A",
        StepKind.WRITING,
    )
    assert step_named(copied, "name").area == ""


@pytest.mark.parametrize(
    ("step", "findings", "seen", "started", "shown"),
    [
        (WRITING, [], False, False, StepState.DONE),
        (WRITING, [WARNING], True, False, StepState.DONE),
        (WRITING, [BLOCKING], False, False, StepState.NOT_STARTED),
        (WRITING, [BLOCKING], False, True, StepState.IN_PROGRESS),
        (WRITING, [BLOCKING], True, True, StepState.PROBLEM),
        (WRITING, [WARNING, BLOCKING], True, False, StepState.PROBLEM),
        (READING, [], False, False, None),
        (READING, [BLOCKING], False, False, None),
        (READING, [BLOCKING], True, False, StepState.PROBLEM),
        (ACTING, [WARNING], True, False, None),
    ],
)
# One table of every way that a page can stand.
def test_state_of_a_page(step, findings, seen, started, shown):
    assert state(step, findings, seen, started) is shown


def test_every_state_has_its_own_words():
    assert len({shown.label for shown in StepState}) == len(StepState)


def test_nothing_is_started_in_a_new_form(copied, empty_first):
    for case in (copied, empty_first):
        pages = steps(case.plan, case.situation.method)
        assert not any(is_started(page, case.plan, case.plan) for page in pages)


@pytest.mark.parametrize(
    ("step", "field", "value"),
    [
        ("participation", "participation.how", "Vid köksbordet"),
        ("close_previous", "closing.participated", True),
        ("name", "name", "Genomförandeplan service"),
        ("contributors", "contributors", (Contributor("Karin"),)),
        ("area.d5", "area.d5.result", "Bättre"),
        ("area.d5", "area.d5.activities", ()),
        ("follow_up", "follow_up.how", "Hemma"),
    ],
)
def test_the_page_that_is_written_on_is_started_and_no_other(copied, step, field, value):
    written = with_value(copied.plan, field, value)
    started = [
        page.id
        for page in steps(written, copied.situation.method)
        if is_started(page, written, copied.plan)
    ]
    assert started == [step]


def test_neighbours_end_at_the_first_and_the_last_page(copied, method):
    pages = steps(copied.plan, method)
    assert neighbour(pages, "login", -1) == pages[0]
    assert neighbour(pages, "login", 1) == pages[2]
    assert neighbour(pages, "attainment", 1).id == "area.d4"
    assert neighbour(pages, "general", -1) is None
    assert neighbour(pages, "journal", 1) is None


def test_a_plan_without_areas_has_no_area_pages(copied, method):
    bare = replace(copied.plan, areas=())
    assert [s for s in ids(bare, method) if s.startswith("area.")] == []
    one = replace(copied.plan, areas=(AreaPlan("d1"),))
    assert "area.d1" in ids(one, method)
