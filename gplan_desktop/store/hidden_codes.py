"""Records as one may see them who may not see codes: that there is a code, never which."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from gplan_desktop.domain.tabs import MASK, Secret
from gplan_desktop.domain.user import Permission

T = TypeVar("T")

HIDDEN: Final = Secret(MASK)


def as_may_be_seen(record: T, may: Callable[[Permission], bool]) -> T:
    """Return *record*, with every code in it hidden when the user may not show codes (F64)."""
    return record if may(Permission.SHOW_CODES) else _without_codes(record)


def _without_codes(value: Any) -> Any:
    if isinstance(value, Secret):
        return value if value.is_blank else HIDDEN
    if isinstance(value, tuple):
        return tuple(map(_without_codes, value))
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: _without_codes(getattr(value, field.name)) for field in fields(value)}
        return replace(value, **parts)
    return value
