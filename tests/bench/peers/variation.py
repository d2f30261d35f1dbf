"""Plans that say about the same, in other words: no cache may answer for the engine."""

import hashlib
import random
import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from printing.document import PlanDocument

DICTIONARY = Path(__file__).parents[3] / "resources" / "spelling" / "sv.dic"
_VOCABULARY = 10_000
_OTHER_WORDS = 0.12
_WORD = re.compile(r"[a-zåäö]{4,12}")


def read_only(mapping: dict) -> MappingProxyType:
    """Return *mapping* as the method holds its rules; pickle finds this name, not the class."""
    return MappingProxyType(mapping)


def varied(document: PlanDocument, number: int, seed: int) -> PlanDocument:
    """Return *document* as another person's: a name and a number in every text, other words.

    Every eighth word or so is drawn from the dictionary, common ones more often than rare
    ones, as a municipality's plans share most of their words and not all.
    """
    draw = random.Random(f"{seed}:{number}")  # noqa: S311 - the same plan again
    name = _drawn(draw).capitalize()
    changed = _varied(document, draw, (name, str(number)))
    person = replace(changed.person, given_name=name, family_name=f"Öström-{name}")
    checksum = hashlib.sha256(f"{seed}:{number}".encode()).hexdigest()
    establishment = replace(changed.record.establishment, checksum=checksum)
    record = replace(changed.record, establishment=establishment)
    return replace(changed, person=person, record=record)


def _varied(value: Any, draw: random.Random, marks: tuple[str, str]) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return _text(value, draw, marks) if " " in value else value
    if isinstance(value, tuple):
        return tuple(_varied(part, draw, marks) for part in value)
    if is_dataclass(value):
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{name: _varied(v, draw, marks) for name, v in parts.items()})
    return value


def _text(text: str, draw: random.Random, marks: tuple[str, str]) -> str:
    words = [_word(word, draw) for word in text.split(" ")]
    place = draw.randrange(len(words))
    return " ".join((*words[:place], *marks, *words[place + 1 :]))


def _word(word: str, draw: random.Random) -> str:
    other = _WORD.fullmatch(word) and draw.random() < _OTHER_WORDS
    return _drawn(draw) if other else word


def _drawn(draw: random.Random) -> str:
    # Evenly over the logarithm of the rank, near to how often words are used (Zipf).
    words = _words()
    return words[int(len(words) ** draw.random()) - 1]


@cache
def _words() -> list[str]:
    lines = DICTIONARY.read_text(encoding="utf-8").splitlines()
    words = [word for line in lines if _WORD.fullmatch(word := line.partition("/")[0])]
    return random.Random(1).sample(words, _VOCABULARY)  # noqa: S311 - as above
