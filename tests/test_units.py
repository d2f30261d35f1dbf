"""The units on a computer: made, opened, practised in, and never mixed up."""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from gplan_desktop.domain.dates import in_sweden, stamp
from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.errors import (
    DatabaseDamaged,
    DatabaseInUse,
    DatabaseMissing,
    FolderReadOnly,
    WrongUnit,
)
from gplan_desktop.examples import FILES, examples
from gplan_desktop.paths import DataFolders
from gplan_desktop.store.keys import practice_key
from gplan_desktop.units import PRACTICE, Units

NOW = datetime(2026, 11, 23, 13, 32, tzinfo=UTC)
PAPER = b"%PDF-fake"


@pytest.fixture
def units(tmp_path, method):
    return Units(DataFolders(tmp_path), method, lambda: NOW, lambda *_: PAPER)


def files_beside(path):
    return sorted(file.name for file in path.parent.iterdir())


def draft_of(person, store):
    """Save a changed copy of the draft that practice begins with."""
    plan = next(p for p in store.plans(person) if p.status is PlanStatus.DRAFT)
    record = store.plan(plan.id)
    changed = replace(record.plan, name="Genomförandeplan service")
    store.save_draft(changed, record.version, Place())
    return changed


@pytest.fixture
def practised(units, practice_file):
    """Units whose practice was made on an earlier day: to make it takes long."""
    units.folders.practice_database.parent.mkdir(parents=True)
    shutil.copy(practice_file, units.folders.practice_database)
    return units


def test_the_first_opening_makes_practice_with_every_invented_person_and_plan(units):
    asked = []

    def render(record, situation, unit):
        asked.append((record.plan.id, situation.person.id, situation.today, unit))
        return PAPER

    store = replace(units, render=render).open_practice()
    assert store.unit == PRACTICE
    assert len(store.people()) == len(FILES)
    assert store.verify_audit().number > len(FILES)
    told = {made.plan.id: made for one in examples(NOW.date()) for made in one.established}
    for plan_id, made in told.items():
        record = store.plan(plan_id)
        assert record.plan == made.plan
        # On its own day, in office hours.
        assert stamp(record.establishment.at) == f"{made.day} kl. 14.30"
        assert store.pdf(plan_id) == PAPER
    assert ("karin-plan-2", "karin", date(2026, 5, 15), PRACTICE) in asked
    in_force = [plan.status for plan in store.plans("karin")]
    assert in_force == [PlanStatus.ESTABLISHED, PlanStatus.SUPERSEDED]
    store.close()
    assert "practice.db" in files_beside(units.folders.practice_database)


def test_practice_opened_again_is_as_it_was_left(practised):
    store = practised.open_practice()
    changed = draft_of("olena", store)
    store.close()
    again = practised.open_practice()
    assert again.plan(changed.id).plan == changed
    assert len(again.people()) == len(FILES)
    again.close()


def test_renewed_practice_is_as_it_was_at_first(practised):
    store = practised.open_practice()
    changed = draft_of("olena", store)
    store.close()
    renewed = practised.renew_practice()
    assert renewed.plan(changed.id).plan != changed
    assert len(renewed.people()) == len(FILES)
    renewed.close()


def test_removing_practice_removes_all_of_its_files_and_no_other(practised):
    practised.create_unit("Norrgården", "Anna Ek").close()
    path = practised.folders.practice_database
    for ending in ("-wal", "-shm", ".before-0001"):
        path.with_name(path.name + ending).write_bytes(b"left")
    practised.remove_practice()
    practised.remove_practice()
    assert files_beside(path) == []
    practised.open_unit().close()


def test_practice_that_cannot_be_removed_is_told(units):
    in_the_way = units.folders.practice_database
    in_the_way.mkdir(parents=True)
    with pytest.raises(FolderReadOnly):
        units.remove_practice()


def test_a_failure_while_filling_leaves_no_half_made_practice(units):
    for fails_at in (1, 5):
        papers = iter([PAPER] * (fails_at - 1))
        with pytest.raises(StopIteration):
            replace(units, render=lambda *_, papers=papers: next(papers)).open_practice()
        assert files_beside(units.folders.practice_database) == []
    whole = units.open_practice()
    assert len(whole.people()) == len(FILES)
    whole.close()


def test_a_new_unit_is_empty_and_has_its_name(units):
    units.create_unit("Norrgården", "Anna Ek").close()
    store = units.open_unit()
    assert (store.unit.name, store.unit.coordinator) == ("Norrgården", "Anna Ek")
    assert not store.unit.practice
    assert store.people() == []
    store.close()


def test_a_unit_is_never_made_over_another(units):
    units.create_unit("Norrgården", "Anna Ek").close()
    with pytest.raises(FileExistsError):
        units.create_unit("Södergården", "Bo Ek")
    store = units.open_unit()
    assert store.unit.name == "Norrgården"
    store.close()


def test_opening_a_unit_that_is_not_there_makes_none(units):
    with pytest.raises(DatabaseMissing):
        units.open_unit()
    assert not units.folders.unit_database.exists()


def test_a_unit_is_open_once(units):
    store = units.create_unit("Norrgården", "Anna Ek")
    with pytest.raises(DatabaseInUse):
        units.open_unit()
    store.close()


def test_practice_and_unit_have_different_keys(practised):
    practised.create_unit("Norrgården", "Anna Ek").close()
    practice, real = practised.folders.practice_database, practised.folders.unit_database
    swapped = practice.read_bytes(), real.read_bytes()
    real.write_bytes(swapped[0])
    practice.write_bytes(swapped[1])
    with pytest.raises(DatabaseDamaged):
        practised.open_unit()
    with pytest.raises(DatabaseDamaged):
        practised.open_practice()
    assert (real.read_bytes(), practice.read_bytes()) == swapped


def test_even_with_the_right_key_practice_is_never_opened_as_real(practised):
    folder = practised.folders.unit_database.parent
    folder.mkdir(parents=True)
    (folder / "unit.key").write_bytes(practice_key())
    practised.folders.practice_database.rename(practised.folders.unit_database)
    with pytest.raises(WrongUnit, match="en övningsfil"):
        practised.open_unit()


def test_even_with_the_right_key_a_real_unit_is_never_opened_as_practice(units):
    folder = units.folders.unit_database.parent
    folder.mkdir(parents=True)
    (folder / "unit.key").write_bytes(practice_key())
    units.create_unit("Norrgården", "Anna Ek").close()
    units.folders.practice_database.parent.mkdir()
    units.folders.unit_database.rename(units.folders.practice_database)
    with pytest.raises(WrongUnit, match="en riktig enhet"):
        units.open_practice()
    assert units.folders.practice_database.exists()


@pytest.mark.parametrize(
    ("utc", "day"),
    [("2026-06-30T22:30", date(2026, 7, 1)), ("2026-12-31T22:59", date(2026, 12, 31))],
)
def test_the_day_is_swedens(units, utc, day):
    moment = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert replace(units, now=lambda: moment).today() == day
    assert in_sweden(moment).date() == day
