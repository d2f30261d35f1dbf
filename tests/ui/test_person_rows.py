from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from gplan_desktop.domain.overview import PersonSummary, PlanSummary
from gplan_desktop.domain.person import SupportKind
from gplan_desktop.domain.plan import PlanStatus
from ui.person_rows import DRAFT_HEADINGS, HEADINGS, WIDTHS, draft_row, person_rows

TODAY = date(2026, 11, 23)
PLAN = PlanSummary(
    "p",
    "karin",
    "Genomförandeplan Hemvård",
    PlanStatus.ESTABLISHED,
    3,
    datetime(2026, 5, 1, tzinfo=UTC),
)
DRAFT = replace(PLAN, id="u", status=PlanStatus.DRAFT)
PERSON = PersonSummary(
    "karin",
    "Karin Bergström",
    "19310401-••••",
    "Norra",
    "Kommunen",
    external=False,
    protected=False,
    support_start=TODAY - timedelta(days=20),
    support_kinds=(SupportKind.HOME_CARE,),
    needs_plan=True,
)


def due_in(days: int) -> PersonSummary:
    return replace(PERSON, current=(replace(PLAN, next_follow_up=TODAY + timedelta(days=days)),))


@pytest.fixture
def cells(method: Any) -> Any:
    def cells(person: PersonSummary) -> dict[str, Any]:
        (row,) = person_rows([person], method.limits, TODAY)
        return dict(zip(HEADINGS, row.cells, strict=True))

    return cells


@pytest.mark.parametrize(
    ("days", "words", "role"),
    [
        (-12, "Försenad 12 dagar", "problem"),
        (-1, "Försenad 1 dag", "problem"),
        (0, "I dag", "warning"),
        (1, "I morgon", "warning"),
        (200, "Om 200 dagar", "ink"),
    ],
)
def test_a_deadline_is_told_in_words_colour_and_icon(
    cells: Any, days: int, words: str, role: str
) -> None:
    cell = cells(due_in(days))["Nästa uppföljning"]
    assert (cell.text, cell.role) == (words, role)
    assert bool(cell.icon) == (role != "ink")


def test_a_person_without_a_plan_is_told_when_it_is_due(cells: Any) -> None:
    assert cells(PERSON)["Nästa uppföljning"].text == "Ingen plan – senast 3 dec"
    assert cells(PERSON)["Plan"].text == "–"
    assert cells(PERSON)["Status"].text == "Ingen plan"


def test_a_person_who_shall_have_no_plan_is_no_worry(cells: Any) -> None:
    cell = cells(replace(PERSON, needs_plan=False))["Nästa uppföljning"]
    assert (cell.text, cell.role) == ("Ingen plan ska upprättas", "ink")


@pytest.mark.parametrize(
    ("current", "drafts", "status"),
    [
        ((PLAN,), (), "Upprättad"),
        ((), (DRAFT,), "Påbörjad"),
        ((PLAN,), (DRAFT,), "Uppföljning påbörjad"),
    ],
)
def test_the_status_is_told(cells: Any, current: Any, drafts: Any, status: str) -> None:
    assert cells(replace(PERSON, current=current, drafts=drafts))["Status"].text == status


def test_that_the_support_has_ended_is_told(cells: Any) -> None:
    person = replace(PERSON, current=(PLAN,), support_end=PERSON.support_start)
    assert cells(person)["Status"].text == "Avslutad"


def test_every_plan_in_force_is_named(cells: Any) -> None:
    night = replace(PLAN, id="n", name="Genomförandeplan Hemvård natt")
    person = replace(PERSON, current=(night, PLAN))
    assert cells(person)["Plan"].text == "Genomförandeplan Hemvård natt, Genomförandeplan Hemvård"


def test_a_protected_person_has_a_lock(cells: Any) -> None:
    assert cells(replace(PERSON, protected=True))["Namn"].icon == "lock-fill"
    assert cells(PERSON)["Namn"].icon == ""


@pytest.mark.parametrize(
    ("external", "text", "role", "icon"),
    [
        (True, "Extern: Norrbackens Hemservice AB", "ink", "domain"),
        (False, "Norrbackens Hemservice AB", "muted", ""),
    ],
)
def test_an_external_provider_is_marked_in_words_and_by_icon(
    cells: Any, external: bool, text: str, role: str, icon: str
) -> None:
    person = replace(PERSON, provider="Norrbackens Hemservice AB", external=external)
    cell = cells(person)["Utförare"]
    assert (cell.text, cell.role, cell.icon) == (text, role, icon)


def test_a_person_without_a_provider_has_none_to_tell(cells: Any) -> None:
    assert cells(replace(PERSON, provider=""))["Utförare"].text == "–"


def test_every_column_has_a_width() -> None:
    assert len(WIDTHS) == len(HEADINGS)


def test_the_most_urgent_comes_first_and_no_deadline_last(method: Any) -> None:
    days = {"late": -12, "soon": 3, "later": 90}
    people = [replace(due_in(n), id=key) for key, n in days.items()]
    never = replace(PERSON, id="never", needs_plan=False)
    rows = person_rows([never, *reversed(people)], method.limits, TODAY)
    assert [row.id for row in rows] == ["late", "soon", "later", "never"]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (datetime(2026, 11, 23, 9, 5, tzinfo=UTC), "i dag 10.05"),
        (datetime(2026, 11, 22, 23, 30, tzinfo=UTC), "i dag 00.30"),
        (datetime(2026, 11, 20, 12, 0, tzinfo=UTC), "20 nov 13.00"),
        (datetime(2025, 6, 1, 12, 0, tzinfo=UTC), "1 juni 2025 14.00"),
    ],
)
def test_a_started_plan_tells_when_it_was_changed_in_swedish_time(
    changed: datetime, told: str
) -> None:
    row = draft_row(PERSON, replace(DRAFT, changed_at=changed), TODAY)
    assert row.id == "u"
    texts = [cell.text for cell in row.cells]
    assert texts == ["Karin Bergström", "Genomförandeplan Hemvård", told]
    assert len(texts) == len(DRAFT_HEADINGS)
