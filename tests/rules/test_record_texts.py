"""The guard reads the texts of a person's record, one finding a field."""

from datetime import date

import pytest

from gplan_desktop.method.guard_terms import Place
from gplan_desktop.rules.finding import finding
from gplan_desktop.rules.record_texts import CODES, check_guarded, hits_of, in_force


def test_a_field_has_one_finding_and_a_harmless_text_none(method):
    texts = [("visit_plan.other", "MRSA och hepatit"), ("visit_plan.name", "Alla besök")]
    (one,) = check_guarded(texts, Place.VISIT_PLAN, "visit-plan-guarded", method)
    assert (one.field, one.about) == ("visit_plan.other", "smitta: MRSA, smitta: hepatit")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Portkod 4512", ["portkod"]),
        ("Nyckel nummer 214", ["nyckelnummer"]),
        ("Koden till medicinskåpet är 2468", ["skapskod"]),
        ("Koden till ICA-kortet är 1357", ["kortkod"]),
        ("Har epilepsi", []),
    ],
)
def test_only_the_kinds_asked_for_are_told(method, text, kinds):
    assert [hit.kind for hit in hits_of(text, CODES, method)] == kinds


def test_every_kind_of_code_is_one_that_the_guard_knows(method):
    assert set(method.guard.kinds) >= CODES


def test_nothing_is_allowed_in_a_plan_that_is_forbidden_elsewhere(method):
    assert all(Place.PLAN in kind.forbidden for kind in method.guard.kinds.values())


def test_a_rule_holds_from_its_first_day(method):
    found = [finding(method, "journal-text", "journal.text")]
    first = method.rules["journal-text"].valid_from
    assert in_force(found, method, first) == tuple(found)
    assert not in_force(found, method, date(2024, 12, 31))
