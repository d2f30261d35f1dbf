"""What stands in the plan, page by page, as lines of text for the review."""

from collections.abc import Iterator
from datetime import date

from gplan_desktop.domain import dates, fields
from gplan_desktop.domain.plan import Activity, AreaPlan, Plan
from gplan_desktop.method.model import Method
from gplan_desktop.rules.steps import Step

NOTHING = "Ej ifyllt"
_AREA_PARTS = ("attainment", "attainment_reason", "result", "next_follow_up", "needs", "goal")
_FOLLOW_UP_PARTS = frozenset(_AREA_PARTS[:3])

Line = tuple[str, str]


def lines(plan: Plan, step: Step, method: Method) -> list[Line]:
    """Return label and text for everything that stands on *step*."""
    if step.area:
        return list(_area_lines(plan.area(step.area), method))
    if step.id == "contributors":
        return [(c.name or "Utan namn", c.role or NOTHING) for c in plan.contributors]
    found = [(f, text) for f, text in method.fields.items() if text.step == step.id]
    return [
        (text.label, in_words(fields.value_at(plan, field)))
        for field, text in found
        if text.enabled
    ]


def in_words(value: object) -> str:
    """Return *value* as a reader sees it."""
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, date):
        return dates.long(value)
    if value is None or not str(value).strip():
        return NOTHING
    return str(getattr(value, "label", value)).strip()


def _area_lines(area: AreaPlan, method: Method) -> Iterator[Line]:
    for part in _AREA_PARTS:
        value = getattr(area, part)
        asked = area.copied or part not in _FOLLOW_UP_PARTS
        if part == "attainment_reason" and not (area.attainment and area.attainment.needs_reason):
            asked = False
        if asked or value:
            yield method.field(f"area.{area.code}.{part}").label, in_words(value)
    for number, activity in enumerate(area.activities, 1):
        yield f"Aktivitet {number}", _activity_text(activity)
    if not area.activities:
        yield "Aktiviteter", NOTHING


def _activity_text(activity: Activity) -> str:
    parts = ", ".join(part.label for part in activity.day_parts)
    when = ". ".join(text for text in (parts, activity.when) if text)
    told = (
        ("Vad", activity.what),
        ("Hur", activity.how),
        ("Vem", activity.who),
        ("När", when),
        ("Delmål", activity.sub_goal),
    )
    return "\n".join(f"{name}: {text.strip()}" for name, text in told if text.strip())
