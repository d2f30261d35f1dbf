"""Something that must not be forgotten: an open task until somebody ticks it (F36)."""

from dataclasses import dataclass
from datetime import datetime

from gplan_desktop.domain.labelled import Labelled


class TaskKind(Labelled):
    """What a task is about."""

    CONTACT_CASE_OFFICER = "contact_case_officer", "Kontakta biståndshandläggaren"


@dataclass(frozen=True)
class Task:
    """A task about one person; *area* is a life area's code or "", *plan_id* a plan's id or ""."""

    id: str
    person_id: str
    kind: TaskKind
    text: str
    created_at: datetime
    created_by: str
    plan_id: str = ""
    area: str = ""
    done_at: datetime | None = None
    done_by: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_at is None
