"""TOML read strictly: every key must be known and every value of the right kind."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from gplan_desktop.domain.tabs import Secret

T = TypeVar("T")


class FormError(ValueError):
    """A value that does not have the form it should, where it stands, and what to write."""

    def __init__(self, where: str, what: str, instead: str = "", line: int = 0) -> None:
        place = where or (f"rad {line}" if line else "")
        super().__init__(f"{place}: {what}" if place else what)
        self.where = where
        self.what = what
        self.instead = instead
        self.line = line


def parse(text: str) -> dict[str, Any]:
    """Return the table that *text* holds; FormError with the line when it is no TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        line = int(place[1]) if place else len(text.rstrip().splitlines())
        raise FormError("", *_in_swedish(str(error)), line) from error


def convert(kind: type[T], value: object, where: str) -> T:
    """Return *value* as a *kind*; FormError naming the key when anything does not fit."""
    for found in problems(kind, value, where):
        raise found
    return msgspec.convert(value, kind, dec_hook=read_secret)


def read_secret(kind: type, value: object) -> Secret:
    """Return the Secret that the text *value* is to be: msgspec asks for what it does not know."""
    if kind is Secret and isinstance(value, str):
        return Secret(value)
    raise NotImplementedError


def problems(kind: Any, value: object, where: str) -> Iterator[FormError]:
    """Find everything in *value* that does not fit into a *kind*, each with its key."""
    if is_dataclass(kind) and isinstance(value, Mapping):
        yield from _in_dataclass(kind, value, where)
    elif get_origin(kind) is tuple and isinstance(value, list):
        for number, entry in enumerate(value):
            yield from problems(get_args(kind)[0], entry, f"{where}[{number}]")
    elif isinstance(get_origin(kind), type) and issubclass(get_origin(kind), Mapping):
        yield from _in_mapping(kind, value, where)
    else:
        yield from _in_leaf(kind, value, where)


def did_you_mean(name: str, known: Mapping[str, object] | list[str]) -> str:
    """Return "Menade du x?" when *name* resembles something known, or what is known."""
    names = list(known)
    if close := get_close_matches(name, names, n=1):
        return f"Menade du {close[0]}?"
    return f"Det som finns är: {', '.join(names)}." if len(names) <= _MOST_LISTED else ""


def _in_dataclass(kind: Any, value: Mapping[str, Any], where: str) -> Iterator[FormError]:
    hints = _hints(kind)
    known = {field.name: field for field in fields(kind)}
    for key, entry in value.items():
        place = f"{where}.{key}".lstrip(".")
        if key not in known:
            instead = did_you_mean(key, known)
            yield FormError(place, "nyckeln finns inte i metodstödet", instead)
        else:
            yield from problems(hints[key], entry, place)
    for name, field in known.items():
        needed = field.default is MISSING and field.default_factory is MISSING
        if needed and name not in value:
            yield FormError(where, f"nyckeln {name} saknas", f"Lägg till raden {name} = …")


def _in_mapping(kind: Any, value: object, where: str) -> Iterator[FormError]:
    key_kind, entry_kind = get_args(kind)
    if not isinstance(value, Mapping):
        yield FormError(where, "värdet har inte rätt form", f"Skriv en tabell: [{where}]")
        return
    for key, entry in value.items():
        place = f"{where}.{key}".lstrip(".")
        yield from _in_leaf(key_kind, key, place)
        yield from problems(entry_kind, entry, place)


def _in_leaf(kind: Any, value: object, where: str) -> Iterator[FormError]:
    try:
        msgspec.convert(value, kind, dec_hook=read_secret)
    except msgspec.ValidationError:
        yield FormError(where, "värdet har inte rätt form", wanted(kind))


_hints = cache(get_type_hints)


def wanted(kind: Any) -> str:
    """Say in Swedish what a value of *kind* looks like."""
    if is_dataclass(kind):
        names = ", ".join(field.name for field in fields(kind))
        return f"Skriv en tabell med {names}."
    if isinstance(kind, type) and (choices := getattr(kind, "__members__", None)):
        return f"Skriv ett av orden: {', '.join(str(choice.value) for choice in choices.values())}."
    return _FORMS.get(kind, _FORMS.get(get_origin(kind), ""))


def _in_swedish(message: str) -> tuple[str, str]:
    """Say in Swedish what is wrong in TOML, and what to write instead."""
    for piece, what, instead in _SLIPS:
        if piece in message:
            return what, instead
    what = "raden går inte att läsa"
    return what, 'Skriv varje uppgift på en egen rad, så här: nyckel = "text"'


_MOST_LISTED = 12
_FORMS = {
    str: "Skriv en text inom citattecken.",
    int: "Skriv ett heltal utan citattecken, till exempel 30.",
    bool: "Skriv true eller false utan citattecken.",
    date: "Skriv ett datum utan citattecken, till exempel 2026-01-31.",
    dict: "Skriv en tabell: namnet inom [ ] på en egen rad, och under den nyckel = värde.",
    list: 'Skriv en lista, till exempel ["ett", "två"].',
    tuple: 'Skriv en lista, till exempel ["ett", "två"].',
    frozenset: 'Skriv en lista, till exempel ["ett", "två"].',
}
# What Python's reader says, and the slip that is behind it most often.
_SLIPS = (
    ("Expected '='", "likhetstecknet saknas", 'Skriv så här: nyckel = "text"'),
    ("overwrite a value", "samma nyckel står två gånger", "Ta bort den ena."),
    ("twice", "samma rubrik inom [ ] står två gånger", "Skriv ihop det som står under dem."),
    ("Illegal character", "citattecknet efter texten saknas", 'Avsluta texten med ".'),
    ("Unterminated", "citattecknet efter texten saknas", 'Avsluta texten med ".'),
    ("Unclosed array", "listan är inte avslutad", "Skriv komma mellan texterna och ] sist."),
    ("Expected ']'", "hakparentesen ] saknas", "Skriv rubriken inom [ ]."),
    ("Expected newline", "det står något mer efter värdet", "Skriv det på en egen rad."),
    ("Unescaped", "ett omvänt snedstreck står ensamt", "Skriv det två gånger."),
    ("Invalid value", "värdet går inte att läsa", 'Skriv text inom raka citattecken: "text".'),
)
