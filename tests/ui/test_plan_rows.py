from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from gplan_desktop.domain.correction import Correction, CorrectionKind
from gplan_desktop.domain.overview import PlanSummary
from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.rules.deadlines import Urgency
from ui.plan_rows import HEADINGS, deadline_cell, history_of, plan_row

TODAY = date(2026, 11, 23)
CURRENT = PlanSummary(
    id="p",
    person_id="karin",
    name="Genomförandeplan Hemvård",
    status=PlanStatus.ESTABLISHED,
    version=3,
    changed_at=datetime(2026, 5, 1, tzinfo=UTC),
    established_at=datetime(2026, 5, 15, 22, 30, tzinfo=UTC),
    next_follow_up=date(2026, 11, 11),
)
ANNULLED = Correction(
    "p",
    CorrectionKind.ANNULLED,
    "Fel person",
    datetime(2026, 11, 22, 9, tzinfo=UTC),
    "Anna Ek",
    datetime(2026, 5, 15, 22, 30, tzinfo=UTC),
)
CORRECTED = replace(ANNULLED, kind=CorrectionKind.CORRECTED, reason="Fel tid", new_plan_id="q")


@pytest.fixture
def texts(method: Any) -> Any:
    def texts(plan: PlanSummary) -> dict[str, str]:
        cells = plan_row(plan, method.limits, TODAY).cells
        return dict(zip(HEADINGS, [cell.text for cell in cells], strict=True))

    return texts


def test_the_plan_in_force_is_marked_tv_with_its_days(texts: Any) -> None:
    assert texts(CURRENT) == {
        "Plan": "Genomförandeplan Hemvård",
        "Status": "Upprättad – tv (tillsvidare)",
        # Half past midnight in Sweden is another day than in UTC.
        "Upprättad": "2026-05-16",
        "Nästa uppföljning": "2026-11-11  Försenad 12 dagar",
    }


def test_a_draft_has_no_days_yet(texts: Any) -> None:
    draft = replace(CURRENT, status=PlanStatus.DRAFT, established_at=None)
    told = texts(draft)
    assert (told["Status"], told["Upprättad"], told["Nästa uppföljning"]) == ("Utkast", "–", "–")


@pytest.mark.parametrize(
    ("status", "word"), [(PlanStatus.SUPERSEDED, "Ersatt"), (PlanStatus.ANNULLED, "Makulerad")]
)
def test_a_plan_that_is_not_in_force_is_never_late(
    texts: Any, status: PlanStatus, word: str
) -> None:
    told = texts(replace(CURRENT, status=status))
    assert told["Status"] == word
    assert "Försenad" not in told["Nästa uppföljning"]


@pytest.mark.parametrize(
    ("status", "changes", "word"),
    [
        (PlanStatus.ANNULLED, {"ended": ANNULLED}, "Makulerad 2026-11-22 av Anna Ek: Fel person"),
        (
            PlanStatus.SUPERSEDED,
            {"ended": CORRECTED},
            "Ersatt, rättad 2026-11-22 av Anna Ek: Fel tid",
        ),
        (PlanStatus.ESTABLISHED, {"corrects": CORRECTED}, "Rättad – tv (tillsvidare)"),
        (PlanStatus.DRAFT, {"corrects": CORRECTED}, "Utkast till rättelse"),
    ],
)
def test_a_plan_that_was_annulled_or_corrected_tells_so(
    texts: Any, status: PlanStatus, changes: Any, word: str
) -> None:
    assert texts(replace(CURRENT, status=status, **changes))["Status"] == word


def test_the_history_of_a_plan_is_told_in_whole_sentences() -> None:
    plan = replace(CURRENT, corrects=CORRECTED, ended=ANNULLED)
    assert history_of(CURRENT) == ""
    assert history_of(plan) == (
        "Rättad 2026-11-22: Fel tid. Ersätter planen som upprättades 2026-05-16 kl. 00.30. "
        "Makulerad 2026-11-22 kl. 10.00 av Anna Ek: Fel person."
    )


def test_a_followed_up_plan_tells_when(texts: Any) -> None:
    plan = replace(CURRENT, status=PlanStatus.SUPERSEDED, followed_up_on=date(2026, 11, 20))
    assert texts(plan)["Nästa uppföljning"] == "Uppföljd 2026-11-20"


@pytest.mark.parametrize(
    ("urgency", "role", "icon"),
    [
        (Urgency.OVERDUE, "problem", "error-fill"),
        (Urgency.SOON, "warning", "event"),
        (Urgency.LATER, "ink", ""),
        (Urgency.NONE, "ink", ""),
    ],
)
def test_urgency_is_colour_and_icon_too(urgency: Urgency, role: str, icon: str) -> None:
    cell = deadline_cell("Om 3 dagar", urgency)
    assert (cell.text, cell.role, cell.icon) == ("Om 3 dagar", role, icon)
