"""Ten invented persons to practise on, with every date told relative to today.

The files in resources/examples give each date as a number of days from today,
so that the set always holds plans that are due soon, overdue or not yet made.
The numbers are Skatteverket's test numbers and belong to nobody.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from gplan_desktop.domain import dates, identifiers
from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.journal_entry import JournalEntry
from gplan_desktop.domain.life_areas import official_order
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import AreaPlan, Plan, new_form
from gplan_desktop.domain.tabs import Tabs
from gplan_desktop.domain.visit_plan import VisitPlan
from gplan_desktop.method import strict
from resources import read_text

FILES = (
    "karin.toml",
    "svenerik.toml",
    "gunnel.toml",
    "bertil.toml",
    "elsa.toml",
    "rolf.toml",
    "mona.toml",
    "harry.toml",
    "mirela.toml",
    "olena.toml",
)
_DATES = frozenset({"support_start", "day", "followed_up_on", "next_follow_up", "written_on"})


@dataclass(frozen=True)
class EstablishedExample:
    """A plan that is established: on which day, by whom, and whether it was put away after that.

    What is put away has been filed and noted in the journal (S135-S136).
    """

    plan: Plan
    day: date
    by: str
    put_away: bool


@dataclass(frozen=True)
class Example:
    """One invented person with everything that is written of them, oldest first."""

    person: Person
    assignments: tuple[Assignment, ...]
    established: tuple[EstablishedExample, ...]
    drafts: tuple[Plan, ...]
    tabs: Tabs | None = None
    visit_plans: tuple[VisitPlan, ...] = ()
    journal: tuple[JournalEntry, ...] = ()


def examples(today: date) -> tuple[Example, ...]:
    """Return the invented persons as they stand on the day *today*."""
    return tuple(_example(strict.parse(read_text(f"examples/{file}")), today) for file in FILES)


def _example(table: dict[str, Any], today: date) -> Example:
    table = _dated(table, today)
    number = identifiers.parse(table["person"]["personal_id"], today)
    numbered = {**table["person"], "personal_id": {"kind": number.kind, "value": number.value}}
    person = strict.convert(Person, numbered, "person")
    assignments = tuple(
        strict.convert(Assignment, {**entry, "person_id": person.id}, "assignments")
        for entry in table["assignments"]
    )
    by_id = {assignment.id: assignment for assignment in assignments}
    plans: dict[str, Plan] = {}
    established = []
    for entry in table.get("established", ()):
        day, by, put_away = entry.pop("day"), entry.pop("by"), entry.pop("put_away", True)
        plan = plans[entry["id"]] = _plan(entry, by_id, plans)
        established.append(EstablishedExample(plan, day, by, put_away))
    drafts = tuple(_plan(entry, by_id, plans) for entry in table.get("drafts", ()))
    return Example(
        person,
        assignments,
        tuple(established),
        drafts,
        _tabs(table, person.id),
        tuple(_visit_plans(table, person.id)),
        tuple(_journal(table, person.id)),
    )


def _tabs(table: Mapping[str, Any], person_id: str) -> Tabs | None:
    if "tabs" not in table:
        return None
    return strict.convert(Tabs, {**table["tabs"], "person_id": person_id}, "tabs")


def _visit_plans(table: Mapping[str, Any], person_id: str) -> Iterator[VisitPlan]:
    for entry in table.get("visit_plans", ()):
        yield strict.convert(VisitPlan, {**entry, "person_id": person_id}, "visit_plans")


def _journal(table: Mapping[str, Any], person_id: str) -> Iterator[JournalEntry]:
    """Give each entry the moment that it tells of, and let it be written at once."""
    for number, entry in enumerate(table.get("journal", ()), start=1):
        at = dates.at_in_sweden(entry.pop("day"), entry.pop("time"))
        told = {**entry, "id": f"{person_id}-journal-{number}", "person_id": person_id}
        yield strict.convert(JournalEntry, {**told, "at": at, "written_at": at}, "journal")


def _plan(
    entry: dict[str, Any], assignments: Mapping[str, Assignment], plans: Mapping[str, Plan]
) -> Plan:
    """Fill in the form that the program itself would begin with; what is not told is copied."""
    assignment = assignments[entry["assignment_id"]]
    previous = plans[entry["previous_id"]] if "previous_id" in entry else None
    form = new_form(entry["id"], assignment, entry["name"], previous)
    told = entry.pop("areas", [])
    written = strict.convert(Plan, {**entry, "person_id": form.person_id}, entry["id"])
    kept = {key: getattr(written, key) for key in entry if key != "previous_id"}
    return replace(form, **kept, areas=_areas(form, told))


def _areas(form: Plan, told: list[dict[str, Any]]) -> tuple[AreaPlan, ...]:
    areas = {area.code: area for area in form.areas}
    for entry in told:
        code = entry["code"]
        written = strict.convert(AreaPlan, entry, f"{form.id}.{code}")
        base = areas.get(code, written)
        areas[code] = replace(base, **{key: getattr(written, key) for key in entry})
    return tuple(sorted(areas.values(), key=lambda area: official_order(area.code)))


def _dated(value: Any, today: date) -> Any:
    """Turn every number of days that stands under the name of a date into that date."""
    if isinstance(value, list):
        return [_dated(entry, today) for entry in value]
    if not isinstance(value, dict):
        return value
    return {
        key: today + timedelta(days=entry) if key in _DATES else _dated(entry, today)
        for key, entry in value.items()
    }
