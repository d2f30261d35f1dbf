"""Times of the day as people write them: "kl. 8–9", "halv åtta", "mellan 12 och 13"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class ToldTime:
    """A time told in a text, from the hour *start* up to *end*; "8", unlike "08", may be twenty."""

    start: int
    end: int
    may_be_evening: bool


_NUMBERS = ("ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
_CLOCK = r"\b(?:klockan|kl)[.:]?\s*"
_TIME = (
    r"(?:halv\s+|kvart\s+i\s+|kvart\s+över\s+)?"
    rf"(?:\d{{1,2}}(?:[.:]\d{{2}})?|{'|'.join(_NUMBERS)})(?![\w/%]|[.,:]\d)"
)
# "Före kl. 15" tells no hour, nor does "från kl. 8" alone; "den 3.10" is a day.
_BOUND = "före|innan|efter|senast|tidigast|från|till|den"
_SPAN = re.compile(
    rf"(?<![\w.,:/-])(?:(?P<bound>{_BOUND})\s+)?(?P<start>(?:{_CLOCK})?{_TIME})"
    rf"(?:\s*(?:[-–—]|\btill\b)\s*(?P<end>(?:{_CLOCK})?{_TIME}))?"
)
_BETWEEN = re.compile(r"\bmellan\b(.{1,20}?)\boch\b")
_AND = re.compile(r"\s*(?:,|,?\s*(?:och|eller|samt))\s*")
_CLEAR = re.compile(r"kl|halv|kvart|\d[.:]\d")
# A bare number goes on telling times ("kl. 8 och 20 varje dag") where it can count nothing.
_NOTHING_COUNTED = re.compile(
    r"\s*(?:$|[,.;:()!\n]|(?:och|eller|samt|men|på|varje|varannan|alla|när|dagligen)\b"
    r"|(?:mån|tis|ons|tors|fre|lör|sön|var)dag|helg)"
)
_MEASURE = re.compile(
    r"\s*(?:gång|ggr|min|tim|sekund|dagar|veck|månad|år|person|meter|steg|kr|(?:h|st|km|m|kg|dl|l)\b)"
)


def told_times(text: str) -> Iterator[ToldTime]:
    """Read the times out of what was written freely; numbers of anything else are left alone."""
    text = _BETWEEN.sub(r"från\1till", text.lower())
    told = None
    for match in _SPAN.finditer(text):
        goes_on = told is not None and _AND.fullmatch(text, told, match.start()) is not None
        span = _span(match) if _tells_time(match, goes_on) else None
        if span:
            told = match.end()
            yield span


def _tells_time(match: re.Match[str], goes_on: bool) -> bool:
    bound, end, rest = match["bound"], match["end"], match.string[match.end() :]
    if bound and not (bound == "från" and end):
        return False
    if "kl" in match["start"]:
        return True
    if _CLEAR.search(f"{match['start']} {end}"):
        return not _MEASURE.match(rest)
    return bool((goes_on or bound) and _NOTHING_COUNTED.match(rest))


def _ends_in_time(match: re.Match[str]) -> bool:
    """Tell "kl. 8 till 9" and "kl. 8 till nio" from "kl. 8 – 2 gånger" or "till ett besök"."""
    end, rest = match["end"], match.string[match.end() :]
    if not end or _MEASURE.match(rest):
        return False
    return not end.isalpha() or bool(_NOTHING_COUNTED.match(rest))


def _span(match: re.Match[str]) -> ToldTime | None:
    start = _clock(match["start"])
    if start is None:
        return None
    hour = start[0] % 24
    may_be_evening = hour <= 12 and not re.search(r"\b0", match["start"])
    end = _clock(match["end"]) if _ends_in_time(match) else None
    if end is None or end == start:
        return ToldTime(hour, hour + 1, may_be_evening)
    last = end[0] + (end[1] > 0)
    # "11–1" is told by twelve hours: it ends at thirteen, not the next night.
    past_noon = hour < 12 and last <= hour
    return ToldTime(hour, last + 12 if past_noon else last, may_be_evening)


def _clock(text: str) -> tuple[int, int] | None:
    """Return the hour and minute of "kl. 7.30", "halv åtta" or "24", or None when none is such."""
    match = re.search(rf"(\d+|{'|'.join(_NUMBERS)})(?:[.:](\d+))?$", text)
    if match is None:
        return None
    hour = int(match[1]) if match[1].isdigit() else _NUMBERS.index(match[1]) + 1
    minute = int(match[2] or 0)
    if hour > 24 or minute > 59:
        return None
    if "halv" in text or "kvart i " in text:
        return (hour - 1) % 24, 45
    return hour, 15 if "kvart" in text else minute
