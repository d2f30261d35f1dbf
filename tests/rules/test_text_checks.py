"""Every free text of a plan is read for blanks, forbidden content, voice and value words."""

from dataclasses import replace

import pytest

from gplan_desktop.domain.fields import texts, with_value
from gplan_desktop.domain.plan import Voice
from gplan_desktop.method.model import Severity
from gplan_desktop.rules.checks import check
from gplan_desktop.rules.marks import MarkKind
from gplan_desktop.rules.text_checks import reader_of

NEEDS = "area.d4.needs"
RULES = ("text-blank", "text-guarded", "text-voice", "text-value-words")


def found(case, field, text):
    plan = with_value(case.plan, field, text)
    return {f.rule: f for f in check(plan, case.situation) if f.field == field and f.rule in RULES}


def test_a_plan_written_as_it_should_be_has_nothing_to_look_at(follow_up, first):
    for case in (follow_up, first):
        assert not [f for f in check(case.plan, case.situation) if f.rule in RULES]


@pytest.mark.parametrize(
    ("text", "rule", "severity"),
    [
        ("Jag går till […var] själv.", "text-blank", Severity.BLOCKING),
        ("Jag har diabetes.", "text-guarded", Severity.WARNING),
        ("Karin går till porten själv.", "text-voice", Severity.HINT),
        ("Jag vägrar att gå i trappan.", "text-value-words", Severity.HINT),
    ],
)
def test_what_is_found_weighs_as_its_rule_says(follow_up, text, rule, severity):
    assert {key: f.severity for key, f in found(follow_up, NEEDS, text).items()} == {rule: severity}


def test_every_free_text_is_read(follow_up):
    plan = follow_up.plan
    fields = [field for field, _ in texts(plan)]
    assert len(fields) == len(set(fields)) > 30
    for field in fields:
        assert "text-blank" in found(follow_up, field, "Fyll i […vad]."), field


def test_a_blank_is_named_as_it_stands(follow_up):
    one = found(follow_up, NEEDS, "Vi sågs […när] och pratade om […vad]. […när]")["text-blank"]
    assert one.text.endswith("[…när], […vad].")


def test_a_guarded_text_names_what_and_the_right_place(follow_up):
    one = found(follow_up, NEEDS, "Jag har diabetes. Portkoden är 4512.")["text-guarded"]
    assert one.about.count(", ") == 1
    assert "diabetes" in one.text
    assert "Besöksinfo" in one.text
    assert one.source == "Regel 37, manualen s. 29–30"


def test_a_reason_covers_only_what_it_was_given_for(follow_up):
    one = found(follow_up, NEEDS, "Jag har diabetes.")["text-guarded"]
    other = found(follow_up, NEEDS, "Jag har diabetes och epilepsi.")["text-guarded"]
    assert one.about != other.about


def test_who_tells_decides_how_the_text_is_read(follow_up):
    text = "Jag går till porten själv."
    assert "text-voice" not in found(follow_up, NEEDS, text)
    observed = replace(follow_up, plan=follow_up.but(participation__voice=Voice.BY_OBSERVATION))
    assert "text-voice" in found(observed, NEEDS, text)


def test_the_marks_of_a_text_stand_in_order_on_their_words(follow_up):
    text = "Karin vägrar. Jag har diabetes […sedan när]."
    marks = reader_of(follow_up.plan, follow_up.situation).marks(text)
    assert [(mark.kind, mark.of(text)) for mark in marks] == [
        (MarkKind.VOICE, "Karin"),
        (MarkKind.WORD, "vägrar"),
        (MarkKind.GUARD, "diabetes"),
        (MarkKind.BLANK, "[…sedan när]"),
    ]
