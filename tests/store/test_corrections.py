"""Plans that are annulled or corrected: the original stays, and why is kept with it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.correction import CorrectionKind
from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.plan import (
    Establishment,
    Plan,
    PlanRecord,
    PlanStatus,
    copy_to_correct,
    first_plan,
)
from gplan_desktop.domain.user import Whose, with_role
from gplan_desktop.errors import NotAllowed, RecordMissing
from gplan_desktop.method.model import Method
from gplan_desktop.store.corrections import CorrectionOvertaken, PlanNotInForce
from gplan_desktop.store.kept_drafts import NotBroughtBack
from gplan_desktop.store.store import Store

Establish = Callable[[Plan], PlanRecord]
WHY = "Fel tid på duschen"


@pytest.fixture
def in_force(store: Store, plan: Plan, establish: Establish) -> PlanRecord:
    return establish(plan)


@pytest.fixture
def correction(store: Store, in_force: PlanRecord) -> Plan:
    """A draft that corrects the plan in force."""
    draft = copy_to_correct("corrected", in_force.plan)
    store.corrections.begin(draft, in_force.plan.id, WHY)
    return draft


@pytest.fixture
def finish(store: Store, clock: Any) -> Callable[[Plan], PlanRecord]:
    """Establish a draft that has been saved once."""

    def finish(draft: Plan) -> PlanRecord:
        moment = Establishment(clock(), "Anna Ek", "2026-1", store.checksum(draft))
        return store.establish(draft, 1, moment, b"%PDF-1.7 corrected")

    return finish


def actions(store: Store) -> list[tuple[str, str, str]]:
    """What the log tells was done, without what was only read."""
    entries = (entry for entry in store.audit() if not entry.action.endswith(".read"))
    return [(entry.action, entry.subject, entry.detail) for entry in entries]


def test_an_annulled_plan_stays_as_it_was_with_who_when_and_why(
    store: Store, in_force: PlanRecord, clock: Any
) -> None:
    paper = store.pdf("plan-1")
    clock.move(hours=3)
    store.corrections.annul("plan-1", "Fel person")
    record = store.plan("plan-1")
    assert (record.plan, record.establishment) == (in_force.plan, in_force.establishment)
    assert store.pdf("plan-1") == paper
    assert record.status is PlanStatus.ANNULLED
    assert record.ended
    assert (record.ended.kind, record.ended.reason) == (CorrectionKind.ANNULLED, "Fel person")
    assert (record.ended.at, record.ended.by) == (clock(), "Anna Ek")
    assert actions(store)[-1] == ("plan.annulled", "plan-1", "")
    assert [plan.ended for plan in store.plans(record.plan.person_id)] == [record.ended]


def test_what_an_annulled_plan_superseded_does_not_come_back(
    store: Store, plan: Plan, establish: Establish, follow_up: Callable[..., Plan]
) -> None:
    establish(plan)
    establish(follow_up("plan-2", plan))
    store.corrections.annul("plan-2", "Fel person")
    assert store.plan("plan-1").status is PlanStatus.SUPERSEDED
    assert store.people()[0].current == ()


def test_only_a_plan_in_force_is_annulled_and_only_once(
    store: Store, plan: Plan, establish: Establish, follow_up: Callable[..., Plan]
) -> None:
    establish(plan)
    establish(follow_up("plan-2", plan))
    store.save_draft(follow_up("draft", plan), 0, Place())
    store.corrections.annul("plan-2", "Fel person")
    before = actions(store)
    for plan_id in ("plan-1", "plan-2", "draft"):
        with pytest.raises(PlanNotInForce):
            store.corrections.annul(plan_id, "En gång till")
        with pytest.raises(PlanNotInForce):
            store.corrections.begin(replace(plan, id="new"), plan_id, WHY)
    with pytest.raises(RecordMissing):
        store.corrections.annul("none", "Fel person")
    assert actions(store) == before


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_nothing_is_done_without_a_reason(store: Store, in_force: PlanRecord, reason: str) -> None:
    before = actions(store)
    with pytest.raises(ValueError, match="reason"):
        store.corrections.annul("plan-1", reason)
    with pytest.raises(ValueError, match="reason"):
        store.corrections.begin(replace(in_force.plan, id="new"), "plan-1", reason)
    assert actions(store) == before
    assert [plan.id for plan in store.plans(in_force.plan.person_id)] == ["plan-1"]


def test_a_correction_is_a_draft_until_it_is_established(
    store: Store, in_force: PlanRecord, correction: Plan
) -> None:
    draft = store.plan("corrected")
    assert (draft.status, draft.version, draft.plan) == (PlanStatus.DRAFT, 1, correction)
    assert draft.corrects
    assert (draft.corrects.plan_id, draft.corrects.is_done) == ("plan-1", False)
    assert draft.corrects.established_at == in_force.establishment.at  # type: ignore[union-attr]
    assert store.plan("plan-1") == in_force
    assert actions(store)[-2:] == [
        ("plan.begun", "corrected", ""),
        ("plan.correction_begun", "plan-1", "corrected"),
    ]


def test_a_corrected_plan_takes_the_place_of_the_wrong_one_which_was_not_followed_up(
    store: Store, correction: Plan, finish: Callable[[Plan], PlanRecord], clock: Any
) -> None:
    clock.move(days=1)
    record = finish(replace(correction, name="Hemvård natt"))
    wrong = store.plan("plan-1")
    assert (wrong.status, wrong.followed_up_on) == (PlanStatus.SUPERSEDED, None)
    assert record.status is PlanStatus.ESTABLISHED
    assert wrong.ended == record.corrects
    assert wrong.ended
    assert (wrong.ended.is_done, wrong.ended.at, wrong.ended.reason) == (True, clock(), WHY)
    assert [plan.id for plan in store.people()[0].current] == ["corrected"]
    assert actions(store)[-2] == ("plan.corrected", "plan-1", "corrected")


def test_a_corrected_plan_can_itself_be_corrected_and_annulled(
    store: Store, correction: Plan, finish: Callable[[Plan], PlanRecord]
) -> None:
    finish(correction)
    again = copy_to_correct("again", correction)
    store.corrections.begin(again, "corrected", "Fel ord")
    finish(again)
    store.corrections.annul("again", "Fel person")
    record = store.plan("again")
    assert record.corrects
    assert record.corrects.plan_id == "corrected"
    assert record.ended
    assert record.ended.kind is CorrectionKind.ANNULLED


def test_a_correction_that_was_taken_away_has_corrected_nothing(
    store: Store, in_force: PlanRecord, correction: Plan
) -> None:
    store.remove_draft(correction.id)
    assert store.corrections.of_plan("plan-1") == []
    store.corrections.begin(copy_to_correct("second", in_force.plan), "plan-1", "Annat skäl")
    (begun,) = store.corrections.of_plan("plan-1")
    assert (begun.new_plan_id, begun.reason) == ("second", "Annat skäl")


def test_a_correction_is_not_established_over_a_plan_that_came_after(
    store: Store,
    plan: Plan,
    correction: Plan,
    establish: Establish,
    finish: Callable[[Plan], PlanRecord],
    follow_up: Callable[..., Plan],
) -> None:
    establish(follow_up("plan-2", plan))
    with pytest.raises(CorrectionOvertaken):
        finish(correction)
    assert store.plan("plan-2").is_current
    assert store.plan("corrected").status is PlanStatus.DRAFT


def test_a_correction_that_was_taken_away_can_be_brought_back_while_the_plan_is_in_force(
    store: Store, correction: Plan
) -> None:
    store.remove_draft(correction.id)
    store.bin.bring_back(correction.id)
    assert store.plan(correction.id).corrects
    store.remove_draft(correction.id)
    store.corrections.annul("plan-1", "Fel person")
    with pytest.raises(NotBroughtBack):
        store.bin.bring_back(correction.id)


def test_a_correction_whose_draft_was_erased_is_told_of_no_more(
    store: Store, correction: Plan, clock: Any
) -> None:
    store.remove_draft(correction.id)
    clock.move(days=31)
    assert store.bin.erase_overdue() == 1
    assert store.corrections.of_plan("plan-1") == []
    assert store.plan("plan-1").is_current


def test_who_may_not_correct_is_refused(store: Store, in_force: PlanRecord, method: Method) -> None:
    role = with_role("lasare", "Eva Ström", "lasare", method.access.roles)
    store.work_as(replace(role, whose=Whose.ALL))
    with pytest.raises(NotAllowed):
        store.corrections.annul("plan-1", "Fel person")
    with pytest.raises(NotAllowed):
        store.corrections.begin(copy_to_correct("new", in_force.plan), "plan-1", WHY)
    assert store.corrections.of_plan("plan-1") == []


# What the database itself refuses


@pytest.fixture
def database(
    store: Store,
    plan: Plan,
    person: Any,
    make_person: Callable[..., Any],
    establish: Establish,
    follow_up: Callable[..., Plan],
    path: Any,
    raw: Callable[..., Any],
) -> Iterator[Any]:
    """An annulled plan (1), two in force (2 and 6), drafts (3, 5 and 4 of another person).

    Draft 3 corrects plan 2.
    """
    establish(plan)
    store.corrections.annul("plan-1", "Fel person")
    establish(replace(plan, id="plan-2"))
    store.corrections.begin(replace(plan, id="plan-3"), "plan-2", WHY)
    other = make_person("Per Ek")
    store.add_person(other)
    assignment = Assignment("assignment-2", other.id, person.support_start, "Bo Lind", ())
    store.assignments.add(assignment)
    store.save_draft(first_plan("plan-4", assignment, "Hemvård"), 0, Place())
    store.save_draft(replace(plan, id="plan-5"), 0, Place())
    establish(replace(plan, id="plan-6", name="Service"))
    store.close()
    connection = raw(path)
    yield connection
    connection.rollback()


ADD = (
    "INSERT{} INTO correction (plan_id, kind, reason, decided_at, decided_by, new_plan_id)"
    " VALUES ('{}', '{}', 'Fel', 'x', 'x', {})"
)


ALTERING = (
    ("UPDATE correction SET reason = 'Annat'", "never changed"),
    ("UPDATE correction SET decided_by = 'Eva'", "never changed"),
    ("UPDATE OR REPLACE correction SET rid = 77 WHERE rid = 1", "never changed"),
    ("DELETE FROM correction", "never changed"),
    ("REPLACE INTO correction SELECT * FROM correction WHERE rid = 2", "never changed"),
    ("UPDATE plan SET status = 'annulled' WHERE id = 'plan-2'", "for a reason"),
    (ADD.format("", "plan-1", "annulled", "NULL"), "in force|never changed"),
    (ADD.format("", "plan-3", "annulled", "NULL"), "in force"),
    (ADD.format("", "none", "annulled", "NULL"), "in force"),
    (ADD.format("", "plan-6", "corrected", "'none'"), "by a draft"),
    (ADD.format("", "plan-6", "corrected", "'plan-1'"), "by a draft"),
    (ADD.format("", "plan-6", "corrected", "'plan-4'"), "by a draft"),
    (ADD.format("", "plan-2", "corrected", "'plan-5'"), "never changed"),
    (ADD.format(" OR REPLACE", "plan-2", "corrected", "'plan-3'"), "never changed"),
    (ADD.format("", "plan-6", "corrected", "NULL"), "CHECK|by a draft"),
    (ADD.format("", "plan-6", "annulled", "'plan-5'"), "CHECK"),
    (ADD.format("", "plan-6", "annulled", "NULL").replace("'Fel'", "' '"), "CHECK"),
)


def test_a_correction_is_made_once_and_never_altered(database: Any) -> None:
    for sql, why in ALTERING:
        with pytest.raises(sqlcipher.IntegrityError, match=why):
            database.execute(sql)
        database.rollback()


def test_what_a_plan_corrects_is_never_in_force_beside_it(database: Any) -> None:
    locked = "established_at = 'x', established_by = 'x', method_version = 'x', checksum = 'x'"
    change = f"UPDATE plan SET name = 'Natt', status = 'established', {locked} WHERE id = 'plan-3'"  # noqa: S608
    with pytest.raises(sqlcipher.IntegrityError, match="corrects is in force"):
        database.execute(change)
    database.execute("UPDATE plan SET status = 'superseded' WHERE id = 'plan-2'")
    assert database.execute(change).rowcount == 1
