"""A person or an assignment: what must be put right, and what is kept of what was typed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gplan_desktop.domain.identifiers import IdentifierKind
from gplan_desktop.domain.life_areas import Functioning
from gplan_desktop.domain.person import Provider, SupportKind
from gplan_desktop.rules.registering import (
    AssignedAreaForm,
    AssignmentForm,
    PersonForm,
    assignment_form,
    assignment_problems,
    in_official_order,
    person_form,
    person_problems,
    read_assignment,
    read_person,
)

TODAY = date(2026, 11, 23)
FORM = PersonForm(
    given_name="Karin",
    family_name="Öberg",
    personal_id="19410331-9036",
    support_start=date(2026, 11, 1),
    support_kinds=(SupportKind.HOME_CARE,),
    unit="Norrgården",
    provider="Hemvården",
    address="Storgatan 1",
    phone="070-174 06 01",
)


def test_a_complete_form_has_no_problems():
    assert person_problems(FORM, TODAY) == {}


def test_an_empty_form_has_them_all_and_each_is_a_sentence():
    found = person_problems(PersonForm(), TODAY)
    assert list(found) == [
        "given_name",
        "family_name",
        "personal_id",
        "support_start",
        "support_kinds",
    ]
    assert all(text.endswith(".") for text in found.values())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("given_name", " "),
        ("family_name", "\x00"),
        ("personal_id", "4103319036"),
        ("personal_id", "19410331-9037"),
        ("support_start", None),
        ("support_kinds", ()),
    ],
)
def test_each_problem_stands_at_its_field_alone(field, value):
    form = replace(FORM, **{field: value})
    assert list(person_problems(form, TODAY)) == [field]
    with pytest.raises(ValueError, match="problems"):
        read_person(form, "p", TODAY)


def test_every_field_of_the_form_is_described(method):
    told = {"is_reserve", "external"}  # a choice and a box beside the fields
    for name in PersonForm.__dataclass_fields__.keys() - told:
        assert method.field(f"person.{name}").label


def test_what_was_typed_is_read():
    person = read_person(replace(FORM, external=True), "p", TODAY)
    assert (person.id, person.name, person.unit) == ("p", "Karin Öberg", "Norrgården")
    assert str(person.personal_id) == "19410331-9036"
    assert person.provider == Provider("Hemvården", external=True)
    assert (person.address, person.phone) == ("Storgatan 1", "070-174 06 01")


def test_line_ends_spaces_and_invisible_signs_do_not_stay_in_a_name():
    form = replace(FORM, given_name=" Karin\n Anna ", family_name="O\u0308berg\x00")
    assert read_person(form, "p", TODAY).name == "Karin Anna Öberg"


def test_a_protected_address_is_never_kept():
    person = read_person(replace(FORM, protected_identity=True), "p", TODAY)
    assert person.protected_identity
    assert (person.address, person.phone) == ("", "")


def test_a_reserve_number_is_free_text():
    form = replace(FORM, personal_id=" 98240301AA06 ", is_reserve=True)
    number = read_person(form, "p", TODAY).personal_id
    assert (number.kind, number.value) == (IdentifierKind.RESERVE, "98240301AA06")
    assert list(person_problems(replace(form, personal_id="AB1"), TODAY)) == ["personal_id"]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"external": True, "phone": ""},
        {"personal_id": "98240301AA06", "is_reserve": True},
        {"protected_identity": True, "address": "", "phone": ""},
    ],
)
def test_a_person_that_is_shown_to_be_corrected_loses_nothing(change):
    form = replace(FORM, **change)
    person = read_person(form, "p", TODAY)
    assert person_form(person) == form
    assert read_person(person_form(person), "p", TODAY) == person


SHOWER = AssignedAreaForm(
    "d5", " Behov ", Functioning.SEVERE, Functioning.NO_LIMITATION, "Mål", "Dusch\r\nvarje vecka"
)
DECISION = AssignmentForm(TODAY, " Bo\n Lind ", (replace(SHOWER, code="b1528A"), SHOWER))


def test_a_complete_assignment_is_read_with_its_areas_in_official_order():
    assert assignment_problems(DECISION, TODAY) == {}
    read = read_assignment(DECISION, "a", "p", TODAY)
    assert (read.id, read.person_id, read.day, read.case_officer) == ("a", "p", TODAY, "Bo Lind")
    assert [area.code for area in read.areas] == ["d5", "b1528A"]
    d5 = read.areas[0]
    assert (d5.need, d5.goal, d5.support) == ("Behov", "Mål", "Dusch\nvarje vecka")
    assert d5.intended is Functioning.NO_LIMITATION


@pytest.mark.parametrize(
    ("form", "fields"),
    [
        (AssignmentForm(), ["day", "case_officer", "areas"]),
        (replace(DECISION, day=TODAY + timedelta(days=1)), ["day"]),
        (replace(DECISION, case_officer="\u200b"), ["case_officer"]),
        (replace(DECISION, areas=()), ["areas"]),
        (replace(DECISION, areas=(SHOWER, replace(SHOWER, code="d6", goal=" "))), ["d6.goal"]),
        (
            replace(DECISION, areas=(AssignedAreaForm("d1"),)),
            ["d1.need", "d1.assessed", "d1.intended", "d1.goal", "d1.support"],
        ),
    ],
)
def test_what_an_assignment_lacks_is_told_at_its_field(form, fields):
    found = assignment_problems(form, TODAY)
    assert list(found) == fields
    assert all(text.endswith(".") for text in found.values())
    with pytest.raises(ValueError, match="problems"):
        read_assignment(form, "a", "p", TODAY)


def test_an_assignment_that_is_read_and_shown_again_loses_nothing():
    form = replace(DECISION, areas=(replace(SHOWER, sub_areas=("d540", "d510")),))
    assignment = read_assignment(form, "a", "p", TODAY)
    assert assignment.areas[0].sub_areas == ("d510", "d540")
    assert read_assignment(assignment_form(assignment), "a", "p", TODAY) == assignment


@pytest.mark.parametrize(
    ("area", "chosen", "ordered"),
    [
        ("d5", (), ()),
        ("d5", ("d598A", "d510", "d510"), ("d510", "d598A")),
        ("d5", ("x1", "d540", "d510"), ("d510", "d540", "x1")),
        ("b1528A", ("x1",), ("x1",)),
    ],
)
def test_sub_areas_stand_in_official_order_and_unknown_ones_are_kept(area, chosen, ordered):
    assert in_official_order(area, chosen) == ordered
