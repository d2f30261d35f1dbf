"""A loaded metodstöd made immutable to its last table, and kept as text."""

from collections.abc import Mapping
from dataclasses import is_dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar, get_origin, get_type_hints

import msgspec

from gplan_desktop.domain.user import ProviderAccess
from gplan_desktop.method.model import (
    AccessRules,
    Hours,
    Method,
    Retention,
    Screen,
    Unusual,
)
from gplan_desktop.method.place_guide import PlaceGuide, Unknown

T = TypeVar("T")

# What a method lacks that an earlier version of the program kept.
_CAME_LATER = {
    "reference_roles": [],
    "relations": [],
    "places": msgspec.to_builtins(PlaceGuide(Unknown("", ""), (), {}, {}, {})),
    "provider": msgspec.to_builtins(ProviderAccess(False, False, ())),
    "retention": msgspec.to_builtins(Retention(0, (), (), False)),
    "access": msgspec.to_builtins(AccessRules({}, Unusual(Hours(0, 0), 0), Screen(0))),
}


def frozen(value: T) -> T:
    """Return *value* with every table in it turned into one that cannot be changed."""
    if isinstance(value, Mapping):
        return MappingProxyType({key: frozen(entry) for key, entry in value.items()})  # type: ignore[return-value]
    kind: Any = type(value)
    if names := _fields_with_tables(kind):
        return replace(value, **{name: frozen(getattr(value, name)) for name in names})  # type: ignore[type-var]
    return value


def to_text(method: Method) -> str:
    """Return *method* as text, to be kept with the plans that are established under it."""
    return msgspec.json.encode(method, enc_hook=plain, order="sorted").decode()


def from_text(text: str) -> Method | None:
    """Return the method kept as *text*; None when nothing of this program kept it.

    What an earlier version did not know of yet is empty; completed() fills it in.
    """
    try:
        kept = msgspec.json.decode(text)
        return frozen(msgspec.convert(_with_all_parts(kept), Method))
    except msgspec.DecodeError:
        return None


def _with_all_parts(kept: Any) -> Any:
    """Return what was decoded, with the parts that came later empty."""
    if not isinstance(kept, dict) or not isinstance(kept.get("journal"), dict):
        return kept
    return {**_CAME_LATER, **kept, "journal": {"headings": [], **kept["journal"]}}


def completed(kept: Method, newer: Method) -> Method:
    """Return *kept* with the pages, fields, rules and lists of *newer* that came after it.

    A later program asks for them also where it shows an old plan.
    """
    headings = kept.journal.headings or newer.journal.headings
    return replace(
        kept,
        groups=MappingProxyType({**newer.groups, **kept.groups}),
        steps=MappingProxyType({**newer.steps, **kept.steps}),
        fields=MappingProxyType({**newer.fields, **kept.fields}),
        rules=MappingProxyType({**newer.rules, **kept.rules}),
        reference_roles=kept.reference_roles or newer.reference_roles,
        relations=kept.relations or newer.relations,
        journal=replace(kept.journal, headings=headings),
        # Who may see what, what may leave the unit, and what is erased, is decided now, not when
        # the plan was made.
        provider=newer.provider,
        retention=newer.retention,
        access=newer.access,
        places=kept.places if kept.places.spots else newer.places,
    )


def plain(value: Any) -> Any:
    """Return a frozen table as one that can be written."""
    if isinstance(value, MappingProxyType):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is no part of a method")


@cache
def _fields_with_tables(kind: Any) -> tuple[str, ...]:
    """Return the fields of *kind* in which there are tables, at any depth."""
    if not is_dataclass(kind):
        return ()
    return tuple(name for name, hint in get_type_hints(kind).items() if _has_tables(hint))


def _has_tables(hint: Any) -> bool:
    kind: Any = get_origin(hint) or hint
    is_table = isinstance(kind, type) and issubclass(kind, Mapping)
    return is_table or bool(_fields_with_tables(kind))
