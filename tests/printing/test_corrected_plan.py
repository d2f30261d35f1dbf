"""What the paper of a plan says that was annulled or corrected, read back from the PDF (F26)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from gplan_desktop.domain.correction import Correction, CorrectionKind
from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.domain.print_out import Paper
from printing import words
from printing.render import render

ANNULLED = Correction(
    "g0",
    CorrectionKind.ANNULLED,
    "Planen skrevs för fel person.",
    datetime(2026, 11, 24, 9, tzinfo=UTC),
    "Eva Ström",
    datetime(2026, 11, 23, 13, 32, tzinfo=UTC),
)
CORRECTED = replace(
    ANNULLED, kind=CorrectionKind.CORRECTED, reason="Fel tid på duschen", new_plan_id="g1"
)
AS_ESTABLISHED = "Upprättad 2026-11-23 kl. 14.32 av Maria Lind"
WHY_ANNULLED = "Makulerad 2026-11-24 kl. 10.00 av Eva Ström: Planen skrevs för fel person."
INSTEAD = (
    "Rättad 2026-11-24: Fel tid på duschen. Ersätter planen som upprättades 2026-11-23 kl. 14.32."
)
REPLACED = "Ersatt av en rättad plan 2026-11-24 kl. 10.00 av Eva Ström: Fel tid på duschen."
BEING_CORRECTED = "Rättelse av planen som upprättades 2026-11-23 kl. 14.32: Fel tid på duschen."


@pytest.fixture
def pages_of(method, read):
    def pages(document, paper=Paper.PLAN):
        return [" ".join(page.split()) for page in read(render(document, method, paper))]

    return pages


@pytest.fixture
def having(established):
    """The established plan with other words of where it stands."""
    return lambda **changes: replace(established, record=replace(established.record, **changes))


@pytest.mark.parametrize("paper", [Paper.PLAN, Paper.LARGE_PRINT])
def test_an_annulled_plan_is_marked_on_every_page_with_who_when_and_why(having, pages_of, paper):
    pages = pages_of(having(status=PlanStatus.ANNULLED, ended=ANNULLED), paper)
    assert all("MAKULERAD – gäller inte" in page for page in pages)
    assert f"{WHY_ANNULLED} {AS_ESTABLISHED}" in pages[0]
    assert WHY_ANNULLED in " ".join(pages[1:])
    assert all("Makulerad 2026-11-24, upprättad 2026-11-23 kl. 14.32" in page for page in pages)


def test_a_corrected_plan_tells_what_was_corrected_and_which_plan_it_replaces(having, pages_of):
    pages = pages_of(having(corrects=CORRECTED))
    assert f"{AS_ESTABLISHED}. {INSTEAD}" in pages[0]
    assert all("Upprättad 2026-11-23 kl. 14.32, rättad" in page for page in pages)
    assert "gäller inte" not in " ".join(pages)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, AS_ESTABLISHED),
        (
            {"status": PlanStatus.SUPERSEDED, "ended": CORRECTED},
            f"{REPLACED} {AS_ESTABLISHED}.",
        ),
        (
            {"status": PlanStatus.ANNULLED, "ended": ANNULLED, "corrects": CORRECTED},
            f"{WHY_ANNULLED} {AS_ESTABLISHED}. {INSTEAD}",
        ),
        (
            {
                "status": PlanStatus.DRAFT,
                "establishment": None,
                "corrects": replace(CORRECTED, is_done=False),
            },
            f"Utkast – gäller inte. {BEING_CORRECTED}",
        ),
    ],
)
def test_where_a_plan_stands_tells_the_whole_history(established, changes, said):
    assert words.standing(replace(established.record, **changes)) == said
