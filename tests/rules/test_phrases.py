"""Skeletons and phrases: told in jag-form or with the name, blanks left as they are."""

from dataclasses import replace

import pytest

from gplan_desktop.domain.plan import GoalAttainment, Voice
from gplan_desktop.method.model import AreaExamples, AreaText, Example, Phrases, ResultTexts
from gplan_desktop.rules.phrases import genitive, in_voice, phrases_for, result_text

EXAMPLE = Example("”Bra.”", "”Sämre.”")
AREA = AreaText(
    AreaExamples(EXAMPLE, EXAMPLE, EXAMPLE, EXAMPLE, EXAMPLE),
    ResultTexts("{Jag} har kvar […vad].", "{Min} del är […vad].", "{jag} nådde {sitt} mål."),
    Phrases(("{Jag} behöver […vad].", "Hjälp {mig}."), ("{Mitt} mål är […vad].",), ()),
)
TOKENS = "{Jag} {jag} {mig} {min} {mitt} {mina} {Min} {Mitt} {Mina} {sig} {sin} {sitt} {sina}"


@pytest.fixture
def person(karin):
    return karin.person


@pytest.mark.parametrize("voice", [None, Voice.FIRST_PERSON])
def test_the_individual_tells_in_jag_form(person, voice):
    told = "Jag jag mig min mitt mina Min Mitt Mina mig min mitt mina"
    assert in_voice(TOKENS, voice, person) == told


@pytest.mark.parametrize("voice", [Voice.BY_OTHER, Voice.BY_OBSERVATION])
def test_others_write_the_name(person, voice):
    told = "Karin Karin Karin Karins Karins Karins Karins Karins Karins sig sin sitt sina"
    assert in_voice(TOKENS, voice, person) == told


@pytest.mark.parametrize("text", ["{hon} {JAG} {} { jag} {jag", "[…vad] {0} \\1 %s", ""])
def test_what_is_no_token_is_left_alone(person, text):
    assert in_voice(text, Voice.BY_OTHER, person) == text


@pytest.mark.parametrize("name", ["{min}", r"\1\g<0>", "{jag}"])
def test_a_name_is_never_read_as_a_token(person, name):
    other = replace(person, given_name=name)
    assert in_voice("{Jag} vill.", Voice.BY_OTHER, other) == f"{name} vill."


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        *(("Karin", "Karins"), ("Rolf", "Rolfs"), ("Elias", "Elias"), ("Max", "Max")),
        *(("Moritz", "Moritz"), ("HANS", "HANS"), ("Sven Erik", "Sven Eriks"), ("K", "K:s")),
    ],
)
def test_genitives_follow_swedish_rules(name, whose):
    assert genitive(name) == whose


@pytest.mark.parametrize(
    ("attainment", "told"),
    [
        (GoalAttainment.REMAINS, "Karin har kvar […vad]."),
        (GoalAttainment.PARTLY_MET, "Karins del är […vad]."),
        (GoalAttainment.FULLY_MET, "Karin nådde sitt mål."),
    ],
)
def test_each_attainment_has_its_skeleton(person, attainment, told):
    assert result_text(AREA, attainment, Voice.BY_OTHER, person) == told


def test_phrases_belong_to_their_fields(person):
    mine = Voice.FIRST_PERSON
    assert phrases_for(AREA, "needs", mine, person) == ("Jag behöver […vad].", "Hjälp mig.")
    assert phrases_for(AREA, "goal", mine, person) == ("Mitt mål är […vad].",)
    assert phrases_for(AREA, "how", mine, person) == ()
    assert phrases_for(AREA, "result", mine, person) == ()
