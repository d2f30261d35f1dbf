"""The pages of the wizard: every entry of the manual's contents, in its order (S3-S5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from gplan_desktop.domain.fields import value_at
from gplan_desktop.domain.labelled import Labelled
from gplan_desktop.domain.life_areas import life_area
from gplan_desktop.domain.plan import Plan
from gplan_desktop.method.model import Method
from gplan_desktop.rules.finding import Finding


class StepKind(StrEnum):
    """What one does on a page."""

    READING = "reading"
    WRITING = "writing"
    ACTING = "acting"


class StepState(Labelled):
    """How far a page has come; the label stands beside the icon (screen rule 2)."""

    NOT_STARTED = "not_started", "Ej påbörjad"
    IN_PROGRESS = "in_progress", "Pågår"
    DONE = "done", "Klar"
    PROBLEM = "problem", "Att åtgärda"


@dataclass(frozen=True)
class Step:
    """One page: its id, the group it stands under, what one does there, its title."""

    id: str
    group: str
    kind: StepKind
    title: str

    @property
    def area(self) -> str:
        """The code of the life area whose page it is, or ""."""
        return self.id.partition(".")[2]


_CONTENTS = (
    ("start", "general", StepKind.READING),
    ("start", "login", StepKind.READING),
    ("start", "participation", StepKind.WRITING),
    ("start", "plan_information", StepKind.READING),
    ("earlier", "follow_up_intro", StepKind.READING),
    ("earlier", "choose_plan", StepKind.READING),
    ("earlier", "close_previous", StepKind.WRITING),
    ("earlier", "name", StepKind.WRITING),
    ("earlier", "contributors", StepKind.WRITING),
    ("areas", "attainment", StepKind.READING),
    ("first_areas", "first_areas", StepKind.READING),
    ("areas", "area", StepKind.WRITING),
    ("finish", "follow_up", StepKind.WRITING),
    ("finish", "review", StepKind.ACTING),
    ("finish", "plan_list", StepKind.ACTING),
    ("other", "other_information", StepKind.READING),
    ("other", "visit_plan", StepKind.ACTING),
    ("other", "health_information", StepKind.ACTING),
    ("other", "tabs", StepKind.ACTING),
    ("other", "contact_person", StepKind.ACTING),
    ("other", "external_provider", StepKind.ACTING),
    ("other", "print", StepKind.ACTING),
    ("other", "filing", StepKind.ACTING),
    ("other", "journal", StepKind.ACTING),
)
_PLACES = {
    "participation": "participation",
    "close_previous": "closing",
    "name": "name",
    "contributors": "contributors",
    "follow_up": "follow_up",
}
_ONLY_WHEN_FOLLOWING_UP = frozenset(
    {"follow_up_intro", "choose_plan", "close_previous", "attainment"}
)
_ONLY_AT_FIRST = frozenset({"first_areas"})
# What a group is called when there is nothing to follow up.
_AT_FIRST = {"earlier": "first", "areas": "first_areas"}


def steps(plan: Plan, method: Method) -> tuple[Step, ...]:
    """Return the pages for *plan*: one a contents entry, one a life area (S56-S57).

    A first plan has no earlier plan to choose, close and value, so those are left out.
    """
    pages: list[Step] = []
    left_out = _ONLY_AT_FIRST if plan.is_follow_up else _ONLY_WHEN_FOLLOWING_UP
    for section, step_id, kind in _CONTENTS:
        if step_id in left_out:
            continue
        group = section if plan.is_follow_up else _AT_FIRST.get(section, section)
        if step_id == "area":
            pages += [
                Step(f"area.{area.code}", group, kind, life_area(area.code).label)
                for area in plan.areas
            ]
        else:
            pages.append(Step(step_id, group, kind, method.steps[step_id].title))
    return tuple(pages)


def is_started(step: Step, plan: Plan, fresh: Plan) -> bool:
    """Tell whether anything on *step* differs from *fresh*, the form as it was first made."""
    if step.area:
        return plan.area(step.area) != fresh.area(step.area)
    place = _PLACES.get(step.id)
    return place is not None and bool(value_at(plan, place) != value_at(fresh, place))


def state(step: Step, findings: Iterable[Finding], seen: bool, started: bool) -> StepState | None:
    """Return how far *step* has come, or None for a page without anything to fill in.

    *findings* are those that stand on the step; *seen* tells whether one of
    them has been shown at its field (nothing is red before that, rule 9).
    """
    blocked = any(f.blocks for f in findings)
    if blocked and seen:
        return StepState.PROBLEM
    if step.kind is not StepKind.WRITING:
        return None
    if not blocked:
        return StepState.DONE
    return StepState.IN_PROGRESS if started else StepState.NOT_STARTED


def neighbour(pages: tuple[Step, ...], current: str, distance: int) -> Step | None:
    """Return the page *distance* pages after *current*, or None beyond either end."""
    place = [page.id for page in pages].index(current) + distance
    return pages[place] if 0 <= place < len(pages) else None
