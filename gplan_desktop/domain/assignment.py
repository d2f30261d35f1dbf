"""The assignment (uppdrag): what the case officer decided, read-only for the provider."""

from dataclasses import dataclass
from datetime import date

from gplan_desktop.domain.life_areas import Functioning


@dataclass(frozen=True)
class AssignedArea:
    """What the assignment says about one life area."""

    code: str
    need: str
    assessed: Functioning
    intended: Functioning
    goal: str
    support: str
    sub_areas: tuple[str, ...] = ()


@dataclass(frozen=True)
class Assignment:
    """A decision handed over to the provider."""

    id: str
    person_id: str
    day: date
    case_officer: str
    areas: tuple[AssignedArea, ...]

    def area(self, code: str) -> AssignedArea | None:
        """Return what is decided for the life area *code*, or None."""
        return next((area for area in self.areas if area.code == code), None)
