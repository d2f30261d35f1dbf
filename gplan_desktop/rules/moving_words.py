"""Which words of a sentence its home says already, so that only the rest need be kept as text."""

import re
from collections.abc import Iterable

from gplan_desktop.domain.sentences import listed
from gplan_desktop.domain.text import fold

_WORD = re.compile(r"\w[\w-]*")
# What carries nothing once the rest stands in its own field.
_EMPTY = listed(
    "är har finns det den de en ett i på vid till för med av och hos att som hon han hen jag "
    "individen kunden personen hens hennes hans min sin vi man ska skall alltid bostaden hemmet"
)

_ON_THE_DOOR = re.compile(
    r"(?:på (?:ytter|lägenhets)?dörren|(?:på )?(?:dörr|namn)?skylten)"
    r" står(?: det)?(?: namnet)? (.+)",
    re.IGNORECASE,
)
_DENYING = listed("inte ej ingen inget inga aldrig utan icke slipper")


def words_of(text: str) -> list[str]:
    """Return the words of *text* as they stand, "ICA-kortet" as one."""
    return _WORD.findall(text)


def left_over(text: str, said: Iterable[str]) -> list[str]:
    """Return the words of *text* that tell something besides what the words *said* tell."""
    told = {fold(word) for one in said for word in words_of(one)} | _EMPTY
    return [word for word in words_of(text) if fold(word) not in told]


def added_line(stands: str, text: str) -> str:
    """Return *stands* with *text* on a line of its own, unless it stands there already."""
    if text in stands.splitlines():
        return stands
    return f"{stands.rstrip()}\n{text}" if stands.strip() else text


def added_sentence(stands: str, text: str) -> str:
    """Return the one line *stands* with *text* as its next sentence, unless it stands there."""
    before = stands.strip().rstrip(".")
    if text.rstrip(".") in before.split(". "):
        return stands
    return ". ".join(filter(None, (before, text)))


def is_denied(text: str) -> bool:
    """Tell whether *text* says that something is not so."""
    return not _DENYING.isdisjoint(map(fold, words_of(text)))


def name_on_door(text: str) -> str:
    """Return "Ek" of "På dörren står det Ek.", and any other text as it is."""
    found = _ON_THE_DOOR.fullmatch(text.rstrip(" ."))
    return found[1] if found else text
