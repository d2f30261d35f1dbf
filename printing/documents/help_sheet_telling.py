"""How much the help sheet tells: it has two pages, and the whole plan is another paper (F52)."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from gplan_desktop.domain.plan import Activity
from gplan_desktop.domain.sentences import sentences
from gplan_desktop.domain.text import clean
from printing.faces.words import graphemes
from printing.layout.shown import one_line

_CUT = "…"
_MOST_LETTERS = 9_000


class Form(Enum):
    """How the help of a part of the day is set."""

    LABELLED = auto()
    BESIDE = auto()
    LIST = auto()
    NAMES = auto()


@dataclass(frozen=True)
class Telling:
    """A level of telling.

    says: the texts of an activity beside its name.
    text and goal: how many letters of each text; most: how many of each kind are named.
    """

    form: Form
    says: tuple[str, ...]
    text: float
    goal: float
    most: float = math.inf

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self.text == math.inf

    def may_have_room(self, activities: Iterable[Activity]) -> bool:
        """Whether it is worth setting: no letters are so narrow that more of them would do."""
        if self.form is Form.NAMES:
            return True
        texts = (getattr(each, text) for each in activities for text in ("what", *self.says))
        return sum(min(len(text), self.text) for text in texts) <= _MOST_LETTERS

    def of(self, text: str) -> str:
        """Return what is told of a text of an activity."""
        return cut(text, self.text)


# Richest first. The sheet is told as the first one that has room on two pages.
TELLINGS = (
    Telling(Form.LABELLED, ("when", "who", "how", "sub_goal"), math.inf, math.inf),
    Telling(Form.BESIDE, ("when", "who", "how"), 240, 160),
    Telling(Form.BESIDE, ("when", "who"), 160, 160),
    Telling(Form.LIST, ("when", "who"), 120, 160),
    Telling(Form.LIST, ("when",), 80, 160),
    Telling(Form.LIST, ("when",), 60, 104),
    Telling(Form.NAMES, (), 40, 104, 8),
    Telling(Form.NAMES, (), 40, 80, 4),
    Telling(Form.NAMES, (), 36, 60, 2),
    Telling(Form.NAMES, (), 30, 40, 1),
)


def cut(text: str, longest: float) -> str:
    """Return *text*, or those of its first sentences that *longest* letters hold, with "…"."""
    if len(text) <= longest and not ("\n" in text and longest < math.inf):
        return text
    whole = one_line(text)
    if len(whole) <= longest:
        return whole
    kept, source = "", clean(text)
    for start, end in sentences(source):
        more = f"{kept} {one_line(source[start:end])}".strip()
        if len(more) + len(_CUT) >= longest:
            break
        kept = more
    return f"{kept} {_CUT}" if kept else _words(whole, int(longest))


def _words(text: str, longest: int) -> str:
    """Return the words that have room; the beginning of a word that has none."""
    head = text[:longest]
    at = head.rfind(" ")
    # What looks like the last letter may be a part of one.
    kept = head[:at] if at > longest // 2 else "".join(list(graphemes(head))[:-1])
    return f"{kept.rstrip(' ,;:–-')}{_CUT}"


def listing(names: Sequence[str], most: float = math.inf) -> str:
    """Return *names* as words: "a, b och c", or "a, b och 4 till" of more than *most*."""
    if len(names) > most:
        named = list(names[: int(most)])
        return f"{', '.join(named)} och {len(names) - len(named)} till"
    return " och ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
