"""How statuses, moments and degrees are said on paper."""

from datetime import datetime

from gplan_desktop.domain import dates
from gplan_desktop.domain.life_areas import Functioning
from gplan_desktop.domain.plan import Establishment, PlanRecord, PlanStatus


def moment(at: datetime) -> str:
    """Return "2026-11-23 kl. 14.32"; a time without zone is taken as it stands."""
    return dates.stamp(at) if at.tzinfo else f"{at:%Y-%m-%d kl. %H.%M}"


def standing(record: PlanRecord) -> str:
    """Return where the plan stands: "Upprättad 2026-11-23 kl. 14.32 av Maria Lind"."""
    by = f" av {record.establishment.by}" if record.establishment else ""
    return short_standing(record) + by


def short_standing(record: PlanRecord) -> str:
    """Return where the plan stands, without by whom, for the foot of each page."""
    if record.establishment is None:
        return f"{record.status.label} – gäller inte"
    established = _established(record.establishment)
    if record.status is PlanStatus.ESTABLISHED:
        return established
    return f"{record.status.label}, {established[0].lower()}{established[1:]}"


def watermark(record: PlanRecord) -> str:
    """Return what stands across each page of a plan that is not in force, or ""."""
    if record.status is PlanStatus.ESTABLISHED:
        return ""
    return f"{record.status.label.upper()} – gäller inte"


def functioning(assessed: Functioning, intended: Functioning) -> str:
    """Return both degrees as number and words; the number alone says too little."""
    return f"Bedömt: {_degree(assessed)} · Avsett: {_degree(intended)}"


def yes_or_no(value: bool) -> str:
    """Return how a tick is said."""
    return "Ja" if value else "Nej"


def _degree(functioning: Functioning) -> str:
    return f"{functioning.value} – {functioning.label}"


def _established(establishment: Establishment) -> str:
    return f"{PlanStatus.ESTABLISHED.label} {moment(establishment.at)}"
