"""A place in a text that the writer should look at, and why."""

from dataclasses import dataclass
from enum import StrEnum


class MarkKind(StrEnum):
    """What a mark is about, and so how it is drawn; the first in order is drawn on top."""

    GUARD = "guard"
    BLANK = "blank"
    SPELLING = "spelling"
    VOICE = "voice"
    WORD = "word"


@dataclass(frozen=True)
class Mark:
    """*length* characters from *start* on; *text* is the hint that is read there."""

    start: int
    length: int
    kind: MarkKind
    text: str

    @property
    def end(self) -> int:
        """The place after the last character."""
        return self.start + self.length

    def of(self, text: str) -> str:
        """Return the marked words of *text*."""
        return text[self.start : self.end]
