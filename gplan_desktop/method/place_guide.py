"""What tells where a sentence belongs: the data, as the municipality may change it."""

from collections.abc import Mapping
from dataclasses import dataclass

from gplan_desktop.domain.home import Home

# In the field of a place in the plan; the code of the life area stands there.
AREA = "{area}"


@dataclass(frozen=True)
class Spot:
    """One place to write in: its home and field, why and by which rule, and its words.

    *kinds* are those of the guard that belong here; *permitted* is what may be
    written in the visit plan instead. The words are in the notation of guard.toml:
    *sure* ones tell nearly by themselves, *likely* and *hint* weigh less, and
    *against* tells that it is something else.
    """

    home: Home
    reason: str
    rule: str
    field: str = ""
    permitted: str = ""
    kinds: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()
    hint: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True)
class AreaWords:
    """The words by which a life area is known, and what is said when it is chosen."""

    reason: str
    likely: tuple[str, ...]
    hint: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unknown:
    """What is said where no word tells anything: of each place, why it might be that one."""

    plan: str
    journal: str


@dataclass(frozen=True, eq=False)
class PlaceGuide:
    """Everything that the adviser goes by; one value is equal to itself only, so it can be a key.

    *parts* are pieces of regular expression that words name as <part>, besides
    those of the guard; *ordinary* are words that only look misspelt.
    """

    unknown: Unknown
    ordinary: tuple[str, ...]
    parts: Mapping[str, str]
    spots: Mapping[str, Spot]
    areas: Mapping[str, AreaWords]
