"""Who is due to be erased, since when, and who is kept all the same."""

from dataclasses import replace
from datetime import date

import pytest

from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId, reserve
from gplan_desktop.method.model import Method, Retention
from gplan_desktop.rules.retention import NO_BIRTH_DAY, PersonFacts, due, due_on, exempt_reason

TODAY = date(2026, 11, 23)
RULES = Retention(5, (5, 15, 25), ("Gotlands län", "Göteborgs kommun"), in_exempt_place=False)
NUMBER = PersonalId(IdentifierKind.PERSONAL, "194103319036")
FACTS = PersonFacts("p1", "Karin Öberg", NUMBER, date(2021, 11, 22), is_active=False)
BORN = "Född den 5, 15 eller 25 i en månad"


def test_the_built_in_time_and_exemptions_are_those_of_the_law(method: Method) -> None:
    assert method.retention == Retention(
        5,
        (5, 15, 25),
        ("Östergötlands län", "Gotlands län", "Västernorrlands län", "Göteborgs kommun"),
        in_exempt_place=False,
    )


@pytest.mark.parametrize(
    ("last_note", "on"),
    [
        (date(2021, 11, 22), date(2026, 11, 23)),
        (date(2020, 2, 29), date(2025, 3, 1)),
        (date(2021, 12, 31), date(2027, 1, 1)),
    ],
)
def test_whole_years_pass_after_the_last_note(last_note: date, on: date) -> None:
    assert due_on(last_note, RULES) == on


@pytest.mark.parametrize(
    ("changes", "is_due"),
    [
        ({}, True),
        ({"last_note": date(2021, 11, 23)}, False),
        ({"last_note": date(2026, 11, 23)}, False),
        ({"is_active": True}, False),
        ({"is_active": True, "last_note": date(1999, 1, 1)}, False),
    ],
)
def test_who_is_due(changes: dict[str, object], is_due: bool) -> None:
    found = due([replace(FACTS, **changes)], RULES, TODAY)  # type: ignore[arg-type]
    assert [one.person_id for one in found] == (["p1"] if is_due else [])
    assert all(one.may_be_erased for one in found)


def test_the_longest_overdue_comes_first() -> None:
    older = replace(FACTS, person_id="p2", last_note=date(2015, 1, 1))
    assert [one.person_id for one in due([FACTS, older], RULES, TODAY)] == ["p2", "p1"]


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (NUMBER, ""),
        (PersonalId(IdentifierKind.PERSONAL, "194502253190"), BORN),
        (PersonalId(IdentifierKind.PERSONAL, "193507059107"), BORN),
        (PersonalId(IdentifierKind.PERSONAL, "192705159198"), BORN),
        (PersonalId(IdentifierKind.COORDINATION, "194907912382"), ""),
        (PersonalId(IdentifierKind.COORDINATION, "193402652397"), BORN),
        (PersonalId(IdentifierKind.COORDINATION, "193402602397"), ""),
        (reserve("98240301AA06"), NO_BIRTH_DAY),
    ],
)
def test_who_is_kept_for_the_day_of_birth(number: PersonalId, reason: str) -> None:
    assert exempt_reason(number, RULES) == reason
    [found] = due([replace(FACTS, personal_id=number)], RULES, TODAY)
    assert (found.exempt_reason, found.may_be_erased) == (reason, not reason)


def test_nobody_is_erased_in_an_exempt_place() -> None:
    [found] = due([FACTS], replace(RULES, in_exempt_place=True), TODAY)
    assert found.exempt_reason == "Ingenting gallras i Gotlands län och Göteborgs kommun"


def test_without_exempt_days_the_number_does_not_matter() -> None:
    assert exempt_reason(reserve("98240301AA06"), replace(RULES, exempt_days=())) == ""


def test_a_method_from_before_there_were_such_rules_erases_nobody() -> None:
    assert due([FACTS], Retention(0, (), (), in_exempt_place=False), TODAY) == ()
