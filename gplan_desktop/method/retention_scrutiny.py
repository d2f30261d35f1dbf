"""What [retention] in method.toml must be: never shorter than the law, and days that exist."""

from collections.abc import Iterator, Mapping
from typing import Any

from gplan_desktop.method.sources import Sources
from gplan_desktop.method.strict import FormError

_FILE = "method.toml"
# Five years after the last note is the law's time; nothing may be erased before.
_LEAST_YEARS, _MOST_YEARS = 5, 100
_LAST_DAY = 31


def scrutinise_retention(sources: Sources, retention: object) -> None:
    """Note in *sources* what would let too much be erased."""
    if isinstance(retention, Mapping):
        for mistake in _mistakes(retention):
            sources.wrong(_FILE, mistake)


def _mistakes(retention: Mapping[str, Any]) -> Iterator[FormError]:
    years = retention.get("years")
    if type(years) is int and not _LEAST_YEARS <= years <= _MOST_YEARS:
        instead = f"Skriv ett tal från {_LEAST_YEARS} till {_MOST_YEARS}."
        yield FormError("retention.years", "talet är inte rimligt", instead)
    days = retention.get("exempt_days")
    for day in days if isinstance(days, list) else ():
        if type(day) is int and not 1 <= day <= _LAST_DAY:
            what, instead = f"dagen {day} finns inte", f"Skriv dagar från 1 till {_LAST_DAY}."
            yield FormError("retention.exempt_days", what, instead)
    if retention.get("in_exempt_place") is True and not retention.get("exempt_places"):
        instead = "Skriv platserna i exempt_places, eller in_exempt_place = false."
        yield FormError("retention.in_exempt_place", "ingen plats är undantagen", instead)
