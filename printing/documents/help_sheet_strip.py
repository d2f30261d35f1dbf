"""The day and night as a drawing: two bars of twelve hours, dark where there is help (S22)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from gplan_desktop.domain.plan import DayPart
from gplan_desktop.method.model import Hours
from gplan_desktop.rules.day_strip import DayStrip, Described, Slot
from printing.layout.block import Block
from printing.layout.lines import Line, one_line
from printing.layout.paragraph import baseline
from printing.layout.shown import one_line as on_one_line
from printing.layout.style import ACCENT, HAIRLINE, INK, MUTED, STEP, Look, Style
from printing.pdf.document import TaggedPdf
from printing.pdf.tags import Tag

_ROW_HOURS = 12
_LABELLED = 3
_BAR = 6 * STEP
_BETWEEN = 2 * STEP
_INSET = 1.0
_NAME_GAP = 2 * STEP
# Whoever hears the drawing hears the whole texts just below it.
_LONGEST_NAME = 60
_LONGEST_TEXT = 4000


def strip_in_words(strip: DayStrip) -> str:
    """Return the drawing for those who do not see it, hour by hour."""
    runs = groupby(strip.slots, key=lambda slot: slot.described)
    said = " ".join(_run_in_words(list(run), described) for described, run in runs)
    whole = f"Bild av ditt dygn. {said}"
    return whole if len(whole) <= _LONGEST_TEXT else f"{whole[: _LONGEST_TEXT - 1]}…"


def _run_in_words(slots: Sequence[Slot], described: Sequence[Described]) -> str:
    start, end = slots[0].hour, (slots[-1].hour + 1) % 24
    when = "Hela dygnet" if start == end else f"Kl. {start}–{end or 24}"
    return f"{when}: {', '.join(_short(one.what) for one in described) or 'ingen hjälp'}."


def _short(what: str) -> str:
    name = on_one_line(what)
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


@dataclass(frozen=True)
class _Bar:
    """Twelve hours in a row, and the parts of the day that are named above them."""

    hours: tuple[int, ...]
    helped: tuple[int, ...]
    names: tuple[tuple[int, str], ...]


class StripFigure(Block):
    """Two bars of twelve hours with the parts of the day above and the clock below."""

    before, after = 2 * STEP, 2 * STEP

    def __init__(
        self, strip: DayStrip, hours: Mapping[DayPart, Hours], tag: Tag, look: Look
    ) -> None:
        self._tag, self._width = tag, look.measure
        self._name, self._clock = look.strong, look.cell
        self._bars = [_bar(strip.slots[:_ROW_HOURS], hours), _bar(strip.slots[_ROW_HOURS:], hours)]
        self._bar_height = look.strong.leading + _BAR + look.cell.leading
        self.height = len(self._bars) * self._bar_height + (len(self._bars) - 1) * _BETWEEN

    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw the bars."""
        pdf.open(self._tag)
        for bar in self._bars:
            self._draw_names(bar, pdf, left, top)
            self._draw_bar(bar, pdf, left, top - self._name.leading - _BAR)
            self._draw_clock(bar, pdf, left, top - self._name.leading - _BAR)
            top -= self._bar_height + _BETWEEN
        pdf.close()

    @property
    def _hour(self) -> float:
        return self._width / _ROW_HOURS

    def _draw_names(self, bar: _Bar, pdf: TaggedPdf, left: float, top: float) -> None:
        """Write each name where its part begins, or just after the name before it."""
        free = 0.0
        for place, name in bar.names:
            line = one_line(name, self._name, self._width)
            at = max(place * self._hour, free)
            self._write(line, self._name, pdf, (left + at, top))
            free = at + line.width * self._name.size + _NAME_GAP

    def _draw_bar(self, bar: _Bar, pdf: TaggedPdf, left: float, low: float) -> None:
        for place in range(1, _ROW_HOURS):
            x = left + place * self._hour
            pdf.rule(x, low, x, low + _BAR, 0.5, HAIRLINE)
        side = self._hour - 2 * _INSET
        pdf.squares(
            (
                (left + place * self._hour + _INSET, low + _INSET, side, _BAR - 2 * _INSET)
                for place in bar.helped
            ),
            ACCENT,
        )
        pdf.frame(left, low, self._width, _BAR, 0.8, MUTED)

    def _draw_clock(self, bar: _Bar, pdf: TaggedPdf, left: float, top: float) -> None:
        """Write every third hour in the middle of its line, and the outer ones at the edges."""
        for place in range(0, _ROW_HOURS + 1, _LABELLED):
            hour = (bar.hours[0] + place) % 24 or 24
            line = one_line(f"{'' if place else 'kl. '}{hour}", self._clock, self._width)
            wide = line.width * self._clock.size
            at = min(max(place * self._hour - wide / 2, 0), self._width - wide)
            self._write(line, self._clock, pdf, (left + at, top))

    @staticmethod
    def _write(line: Line, style: Style, pdf: TaggedPdf, corner: tuple[float, float]) -> None:
        x, top = corner
        pdf.text(x, top - baseline(style), line.runs, style.size, INK)


def _bar(slots: Sequence[Slot], hours: Mapping[DayPart, Hours]) -> _Bar:
    clock = tuple(slot.hour for slot in slots)
    helped = tuple(place for place, slot in enumerate(slots) if slot.described)
    return _Bar(clock, helped, tuple(sorted(_names(clock, hours))))


def _names(clock: Sequence[int], hours: Mapping[DayPart, Hours]) -> Iterator[tuple[int, str]]:
    """Yield the parts that lie mostly in these hours, each with the place where it begins."""
    for part, its in hours.items():
        length = (its.end - its.start) % 24 or 24
        inside = {(its.start + number) % 24 for number in range(length)} & set(clock)
        if 2 * len(inside) > length or (2 * len(inside) == length and its.start in inside):
            yield min(map(clock.index, inside)), part.label
