"""Drafts in the bin: brought back, or erased after thirty days; and who writes in a draft now."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.plan import Closing, Establishment, Plan, PlanStatus, copy_for_follow_up
from gplan_desktop.domain.user import only_user
from gplan_desktop.errors import PlanLocked, RecordMissing
from gplan_desktop.store import documents
from gplan_desktop.store.kept_drafts import DraftWriter, NotBroughtBack
from gplan_desktop.store.store import Store, open_store

PLACE = Place("area.d5", "area.d5.goal")


@pytest.fixture
def removed(store: Store, plan: Plan, clock: Any) -> Store:
    """A store whose only draft was taken away an hour after it was last written in."""
    store.save_draft(replace(plan, name="Hemvård "), 0, Place())
    store.save_draft(plan, 1, PLACE)
    clock.move(hours=1)
    store.remove_draft(plan.id)
    return store


def test_a_draft_that_is_taken_away_lies_in_the_bin(removed: Store, clock: Any) -> None:
    [draft] = removed.bin.removed()
    assert (draft.plan_id, draft.name, draft.person.name) == ("plan-1", "Hemvård", "Karin Öberg")
    assert (draft.removed_by, draft.removed_at) == ("Anna Ek", clock())
    assert draft.erased_at == clock() + timedelta(days=30)


def test_the_latest_taken_away_comes_first(removed: Store, plan: Plan, clock: Any) -> None:
    removed.save_draft(replace(plan, id="other"), 0, Place())
    clock.move(minutes=1)
    removed.remove_draft("other")
    assert [draft.plan_id for draft in removed.bin.removed()] == ["other", "plan-1"]


def test_a_draft_comes_back_with_its_text_its_points_and_its_place(
    removed: Store, plan: Plan, clock: Any
) -> None:
    clock.move(days=2)
    removed.bin.bring_back(plan.id)
    record = removed.plan(plan.id)
    assert (record.plan, record.status, record.version) == (plan, PlanStatus.DRAFT, 2)
    assert removed.place(plan.id) == PLACE
    assert [point.plan.name for point in removed.restore_points(plan.id)] == ["Hemvård "]
    assert removed.bin.removed() == []
    [(_, draft)] = removed.plan_lists.drafts()
    assert draft.changed_at == clock()
    assert removed.save_draft(plan, 2, PLACE) == 3
    assert "plan.brought_back" in [entry.action for entry in removed.audit()]
    removed.verify_audit()


def test_a_draft_may_be_taken_away_and_brought_back_again(removed: Store, plan: Plan) -> None:
    for _ in range(2):
        removed.bin.bring_back(plan.id)
        removed.remove_draft(plan.id)
    assert len(removed.bin.removed()) == 1


@pytest.mark.parametrize("plan_id", ["?", "plan-1"])
def test_what_does_not_lie_in_the_bin_cannot_be_brought_back(
    store: Store, plan: Plan, plan_id: str
) -> None:
    store.save_draft(plan, 0, Place())
    with pytest.raises(RecordMissing):
        store.bin.bring_back(plan_id)


def test_an_established_plan_never_comes_into_the_bin(
    store: Store, plan: Plan, establish: Any
) -> None:
    establish(plan)
    with pytest.raises(PlanLocked):
        store.remove_draft(plan.id)
    assert store.bin.removed() == []


def newer_draft(store: Store, plan: Plan, _: Any) -> None:
    store.save_draft(replace(plan, id="newer"), 0, Place())


def newer_plan(store: Store, plan: Plan, establish: Any) -> None:
    establish(replace(plan, id="newer"))


@pytest.mark.parametrize(
    ("happens", "reason"),
    [(newer_draft, "ett nyare utkast"), (newer_plan, "en nyare upprättad plan")],
)
def test_a_first_plan_stays_in_the_bin_when_a_newer_has_its_name(
    removed: Store, plan: Plan, establish: Any, happens: Callable[..., None], reason: str
) -> None:
    happens(removed, plan, establish)
    assert len(removed.bin.removed()) == 1
    before = removed.audit()
    with pytest.raises(NotBroughtBack, match=f"{reason}, Hemvård"):
        removed.bin.bring_back(plan.id)
    assert len(removed.bin.removed()) == 1
    assert removed.audit() == before


def test_plans_of_other_names_do_not_keep_it_in_the_bin(
    removed: Store, plan: Plan, establish: Any
) -> None:
    establish(replace(plan, id="newer", name="HSL"))
    removed.bin.bring_back(plan.id)


@pytest.fixture
def followed(store: Store, plan: Plan, establish: Any, follow_up: Any) -> Store:
    """A store with a plan in force, whose follow-up was begun and taken away."""
    establish(plan)
    store.save_draft(follow_up("draft", plan), 0, Place())
    store.remove_draft("draft")
    return store


def test_a_follow_up_comes_back_while_its_plan_is_in_force(followed: Store) -> None:
    followed.bin.bring_back("draft")


def test_a_follow_up_stays_when_another_has_been_begun(
    followed: Store, plan: Plan, follow_up: Any
) -> None:
    followed.save_draft(replace(follow_up("other", plan), name="HSL"), 0, Place())
    with pytest.raises(NotBroughtBack, match="ett nyare utkast, HSL"):
        followed.bin.bring_back("draft")


def test_a_follow_up_stays_when_its_plan_is_no_longer_in_force(
    followed: Store, plan: Plan, assignment: Any, clock: Any
) -> None:
    # Followed up under another name, and that plan followed up in its turn.
    former = plan
    for plan_id, name in (("b", "HSL"), ("c", "Hemtjänst")):
        later = replace(copy_for_follow_up(plan_id, former, assignment), name=name)
        later = replace(later, closing=Closing(clock().date(), participated=True))
        version = followed.save_draft(later, 0, Place())
        moment = Establishment(clock(), "Anna Ek", "2026-1", documents.checksum(later))
        followed.establish(later, version, moment, b"%PDF")
        former = later
    with pytest.raises(NotBroughtBack, match="gäller inte längre"):
        followed.bin.bring_back("draft")


@pytest.mark.parametrize(("days", "left"), [(29.9, 1), (30, 0), (400, 0)])
def test_after_thirty_days_a_draft_is_erased_when_the_unit_is_opened(
    removed: Store, path: Path, key: bytes, clock: Any, days: float, left: int
) -> None:
    removed.close()
    clock.move(days=days)
    again = open_store(path, key, practice=False, now=clock)
    assert len(again.bin.removed()) == left
    erased = [entry.subject for entry in again.audit() if entry.action == "plan.erased"]
    assert erased == ["plan-1"] * (1 - left)
    again.verify_audit()
    again.close()


def test_an_erased_draft_leaves_no_text(
    removed: Store, path: Path, plan: Plan, clock: Any, raw: Callable[[Path], Any]
) -> None:
    clock.move(days=31)
    assert removed.bin.erase_overdue() == 1
    assert removed.bin.erase_overdue() == 0
    for ask in (removed.plan, removed.bin.bring_back):
        with pytest.raises(RecordMissing):
            ask(plan.id)
    assert removed.restore_points(plan.id) == []
    removed.close()
    tables = ("plan_doc", "restore_point", "removed_draft")
    counts = [raw(path).execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables]  # noqa: S608
    assert counts == [0, 0, 0]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE removed_draft SET removed_by = 'Någon annan'",
        "INSERT OR REPLACE INTO removed_draft SELECT rid, '2000', 'Någon annan' FROM plan",
    ],
)
def test_who_took_a_draft_away_cannot_be_altered(
    removed: Store, path: Path, raw: Callable[[Path], Any], statement: str
) -> None:
    removed.close()
    with pytest.raises(sqlcipher.IntegrityError):
        raw(path).execute(statement)


def test_a_draft_in_use_cannot_be_laid_in_the_bin_by_hand(
    store: Store, plan: Plan, path: Path, raw: Callable[[Path], Any]
) -> None:
    store.save_draft(plan, 0, Place())
    store.close()
    with pytest.raises(sqlcipher.IntegrityError, match="only a draft"):
        raw(path).execute("INSERT INTO removed_draft SELECT rid, '2026', 'Anna Ek' FROM plan")


def test_whoever_comes_second_is_told_who_writes_and_since_when(
    store: Store, plan: Plan, clock: Any
) -> None:
    store.save_draft(plan, 0, Place())
    began = clock()
    assert store.writers.begin(plan.id, "one") is None
    clock.move(minutes=5)
    store.work_as(only_user("Eva Ström"))
    assert store.writers.begin(plan.id, "two") == DraftWriter("Anna Ek", began)
    assert store.writers.now(plan.id) == DraftWriter("Eva Ström", clock())


def test_a_second_window_of_ones_own_is_nothing_to_be_told_of(store: Store, plan: Plan) -> None:
    store.save_draft(plan, 0, Place())
    for session in ("one", "two"):
        assert store.writers.begin(plan.id, session) is None


def test_whoever_leaves_is_forgotten_but_not_who_came_later(store: Store, plan: Plan) -> None:
    store.save_draft(plan, 0, Place())
    for session in ("one", "two"):
        store.writers.begin(plan.id, session)
    store.writers.end(plan.id, "one")
    assert store.writers.now(plan.id) is not None
    store.writers.end(plan.id, "two")
    assert store.writers.now(plan.id) is None


def test_a_draft_that_is_taken_away_has_no_writer(store: Store, plan: Plan) -> None:
    store.save_draft(plan, 0, Place())
    store.writers.begin(plan.id, "one")
    store.remove_draft(plan.id)
    store.bin.bring_back(plan.id)
    assert store.writers.now(plan.id) is None


def test_nobody_writes_in_a_plan_that_is_no_draft(store: Store, plan: Plan, establish: Any) -> None:
    establish(plan)
    for plan_id in (plan.id, "?"):
        assert store.writers.begin(plan_id, "one") is None
        assert store.writers.now(plan_id) is None


def test_a_program_that_fell_leaves_no_writer_behind(
    store: Store, plan: Plan, path: Path, key: bytes, clock: Any
) -> None:
    store.save_draft(plan, 0, Place())
    store.writers.begin(plan.id, "one")
    store.close()
    again = open_store(path, key, practice=False, now=clock)
    assert again.writers.now(plan.id) is None
    again.close()
