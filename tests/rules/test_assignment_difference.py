"""What differs between two assignments."""

from dataclasses import replace
from datetime import date

import pytest

from gplan_desktop.domain.assignment import AssignedArea, Assignment
from gplan_desktop.domain.difference import Piece, PieceKind
from gplan_desktop.domain.life_areas import Functioning
from gplan_desktop.rules.assignment_difference import differences, part_words, told_parts
from gplan_desktop.rules.difference import ChangeKind

SAME, ADDED, REMOVED = PieceKind.SAME, PieceKind.ADDED, PieceKind.REMOVED
NEED = "Karin behöver stöd när hon duschar."
CARE = AssignedArea(
    "d5", NEED, Functioning.SEVERE, Functioning.SLIGHT, "Att vara ren.", "Dusch", ("d510", "d520")
)
MOVING = replace(CARE, code="d4", sub_areas=())
OLD = Assignment("old", "karin", date(2026, 10, 1), "Bo Lind", (CARE, MOVING))


def newer(*areas: AssignedArea) -> Assignment:
    return replace(OLD, id="new", day=date(2026, 11, 20), areas=areas)


@pytest.mark.parametrize(
    "area",
    [
        CARE,
        replace(CARE, need=f" {NEED}\n".replace(" stöd", "  stöd")),
        replace(CARE, sub_areas=("d520", "d510")),
    ],
)
def test_white_space_and_order_are_no_difference(area: AssignedArea) -> None:
    found = differences(OLD, newer(MOVING, area))
    assert found.areas == ()
    assert found.same_labels == "Förflyttning, Personlig vård"
    assert (found.former_day, found.day) == (date(2026, 10, 1), date(2026, 11, 20))


def test_a_text_differs_word_by_word() -> None:
    found = differences(OLD, newer(replace(CARE, goal="Att vara ren och pigg."), MOVING))
    (area,) = found.areas
    (part,) = area.parts
    assert (area.label, area.kind, part.part) == ("Personlig vård", ChangeKind.CHANGED, "goal")
    assert part.pieces == (
        Piece(SAME, "Att vara ren"),
        Piece(ADDED, " och pigg"),
        Piece(SAME, "."),
    )
    assert found.same == ("d4",)


def test_a_degree_of_functioning_is_exchanged_whole() -> None:
    found = differences(OLD, newer(replace(CARE, assessed=Functioning.COMPLETE), MOVING))
    (part,) = found.areas[0].parts
    assert part.pieces == (
        Piece(REMOVED, "3  Stor begränsning"),
        Piece(ADDED, "4  Total begränsning"),
    )


def test_sub_areas_are_told_in_words() -> None:
    found = differences(OLD, newer(replace(CARE, sub_areas=("d510",)), MOVING))
    (part,) = found.areas[0].parts
    assert part.part == "sub_areas"
    assert part.pieces == (Piece(SAME, "Att tvätta sig"), Piece(REMOVED, ", Kroppsvård"))


def test_areas_that_come_and_go_are_told_in_official_order() -> None:
    found = differences(OLD, newer(replace(CARE, code="d6", sub_areas=()), CARE))
    assert [(area.code, area.kind) for area in found.areas] == [
        ("d4", ChangeKind.REMOVED),
        ("d6", ChangeKind.ADDED),
    ]
    gone, come = (
        {piece.kind for part in area.parts for piece in part.pieces} for area in found.areas
    )
    assert (gone, come) == ({REMOVED}, {ADDED})


def test_another_case_officer_is_told() -> None:
    found = differences(OLD, replace(newer(CARE, MOVING), case_officer="Eva Lind"))
    assert [piece.kind for piece in found.case_officer] == [REMOVED, ADDED, SAME]


def test_parts_that_say_nothing_are_left_out() -> None:
    assert [part for part, _ in told_parts(MOVING)] == [
        "need",
        "assessed",
        "intended",
        "goal",
        "support",
    ]
    assert part_words(CARE, "sub_areas") == "Att tvätta sig, Kroppsvård"
    assert part_words(replace(CARE, sub_areas=("x1",)), "sub_areas") == "x1"
    assert part_words(None, "need") == ""
