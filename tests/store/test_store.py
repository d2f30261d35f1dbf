from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.overview import Aftercare, Place, Unit
from gplan_desktop.domain.person import Person, SupportKind
from gplan_desktop.domain.plan import Establishment, Plan, PlanRecord, PlanStatus
from gplan_desktop.errors import (
    DatabaseDamaged,
    PersonExists,
    PlanChangedElsewhere,
    PlanLocked,
    RecordMissing,
)
from gplan_desktop.store import documents
from gplan_desktop.store.store import Store, create

Establish = Callable[[Plan], PlanRecord]
FollowUp = Callable[[str, Plan], Plan]


def wishing(plan: Plan, wishes: str) -> Plan:
    return replace(plan, participation=replace(plan.participation, wishes=wishes))


def test_everything_is_there_after_closing_and_opening(
    store: Store, plan: Plan, person: Person, assignment: Assignment, reopen: Callable[..., Store]
) -> None:
    store.save_draft(plan, 0, Place("participation", "participation.how"))
    again = reopen(store)
    assert again.unit == store.unit
    assert again.person(person.id) == person
    assert again.assignments.of_person(person.id) == [assignment]
    assert again.assignments.get(assignment.id) == assignment
    assert again.plan(plan.id) == PlanRecord(plan, PlanStatus.DRAFT, 1)
    assert again.place(plan.id) == Place("participation", "participation.how")


def test_closing_twice_is_harmless(empty_store: Store) -> None:
    empty_store.close()
    empty_store.close()


def test_a_unit_is_not_created_over_a_file(path: Path, key: bytes, unit: Unit) -> None:
    path.write_bytes(b"something dear")
    with pytest.raises(FileExistsError):
        create(path, key, unit)
    assert path.read_bytes() == b"something dear"


def test_a_leftover_of_a_failed_creation_is_replaced(path: Path, key: bytes, unit: Unit) -> None:
    path.with_name("unit.db.partial").write_bytes(b"half made")
    create(path, key, unit).close()
    assert [file.name for file in path.parent.iterdir()] == ["unit.db"]


def test_nothing_is_left_of_a_creation_that_failed(path: Path, unit: Unit) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        create(path, b"short", unit)
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize(
    "ask",
    [
        lambda store: store.person("?"),
        lambda store: store.assignments.get("?"),
        lambda store: store.assignments.is_open("?"),
        lambda store: store.plan("?"),
        lambda store: store.place("?"),
        lambda store: store.pdf("?"),
        lambda store: store.remove_draft("?"),
    ],
)
def test_what_is_not_there_is_said_to_be_missing(
    store: Store, ask: Callable[[Store], object]
) -> None:
    with pytest.raises(RecordMissing):
        ask(store)


def test_a_person_is_added_once(store: Store, person: Person) -> None:
    with pytest.raises(PersonExists):
        store.add_person(replace(person, id="another"))
    assert [found.id for found in store.people()] == [person.id]


def test_a_summary_shows_what_lists_need(
    store: Store, person: Person, plan: Plan, establish: Establish
) -> None:
    establish(plan)
    store.save_draft(replace(plan, id="night", name="Hemvård natt"), 0, Place())
    [found] = store.people()
    assert (found.id, found.name, found.number) == (person.id, "Karin Öberg", "19410331-••••")
    assert (found.unit, found.provider) == ("Norrgården", "Kommunens hemtjänst")
    assert (found.external, found.protected, found.needs_plan) == (False, False, True)
    assert found.support_kinds == (SupportKind.HOME_CARE, SupportKind.ALARM)
    assert found.support_start == date(2026, 10, 1)
    assert [plan.name for plan in found.current] == ["Hemvård"]
    assert [plan.name for plan in found.drafts] == ["Hemvård natt"]


def test_assignments_come_newest_first(
    store: Store, person: Person, assignment: Assignment
) -> None:
    newer = replace(assignment, id="newer", day=date(2026, 12, 1))
    older = replace(assignment, id="older", day=date(2025, 12, 1))
    for added in (newer, older):
        store.assignments.add(added)
    assert store.assignments.of_person(person.id) == [newer, assignment, older]


def test_each_save_raises_the_version_and_moves_the_place(store: Store, plan: Plan) -> None:
    first = store.save_draft(plan, 0, Place("a"))
    second = store.save_draft(wishing(plan, "Jag vill duscha."), first, Place("b", "b.c"))
    assert (first, second) == (1, 2)
    assert store.plan(plan.id).plan.participation.wishes == "Jag vill duscha."
    assert store.place(plan.id) == Place("b", "b.c")


@pytest.mark.parametrize("stale", [0, 1, 3])
def test_a_stale_save_overwrites_nothing(store: Store, plan: Plan, stale: int) -> None:
    mine = wishing(plan, "mitt")
    store.save_draft(mine, store.save_draft(plan, 0, Place()), Place())
    with pytest.raises(PlanChangedElsewhere):
        store.save_draft(wishing(plan, "ditt"), stale, Place())
    assert store.plan(plan.id) == PlanRecord(mine, PlanStatus.DRAFT, 2)


def test_a_save_whose_answer_was_lost_may_be_repeated(store: Store, plan: Plan) -> None:
    assert [store.save_draft(plan, 0, Place()) for _ in range(2)] == [1, 1]
    changed = wishing(plan, "Jag vill duscha.")
    assert [store.save_draft(changed, 1, Place()) for _ in range(2)] == [2, 2]
    assert [entry.action for entry in store.audit()].count("plan.begun") == 1


def test_a_draft_that_is_not_there_cannot_be_saved_over(store: Store, plan: Plan) -> None:
    with pytest.raises(RecordMissing):
        store.save_draft(plan, 4, Place())


@pytest.mark.parametrize("text", ["a\0b", "half \ud83d of a pair"])
def test_text_that_cannot_be_stored_is_refused(store: Store, plan: Plan, text: str) -> None:
    store.save_draft(plan, 0, Place())
    with pytest.raises(ValueError):  # noqa: PT011 two kinds with their own words
        store.save_draft(wishing(plan, text), 1, Place())
    assert store.plan(plan.id).plan == plan


def test_a_removed_draft_is_in_no_list_but_is_kept(
    store: Store, plan: Plan, person: Person
) -> None:
    store.save_draft(plan, 0, Place())
    store.remove_draft(plan.id)
    assert store.plans(person.id) == store.plan_lists.drafts() == []
    assert store.people()[0].drafts == ()
    assert store.plan(plan.id).status is PlanStatus.REMOVED
    with pytest.raises(RecordMissing):
        store.save_draft(plan, 1, Place())


def test_a_plan_follows_and_stands_on_what_is_of_its_own_person_only(
    store: Store, plan: Plan, make_person: Callable[..., Person]
) -> None:
    other = make_person("Bo Ek")
    store.add_person(other)
    store.save_draft(plan, 0, Place())
    own = replace(plan, id="own", person_id=other.id)
    for wrong in (own, replace(own, assignment_id="none", previous_id=plan.id)):
        with pytest.raises(ValueError, match="its own person"):
            store.save_draft(wrong, 0, Place())
    with pytest.raises(ValueError, match="its own person"):
        store.save_draft(replace(plan, person_id=other.id), 1, Place())
    assert store.plans(other.id) == []


def test_drafts_come_with_their_person_latest_changed_first(
    store: Store, plan: Plan, make_person: Callable[..., Person], clock: Any
) -> None:
    other = make_person("Bo Ek")
    store.add_person(other)
    (assignment,) = store.assignments.of_person(plan.person_id)
    store.assignments.add(replace(assignment, id="other", person_id=other.id))
    for id_, person_id in (("one", plan.person_id), ("two", other.id)):
        clock.move(minutes=1)
        assignment_id = store.assignments.of_person(person_id)[0].id
        draft = replace(plan, id=id_, person_id=person_id, assignment_id=assignment_id)
        store.save_draft(draft, 0, Place())
    clock.move(minutes=1)
    store.save_draft(wishing(replace(plan, id="one"), "nytt"), 1, Place())
    drafts = store.plan_lists.drafts()
    found = [(person.name, draft.id, draft.changed_at) for person, draft in drafts]
    assert [entry[:2] for entry in found] == [("Karin Öberg", "one"), ("Bo Ek", "two")]
    assert found[0][2] == clock()


def test_an_established_plan_is_locked_and_has_its_paper(
    store: Store, plan: Plan, establish: Establish, clock: Any
) -> None:
    record = establish(plan)
    checksum = documents.checksum(plan)
    expected = Establishment(clock(), "Anna Ek", "2026-1", checksum)
    assert record == PlanRecord(plan, PlanStatus.ESTABLISHED, 2, expected)
    assert store.plan(plan.id) == record
    assert store.pdf(plan.id) == b"%PDF-1.7 plan-1"
    for change in (lambda: store.save_draft(plan, 2, Place()), lambda: store.remove_draft(plan.id)):
        with pytest.raises(PlanLocked):
            change()


def test_a_plan_is_not_established_under_a_foreign_checksum(
    store: Store, plan: Plan, clock: Any
) -> None:
    store.save_draft(plan, 0, Place())
    with pytest.raises(ValueError, match="checksum"):
        store.establish(plan, 1, Establishment(clock(), "Anna Ek", "2026-1", "0" * 64), b"%PDF")
    assert not store.plan(plan.id).is_locked


def test_a_stale_plan_is_not_established(store: Store, plan: Plan, clock: Any) -> None:
    store.save_draft(wishing(plan, "nyare"), store.save_draft(plan, 0, Place()), Place())
    moment = Establishment(clock(), "Anna Ek", "2026-1", documents.checksum(plan))
    with pytest.raises(PlanChangedElsewhere):
        store.establish(plan, 1, moment, b"%PDF")
    assert not store.plan(plan.id).is_locked


def test_the_new_plan_takes_the_place_of_the_one_it_follows_up(
    store: Store, plan: Plan, establish: Establish, follow_up: FollowUp
) -> None:
    establish(plan)
    establish(follow_up("plan-2", plan))
    former, current = store.plan("plan-1"), store.plan("plan-2")
    assert (former.status, former.followed_up_on) == (PlanStatus.SUPERSEDED, date(2027, 3, 1))
    assert current.is_current
    assert [(p.id, p.is_current) for p in store.plans(plan.person_id)] == [
        ("plan-2", True),
        ("plan-1", False),
    ]
    assert store.pdf("plan-1") == b"%PDF-1.7 plan-1"


def test_a_renamed_follow_up_ends_the_plan_it_follows(
    store: Store, plan: Plan, establish: Establish, follow_up: FollowUp
) -> None:
    establish(plan)
    establish(replace(follow_up("plan-2", plan), name="Service"))
    assert store.plan("plan-1").status is PlanStatus.SUPERSEDED


def test_plans_with_different_names_are_in_force_together(
    store: Store, plan: Plan, establish: Establish
) -> None:
    establish(plan)
    establish(replace(plan, id="night", name="Hemvård natt"))
    assert {p.name for p in store.people()[0].current} == {"Hemvård", "Hemvård natt"}


def test_aftercare_is_empty_until_it_is_noted(
    store: Store, plan: Plan, establish: Establish, clock: Any
) -> None:
    establish(plan)
    assert store.aftercares.of_plan(plan.id) == Aftercare()
    for noted in (Aftercare(printed_at=clock()), Aftercare(clock(), clock(), None)):
        store.aftercares.note(plan.id, noted)
        assert store.aftercares.of_plan(plan.id) == noted


def test_the_log_tells_what_was_done_and_by_whom(
    store: Store, plan: Plan, establish: Establish, follow_up: FollowUp, clock: Any
) -> None:
    establish(plan)
    establish(follow_up("plan-2", plan))
    told = [(entry.action, entry.subject) for entry in store.audit(after=3)]
    assert told == [
        ("plan.established", "plan-1"),
        ("plan.begun", "plan-2"),
        ("plan.superseded", "plan-1"),
        ("plan.established", "plan-2"),
    ]
    assert {(entry.actor, entry.at) for entry in store.audit()} == {("Anna Ek", clock())}
    assert [entry.number for entry in store.audit(after=2, limit=2)] == [3, 4]


def test_nothing_that_failed_is_in_the_log(store: Store, plan: Plan, person: Person) -> None:
    before = store.audit()
    for change in (lambda: store.add_person(person), lambda: store.save_draft(plan, 3, Place())):
        with pytest.raises((PersonExists, RecordMissing)):
            change()
    assert store.audit() == before


def test_a_document_that_is_no_plan_is_reported_not_shown(
    store: Store, plan: Plan, reopen: Callable[..., Store]
) -> None:
    store.save_draft(plan, 0, Place())
    again = reopen(store, """UPDATE plan_doc SET document = '{"id": 7}'""")
    with pytest.raises(DatabaseDamaged, match="skadad"):
        again.plan(plan.id)
