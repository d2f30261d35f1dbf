"""Where a person's texts are taken from the store and put back, each with its version."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, TypeVar
from uuid import uuid4

from gplan_desktop.domain.journal_entry import EntryDraft
from gplan_desktop.domain.tabs import Tabs
from gplan_desktop.domain.visit_plan import VisitPlan

if TYPE_CHECKING:
    # The window is shown before the database's libraries are loaded.
    from gplan_desktop.store.store import Store

R = TypeVar("R", Tabs, VisitPlan, EntryDraft)


class NoVisitPlan(Exception):
    """The person has no visit plan in use."""


class Shelf(Protocol[R]):
    """One record of a person in the store; used on the database's thread."""

    def take(self) -> tuple[R, int]:
        """Return the record and its version."""

    def put(self, record: R, version: int) -> None:
        """Save *record*, which had *version*."""


@dataclass(frozen=True)
class TabsShelf:
    """The person's tabs."""

    store: "Store"
    person_id: str

    def take(self) -> tuple[Tabs, int]:
        """Return the tabs as they are stored."""
        found = self.store.tabs.of_person(self.person_id)
        return found.tabs, found.version

    def put(self, record: Tabs, version: int) -> None:
        """Save the tabs; RecordChangedElsewhere when they are others by now."""
        self.store.tabs.save(record, version, str(uuid4()))


class VisitPlanShelf:
    """The visit plan in use: the ordinary one, or else the temporary one (S96)."""

    def __init__(self, store: "Store", person_id: str, new: VisitPlan | None = None) -> None:
        self._store, self._person_id, self._new = store, person_id, new
        self._plan_id = ""

    def take(self) -> tuple[VisitPlan, int]:
        """Return the visit plan, the same one each time; NoVisitPlan without any."""
        found = self._store.visit_plans.of_person(self._person_id)
        in_use = [one for one in found if one.is_open and self._plan_id in ("", one.plan.id)]
        if not in_use:
            if self._new is None:
                raise NoVisitPlan
            return self._new, 0
        record = min(in_use, key=lambda one: one.plan.temporary)
        self._plan_id = record.plan.id
        return record.plan, record.version

    def put(self, record: VisitPlan, version: int) -> None:
        """Save the visit plan; RecordChangedElsewhere when it is another by now."""
        self._store.visit_plans.save(record, version, str(uuid4()))
        self._plan_id = record.id


@dataclass(frozen=True)
class JournalShelf:
    """The entry that is being written in the person's journal; a new one happened *at* now."""

    store: "Store"
    person_id: str
    at: datetime

    def take(self) -> tuple[EntryDraft, int]:
        """Return the draft that was begun, or an empty one."""
        draft = self.store.journal.draft(self.person_id)
        return draft or EntryDraft(at=self.at), 0

    def put(self, record: EntryDraft, version: int) -> None:
        """Keep the draft; one without a text is taken away."""
        del version
        self.store.journal.keep_draft(self.person_id, record)
