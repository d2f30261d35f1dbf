"""What every window is handed: the store on its thread, the paper, the method, the day."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from gplan_desktop.domain import dates
from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.journal_entry import JournalEntry, Period
from gplan_desktop.domain.log_entry import LogSheet
from gplan_desktop.domain.overview import PersonSummary, Unit
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import PlanRecord
from gplan_desktop.domain.print_out import Paper
from gplan_desktop.domain.tabs import Tabs
from gplan_desktop.domain.user import Permission
from gplan_desktop.domain.visit_plan import VisitPlan
from gplan_desktop.method.in_use import OwnMethod
from gplan_desktop.method.model import Method
from gplan_desktop.planning import Desk
from gplan_desktop.rules.situation import Situation
from ui.background import Background
from ui.spell_check import SpellCheck
from ui.theme import Theme

if TYPE_CHECKING:
    # The window is shown before the database's libraries are loaded.
    from gplan_desktop.archive.register_extract import Handed
    from gplan_desktop.store.store import Store


@dataclass(frozen=True)
class UnitPapers:
    """What makes the papers that are of no plan, and one file of several papers."""

    blank_plan: Callable[[Person | None, Assignment | None], bytes]
    booklet: Callable[[], bytes]
    unit_list: Callable[[Sequence[PersonSummary]], bytes]
    merge: Callable[[Iterable[bytes]], bytes]


@dataclass(frozen=True)
class RecordPapers:
    """What makes the papers around the plans; the last of the first two: whether codes show."""

    tabs: Callable[[Person, Tabs, bool], bytes]
    visit_plan: Callable[[Person, VisitPlan, bool], bytes]
    journal: Callable[[Person, Sequence[JournalEntry], Period], bytes]
    log: Callable[[LogSheet], bytes]
    register: "Callable[[Handed], bytes]"


@dataclass(frozen=True)
class Standing:
    """What the user's role may not do, and why (F64); without a log-in nothing is closed.

    *who* is the one who has logged in, "" without a log-in.
    *sees_some* is whether only some of the unit's persons are the user's own,
    *opens_others* whether the others may be opened for a reason (F65).
    """

    why_not: Mapping[Permission, str] = field(default_factory=dict)
    sees_some: bool = False
    opens_others: bool = False
    who: str = ""


@dataclass(frozen=True)
class Office:
    """The parts that the program has put together for one opened unit.

    The store belongs to the thread of *database*: it is only used in work that
    is handed over there. *paper* is the thread that makes PDFs. What is written
    here may be copies of what stands in Treserva (design §1). The user,
    whose *standing* it is, is the same as long as the office is.
    """

    store: "Store"
    unit: Unit
    method: Method
    theme: Theme
    database: Background
    paper: Background
    now: Callable[[], datetime]
    render: Callable[[PlanRecord, Situation, Paper], bytes]
    file_name: Callable[[PlanRecord, Situation, Paper], str]
    missing_characters: Callable[[PlanRecord, Situation], str]
    unit_papers: UnitPapers
    record_papers: RecordPapers
    spelling: SpellCheck
    own_method: OwnMethod = field(default_factory=OwnMethod)
    treserva_is_original: bool = False
    standing: Standing = field(default_factory=Standing)

    def may(self, permission: Permission) -> str:
        """Return why the user's role may not do it, "" when it may (F64)."""
        return self.standing.why_not.get(permission, "")

    def demand(self, permission: Permission) -> None:
        """Refuse what the user's role may not do; the refusal stands in the log.

        Raises:
            NotAllowed: nothing has left or changed.
        """
        if self.may(permission):
            self.database.call(lambda: self.store.access.demand(permission))

    def today(self) -> date:
        """The day on the wall, also in practice where it may have been moved."""
        return dates.in_sweden(self.now()).date()

    def desk(self) -> Desk:
        """What planning is done with today."""
        return Desk(self.store, self.method, self.today())
