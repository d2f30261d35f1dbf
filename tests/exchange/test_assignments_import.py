"""A list of assignments, checked and put together before anything is written."""

from datetime import date

import pytest

from gplan_desktop.domain.life_areas import Functioning
from gplan_desktop.exchange.assignments_import import CheckedAssignments, check_assignments
from gplan_desktop.exchange.checked import Known
from gplan_desktop.exchange.columns import ListKind, guess
from gplan_desktop.exchange.faults import Cancelled
from gplan_desktop.exchange.watch import Watch

TODAY = date(2026, 11, 23)
KNOWN = Known(
    TODAY,
    {"194103319036": "p1", "98240301AA06": "p2"},
    assignments=frozenset({("p2", date(2026, 10, 1), "Bo Lind")}),
)
HEADINGS = "Pnr|Datum|Handläggare|Livsområde|Behov|Bedömt|Avsett|Mål|Insats|Delområden"
D5 = "19410331-9036|2026-10-30|Bo Lind|d5|Behov|3|2|Mål|Dusch|d540, d510"
D6 = "194103319036|30/10 2026|bo  lind|Hemliv|Behov|Stor begränsning|0|Mål|Städ|"


@pytest.fixture
def check(table):
    def checked(*lines: str, watch: Watch | None = None) -> CheckedAssignments:
        made = table(HEADINGS, *lines)
        return check_assignments(made, guess(made.headings, ListKind.ASSIGNMENTS), KNOWN, watch)

    return checked


def test_rows_of_the_same_person_day_and_officer_are_one_assignment(check):
    found = check(D6, D5, D5.replace("10-30", "10-29"))
    assert found.is_ready
    first, other = found.assignments
    assert (first.person_id, first.day, first.case_officer) == ("p1", date(2026, 10, 30), "bo lind")
    assert [area.code for area in first.areas] == ["d5", "d6"]
    assert first.areas[0].sub_areas == ("d510", "d540")
    assert first.areas[1].assessed is Functioning.SEVERE
    assert [area.code for area in other.areas] == ["d5"]
    assert first.id != other.id


def test_a_reserve_number_finds_its_person(check):
    (found,) = check(D5.replace("19410331-9036", "98240301AA06")).assignments
    assert found.person_id == "p2"


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("19410331-9036", "19440122-9085",
         ["Pnr: personnumret finns inte i enheten. Läs in personerna först."]),
        ("19410331-9036", "AB",
         ["Pnr: Skriv personnumret med tolv siffror, till exempel 19410331-9036."]),
        ("19410331-9036", "", ["Skriv personnumret."]),
        ("2026-10-30", "2026-11-24",
         ["Uppdragets datum måste vara senast i dag, 2026-11-23."]),
        ("2026-10-30", "2026-13-30",
         ["Datum: ”2026-13-30” är inget datum. Skriv till exempel 2026-11-23."]),
        ("Bo Lind", "", ["Skriv biståndshandläggarens namn."]),
        ("|d5|", "|d7x|", ["Livsområde: ”d7x” är inget livsområde."]),
        ("|d5|", "||", ["Skriv livsområdet."]),
        ("Behov|3", "|5", ["Skriv behovet enligt uppdraget.",
                           "Bedömt: ”5” är inget funktionstillstånd. Skriv 0–4, 8 eller 9."]),
        ("d540, d510", "d620", ["Delområden: ”d620” är inget delområde i d5."]),
    ],
)  # fmt: skip
def test_what_must_be_put_right_is_told_at_its_row(check, old, new, problems):
    found = check(D5.replace(old, new))
    assert found.rows[0].problems == tuple(problems)
    assert not found.is_ready
    assert found.assignments == ()


def test_a_life_area_that_comes_twice_is_told_at_both_rows(check):
    found = check(D5, D6, D5)
    twice = "Samma livsområde i samma uppdrag som på rad {}."
    assert [row.problems for row in found.rows] == [(twice.format(4),), (), (twice.format(2),)]


def test_an_assignment_with_a_row_that_is_wrong_is_not_there_at_all(check):
    assert check(D6, D5.replace("Behov", "")).assignments == ()


def test_what_the_unit_has_is_told_or_passed_over(check):
    again = "98240301AA06|2026-10-01|bo lind|d5|Behov|3|2|Mål|Dusch|"
    found = check(D5, again)
    assert found.rows[1].problems == (
        "Uppdraget finns redan: samma individ, datum och handläggare.",
    )
    rest = found.without_known()
    assert rest.is_ready
    assert [each.person_id for each in rest.assignments] == ["p1"]


def test_progress_is_told_and_the_check_can_be_stopped(check):
    told: list[tuple[int, int]] = []
    check(*[D5] * 201, watch=Watch(lambda *at: told.append(at)))
    assert told == [(200, 201), (201, 201)]
    with pytest.raises(Cancelled):
        check(*[D5] * 201, watch=Watch(cancelled=lambda: True))
