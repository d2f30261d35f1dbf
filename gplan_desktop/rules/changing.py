"""The three ways to change a plan after it was established, and when each of them is open (F26)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gplan_desktop.domain.labelled import Labelled
from gplan_desktop.domain.overview import PlanSummary
from gplan_desktop.domain.plan import PlanStatus


class Change(Labelled):
    """What is done about an established plan, in which nothing itself can change (S12)."""

    CORRECT = "correct", "Rätta ett skrivfel"
    NEW_VERSION = "new_version", "Följ upp planen"
    ANNUL = "annul", "Makulera planen"

    @property
    def when(self) -> str:
        """When one chooses it, and what it leads to."""
        return _WHEN[self]

    @property
    def needs_reason(self) -> bool:
        """Whether a reason is demanded before it; a follow-up tells its reasons in itself."""
        return self is not Change.NEW_VERSION


_WHEN = {
    Change.CORRECT: (
        "När något blev fel när planen skrevs, till exempel ett namn, en tid eller ett ord. "
        "Hela planen kopieras, du rättar felet och upprättar den rättade planen."
    ),
    Change.NEW_VERSION: (
        "När individens behov, mål eller insatser har ändrats. "
        "Ni går igenom planen och en ny plan skrivs."
    ),
    Change.ANNUL: (
        "När planen aldrig skulle ha upprättats, till exempel om den gäller fel person. "
        "Den slutar gälla, och ingen annan plan börjar gälla i stället."
    ),
}
_NOT_IN_FORCE = "Planen är {status} och gäller inte. Bara en plan som gäller kan ändras."
_FOLLOW_UP_BEGUN = (
    "En uppföljning av planen är påbörjad. Rätta felet i den, eller ta bort utkastet först."
)
_OVERDUE = "Planen skulle ha följts upp senast {day}. Följ upp den och rätta felet då."
_CORRECTION_BEGUN = "En rättelse av planen är påbörjad. Upprätta eller ta bort den först."
_DRAFT_BEGUN = "Det finns ett utkast som bygger på planen. Ta bort utkastet först."


@dataclass(frozen=True)
class Around:
    """What decides: the plan, the drafts made of it, and the day."""

    plan: PlanSummary
    correction: PlanSummary | None
    follow_up: PlanSummary | None
    today: date


def around(plan: PlanSummary, plans: Iterable[PlanSummary], today: date) -> Around:
    """Return what decides for *plan* among all the *plans* of the person."""
    correction = follow_up = None
    for draft in plans:
        if draft.status is not PlanStatus.DRAFT:
            continue
        if draft.corrects:
            correction = draft if draft.corrects.plan_id == plan.id else correction
        elif draft.previous_id == plan.id:
            follow_up = draft
    return Around(plan, correction, follow_up, today)


def refusal(change: Change, found: Around) -> str:
    """Return why *change* cannot be made now, as a sentence for the user, or ""."""
    if not found.plan.is_current:
        return _NOT_IN_FORCE.format(status=found.plan.status.label.lower())
    if change is Change.CORRECT:
        return _no_correction(found)
    if change is Change.NEW_VERSION:
        return _CORRECTION_BEGUN if found.correction else ""
    return _DRAFT_BEGUN if found.correction or found.follow_up else ""


def _no_correction(found: Around) -> str:
    """A plan that should have been followed up is so; a corrected one would be overdue too."""
    due = found.plan.next_follow_up
    if found.correction:
        return ""
    if found.follow_up:
        return _FOLLOW_UP_BEGUN
    if due and due <= found.today:
        return _OVERDUE.format(day=due.isoformat())
    return ""
