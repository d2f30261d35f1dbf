"""TOML read strictly: every key must be known and every value of the right kind."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec

T = TypeVar("T")


class FormError(ValueError):
    """A value that does not have the form it should, and where it stands."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}" if where else what)
        self.where = where
        self.what = what


def parse(text: str) -> dict[str, Any]:
    """Return the table that *text* holds; FormError with the line when it is no TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FormError("", f"filen är inte TOML ({error})") from error


def convert(kind: type[T], value: object, where: str) -> T:
    """Return *value* as a *kind*; FormError naming the key when anything does not fit."""
    _refuse_unknown(kind, value, where)
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        what, _, path = str(error).partition(" - at ")
        raise FormError(f"{where}{path.strip('`$')}".lstrip("."), _in_swedish(what)) from error


def _refuse_unknown(kind: Any, value: object, where: str) -> None:
    """Go down through *value*, since msgspec passes over keys that a dataclass lacks."""
    if isinstance(value, list) and get_args(kind):
        for number, entry in enumerate(value):
            _refuse_unknown(get_args(kind)[0], entry, f"{where}[{number}]")
    elif is_dataclass(kind) and isinstance(value, Mapping):
        hints = get_type_hints(kind)
        known = {field.name for field in fields(kind)}
        for key, entry in value.items():
            if key not in known:
                raise FormError(f"{where}.{key}".lstrip("."), "nyckeln finns inte i metodstödet")
            _refuse_unknown(hints[key], entry, f"{where}.{key}")


def _in_swedish(what: str) -> str:
    if missing := re.fullmatch(r"Object missing required field `(\w+)`", what):
        return f"nyckeln {missing[1]} saknas"
    return f"värdet har inte rätt form ({what})"
