"""The chapters of the metodstöd as a booklet: the wizard's groups and pages, in their order."""

from dataclasses import dataclass

from gplan_desktop.domain.plan import AreaPlan, Plan
from gplan_desktop.method.model import Method
from gplan_desktop.rules.steps import steps

_ANY_AREA = (AreaPlan("d1"),)
_ONLY_AT_FIRST = "(bara i en första plan)"
_ONLY_WHEN_FOLLOWING_UP = "(bara vid uppföljning)"


@dataclass(frozen=True)
class Page:
    """A page of the wizard; the title tells when it is there if that is not always."""

    step: str
    title: str


@dataclass(frozen=True)
class Chapter:
    """A group of pages."""

    title: str
    pages: tuple[Page, ...]


def chapters(method: Method) -> tuple[Chapter, ...]:
    """Return every page of *method* in the manual's order, also those that no plan has both of."""
    follow_up, first = (_groups(method, previous) for previous in ("", None))
    told: dict[str, list[Page]] = {}
    group = ""
    for step, text in method.steps.items():
        group = follow_up.get(step) or group or first[step]
        when = _ONLY_AT_FIRST if step not in follow_up else ""
        if step not in first:
            when = _ONLY_WHEN_FOLLOWING_UP
        told.setdefault(group, []).append(Page(step, f"{text.title} {when}".strip()))
    return tuple(Chapter(method.groups[group], tuple(pages)) for group, pages in told.items())


def _groups(method: Method, previous: str | None) -> dict[str, str]:
    """Return the group of each page of a plan that follows another one up, or of a first."""
    plan = Plan("", "", "", "", previous_id=previous, areas=_ANY_AREA)
    return {step.id.partition(".")[0]: step.group for step in steps(plan, method)}
