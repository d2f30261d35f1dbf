"""Everything beside the plan itself that a rule looks at."""

from dataclasses import dataclass
from datetime import date

from gplan_desktop.domain import dates
from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import PlanRecord
from gplan_desktop.method.model import Method


@dataclass(frozen=True)
class Situation:
    """Whose plan it is, what was decided, what came before, by which method, which day.

    *formers* are the earlier plans that this one goes back to, nearest first;
    *others* the person's other plans in force, those it does not follow up.
    *corrected* is the wrong plan that this one corrects a slip in (F26).
    """

    person: Person
    assignment: Assignment
    previous: PlanRecord | None
    method: Method
    today: date
    formers: tuple[PlanRecord, ...] = ()
    others: tuple[PlanRecord, ...] = ()
    corrected: PlanRecord | None = None

    @property
    def names_in_force(self) -> frozenset[str]:
        """The names of the person's other plans in force (S83)."""
        return frozenset(record.plan.name for record in self.others)

    @property
    def latest_follow_up(self) -> date:
        """The last day that the next follow-up may have if established today (S71).

        To correct a slip gives no more time than there was from the beginning.
        """
        made = self.corrected.establishment if self.corrected else None
        start = dates.in_sweden(made.at).date() if made else self.today
        return dates.add_months(start, self.method.limits.follow_up_months)
