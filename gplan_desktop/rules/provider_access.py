"""What an external provider may see of a person, and what stands in the way (S131)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Final

from gplan_desktop.domain import dates
from gplan_desktop.domain.fields import pattern
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import Plan, PlanRecord
from gplan_desktop.domain.tabs import Tabs
from gplan_desktop.domain.text import is_blank
from gplan_desktop.domain.visit_plan import VisitPlan, VisitPlanRecord
from gplan_desktop.method.model import Method
from gplan_desktop.rules.provider_tabs import Line, tab_parts
from gplan_desktop.rules.record_texts import CODES, hits_of
from gplan_desktop.rules.tes_text import CODE_FIELD, tes_items
from gplan_desktop.rules.transfer import plan_items

WITHHELD_CODE: Final = "[Texten kan innehålla en kod och lämnas inte ut.]"
WITHHELD_PLACE: Final = "[Visar var individen bor och lämnas inte ut.]"
PROTECTED: Final = "Individen har skyddade personuppgifter. Här står inte var individen bor."
NO_PLAN: Final = "Ingen upprättad plan"
CODE_IN_PLAN: Final = "Planen kan innehålla en kod"
OLDER_THAN_PROTECTION: Final = "Planens PDF är äldre än skyddet"
NO_VISIT_PLAN: Final = "Ingen besöksplan"
UNFINISHED_VISIT_PLAN: Final = "Besöksplanen är inte färdig"

# What only the one who copies the plan into Treserva has use for.
_CHORES = ("participation.ticked", "participation.under_revision", "closing.")
_NEXT = "area.*.next_follow_up"
# The way to the door of a person with protected identity is their address in other words.
_TELLS_WHERE = frozenset(
    (
        "visit_plan.arrival.name_on_door",
        "tabs.visit.name_on_door",
        "tabs.visit.way_home",
        "tabs.visit.floor",
        "tabs.visit.way_to_waste",
        "tabs.visit.way_to_laundry",
    )
)


@dataclass(frozen=True)
class Held:
    """What the unit holds of a person; the plans are those in force.

    *open_until* is when a person with protected identity had none yet; None: always protected.
    """

    person: Person
    plans: tuple[PlanRecord, ...]
    visit_plans: tuple[VisitPlanRecord, ...]
    tabs: Tabs
    open_until: datetime | None = None


@dataclass(frozen=True)
class Group:
    """Lines that belong together under a heading, such as those of one life area."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Part:
    """One whole that may be seen: a plan, a visit plan or a tab."""

    title: str
    note: str
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class ProviderSheet:
    """All that a provider may see of one person, and what stands in the way of more.

    *stops* must be put right before anything is handed over; *lacks* is only told.
    """

    provider: str
    name: str
    facts: tuple[Line, ...]
    parts: tuple[Part, ...]
    stops: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    is_protected: bool = False


def provider_sheet(provider: str, held: Held, method: Method) -> ProviderSheet:
    """Return what *provider* may see of its own person *held* (S2, S131).

    Codes, key numbers and the journal are never among it, nor where a person
    with a protected identity lives: a text that may tell is withheld whole.

    Raises:
        ValueError: the person is not this external provider's, or something is
            of another person, or a plan is not in force.
    """
    _refuse_others(provider, held)
    access, person = method.provider, held.person
    parts = (
        *(_plan_part(record, method) for record in held.plans if access.plan),
        *(_visit_plan_part(plan, method) for plan in _ready(held) if access.visit_plans),
        *(Part(tab.label, "", (Group("", lines),)) for tab, lines in tab_parts(held.tabs, method)),
    )
    return ProviderSheet(
        provider,
        person.name,
        tuple(_facts(person)),
        tuple(_without_secrets(part, person, method) for part in parts),
        tuple(_stops(held, method)),
        tuple(_lacks(held, method)),
        is_protected=person.protected_identity,
    )


def ready_visit_plans(held: Held, method: Method) -> tuple[VisitPlanRecord, ...]:
    """Return the visit plans that go along: in use, and with nothing missing (S96-S100)."""
    return _ready(held) if method.provider.visit_plans else ()


def _refuse_others(provider: str, held: Held) -> None:
    person = held.person
    if not person.provider.external or person.provider.name != provider:
        raise ValueError("the person is not this external provider's")
    owners = {
        held.tabs.person_id,
        *(record.plan.person_id for record in held.plans),
        *(record.plan.person_id for record in held.visit_plans),
    }
    if owners != {person.id}:
        raise ValueError("something is of another person")
    if not all(record.is_current for record in held.plans):
        raise ValueError("a plan is not in force")


def _ready(held: Held) -> tuple[VisitPlanRecord, ...]:
    return tuple(one for one in held.visit_plans if one.is_open and not one.plan.missing)


def _facts(person: Person) -> Iterator[Line]:
    yield Line("person.personal_id", person.personal_id.kind.capitalize(), str(person.personal_id))
    yield Line("person.support_kinds", "Stöd", person.supports)
    if not person.protected_identity:
        yield from _filled(
            (
                Line("person.address", "Adress", person.address),
                Line("person.phone", "Telefon", person.phone),
            )
        )


def _plan_part(record: PlanRecord, method: Method) -> Part:
    made = record.establishment
    at = f"Upprättad {dates.stamp(made.at)} av {made.by}." if made else ""
    return Part(record.plan.name, at, _groups(_plan_lines(record.plan, method)))


def _plan_lines(plan: Plan, method: Method) -> Iterator[tuple[str, Line]]:
    for item in plan_items(plan, method):
        # The name is the heading.
        if item.field != "name" and not item.field.startswith(_CHORES):
            # The day of a life area is told in a sentence, which says what it is.
            label = "" if pattern(item.field) == _NEXT else item.label
            yield item.group, Line(item.field, label, item.text)


def _visit_plan_part(record: VisitPlanRecord, method: Method) -> Part:
    plan, day = record.plan, record.plan.written_on
    kind = "Tillfällig besöksplan" if plan.temporary else "Besöksplan"
    title = kind if is_blank(plan.name) else f"{kind} – {plan.name.strip()}"
    return Part(
        title,
        f"Skriven {day.isoformat()}." if day else "",
        _groups(_visit_plan_lines(plan, method)),
    )


def _visit_plan_lines(plan: VisitPlan, method: Method) -> Iterator[tuple[str, Line]]:
    for item in tes_items(plan, method):
        if item.field != CODE_FIELD:
            yield item.group, Line(item.field, "", item.text)


def _groups(lines: Iterable[tuple[str, Line]]) -> tuple[Group, ...]:
    return tuple(
        Group(title, tuple(line for _, line in found))
        for title, found in groupby(lines, key=lambda pair: pair[0])
    )


def _filled(lines: Iterable[Line]) -> Iterator[Line]:
    return (line for line in lines if not is_blank(line.text))


def _without_secrets(part: Part, person: Person, method: Method) -> Part:
    groups = (
        replace(group, lines=tuple(_shown(line, person, method) for line in group.lines))
        for group in part.groups
    )
    return replace(part, groups=tuple(groups))


def _shown(line: Line, person: Person, method: Method) -> Line:
    if person.protected_identity and _tells_where(line, person):
        return replace(line, text=WITHHELD_PLACE)
    return replace(line, text=WITHHELD_CODE) if hits_of(line.text, CODES, method) else line


def _tells_where(line: Line, person: Person) -> bool:
    known = (text.strip().casefold() for text in (person.address, person.phone))
    return line.field in _TELLS_WHERE or any(
        text and text in line.text.casefold() for text in known
    )


def _stops(held: Held, method: Method) -> Iterator[str]:
    """What must be put right first: the plan's own paper goes along as it was established."""
    if not method.provider.plan:
        return
    if not held.plans and held.person.needs_plan:
        yield NO_PLAN
    lines = (line for record in held.plans for _, line in _plan_lines(record.plan, method))
    if any(hits_of(line.text, CODES, method) for line in lines):
        yield CODE_IN_PLAN
    if held.person.protected_identity and any(_is_open(record, held) for record in held.plans):
        yield OLDER_THAN_PROTECTION


def _is_open(record: PlanRecord, held: Held) -> bool:
    """Tell whether the paper was made while address and phone still stood on it."""
    made, until = record.establishment, held.open_until
    return made is not None and until is not None and made.at <= until


def _lacks(held: Held, method: Method) -> Iterator[str]:
    in_use = [record for record in held.visit_plans if record.is_open]
    if not method.provider.visit_plans:
        return
    if not in_use:
        yield NO_VISIT_PLAN
    elif any(record.plan.missing for record in in_use):
        yield UNFINISHED_VISIT_PLAN
