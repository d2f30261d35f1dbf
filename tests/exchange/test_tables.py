"""Persons and assignments as lists, and back."""

from dataclasses import replace
from datetime import date

import pytest

from gplan_desktop.exchange.assignments_import import check_assignments
from gplan_desktop.exchange.checked import Known
from gplan_desktop.exchange.columns import ListKind, columns, guess, missing
from gplan_desktop.exchange.people_import import check_people
from gplan_desktop.exchange.table import Table
from gplan_desktop.exchange.table_file import read_table
from gplan_desktop.exchange.table_writing import write_csv, write_xlsx
from gplan_desktop.exchange.tables import assignments_table, legend, people_table, template

PEOPLE, ASSIGNMENTS = ListKind
TODAY = date(2026, 11, 23)
WRITERS = [("lista.csv", write_csv), ("lista.xlsx", write_xlsx)]


def all_text(table: Table) -> str:
    return " ".join(cell for row in table.rows for cell in row.cells)


@pytest.mark.parametrize(("name", "write"), WRITERS)
def test_persons_come_back_as_they_were(tmp_path, people, name, write):
    write(people_table(people, identified=True), tmp_path / name)
    table = read_table(tmp_path / name)
    found = check_people(table, guess(table.headings, PEOPLE), Known(TODAY))
    assert [row.problems for row in found.rows] == [()] * 3
    ids = [person.id for person in people]
    assert tuple(map(lambda p, i: replace(p, id=i), found.people, ids)) == people


@pytest.mark.parametrize(("name", "write"), WRITERS)
def test_assignments_come_back_as_they_were(tmp_path, people, assignments, name, write):
    write(assignments_table(assignments, people, identified=True), tmp_path / name)
    table = read_table(tmp_path / name)
    known = Known(TODAY, {person.personal_id.value: person.id for person in people})
    found = check_assignments(table, guess(table.headings, ASSIGNMENTS), known)
    assert [row.problems for row in found.rows] == [()] * 3
    ids = ("a1", "a2")
    assert tuple(map(lambda a, i: replace(a, id=i), found.assignments, ids)) == assignments


def test_a_protected_address_is_in_no_list(people):
    bo = replace(people[1], address="Hemliga gatan 1", phone="0700")
    text = all_text(people_table([bo], identified=True))
    assert "Hemliga" not in text
    assert "0700" not in text


def test_a_list_is_de_identified_unless_asked(people, assignments):
    table = people_table(people)
    assert table.headings == ("Nr", "Stödet började", "Stöd", "Enhet", "Utförare",
                              "Extern utförare", "Skyddade personuppgifter")  # fmt: skip
    assert table.rows[0].cells[:3] == ("1", "2026-11", "Hemvård, Trygghetslarm")
    same = assignments_table(assignments, people)
    assert [row.cells[:2] for row in same.rows] == [("1", "2026-10")] * 2 + [("2", "2026-09")]
    told = all_text(table) + all_text(same)
    for secret in ("19410331", "Karin", "Öberg", "98240301", "Storgatan", "Bo Lind", "Orkar"):
        assert secret not in told


@pytest.mark.parametrize("kind", ListKind)
@pytest.mark.parametrize("identified", [True, False])
def test_every_column_is_described(kind, identified, people, assignments):
    tables = {
        PEOPLE: people_table(people, identified=identified),
        ASSIGNMENTS: assignments_table(assignments, people, identified=identified),
    }
    told = legend(kind, identified=identified)
    assert tuple(row.cells[0] for row in told.rows) == tables[kind].headings
    assert all(row.cells[1].endswith(".") for row in told.rows)


def test_the_templates_are_read_without_a_problem():
    people, assignments = template(PEOPLE), template(ASSIGNMENTS)
    first = check_people(people, guess(people.headings, PEOPLE), Known(TODAY))
    assert first.is_ready
    known = Known(TODAY, {first.people[0].personal_id.value: "p"})
    mapping = guess(assignments.headings, ASSIGNMENTS)
    assert check_assignments(assignments, mapping, known).is_ready


@pytest.mark.parametrize("kind", ListKind)
def test_a_template_has_every_column(kind):
    mapping = guess(template(kind).headings, kind)
    assert missing(mapping, kind) == ()
    assert {column.field for column in columns(kind)} - set(mapping) <= {"name"}
