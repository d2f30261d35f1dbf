"""What the guard looks for in free texts: the data, as the municipality may change it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """Where a text is written."""

    PLAN = "plan"
    VISIT_PLAN = "visit_plan"
    IMPORTANT = "important"


class Scope(StrEnum):
    """How far an exemption reaches from the words that it knows."""

    WORD = "word"
    PHRASE = "phrase"
    REST = "rest"
    SENTENCE = "sentence"


@dataclass(frozen=True)
class Kind:
    """One kind of content: where it is forbidden, where it belongs, and why."""

    label: str
    forbidden: tuple[Place, ...]
    belongs: str
    reason: str


@dataclass(frozen=True)
class Term:
    """Something to look for, in the notation that guard.toml explains.

    *words* are found in small and large letters, *capitals* only as written, and
    *slips* also with one letter wrong. Without a *label* the kind's own is shown.
    """

    kind: str
    label: str = ""
    words: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    slips: tuple[str, ...] = ()


@dataclass(frozen=True)
class Exemption:
    """Words that let what they reach pass, when it is of one of the kinds in *frees*.

    *until* are words at which the reach ends; with one of *unless* in the
    sentence nothing passes.
    """

    scope: Scope
    words: tuple[str, ...]
    frees: tuple[str, ...]
    until: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Guard:
    """Everything the guard knows; one value is equal to itself only, so it can be a key.

    *parts* are pieces of regular expression that words name as <part>; *groups*
    are names for several kinds; *ordinary* are words that only look misspelt.
    """

    hint: str
    abbreviations: tuple[str, ...]
    ordinary: tuple[str, ...]
    parts: Mapping[str, str]
    groups: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, Kind]
    terms: Mapping[str, Term]
    permitted: Mapping[str, Exemption]
    innocent: Mapping[str, Exemption]

    def kinds_of(self, exemption: Exemption) -> frozenset[str]:
        """Return the kinds that *exemption* frees, its groups opened."""
        names = (self.groups.get(name, (name,)) for name in exemption.frees)
        return frozenset(kind for group in names for kind in group)
