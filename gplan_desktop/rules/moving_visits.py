"""How a sentence becomes something to tick, choose or fill in of a visit plan (S85-S101)."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, time

from gplan_desktop.domain import dates
from gplan_desktop.domain.fields import value_at, with_value
from gplan_desktop.domain.tabs import Secret
from gplan_desktop.domain.text import fold
from gplan_desktop.domain.visit_plan import (
    BRING_KEY,
    DOOR_ALARM,
    OPENS_DOOR,
    Coverage,
    SingleVisit,
    StaffWish,
    TimeWindow,
    VisitPlan,
    Wish,
)
from gplan_desktop.rules.moving_codes import code_in
from gplan_desktop.rules.moving_words import (
    added_line,
    added_sentence,
    is_denied,
    left_over,
    name_on_door,
)

_PLACE = re.compile(r"\bgå (?:till|in i|ut på) (.+?)(?: där\b| för att\b|[.,;]|$)", re.IGNORECASE)
_SITUATIONS = re.compile(r"\b(?:vid|när|under|i samband med)\b\s+(.+)", re.IGNORECASE)
_HOUR = r"(?:kl(?:ockan)?\.? ?)?([01]?\d|2[0-3])(?:[.:]([0-5]\d))?"
_WINDOW = re.compile(rf"(?<!\d){_HOUR}\s*(?:-|–|och|till)\s*{_HOUR}(?![\d:.]\d)", re.IGNORECASE)
_DAY = re.compile(
    r"\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}(?: \d{4})?|\d{1,2} (?:"
    + "|".join(dates.MONTHS)
    + r")(?: \d{4})?",
    re.IGNORECASE,
)
_SAYS_COVERAGE = (
    "mobiltäckning mobiltäckningen täckning täckningen mobil mobilen mobilnät saknas helt ingen"
)
_SAYS_PARTLY = "delvis dålig sämre bättre gå där"
_SAYS_WINDOW = "tidsfönster tidsfönstret mellan kl klockan besök besöket insatsen"
_SAYS_KEY = f"{BRING_KEY} nycklar nyckeln tas måste behövs personalen"
_SAYS_OPENS = f"{OPENS_DOOR} öppnar dörr"
_SAYS_ALARM = f"{DOOR_ALARM} dörrlarmet larm dörren dörr"
_SAYS_STAFF = (
    "kvinnlig manlig kvinnliga manliga kvinna man personal önskar vill ha önskemål om bara"
)

# What could be put at its field, and whether that tells all of the sentence; None: nothing.
_Put = tuple[VisitPlan, bool]


def put_in_visit_plan(plan: VisitPlan, part: str, text: str, today: date) -> VisitPlan | None:
    """Return *plan* with *text* at *part*, such as "arrival.bring_key"; None when it cannot be.

    What the field itself does not tell of the sentence is kept as text, under "Övrigt".
    """
    if part == "single_visits":
        visit = SingleVisit(text, _day_in(text, today))
        return replace(plan, single_visits=(*plan.single_visits, visit))
    if part == "home.medicine_cabinet_code":
        return _with_code(plan, text)
    if part in _TEXTS:
        return _TEXTS[part](plan, text)
    if part not in _READERS:
        return None
    put, is_all = _READERS[part](plan, text) or (plan, False)
    return put if is_all else replace(put, other=added_line(put.other, text))


def _with_code(plan: VisitPlan, text: str) -> VisitPlan | None:
    """Put the code where there is none yet; what more is said of it stands under "Övrigt"."""
    code, home = code_in(text), plan.home
    if not code or home.medicine_cabinet_code not in (Secret(""), Secret(code)):
        return None
    placed = replace(plan, home=replace(home, medicine_cabinet_code=Secret(code)))
    without = text.replace(code, "…", 1)
    said = "kod koden medicinskåpet medicinskåp läkemedelsskåpet läkemedelsskåp skåpet skåpkod"
    if left_over(without, (said, "medicinskåpskoden läkemedelsskåpskoden skåpskoden")):
        return replace(placed, other=added_line(placed.other, without))
    return placed


def _tick(part: str, says: str) -> Callable[[VisitPlan, str], _Put | None]:
    def put(plan: VisitPlan, text: str) -> _Put | None:
        if is_denied(text):
            return None
        return with_value(plan, part, True), not left_over(text, (says,))

    return put


def _coverage(plan: VisitPlan, text: str) -> _Put | None:
    """Choose how coverage is, with the place where it is better; a choice made stands (S85-S86)."""
    found = _PLACE.search(text)
    place = found[1].strip() if found else ""
    is_partly = bool(found) or "delvis" in fold(text)
    wanted = Coverage.PARTLY if is_partly else Coverage.MISSING
    says = (_SAYS_COVERAGE, f"{_SAYS_PARTLY} {place}" if is_partly else "")
    arrival = plan.arrival
    if arrival.coverage not in (Coverage.GOOD, wanted):
        return None
    if not is_partly and left_over(text, says):
        # "Dålig täckning i sovrummet" says neither that it is missing nor where it is better.
        wanted = Coverage.PARTLY
    arrival = replace(arrival, coverage=wanted, place=added_sentence(arrival.place, place))
    return replace(plan, arrival=arrival), not left_over(text, says)


def _time_windows(plan: VisitPlan, text: str) -> _Put | None:
    windows = tuple(_windows_in(text))
    if not windows:
        return None
    new = tuple(one for one in windows if one not in plan.arrival.time_windows)
    arrival = replace(plan.arrival, time_windows=(*plan.arrival.time_windows, *new))
    rest = _WINDOW.sub(" ", text)
    return replace(plan, arrival=arrival), not left_over(rest, (_SAYS_WINDOW,))


def _windows_in(text: str) -> Iterator[TimeWindow]:
    for found in _WINDOW.finditer(text):
        start, end = (time(int(found[hour]), int(found[hour + 1] or 0)) for hour in (1, 3))
        if start != end:
            yield TimeWindow(start, end)


def _staff(plan: VisitPlan, text: str) -> _Put | None:
    """Note the wish; one for the others of the staff that stands already is not changed (S92)."""
    told = fold(text)
    kinds = [
        kind
        for kind, word in ((StaffWish.FEMALE, "kvinn"), (StaffWish.MALE, "manlig"))
        if word in told
    ]
    if is_denied(text) or len(kinds) != 1 or (plan.wish and plan.wish.staff is not kinds[0]):
        return None
    found = _SITUATIONS.search(text)
    situation = found[1].strip(" .") if found else ""
    stands = plan.wish.situations if plan.wish else ""
    wish = Wish(kinds[0], added_sentence(stands, situation) if situation else stands)
    return replace(plan, wish=wish), not left_over(
        text, (_SAYS_STAFF, f"vid när under {situation}")
    )


def _day_in(text: str, today: date) -> date | None:
    found = _DAY.search(text)
    return dates.parse(found[0], today) if found else None


def _line(part: str) -> Callable[[VisitPlan, str], VisitPlan]:
    def put(plan: VisitPlan, text: str) -> VisitPlan:
        return with_value(plan, part, added_sentence(value_at(plan, part), text))

    return put


def _name_on_door(plan: VisitPlan, text: str) -> VisitPlan:
    name = added_sentence(plan.arrival.name_on_door, name_on_door(text))
    return replace(plan, arrival=replace(plan.arrival, name_on_door=name))


_TEXTS: Mapping[str, Callable[[VisitPlan, str], VisitPlan]] = {
    "home.animals": _line("home.animals"),
    "home.sensitive_to": _line("home.sensitive_to"),
    "home.others": _line("home.others"),
    "arrival.name_on_door": _name_on_door,
    "other": lambda plan, text: replace(plan, other=added_line(plan.other, text)),
}
_READERS: Mapping[str, Callable[[VisitPlan, str], _Put | None]] = {
    "arrival.coverage": _coverage,
    "arrival.time_windows": _time_windows,
    "arrival.bring_key": _tick("arrival.bring_key", _SAYS_KEY),
    "arrival.opens_door": _tick("arrival.opens_door", _SAYS_OPENS),
    "arrival.door_alarm": _tick("arrival.door_alarm", _SAYS_ALARM),
    "wish.staff": _staff,
}
