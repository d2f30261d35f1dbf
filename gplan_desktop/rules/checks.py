"""What must be right before a plan is established; every check returns findings."""

from collections.abc import Callable, Iterator
from datetime import date

from gplan_desktop.domain import dates
from gplan_desktop.domain.plan import Plan
from gplan_desktop.domain.text import is_blank
from gplan_desktop.rules.area_checks import check_area
from gplan_desktop.rules.finding import Finding, finding
from gplan_desktop.rules.situation import Situation
from gplan_desktop.rules.text_checks import check_texts

Findings = Iterator[Finding]
Check = Callable[[Plan, Situation], Findings]


def check(plan: Plan, situation: Situation) -> tuple[Finding, ...]:
    """Return everything that the method finds in *plan*, in the order of the pages.

    A rule that is not valid yet finds nothing.
    """
    rules, today = situation.method.rules, situation.today
    found = (f for part in _CHECKS for f in part(plan, situation))
    return tuple(f for f in found if rules[f.rule].valid_from <= today)


def _support_needs_plan(_plan: Plan, situation: Situation) -> Findings:
    """S24-S26: no plan for only trygghetslarm or only HSL-åtgärder."""
    if not situation.person.needs_plan:
        supports = situation.person.supports
        yield finding(situation.method, "plan-not-needed", "general", supports=supports)


def _previous_in_force(_plan: Plan, situation: Situation) -> Findings:
    """S83: what is followed up is the plan in force; the other draft may have come first.

    What a corrected plan follows up stopped being so when the wrong one was established.
    """
    if situation.corrected:
        return
    if situation.previous and not situation.previous.is_current:
        yield finding(situation.method, "previous-not-in-force", "choose_plan")


def _participation(plan: Plan, situation: Situation) -> Findings:
    """S17-S18, S31-S32: told every time; the statistics box goes with "hur"."""
    part, method = plan.participation, situation.method
    if part.voice is None:
        yield finding(method, "participation-voice", "participation.voice")
    if is_blank(part.how):
        yield finding(method, "participation-how", "participation.how")
    if not part.ticked:
        yield finding(method, "participation-not-ticked", "participation.ticked")


def _closing(plan: Plan, situation: Situation) -> Findings:
    """S39-S41: the earlier plan is marked as followed up, with date and participation."""
    previous = situation.previous
    if previous is None:
        return
    day, method = plan.closing.followed_up_on, situation.method
    if day is None:
        yield finding(method, "previous-not-followed-up", "closing.followed_up_on")
    else:
        yield from _closing_day(day, situation)
    if not plan.closing.participated:
        yield finding(method, "previous-participation-not-ticked", "closing.participated")


def _closing_day(day: date, situation: Situation) -> Findings:
    method, previous = situation.method, situation.previous
    established = previous.establishment if previous else None
    if day > situation.today:
        yield finding(
            method,
            "previous-followed-up-in-future",
            "closing.followed_up_on",
            today=situation.today.isoformat(),
        )
    elif established and day < dates.in_sweden(established.at).date():
        yield finding(
            method,
            "previous-followed-up-too-early",
            "closing.followed_up_on",
            established=dates.in_sweden(established.at).date().isoformat(),
        )


def _name(plan: Plan, situation: Situation) -> Findings:
    """S47-S52, S83: an approved name, the same as last time, and that of no other plan."""
    method, previous = situation.method, situation.previous
    if plan.name not in method.plan_names:
        yield finding(method, "name-not-approved", "name")
    elif plan.name in situation.names_in_force:
        yield finding(method, "name-in-force", "name", name=plan.name)
    elif previous and previous.plan.name != plan.name:
        yield finding(method, "name-changed", "name", name=previous.plan.name)


def _contributors(plan: Plan, situation: Situation) -> Findings:
    """S53-S54: who took part, told anew every time."""
    method = situation.method
    if not plan.contributors:
        yield finding(method, "contributors-none", "contributors")
    for number, person in enumerate(plan.contributors):
        place = f"contributors.{number}"
        if is_blank(person.name):
            yield finding(method, "contributor-name", f"{place}.name")
        elif is_blank(person.role):
            yield finding(method, "contributor-role", f"{place}.role", name=person.name)
        elif not person.confirmed:
            yield finding(method, "contributor-unconfirmed", f"{place}.confirmed", name=person.name)


def _areas(plan: Plan, situation: Situation) -> Findings:
    """S56-S68: every life area, all of them."""
    for area in plan.areas:
        yield from check_area(area, situation)


def _follow_up(plan: Plan, situation: Situation) -> Findings:
    """S70-S73, S165: one date, not past, within the limit, not after any area's own."""
    method, day, field = situation.method, plan.follow_up.day, "follow_up.day"
    earliest = plan.earliest_area_follow_up
    if day is None:
        yield finding(method, "follow-up-missing", field)
    elif day <= situation.today:
        yield finding(method, "follow-up-past", field, today=situation.today.isoformat())
    elif day > situation.latest_follow_up:
        latest = situation.latest_follow_up.isoformat()
        yield finding(method, "follow-up-late", field, latest=latest)
    elif earliest and earliest.next_follow_up and day > earliest.next_follow_up:
        yield finding(
            method,
            "follow-up-after-area",
            field,
            latest=earliest.next_follow_up.isoformat(),
            area=earliest.label,
        )


def _in_time(plan: Plan, situation: Situation) -> Findings:
    """S13: a first plan within 30 days; later is allowed with a reason (decision 2)."""
    # A corrected plan is no later than the one that it stands instead of.
    if plan.is_follow_up or situation.corrected:
        return
    limit = dates.add_days(situation.person.support_start, situation.method.limits.establish_days)
    late = (situation.today - limit).days
    if late > 0:
        yield finding(
            situation.method, "established-late", "review", days=late, limit=limit.isoformat()
        )


_CHECKS: tuple[Check, ...] = (
    _support_needs_plan,
    _participation,
    _previous_in_force,
    _closing,
    _name,
    _contributors,
    _areas,
    check_texts,
    _follow_up,
    _in_time,
)
