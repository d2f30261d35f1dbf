from dataclasses import replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gplan_desktop.domain import plan as plans
from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.plan import Plan
from gplan_desktop.domain.text import clean
from gplan_desktop.store import documents
from gplan_desktop.store.store import Store

TEXTS = st.text(max_size=30).map(clean)
IDS = count(1)
DAYS = st.none() | st.dates()
ACTIVITIES = st.builds(
    plans.Activity,
    what=TEXTS,
    how=TEXTS,
    who=TEXTS,
    day_parts=st.lists(st.sampled_from(plans.DayPart), max_size=3).map(tuple),
    when=TEXTS,
    sub_goal=TEXTS,
)
AREAS = st.builds(
    plans.AreaPlan,
    code=st.sampled_from(["d1", "d5", "b1528A"]),
    copied=st.booleans(),
    needs=TEXTS,
    goal=TEXTS,
    activities=st.lists(ACTIVITIES, max_size=2).map(tuple),
    attainment=st.none() | st.sampled_from(plans.GoalAttainment),
    attainment_reason=TEXTS,
    result=TEXTS,
    next_follow_up=DAYS,
)
PLANS = st.builds(
    Plan,
    id=st.builds(lambda: f"any-{next(IDS)}"),
    person_id=st.just("person-1"),
    assignment_id=st.just("assignment-1"),
    name=TEXTS,
    closing=st.builds(plans.Closing, DAYS, st.booleans()),
    participation=st.builds(
        plans.Participation,
        st.booleans(),
        TEXTS,
        st.none() | st.sampled_from(plans.Voice),
        TEXTS,
        TEXTS,
    ),
    contributors=st.lists(
        st.builds(plans.Contributor, TEXTS, TEXTS, st.booleans()), max_size=2
    ).map(tuple),
    areas=st.lists(AREAS, max_size=3).map(tuple),
    follow_up=st.builds(plans.FollowUp, DAYS, TEXTS, TEXTS),
    accepted=st.lists(st.builds(plans.AcceptedWarning, TEXTS, TEXTS, TEXTS), max_size=2).map(tuple),
)


@settings(max_examples=30)
@given(PLANS)
def test_a_plan_comes_back_as_it_was(plan: Plan) -> None:
    document = documents.encode(plan)
    assert documents.decode(document, Plan) == plan
    assert documents.encode(documents.decode(document, Plan)) == document


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PLANS)
def test_a_plan_comes_back_from_the_disk_as_it_was(store: Store, plan: Plan) -> None:
    store.save_draft(plan, 0, Place())
    assert store.plan(plan.id).plan == plan


def test_the_document_is_canonical(plan: Plan) -> None:
    document = documents.encode(plan)
    assert document.startswith('{"accepted":[],"areas":[{"activities":[]')
    assert "Hemvård" in document


def test_the_checksum_is_that_of_the_document_and_follows_every_change(plan: Plan) -> None:
    assert documents.checksum(plan) == documents.digest(documents.encode(plan))
    assert documents.checksum(plan) != documents.checksum(replace(plan, name="Hemvård natt"))


@pytest.mark.parametrize("text", ["\0", "\\\0", "a\\\\\0b"])
def test_nul_is_refused_wherever_it_stands(plan: Plan, text: str) -> None:
    with pytest.raises(ValueError, match="NUL"):
        documents.encode(replace(plan, name=text))


@pytest.mark.parametrize("text", ["\\u0000", "\\\\u0000", "C:\\u0000"])
def test_text_that_looks_like_an_escaped_nul_is_kept(plan: Plan, text: str) -> None:
    written = replace(plan, name=text)
    assert documents.decode(documents.encode(written), Plan) == written


@pytest.mark.parametrize(
    "change", [{"name": 5}, {"areas": [1]}, {"closing": plans.Closing("i går")}]
)
def test_a_value_of_a_wrong_type_is_refused(plan: Plan, change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        documents.encode(replace(plan, **change))


@pytest.mark.parametrize("document", ["", "{", "[]", '{"id": 1}', '{"id": "a"}'])
def test_a_damaged_document_is_told_from_a_plan(document: str) -> None:
    with pytest.raises(documents.DocumentDamagedError, match="Plan"):
        documents.decode(document, Plan)
