"""One plan being written: changes, findings, what is shown, what is saved."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from gplan_desktop.domain.plan import (
    AcceptedWarning,
    Establishment,
    GoalAttainment,
    PlanRecord,
    PlanStatus,
    Voice,
    first_plan,
    new_form,
)
from gplan_desktop.editing import PlanEditor
from gplan_desktop.examples import examples
from gplan_desktop.rules.situation import Situation
from gplan_desktop.rules.steps import StepState
from gplan_desktop.selfcheck import write_everything

TODAY = date(2026, 11, 23)
MOMENT = datetime(2026, 5, 15, 12, tzinfo=UTC)
HOW = "participation.how"


@pytest.fixture(scope="session")
def karin():
    return next(one for one in examples(TODAY) if one.person.id == "karin")


@pytest.fixture(scope="session")
def situation(karin, method):
    moment = Establishment(MOMENT, "Maria Nyström", method.version, "00")
    former = PlanRecord(karin.established[-1].plan, PlanStatus.ESTABLISHED, 1, moment)
    return Situation(karin.person, karin.assignments[0], former, method, TODAY)


@pytest.fixture
def editor(situation):
    """The editor of a follow-up that was just begun."""
    former = situation.previous.plan
    plan = new_form("ny", situation.assignment, former.name, former)
    return PlanEditor(PlanRecord(plan), situation)


@pytest.fixture
def locked(karin, situation):
    return PlanEditor(situation.previous, replace(situation, previous=None))


def heard(editor):
    fields = []
    editor.listen(fields.append)
    return fields


def step(editor, step_id):
    return next(page for page in editor.steps if page.id == step_id)


def state(editor, step_id):
    return editor.state(step(editor, step_id))


def finding(editor, rule):
    return next(found for found in editor.findings if found.rule == rule)


def test_a_change_is_checked_and_told(editor):
    fields = heard(editor)
    assert HOW in {found.field for found in editor.blocking}
    editor.change(HOW, "Vid köksbordet.")
    assert editor.value(HOW) == "Vid köksbordet."
    assert HOW not in {found.field for found in editor.blocking}
    assert fields == [HOW]


def test_every_listener_hears_of_the_change_after_it_is_made(editor):
    seen = []
    for _ in range(2):
        editor.listen(lambda field: seen.append((field, editor.value(field))))
    editor.change("name", "Genomförandeplan service")
    assert seen == [("name", "Genomförandeplan service")] * 2


def test_the_same_value_again_is_no_change(editor):
    editor.change(HOW, "Vid köksbordet.")
    fields, plan = heard(editor), editor.plan
    editor.change(HOW, "Vid köksbordet.")
    editor.change(HOW, "Vid\x00 köksbordet.")
    assert fields == []
    assert editor.plan is plan


def test_a_field_that_is_not_there_changes_nothing(editor):
    plan = editor.plan
    with pytest.raises(KeyError):
        editor.change("area.d1.goal", "Mål")
    assert editor.plan is plan


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("NUL\x00 bort", "NUL bort"),
        ("halv\ud83d bort", "halv bort"),
        ("rad\r\nrad", "rad\nrad"),
        ("A\u030asa", "Åsa"),
    ],
)
def test_text_is_cleaned_of_what_cannot_be_stored(editor, written, kept):
    editor.change(HOW, written)
    assert editor.value(HOW) == kept


def test_choices_stay_the_choices_they_are(editor):
    editor.change("participation.voice", Voice.BY_OTHER)
    editor.change("area.d5.attainment", GoalAttainment.PARTLY_MET)
    assert editor.value("participation.voice") is Voice.BY_OTHER
    assert editor.value("area.d5.attainment") is GoalAttainment.PARTLY_MET


def test_nothing_is_shown_before_the_writer_has_left_the_field(editor):
    fields = heard(editor)
    assert editor.shown(HOW) == ()
    editor.leave(HOW)
    assert [found.rule for found in editor.shown(HOW)] == ["participation-how"]
    assert editor.shown("participation.voice") == ()
    editor.leave(HOW)
    assert fields == [HOW]


def test_what_is_put_right_is_shown_no_more(editor):
    editor.leave(HOW)
    editor.change(HOW, "Vid köksbordet.")
    assert editor.shown(HOW) == ()
    editor.change(HOW, "")
    assert len(editor.shown(HOW)) == 1


def test_a_check_shows_every_finding(editor):
    fields = heard(editor)
    editor.show_all_findings()
    shown = {found for field in {f.field for f in editor.findings} for found in editor.shown(field)}
    assert shown == set(editor.findings)
    assert fields == [""]


def test_a_page_goes_from_not_started_to_done(editor):
    assert state(editor, "participation") is StepState.NOT_STARTED
    editor.change(HOW, "Vid köksbordet.")
    assert state(editor, "participation") is StepState.IN_PROGRESS
    editor.leave("participation.voice")
    assert state(editor, "participation") is StepState.PROBLEM
    editor.change("participation.voice", Voice.FIRST_PERSON)
    assert state(editor, "participation") is StepState.DONE


def test_pages_to_read_have_no_state_and_a_warning_is_no_problem(editor):
    assert state(editor, "general") is None
    write_everything(editor)
    editor.change("participation.ticked", False)
    editor.show_all_findings()
    assert state(editor, "participation") is StepState.DONE


def test_copied_pages_are_not_started_until_they_are_written_on(editor):
    assert state(editor, "contributors") is StepState.NOT_STARTED
    assert state(editor, "area.d5") is StepState.NOT_STARTED
    editor.change("area.d5.result", "Bättre")
    assert state(editor, "area.d5") is StepState.IN_PROGRESS


def test_marking_the_earlier_plan_sets_today_and_keeps_the_tick(editor):
    editor.change("closing.participated", True)
    editor.mark_followed_up()
    assert editor.value("closing.followed_up_on") == TODAY
    assert editor.value("closing.participated") is True


def test_the_meter_counts_the_areas_that_were_decided_on_again(editor):
    assert editor.reviewed == (0, 5)
    editor.change("area.d5.attainment", GoalAttainment.REMAINS)
    assert editor.reviewed == (1, 5)
    editor.change("area.d5.attainment", None)
    assert editor.reviewed == (0, 5)


def test_a_follow_up_written_to_the_end_can_be_established(editor):
    assert editor.blocking
    write_everything(editor)
    assert editor.findings == ()
    assert editor.reviewed == (5, 5)


def test_a_warning_stands_until_a_reason_is_given(editor):
    write_everything(editor)
    editor.change("participation.ticked", False)
    editor.show_all_findings()
    warning = finding(editor, "participation-not-ticked")
    assert editor.warnings == editor.unanswered == (warning,)
    assert editor.blocking == ()

    editor.accept_warning(warning, " Karin ville\x00 inte. ")
    assert editor.unanswered == ()
    assert editor.warnings == (warning,)
    assert editor.shown("participation.ticked") == ()
    assert editor.reason(warning) == "Karin ville inte."
    assert editor.plan.accepted == (
        AcceptedWarning("participation-not-ticked", "participation.ticked", "Karin ville inte."),
    )


def test_a_reason_is_replaced_and_a_blank_one_takes_it_back(editor):
    warning = finding(editor, "participation-not-ticked")
    other = finding(editor, "previous-participation-not-ticked")
    editor.accept_warning(other, "Sjuk")
    editor.accept_warning(warning, "Först")
    editor.accept_warning(warning, "Sedan")
    assert editor.reason(warning) == "Sedan"
    editor.accept_warning(warning, " \n")
    assert editor.reason(warning) == ""
    assert editor.reason(other) == "Sjuk"
    assert len(editor.plan.accepted) == 1


def test_a_reason_belongs_to_the_plan_and_is_a_change(editor):
    fields = heard(editor)
    editor.accept_warning(finding(editor, "participation-not-ticked"), "Ville inte")
    assert fields == ["accepted"]
    assert not editor.is_untouched


def test_a_window_that_is_open_over_midnight_judges_by_the_new_day(editor):
    write_everything(editor)
    assert editor.blocking == ()
    editor.judge_by(TODAY)
    assert editor.blocking == ()
    editor.judge_by(editor.plan.follow_up.day)
    assert "follow-up-past" in [found.rule for found in editor.blocking]


def test_a_new_form_is_untouched_until_something_is_written(editor):
    assert editor.is_untouched
    editor.leave(HOW)
    editor.show_all_findings()
    assert editor.is_untouched
    editor.change(HOW, "V")
    assert not editor.is_untouched
    editor.change(HOW, "")
    assert editor.is_untouched


def test_a_first_plan_whose_name_alone_was_chosen_is_not_untouched(karin, situation, method):
    first = replace(situation, previous=None)
    plan = first_plan("ny", first.assignment, method.plan_names[0])
    editor = PlanEditor(PlanRecord(plan), first)
    assert editor.is_untouched
    editor.change("name", method.plan_names[1])
    assert not editor.is_untouched


def test_a_new_form_is_not_saved_and_a_stored_one_is(editor, situation):
    assert not editor.is_saved
    stored = PlanEditor(PlanRecord(editor.plan, version=3), situation)
    assert stored.is_saved


def test_what_is_written_while_a_save_is_under_way_is_not_saved(editor):
    editor.change(HOW, "Vid")
    on_its_way = editor.plan
    editor.change(HOW, "Vid köksbordet")
    editor.saved(on_its_way, 4)
    assert not editor.is_saved
    assert (editor.record.version, editor.record.plan) == (4, on_its_way)
    assert editor.record_now.plan is editor.plan
    assert editor.value(HOW) == "Vid köksbordet"
    editor.saved(editor.plan, 5)
    assert editor.is_saved


def test_a_draft_opened_again_knows_what_was_begun(editor, situation):
    editor.change("area.d5.result", "Bättre")
    again = PlanEditor(PlanRecord(editor.plan, version=2), situation)
    assert state(again, "area.d5") is StepState.IN_PROGRESS
    assert state(again, "area.d6") is StepState.NOT_STARTED
    assert not again.is_untouched


@pytest.mark.parametrize(
    "change",
    [
        lambda editor: editor.change(HOW, "Ändrad"),
        lambda editor: editor.change(HOW, editor.value(HOW)),
        lambda editor: editor.mark_followed_up(),
    ],
)
def test_an_established_plan_refuses_every_change(locked, change):
    fields, plan = heard(locked), locked.plan
    with pytest.raises(ValueError, match="established"):
        change(locked)
    assert locked.plan is plan
    assert fields == []


def test_an_established_plan_has_nothing_to_put_right(locked):
    assert locked.read_only
    assert locked.findings == ()
    locked.leave(HOW)
    locked.show_all_findings()
    assert locked.shown(HOW) == ()
    assert {locked.state(page) for page in locked.steps} == {None}
    assert locked.is_saved


def test_establishing_locks_what_was_open(editor, method):
    write_everything(editor)
    fields = heard(editor)
    record = replace(
        editor.record_now,
        status=PlanStatus.ESTABLISHED,
        version=2,
        establishment=Establishment(MOMENT, "Anna Ek", method.version, "00"),
    )
    editor.established(record)
    assert editor.read_only
    assert editor.is_saved
    assert editor.findings == ()
    assert fields == [""]
    with pytest.raises(ValueError, match="established"):
        editor.change(HOW, "Ändrad")


def test_the_editor_knows_the_page_of_a_field(editor):
    assert editor.step_of("area.d5.goal") == "area.d5"
    assert editor.step_of("closing.participated") == "close_previous"


def test_a_text_is_marked_while_it_is_written_and_not_once_it_is_established(editor, locked):
    editor.change("participation.voice", Voice.FIRST_PERSON)
    editor.change(HOW, "Karin visade […vad].")
    assert [mark.of("Karin visade […vad].") for mark in editor.marks(HOW)] == ["Karin", "[…vad]"]
    assert editor.marks("participation.ticked") == ()
    assert locked.marks(HOW) == ()


def test_the_next_area_to_review_is_looked_for_onwards_and_then_from_the_first(editor):
    codes = [area.code for area in editor.plan.areas if area.copied]
    first, second, *_ = (f"area.{code}" for code in codes)
    assert editor.next_to_review("participation") == first
    assert editor.next_to_review(first) == second
    assert editor.next_to_review("review") == first
    for code in codes:
        editor.change(f"area.{code}.attainment", GoalAttainment.REMAINS)
    assert editor.next_to_review("review") == ""


def test_a_reason_does_not_cover_what_is_written_later(editor):
    editor.change(HOW, "Jag har diabetes.")
    editor.accept_warning(finding(editor, "text-guarded"), "Det är individens önskan.")
    assert finding(editor, "text-guarded") not in editor.unanswered
    editor.change(HOW, "Jag har diabetes och epilepsi.")
    assert finding(editor, "text-guarded") in editor.unanswered
