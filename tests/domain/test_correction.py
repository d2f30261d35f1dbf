"""How it is told that a plan was annulled or corrected."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from gplan_desktop.domain.correction import Correction, CorrectionKind, ended_by, made_by

ANNULLED = Correction(
    "wrong",
    CorrectionKind.ANNULLED,
    "Fel person",
    datetime(2026, 11, 24, 9, tzinfo=UTC),
    "Anna Ek",
    datetime(2026, 11, 19, 23, 30, tzinfo=UTC),
)
CORRECTED = replace(
    ANNULLED, kind=CorrectionKind.CORRECTED, reason="Fel tid på duschen. ", new_plan_id="new"
)
BEGUN = replace(CORRECTED, is_done=False)


def test_an_annulled_plan_tells_who_when_and_why():
    assert ANNULLED.short == "Makulerad 2026-11-24 av Anna Ek: Fel person"
    assert ANNULLED.told_of_wrong == "Makulerad 2026-11-24 kl. 10.00 av Anna Ek: Fel person."


def test_the_wrong_plan_and_the_corrected_one_tell_of_each_other():
    assert CORRECTED.short == "Ersatt, rättad 2026-11-24 av Anna Ek: Fel tid på duschen."
    assert CORRECTED.told_of_wrong == (
        "Ersatt av en rättad plan 2026-11-24 kl. 10.00 av Anna Ek: Fel tid på duschen."
    )
    assert CORRECTED.told_of_new == (
        "Rättad 2026-11-24: Fel tid på duschen. "
        "Ersätter planen som upprättades 2026-11-20 kl. 00.30."
    )


def test_a_correction_that_is_being_written_has_replaced_nothing_yet():
    told = "Rättelse av planen som upprättades 2026-11-20 kl. 00.30: Fel tid på duschen."
    assert BEGUN.told_of_new == told


@pytest.mark.parametrize(
    ("done", "made_new", "ended_wrong"),
    [(ANNULLED, False, True), (CORRECTED, True, True), (BEGUN, True, False)],
)
def test_a_correction_belongs_to_the_plan_it_made_and_to_that_which_it_ended(
    done, made_new, ended_wrong
):
    assert made_by("new", [done]) == (done if made_new else None)
    assert ended_by("wrong", [done]) == (done if ended_wrong else None)
    assert made_by("wrong", [done]) is None
    assert ended_by("other", [done]) is None
