"""What is kept about a person behind what the pages show (GDPR art. 15)."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.journal_entry import EntryDraft
from gplan_desktop.domain.overview import Aftercare
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import PlanRecord
from gplan_desktop.domain.tabs import Tabs
from gplan_desktop.domain.transfer import Transferred
from gplan_desktop.domain.visit_plan import VisitPlanRecord

Kept = TypeVar("Kept")


@dataclass(frozen=True)
class Earlier(Generic[Kept]):
    """What stood until somebody changed it: when, and who, "" when that is not kept."""

    what: Kept
    at: datetime
    by: str = ""


@dataclass(frozen=True)
class Opening:
    """Why somebody opened a person who was not one of the own (F65)."""

    at: datetime
    by: str
    reason: str


@dataclass(frozen=True)
class RemovedPlan:
    """A draft that was taken away; without its text when that has been erased since."""

    name: str
    at: datetime
    by: str = ""
    record: PlanRecord | None = None


@dataclass(frozen=True)
class Done:
    """What was done with a plan or visit plan: pasted elsewhere, noted and filed."""

    record: PlanRecord | VisitPlanRecord
    transfers: tuple[Transferred, ...] = ()
    aftercare: Aftercare = field(default_factory=Aftercare)


@dataclass(frozen=True)
class Behind:
    """All that is kept of one person and stands on no page as it is now."""

    people: tuple[Earlier[Person], ...] = ()
    assignments: tuple[Earlier[Assignment], ...] = ()
    tabs: tuple[Tabs, ...] = ()
    visit_plans: tuple[VisitPlanRecord, ...] = ()
    removed: tuple[RemovedPlan, ...] = ()
    points: tuple[Earlier[PlanRecord], ...] = ()
    entries: tuple[Earlier[EntryDraft], ...] = ()
    openings: tuple[Opening, ...] = ()
    done: tuple[Done, ...] = ()
