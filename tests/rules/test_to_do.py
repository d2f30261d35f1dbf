"""What is left to do, computed from what the store knows; the most urgent first."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from gplan_desktop.domain.overview import Aftercare, PersonSummary, PlanSummary
from gplan_desktop.domain.person import SupportKind
from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.domain.print_out import Occasion, Paper, PrintOut, Way
from gplan_desktop.domain.task import Task, TaskKind
from gplan_desktop.domain.visit_plan import TemporaryVisit
from gplan_desktop.method.model import Limits, Method
from gplan_desktop.rules.deadlines import Urgency
from gplan_desktop.rules.old_papers import OldPaper
from gplan_desktop.rules.to_do import DONE, Facts, ToDo, ToDoKind, of_task, to_do

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
KIND = ToDoKind
KARIN = PersonSummary(
    id="karin",
    name="Karin Öberg",
    number="19410331-••••",
    unit="Norrgården",
    provider="Hemvården",
    external=False,
    protected=False,
    support_start=TODAY - timedelta(days=10),
    support_kinds=(SupportKind.HOME_CARE,),
    needs_plan=True,
)
DRAFT = PlanSummary("draft", "karin", "Hemvård", PlanStatus.DRAFT, 1, AT)
TASK = Task("task", "karin", TaskKind.CONTACT_CASE_OFFICER, "En ramp.", AT, "Kim Ek", area="d4")
ALL_DONE = Aftercare(AT, AT, AT)


@pytest.fixture
def limits(method: Method) -> Limits:
    return method.limits


def in_force(days: int, plan_id: str = "plan") -> PlanSummary:
    """Return a plan that is to be followed up in so many days."""
    due = TODAY + timedelta(days=days)
    status = PlanStatus.ESTABLISHED
    return PlanSummary(plan_id, "karin", "Hemvård", status, 1, AT, AT, "Kim Ek", due)


def with_plans(*plans: PlanSummary, **changes: Any) -> Facts:
    person = replace(KARIN, current=plans, **changes)
    return Facts({"karin": person}, {})


def visit_plan(day: date | None, name: str = "Kväll") -> TemporaryVisit:
    return TemporaryVisit("visit", "karin", name, day, AT)


def kinds(found: tuple[ToDo, ...]) -> list[ToDoKind]:
    return [one.kind for one in found]


def test_a_person_without_a_plan_is_to_get_one_in_time(limits: Limits) -> None:
    (one,) = to_do(with_plans(), limits, TODAY)
    assert (one.kind, one.subject, one.begun) == (KIND.ESTABLISH, "", False)
    assert one.due == KARIN.support_start + timedelta(days=limits.establish_days)
    assert one.text == "Stödet började 2026-11-13."


def test_a_first_plan_that_is_begun_is_gone_on_with(limits: Limits) -> None:
    (one,) = to_do(with_plans(drafts=(DRAFT,)), limits, TODAY)
    assert (one.kind, one.subject, one.begun) == (KIND.ESTABLISH, "draft", True)


@pytest.mark.parametrize("changes", [{"needs_plan": False}, {"support_end": TODAY}])
def test_who_needs_no_plan_is_not_waited_for(limits: Limits, changes: dict[str, object]) -> None:
    assert to_do(with_plans(**changes), limits, TODAY) == ()


@pytest.mark.parametrize(
    ("days", "urgency"),
    [
        (-12, Urgency.OVERDUE),
        (0, Urgency.SOON),
        (30, Urgency.SOON),
        (31, None),
    ],
)
def test_a_follow_up_is_on_the_list_when_it_is_near(
    limits: Limits, days: int, urgency: Urgency | None
) -> None:
    found = to_do(with_plans(in_force(days)), limits, TODAY)
    assert [one.deadline.urgency for one in found] == ([urgency] if urgency else [])


def test_a_follow_up_that_is_begun_says_so(limits: Limits) -> None:
    draft = replace(DRAFT, previous_id="plan")
    (one,) = to_do(with_plans(in_force(3), drafts=(draft,)), limits, TODAY)
    assert (one.kind, one.subject, one.begun) == (KIND.FOLLOW_UP, "plan", True)
    assert one.deadline.text == "Om 3 dagar"


@pytest.mark.parametrize(
    ("done", "left"),
    [
        (Aftercare(), [KIND.PRINT, KIND.NOTE, KIND.FILE]),
        (Aftercare(printed_at=AT), [KIND.NOTE, KIND.FILE]),
        (Aftercare(noted_at=AT), [KIND.PRINT, KIND.FILE]),
        # Whoever has filed it has got it on paper, from wherever it was printed.
        (Aftercare(filed_at=AT), [KIND.NOTE]),
        (ALL_DONE, []),
    ],
)
def test_what_is_left_after_the_plan(limits: Limits, done: Aftercare, left: list[ToDoKind]) -> None:
    facts = replace(with_plans(in_force(100)), aftercares={"plan": done})
    assert kinds(to_do(facts, limits, TODAY)) == left


def test_a_plan_of_which_nothing_is_left_is_not_told_of(limits: Limits) -> None:
    assert to_do(with_plans(in_force(100)), limits, TODAY) == ()


@pytest.mark.parametrize(
    ("day", "due", "words", "urgency"),
    [
        (date(2026, 11, 20), date(2026, 11, 27), "Om 4 dagar", Urgency.SOON),
        (date(2026, 11, 16), date(2026, 11, 23), "I dag", Urgency.SOON),
        (date(2026, 11, 13), date(2026, 11, 20), "Försenad 3 dagar", Urgency.OVERDUE),
        (None, None, "Saknar datum", Urgency.SOON),
    ],
)
def test_a_temporary_visit_plan_is_cleared_after_five_weekdays(
    limits: Limits, day: date | None, due: date | None, words: str, urgency: Urgency
) -> None:
    facts = Facts({}, {}, visit_plans=(visit_plan(day),))
    (one,) = to_do(facts, limits, TODAY)
    assert (one.due, one.deadline.text, one.deadline.urgency) == (due, words, urgency)


def test_a_visit_plan_without_a_name_is_called_something(limits: Limits) -> None:
    (one,) = to_do(Facts({}, {}, visit_plans=(visit_plan(TODAY, " "),)), limits, TODAY)
    assert one.name == "Besöksplan utan namn"


@pytest.mark.parametrize(
    ("task", "text"),
    [
        (TASK, "Förflyttning, antecknat 2026-11-20 av Kim Ek"),
        (replace(TASK, area=""), "Antecknat 2026-11-20 av Kim Ek"),
    ],
)
def test_a_task_tells_where_when_and_by_whom_and_has_a_text_to_copy(task: Task, text: str) -> None:
    one = of_task(task)
    assert (one.kind, one.subject, one.tick) == (KIND.CONTACT_CASE_OFFICER, "task", DONE)
    assert (one.text, one.quote) == (text, "En ramp.")


def test_every_kind_of_task_has_a_place_on_the_list() -> None:
    assert {ToDoKind(kind.value).label for kind in TaskKind} == {kind.label for kind in TaskKind}


def test_an_old_paper_tells_which_when_and_why(limits: Limits) -> None:
    made = PrintOut("print", Paper.PLAN, Occasion(AT, "Kim Ek", Way.FILE), "karin", "plan")
    facts = Facts({}, {}, papers=(OldPaper(made, PlanStatus.SUPERSEDED),))
    (one,) = to_do(facts, limits, TODAY)
    assert (one.name, one.tick) == ("Genomförandeplan", "Borttagen")
    told = "Sparad som fil 2026-11-20 kl. 10.00 av Kim Ek. Planen har ersatts av en ny."
    assert one.facts == told


def test_the_most_urgent_is_first_and_what_has_no_day_comes_after(limits: Limits) -> None:
    person = replace(KARIN, current=(in_force(3, "soon"), in_force(-1, "late")))
    other = replace(KARIN, id="bo", support_start=TODAY + timedelta(days=60))
    facts = Facts(
        {"karin": person, "bo": other},
        {"soon": replace(ALL_DONE, noted_at=None)},
        (visit_plan(date(2026, 11, 12)),),
        (OldPaper(PrintOut("print", Paper.TABS, Occasion(AT, "Kim", Way.PRINTER), "bo")),),
        (TASK, replace(TASK, id="older", created_at=AT - timedelta(days=1))),
    )
    found = to_do(facts, limits, TODAY)
    assert [(one.kind, one.subject) for one in found] == [
        (KIND.CLEAR_VISIT_PLAN, "visit"),
        (KIND.FOLLOW_UP, "late"),
        (KIND.FOLLOW_UP, "soon"),
        (KIND.COLLECT_PAPER, "print"),
        (KIND.CONTACT_CASE_OFFICER, "older"),
        (KIND.CONTACT_CASE_OFFICER, "task"),
        (KIND.NOTE, "soon"),
        (KIND.ESTABLISH, ""),
    ]


@pytest.mark.parametrize(
    ("by", "told"),
    [("Kim Ek", "Klart 2026-11-20 kl. 10.00, Kim Ek"), ("", "Klart 2026-11-20 kl. 10.00")],
)
def test_what_is_done_tells_when_and_by_whom(by: str, told: str) -> None:
    done = of_task(TASK).ticked(AT, by)
    assert not done.is_open
    assert done.facts == told
    assert done.ticked(None, by) == of_task(TASK)
