"""Many persons or assignments at once: all of them or none."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.person import Person
from gplan_desktop.errors import PersonExists
from gplan_desktop.store.store import Store


class StopError(Exception):
    """The user stopped it."""


def quietly(_done: int, _count: int) -> None:
    """Listen to no progress."""


def test_all_are_added_and_each_is_in_the_log(
    store: Store, make_person: Callable[..., Person]
) -> None:
    people = [make_person(f"Ada Ek{letter}") for letter in "abc"]
    told: list[tuple[int, int]] = []
    store.imports.add_people(people, lambda done, count: told.append((done, count)))
    assert {person.id for person in store.people("ada")} == {person.id for person in people}
    assert told == [(0, 3), (1, 3), (2, 3)]
    assert [e.subject for e in store.audit() if e.action == "person.imported"] == [
        person.id for person in people
    ]


def test_one_that_cannot_be_added_leaves_none(
    store: Store, person: Person, make_person: Callable[..., Person]
) -> None:
    assert store.people("ek") == []
    before = store.audit()
    people = [make_person("Ada Ek"), replace(make_person("Bo Ek"), personal_id=person.personal_id)]
    with pytest.raises(PersonExists):
        store.imports.add_people(people, quietly)
    assert store.people("ek") == []
    assert store.audit() == before


def test_one_that_is_stopped_leaves_none(store: Store, make_person: Callable[..., Person]) -> None:
    def stop(done: int, _: int) -> None:
        if done == 1:
            raise StopError

    with pytest.raises(StopError):
        store.imports.add_people([make_person("Ada Ek"), make_person("Bo Ek")], stop)
    assert store.people("ek") == []


def test_assignments_are_added_likewise(store: Store, assignment: Assignment) -> None:
    more = [replace(assignment, id=f"a{number}") for number in range(3)]
    store.imports.add_assignments(more, quietly)
    assert len(store.assignments.of_person(assignment.person_id)) == 4


def test_what_is_known_is_told_by_number(store: Store, person: Person) -> None:
    assert store.imports.known() == {person.personal_id.value: (person.id, person.name)}


def test_a_corrected_person_is_found_by_what_is_new_alone(
    store: Store, person: Person, clock: Any
) -> None:
    changed = replace(person, family_name="Åkesson", address="Ny gata 2")
    store.change_person(changed)
    assert store.person(person.id) == changed
    assert [found.name for found in store.people("åkes")] == ["Karin Åkesson"]
    assert store.people("öberg") == []
    [before] = store.person_history(person.id)
    assert (before.person, before.changed_at, before.changed_by) == (person, clock(), "Anna Ek")


def test_a_correction_that_changes_nothing_leaves_no_trace(store: Store, person: Person) -> None:
    before = store.audit()
    store.change_person(person)
    assert store.audit() == before
    assert store.person_history(person.id) == []


def test_no_person_gets_the_number_of_another(
    store: Store, person: Person, make_person: Callable[..., Person]
) -> None:
    other = make_person("Bo Ek")
    store.add_person(other)
    with pytest.raises(PersonExists):
        store.change_person(replace(other, personal_id=person.personal_id))
    assert store.person(other.id) == other


def test_all_come_out_again(
    store: Store, person: Person, assignment: Assignment, make_person: Callable[..., Person]
) -> None:
    other = make_person("Ada Ek")
    store.add_person(other)
    assert store.imports.all_people() == [other, person]
    assert store.imports.all_assignments() == [assignment]
    assert store.imports.known_assignments() == {
        (person.id, assignment.day, assignment.case_officer)
    }


def test_persons_with_a_protected_identity_are_known(store: Store, person: Person) -> None:
    assert store.imports.protected() == frozenset()
    store.change_person(replace(person, protected_identity=True))
    assert store.imports.protected() == {person.id}


@pytest.mark.parametrize(
    ("kind", "identified", "detail"),
    [("people", True, "2 identified"), ("assignments", False, "2 de-identified")],
)
def test_an_export_is_in_the_log(store: Store, kind: str, identified: bool, detail: str) -> None:
    store.imports.note_export(kind, 2, identified=identified)
    entry = store.audit()[-1]
    assert (entry.action, entry.detail) == (f"{kind}.exported", detail)
