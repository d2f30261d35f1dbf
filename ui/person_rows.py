"""The unit's persons, and the started plans, as rows of a table (F41)."""

from collections.abc import Iterable
from datetime import date

from gplan_desktop.domain import dates
from gplan_desktop.domain.overview import PersonSummary, PlanSummary
from gplan_desktop.method.model import Limits
from gplan_desktop.rules.deadlines import Deadline, deadline
from ui.plan_rows import deadline_cell
from ui.widgets.record_table import Cell, Row

HEADINGS = ("Namn", "Personnummer", "Plan", "Status", "Nästa uppföljning", "Utförare")
# What each column needs at the usual text size.
WIDTHS = (156, 130, 248, 182, 232, 260)
DRAFT_HEADINGS = ("Namn", "Plan", "Senast ändrad")


def person_rows(people: Iterable[PersonSummary], limits: Limits, today: date) -> list[Row]:
    """Return the persons as rows, what is most urgent first."""
    due = [(person, deadline(person, limits, today)) for person in people]
    due.sort(key=lambda pair: pair[1].day or date.max)
    return [_person_row(person, next_up) for person, next_up in due]


def draft_row(person: PersonSummary, plan: PlanSummary, today: date) -> Row:
    """Return a started plan as a row."""
    at = dates.in_sweden(plan.changed_at)
    day = "i dag" if at.date() == today else dates.short(at.date(), today)
    return Row(plan.id, (Cell(person.name), Cell(plan.name), Cell(f"{day} {at:%H.%M}", "muted")))


def _person_row(person: PersonSummary, due: Deadline) -> Row:
    lock = "lock-fill" if person.protected else ""
    return Row(
        person.id,
        (
            Cell(person.name, "ink", lock, "skyddade personuppgifter" if lock else ""),
            Cell(person.number, "muted"),
            Cell(_plan_names(person)),
            _status(person),
            deadline_cell(due.text, due.urgency),
            provider_cell(person),
        ),
    )


def provider_cell(person: PersonSummary) -> Cell:
    """Return who carries out the support; an external provider is marked (S131)."""
    if person.external:
        return Cell(f"Extern: {person.provider}", "ink", "domain")
    return Cell(person.provider or "–", "muted")


def _plan_names(person: PersonSummary) -> str:
    plans = person.current or person.drafts
    return ", ".join(plan.name for plan in plans) or "–"


def _status(person: PersonSummary) -> Cell:
    if person.support_end:
        return Cell("Avslutad", "muted", "lock")
    if person.drafts:
        return Cell("Påbörjad" if not person.current else "Uppföljning påbörjad", "ink", "edit")
    if person.current:
        return Cell("Upprättad", "done", "check_circle-fill")
    return Cell("Ingen plan", "muted")
