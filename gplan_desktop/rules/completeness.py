"""What the national advice wants in a plan, and how much of it is there (F12, SOSFS 2014:5)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from gplan_desktop.domain import dates
from gplan_desktop.domain.plan import Activity, AreaPlan, Establishment, GoalAttainment, Plan
from gplan_desktop.domain.text import is_blank
from gplan_desktop.rules.blanks import has_blank
from gplan_desktop.rules.situation import Situation


@dataclass(frozen=True)
class Point:
    """One thing that shall be in the plan, whether it is, and the field where it is written.

    *field* is the first place that lacks it, or a page's id where no field does.
    """

    text: str
    met: bool
    field: str


_Places = Iterable[tuple[str, bool]]
_Told = Callable[[Activity], bool]
_REVIEW = "review"


def plan_points(
    plan: Plan, situation: Situation, establishment: Establishment | None = None
) -> tuple[Point, ...]:
    """Return the eleven points of SOSFS 2014:5 chapter 6, in its order (domain.md §2.1)."""
    return (
        _point("Målen för stödet enligt uppdraget", _goals(plan, situation)),
        _point("Vilka aktiviteter stödet består av", _each(plan, "what", _has_what)),
        _point("Mål för varje aktivitet", _activity_goals(plan)),
        _point("Vem som ansvarar för varje aktivitet", _each(plan, "who", _has_who)),
        _point("När och hur varje aktivitet ska göras", _when_and_how(plan)),
        _point("Hur ni samverkar med andra", [_written(plan, "cooperation")]),
        _point("När och hur stödet följs upp", _support_follow_up(plan)),
        _point(
            "Hur individen har varit delaktig och vilka önskemål som finns", _participation(plan)
        ),
        _point("Vilka andra som har medverkat", _contributors(plan)),
        _established(establishment),
        _point("När och hur planen ska följas upp", [_day(plan), _written(plan, "how")]),
    )


def area_points(area: AreaPlan) -> tuple[Point, ...]:
    """Return what one life area shall hold (S10), and when copied what is decided anew (S164)."""
    place = f"area.{area.code}"
    points = [
        _point("Behov", [(f"{place}.needs", _is_told(area.needs))]),
        _point("Mål", [_goal(area)]),
        *_activity_points(area),
    ]
    if area.copied:
        day = (f"{place}.next_follow_up", area.next_follow_up is not None)
        points += [
            _point("Värdering", _attainment(area)),
            _point("Resultat", [(f"{place}.result", _is_told(area.result))]),
            _point("Nästa uppföljning", [day]),
        ]
    return tuple(points)


def _activity_points(area: AreaPlan) -> Iterator[Point]:
    field = f"area.{area.code}.activities"
    if not area.activities and not _needs_activity(area):
        yield Point("Ingen aktivitet behövs, målet är helt uppfyllt", True, field)
        return
    yield Point("Minst en aktivitet", bool(area.activities), field)
    for text, part, told in (
        ("Vad", "what", _has_what),
        ("Hur", "how", _has_how),
        ("Av vem", "who", _has_who),
        ("När", "day_parts", _has_day_parts),
    ):
        yield _point(text, _each_in(area, part, told))


def _point(text: str, places: _Places) -> Point:
    """Return the point that is met when every place is filled, and there is any."""
    told = list(places)
    lacking = [field for field, filled in told if not filled]
    fields = [*lacking, *(field for field, _ in told), _REVIEW]
    return Point(text, bool(told) and not lacking, fields[0])


def _is_told(text: str) -> bool:
    """Tell whether something is written, to its end: a blank is still to be filled in (F8)."""
    return not is_blank(text) and not has_blank(text)


def _has_what(activity: Activity) -> bool:
    return _is_told(activity.what)


def _has_how(activity: Activity) -> bool:
    return _is_told(activity.how)


def _has_who(activity: Activity) -> bool:
    return _is_told(activity.who)


def _has_day_parts(activity: Activity) -> bool:
    return bool(activity.day_parts)


def _needs_activity(area: AreaPlan) -> bool:
    return area.attainment is not GoalAttainment.FULLY_MET


def _each(plan: Plan, part: str, told: _Told) -> _Places:
    """Tell for every activity of the plan whether its *part* is told."""
    return (place for area in plan.areas for place in _each_in(area, part, told))


def _each_in(area: AreaPlan, part: str, told: _Told) -> _Places:
    field = f"area.{area.code}.activities"
    if not area.activities and _needs_activity(area):
        yield field, False
    for number, activity in enumerate(area.activities):
        yield f"{field}.{number}.{part}", told(activity)


def _goal(area: AreaPlan) -> tuple[str, bool]:
    return f"area.{area.code}.goal", _is_told(area.goal)


def _goals(plan: Plan, situation: Situation) -> _Places:
    """Tell of every life area, and of those in the assignment that the plan lacks."""
    planned = {area.code for area in plan.areas}
    yield from map(_goal, plan.areas)
    if any(area.code not in planned for area in situation.assignment.areas):
        yield _REVIEW, False


def _activity_goals(plan: Plan) -> _Places:
    """An activity goes towards the goal of its life area, unless it has one of its own."""
    for area in plan.areas:
        field, has_goal = _goal(area)
        if area.activities:
            own_goals = all(_is_told(activity.sub_goal) for activity in area.activities)
            yield field, has_goal or own_goals
        elif _needs_activity(area):
            yield f"area.{area.code}.activities", False


def _when_and_how(plan: Plan) -> _Places:
    for area in plan.areas:
        yield from _each_in(area, "day_parts", _has_day_parts)
        yield from _each_in(area, "how", _has_how)


def _written(plan: Plan, part: str) -> tuple[str, bool]:
    return f"follow_up.{part}", _is_told(getattr(plan.follow_up, part))


def _day(plan: Plan) -> tuple[str, bool]:
    return "follow_up.day", plan.follow_up.day is not None


def _support_follow_up(plan: Plan) -> _Places:
    """The support is followed up as a whole, or life area by life area."""
    if plan.follow_up.day is None:
        for area in plan.areas:
            yield f"area.{area.code}.next_follow_up", area.next_follow_up is not None
    yield _written(plan, "how")


def _participation(plan: Plan) -> _Places:
    for part in ("how", "wishes"):
        yield f"participation.{part}", _is_told(getattr(plan.participation, part))


def _contributors(plan: Plan) -> _Places:
    if not plan.contributors:
        yield "contributors", False
    for number, one in enumerate(plan.contributors):
        field = f"contributors.{number}"
        yield f"{field}.name", _is_told(one.name)
        yield f"{field}.role", _is_told(one.role)
        yield f"{field}.confirmed", one.confirmed


def _established(establishment: Establishment | None) -> Point:
    if establishment is None:
        return Point("Fastställs när du upprättar handlingen", False, _REVIEW)
    day = dates.in_sweden(establishment.at).date()
    return Point(f"Fastställd {day.isoformat()}", True, _REVIEW)


def _attainment(area: AreaPlan) -> _Places:
    """Decided, and for delvis and helt with how one came to it (S64-S66)."""
    place = f"area.{area.code}"
    yield f"{place}.attainment", area.attainment is not None
    if area.attainment and area.attainment.needs_reason:
        yield f"{place}.attainment_reason", _is_told(area.attainment_reason)
