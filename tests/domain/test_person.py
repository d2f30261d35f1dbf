"""Persons: who needs a plan, and their support in words."""

from dataclasses import replace
from datetime import date

import pytest

from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.person import Person, Provider, SupportKind

PERSON = Person(
    id="p",
    given_name="Karin",
    family_name="Öberg",
    personal_id=PersonalId(IdentifierKind.PERSONAL, "194103319036"),
    support_start=date(2026, 10, 1),
    support_kinds=(SupportKind.HOME_CARE,),
    unit="Norrgården",
    provider=Provider("Hemvården"),
)
ALARM, HEALTH_CARE = SupportKind.ALARM, SupportKind.HEALTH_CARE


@pytest.mark.parametrize(
    ("kinds", "needs_plan"),
    [
        ((ALARM,), False),
        ((HEALTH_CARE,), False),
        ((ALARM, HEALTH_CARE), False),
        ((SupportKind.ESCORT,), True),
        ((SupportKind.NIGHT,), True),
        ((SupportKind.HOME_CARE, ALARM), True),
        ((SupportKind.SERVICE, HEALTH_CARE), True),
        *(((kind,), True) for kind in SupportKind if kind not in (ALARM, HEALTH_CARE)),
    ],
)
def test_only_alarm_and_health_care_need_no_plan(kinds, needs_plan):
    assert replace(PERSON, support_kinds=kinds).needs_plan is needs_plan


def test_support_in_words():
    assert replace(PERSON, support_kinds=(ALARM, HEALTH_CARE)).supports == (
        "Trygghetslarm, HSL-åtgärder"
    )
    assert len({kind.label for kind in SupportKind}) == len(SupportKind)


def test_the_name_has_no_loose_spaces():
    assert PERSON.name == "Karin Öberg"
    assert replace(PERSON, given_name="").name == "Öberg"
    assert replace(PERSON, family_name="").name == "Karin"
