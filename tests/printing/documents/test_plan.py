"""What the parts of the plan say."""

from dataclasses import replace

import pytest

from gplan_desktop.domain.plan import (
    AcceptedWarning,
    Activity,
    AreaPlan,
    DayPart,
    FollowUp,
    Participation,
)
from printing.documents.plan import in_order_of_the_day
from printing.render import render


@pytest.fixture
def text_of(method, read):
    def text(document):
        return " ".join(" ".join(read(render(document, method))).split())

    return text


def test_the_opening_tells_person_unit_assignment_and_status(established, text_of):
    text = text_of(established)

    for fact in (
        "Personnummer 19410331-9036",
        "Hemvården Norr",
        "Kommunens hemvård",
        "2024-02-12",
        "2026-10-05",
        "Maria Lindqvist",
        "Upprättad 2026-11-23 kl. 14.32 av Maria Lind",
        "2027-05-17",
        "Björkvägen 12 B, 123 45 Ängsholm",
        "070-174 06 05",
    ):
        assert fact in text


def test_protected_identity_leaves_no_trace_of_where_the_person_lives(established, method, text_of):
    person = replace(established.person, protected_identity=True)
    document = replace(established, person=person)

    text = text_of(document)

    assert "Skyddade personuppgifter" in text
    assert "Björkvägen" not in text
    assert "070-174" not in text
    data = render(document, method)
    moved = replace(person, address="Någon annanstans 1", phone="08-1")
    assert render(replace(document, person=moved), method) == data


def test_an_external_provider_is_named_as_such(established, text_of):
    provider = replace(established.person.provider, name="Omsorg AB", external=True)
    person = replace(established.person, provider=provider)

    assert "Omsorg AB (extern utförare)" in text_of(replace(established, person=person))


@pytest.mark.parametrize(("ticked", "word"), [(True, "Ja"), (False, "Nej")])
def test_the_statistics_tick_is_told_in_words(with_plan, text_of, ticked, word):
    assert f"Varit delaktig {word}" in text_of(with_plan(participation=Participation(ticked)))


def test_only_confirmed_contributors_are_printed(established, text_of):
    text = text_of(established)

    assert "Åsa Berg" in text
    assert "Per Frånvarande" not in text


def test_an_area_shows_what_was_decided_with_number_and_words(established, text_of):
    text = text_of(established)

    assert "Bedömt: 3 – Stor begränsning · Avsett: 2 – Måttlig begränsning" in text
    assert "Att tvätta sig (d510) · Att klä sig (d540)" in text
    assert "Personlig omvårdnad morgon och kväll samt dusch två gånger i veckan." in text


def test_an_area_outside_the_assignment_is_printed_with_its_own_text(with_plan, text_of):
    text = text_of(with_plan(areas=(AreaPlan("d9", needs="Jag vill sjunga i kör."),)))

    assert "Samhällsgemenskap, socialt och medborgerligt liv" in text
    assert "Jag vill sjunga i kör." in text


def test_activities_come_in_the_order_of_the_day_those_without_time_last():
    evening = Activity("Hjälp till sängs", day_parts=(DayPart.NIGHT, DayPart.EVENING))
    morning = Activity("Uppstigning", day_parts=(DayPart.MORNING,))
    whenever = Activity("Vid behov")

    ordered = in_order_of_the_day((whenever, evening, morning))

    assert ordered == [morning, evening, whenever]


def test_an_activity_tells_parts_of_the_day_in_order_time_and_sub_goal(with_plan, text_of):
    parts = (DayPart.EVENING, DayPart.MORNING)
    activity = Activity("Dusch", "Hur", "Vem", parts, "kl. 10", "Tvätta håret själv")

    text = text_of(with_plan(areas=(AreaPlan("d5", activities=(activity,)),)))

    assert "Morgon, Kväll kl. 10" in text
    assert "Delmål: Tvätta håret själv" in text


def test_the_follow_up_of_an_area_tells_attainment_reason_result_and_date(established, text_of):
    text = text_of(established)

    assert "Måluppfyllelse Delvis uppfyllt" in text
    assert "Jag duschar nu två gånger i veckan utan att vara rädd" in text
    assert "Det har gått bra sedan duschpallen kom." in text
    assert "måndag 1 mars 2027" in text


def test_the_follow_up_is_told_in_words_with_how_the_former_plan_was_closed(established, text_of):
    text = text_of(established)

    assert "måndag 17 maj 2027" in text
    assert "Kontaktmannen bokar tid två veckor före." in text
    assert "Följdes upp måndag 23 november 2026. Individen deltog: ja." in text


def test_gaps_are_pointed_out_in_a_draft_and_left_out_when_established(draft, established, text_of):
    gaps = {"areas": (AreaPlan("d5"),), "follow_up": FollowUp()}
    open_plan = replace(draft.plan, **gaps)
    locked_plan = replace(established.plan, **gaps)

    open_text = text_of(replace(draft, record=replace(draft.record, plan=open_plan)))
    locked = replace(established, record=replace(established.record, plan=locked_plan))
    locked_text = text_of(locked)

    assert "Behov Ej ifyllt" in open_text
    assert "Insatser Ej ifyllt" in open_text
    assert "Måluppfyllelse Ej ifyllt" in open_text
    assert "Ej ifyllt" not in locked_text


def test_a_first_draft_does_not_ask_for_what_a_follow_up_comes_to(draft, text_of):
    plan = replace(draft.plan, previous_id=None, areas=(AreaPlan("d5"),))

    text = text_of(replace(draft, record=replace(draft.record, plan=plan)))

    assert "Måluppfyllelse" not in text
    assert "Förra planen" not in text


def test_accepted_warnings_are_told_with_their_reasons(established, text_of):
    text = text_of(established)

    assert "Planen upprättas inom 30 dagar från att stödet började." in text
    assert "Anna låg på sjukhus i fyra veckor i oktober." in text


def test_a_reason_is_told_even_if_its_rule_is_gone(with_plan, text_of):
    accepted = (AcceptedWarning("old-rule", "name", "Det finns ett skäl."),)

    assert "Det finns ett skäl." in text_of(with_plan(accepted=accepted))


def test_the_end_tells_method_and_check_code(draft, established, text_of):
    text = text_of(established)

    assert "Metodstöd för hemvård, version 2026.1" in text
    assert "Kontrollkod 3f2a 91bc 0de4 77aa" in text
    assert "Kontrollkod" not in text_of(draft)


def test_a_line_to_sign_on_stands_for_each_that_the_method_names(established, method, read):
    signed = replace(method, signature_lines=("Individen", "Samordnaren"))
    text = " ".join(" ".join(read(render(established, signed))).split())

    assert "Underskrifter Vem Underskrift Datum Individen Samordnaren" in text
    assert "Underskrift" not in " ".join(read(render(established, method)))
