"""Assignments: what was decided for one life area."""

from datetime import date

from gplan_desktop.domain.assignment import AssignedArea, Assignment
from gplan_desktop.domain.life_areas import Functioning

D5 = AssignedArea("d5", "Behov", Functioning.SEVERE, Functioning.SLIGHT, "Mål", "Stöd")
ASSIGNMENT = Assignment("a", "p", date(2026, 10, 1), "Bo Lind", (D5,))


def test_an_area_is_found_by_its_code():
    assert ASSIGNMENT.area("d5") is D5


def test_what_was_not_decided_is_not_there():
    assert ASSIGNMENT.area("d6") is None
