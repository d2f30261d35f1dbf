"""What is new in a plan against the one before, life area by life area (F35, S136-S142)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from gplan_desktop.domain.difference import Piece, compare, same_words
from gplan_desktop.domain.labelled import Labelled
from gplan_desktop.domain.life_areas import life_area
from gplan_desktop.domain.plan import Activity, AreaPlan, DayPart, Plan
from gplan_desktop.domain.text import is_blank


class ChangeKind(Labelled):
    """What became of a life area or an activity."""

    ADDED = "added", "Nytt"
    REMOVED = "removed", "Borttaget"
    CHANGED = "changed", "Ändrat"


@dataclass(frozen=True)
class PartDifference:
    """One text that differs; *part* is the last word of its field's id, such as "goal"."""

    part: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class ActivityDifference:
    """An activity that came, went or was changed, with those of its parts that differ.

    *what* is what it is called now, or was called last when it has gone.
    """

    kind: ChangeKind
    what: str
    parts: tuple[PartDifference, ...]


@dataclass(frozen=True)
class AreaDifference:
    """A life area that came, went or was changed; *reordered* tells of its activities."""

    code: str
    kind: ChangeKind
    parts: tuple[PartDifference, ...] = ()
    activities: tuple[ActivityDifference, ...] = ()
    reordered: bool = False

    @property
    def label(self) -> str:
        """The life area's official label."""
        return life_area(self.code).label


@dataclass(frozen=True)
class PlanDifference:
    """The life areas that differ, with the plan's name and next follow-up, then and now.

    Only the life areas are what a follow-up changes: the date is always a new one.
    """

    areas: tuple[AreaDifference, ...]
    name: tuple[Piece, ...]
    follow_up_day: date | None
    former_follow_up_day: date | None

    @property
    def is_same(self) -> bool:
        """Whether needs, goals and activities are those of the former plan."""
        return not self.areas


_AREA_PARTS = ("needs", "goal")
_ACTIVITY_PARTS = ("what", "how", "who", "day_parts", "when", "sub_goal")
_ENOUGH_IN_COMMON = 0.5
_SHORTEST_STEM = 4

_Pair = tuple[int, int]


def what_is_new(plan: Plan, previous: Plan) -> PlanDifference:
    """Return what differs between *plan* and *previous*; white space alone never does."""
    return PlanDifference(
        tuple(_areas(plan, previous)),
        compare(previous.name, plan.name),
        plan.follow_up.day,
        previous.follow_up.day,
    )


def _areas(plan: Plan, previous: Plan) -> Iterator[AreaDifference]:
    before = {area.code: area for area in previous.areas}
    for area in plan.areas:
        former = before.pop(area.code, None)
        if former is None:
            yield _area(area.code, ChangeKind.ADDED, AreaPlan(area.code), area)
        elif former.substance != area.substance:
            found = _area(area.code, ChangeKind.CHANGED, former, area)
            if found.parts or found.activities or found.reordered:
                yield found
    for former in before.values():
        yield _area(former.code, ChangeKind.REMOVED, former, AreaPlan(former.code))


def _area(code: str, kind: ChangeKind, before: AreaPlan, after: AreaPlan) -> AreaDifference:
    old, new = (tuple(filter(_says_something, a.activities)) for a in (before, after))
    pairs = _pairs(old, new)
    return AreaDifference(
        code,
        kind,
        tuple(_parts(before, after, _AREA_PARTS)),
        tuple(_activities(old, new, pairs)),
        reordered=[i for i, _ in pairs] != sorted(i for i, _ in pairs),
    )


def _says_something(activity: Activity) -> bool:
    return any(not is_blank(_text(activity, part)) for part in _ACTIVITY_PARTS)


def _activities(
    old: Sequence[Activity], new: Sequence[Activity], pairs: list[_Pair]
) -> Iterator[ActivityDifference]:
    """Return those that are there now in their order, then those that have gone."""
    former = {j: old[i] for i, j in pairs}
    for place, activity in enumerate(new):
        kind = ChangeKind.CHANGED if place in former else ChangeKind.ADDED
        parts = tuple(_parts(former.get(place, Activity()), activity, _ACTIVITY_PARTS))
        if parts:
            yield ActivityDifference(kind, activity.what.strip(), parts)
    kept = {i for i, _ in pairs}
    for place, activity in enumerate(old):
        if place not in kept:
            parts = tuple(_parts(activity, Activity(), _ACTIVITY_PARTS))
            yield ActivityDifference(ChangeKind.REMOVED, activity.what.strip(), parts)


def _parts(before: object, after: object, names: Iterable[str]) -> Iterator[PartDifference]:
    for name in names:
        old, new = _text(before, name), _text(after, name)
        if not same_words(old, new):
            yield PartDifference(name, compare(old, new))


def _text(holder: object, part: str) -> str:
    """Return what *part* says; the order in which day parts were chosen says nothing."""
    value = getattr(holder, part)
    if isinstance(value, str):
        return value
    return ", ".join(part.label for part in DayPart if part in value)


def _pairs(old: Sequence[Activity], new: Sequence[Activity]) -> list[_Pair]:
    """Return which old activity each new one was, by place, the most alike first.

    Those that were not touched find each other before any that only look alike.
    """
    found: list[_Pair] = []
    free_old = dict(enumerate(old))
    free_new = dict(enumerate(new))
    for likeness in (_equal, _alike):
        ranked = sorted(
            (-score, abs(i - j), i, j)
            for i, before in free_old.items()
            for j, after in free_new.items()
            if (score := likeness(before, after)) >= _ENOUGH_IN_COMMON
        )
        for _, _, i, j in ranked:
            if i in free_old and j in free_new:
                found.append((i, j))
                del free_old[i], free_new[j]
    return sorted(found, key=lambda pair: pair[1])


def _equal(before: Activity, after: Activity) -> float:
    return float(before == after)


def _alike(before: Activity, after: Activity) -> float:
    """Tell how much two activities have in common: from 1 on by their name, less by the rest."""
    names = _words(before.what), _words(after.what)
    rests = (Counter(_words(f"{a.how} {a.who} {a.when}")) for a in (before, after))
    name, rest = _stems_in_common(*names), _in_common(*rests)
    return 1 + name + rest if name >= _ENOUGH_IN_COMMON else rest


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _in_common(before: Counter[str], after: Counter[str]) -> float:
    total = before.total() + after.total()
    return 2 * (before & after).total() / total if total else 0.0


def _stems_in_common(before: list[str], after: list[str]) -> float:
    """Return the share of words that both have, whatever endings such as -en and -er they have."""
    left = list(after)
    for word in before:
        match = next((other for other in left if _same_stem(word, other)), None)
        if match is not None:
            left.remove(match)
    total = len(before) + len(after)
    return 2 * (len(after) - len(left)) / total if total else 0.0


def _same_stem(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= _SHORTEST_STEM and long.startswith(short))
