"""What holds for any plan: a valid file, every word on it, nothing outside the page."""

import itertools
import re
from dataclasses import replace
from datetime import date

import page
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gplan_desktop.domain.life_areas import LIFE_AREAS
from gplan_desktop.domain.plan import Activity, AreaPlan, DayPart, GoalAttainment
from gplan_desktop.domain.print_out import Paper
from printing.documents.plan import tell_plan
from printing.layout.paper import pages_of
from printing.render import render

_STEMS = (
    "Jag",
    "vill",
    "omvårdnadspersonalen",
    "duscha",
    "<b>&",
    "Öström-Åkerlund",
    "kl. 10",
    "promenad",
    "x" * 60,
    "Ελλάδα",
    "Київ",
    "–",
    "nattillsyn",
    "ett/två",
)
texts = st.lists(st.sampled_from(_STEMS), max_size=40).map(" ".join)
activities = st.builds(
    Activity,
    what=texts,
    how=texts,
    who=texts,
    day_parts=st.lists(st.sampled_from(DayPart), unique=True, max_size=6).map(tuple),
    when=texts,
    sub_goal=texts,
)
areas = st.builds(
    AreaPlan,
    code=st.sampled_from([area.code for area in LIFE_AREAS]),
    needs=texts,
    goal=texts,
    activities=st.lists(activities, max_size=6).map(tuple),
    attainment=st.none() | st.sampled_from(GoalAttainment),
    attainment_reason=texts,
    result=texts,
    next_follow_up=st.none() | st.just(date(2027, 3, 1)),
)
plans = st.lists(areas, max_size=11, unique_by=lambda area: area.code).map(tuple)
papers = st.sampled_from((Paper.PLAN, Paper.LARGE_PRINT))
some = settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])


def with_areas(document, its):
    plan = replace(document.plan, areas=its)
    return replace(document, record=replace(document.record, plan=plan))


def letters(text: str) -> str:
    return re.sub(r"[\s\u00ad-]", "", text)


@some
@given(its=plans, paper=papers)
def test_any_plan_is_archivable_and_accessible_with_every_word(
    established, method, read, its, paper
):
    data = render(with_areas(established, its), method, paper)

    for profile in (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1):
        found = page.validate_pdf_bytes(data, profile=profile)
        assert found.is_compliant, [failure.message for failure in found.failures]
    told = letters("".join(read(data)))
    for area in its:
        outcome = (area.attainment_reason, area.result)
        done = ((a.what, a.how, a.who, a.when, a.sub_goal) for a in area.activities)
        for text in (area.needs, area.goal, *outcome, *itertools.chain.from_iterable(done)):
            for word in text.split():
                assert letters(word) in told


@some
@given(its=plans, large=st.booleans())
def test_nothing_stands_below_the_foot_of_a_page(established, method, its, large):
    story = tell_plan(with_areas(established, its), method, large=large).story

    for placed in pages_of(story):
        last = placed[-1]
        assert last.down + last.block.height <= story.look.depth + 0.01
