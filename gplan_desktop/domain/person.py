"""The individual whom the plan is about."""

from dataclasses import dataclass
from datetime import date

from gplan_desktop.domain.identifiers import PersonalId
from gplan_desktop.domain.labelled import Labelled


class SupportKind(Labelled):
    """A kind of support that a person may have."""

    HOME_CARE = "home_care", "Hemvård"
    NIGHT = "night", "Hemvård natt"
    DAY_ACTIVITY = "day_activity", "Dagverksamhet"
    SERVICE = "service", "Service"
    ESCORT = "escort", "Ledsagning"
    ALARM = "alarm", "Trygghetslarm"
    HEALTH_CARE = "health_care", "HSL-åtgärder"


_NEEDS_NO_PLAN = frozenset({SupportKind.ALARM, SupportKind.HEALTH_CARE})


@dataclass(frozen=True)
class Provider:
    """Who carries out the support; external providers are companies of their own."""

    name: str
    external: bool = False


class EndReason(Labelled):
    """Why the support ended."""

    DECEASED = "deceased", "Avliden"
    MOVED = "moved", "Flyttat"
    OTHER = "other", "Annat"


@dataclass(frozen=True)
class SupportEnd:
    """The day on which the support ended, and why where that is told."""

    day: date
    reason: EndReason | None = None

    def __str__(self) -> str:
        reason = f", {self.reason.label.lower()}" if self.reason else ""
        return f"{self.day.isoformat()}{reason}"


@dataclass(frozen=True)
class Person:
    """An individual with support under socialtjänstlagen."""

    id: str
    given_name: str
    family_name: str
    personal_id: PersonalId
    support_start: date
    support_kinds: tuple[SupportKind, ...]
    unit: str
    provider: Provider
    protected_identity: bool = False
    address: str = ""
    phone: str = ""
    support_end: SupportEnd | None = None

    @property
    def name(self) -> str:
        """Given name and family name."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def needs_plan(self) -> bool:
        """Whether a plan shall be made: not for only trygghetslarm or HSL (S24-S26)."""
        return not set(self.support_kinds) <= _NEEDS_NO_PLAN

    @property
    def supports(self) -> str:
        """The kinds of support in words: "Hemvård, Trygghetslarm"."""
        return ", ".join(kind.label for kind in self.support_kinds)
