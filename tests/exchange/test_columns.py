"""Which heading of a file means which field."""

import pytest

from gplan_desktop.exchange.columns import (
    NOT_READ,
    ListKind,
    columns,
    guess,
    missing,
    remembered,
    to_remember,
)

PEOPLE, ASSIGNMENTS = ListKind


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Pnr", "personal_id"),
        ("PERSON-NR", "personal_id"),
        (" person nummer (12 siffror)", "personal_id"),
        ("Startdatum", "support_start"),
        ("Fr.o.m", "support_start"),
        ("Insats", "support_kinds"),
        ("hela namnet", "name"),
        ("Skyddad identitet", "protected_identity"),
        ("tel", "phone"),
    ],
)
def test_headings_of_persons_are_recognised(heading, field):
    assert guess(["Annat", heading], PEOPLE) == {field: 1}


@pytest.mark.parametrize(
    ("heading", "field"),
    [("Handläggare", "case_officer"), ("Livsområde", "area"), ("Insats", "support"),
     ("Bedömt", "assessed"), ("Beslutsdatum", "day"), ("Delområde", "sub_areas")],
)  # fmt: skip
def test_headings_of_assignments_are_recognised(heading, field):
    assert guess([heading], ASSIGNMENTS) == {field: 0}


@pytest.mark.parametrize("kind", ListKind)
def test_our_own_headings_are_all_recognised(kind):
    own = [column.heading for column in columns(kind)]
    assert guess(own, kind) == {column.field: i for i, column in enumerate(columns(kind))}
    assert all(column.meaning.endswith(".") for column in columns(kind))


@pytest.mark.parametrize("kind", ListKind)
def test_no_field_is_named_as_another_unless_the_other_is_there(kind):
    names = [name for c in columns(kind) for name in {c.heading, *c.synonyms}]
    assert len(names) == len(set(names))


def test_our_headings_are_those_of_the_screen(method):
    for kind, prefix in ((PEOPLE, "person"), (ASSIGNMENTS, "assignment")):
        ours = {column.field: column.heading for column in columns(kind)}
        for name in ours.keys() & {"given_name", "family_name", "personal_id", "support_start",
                                   "unit", "provider", "protected_identity", "address", "phone",
                                   "day", "case_officer"}:  # fmt: skip
            label = method.field(f"{'person' if name == 'personal_id' else prefix}.{name}").label
            assert ours[name] == label


def test_a_column_is_read_once_and_the_first_of_two_alike():
    assert guess(["Pnr", "Personnummer", "Pnr"], PEOPLE) == {"personal_id": 1}
    assert guess(["Pnr", "pnr"], PEOPLE) == {"personal_id": 0}


def test_what_was_chosen_is_remembered_also_what_is_not_to_be_read():
    headings = ["Pnr", "Datum 2", "Insats", "Kolumn 4"]
    kept = to_remember({"personal_id": 0, "support_start": 1}, headings)
    assert kept == {
        "Pnr": "personal_id",
        "Datum 2": "support_start",
        "Insats": NOT_READ,
        "Kolumn 4": NOT_READ,
    }
    later = ["Insats", "DATUM 2", "Pnr", "Enhet"]
    mapping = remembered(kept, later, PEOPLE)
    assert mapping == {"support_start": 1, "personal_id": 2, "unit": 3}


def test_of_two_equal_headings_the_one_that_is_read_is_kept():
    assert to_remember({"unit": 1}, ["A", "A"]) == {"A": "unit"}


def test_a_field_that_is_gone_from_the_program_is_not_remembered():
    assert remembered({"Pnr": "gone"}, ["Pnr"], PEOPLE) == {}


def test_what_is_missing_is_told_and_a_whole_name_is_enough():
    found = {"personal_id": 0, "support_start": 1}
    assert [c.field for c in missing(found, PEOPLE)] == [
        "family_name",
        "given_name",
        "support_kinds",
    ]
    assert missing({**found, "name": 2, "support_kinds": 3}, PEOPLE) == ()
    assert len(missing({}, ASSIGNMENTS)) == 9
