"""Two texts that came of the same one: nothing is lost that nobody chose to lose."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gplan_desktop.domain import fields
from gplan_desktop.domain.plan import (
    AcceptedWarning,
    Activity,
    AreaPlan,
    Contributor,
    DayPart,
    Participation,
    Plan,
)
from gplan_desktop.domain.tabs import Code, Relative, Secret, Tabs, VisitInformation
from gplan_desktop.domain.visit_plan import StaffWish, VisitPlan, Wish
from gplan_desktop.rules.merging import Choice, Question, differences, joined, merge

SHOWER, MEAL, WALK = (Activity(what=what) for what in ("Dusch", "Måltid", "Promenad"))
BASE = Plan(
    "plan",
    "karin",
    "assignment",
    "Hemvård",
    participation=Participation(how="Samtal hemma.", wishes="Kaffe"),
    contributors=(Contributor("Sten"), Contributor("Eva")),
    areas=(AreaPlan("d5", needs="Hjälp", activities=(SHOWER, MEAL)), AreaPlan("d6")),
)


def changed(**values: Any) -> Plan:
    """Return the plan with some fields changed; "__" stands for the dots of their names."""
    plan = BASE
    for name, value in values.items():
        plan = fields.with_value(plan, name.replace("__", "."), value)
    return plan


APART = {
    "two fields": (
        changed(participation__how="Ring"),
        changed(follow_up__day=date(2027, 1, 8)),
        changed(participation__how="Ring", follow_up__day=date(2027, 1, 8)),
    ),
    "two life areas": (
        changed(area__d5__goal="Ren"),
        changed(area__d6__goal="Mat"),
        changed(area__d5__goal="Ren", area__d6__goal="Mat"),
    ),
    "the same change twice": (
        changed(participation__how="Ring"),
        changed(participation__how="Ring"),
        changed(participation__how="Ring"),
    ),
    "two rows": (
        changed(area__d5__activities__0__how="Stol"),
        changed(area__d5__activities__1__how="Bord"),
        changed(area__d5__activities__0__how="Stol", area__d5__activities__1__how="Bord"),
    ),
    "a row that was changed, and a new one": (
        changed(area__d5__activities__1__how="Bord"),
        changed(area__d5__activities=(SHOWER, MEAL, WALK)),
        changed(area__d5__activities=(SHOWER, replace(MEAL, how="Bord"), WALK)),
    ),
    "a new row, and one that was taken away": (
        changed(area__d5__activities=(SHOWER, MEAL, WALK)),
        changed(area__d5__activities=(MEAL,)),
        changed(area__d5__activities=(MEAL, WALK)),
    ),
    "two parts of the same row": (
        changed(area__d5__activities__0__how="Stol"),
        changed(area__d5__activities__0__who="Två"),
        changed(area__d5__activities__0__how="Stol", area__d5__activities__0__who="Två"),
    ),
    "a life area that came": (
        changed(area__d5__goal="Ren"),
        replace(BASE, areas=(AreaPlan("d4", goal="Gå"), *BASE.areas)),
        replace(changed(area__d5__goal="Ren"), areas=(
            AreaPlan("d4", goal="Gå"), replace(BASE.areas[0], goal="Ren"), BASE.areas[1]
        )),
    ),
    "a life area that went": (
        changed(area__d5__goal="Ren"),
        replace(BASE, areas=BASE.areas[:1]),
        replace(BASE, areas=(replace(BASE.areas[0], goal="Ren"),)),
    ),
    "reasons for two warnings": (
        replace(BASE, accepted=(AcceptedWarning("R1", "name", "Ja"),)),
        replace(BASE, accepted=(AcceptedWarning("R2", "name", "Nej"),)),
        replace(
            BASE,
            accepted=(AcceptedWarning("R1", "name", "Ja"), AcceptedWarning("R2", "name", "Nej")),
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("mine", "saved", "both"), APART.values(), ids=APART)
def test_what_only_one_changed_is_taken_over_without_a_question(mine, saved, both):
    merged = merge(BASE, mine, saved)
    assert merged.questions == ()
    assert merged.record == both


ASKED = {
    "a text": (
        changed(participation__how="Mitt"),
        changed(participation__how="Ert"),
        Question("participation.how", "Mitt", "Ert"),
    ),
    "a date": (
        changed(follow_up__day=date(2027, 1, 8)),
        changed(follow_up__day=date(2027, 2, 8)),
        Question("follow_up.day", date(2027, 1, 8), date(2027, 2, 8)),
    ),
    "a part of a row": (
        changed(area__d5__activities__0__how="Stol"),
        changed(area__d5__activities__0__how="Pall"),
        Question("area.d5.activities.0.how", "Stol", "Pall"),
    ),
    "two rows at the end": (
        changed(area__d5__activities=(SHOWER, MEAL, WALK)),
        changed(area__d5__activities=(SHOWER, MEAL, Activity("Tvätt"))),
        Question("area.d5.activities", (SHOWER, MEAL, WALK), (SHOWER, MEAL, Activity("Tvätt"))),
    ),
    # Or the way of one activity could be put with the name of another.
    "rows that changed places": (
        changed(area__d5__activities=(MEAL, SHOWER)),
        changed(area__d5__activities__0__how="Stol"),
        Question("area.d5.activities", (MEAL, SHOWER), (replace(SHOWER, how="Stol"), MEAL)),
    ),
    "a life area that went, in which the other wrote": (
        replace(BASE, areas=BASE.areas[:1]),
        changed(area__d6__goal="Mat"),
        Question("area.d6", None, AreaPlan("d6", goal="Mat")),
    ),
    "the reason of a warning": (
        replace(BASE, accepted=(AcceptedWarning("R1", "name", "Ja", "ord"),)),
        replace(BASE, accepted=(AcceptedWarning("R1", "name", "Nej", "ord"),)),
        Question(
            "accepted.R1.name.ord",
            AcceptedWarning("R1", "name", "Ja", "ord"),
            AcceptedWarning("R1", "name", "Nej", "ord"),
        ),
    ),
}


@pytest.mark.parametrize(("mine", "saved", "question"), ASKED.values(), ids=ASKED)
def test_what_both_changed_is_asked_about(mine, saved, question):
    merged = merge(BASE, mine, saved)
    assert merged.questions == (question,)
    assert merged.record == mine
    assert merge(BASE, mine, saved, {question.field: Choice.MINE}).record == mine
    assert merge(BASE, mine, saved, {question.field: Choice.SAVED}).record == saved


def test_the_rest_is_taken_over_besides_what_is_asked_about():
    mine = changed(participation__how="Mitt", area__d5__goal="Ren")
    saved = changed(participation__how="Ert", name="HSL")
    merged = merge(BASE, mine, saved, {"participation.how": Choice.BOTH})
    assert merged.record == changed(
        participation__how="Ert; Mitt", area__d5__goal="Ren", name="HSL"
    )


JOINED = {
    "sentences": ("Jag ringer.", "Vi talas vid.", "Vi talas vid. Jag ringer."),
    "words": ("Eva", "Sten", "Sten; Eva"),
    "lines": ("ett\ntvå", "tre", "tre\nett\ntvå"),
    "one has the other": ("Sten och Eva", "Sten", "Sten och Eva"),
    "the other has the one": ("Sten", "Sten och Eva", "Sten och Eva"),
    "nothing": ("", "Eva", "Eva"),
    "rows": ((SHOWER, WALK), (SHOWER, MEAL), (SHOWER, MEAL, WALK)),
    "parts of the day": (
        (DayPart.MORNING, DayPart.NOON),
        (DayPart.MORNING, DayPart.NIGHT),
        (DayPart.MORNING, DayPart.NIGHT, DayPart.NOON),
    ),
}


@pytest.mark.parametrize(("mine", "saved", "both"), JOINED.values(), ids=JOINED)
def test_both_stand_one_after_the_other(mine, saved, both):
    assert Question("name", mine, saved).can_join
    assert joined(mine, saved) == both


@pytest.mark.parametrize(
    ("mine", "saved"),
    [(date(2027, 1, 8), date(2027, 2, 8)), (True, None), (None, "x"), (Secret("1"), Secret("2"))],
)
def test_two_answers_cannot_both_stand(mine, saved):
    assert not Question("follow_up.day", mine, saved).can_join
    with pytest.raises(ValueError, match="both stand"):
        joined(mine, saved)


def test_tabs_are_put_together_too_and_a_code_stands_as_one():
    base = Tabs("karin", keys=(Code("Porten", Secret("1")),), visit=VisitInformation(floor="1"))
    mine = replace(base, keys=(Code("Porten", Secret("2")),), relatives=(Relative("Eva", "Barn"),))
    saved = replace(
        base, keys=(Code("Porten", Secret("3")),), visit=VisitInformation(floor="1", lift="Ja")
    )
    merged = merge(base, mine, saved)
    assert merged.questions == (Question("keys.0.secret", Secret("2"), Secret("3")),)
    assert (merged.record.relatives, merged.record.visit) == (mine.relatives, saved.visit)


def test_a_wish_that_both_wrote_is_asked_about_part_by_part():
    base = VisitPlan("1", "karin")
    mine = replace(base, wish=Wish(StaffWish.FEMALE, "Dusch"))
    saved = replace(base, wish=Wish(StaffWish.FEMALE, "Toalett"), other="Ring på")
    merged = merge(base, mine, saved, {"wish.situations": Choice.BOTH})
    assert [question.field for question in merged.questions] == ["wish.situations"]
    assert merged.record.wish == Wish(StaffWish.FEMALE, "Toalett; Dusch")
    assert merged.record.other == "Ring på"


def test_without_a_common_text_all_that_differs_is_told():
    other = changed(participation__how="Ring", area__d5__activities__0__how="Stol", name="HSL")
    assert [question.field for question in differences(BASE, other)] == [
        "name",
        "participation.how",
        "area.d5.activities.0.how",
    ]
    assert differences(BASE, BASE) == ()


def test_an_area_that_only_one_has_is_told_whole():
    assert differences(BASE, replace(BASE, areas=BASE.areas[:1])) == (
        Question("area.d6", BASE.areas[1], None),
    )


WORDS = st.sampled_from(["", "a", "b", "c d", "e."])
ACTIVITIES = st.lists(st.builds(Activity, what=WORDS, how=WORDS, who=WORDS), max_size=3).map(tuple)
AREAS = st.lists(
    st.builds(
        AreaPlan, st.sampled_from(["d4", "d5", "d6"]), needs=WORDS, goal=WORDS,
        activities=ACTIVITIES,
    ),
    max_size=3,
    unique_by=lambda area: area.code,
).map(lambda areas: tuple(sorted(areas, key=lambda area: area.code)))  # fmt: skip
PLANS = st.builds(
    lambda name, how, areas: replace(
        BASE, name=name, participation=Participation(how=how), areas=areas
    ),
    WORDS, WORDS, AREAS,
)  # fmt: skip
few = settings(max_examples=25)


@few
@given(PLANS, PLANS)
def test_a_text_that_nobody_else_touched_stands_as_it_is(base, mine):
    for one, other in ((mine, base), (base, mine), (mine, mine)):
        merged = merge(base, one, other)
        assert (merged.record, merged.questions) == (mine, ())


@few
@given(PLANS, PLANS, PLANS)
def test_nothing_that_anyone_wrote_is_lost_without_a_question(base, mine, saved):
    merged = merge(base, mine, saved)
    told = {*_texts(merged.record)}
    for question in merged.questions:
        told |= {*_texts(question.mine), *_texts(question.saved)}
    assert {*_texts(mine), *_texts(saved)} - {*_texts(base)} <= told


@few
@given(PLANS, PLANS, PLANS)
def test_whoever_is_asked_the_questions_are_the_same(base, mine, saved):
    one, other = merge(base, mine, saved), merge(base, saved, mine)
    assert {(q.field, q.mine, q.saved) for q in one.questions} == {
        (q.field, q.saved, q.mine) for q in other.questions
    }


@few
@given(PLANS, PLANS, PLANS)
def test_when_both_are_kept_everything_that_either_wrote_stands_there(base, mine, saved):
    questions = merge(base, mine, saved).questions
    answers = {q.field: Choice.BOTH for q in questions if q.can_join}
    kept = "\n".join(_texts(merge(base, mine, saved, answers).record))
    for question in questions:
        if question.can_join:
            for text in (*_texts(question.mine), *_texts(question.saved)):
                assert text.strip() in kept


def _texts(value: Any) -> list[str]:
    """Return every text that stands somewhere in *value*."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in _texts(one)]
    if hasattr(value, "__dataclass_fields__"):
        return [
            text for name in value.__dataclass_fields__ for text in _texts(getattr(value, name))
        ]
    return []
