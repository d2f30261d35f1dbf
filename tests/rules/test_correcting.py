"""What a correction changes is told at its field, in the words that stood there."""

from dataclasses import replace
from datetime import date

import pytest

from gplan_desktop.domain.life_areas import Functioning
from gplan_desktop.domain.person import SupportKind
from gplan_desktop.rules.correcting import changed_facts, corrections, person_corrections
from gplan_desktop.rules.registering import (
    AssignedAreaForm,
    AssignmentForm,
    PersonForm,
    read_person,
)

SHOWER = AssignedAreaForm(
    "d5", "Behov", Functioning.SEVERE, Functioning.SLIGHT, "Mål", "Stöd", ("d510", "d540")
)
BEFORE = AssignmentForm(date(2026, 11, 2), "Bo Lind", (SHOWER,))


def with_area(**changes: object) -> AssignmentForm:
    return replace(BEFORE, areas=(replace(SHOWER, **changes),))


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (BEFORE, {}),
        (
            replace(BEFORE, day=date(2026, 11, 3)),
            {"day": "Ändrat. Förut stod det: ”2026-11-02”"},
        ),
        (replace(BEFORE, day=None), {"day": "Ändrat. Förut stod det: ”2026-11-02”"}),
        (
            replace(BEFORE, case_officer="Bo Lindh"),
            {"case_officer": "Ändrat. Förut stod det: ”Bo Lind”"},
        ),
        (with_area(need="Annat"), {"d5.need": "Ändrat. Förut stod det: ”Behov”"}),
        (
            with_area(assessed=Functioning.COMPLETE),
            {"d5.assessed": "Ändrat. Förut stod det: ”3 Stor begränsning”"},
        ),
        (
            with_area(sub_areas=("d510",)),
            {"d5.sub_areas": "Ändrat. Förut stod det: ”Att tvätta sig, Att klä sig”"},
        ),
        (
            replace(BEFORE, areas=(SHOWER, AssignedAreaForm("d6"))),
            {"d6": "Hemliv läggs till i uppdraget."},
        ),
        (replace(BEFORE, areas=()), {"d5": "Personlig vård tas bort ur uppdraget."}),
    ],
)
def test_each_change_is_told_at_its_field_and_nothing_else(after, told):
    assert corrections(BEFORE, after) == told


def test_spaces_around_and_the_order_of_the_ticks_are_no_change():
    after = replace(with_area(need=" Behov\n", sub_areas=("d540", "d510")), case_officer="Bo Lind ")
    assert corrections(BEFORE, after) == {}


def test_a_long_text_is_told_by_its_beginning():
    before = replace(BEFORE, areas=(replace(SHOWER, need="ord " * 100),))
    told = corrections(before, BEFORE)["d5.need"]
    assert told.endswith("ord …”")
    assert len(told) < 200


def test_what_was_empty_is_told_as_empty():
    before = replace(BEFORE, areas=(replace(SHOWER, sub_areas=()),))
    assert corrections(before, BEFORE) == {"d5.sub_areas": "Ändrat. Förut stod det inget."}


TODAY = date(2026, 11, 23)
KARIN = PersonForm(
    given_name="Karin",
    family_name="Öberg",
    personal_id="19410331-9036",
    support_start=date(2026, 11, 1),
    support_kinds=(SupportKind.HOME_CARE, SupportKind.ALARM),
    unit="Norrgården",
    provider="Hemvården",
    address="Storgatan 1",
)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, {}),
        ({"given_name": " Karin "}, {}),
        ({"support_kinds": (SupportKind.ALARM, SupportKind.HOME_CARE)}, {}),
        ({"given_name": "Carin"}, {"given_name": "Ändrat. Förut stod det: ”Karin”"}),
        ({"phone": "070-1740601"}, {"phone": "Ändrat. Förut stod det inget."}),
        ({"address": ""}, {"address": "Ändrat. Förut stod det: ”Storgatan 1”"}),
        (
            {"support_kinds": (SupportKind.HOME_CARE,)},
            {"support_kinds": "Ändrat. Förut stod det: ”Hemvård, Trygghetslarm”"},
        ),
        (
            {"support_start": None},
            {"support_start": "Ändrat. Förut stod det: ”2026-11-01”"},
        ),
        ({"external": True}, {"provider": "Ändrat. Förut stod det: ”Hemvården”"}),
        ({"is_reserve": True}, {"personal_id": "Ändrat. Förut stod det: ”19410331-9036”"}),
        (
            {"protected_identity": True},
            {
                "protected_identity": "Ändrat. Förut stod det: ”Nej”",
                "address": "Tas bort, för individen har skyddade personuppgifter.",
            },
        ),
    ],
)
def test_each_change_about_a_person_is_told_at_its_field(change, told):
    assert person_corrections(KARIN, replace(KARIN, **change)) == told


def test_what_was_changed_is_told_by_its_fields():
    before = read_person(KARIN, "p", TODAY)
    after = replace(before, phone="070-174 06 01", unit="Södra")
    assert changed_facts(before, after) == ("unit", "phone")
    assert changed_facts(before, before) == ()
    protected = replace(before, protected_identity=True, address="")
    assert changed_facts(before, protected) == ("protected_identity", "address")
