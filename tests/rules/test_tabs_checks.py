"""A person's tabs are checked: who is told, what opens what, and what may not stand there."""

from dataclasses import replace
from datetime import date

import pytest

from gplan_desktop.domain.fields import with_value
from gplan_desktop.domain.plan import AcceptedWarning
from gplan_desktop.domain.tabs import (
    Code,
    GoodToKnow,
    ReferencePerson,
    Relative,
    Secret,
    Tabs,
    VisitInformation,
)
from gplan_desktop.domain.visit_plan import HealthCare, VisitPlan
from gplan_desktop.method.model import Severity
from gplan_desktop.rules.tabs_checks import check_tabs, tabs_texts

TODAY = date(2026, 10, 5)

TABS = Tabs(
    "karin",
    (ReferencePerson("Samira Yusuf", "Kontaktman (kontaktperson)", "070-174 06 01"),),
    (Relative("Eva Bergström", "Barn", "070-174 06 17. Ring gärna efter 16."),),
    (Code("Ytterdörren", Secret("214")),),
    VisitInformation(
        (Code("Porten mot gården", Secret("4512")),),
        others_live_here=False,
        way_home="Andra uppgången till vänster, blå port.",
        floor="3 tr",
    ),
    GoodToKnow(
        (Code("ICA-kortet", Secret("1357")),),
        bed_linen="Linneskåpet i hallen",
        medicines="I låst skåp i badrummet",
        covid_19="Covid-19. Munskydd vid alla besök.",
    ),
)
ASIH = VisitPlan("b1", "karin", health_care=HealthCare(advanced_home_care=True))
IMPORTANT = ("bed_linen", "medicines", "incontinence_aids", "covid_19", "other")


def found(tabs, method, plans=()):
    return {(f.rule, f.field): f for f in check_tabs(tabs, method, TODAY, plans)}


def test_tabs_as_the_manual_wants_them_have_nothing_to_put_right(method):
    assert not found(TABS, method)


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("reference_people.0.name", " ", "tabs-reference-name"),
        ("reference_people.0.role", "", "tabs-reference-role"),
        ("relatives.0.name", "", "tabs-relative-name"),
        ("keys.0.what", "", "tabs-code-what"),
        ("visit.door_codes.0.what", "", "tabs-code-what"),
        ("good_to_know.card_codes.0.what", "", "tabs-code-what"),
        ("visit.others_live_here", None, "tabs-others"),
    ],
)
def test_what_must_be_told_is_asked_for_at_its_field(method, field, value, rule):
    (one,) = found(with_value(TABS, field, value), method).values()
    assert (one.rule, one.field, one.blocks) == (rule, f"tabs.{field}", True)


def test_a_relative_whom_nobody_can_reach_is_only_a_hint(method):
    (one,) = found(with_value(TABS, "relatives.0.contact", ""), method).values()
    assert (one.rule, one.severity) == ("tabs-relative-contact", Severity.HINT)


@pytest.mark.parametrize("field", IMPORTANT)
@pytest.mark.parametrize("text", ["MRSA", "0 HLR", "Har palliativt beslut", "Hepatit", "Syrgas"])
def test_what_the_manual_forbids_may_not_stand_in_viktigt_att_veta(method, field, text):
    one = found(with_value(TABS, f"good_to_know.{field}", text), method)
    (key,) = one
    assert key == ("important-guarded", f"tabs.good_to_know.{field}")
    assert one[key].blocks
    assert "patientjournalen" in one[key].text


def test_several_things_in_one_text_are_told_at_once_with_their_places(method):
    tabs = with_value(TABS, "good_to_know.other", "Syrgas. Portkod 4512.")
    (one,) = found(tabs, method).values()
    assert one.about == "syrgas, portkod"
    assert "patientjournalen och fliken Besöksinfo" in one.text


def test_the_way_home_tells_nothing_about_health(method):
    (one,) = found(with_value(TABS, "visit.way_home", "Har epilepsi."), method).values()
    assert (one.rule, one.severity) == ("tabs-guarded", Severity.WARNING)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("visit.way_home", "Portkod 4512, sedan rakt fram"),
        ("visit.door_codes.0.what", "Port 4512"),
        ("keys.0.what", "Ytterdörren, nyckel nummer 214"),
        ("relatives.0.contact", "070-174 06 17. Portkod 4512."),
        ("good_to_know.other", "Koden till ICA-kortet är 1357"),
    ],
)
def test_a_code_belongs_where_it_is_shown_as_dots(method, field, text):
    one = found(with_value(TABS, field, text), method)
    assert [(f.rule, f.field) for f in one.values()] == [("tabs-code-open", f"tabs.{field}")]
    assert not any(code in repr(one) for code in ("4512", "214", "1357"))


@pytest.mark.parametrize(
    ("people", "is_missing"),
    [
        ((), True),
        ((ReferencePerson("Samira Yusuf", "Kontaktman (kontaktperson)"),), True),
        ((ReferencePerson("Vårdteamet", "ASIH"),), False),
        ((ReferencePerson("Asih Norra", "Vårdteam"),), False),
    ],
)
def test_asih_in_a_visit_plan_is_also_a_reference_person(method, people, is_missing):
    tabs = replace(TABS, reference_people=people)
    assert (("tabs-asih", "tabs.reference_people") in found(tabs, method, [ASIH])) is is_missing
    assert not found(tabs, method)


def test_a_reason_changes_nothing_of_what_is_found(method):
    tabs = with_value(TABS, "good_to_know.other", "Syrgas")
    (one,) = found(tabs, method).values()
    kept = AcceptedWarning(one.rule, one.field, "Krav från hyresvärden.", one.about)
    assert found(replace(tabs, accepted=(kept,)), method) == found(tabs, method)


def test_a_rule_that_is_not_valid_yet_finds_nothing(method):
    assert not check_tabs(Tabs("karin"), method, date(2024, 12, 31))


def test_the_texts_hold_every_written_place_once_and_no_code(method):
    texts = dict(tabs_texts(TABS))
    assert len(texts) == len(tuple(tabs_texts(TABS))) == 3 + 3 + 3 + 9 + 5
    assert not any(code in "".join(texts.values()) for code in ("214", "4512", "1357"))
    assert all(method.field(field) for field in texts)
