"""A record being written: what stands in it, what is found, what is let stand, what is saved."""

from dataclasses import replace
from datetime import date

import pytest

from gplan_desktop.domain.tabs import Code, GoodToKnow, Secret, Tabs
from gplan_desktop.method.guard_terms import Place
from gplan_desktop.method.model import Method
from gplan_desktop.record_editing import Judge, RecordEditor
from gplan_desktop.rules.guard import guard_marks
from gplan_desktop.rules.tabs_checks import check_tabs

OTHER = "tabs.good_to_know.other"
ANSWERED = "tabs.visit.others_live_here"


@pytest.fixture
def editor(method: Method, today: date) -> RecordEditor[Tabs]:
    judge = Judge[Tabs](
        lambda tabs: check_tabs(tabs, method, today),
        lambda _, text: guard_marks(text, Place.IMPORTANT, method.guard),
    )
    return RecordEditor(Tabs("karin"), 0, "tabs", judge)


def rules(editor: RecordEditor[Tabs]) -> list[str]:
    return [finding.rule for finding in editor.blocking]


def test_a_change_is_told_with_its_field_and_cleaned(editor: RecordEditor[Tabs]) -> None:
    told: list[str] = []
    editor.listen(told.append)
    editor.change(OTHER, "Sängen\x00")
    editor.change(OTHER, "Sängen")
    assert (editor.value(OTHER), told) == ("Sängen", [OTHER])


def test_rows_are_reached_by_number(editor: RecordEditor[Tabs]) -> None:
    editor.change("tabs.keys", (Code("", Secret("")),))
    editor.change("tabs.keys.0.secret", Secret("4711"))
    assert editor.current.keys == (Code("", Secret("4711")),)


def test_nothing_is_shown_before_the_field_was_left(editor: RecordEditor[Tabs]) -> None:
    assert rules(editor) == ["tabs-others"]
    assert editor.shown(ANSWERED) == ()
    editor.leave(ANSWERED)
    assert [finding.rule for finding in editor.shown(ANSWERED)] == ["tabs-others"]


def test_a_reason_lets_exactly_what_was_found_stand(editor: RecordEditor[Tabs]) -> None:
    editor.change(ANSWERED, False)
    editor.change(OTHER, "Har MRSA.")
    editor.show_all_findings()
    [finding] = editor.shown(OTHER)
    editor.accept_warning(finding, " Beslutat av enhetschefen ")
    assert editor.reason(finding) == "Beslutat av enhetschefen"
    assert (rules(editor), editor.shown(OTHER)) == ([], ())
    editor.change(OTHER, "Har MRSA och hepatit.")
    assert rules(editor) == ["important-guarded"]
    editor.change(OTHER, "Har MRSA.")
    editor.accept_warning(finding, "")
    assert rules(editor) == ["important-guarded"]


def test_what_may_not_stand_is_marked_in_the_text(editor: RecordEditor[Tabs]) -> None:
    editor.change(OTHER, "Har MRSA.")
    assert [(mark.start, mark.length) for mark in editor.marks(OTHER)] == [(4, 4)]
    assert editor.marks("tabs.visit") == ()


def test_it_is_saved_when_the_store_has_what_stands_here(editor: RecordEditor[Tabs]) -> None:
    assert (editor.is_untouched, editor.is_saved) == (True, False)
    editor.change(OTHER, "Sängen")
    handed_over = editor.current
    editor.change(OTHER, "Sängen i hallen")
    editor.saved(handed_over, 1)
    assert (editor.is_saved, editor.version, editor.is_untouched) == (False, 1, False)
    editor.saved(editor.current, 2)
    assert editor.is_saved


def test_a_record_that_was_opened_is_saved_from_the_beginning(method: Method) -> None:
    kept = replace(Tabs("karin"), keys=(Code("Dörr", Secret("1")),))
    editor = RecordEditor(kept, 3, "tabs", Judge[Tabs](lambda _: (), lambda *_: ()))
    assert (editor.is_saved, editor.is_untouched, editor.findings) == (True, True, ())


def test_what_stood_when_it_was_opened_and_saved_last_is_known(editor: RecordEditor[Tabs]) -> None:
    opened = editor.current
    editor.change(OTHER, "Sängen")
    assert (editor.as_opened, editor.as_saved) == (opened, opened)
    kept = editor.current
    editor.saved(kept, 1)
    editor.change(OTHER, "Soffan")
    assert (editor.as_opened, editor.as_saved) == (opened, kept)


def test_another_text_can_stand_in_the_place_of_all(editor: RecordEditor[Tabs]) -> None:
    told: list[str] = []
    editor.listen(told.append)
    editor.become(replace(Tabs("karin"), good_to_know=GoodToKnow(other="MRSA")))
    assert (editor.value(OTHER), told) == ("MRSA", [""])
    assert "important-guarded" in rules(editor)


def test_a_field_that_is_not_there_is_a_bug(editor: RecordEditor[Tabs]) -> None:
    with pytest.raises(KeyError):
        editor.change("tabs.nothing", "x")
