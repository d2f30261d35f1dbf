"""Reads the metodstöd from its TOML and Markdown files into one immutable Method."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import msgspec

from gplan_desktop.domain.life_areas import LIFE_AREAS
from gplan_desktop.method import strict
from gplan_desktop.method.frozen import frozen
from gplan_desktop.method.help_texts import HELP_SECTIONS, help_file
from gplan_desktop.method.loaded import Difference, Loaded
from gplan_desktop.method.model import Method
from gplan_desktop.method.scrutiny import FILES_OF_THEIR_OWN, scrutinise
from gplan_desktop.method.sources import TABLES, Read, Sources, built_in_text
from gplan_desktop.method.values import filled_in

_NO_FILES: Mapping[str, str] = {}
_Tables = Mapping[str, dict[str, Any]]


@cache
def built_in() -> Method:
    """Return the metodstöd that the program is delivered with.

    It is the program's own and tested as a whole with load(), so it is not
    looked through at every start.
    """
    sources = Sources(built_in_text)
    whole = _composed(sources, {file: sources.table(file) for file in TABLES})
    try:
        return frozen(msgspec.convert(whole, Method))
    except msgspec.ValidationError:
        return load(built_in_text).method


def load(read: Read, own: Mapping[str, str] = _NO_FILES) -> Loaded:
    """Return the metodstöd whose files *read* gives by name, with the texts of *own* over them.

    Raises:
        MethodError: naming file, line and key of all that is missing, unknown
            or of the wrong kind.
    """
    sources = Sources(read, own)
    tables = {file: sources.table(file) for file in TABLES}
    scrutinise(sources, tables)
    whole = _composed(sources, tables)
    for error in strict.problems(Method, whole, ""):
        file, error.where = _standing_in(error.where)
        sources.wrong(file, error)
    sources.raise_if_wrong()
    method = frozen(msgspec.convert(whole, Method))
    return Loaded(method, _as_read(sources, tables["method.toml"]["limits"]))


def _composed(sources: Sources, tables: _Tables) -> dict[str, Any]:
    """Return the whole Method as one table, with the limits filled in where texts name them."""
    general = tables["method.toml"]
    values = general.get("limits", {})
    steps = {key: _with_body(sources, step) for key, step in tables["steps.toml"].items()}
    fields = {
        key: {**field, "help": _help(sources, help_file(key))}
        for key, field in tables["fields.toml"].items()
    }
    return {
        **general,
        "version": _version(sources, general),
        "steps": _with_values(steps, values),
        "fields": _with_values(fields, values),
        "rules": _with_values(tables["rules.toml"], values),
        "language": tables["language.toml"],
        "guard": tables["guard.toml"],
        "places": tables["places.toml"],
        "access": tables["access.toml"],
        "areas": {area.code: tables[f"areas/{area.code}.toml"] for area in LIFE_AREAS},
    }


def _standing_in(where: str) -> tuple[str, str]:
    """Return the file in which the part *where* of the whole stands, and where in it."""
    head, _, rest = where.partition(".")
    if head == "areas":
        code, _, rest = rest.partition(".")
        return f"areas/{code}.toml", rest
    return (f"{head}.toml", rest) if head in FILES_OF_THEIR_OWN else ("method.toml", where)


def _version(sources: Sources, general: Mapping[str, Any]) -> Any:
    """Return the version; of a municipality's own, with a sign of exactly what it holds."""
    if not sources.own:
        return general.get("version", "")
    texts = "\0".join(f"{name}\0{text}" for name, text in sorted(sources.own.items()))
    sign = hashlib.sha256(texts.encode()).hexdigest()[:6]
    before = sources.built_in_tables["method.toml"].get("version")
    return f"{before} + {general.get('version')} ({sign})"


def _with_body(sources: Sources, step: Mapping[str, Any]) -> Mapping[str, Any]:
    """Put the text of a reading page into its step."""
    file = step.get("body")
    return {**step, "body": sources.text(file)} if file else step


def _help(sources: Sources, file: str) -> dict[str, str]:
    """Return a help text by its parts."""
    found = sources.sections(file)
    return {part: found.get(heading, "") for part, heading in HELP_SECTIONS.items()}


def _with_values(value: Any, values: Mapping[str, object]) -> Any:
    """Fill the limits into every text of *value*."""
    if isinstance(value, dict):
        return {key: _with_values(entry, values) for key, entry in value.items()}
    return filled_in(value, values) if isinstance(value, str) and "{" in value else value


def _as_read(sources: Sources, own_values: Mapping[str, object]) -> tuple[Difference, ...]:
    """Return the differences with the limits filled in on each side, as they are read."""
    before = sources.built_in_tables["method.toml"]["limits"]
    return tuple(
        replace(
            difference,
            built_in=filled_in(difference.built_in, before),
            own=filled_in(difference.own, own_values),
        )
        for difference in dict.fromkeys(sources.differences)
        if (difference.file, difference.where) != ("method.toml", "version")
    )
