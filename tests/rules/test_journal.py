"""The journal's sentence says what really differs between two plans (S136-S142)."""

from dataclasses import replace

import pytest

from gplan_desktop.domain.plan import Activity, AreaPlan
from gplan_desktop.rules.journal import journal_line

LONG = "Uppföljning av genomförandeplan har genomförts"


def test_a_first_plan_is_told_as_such(first, method):
    line = journal_line(first.plan, None, method.journal)
    assert line.sentences == (method.journal.first,)
    assert line.because == "Det här är individens första plan."


def test_nothing_changed_is_without_change(follow_up, former, method):
    line = journal_line(follow_up.plan, former, method.journal)
    assert (line.heading, line.keyword) == ("Uppföljning", "Uppföljning")
    assert line.sentences == (
        "Uppföljning av genomförandeplan utan förändring",
        f"{LONG} utan ändringar (se aktuell genomförandeplan)",
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("area__d5__needs", "Nytt behov"),
        ("area__d5__goal", "Nytt mål"),
        ("area__d5__activities__0__when", "Måndag"),
        ("area__d5__activities", (Activity("Bad"),)),
    ],
)
def test_another_need_goal_or_activity_is_a_change(follow_up, former, method, field, value):
    line = journal_line(follow_up.but(**{field: value}), former, method.journal)
    assert line.sentences == (
        "Uppföljning av genomförandeplan med förändring se genomförandeplan",
        f"{LONG} med ändringar (se aktuell genomförandeplan)",
    )
    assert line.because.endswith(": Personlig vård.")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("area__d5__result", "Ett annat resultat"),
        ("follow_up__day", None),
        ("name", "Genomförandeplan Hemvård natt"),
    ],
)
def test_what_is_no_part_of_the_content_is_without_change(follow_up, former, method, field, value):
    line = journal_line(follow_up.but(**{field: value}), former, method.journal)
    assert line.sentences[0] == method.journal.unchanged


def test_white_space_is_without_change(follow_up, former, method):
    needs = follow_up.plan.area("d5").needs
    plan = follow_up.but(area__d5__needs=f"{needs}\n")
    assert journal_line(plan, former, method.journal).sentences[0] == method.journal.unchanged


def test_added_and_left_areas_are_named(follow_up, former, method):
    *kept, _trust = follow_up.plan.areas
    plan = replace(follow_up.plan, areas=(AreaPlan("d1"), *kept))
    because = journal_line(plan, former, method.journal).because
    assert because.endswith(": Lärande och att tillämpa kunskap, Känsla av trygghet.")


def test_the_order_of_activities_is_part_of_the_plan(follow_up, former, method):
    d5 = follow_up.plan.area("d5")
    plan = follow_up.but(area__d5__activities=d5.activities[::-1])
    assert journal_line(plan, former, method.journal).because.endswith(": Personlig vård.")
