"""What patterns in the notation of guard.toml must be, or no one could look for them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from gplan_desktop.method.strict import FormError, did_you_mean

_PART = re.compile(r"<(\w+)>")


def mistakes_in_parts(parts: Mapping[str, object]) -> Iterator[FormError]:
    """Find the pieces of regular expression in *parts* that cannot be read."""
    for name, regex in parts.items():
        if not _compiles(str(regex)):
            yield FormError(f"parts.{name}", "uttrycket går inte att läsa")


def mistakes_in_words(where: str, words: Any, parts: Mapping[str, object]) -> Iterator[FormError]:
    """Find the patterns in *words* that name unknown parts, or have a parenthesis too many."""
    for word in words if isinstance(words, list) else []:
        if not isinstance(word, str):
            continue
        yield from unknown(where, _PART.findall(word), parts)
        # A stand-in for all letters: what matters is that parentheses and ? have their place, and
        # the words that are built alike are then read once.
        if not _compiles(re.sub(r"[^()|?]+", "x", _PART.sub("x", word))):
            what = f"”{word}” går inte att läsa"
            yield FormError(where, what, "Kontrollera parenteser och frågetecken.")


def unknown(where: str, names: Any, known: Mapping[str, object]) -> Iterator[FormError]:
    """Find the *names* that are not among the *known*."""
    for name in names if isinstance(names, list) else []:
        if isinstance(name, str) and name not in known:
            yield FormError(where, f"{name} finns inte", did_you_mean(name, known))


@cache
def _compiles(regex: str) -> bool:
    try:
        re.compile(regex)
    except re.error:
        return False
    return True
