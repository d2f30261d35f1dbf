"""What a visit plan was before: told field by field, a code never."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from gplan_desktop.domain.difference import Piece, PieceKind
from gplan_desktop.domain.fields import with_value
from gplan_desktop.domain.tabs import NO_SECRET, Secret
from gplan_desktop.domain.visit_plan import (
    Coverage,
    SingleVisit,
    StaffWish,
    TimeWindow,
    VisitPlan,
    Wish,
)
from gplan_desktop.method.model import Method
from gplan_desktop.rules.visit_plan_difference import visit_plan_changes

PLAN = VisitPlan("b1", "karin", "Alla besök")
REMOVED, SAME, ADDED = PieceKind.REMOVED, PieceKind.SAME, PieceKind.ADDED


def texts(pieces: tuple[Piece, ...]) -> tuple[str, str]:
    """The text before and after."""
    before = "".join(piece.text for piece in pieces if piece.kind is not ADDED)
    return before, "".join(piece.text for piece in pieces if piece.kind is not REMOVED)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("name", "Morgonbesök", ("Alla besök", "Morgonbesök")),
        ("temporary", True, ("", "Ja")),
        ("written_on", date(2026, 11, 23), ("", "2026-11-23")),
        ("arrival.coverage", Coverage.MISSING, ("Täckning finns", "Mobiltäckning saknas helt")),
        ("arrival.time_windows", (TimeWindow(time(8), time(9)),), ("", "08:00-09:00")),
        ("arrival.door_alarm", True, ("", "Ja")),
        ("home.others_live_here", False, ("", "Nej")),
        ("home.animals", "katt", ("", "katt")),
        ("health_care.care_plans", ("Sår",), ("", "Sår")),
        ("health_care.signing_system", True, ("", "Ja")),
        (
            "single_visits",
            (SingleVisit("tillsyn", date(2026, 11, 26)), SingleVisit("läkare")),
            ("", "torsdag 26 november 2026: tillsyn\n…: läkare"),
        ),
        ("other", "Ring på.", ("", "Ring på.")),
    ],
)
def test_a_field_that_was_changed_is_told(
    method: Method, field: str, value: Any, told: tuple[str, str]
) -> None:
    (change,) = visit_plan_changes(with_value(PLAN, field, value), PLAN, method)
    assert change.field == f"visit_plan.{field}"
    assert change.label == method.field(change.field).label
    assert texts(change.pieces) == told


def test_a_wish_is_told_in_its_two_parts(method: Method) -> None:
    wished = replace(PLAN, wish=Wish(StaffWish.FEMALE, "dusch"))
    assert [texts(change.pieces) for change in visit_plan_changes(wished, PLAN, method)] == [
        ("", "Kvinnlig personal"),
        ("", "dusch"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        (NO_SECRET, Secret("1"), [ADDED]),
        (Secret("1"), NO_SECRET, [REMOVED]),
        (Secret("1"), Secret("22"), [REMOVED, SAME, ADDED]),
        (NO_SECRET, Secret(" "), None),
    ],
)
def test_of_a_code_only_that_it_came_went_or_was_changed(
    method: Method, before: Secret, after: Secret, kinds: list[PieceKind] | None
) -> None:
    field = "home.medicine_cabinet_code"
    old, new = (with_value(PLAN, field, code) for code in (before, after))
    changes = visit_plan_changes(new, old, method)
    assert [[piece.kind for piece in change.pieces] for change in changes] == (
        [] if kinds is None else [kinds]
    )
    assert "22" not in repr(changes)


def test_white_space_and_reasons_are_no_changes(method: Method) -> None:
    assert visit_plan_changes(replace(PLAN, other="  "), PLAN, method) == ()
