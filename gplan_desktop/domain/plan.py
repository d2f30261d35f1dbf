"""The genomförandeplan: what is written in it, and where it stands in its life."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.correction import Correction
from gplan_desktop.domain.labelled import Labelled
from gplan_desktop.domain.life_areas import life_area, official_order


class PlanStatus(Labelled):
    """Where a plan stands (S162); REMOVED is a draft taken away by its writer."""

    DRAFT = "draft", "Utkast"
    ESTABLISHED = "established", "Upprättad"
    SUPERSEDED = "superseded", "Ersatt"
    ANNULLED = "annulled", "Makulerad"
    REMOVED = "removed", "Borttagen"


class GoalAttainment(Labelled):
    """How far needs and goal have come at a follow-up (S60-S62)."""

    REMAINS = "remains", "Kvarstår"
    PARTLY_MET = "partly_met", "Delvis uppfyllt"
    FULLY_MET = "fully_met", "Helt uppfyllt"

    @property
    def needs_reason(self) -> bool:
        """Whether one must describe how one came to it (S64-S66)."""
        return self is not GoalAttainment.REMAINS


class DayPart(Labelled):
    """A part of the day and night (dygnsperspektiv, S22), in order."""

    MORNING = "morning", "Morgon"
    FORENOON = "forenoon", "Förmiddag"
    NOON = "noon", "Middag"
    AFTERNOON = "afternoon", "Eftermiddag"
    EVENING = "evening", "Kväll"
    NIGHT = "night", "Natt"


class Voice(Labelled):
    """Who tells, and so whether the plan says "jag" or the name (S17-S18)."""

    FIRST_PERSON = "first_person", "Individen berättar själv"
    BY_OTHER = "by_other", "Någon annan beskriver"
    BY_OBSERVATION = "by_observation", "Observationer och dagliga samtal"


@dataclass(frozen=True)
class Participation:
    """How the individual took part (S28-S33); ticked is the statistics box."""

    ticked: bool = False
    how: str = ""
    voice: Voice | None = None
    wishes: str = ""
    under_revision: str = ""


@dataclass(frozen=True)
class Contributor:
    """Who took part in making the plan; confirmed anew for every plan (S54)."""

    name: str = ""
    role: str = ""
    confirmed: bool = False


@dataclass(frozen=True)
class Activity:
    """One thing to be done: what, how, who and when (S10)."""

    what: str = ""
    how: str = ""
    who: str = ""
    day_parts: tuple[DayPart, ...] = ()
    when: str = ""
    sub_goal: str = ""


@dataclass(frozen=True)
class AreaPlan:
    """One life area of a plan; copied means taken over from the former plan."""

    code: str
    copied: bool = False
    needs: str = ""
    goal: str = ""
    activities: tuple[Activity, ...] = ()
    attainment: GoalAttainment | None = None
    attainment_reason: str = ""
    result: str = ""
    next_follow_up: date | None = None

    @property
    def label(self) -> str:
        """The life area's official label."""
        return life_area(self.code).label

    @property
    def awaits_review(self) -> bool:
        """Whether copied text has not been decided on again (S164)."""
        return self.copied and self.attainment is None

    @property
    def substance(self) -> tuple[str, str, tuple[Activity, ...]]:
        """What a follow-up may change: needs, goal and activities."""
        return self.needs, self.goal, self.activities


@dataclass(frozen=True)
class Closing:
    """How the former plan was closed: its two ticks and the date (S39-S41)."""

    followed_up_on: date | None = None
    participated: bool = False


@dataclass(frozen=True)
class FollowUp:
    """When and how the plan as a whole is followed up (S70-S73)."""

    day: date | None = None
    how: str = ""
    cooperation: str = ""


@dataclass(frozen=True)
class AcceptedWarning:
    """A warning that the writer let stand, and why.

    *about* is what the warning was about, such as the words that were found:
    the reason does not cover others that are written later.
    """

    rule: str
    field: str
    reason: str
    about: str = ""


@dataclass(frozen=True)
class Plan:
    """Everything that is written in one genomförandeplan."""

    id: str
    person_id: str
    assignment_id: str
    name: str
    previous_id: str | None = None
    closing: Closing = Closing()
    participation: Participation = Participation()
    contributors: tuple[Contributor, ...] = ()
    areas: tuple[AreaPlan, ...] = ()
    follow_up: FollowUp = FollowUp()
    accepted: tuple[AcceptedWarning, ...] = ()

    @property
    def is_follow_up(self) -> bool:
        """Whether the plan was made by following up an earlier one."""
        return self.previous_id is not None

    def area(self, code: str) -> AreaPlan:
        """Return the life area *code*; KeyError when the plan has none such."""
        for area in self.areas:
            if area.code == code:
                return area
        raise KeyError(code)

    def accepted_reason(self, rule: str, field: str, about: str = "") -> str:
        """Return why the warning of *rule* at *field* was let stand, or ""."""
        wanted = (rule, field, about)
        reasons = (a.reason for a in self.accepted if (a.rule, a.field, a.about) == wanted)
        return next(reasons, "")

    @property
    def earliest_area_follow_up(self) -> AreaPlan | None:
        """The life area whose own follow-up comes first (S72), or None."""
        dated = [area for area in self.areas if area.next_follow_up]
        return min(dated, key=lambda area: area.next_follow_up or date.max, default=None)


@dataclass(frozen=True)
class Establishment:
    """The moment a plan was write-protected (S11-S12) and what was true then."""

    at: datetime
    by: str
    method_version: str
    checksum: str

    @property
    def check_code(self) -> str:
        """The first sixteen signs of the checksum in words of four, as people compare them."""
        return " ".join(self.checksum[i : i + 4] for i in range(0, 16, 4)).strip()


@dataclass(frozen=True)
class PlanRecord:
    """A plan as the store keeps it: the text and where it stands.

    *corrects* tells which wrong plan it stands instead of, *ended* that it was itself annulled
    or corrected (F26).
    """

    plan: Plan
    status: PlanStatus = PlanStatus.DRAFT
    version: int = 0
    establishment: Establishment | None = None
    followed_up_on: date | None = None
    corrects: Correction | None = None
    ended: Correction | None = None

    @property
    def is_locked(self) -> bool:
        """Whether nothing may be changed any more (S12)."""
        return self.status is not PlanStatus.DRAFT

    @property
    def is_current(self) -> bool:
        """Whether this is the plan in force, "tv" (S82-S83)."""
        return self.status is PlanStatus.ESTABLISHED


def new_form(plan_id: str, assignment: Assignment, name: str, previous: Plan | None) -> Plan:
    """Return the form to start writing in: a follow-up of *previous*, or a first plan."""
    if previous is None:
        return first_plan(plan_id, assignment, name)
    return copy_for_follow_up(plan_id, previous, assignment)


def first_plan(plan_id: str, assignment: Assignment, name: str) -> Plan:
    """Return an empty plan with one area for every life area of the assignment."""
    codes = sorted((area.code for area in assignment.areas), key=official_order)
    areas = tuple(AreaPlan(code=code) for code in codes)
    return Plan(plan_id, assignment.person_id, assignment.id, name, areas=areas)


def copy_for_follow_up(plan_id: str, previous: Plan, assignment: Assignment) -> Plan:
    """Return the new form that follows *previous* up (S43-S47).

    Name, needs, goals and activities are taken over. Participation,
    attainment, result and dates are never copied (S164); contributors are
    offered again but must be confirmed anew (S54).
    """
    known = {area.code for area in previous.areas}
    added = (AreaPlan(code=a.code) for a in assignment.areas if a.code not in known)
    areas = sorted(
        (*map(_copied, previous.areas), *added), key=lambda area: official_order(area.code)
    )
    return Plan(
        id=plan_id,
        person_id=previous.person_id,
        assignment_id=assignment.id,
        name=previous.name,
        previous_id=previous.id,
        contributors=tuple(replace(c, confirmed=False) for c in previous.contributors),
        areas=tuple(areas),
    )


def copy_to_correct(plan_id: str, wrong: Plan) -> Plan:
    """Return the plan to correct a slip in: all that stands in *wrong*, as it stands (F26).

    Unlike a follow-up it is no new round: participation, contributors, attainment and dates
    are those of the same talk, and it follows up what *wrong* followed up.
    """
    return replace(wrong, id=plan_id)


def fitted_to(plan: Plan, assignment: Assignment) -> Plan:
    """Return *plan* with the life areas of *assignment*, as after it has been corrected.

    An area that is no longer assigned stays when anything is written in it or
    it comes from the former plan.
    """
    assigned = {area.code for area in assignment.areas}
    kept = [area for area in plan.areas if area.code in assigned or area != AreaPlan(area.code)]
    known = {area.code for area in kept}
    added = (AreaPlan(code) for code in assigned - known)
    areas = tuple(sorted((*kept, *added), key=lambda area: official_order(area.code)))
    return plan if areas == plan.areas else replace(plan, areas=areas)


def _copied(area: AreaPlan) -> AreaPlan:
    return AreaPlan(area.code, True, area.needs, area.goal, area.activities)
