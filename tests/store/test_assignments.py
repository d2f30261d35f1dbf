from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import Plan, PlanRecord
from gplan_desktop.errors import AssignmentInUse, RecordMissing
from gplan_desktop.store import documents
from gplan_desktop.store.store import Store

KEPT = "SELECT assignment_rid, changed_at, changed_by, document FROM assignment_before ORDER BY rid"


@pytest.fixture
def corrected(assignment: Assignment) -> Assignment:
    return replace(assignment, case_officer="Bo Lindh", day=date(2026, 10, 12))


def changes_logged(store: Store) -> list[tuple[str, str]]:
    told = [(entry.action, entry.subject, entry.detail) for entry in store.audit()]
    return [(subject, detail) for action, subject, detail in told if action == "assignment.changed"]


def test_a_correction_takes_the_place_of_what_was_written(
    store: Store, assignment: Assignment, corrected: Assignment
) -> None:
    newer = replace(assignment, id="newer", day=date(2026, 10, 5))
    store.assignments.add(newer)
    assert store.assignments.of_person(assignment.person_id) == [newer, assignment]
    store.assignments.change(corrected)
    assert store.assignments.get(assignment.id) == corrected
    assert store.assignments.of_person(assignment.person_id) == [corrected, newer]
    assert changes_logged(store) == [(assignment.id, "")]


def test_each_correction_keeps_what_it_was(
    store: Store,
    assignment: Assignment,
    corrected: Assignment,
    clock: Any,
    path: Path,
    raw: Callable[[Path], Any],
) -> None:
    clock.move(days=1)
    store.assignments.change(corrected)
    clock.move(days=1)
    store.assignments.change(assignment)
    store.close()
    assert raw(path).execute(KEPT).fetchall() == [
        (1, "2026-11-03T09:00:00.000000+00:00", "Anna Ek", documents.encode(assignment)),
        (1, "2026-11-04T09:00:00.000000+00:00", "Anna Ek", documents.encode(corrected)),
    ]


def test_a_correction_that_changes_nothing_leaves_no_trace(
    store: Store, assignment: Assignment, path: Path, raw: Callable[[Path], Any]
) -> None:
    store.assignments.change(assignment)
    assert changes_logged(store) == []
    store.close()
    assert raw(path).execute(KEPT).fetchall() == []


def test_an_assignment_is_open_while_only_drafts_stand_on_it(
    store: Store, assignment: Assignment, corrected: Assignment, plan: Plan
) -> None:
    assert store.assignments.is_open(assignment.id)
    store.save_draft(plan, 0, Place())
    store.save_draft(replace(plan, id="removed"), 0, Place())
    store.remove_draft("removed")
    assert store.assignments.is_open(assignment.id)
    store.assignments.change(corrected)
    assert store.assignments.get(assignment.id) == corrected


@pytest.mark.parametrize("status", ["established", "superseded", "annulled"])
def test_an_assignment_with_an_established_plan_stays_as_it_was(
    store: Store,
    assignment: Assignment,
    corrected: Assignment,
    plan: Plan,
    establish: Callable[[Plan], PlanRecord],
    reopen: Callable[..., Store],
    status: str,
) -> None:
    establish(plan)
    if status != "established":
        store = reopen(
            store,
            "DROP TRIGGER plan_annulled_for_a_reason",
            f"UPDATE plan SET status = '{status}'",  # noqa: S608
        )
    assert not store.assignments.is_open(assignment.id)
    before = store.audit()
    with pytest.raises(AssignmentInUse):
        store.assignments.change(corrected)
    assert store.audit() == before
    assert store.assignments.get(assignment.id) == assignment


def test_another_assignment_of_the_person_may_still_be_corrected(
    store: Store, assignment: Assignment, plan: Plan, establish: Callable[[Plan], PlanRecord]
) -> None:
    establish(plan)
    other = replace(assignment, id="other")
    store.assignments.add(other)
    assert store.assignments.is_open("other")
    store.assignments.change(replace(other, case_officer="Eva Ström"))
    assert store.assignments.get("other").case_officer == "Eva Ström"


def test_an_assignment_never_moves_to_another_person(
    store: Store, assignment: Assignment, make_person: Callable[..., Person]
) -> None:
    other = make_person("Bo Ek")
    store.add_person(other)
    with pytest.raises(sqlcipher.IntegrityError, match="keeps its id and person"):
        store.assignments.change(replace(assignment, person_id=other.id))
    assert (store.assignments.of_person(other.id), changes_logged(store)) == ([], [])
    assert store.assignments.get(assignment.id) == assignment


def test_an_assignment_that_is_not_there_is_said_to_be_missing(
    store: Store, assignment: Assignment
) -> None:
    with pytest.raises(RecordMissing, match="Uppdraget"):
        store.assignments.is_open("?")
    with pytest.raises(RecordMissing, match="Uppdraget"):
        store.assignments.change(replace(assignment, id="?"))
