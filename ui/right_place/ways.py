"""What the adviser asks of the view around it, and of the text that stands in the wrong place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from gplan_desktop.rules.moving_words import added_line
from ui.record.ways import PartId

TakeBack = Callable[[], None]
# False when what was put there has been changed since; then it stays.
Undo = Callable[[], bool]


class Writer(Protocol):
    """The editor of the record that a text stands in."""

    def value(self, field: str) -> object:
        """Return what stands at *field*."""

    def change(self, field: str, value: object) -> None:
        """Put *value* at *field*."""


@dataclass(frozen=True)
class PlaceWays:
    """What a view of one person can do; *open_plan* takes the plan's id.

    *put_in_plan* and *show_in_plan* are there where a draft is open: the first
    returns what takes the text back, or None when the plan has no such field.
    """

    finish: Callable[[], bool]
    refresh: Callable[[], None]
    show_part: Callable[[PartId, str], None]
    open_plan: Callable[[str], None]
    put_in_plan: Callable[[str, str], Undo | None] | None = None
    show_in_plan: Callable[[str], None] | None = None


@dataclass(frozen=True)
class Source:
    """A text that stands in the wrong place.

    *take_away* takes one sentence of it away, and returns what puts it back;
    None when it does not stand there any more.
    """

    text: str
    take_away: Callable[[str], TakeBack | None]


def text_source(writer: Callable[[], Writer | None], field: str, text: str) -> Source:
    """Return *text* of *field* as a source; *writer* is asked anew: it may have been replaced."""

    def take_away(sentence: str) -> TakeBack | None:
        stands = _text_at(writer(), field)
        if sentence not in stands:
            return None
        left = _without(stands, sentence)
        _change(writer(), field, left)

        def put_back() -> None:
            now = _text_at(writer(), field)
            _change(writer(), field, stands if now == left else added_line(now, sentence))

        return put_back

    return Source(text, take_away)


def put_by(writer: Writer, field: str, added: Callable[[str], str]) -> Undo | None:
    """Write on in the text *field*; return what takes it back, None when there is no such text."""
    try:
        before = writer.value(field)
    except KeyError:
        return None
    if not isinstance(before, str):
        return None
    after = added(before)
    writer.change(field, after)

    def take_back() -> bool:
        left = _taken_off(_text_at(writer, field), before, after)
        if left is not None:
            writer.change(field, left)
        return left is not None

    return take_back


def _text_at(writer: Writer | None, field: str) -> str:
    value = writer.value(field) if writer else ""
    return value if isinstance(value, str) else ""


def _change(writer: Writer | None, field: str, text: str) -> None:
    if writer:
        writer.change(field, text)


def _taken_off(now: str, before: str, after: str) -> str | None:
    """Return *now* without the line that made *after* of *before*; None when it is not there."""
    if before == after:
        return now
    if now == after:
        return before
    # Another sentence may have been put below it since.
    added, lines = after.removeprefix(before.rstrip()).strip(), now.splitlines()
    if added not in lines:
        return None
    lines.remove(added)
    return "\n".join(lines)


def _without(text: str, sentence: str) -> str:
    """Return *text* without *sentence*, and without the empty line or double space it leaves."""
    before, _, after = text.partition(sentence)
    before = before.rstrip(" \t-–•")
    after = after.lstrip(" \t")
    if not after:
        return before.rstrip("\n")
    if not before or before.endswith("\n"):
        return before + after.removeprefix("\n")
    return before + after if after.startswith("\n") else f"{before} {after}"
