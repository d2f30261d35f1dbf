"""Why a paper is out of date, and what is done with it."""

from datetime import UTC, datetime

import pytest

from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.domain.print_out import Occasion, Paper, PrintOut, Way
from gplan_desktop.rules.old_papers import OldPaper, collected_name, paper_name, print_facts

AT = datetime(2026, 6, 24, 10, tzinfo=UTC)
PRINTED, SAVED = Occasion(AT, "Kim Ek", Way.PRINTER), Occasion(AT, "Kim Ek", Way.FILE, 2)
NOBODY = Occasion(AT, "", Way.PRINTER)


@pytest.mark.parametrize(
    ("paper", "status", "reason"),
    [
        (Paper.PLAN, PlanStatus.SUPERSEDED, "Planen har ersatts av en ny."),
        (Paper.HELP, PlanStatus.ANNULLED, "Planen har makulerats."),
        (
            Paper.PLAN,
            PlanStatus.ESTABLISHED,
            "Planen har upprättats efter att utkastet skrevs ut.",
        ),
        (Paper.PLAN, PlanStatus.REMOVED, "Utkastet har tagits bort."),
        (Paper.PLAN, PlanStatus.DRAFT, "En senare version av utkastet har skrivits ut."),
        (Paper.TABS, PlanStatus.REMOVED, "Flikarna har ändrats."),
        (
            Paper.VISIT_PLAN,
            PlanStatus.REMOVED,
            "Besöksplanen har ändrats eller tagits bort.",
        ),
    ],
)
def test_why_a_paper_is_out_of_date(paper: Paper, status: PlanStatus, reason: str) -> None:
    assert OldPaper(PrintOut("one", paper, PRINTED), status).reason == reason


@pytest.mark.parametrize(
    ("occasion", "told", "done"),
    [
        (PRINTED, "Utskriven 2026-06-24 kl. 12.00 av Kim Ek.", "Insamlad"),
        (SAVED, "Sparad som fil 2026-06-24 kl. 12.00 av Kim Ek, 2 exemplar.", "Borttagen"),
        (NOBODY, "Utskriven 2026-06-24 kl. 12.00.", "Insamlad"),
    ],
)
def test_a_file_is_told_from_a_paper(occasion: Occasion, told: str, done: str) -> None:
    made = PrintOut("one", Paper.PLAN, occasion)
    assert (print_facts(made), collected_name(occasion.way)) == (told, done)


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (None, "Flikar"),
        (PlanStatus.ESTABLISHED, "Flikar"),
        (PlanStatus.DRAFT, "Flikar, utkast"),
    ],
)
def test_the_paper_of_a_draft_says_so(status: PlanStatus | None, name: str) -> None:
    assert paper_name(PrintOut("one", Paper.TABS, PRINTED, status=status)) == name
