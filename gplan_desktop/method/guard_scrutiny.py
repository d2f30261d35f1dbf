"""What the words of the guard must be: of known kinds, and in the notation of guard.toml."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from gplan_desktop.method.sources import Sources
from gplan_desktop.method.strict import FormError, did_you_mean

_FILE = "guard.toml"
_PART = re.compile(r"<(\w+)>")
_WORDS = {
    "terms": ("words", "capitals", "slips"),
    "permitted": ("words", "until", "unless"),
    "innocent": ("words", "until", "unless"),
}


def scrutinise_guard(sources: Sources, guard: Mapping[str, Any]) -> None:
    """Note in *sources* what would make the guard unable to read its own words."""
    kinds, parts = guard.get("kinds", {}), guard.get("parts", {})
    for name, regex in parts.items():
        if not _compiles(str(regex)):
            _wrong(sources, f"parts.{name}", "uttrycket går inte att läsa", "")
    for key, term in _entries(guard, "terms"):
        _only_known(sources, f"terms.{key}.kind", [term.get("kind")], kinds)
    frees = {**kinds, **guard.get("groups", {})}
    for table in ("permitted", "innocent"):
        for key, exemption in _entries(guard, table):
            _only_known(sources, f"{table}.{key}.frees", exemption.get("frees"), frees)
    for table, lists in _WORDS.items():
        for key, entry in _entries(guard, table):
            for name in lists:
                _words(sources, f"{table}.{key}.{name}", entry.get(name), parts)


def _entries(guard: Mapping[str, Any], table: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for key, entry in guard.get(table, {}).items():
        if isinstance(entry, dict):
            yield key, entry


def _only_known(sources: Sources, where: str, names: Any, known: Mapping[str, object]) -> None:
    for name in names if isinstance(names, list) else []:
        if isinstance(name, str) and name not in known:
            _wrong(sources, where, f"{name} finns inte", did_you_mean(name, known))


def _words(sources: Sources, where: str, words: Any, parts: Mapping[str, object]) -> None:
    for word in words if isinstance(words, list) else []:
        if not isinstance(word, str):
            continue
        _only_known(sources, where, _PART.findall(word), parts)
        # A stand-in for every letter: what matters is that parentheses and ? have their place.
        if not _compiles(re.sub(r"[^()|?]", "x", _PART.sub("x", word))):
            what = f"”{word}” går inte att läsa"
            _wrong(sources, where, what, "Kontrollera parenteser och frågetecken.")


def _compiles(regex: str) -> bool:
    try:
        re.compile(regex)
    except re.error:
        return False
    return True


def _wrong(sources: Sources, where: str, what: str, instead: str) -> None:
    sources.wrong(_FILE, FormError(where, what, instead))
