"""Jag and the name: the deviating words are marked, by who tells, and other people left alone."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gplan_desktop.domain.plan import Voice
from gplan_desktop.examples import examples
from gplan_desktop.method.model import WordAdvice
from gplan_desktop.rules.marks import MarkKind
from gplan_desktop.rules.voice import voice_marks

# Forty at every run: a hundred of each take seconds together.
some = settings(max_examples=40)

MINE, OTHER = Voice.FIRST_PERSON, Voice.BY_OTHER
NAMING = WordAdvice(("kunden", "kundens", "brukaren", "den enskilde"), "jag eller namnet")
I_OF_OTHER = (
    "Skriv individens namn i stället för jag. Jag-form används när individen berättar själv."
)
EXAMPLES = examples(date(2026, 11, 23))
KARIN = replace(EXAMPLES[0].person, given_name="Karin", family_name="Öberg")


def called(given_name, family_name="Öberg"):
    return replace(KARIN, given_name=given_name, family_name=family_name)


def marked(text, voice, person=KARIN):
    return [mark.of(text) for mark in voice_marks(text, voice, person, NAMING)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Karin vill duscha. Jag vill ha kaffe.", ["Karin"]),
        ("Hjälp Karins fötter, Karin Öberg orkar inte.", ["Karins", "Karin Öberg"]),
        ("Jag vill att Öberg och Karin Öbergs rygg tvättas.", ["Öberg", "Karin Öbergs"]),
        ("När Karin vaknar vill jag ha kaffe.", ["Karin"]),
        ("Mål: Karin går själv.\n- Karin vilar\n-Karin äter", ["Karin", "Karin", "Karin"]),
        ("Jag heter Karin. Jag, Karin Öberg, kallas Karin.", []),
        ("Jag bor på Karin Boyes gata med Eva Öberg.", []),
        ("Eva Öberg ringer. Jag handlar med Anna Karin och Anna-Karin.", []),
        ("Karinstiftelsen och Karin-dagen, KARIN och karin.", []),
        ("Eva säger: ”Karin behöver hjälp.” Jag vill själv.", []),
    ],
)
def test_the_name_is_marked_where_the_individual_tells(text, found):
    assert marked(text, MINE) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hon vill att jag duschar.", ["Hon"]),
        ("Jag vill ha kaffe. Hennes frukost äter jag sent.", ["Hennes"]),
        ("Hon vill ha kaffe.", []),
        ("Min dotter kommer på söndagar. Hon hjälper mig.", []),
        ("Ibland kommer Eva när jag ringer. Hon hjälper mig.", []),
        ("Eva kommer på söndagar. Hon hjälper mig.", []),
        ("Min svärdotter kommer när jag ringer. Hon hjälper mig.", []),
        ("Jag vill att hon hjälper mig.", []),
        ("Handen gör ont på mig.", []),
        ("- ”Hon vill”, säger jag.", []),
    ],
)
def test_han_and_hon_are_marked_only_as_the_individual(text, found):
    assert marked(text, MINE) == found


@pytest.mark.parametrize("voice", [Voice.BY_OTHER, Voice.BY_OBSERVATION])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Karin vill. Jag vill ha MIN fil, mina skor.", ["Jag", "MIN", "mina"]),
        ('Karin säger ”jag vill”, «mig», »min» och "mitt".', []),
        ("Karin säger: ”Jag vill", []),
        ("Karin säger: ”Ja.\nHjälp mig.", ["mig"]),
        ("Gå 20 min, några min eller 5min mitt på dagen, mitt emot.", []),
        ("Det är min stol i mitt kök.", ["min", "mitt"]),
        ("Jag-form, minst, Mina-dagen, jagar.", []),
    ],
)
def test_jag_is_marked_outside_quotations_where_others_tell(voice, text, found):
    assert marked(text, voice) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Karin vill ha kaffe. Jag vill vila.", []),
        ("Jag vill vila. Karin vill att jag går. Jag äter.", ["Karin"]),
        ("Karin vill vila när jag går.", ["jag"]),
        ("Karin äter. Karin vill att min fil är kall.", ["min"]),
        ("Jag heter Karin och jag vill vila.", []),
    ],
)
def test_before_it_is_told_who_speaks_only_mixed_sentences_are_marked(text, found):
    assert marked(text, None) == found


@pytest.mark.parametrize("voice", [None, *Voice])
def test_the_individual_is_not_called_kunden(voice):
    text = "Kunden har ASIH. Hjälp Brukaren och den enskilde, kunden har  aSIH, kund, kunden-då."
    assert marked(text, voice) == ["Brukaren", "den enskilde"]
    hints = {mark.text for mark in voice_marks(text, voice, KARIN, NAMING)}
    assert hints == {"Skriv jag eller namnet i stället."}


@pytest.mark.parametrize(
    ("text", "voice", "hint"),
    [
        ("Karin vill.", MINE, "Här blandas jag och namnet. Planen skrivs i jag-form."),
        ("Hon vill att jag går.", MINE, "Här blandas jag och hon. Planen skrivs i jag-form."),
        (
            "Jag vill.",
            OTHER,
            I_OF_OTHER,
        ),
        (
            "Karin vill när jag går.",
            None,
            "Här blandas jag och namnet. Skriv på ett och samma sätt i hela texten.",
        ),
    ],
)
def test_the_hint_says_how_to_write(text, voice, hint):
    (mark,) = voice_marks(text, voice, KARIN, NAMING)
    assert mark.text == hint
    assert mark.kind is MarkKind.VOICE


@pytest.mark.parametrize(
    ("person", "text", "found"),
    [
        (called("Stig"), "Stig upp med hjälp. Jag vilar.", []),
        (called("Stig"), "Stig vill vila. Sedan vill Stig äta.", ["Stig", "Stig"]),
        (called("Liv"), "Ett gott liv. Mål: Liv och rörelse.", []),
        (called("liv"), "Ett gott liv, hela mitt liv.", []),
        (called("Hans"), "Hans vill vila. Jag vilar med Hans.", ["Hans", "Hans"]),
        (called("Karin", "Lind"), "Lind växer här. Jag går.", []),
        (called("Å"), "Å, så bra. Hjälp Å med Å:s rygg.", ["Å", "Å", "Å:s"]),
        (called("Elias"), "Hjälp Elias med Elias rygg, Eliass.", ["Elias", "Elias"]),
        (called("Karin Maria"), "Hjälp Karin Maria. Karin Öberg och Karin går.", None),
        (called("K. (Kajsa) *+"), "Hjälp K. (Kajsa) *+ och Kajsa.", ["K. (Kajsa) *+"]),
        (called("", ""), "Hjälp mig.", []),
        (called("1.", "-"), "1. Hjälp mig - nu.", []),
        (called("नील", "Ким"), "Hjälp नील Ким. नीलम, Кима.", ["नील Ким"]),
    ],
)
def test_names_may_be_anything(person, text, found):
    expected = ["Karin Maria", "Karin Öberg", "Karin"] if found is None else found
    assert marked(text, MINE, person) == expected


def test_the_invented_persons_plans_keep_to_their_voice():
    for example in EXAMPLES:
        for plan in (*(made.plan for made in example.established), *example.drafts):
            for area in plan.areas:
                for text in (area.needs, area.goal, area.result):
                    assert marked(text, plan.participation.voice, example.person) == []


PIECES = st.sampled_from(
    [
        *("Karin", "Öberg", "Karins", "jag", "Mig", "min", "mitt", "Hon", "kunden", "dotter", "20"),
        *(
            " ",
            " ",
            ". ",
            "\n",
            "”",
            "«",
            '"',
            "-",
            ":",
            ", ",
            "1. ",
            "😀",
            "İ",
            "\u0308",
            "\ud800",
        ),
    ]
)
SAID = {"karin", "öberg", "karins", "karin öberg", "jag", "mig", "min", "mitt", "hon", "kunden"}


@some
@given(st.lists(PIECES).map("".join), st.sampled_from([None, *Voice]))
def test_marks_lie_on_the_words_they_name_in_order(text, voice):
    marks = voice_marks(text, voice, KARIN, NAMING)
    assert {mark.of(text).lower() for mark in marks} <= SAID
    assert all(one.end <= next_.start for one, next_ in pairwise(marks))


@some
@given(st.text(), st.text(), st.text(), st.sampled_from([None, *Voice]))
def test_any_name_in_any_text_is_read(text, given_name, family_name, voice):
    person = called(given_name, family_name)
    whole = f"{text} {given_name} {family_name}. Jag {given_name}s"
    for mark in voice_marks(whole, voice, person, NAMING):
        assert 0 <= mark.start < mark.end <= len(whole)
