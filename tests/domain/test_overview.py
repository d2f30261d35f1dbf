"""What lists say of a plan."""

from datetime import UTC, datetime

import pytest

from gplan_desktop.domain.overview import PlanSummary
from gplan_desktop.domain.plan import PlanStatus


@pytest.mark.parametrize("status", PlanStatus)
def test_only_an_established_plan_is_in_force(status):
    moment = datetime(2026, 11, 23, tzinfo=UTC)
    summary = PlanSummary("p", "k", "Genomförandeplan Hemvård", status, 1, moment)
    assert summary.is_current is (status is PlanStatus.ESTABLISHED)
