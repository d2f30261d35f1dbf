"""Whether a person shall have a plan, and the days there are to make it or follow it up."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from gplan_desktop.domain import dates
from gplan_desktop.domain.person import Person, SupportKind
from gplan_desktop.domain.plan import PlanRecord
from gplan_desktop.rules.deadlines import counted
from gplan_desktop.rules.situation import Situation

_RULE = "plan-not-needed"


@dataclass(frozen=True)
class Need:
    """The answer for one person: whether a plan shall be made, and why, in words."""

    is_needed: bool
    reason: str


@dataclass(frozen=True)
class DaySpan:
    """The days from *start* to *limit*, which itself is not too late (decision 2).

    *began* and *ends* say in a few words what happens on either day.
    """

    start: date
    limit: date
    today: date
    began: str
    ends: str

    @property
    def length(self) -> int:
        """How many days there are from the first to the last."""
        return (self.limit - self.start).days

    @property
    def left(self) -> int:
        """How many days are left; below zero when the limit has passed."""
        return (self.limit - self.today).days

    @property
    def is_overdue(self) -> bool:
        """Whether the limit has passed."""
        return self.left < 0

    @property
    def words(self) -> str:
        """What is left: "23 dagar kvar", "I dag är sista dagen", "Försenad 12 dagar"."""
        if self.is_overdue:
            return f"Försenad {counted(-self.left)}"
        return f"{counted(self.left)} kvar" if self.left else "I dag är sista dagen"


def plan_need(person: Person) -> Need:
    """Return whether *person* shall have a plan, by the support that it is about (S8, S24-S26)."""
    kinds = person.support_kinds
    if not kinds:
        return Need(False, "Inget stöd är angivet.")
    if not person.needs_plan:
        return Need(False, f"Stödet är endast {_listed(kinds)}.")
    if set(kinds) == {SupportKind.ESCORT}:
        return Need(True, "Stödet är endast ledsagning. Observera att en plan ska upprättas då.")
    counting = [kind for kind in kinds if replace(person, support_kinds=(kind,)).needs_plan]
    besides = [kind for kind in kinds if kind not in counting]
    reason = f"{_capital(_listed(counting))} är stöd enligt socialtjänstlagen."
    if besides:
        reason += f" Att individen också har {_listed(besides)} ändrar inget."
    return Need(True, reason)


def need_reference(situation: Situation) -> str:
    """Return the rule behind the answer, as in "Regel 1, manualen s. 3"."""
    return situation.method.rules[_RULE].reference


def plan_days(record: PlanRecord, situation: Situation) -> DaySpan | None:
    """Return the days that *record* has: to be established (S13), or to be followed up (S23).

    None when nothing is due: no plan shall be made, or another plan has taken over.
    """
    if record.is_current:
        return _until_follow_up(record, situation)
    if record.is_locked:
        return None
    # A corrected plan is no later than the one that it stands instead of.
    before = situation.corrected or situation.previous
    if before:
        return _until_follow_up(before, situation)
    return _until_established(situation) if situation.person.needs_plan else None


def what_follows(record: PlanRecord, situation: Situation) -> str:
    """Return what happens with *record* next, in a sentence or two (S11-S15, S71, S83, F26)."""
    months = situation.method.limits.follow_up_months
    if record.is_current:
        return "Planen gäller och är skrivskyddad. När den följs upp görs en ny plan."
    if record.is_locked:
        return f"Planen är {record.status.label.lower()} och gäller inte längre."
    if situation.corrected:
        return "När den rättade planen upprättas gäller den i stället för den som blev fel."
    if situation.previous:
        return (
            "När den här planen upprättas slutar den tidigare att gälla. "
            f"Nästa uppföljning görs inom {months} månader."
        )
    return _how_to_establish(situation) if situation.person.needs_plan else ""


def _how_to_establish(situation: Situation) -> str:
    if _until_established(situation).is_overdue:
        return "Planen kan upprättas ändå. Du skriver varför den är sen, och orsaken sparas."
    return "Upprätta planen när du och individen är överens om vad, när, hur och av vem."


def _until_established(situation: Situation) -> DaySpan:
    start = situation.person.support_start
    limit = dates.add_days(start, situation.method.limits.establish_days)
    return DaySpan(start, limit, situation.today, "Stödet började", "Upprättas senast")


def _until_follow_up(record: PlanRecord, situation: Situation) -> DaySpan | None:
    if record.establishment is None:
        return None
    start = dates.in_sweden(record.establishment.at).date()
    latest = dates.add_months(start, situation.method.limits.follow_up_months)
    limit = record.plan.follow_up.day or latest
    return DaySpan(start, limit, situation.today, "Planen upprättades", "Följs upp senast")


def _listed(kinds: Iterable[SupportKind]) -> str:
    """Return the kinds in a sentence: "hemvård, service och trygghetslarm"."""
    names = [_within_sentence(kind.label) for kind in kinds]
    return " och ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _within_sentence(label: str) -> str:
    return label if label[:2].isupper() else label[0].lower() + label[1:]


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
