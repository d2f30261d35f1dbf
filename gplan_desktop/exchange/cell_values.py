"""What a cell of a list means: days, choices and names as people and systems write them."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache

from gplan_desktop.domain import dates
from gplan_desktop.domain.life_areas import LIFE_AREAS, Functioning, life_area
from gplan_desktop.domain.person import SupportKind
from gplan_desktop.domain.text import fold

_TIME = re.compile(r"[T ]\d{1,2}[:.]\d{2}([:.]\d{2})?([.,]\d+)?Z?$")
_WHOLE_YEAR = re.compile(r"(?<!\d)(\d{4}|\d{8})(?!\d)")
_YES = frozenset({"ja", "j", "x", "1", "sant", "true", "yes", "y"})
_NO = frozenset({"nej", "n", "0", "-", "falskt", "false", "no"})
_KINDS = {
    SupportKind.HOME_CARE: ("hemtjänst", "omvårdnad", "personlig omvårdnad", "hemvård dag"),
    SupportKind.NIGHT: ("natt", "nattpatrull", "hemtjänst natt", "nattinsats", "nattinsatser"),
    SupportKind.DAY_ACTIVITY: ("dagverksamhet demens", "dagvård", "daglig verksamhet"),
    SupportKind.SERVICE: ("serviceinsats", "serviceinsatser", "service i hemmet"),
    SupportKind.ESCORT: ("ledsagare", "ledsagarservice"),
    SupportKind.ALARM: ("larm", "trygghetslarm i hemmet"),
    SupportKind.HEALTH_CARE: ("hsl", "hälso- och sjukvård", "hemsjukvård", "hsl-insatser"),
}
_PREFIXES = frozenset({"af", "al", "da", "de", "del", "den", "der", "di", "du", "el", "la", "le",
                       "van", "von"})  # fmt: skip


class CellError(ValueError):
    """A cell that cannot be read; the text is for the one who chose the file."""


def read_day(text: str, today: date) -> date:
    """Return the day in *text*, whose year must be whole: nobody can ask what was meant.

    Raises:
        CellError: it is no day.
    """
    day = _TIME.sub("", text)
    found = dates.parse(day, today) if _WHOLE_YEAR.search(day) else None
    if found is None:
        raise CellError(f"”{_short(text)}” är inget datum. Skriv till exempel 2026-11-23.")
    return found


def read_yes_no(text: str) -> bool:
    """Return whether *text* says yes.

    Raises:
        CellError: it says neither yes nor no.
    """
    answer = fold(text)
    if answer not in _YES | _NO:
        raise CellError(f"”{_short(text)}” är varken ja eller nej.")
    return answer in _YES


def read_kinds(text: str) -> tuple[SupportKind, ...]:
    """Return the kinds of support in *text*, each once, in the order of the form.

    Raises:
        CellError: one of them is unknown.
    """
    found = {_kind(piece) for piece in re.split(r"[,;/+&\n]", text) if piece.strip()}
    return tuple(kind for kind in SupportKind if kind in found)


def split_name(text: str) -> tuple[str, str, bool]:
    """Return the given name and the family name in *text*, and whether that was certain."""
    family, comma, given = text.partition(",")
    if comma:
        return given.strip(), family.strip(), True
    words = text.split()
    if len(words) < 2:
        return text, "", True
    first = len(words) - 1
    while first > 1 and fold(words[first - 1]) in _PREFIXES:
        first -= 1
    return " ".join(words[:first]), " ".join(words[first:]), first == 1


def read_area(text: str) -> str:
    """Return the code of the life area in *text*: "d5", "Personlig vård" or both.

    Raises:
        CellError: there is no such life area.
    """
    return _coded(text, _areas_by_name(), "är inget livsområde")


def read_sub_areas(text: str, area: str) -> tuple[str, ...]:
    """Return the codes of the delområden in *text* of the life area with the code *area*.

    Raises:
        CellError: one of them does not belong to it.
    """
    names = _sub_areas_by_name(area)
    codes: list[str] = []
    for piece in filter(str.strip, re.split(r"[;/\n]", text)):
        # Some of their names hold commas, which otherwise stand between two of them.
        parts = [piece] if _found(piece, names) else filter(str.strip, piece.split(","))
        codes += [_coded(part, names, f"är inget delområde i {area}") for part in parts]
    return tuple(codes)


def read_functioning(text: str) -> Functioning:
    """Return the functioning in *text*: "3", "Stor begränsning" or both.

    Raises:
        CellError: there is no such.
    """
    number, _, words = _plain(text).partition(" ")
    for each in Functioning:
        value, label = str(each.value), _plain(each.label)
        if _plain(text) in (value, label):
            return each
        if number == value and words.strip("–- ") == label:
            return each
    raise CellError(f"”{_short(text)}” är inget funktionstillstånd. Skriv 0–4, 8 eller 9.")


def _kind(text: str) -> SupportKind:
    found = _kinds_by_name().get(_plain(text))
    if found is None:
        choices = ", ".join(kind.label for kind in SupportKind)
        raise CellError(f"”{_short(text)}” är inget stöd som Gplan känner till. Skriv {choices}.")
    return found


def _coded(text: str, names: Mapping[str, str], fault: str) -> str:
    found = _found(text, names)
    if found is None:
        raise CellError(f"”{_short(text)}” {fault}.")
    return found


def _found(text: str, names: Mapping[str, str]) -> str | None:
    """Return the code that *text* is, names, or begins with when its name follows."""
    code, _, label = _plain(text).partition(" ")
    both = names.get(code)
    if both and names.get(label.lstrip("–-: ")) == both:
        return both
    return names.get(_plain(text))


@cache
def _kinds_by_name() -> Mapping[str, SupportKind]:
    named = {_plain(kind.label): kind for kind in SupportKind}
    return named | {_plain(word): kind for kind, words in _KINDS.items() for word in words}


@cache
def _areas_by_name() -> Mapping[str, str]:
    codes = {_plain(area.code): area.code for area in LIFE_AREAS}
    return codes | {_plain(area.label): area.code for area in LIFE_AREAS}


@cache
def _sub_areas_by_name(area: str) -> Mapping[str, str]:
    subs = life_area(area).sub_areas
    return {_plain(sub.code): sub.code for sub in subs} | {_plain(s.label): s.code for s in subs}


@lru_cache(1024)  # a list has the same few choices on every row
def _plain(text: str) -> str:
    return " ".join(fold(text).split())


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"
