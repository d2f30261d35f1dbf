"""Correcting and annulling an established plan, on a practice unit in a real file (F26)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.plan import GoalAttainment, PlanRecord, PlanStatus
from gplan_desktop.editing import PlanEditor
from gplan_desktop.paths import DataFolders
from gplan_desktop.planning import (
    ChangeRefused,
    Desk,
    Opened,
    annul,
    begin_correction,
    begin_first,
    changes,
    establish,
    follow_up,
    open_plan,
)
from gplan_desktop.selfcheck import write_everything
from gplan_desktop.units import Units

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 24, 13, 32, tzinfo=UTC)
PAPER = b"%PDF-fake"
WHY = "Fel tid på duschen"
DAY_PLAN = "Genomförandeplan Hemvård"


@pytest.fixture
def desk(tmp_path, practice_file, method):
    units = Units(DataFolders(tmp_path), method, lambda: NOW, lambda *_: PAPER)
    units.folders.practice_database.parent.mkdir()
    units.folders.practice_database.write_bytes(practice_file.read_bytes())
    store = units.open_practice()
    yield Desk(store, method, TODAY)
    store.close()


@pytest.fixture
def established(desk):
    """Karin's plan as it was just established, by following up the one before."""
    opened = follow_up("karin-plan-2", desk)
    editor = PlanEditor(opened.record, opened.situation)
    write_everything(editor)
    version = desk.store.save_draft(editor.plan, 0, Place())
    ready = Opened(PlanRecord(editor.plan, version=version), opened.situation)
    return establish(ready, desk, NOW, lambda _: PAPER)


def rewritten(opened, desk):
    """Correct one word of the draft and save it."""
    editor = PlanEditor(opened.record, opened.situation)
    editor.change("participation.wishes", "Karin vill duscha på morgonen.")
    assert editor.blocking == ()
    version = desk.store.save_draft(editor.plan, editor.record.version, Place())
    editor.saved(editor.plan, version)
    return Opened(editor.record_now, opened.situation)


def in_force(desk):
    return [plan.id for plan in desk.store.plans("karin") if plan.is_current]


def test_a_correction_is_a_copy_of_all_that_stands_in_the_plan(desk, established):
    opened = begin_correction(established.plan.id, WHY, desk)
    draft = opened.record.plan
    assert draft == replace(established.plan, id=draft.id)
    assert draft.previous_id == "karin-plan-2"
    assert any(area.attainment is GoalAttainment.REMAINS for area in draft.areas)
    assert all(contributor.confirmed for contributor in draft.contributors)
    assert opened.record.corrects.reason == WHY
    assert opened.situation.corrected == established


def test_nothing_hinders_a_correction_in_which_nothing_else_is_changed(desk, established):
    opened = begin_correction(established.plan.id, WHY, desk)
    editor = PlanEditor(opened.record, opened.situation)
    assert editor.findings == () or all(editor.reason(found) for found in editor.warnings)
    assert editor.blocking == ()


def test_a_corrected_plan_stands_instead_of_the_wrong_one(desk, established):
    told = []

    def render(record):
        told.append(record)
        return b"%PDF-corrected"

    ready = rewritten(begin_correction(established.plan.id, WHY, desk), desk)
    record = establish(ready, desk, NOW, render)
    wrong = desk.store.plan(established.plan.id)
    assert told == [replace(record, version=told[0].version)]
    assert in_force(desk) == [record.plan.id]
    assert record.establishment.checksum != established.establishment.checksum
    assert (wrong.plan, wrong.status, wrong.followed_up_on) == (
        established.plan,
        PlanStatus.SUPERSEDED,
        None,
    )
    assert wrong.ended == record.corrects
    assert desk.store.pdf(wrong.plan.id) == PAPER
    assert open_plan(record.plan.id, desk).situation.corrected == wrong
    # What the wrong plan followed up is untouched by the correction.
    assert desk.store.plan("karin-plan-2").followed_up_on == TODAY


def test_the_next_follow_up_goes_on_from_the_corrected_plan(desk, established):
    ready = rewritten(begin_correction(established.plan.id, WHY, desk), desk)
    record = establish(ready, desk, NOW, lambda _: PAPER)
    opened = follow_up(record.plan.id, desk)
    assert opened.record.plan.previous_id == record.plan.id
    assert opened.record.corrects is None


def test_a_correction_gives_no_more_time_to_the_next_follow_up(desk, established):
    later = replace(desk, today=date(2026, 12, 23))
    opened = begin_correction(established.plan.id, WHY, later)
    assert opened.situation.latest_follow_up == date(2027, 5, 24)


def test_a_corrected_first_plan_is_no_later_than_the_wrong_one(desk):
    first = next(p for p in desk.store.people() if p.needs_plan and not p.current and not p.drafts)
    opened = begin_first(first.id, desk)
    editor = PlanEditor(opened.record, opened.situation)
    write_everything(editor)
    version = desk.store.save_draft(editor.plan, 0, Place())
    ready = Opened(PlanRecord(editor.plan, version=version), opened.situation)
    record = establish(ready, desk, NOW, lambda _: PAPER)
    later = replace(desk, today=date(2027, 3, 1))
    again = begin_correction(record.plan.id, WHY, later)
    found = PlanEditor(again.record, again.situation).findings
    assert "established-late" not in {finding.rule for finding in found}


def test_a_correction_that_was_begun_is_gone_on_with(desk, established):
    ready = rewritten(begin_correction(established.plan.id, WHY, desk), desk)
    again = begin_correction(established.plan.id, "Annat skäl", desk)
    assert again.record.plan == ready.record.plan
    assert again.record.corrects.reason == WHY


def test_while_a_correction_is_written_the_plan_is_neither_followed_up_nor_annulled(
    desk, established
):
    begin_correction(established.plan.id, WHY, desk)
    with pytest.raises(ChangeRefused, match="En rättelse av planen är påbörjad"):
        follow_up(established.plan.id, desk)
    with pytest.raises(ChangeRefused, match="Det finns ett utkast"):
        annul(established.plan.id, WHY, desk)
    assert in_force(desk) == [established.plan.id]


def test_while_a_follow_up_is_written_the_plan_is_neither_corrected_nor_annulled(desk, established):
    draft = follow_up(established.plan.id, desk).record.plan
    desk.store.save_draft(draft, 0, Place())
    for act in (begin_correction, annul):
        with pytest.raises(ChangeRefused):
            act(established.plan.id, WHY, desk)
    desk.store.remove_draft(draft.id)
    assert annul(established.plan.id, WHY, desk).status is PlanStatus.ANNULLED


def test_an_annulled_plan_leaves_no_plan_in_force_and_a_new_one_is_begun_from_the_start(
    desk, established
):
    record = annul(established.plan.id, "Fel person", desk)
    assert (record.status, record.ended.reason) == (PlanStatus.ANNULLED, "Fel person")
    assert in_force(desk) == []
    assert desk.store.plan("karin-plan-2").status is PlanStatus.SUPERSEDED
    assert begin_first("karin", desk).record.plan.name == DAY_PLAN
    with pytest.raises(ChangeRefused, match="Planen är makulerad"):
        annul(established.plan.id, "En gång till", desk)


def test_what_can_be_done_is_told_of_the_plan_and_its_drafts(desk, established):
    begun = begin_correction(established.plan.id, WHY, desk).record.plan
    found = changes(established.plan.id, desk)
    assert found.correction.id == begun.id
    assert found.follow_up is None


def test_an_annulled_plan_is_in_the_log(desk, established):
    annul(established.plan.id, "Fel person", desk)
    log = [entry.action for entry in desk.store.audit()]
    assert "plan.annulled" in log
    desk.store.verify_audit()
