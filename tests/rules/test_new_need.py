"""The note to the case officer: who, when, where, and blanks for what only the writer knows."""

from dataclasses import replace

import pytest

from gplan_desktop.domain.life_areas import LIFE_AREAS
from gplan_desktop.domain.text import clean
from gplan_desktop.rules.blanks import blank_marks
from gplan_desktop.rules.new_need import note_to_case_officer

TODAY_TEXT = "2026-11-23"


def test_the_note_tells_who_when_which_life_area_and_which_plan(follow_up, today):
    note = note_to_case_officer(follow_up.plan, "d5", follow_up.situation, today)
    lines = note.split("\n")
    assert lines[0] == TODAY_TEXT
    assert lines[1] == f"Till {follow_up.situation.assignment.case_officer}, biståndshandläggare"
    assert "Nytt behov hos Karin Bergström" in lines
    assert f"”{follow_up.plan.name}”" in note
    assert "inom livsområdet Personlig vård i uppdraget från 2025-10-21" in note


def test_what_only_the_writer_knows_is_a_blank(follow_up, today):
    note = note_to_case_officer(follow_up.plan, "d5", follow_up.situation, today)
    assert len(blank_marks(note)) == note.count("[…") == 5


def test_the_note_says_in_what_work_the_need_was_seen(first, follow_up, today):
    later = note_to_case_officer(follow_up.plan, "d5", follow_up.situation, today)
    assert "När vi följde upp planen" in later
    earlier = note_to_case_officer(first.plan, "d5", first.situation, today)
    assert "När vi skrev planen" in earlier


def test_no_personal_number_and_none_of_the_plans_texts_are_in_the_note(follow_up, today):
    note = note_to_case_officer(follow_up.plan, "d5", follow_up.situation, today)
    assert str(follow_up.situation.person.personal_id) not in note
    assert follow_up.plan.area("d5").needs not in note


@pytest.mark.parametrize("area", [area.code for area in LIFE_AREAS])
def test_any_life_area_may_be_the_occasion_also_one_that_is_not_assigned(first, today, area):
    note = note_to_case_officer(first.plan, area, first.situation, today)
    assert clean(note) == note
    assert '"' not in note


def test_the_words_of_the_name_are_left_as_they_are(first, today):
    person = replace(first.situation.person, given_name="<b>&", family_name="{x}")
    note = note_to_case_officer(first.plan, "d5", replace(first.situation, person=person), today)
    assert "Nytt behov hos <b>& {x}" in note
