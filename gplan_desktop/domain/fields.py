"""Field ids: the name of every input, and the place in the plan that it stands for."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from gplan_desktop.domain.plan import Plan

_TEXTS = (
    "participation.how",
    "participation.wishes",
    "participation.under_revision",
    "follow_up.how",
    "follow_up.cooperation",
)
_AREA_TEXTS = ("attainment_reason", "result", "needs", "goal")
_ACTIVITY_TEXTS = ("what", "how", "who", "when", "sub_goal")


def value_at(plan: Plan, field: str) -> Any:
    """Return what stands at *field*, such as "participation.how" or "area.d5.goal".

    Raises:
        KeyError: when the plan has no such place.
    """
    value: Any = plan
    for part in _path(plan, field):
        value = value[part] if isinstance(part, int) else getattr(value, part)
    return value


def with_value(plan: Plan, field: str, value: object) -> Plan:
    """Return a plan that is like *plan* but holds *value* at *field*."""
    changed: Plan = _changed(plan, _path(plan, field), value)
    return changed


def pattern(field: str) -> str:
    """Return the id under which a field is described: "area.*.activities.*.what"."""
    parts = field.split(".")
    starred = ["*" if part.isdigit() else part for part in parts]
    if parts[0] == "area" and len(parts) > 1:
        starred[1] = "*"
    return ".".join(starred)


def texts(plan: Plan) -> Iterator[tuple[str, str]]:
    """Return every free text of *plan* with its field, in the order of the pages."""
    for place in _TEXTS:
        yield place, value_at(plan, place)
    for area in plan.areas:
        yield from ((f"area.{area.code}.{part}", getattr(area, part)) for part in _AREA_TEXTS)
        for number, activity in enumerate(area.activities):
            place = f"area.{area.code}.activities.{number}"
            yield from ((f"{place}.{part}", getattr(activity, part)) for part in _ACTIVITY_TEXTS)


def _path(plan: Plan, field: str) -> list[str | int]:
    parts: list[str | int] = [int(p) if p.isdigit() else p for p in field.split(".")]
    if parts[0] == "area" and len(parts) > 1:
        codes = [area.code for area in plan.areas]
        if parts[1] not in codes:
            raise KeyError(field)
        parts[:2] = ["areas", codes.index(str(parts[1]))]
    value: Any = plan
    for part in parts:
        if not _holds(value, part):
            raise KeyError(field)
        value = value[part] if isinstance(part, int) else getattr(value, part)
    return parts


def _holds(value: Any, part: str | int) -> bool:
    if isinstance(part, int):
        return isinstance(value, tuple) and part < len(value)
    return hasattr(value, "__dataclass_fields__") and part in {f.name for f in fields(value)}


def _changed(holder: Any, path: list[str | int], value: object) -> Any:
    if not path:
        return value
    part, rest = path[0], path[1:]
    if isinstance(part, int):
        return (*holder[:part], _changed(holder[part], rest, value), *holder[part + 1 :])
    return replace(holder, **{part: _changed(getattr(holder, part), rest, value)})
