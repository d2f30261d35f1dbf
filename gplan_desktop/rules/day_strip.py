"""The day and night hour by hour: what is described, and the hours when nothing is (S22)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from gplan_desktop.domain.clock_times import ToldTime, told_times
from gplan_desktop.domain.plan import Activity, AreaPlan, DayPart
from gplan_desktop.domain.text import is_blank
from gplan_desktop.method.model import Hours


@dataclass(frozen=True)
class Described:
    """An activity as the strip shows it: what is done, and in which life area."""

    area: str
    label: str
    what: str


@dataclass(frozen=True)
class Slot:
    """One hour, and the activities described for it, in the order of the plan."""

    hour: int
    described: tuple[Described, ...]


@dataclass(frozen=True)
class Gap:
    """Hours in a row from *start* up to *end* when nothing is described."""

    start: int
    end: int

    @property
    def text(self) -> str:
        """Return "kl. 9–12", or "hela dygnet"."""
        return _hours_in_words(self.start, self.end)


@dataclass(frozen=True)
class DayStrip:
    """Twenty-four hours from six in the morning."""

    slots: tuple[Slot, ...]

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The runs of hours without anything described."""
        return tuple(Gap(start, end) for start, end, described in _runs(self) if not described)


_FIRST_HOUR = 6
_DAY = tuple((_FIRST_HOUR + hour) % 24 for hour in range(24))


def day_strip(areas: Iterable[AreaPlan], hours: Mapping[DayPart, Hours]) -> DayStrip:
    """Return the day that *areas* describe; *hours* are those of each part of the day.

    A time in the text "Dagar och tider" gives its hours, and otherwise the
    activity's parts of the day give all of theirs.
    """
    found: dict[int, list[Described]] = {hour: [] for hour in _DAY}
    for area in areas:
        for activity in area.activities:
            if not is_blank(activity.what):
                shown = Described(area.code, area.label, activity.what.strip())
                for hour in _hours_of(activity, hours):
                    found[hour].append(shown)
    return DayStrip(tuple(Slot(hour, tuple(found[hour])) for hour in _DAY))


def in_words(strip: DayStrip) -> str:
    """Return the strip for those who hear it, a line for each run of hours that are alike."""
    return "\n".join(
        f"{_capital(_hours_in_words(start, end))}: {_named(described)}."
        for start, end, described in _runs(strip)
    )


def _runs(strip: DayStrip) -> Iterator[tuple[int, int, tuple[Described, ...]]]:
    for described, run in groupby(strip.slots, key=lambda slot: slot.described):
        slots = list(run)
        yield slots[0].hour, (slots[-1].hour + 1) % 24, described


def _hours_in_words(start: int, end: int) -> str:
    return "hela dygnet" if start == end else f"kl. {start}–{end}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _named(described: tuple[Described, ...]) -> str:
    return ", ".join(f"{one.what} ({one.label})" for one in described) or "inget är beskrivet"


def _hours_of(activity: Activity, hours: Mapping[DayPart, Hours]) -> frozenset[int]:
    """Return when *activity* is done.

    Someone who chooses morning and evening but writes "kl. 8" has told the
    time of the morning only: the evening keeps all its hours. A time in none
    of the chosen parts stands for one of them.
    """
    parts = [_from_to(hours[part].start, hours[part].end) for part in activity.day_parts]
    usual = _union(parts)
    times = [_in_day(span, usual) for span in told_times(activity.when)]
    told = _union(times)
    untold = [part for part in parts if not part & told]
    strays = sum(not time & usual for time in times)
    return told if strays and strays >= len(untold) else told | _union(untold)


def _union(sets: Iterable[frozenset[int]]) -> frozenset[int]:
    return frozenset(hour for hours in sets for hour in hours)


def _in_day(span: ToldTime, usual: frozenset[int]) -> frozenset[int]:
    """Return the hours of *span*; "kl. 8" in the evening is twenty o'clock."""
    hours = _from_to(span.start, span.end)
    evening = frozenset((hour + 12) % 24 for hour in hours)
    return evening if span.may_be_evening and not hours & usual and evening & usual else hours


def _from_to(start: int, end: int) -> frozenset[int]:
    """Return the hours from *start* up to *end*, past midnight if need be, or all the day."""
    return frozenset((start + number) % 24 for number in range((end - start) % 24 or 24))
