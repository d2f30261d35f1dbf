"""The parts of a person's record, and where one goes from them."""

from collections.abc import Callable
from dataclasses import dataclass

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.labelled import Labelled
from gplan_desktop.domain.person import Person


class PartId(Labelled):
    """The parts of a person's record, in the order of the bar above them."""

    OVERVIEW = "overview", "Översikt"
    TABS = "tabs", "Flikar"
    VISIT_PLANS = "visit_plans", "Besöksplaner"
    JOURNAL = "journal", "Journal"
    ASSIGNMENTS = "assignments", "Uppdrag"


@dataclass(frozen=True)
class RecordWays:
    """Where one goes from a part: to a plan and a page of it, to another part and a field of it."""

    open_plan: Callable[[str, str], None]
    show_part: Callable[[PartId, str], None]


@dataclass(frozen=True)
class PersonWays:
    """What one can do from a person's page."""

    leave: Callable[[], None]
    open_plan: Callable[[str], None]
    open_plan_at: Callable[[str, str], None]
    follow_up: Callable[[str], None]
    change_plan: Callable[[str], None]
    new_plan: Callable[[str], None]
    new_assignment: Callable[[Person], None]
    correct_assignment: Callable[[Person, Assignment], None]
    correct_person: Callable[[Person], None]
    print_plan: Callable[[str], None]
    transfer: Callable[[str], None]
    help_toggled: Callable[[bool], None]
