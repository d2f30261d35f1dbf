"""What the words of places.toml must be: of known homes, fields and areas, and readable."""

from collections.abc import Iterator, Mapping
from typing import Any

from gplan_desktop.domain.home import Home
from gplan_desktop.domain.life_areas import LIFE_AREAS
from gplan_desktop.method.pattern_scrutiny import mistakes_in_parts, mistakes_in_words, unknown
from gplan_desktop.method.place_guide import AREA
from gplan_desktop.method.sources import Sources
from gplan_desktop.method.strict import FormError

_FILE = "places.toml"
_WORDS = {"spots": ("sure", "likely", "hint", "against"), "areas": ("likely", "hint")}
# <namn> is a name with a capital letter; the adviser makes it itself.
_NAME = "namn"
# A sentence of which nothing is known is said to belong in one of these.
_NEEDED = (Home.PLAN, Home.JOURNAL)
_AREAS = {area.code: area.label for area in LIFE_AREAS}

Tables = Mapping[str, dict[str, Any]]


def scrutinise_places(sources: Sources, tables: Tables) -> None:
    """Note in *sources* what would make the adviser unable to read its own words."""
    places = tables[_FILE]
    own_parts = places.get("parts", {})
    parts = {**tables["guard.toml"].get("parts", {}), **own_parts, _NAME: ""}
    for mistake in (
        *mistakes_in_parts(own_parts),
        *_in_words(places, parts),
        *_in_spots(places, tables),
        *unknown("areas", list(places.get("areas", {})), _AREAS),
    ):
        sources.wrong(_FILE, mistake)


def _in_words(places: Mapping[str, Any], parts: Mapping[str, object]) -> Iterator[FormError]:
    for table, lists in _WORDS.items():
        for key, entry in _entries(places, table):
            for name in lists:
                yield from mistakes_in_words(f"{table}.{key}.{name}", entry.get(name), parts)
    yield from mistakes_in_words("ordinary", places.get("ordinary"), parts)


def _in_spots(places: Mapping[str, Any], tables: Tables) -> Iterator[FormError]:
    spots = dict(_entries(places, "spots"))
    for key, spot in spots.items():
        kinds = tables["guard.toml"].get("kinds", {})
        yield from unknown(f"spots.{key}.kinds", spot.get("kinds"), kinds)
        if field := str(spot.get("field", "")).replace(AREA, "*"):
            yield from unknown(f"spots.{key}.field", [field], tables["fields.toml"])
    homes = {spot.get("home") for spot in spots.values()}
    for home in _NEEDED:
        if home.value not in homes:
            what = f"ingen plats har home = ”{home.value}”"
            yield FormError("spots", what, "Minst en måste ha det.")


def _entries(places: Mapping[str, Any], table: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for key, entry in places.get(table, {}).items():
        if isinstance(entry, dict):
            yield key, entry
