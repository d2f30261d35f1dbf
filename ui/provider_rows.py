"""The persons of an external provider as rows of a table, with what stands in the way (S131)."""

from datetime import date

from gplan_desktop.domain.overview import PersonSummary
from gplan_desktop.method.model import Limits
from gplan_desktop.rules.deadlines import deadline
from ui import provider_words as words
from ui.plan_rows import deadline_cell
from ui.provider_desk import Shown
from ui.widgets.record_table import Cell, Row

HEADINGS = ("Namn", "Personnummer", "Gällande plan", "Nästa uppföljning", "Besöksplan", "Export")
WIDTHS = (165, 140, 215, 225, 230, 240)
_FINISHED = "Färdig"


def provider_row(person: PersonSummary, shown: Shown, limits: Limits, today: date) -> Row:
    """Return a person as a row; the next follow-up is worded as in the unit's list."""
    due = deadline(person, limits, today)
    lock = "lock-fill" if person.protected else ""
    return Row(
        person.id,
        (
            Cell(person.name, "ink", lock, "skyddade personuppgifter" if lock else ""),
            Cell(person.number, "muted"),
            Cell(", ".join(plan.name for plan in person.current) or "–"),
            deadline_cell(due.text, due.urgency),
            _visit_plan(shown),
            _export(shown),
        ),
    )


def _visit_plan(shown: Shown) -> Cell:
    lacks = ", ".join(shown.sheet.lacks)
    return (
        Cell(lacks, "warning", "event") if lacks else Cell(_FINISHED, "done", "check_circle-fill")
    )


def _export(shown: Shown) -> Cell:
    if not shown.may_leave:
        return Cell(", ".join(shown.sheet.stops), "problem", "error-fill")
    if shown.sheet.is_protected:
        return Cell(words.ONE_BY_ONE, "ink", "lock-fill", "skyddade personuppgifter")
    return Cell(words.READY, "done", "check_circle-fill")
