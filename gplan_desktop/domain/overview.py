"""What lists show of persons and plans, without opening the documents."""

from dataclasses import dataclass
from datetime import date, datetime

from gplan_desktop.domain.correction import Correction
from gplan_desktop.domain.person import SupportKind
from gplan_desktop.domain.plan import PlanStatus


@dataclass(frozen=True)
class PlanSummary:
    """One plan in a person's list of plans (S82); *corrects* and *ended* as in PlanRecord."""

    id: str
    person_id: str
    name: str
    status: PlanStatus
    version: int
    changed_at: datetime
    established_at: datetime | None = None
    established_by: str = ""
    next_follow_up: date | None = None
    followed_up_on: date | None = None
    previous_id: str | None = None
    assignment_id: str = ""
    corrects: Correction | None = None
    ended: Correction | None = None

    @property
    def is_current(self) -> bool:
        """Whether this is the plan in force, "tv (tillsvidare)" (S82-S83)."""
        return self.status is PlanStatus.ESTABLISHED


@dataclass(frozen=True)
class PersonSummary:
    """One person in the unit's list, with the plans in force and the started drafts."""

    id: str
    name: str
    number: str
    unit: str
    provider: str
    external: bool
    protected: bool
    support_start: date
    support_kinds: tuple[SupportKind, ...]
    needs_plan: bool
    current: tuple[PlanSummary, ...] = ()
    drafts: tuple[PlanSummary, ...] = ()
    support_end: date | None = None


@dataclass(frozen=True)
class Place:
    """Where in a draft its writer was: step and, if any, field."""

    step: str = ""
    field: str = ""


@dataclass(frozen=True)
class Aftercare:
    """What has been done after establishing: printed, noted in the journal, filed."""

    printed_at: datetime | None = None
    noted_at: datetime | None = None
    filed_at: datetime | None = None


@dataclass(frozen=True)
class Unit:
    """The unit whose records the database holds, and who works in it."""

    name: str
    coordinator: str
    practice: bool
