"""How statuses, moments and degrees are said."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from gplan_desktop.domain.plan import PlanStatus
from printing import words


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2026, 11, 23, 13, 32, tzinfo=UTC), "2026-11-23 kl. 14.32"),
        (datetime(2026, 7, 1, 22, 5, tzinfo=UTC), "2026-07-02 kl. 00.05"),
        (datetime(2026, 7, 1, 9, 5), "2026-07-01 kl. 09.05"),  # noqa: DTZ001
    ],
)
def test_a_moment_is_told_in_swedish_time(at, said):
    assert words.moment(at) == said


def test_a_plan_that_was_replaced_tells_both_that_and_when_it_was_established(established):
    record = replace(established.record, status=PlanStatus.SUPERSEDED)

    assert words.short_standing(record) == "Ersatt, upprättad 2026-11-23 kl. 14.32"
