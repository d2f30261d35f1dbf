"""What the words of the guard must be: of known kinds, and in the notation of guard.toml."""

from collections.abc import Iterator, Mapping
from typing import Any

from gplan_desktop.method.pattern_scrutiny import mistakes_in_parts, mistakes_in_words, unknown
from gplan_desktop.method.sources import Sources
from gplan_desktop.method.strict import FormError

_FILE = "guard.toml"
_WORDS = {
    "terms": ("words", "capitals", "slips"),
    "permitted": ("words", "until", "unless"),
    "innocent": ("words", "until", "unless"),
}


def scrutinise_guard(sources: Sources, guard: Mapping[str, Any]) -> None:
    """Note in *sources* what would make the guard unable to read its own words."""
    for mistake in _mistakes(guard):
        sources.wrong(_FILE, mistake)


def _mistakes(guard: Mapping[str, Any]) -> Iterator[FormError]:
    kinds, parts = guard.get("kinds", {}), guard.get("parts", {})
    yield from mistakes_in_parts(parts)
    for key, term in _entries(guard, "terms"):
        yield from unknown(f"terms.{key}.kind", [term.get("kind")], kinds)
    frees = {**kinds, **guard.get("groups", {})}
    for table in ("permitted", "innocent"):
        for key, exemption in _entries(guard, table):
            yield from unknown(f"{table}.{key}.frees", exemption.get("frees"), frees)
    for table, lists in _WORDS.items():
        for key, entry in _entries(guard, table):
            for name in lists:
                yield from mistakes_in_words(f"{table}.{key}.{name}", entry.get(name), parts)


def _entries(guard: Mapping[str, Any], table: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for key, entry in guard.get(table, {}).items():
        if isinstance(entry, dict):
            yield key, entry
