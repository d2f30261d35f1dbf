"""Everything the paper needs to know, as one value."""

from dataclasses import dataclass

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.overview import Unit
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import Plan, PlanRecord, PlanStatus


@dataclass(frozen=True)
class PlanDocument:
    """A plan with the person, assignment and unit that stand beside it on paper.

    former is the plan that it follows up, others are the person's other plans in force;
    in_treserva tells that the original is kept there (design §1).
    """

    person: Person
    assignment: Assignment
    record: PlanRecord
    unit: Unit
    former: PlanRecord | None = None
    others: tuple[PlanRecord, ...] = ()
    in_treserva: bool = False

    @property
    def plan(self) -> Plan:
        """What is written in the plan."""
        return self.record.plan

    @property
    def shows_gaps(self) -> bool:
        """Whether empty parts are pointed out, as in everything not yet established."""
        return self.record.status is PlanStatus.DRAFT

    @property
    def title(self) -> str:
        """The plan's name as the heading of the document (S48-S52)."""
        return self.plan.name.strip() or "Genomförandeplan"
