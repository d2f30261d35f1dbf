"""Field ids: the name of every input, and the place in a record that it stands for."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, TypeVar

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


Record = TypeVar("Record")
_OTHER_RECORDS = ("person.", "assignment.", "visit_plan.", "tabs.", "journal.")


def is_of_plan(field: str) -> bool:
    """Tell whether *field* is one of a plan, and not of what stands around it."""
    return not field.startswith(_OTHER_RECORDS)


def value_at(record: object, field: str) -> Any:
    """Return what stands at *field* of a plan or another record, such as "area.d5.goal".

    Raises:
        KeyError: when the record has no such place.
    """
    value: Any = record
    for part in _path(record, field):
        value = value[part] if isinstance(part, int) else getattr(value, part)
    return value


def with_value(record: Record, field: str, value: object) -> Record:
    """Return a record that is like *record* but holds *value* at *field*."""
    changed: Record = _changed(record, _path(record, field), value)
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


def _path(record: object, field: str) -> list[str | int]:
    parts: list[str | int] = [int(p) if p.isdigit() else p for p in field.split(".")]
    if isinstance(record, Plan) and parts[0] == "area" and len(parts) > 1:
        codes = [area.code for area in record.areas]
        if parts[1] not in codes:
            raise KeyError(field)
        parts[:2] = ["areas", codes.index(str(parts[1]))]
    value: Any = record
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
