"""What the register keeps of a print."""

from datetime import UTC, datetime

import pytest

from gplan_desktop.domain.plan import Establishment, PlanRecord, PlanStatus
from gplan_desktop.domain.print_out import Occasion, Paper, PrintOut, Way, print_of_plan

AT = datetime(2026, 11, 23, tzinfo=UTC)
OCCASION = Occasion(AT, "Anna Ek", Way.PRINTER)


def test_a_print_of_a_draft_tells_its_version(full_plan):
    made = print_of_plan("one", PlanRecord(full_plan, version=4), Paper.HELP, OCCASION)
    assert (made.status, made.version, made.checksum) == (PlanStatus.DRAFT, 4, "")
    assert (made.plan_id, made.person_id) == (full_plan.id, full_plan.person_id)


def test_a_print_of_an_established_plan_tells_its_checksum(full_plan):
    establishment = Establishment(AT, "Anna Ek", "2026-1", "ab" * 32)
    record = PlanRecord(full_plan, PlanStatus.ESTABLISHED, 5, establishment)
    assert print_of_plan("one", record, Paper.PLAN, OCCASION).checksum == "ab" * 32


@pytest.mark.parametrize(("at", "is_collected"), [(None, False), (AT, True)])
def test_a_paper_is_collected_when_that_was_noted(at, is_collected):
    made = PrintOut("one", Paper.TABS, OCCASION, "karin", collected_at=at)
    assert made.is_collected is is_collected
