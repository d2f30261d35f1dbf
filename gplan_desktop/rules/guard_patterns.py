"""The notation of guard.toml turned into regular expressions."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gplan_desktop.domain.text import fold

WORD_START = r"(?<![^\W_])"
_WORD_END = r"(?![^\W_])"
# Bounded, or a long row without spaces would take a long time.
_ANY_LETTERS = r"[^\W_]{0,40}"
_JOINT = r"\s?-?\s?"
_SOME_WORDS = r"(?:[\s,:\"”()-]+[\w/-]{1,40}){0,4}?[\s,:\"”()-]+"
_SIGNS = {
    " ... ": _SOME_WORDS,  # a folded …
    "(": "(?:",
    ")": ")",
    "|": "|",
    "?": "?",
    "*": _ANY_LETTERS,
    "-": _JOINT,
}
# What starts with a part is a number of some kind; most words are passed by at once.
_NUMBER_NEAR = r"(?=.?\s?\d|\+)"
_TOKEN = re.compile(r" \.\.\. |<(\w+)>|\s+|.")


def regex_of(pattern: str, parts: Mapping[str, str]) -> str:
    """Return *pattern*, folded and in the notation of guard.toml, as a regular expression.

    It ends at the end of a word, but does not ask for the start of one.
    """
    pieces = [_piece(token, parts) for token in _TOKEN.finditer(pattern)]
    open_ended = pattern.endswith(("*", ">"))
    return "".join(pieces) + ("" if open_ended else _WORD_END)


def _piece(token: re.Match[str], parts: Mapping[str, str]) -> str:
    if token[1]:
        return f"(?:{parts[token[1]]})"
    if token[0] in _SIGNS:
        return _SIGNS[token[0]]
    return r"(?:\s+)" if token[0].isspace() else re.escape(token[0])


def any_of(patterns: Iterable[str], parts: Mapping[str, str]) -> re.Pattern[str] | None:
    """Return what finds any of *patterns*, each from the start of a word; None without any."""
    regexes = [
        (WORD_START if pattern[0].isalnum() else "") + regex_of(pattern, parts)
        for pattern in map(fold, patterns)
    ]
    return re.compile("|".join(regexes)) if regexes else None


@dataclass(frozen=True)
class Source:
    """The patterns of one term that are looked for in the same way."""

    term: str
    patterns: tuple[str, ...]
    capitals: bool = False


@dataclass(frozen=True)
class Alternation:
    """One expression for many sources; the last group of a match tells which."""

    regex: re.Pattern[str]
    sources: Sequence[Source]

    def source_of(self, match: re.Match[str]) -> Source:
        """Return the source that *match* was found by."""
        assert match.lastindex is not None  # noqa: S101 - every alternative is a group
        return self.sources[match.lastindex - 1]


def is_single_word(pattern: str) -> bool:
    """Tell whether *pattern* is one word, maybe with a * before or after it."""
    return pattern.strip("*").isalnum()


def at_word_starts(sources: Sequence[Source], parts: Mapping[str, str]) -> Alternation:
    """Return one expression for *sources*, sorted by their first letter.

    At a word only the patterns with its first letter are tried, in the order of
    the data, which makes long texts ten times faster.
    """
    buckets: dict[str, list[tuple[Source, list[str]]]] = {}
    for source in sources:
        for letter, regexes in _by_first_letter(source, parts).items():
            buckets.setdefault(letter, []).append((source, regexes))
    grouped = [
        (re.escape(letter) or _NUMBER_NEAR)
        + "(?:"
        + "|".join(_group(regexes) for _, regexes in entries)
        + ")"
        for letter, entries in buckets.items()
    ]
    found_by = [source for entries in buckets.values() for source, _ in entries]
    regex = f"{WORD_START}(?:{'|'.join(grouped) or '(?!)'})"
    return Alternation(re.compile(regex), found_by)


def _group(regexes: Iterable[str]) -> str:
    return f"({'|'.join(sorted(regexes, key=len, reverse=True))})"


def _by_first_letter(source: Source, parts: Mapping[str, str]) -> dict[str, list[str]]:
    """Sort by the first letter, which is taken away; "" holds what starts with a part."""
    shelves: dict[str, list[str]] = {}
    for pattern in map(fold, source.patterns):
        for letter, rest in _split_by_letter(pattern):
            shelves.setdefault(letter, []).append(regex_of(rest, parts))
    return shelves


def _split_by_letter(pattern: str) -> Iterator[tuple[str, str]]:
    """Return first letters and what follows: "(ej|en|utan) x" is e, "(j|n) x", and u, "(tan) x"."""
    start = re.match(r"\(([^()]*)\)(?!\?)", pattern)
    if start is None:
        letter = pattern[0] if pattern[0].isalnum() else ""
        yield letter, pattern[len(letter) :]
        return
    choices: dict[str, list[str]] = {}
    for choice in start[1].split("|"):
        choices.setdefault(choice[:1], []).append(choice[1:])
    for letter, rests in choices.items():
        yield letter, f"({'|'.join(rests)}){pattern[start.end() :]}"
