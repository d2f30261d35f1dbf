"""The list of visit plans tells in words how long a temporary one has left (S97-S98)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from gplan_desktop.domain.visit_plan import VisitPlan, VisitPlanRecord
from gplan_desktop.method.model import Method
from ui.record.visit_plan_rows import is_due, is_late, time_left, visit_plan_row

PLAN = VisitPlan("b1", "karin", "Morgonbesök", temporary=True, written_on=date(2026, 11, 19))
RECORD = VisitPlanRecord(PLAN, 1, datetime(2026, 11, 19, 9, tzinfo=UTC), "Kim Ek")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2026, 11, 19), "5 vardagar kvar, sista dag torsdag 26 november"),
        (date(2026, 11, 24), "2 vardagar kvar, sista dag torsdag 26 november"),
        (date(2026, 11, 25), "1 vardag kvar, sista dag torsdag 26 november"),
        (date(2026, 11, 26), "I dag är sista dagen, torsdag 26 november"),
        (date(2026, 11, 27), "Tiden är ute, sista dag var torsdag 26 november"),
        (date(2027, 1, 2), "Tiden är ute, sista dag var torsdag 26 november 2026"),
    ],
)
def test_the_days_left_are_told_in_words(method: Method, day: date, told: str) -> None:
    assert time_left(PLAN, method.limits, day) == told


@pytest.mark.parametrize(
    ("day", "due", "late"),
    [
        (date(2026, 11, 25), False, False),
        (date(2026, 11, 26), True, False),
        (date(2026, 11, 27), True, True),
    ],
)
def test_it_is_due_from_the_last_day_on(method: Method, day: date, due: bool, late: bool) -> None:
    assert is_due(PLAN, method.limits, day) is due
    assert is_late(PLAN, method.limits, day) is late


@pytest.mark.parametrize(
    "plan",
    [replace(PLAN, temporary=False), replace(PLAN, written_on=None)],
    ids=["ordinary", "undated"],
)
def test_without_an_end_there_is_nothing_to_count(method: Method, plan: VisitPlan) -> None:
    day = date(2027, 1, 2)
    assert time_left(plan, method.limits, day) == ""
    assert not is_due(plan, method.limits, day)


@pytest.mark.parametrize(
    ("day", "role"),
    [(date(2026, 11, 24), "ink"), (date(2026, 11, 26), "warning"), (date(2026, 11, 27), "problem")],
)
def test_the_row_is_red_when_the_day_has_passed(method: Method, day: date, role: str) -> None:
    cells = visit_plan_row(RECORD, method.limits, day).cells
    assert [cell.text for cell in cells[:2]] == ["Morgonbesök", "2026-11-19"]
    assert cells[2].role == role


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (replace(PLAN, temporary=False), "Ordinarie"),
        (replace(PLAN, written_on=None), "Tillfällig, utan datum"),
    ],
    ids=["ordinary", "undated"],
)
def test_without_days_to_count_the_row_tells_which_kind_it_is(
    method: Method, today: date, plan: VisitPlan, told: str
) -> None:
    cells = visit_plan_row(replace(RECORD, plan=plan), method.limits, today).cells
    assert cells[2].text == told


def test_a_cleared_one_tells_who_cleared_it(method: Method, today: date) -> None:
    at = datetime(2026, 11, 23, 9, tzinfo=UTC)
    record = replace(
        RECORD,
        plan=replace(PLAN, name=" ", temporary=False, written_on=None),
        cleared_at=at,
        cleared_by="Sam Ordnare",
    )
    texts = [cell.text for cell in visit_plan_row(record, method.limits, today).cells]
    assert texts == ["Utan namn", "–", "2026-11-23, Sam Ordnare"]
