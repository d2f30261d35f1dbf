"""How statuses, moments and degrees are said on paper."""

from dataclasses import replace
from datetime import datetime

from gplan_desktop.domain import dates
from gplan_desktop.domain.correction import CorrectionKind
from gplan_desktop.domain.life_areas import Functioning
from gplan_desktop.domain.plan import Establishment, PlanRecord, PlanStatus


def moment(at: datetime) -> str:
    """Return "2026-11-23 kl. 14.32"; a time without zone is taken as it stands."""
    return dates.stamp(at) if at.tzinfo else f"{at:%Y-%m-%d kl. %H.%M}"


def standing(record: PlanRecord) -> str:
    """Return where the plan stands: "Upprättad 2026-11-23 kl. 14.32 av Maria Lind".

    A plan that was annulled or corrected tells by whom, when and why, and a corrected plan
    what it stands instead of (F26).
    """
    told = _standing_alone(record)
    return f"{told.removesuffix('.')}. {record.corrects.told_of_new}" if record.corrects else told


def short_standing(record: PlanRecord) -> str:
    """Return where the plan stands, without by whom, for the foot of each page."""
    if record.establishment is None:
        return f"{record.status.label} – gäller inte"
    established = _established(record.establishment)
    if record.status is PlanStatus.ESTABLISHED:
        return f"{established}, rättad" if record.corrects else established
    since = ""
    if record.ended and record.ended.kind is CorrectionKind.ANNULLED:
        since = f" {record.ended.day}"
    return f"{record.status.label}{since}, {established[0].lower()}{established[1:]}"


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


def _standing_alone(record: PlanRecord) -> str:
    made = record.establishment
    if made is None:
        return short_standing(record)
    if record.ended:
        return f"{record.ended.told_of_wrong} {_established(made)} av {made.by}."
    # What it stands instead of is told after, so that it need not be told here.
    return f"{short_standing(replace(record, corrects=None))} av {made.by}"


def _degree(functioning: Functioning) -> str:
    return f"{functioning.value} – {functioning.label}"


def _established(establishment: Establishment) -> str:
    return f"{PlanStatus.ESTABLISHED.label} {moment(establishment.at)}"
